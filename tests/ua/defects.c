/* What real documents get wrong, one thing at a time. */
#include "defects.h"
#include <stdlib.h>
#include <string.h>

static qpdf_oh parse(Pdf *pdf, const char *text)
{
  return qpdf_oh_parse(pdf->qpdf, text);
}

static void set(Pdf *pdf, qpdf_oh dict, const char *key, const char *value)
{
  if (value)
    qpdf_oh_replace_key(pdf->qpdf, dict, key, parse(pdf, value));
  else
    qpdf_oh_remove_key(pdf->qpdf, dict, key);
}

/* Element number n (from 0) of that type. */
static qpdf_oh element(Pdf *pdf, const char *type, guint n)
{
  Tree *tree = tree_read(pdf);
  qpdf_oh found = 0;
  for (guint i = 0; i < tree->nodes->len && !found; i++) {
    const Node *node = g_ptr_array_index(tree->nodes, i);
    if (g_str_equal(node->type, type) && n-- == 0)
      found = node->oh;
  }
  tree_free(tree);
  g_assert(found);
  return found;
}

static qpdf_oh annotation(Pdf *pdf)
{
  for (guint i = 0; i < pdf->n_pages; i++) {
    qpdf_oh list = pdf_get(pdf, pdf_page(pdf, i), "/Annots");
    if (pdf_length(pdf, list))
      return pdf_item(pdf, list, 0);
  }
  g_assert_not_reached();
}

static void replace_stream(Pdf *pdf, qpdf_oh stream, const char *text, gsize length)
{
  qpdf_oh null = qpdf_oh_new_null(pdf->qpdf);
  qpdf_oh_replace_stream_data(pdf->qpdf, stream, (const unsigned char *)text, length, null, null);
}

/* The first `from` in a stream becomes `to`. */
static void edit_stream(Pdf *pdf, qpdf_oh stream, const char *from, const char *to)
{
  g_autoptr(GByteArray) bytes = pdf_stream(pdf, stream);
  g_autofree char *text = g_strndup((const char *)bytes->data, bytes->len);
  char *at = strstr(text, from);
  g_assert(at);
  g_autoptr(GString) edited = g_string_new_len(text, at - text);
  g_string_append(edited, to);
  g_string_append(edited, at + strlen(from));
  replace_stream(pdf, stream, edited->str, edited->len);
}

static void edit_content(Pdf *pdf, const char *from, const char *to)
{
  edit_stream(pdf, pdf_item(pdf, pdf_get(pdf, pdf_page(pdf, 2), "/Contents"), 1), from, to);
}

static void edit_metadata(Pdf *pdf, const char *from, const char *to)
{
  edit_stream(pdf, pdf_get(pdf, pdf_root(pdf), "/Metadata"), from, to);
}

static qpdf_oh first_bookmark(Pdf *pdf)
{
  return pdf_path(pdf, pdf_root(pdf), "/Outlines/First");
}

/* A font of the last page: the composite one or the simple one. */
static qpdf_oh font(Pdf *pdf, bool composite)
{
  qpdf_oh fonts = pdf_path(pdf, pdf_page(pdf, 2), "/Resources/Font"), found = 0;
  qpdf_oh_begin_dict_key_iter(pdf->qpdf, fonts);
  while (qpdf_oh_dict_more_keys(pdf->qpdf)) {
    qpdf_oh one = pdf_get(pdf, fonts, qpdf_oh_dict_next_key(pdf->qpdf));
    if (pdf_has(pdf, one, "/DescendantFonts") == composite)
      found = one;
  }
  g_assert(found);
  return found;
}

static qpdf_oh descendant(Pdf *pdf)
{
  return pdf_item(pdf, pdf_get(pdf, font(pdf, true), "/DescendantFonts"), 0);
}

static qpdf_oh attached(Pdf *pdf)
{
  return pdf_item(pdf, pdf_path(pdf, pdf_root(pdf), "/Names/EmbeddedFiles/Names"), 1);
}

static qpdf_oh view(Pdf *pdf)
{
  return pdf_get(pdf, pdf_root(pdf), "/ViewerPreferences");
}

/* Moves the last kid of an element to another. */
static void move_last_kid(Pdf *pdf, qpdf_oh from, qpdf_oh to)
{
  qpdf_oh kids = pdf_get(pdf, from, "/K"), there = pdf_get(pdf, to, "/K");
  guint last = pdf_length(pdf, kids) - 1;
  qpdf_oh kid = pdf_item(pdf, kids, last);
  qpdf_oh_erase_item(pdf->qpdf, kids, (int)last);
  qpdf_oh_append_item(pdf->qpdf, there, kid);
  qpdf_oh_replace_key(pdf->qpdf, kid, "/P", to);
}

