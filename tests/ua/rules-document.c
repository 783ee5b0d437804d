/* Rules for the document as a whole: language, title, metadata, bookmarks, page labels, attachments. */
#include "check.h"
#include <string.h>

/* The text between <NAME ...> and </NAME>, elements inside taken out; NULL when there is none. Caller frees. */
static char *xmp_value(const Check *check, const char *name)
{
  g_autofree char *open = g_strdup_printf("<%s", name), *close = g_strdup_printf("</%s>", name);
  const char *from = strstr(check->xmp, open), *to = from ? strstr(from, close) : NULL;
  if (!to)
    return NULL;
  GString *text = g_string_new(NULL);
  bool inside = false;
  for (; from < to; from++) {
    if (*from == '<' || *from == '>')
      inside = *from == '<';
    else if (!inside)
      g_string_append_c(text, *from);
  }
  return g_strstrip(g_string_free(text, FALSE));
}

static void title(Check *check)
{
  g_autofree char *text = xmp_value(check, "dc:title");
  if (!text || !*text)
    check_fail(check, "the metadata has no dc:title");
}

static void title_shown(Check *check)
{
  if (!pdf_is_true(check->pdf, pdf_path(check->pdf, pdf_root(check->pdf), "/ViewerPreferences/DisplayDocTitle")))
    check_fail(check, "DisplayDocTitle is not true");
}

/* A language tag: letters, then parts of letters and digits. */
static bool is_language(const char *text)
{
  return text && g_regex_match_simple("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", text, 0, 0);
}

static void language(Check *check)
{
  g_autofree char *lang = pdf_text(check->pdf, pdf_get(check->pdf, pdf_root(check->pdf), "/Lang"));
  if (!is_language(lang))
    check_fail(check, "the document has no language: %s", lang ? lang : "none");
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    const Node *node = g_ptr_array_index(check->tree->nodes, i);
    if (node->lang && !is_language(node->lang))
      check_fail(check, "%s of object %d has no valid language: %s", node->type, node->id, node->lang);
  }
}

static void marked(Check *check)
{
  qpdf_oh info = pdf_get(check->pdf, pdf_root(check->pdf), "/MarkInfo");
  if (!pdf_is_true(check->pdf, pdf_get(check->pdf, info, "/Marked")))
    check_fail(check, "MarkInfo does not say that the document is tagged");
  if (pdf_is_true(check->pdf, pdf_get(check->pdf, info, "/Suspects")))
    check_fail(check, "MarkInfo says that tags are suspect");
}

static void identification(Check *check)
{
  g_autofree char *part = xmp_value(check, "pdfuaid:part");
  if (g_strcmp0(part, "1") != 0)
    check_fail(check, "the metadata does not name PDF/UA-1");
}

static void no_script(Check *check)
{
  static const char *const keys[] = { "/AA", "/OpenAction", "/AcroForm", "/Requirements" };
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (pdf_has(check->pdf, pdf_root(check->pdf), keys[i]))
      check_fail(check, "the catalog has %s", keys[i]);
}

/* ---- bookmarks -------------------------------------------------------------------------------------------------- */
static void bookmark_level(Check *check, qpdf_oh parent, guint depth, guint *count)
{
  Pdf *pdf = check->pdf;
  int before = 0, id = 0;
  for (qpdf_oh item = pdf_get(pdf, parent, "/First"); pdf_is_dict(pdf, item) && *count < 100000;
       item = pdf_get(pdf, item, "/Next")) {
    g_autofree char *text = pdf_text(pdf, pdf_get(pdf, item, "/Title"));
    ++*count;
    id = pdf_id(pdf, item);
    if (!text || !*g_strstrip(text))
      check_fail(check, "bookmark of object %d has no title", id);
    if (pdf_id(pdf, pdf_get(pdf, item, "/Prev")) != before)
      check_fail(check, "bookmark of object %d does not follow the one before", id);
    if (pdf_id(pdf, pdf_get(pdf, item, "/Parent")) != pdf_id(pdf, parent))
      check_fail(check, "bookmark of object %d has another parent", id);
    if (depth < 16)
      bookmark_level(check, item, depth + 1, count);
    before = id;
  }
  if (id && pdf_id(pdf, pdf_get(pdf, parent, "/Last")) != id)
    check_fail(check, "bookmark of object %d is the last, but not named so", id);
}

