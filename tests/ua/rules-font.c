/* Rules for the fonts that show text. */
#include "check.h"

typedef void (*Visit)(Check *check, qpdf_oh font, const char *name);

static void for_fonts(Check *check, Visit visit)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint page = 0; page < check->pdf->n_pages; page++) {
    const Content *content = g_ptr_array_index(check->contents, page);
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, content->fonts);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
      if (!g_hash_table_add(seen, id))
        continue;
      qpdf_oh font = qpdf_get_object_by_id(check->pdf->qpdf, GPOINTER_TO_INT(id), 0);
      g_autofree char *name = pdf_name(check->pdf, pdf_get(check->pdf, font, "/BaseFont"));
      visit(check, font, name);
    }
  }
}

/* The font that has the descriptor: itself, or the descendant of a composite font. */
static qpdf_oh simple_font(Pdf *pdf, qpdf_oh font)
{
  qpdf_oh descendants = pdf_get(pdf, font, "/DescendantFonts");
  return pdf_length(pdf, descendants) ? pdf_item(pdf, descendants, 0) : font;
}

static void visit_embedded(Check *check, qpdf_oh font, const char *name)
{
  qpdf_oh descriptor = pdf_get(check->pdf, simple_font(check->pdf, font), "/FontDescriptor");
  if (!pdf_has(check->pdf, descriptor, "/FontFile") && !pdf_has(check->pdf, descriptor, "/FontFile2") &&
      !pdf_has(check->pdf, descriptor, "/FontFile3"))
    check_fail(check, "font %s is not embedded", name);
}

static void embedded(Check *check)
{
  for_fonts(check, visit_embedded);
}

static void visit_unicode(Check *check, qpdf_oh font, const char *name)
{
  if (!pdf_has(check->pdf, font, "/ToUnicode"))
    check_fail(check, "font %s has no ToUnicode map", name);
}

static void unicode(Check *check)
{
  for_fonts(check, visit_unicode);
  for (guint page = 0; page < check->pdf->n_pages; page++) {
    const Content *content = g_ptr_array_index(check->contents, page);
    if (content->unknown_glyphs)
      check_fail(check, "page %u: %u glyphs have no text", page + 1, content->unknown_glyphs);
  }
}

static void visit_glyph_map(Check *check, qpdf_oh font, const char *name)
{
  qpdf_oh simple = simple_font(check->pdf, font);
  g_autofree char *subtype = pdf_name(check->pdf, pdf_get(check->pdf, simple, "/Subtype"));
  if (g_str_equal(subtype, "CIDFontType2") && !pdf_has(check->pdf, simple, "/CIDToGIDMap"))
    check_fail(check, "font %s has no CIDToGIDMap", name);
}

static void glyph_map(Check *check)
{
  for_fonts(check, visit_glyph_map);
}

static void notdef(Check *check)
{
  for (guint page = 0; page < check->pdf->n_pages; page++)
    if (((const Content *)g_ptr_array_index(check->contents, page))->notdef)
      check_fail(check, "page %u: a missing glyph is shown", page + 1);
}

static void visit_widths(Check *check, qpdf_oh font, const char *name)
{
  qpdf_oh simple = simple_font(check->pdf, font);
  long first = pdf_int(check->pdf, pdf_get(check->pdf, simple, "/FirstChar"), -1);
  long last = pdf_int(check->pdf, pdf_get(check->pdf, simple, "/LastChar"), -1);
  guint n = pdf_length(check->pdf, pdf_get(check->pdf, simple, "/Widths"));
  bool composite = pdf_has(check->pdf, simple, "/CIDSystemInfo");
  if (composite ? !pdf_has(check->pdf, simple, "/W") : first < 0 || n != (guint)(last - first + 1))
    check_fail(check, "font %s does not say how wide its glyphs are", name);
}

static void widths(Check *check)
{
  for_fonts(check, visit_widths);
}

const UaRule rules_font[] = {
  { "font-embedded", "fonts are in the file", embedded },
  { "font-unicode", "every glyph has its text", unicode },
  { "font-glyph-map", "composite fonts say which glyph a code is", glyph_map },
  { "font-notdef", "no missing glyph is shown", notdef },
  { "font-widths", "fonts say how wide their glyphs are", widths },
  { NULL, NULL, NULL },
};