static void drop_last_kid(Pdf *pdf, qpdf_oh node)
{
  qpdf_oh kids = pdf_get(pdf, node, "/K");
  qpdf_oh_erase_item(pdf->qpdf, kids, (int)pdf_length(pdf, kids) - 1);
}

static void swap_owners(Pdf *pdf)
{
  qpdf_oh list = pdf_number_tree(pdf, pdf_path(pdf, pdf_root(pdf), "/StructTreeRoot/ParentTree"), 2);
  qpdf_oh first = pdf_item(pdf, list, 0);
  qpdf_oh_set_array_item(pdf->qpdf, list, 0, pdf_item(pdf, list, 1));
  qpdf_oh_set_array_item(pdf->qpdf, list, 1, first);
}

/* clang-format off */
#define DEFECT(name_, ...) static void name_(Pdf *pdf) { __VA_ARGS__; }
DEFECT(title_empty, edit_metadata(pdf, "Quarterly report", ""); edit_metadata(pdf, " &lt;1&gt; &amp; Władysław", ""))
DEFECT(title_hidden, set(pdf, view(pdf), "/DisplayDocTitle", "false"))
DEFECT(no_language, set(pdf, pdf_root(pdf), "/Lang", NULL))
DEFECT(bad_language, set(pdf, element(pdf, "P", 0), "/Lang", "(English please)"))
DEFECT(not_marked, set(pdf, pdf_get(pdf, pdf_root(pdf), "/MarkInfo"), "/Marked", "false"))
DEFECT(suspects, set(pdf, pdf_get(pdf, pdf_root(pdf), "/MarkInfo"), "/Suspects", "true"))
DEFECT(no_ua, edit_metadata(pdf, "<pdfuaid:part>1", "<pdfuaid:part>"))
DEFECT(script, set(pdf, pdf_root(pdf), "/OpenAction", "<</S/JavaScript/JS(app.alert)>>"))
DEFECT(no_bookmarks, set(pdf, pdf_root(pdf), "/Outlines", NULL))
DEFECT(bookmark_untitled, set(pdf, first_bookmark(pdf), "/Title", "( )"))
DEFECT(bookmark_unchained, set(pdf, pdf_get(pdf, first_bookmark(pdf), "/First"), "/Prev", "<<>>"); qpdf_oh_replace_key(pdf->qpdf, pdf_get(pdf, first_bookmark(pdf), "/First"), "/Prev", first_bookmark(pdf)))
DEFECT(no_labels, set(pdf, pdf_root(pdf), "/PageLabels", NULL))
DEFECT(tabs_by_row, set(pdf, pdf_page(pdf, 1), "/Tabs", "/R"))
DEFECT(attached_undescribed, set(pdf, attached(pdf), "/Desc", NULL))
DEFECT(attached_source, set(pdf, attached(pdf), "/AFRelationship", "/Source"))
DEFECT(attached_untyped, set(pdf, pdf_path(pdf, attached(pdf), "/EF/F") , "/Subtype", NULL); qpdf_oh_remove_key(pdf->qpdf, qpdf_oh_get_dict(pdf->qpdf, pdf_path(pdf, attached(pdf), "/EF/F")), "/Subtype"))
DEFECT(attached_alone, set(pdf, pdf_root(pdf), "/AF", NULL))
DEFECT(archive_2b, edit_metadata(pdf, "<pdfaid:part>3", "<pdfaid:part>2"))
DEFECT(archive_no_profile, set(pdf, pdf_root(pdf), "/OutputIntents", NULL))
DEFECT(archive_undescribed, edit_metadata(pdf, "pdfua/ns/id/</pdfaSchema", "pdfua/ns/</pdfaSchema"))