static void bookmarks(Check *check)
{
  guint headings = 0, count = 0;
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    const Node *node = g_ptr_array_index(check->tree->nodes, i);
    headings += node->tag[0] == 'H' && g_ascii_isdigit(node->tag[1]);
  }
  bookmark_level(check, pdf_get(check->pdf, pdf_root(check->pdf), "/Outlines"), 0, &count);
  if (headings > 1 && count == 0)
    check_fail(check, "%u headings, but no bookmark", headings);
}

static void page_labels(Check *check)
{
  qpdf_oh labels = pdf_get(check->pdf, pdf_root(check->pdf), "/PageLabels");
  if (!pdf_is_dict(check->pdf, pdf_number_tree(check->pdf, labels, 0)))
    check_fail(check, "the first page has no label");
}

static void tab_order(Check *check)
{
  for (guint i = 0; i < check->pdf->n_pages; i++) {
    g_autofree char *order = pdf_name(check->pdf, pdf_get(check->pdf, pdf_page(check->pdf, i), "/Tabs"));
    if (!g_str_equal(order, "S"))
      check_fail(check, "page %u: the tab key does not follow the structure", i + 1);
  }
}

/* ---- attachments and PDF/A -------------------------------------------------------------------------------------- */
static void attachments(Check *check)
{
  static const char *const keys[] = { "/F", "/UF", "/Desc", "/AFRelationship" };
  qpdf_oh names = pdf_path(check->pdf, pdf_root(check->pdf), "/Names/EmbeddedFiles/Names");
  for (guint i = 1; i < pdf_length(check->pdf, names); i += 2) {
    qpdf_oh file = pdf_item(check->pdf, names, i);
    for (guint k = 0; k < G_N_ELEMENTS(keys); k++)
      if (!pdf_has(check->pdf, file, keys[k]))
        check_fail(check, "an attached file has no %s", keys[k]);
    g_autofree char *relationship = pdf_name(check->pdf, pdf_get(check->pdf, file, "/AFRelationship"));
    if (!g_str_equal(relationship, "Data"))
      check_fail(check, "an attached file is not the data of what is shown");
    if (!pdf_has(check->pdf, pdf_path(check->pdf, file, "/EF/F"), "/Subtype"))
      check_fail(check, "an attached file has no media type");
    if (!pdf_length(check->pdf, pdf_get(check->pdf, pdf_root(check->pdf), "/AF")))
      check_fail(check, "an attached file is not associated with the document");
  }
}

static void archive(Check *check)
{
  Pdf *pdf = check->pdf;
  g_autofree char *part = xmp_value(check, "pdfaid:part"), *level = xmp_value(check, "pdfaid:conformance");
  if (!part)
    return;
  if (!g_str_equal(part, "3") || g_strcmp0(level, "A") != 0)
    check_fail(check, "the metadata names PDF/A-%s%s", part, level ? level : "");
  qpdf_oh profile = pdf_get(pdf, pdf_item(pdf, pdf_get(pdf, pdf_root(pdf), "/OutputIntents"), 0), "/DestOutputProfile");
  g_autoptr(GByteArray) icc = pdf_stream(pdf, profile);
  if (!icc || icc->len < 128 || memcmp(icc->data + 36, "acsp", 4) != 0 || memcmp(icc->data + 16, "RGB ", 4) != 0)
    check_fail(check, "PDF/A is named without an RGB colour profile");
  if (strstr(check->xmp, "pdfuaid:part") && !strstr(check->xmp, "http://www.aiim.org/pdfua/ns/id/</pdfaSchema"))
    check_fail(check, "PDF/A is named, but pdfuaid is not described");
  if (pdf_length(pdf, pdf_get(pdf, qpdf_get_trailer(pdf->qpdf), "/ID")) != 2)
    check_fail(check, "PDF/A is named, but the file has no /ID");
}

const UaRule rules_document[] = {
  { "doc-title", "the metadata names the document", title },
  { "doc-title-shown", "viewers show the title, not the file's name", title_shown },
  { "doc-lang", "the document and all foreign words have a language", language },
  { "doc-marked", "the document says that it is tagged", marked },
  { "doc-ua", "the metadata names PDF/UA-1", identification },
  { "doc-script", "no scripts, forms or actions on opening", no_script },
  { "doc-bookmarks", "bookmarks form a whole tree with titles", bookmarks },
  { "doc-labels", "pages have labels", page_labels },
  { "doc-tabs", "the tab key follows the structure", tab_order },
  { "doc-attachments", "attached files are described", attachments },
  { "doc-archive", "PDF/A is named only with what it needs", archive },
  { NULL, NULL, NULL },
};