DEFECT(untagged, edit_content(pdf, "/Span << /MCID 0 >> BDC", "/Span << /MCID 0 >> BDC EMC BT (x) Tj ET /Span << /MCID 99 >> BDC"))
DEFECT(nested_artefact, edit_content(pdf, "/Span << /MCID 0 >> BDC", "/Span << /MCID 0 >> BDC /Artifact BMC EMC"))
DEFECT(nested_tag, edit_content(pdf, "/Span << /MCID 0 >> BDC", "/Artifact BMC /Span << /MCID 0 >> BDC EMC"))
DEFECT(unclosed, edit_content(pdf, "EMC", ""))
DEFECT(closed_twice, edit_content(pdf, "EMC", "EMC EMC"))
DEFECT(replacement_text, edit_content(pdf, "/Span << /MCID 0 >> BDC", "/Span << /MCID 0 >> BDC /Span << /ActualText (x) >> BDC EMC"))
DEFECT(number_gap, edit_content(pdf, "/MCID 1 ", "/MCID 77 "))
DEFECT(number_twice, edit_content(pdf, "/MCID 1 ", "/MCID 0 "))
DEFECT(lost_in_tree, set(pdf, element(pdf, "P", 0), "/K", NULL))
DEFECT(claimed_twice, set(pdf, element(pdf, "P", 0), "/K", "[0 1]"))
DEFECT(claim_of_nothing, set(pdf, element(pdf, "P", 0), "/K", "[1 88]"))
DEFECT(on_no_page, set(pdf, element(pdf, "P", 0), "/Pg", NULL))

DEFECT(two_roots, qpdf_oh root = pdf_get(pdf, pdf_root(pdf), "/StructTreeRoot"); qpdf_oh kids = parse(pdf, "[]"); qpdf_oh_append_item(pdf->qpdf, kids, pdf_get(pdf, root, "/K")); qpdf_oh_append_item(pdf->qpdf, kids, element(pdf, "P", 0)); qpdf_oh_replace_key(pdf->qpdf, root, "/K", kids))
DEFECT(root_is_part, set(pdf, element(pdf, "Document", 0), "/S", "/Part"))
DEFECT(own_type, set(pdf, element(pdf, "P", 0), "/S", "/Paragraph"))
DEFECT(other_parent, qpdf_oh_replace_key(pdf->qpdf, element(pdf, "P", 0), "/P", element(pdf, "H1", 0)))
DEFECT(heading_skipped, set(pdf, element(pdf, "H2", 0), "/S", "/H3"))
DEFECT(heading_late, set(pdf, element(pdf, "H1", 0), "/S", "/H2"))
DEFECT(heading_plain, set(pdf, element(pdf, "H2", 0), "/S", "/H"))
DEFECT(empty_cell, set(pdf, element(pdf, "TH", 0), "/K", NULL))
DEFECT(list_of_text, set(pdf, element(pdf, "LI", 0), "/S", "/P"))
DEFECT(item_of_text, set(pdf, element(pdf, "LBody", 0), "/S", "/P"))
DEFECT(list_unnumbered, set(pdf, element(pdf, "L", 0), "/A", NULL))
DEFECT(contents_of_text, set(pdf, element(pdf, "TOCI", 0), "/S", "/P"))
DEFECT(figure_mute, set(pdf, element(pdf, "Figure", 0), "/Alt", NULL))
DEFECT(figure_blank, set(pdf, element(pdf, "Figure", 0), "/Alt", "()"))
DEFECT(figure_placeless, set(pdf, element(pdf, "Figure", 0), "/A", NULL))
DEFECT(figure_outside, set(pdf, element(pdf, "Figure", 0), "/A", "<</O/Layout/BBox[0 0 9999 10]>>"))
DEFECT(note_nameless, set(pdf, element(pdf, "Note", 0), "/ID", NULL))

DEFECT(cell_loose, set(pdf, element(pdf, "TR", 1), "/S", "/Div"))
DEFECT(cell_of_text, set(pdf, element(pdf, "TD", 0), "/S", "/P"))
DEFECT(row_in_row, move_last_kid(pdf, element(pdf, "TBody", 0), element(pdf, "TR", 0)))
DEFECT(head_twice, set(pdf, element(pdf, "TBody", 0), "/S", "/THead"))
DEFECT(row_short, drop_last_kid(pdf, element(pdf, "TR", 1)))
DEFECT(cell_wide, set(pdf, element(pdf, "TD", 0), "/A", "<</O/Table/ColSpan 2>>"))
DEFECT(cell_deep, set(pdf, element(pdf, "TD", 0), "/A", "<</O/Table/RowSpan 2>>"))
DEFECT(scope_missing, set(pdf, element(pdf, "TH", 2), "/A", NULL))
DEFECT(no_headers, for (guint i = 0; i < 4; i++) set(pdf, element(pdf, "TH", 0), "/S", "/TD"))

DEFECT(link_untagged, set(pdf, annotation(pdf), "/StructParent", NULL))
DEFECT(link_in_paragraph, set(pdf, element(pdf, "Link", 0), "/S", "/Span"))
DEFECT(link_without_annotation, drop_last_kid(pdf, element(pdf, "Link", 0)))
DEFECT(link_mute, set(pdf, annotation(pdf), "/Contents", "()"))
DEFECT(link_dead_end, set(pdf, annotation(pdf), "/Dest", "[null /Fit]"))
DEFECT(link_unknown_name, set(pdf, annotation(pdf), "/Dest", "(nowhere)"))
DEFECT(bookmark_dead, set(pdf, first_bookmark(pdf), "/Dest", NULL))
DEFECT(link_hidden, set(pdf, annotation(pdf), "/F", "2"))
DEFECT(link_outside, set(pdf, annotation(pdf), "/Rect", "[0 0 9999 10]"))

DEFECT(font_left_out, set(pdf, pdf_get(pdf, descendant(pdf), "/FontDescriptor"), "/FontFile2", NULL))
DEFECT(font_without_text, set(pdf, font(pdf, false), "/ToUnicode", NULL))
DEFECT(font_without_map, set(pdf, descendant(pdf), "/CIDToGIDMap", NULL))
DEFECT(font_without_widths, set(pdf, font(pdf, false), "/Widths", "[500]"))
DEFECT(glyph_missing, edit_content(pdf, "<0001>Tj", "<0000>Tj"))

#define ROW(rule_, name_) { rule_, #name_, name_ }
const Defect defects[] = {
  ROW("doc-title", title_empty), ROW("doc-title-shown", title_hidden), ROW("doc-lang", no_language),
  ROW("doc-lang", bad_language), ROW("doc-marked", not_marked), ROW("doc-marked", suspects), ROW("doc-ua", no_ua),
  ROW("doc-script", script), ROW("doc-bookmarks", no_bookmarks), ROW("doc-bookmarks", bookmark_untitled),
  ROW("doc-bookmarks", bookmark_unchained), ROW("doc-labels", no_labels), ROW("doc-tabs", tabs_by_row),
  ROW("doc-attachments", attached_undescribed), ROW("doc-attachments", attached_source), ROW("doc-attachments", attached_untyped),
  ROW("doc-attachments", attached_alone), ROW("doc-archive", archive_2b), ROW("doc-archive", archive_no_profile),
  ROW("doc-archive", archive_undescribed),
  ROW("content-tagged", untagged), ROW("content-nested", nested_artefact), ROW("content-nested", nested_tag),
  ROW("content-balanced", unclosed), ROW("content-balanced", closed_twice),
  ROW("content-actual-text", replacement_text), ROW("content-numbers", number_gap),
  ROW("content-numbers", number_twice), ROW("content-tree", lost_in_tree), ROW("content-tree", claimed_twice),
  ROW("content-tree", claim_of_nothing), ROW("content-tree", swap_owners), ROW("content-page", on_no_page),
  ROW("tree-root", root_is_part), ROW("tree-parents", two_roots), ROW("tree-types", own_type), ROW("tree-parents", other_parent),
  ROW("tree-headings", heading_skipped), ROW("tree-headings", heading_late), ROW("tree-headings", heading_plain),
  ROW("tree-empty", empty_cell), ROW("tree-lists", list_of_text), ROW("tree-lists", item_of_text),
  ROW("tree-list-numbering", list_unnumbered), ROW("tree-contents", contents_of_text), ROW("tree-alt", figure_mute),
  ROW("tree-alt", figure_blank), ROW("tree-box", figure_placeless), ROW("tree-box", figure_outside),
  ROW("tree-notes", note_nameless),
  ROW("table-nesting", cell_loose), ROW("table-nesting", cell_of_text), ROW("table-nesting", row_in_row),
  ROW("table-parts", head_twice), ROW("table-regular", row_short), ROW("table-regular", cell_wide),
  ROW("table-regular", cell_deep), ROW("table-scope", scope_missing), ROW("table-headers", no_headers),
  ROW("link-tagged", link_untagged), ROW("link-tagged", link_in_paragraph), ROW("link-whole", link_without_annotation),
  ROW("link-contents", link_mute), ROW("link-dead", link_dead_end), ROW("link-dead", link_unknown_name),
  ROW("link-dead", bookmark_dead), ROW("link-flags", link_hidden), ROW("link-box", link_outside),
  ROW("font-embedded", font_left_out), ROW("font-unicode", font_without_text), ROW("font-glyph-map", font_without_map),
  ROW("font-widths", font_without_widths), ROW("font-notdef", glyph_missing),
};
const guint n_defects = G_N_ELEMENTS(defects);
