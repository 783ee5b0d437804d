/* The HTML renderer: the whole document as one accessible page that needs nothing from outside and runs no script. */
#include "render/pages/html.h"
#include "record/prose-link.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/format/renderer.h"
#include <string.h>

/* ---- headings and contents ------------------------------------------------------------------------------------- */
static void gather_headings(Html *html, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &heading_spec)
      g_ptr_array_add(html->contents, (void *)block);
    else if (block->spec == &keep_spec)
      gather_headings(html, ((const Keep *)block)->blocks);
    else if (block->spec == &box_spec)
      gather_headings(html, ((const Box *)block)->blocks);
  }
}

/* Every heading gets its id before anything links to it. */
static void name_headings(Html *html)
{
  const Document *document = html->document;
  for (guint i = 0; i < document->sections->len; i++)
    gather_headings(html, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  for (guint i = 0; i < html->contents->len; i++) {
    Heading *heading = g_ptr_array_index(html->contents, i);
    g_autofree char *plain = g_strdup_printf("heading-%u", i + 1);
    if (heading->id && !g_hash_table_contains(html->named, heading->id))
      g_hash_table_insert(html->named, heading->id, heading);
    bool named = heading->id && g_ascii_isalpha(*heading->id);
    g_hash_table_insert(html->headings, heading, html_id(html, named ? "" : "h-", named ? heading->id : plain));
  }
}

static void put_number(Html *html, const Heading *heading)
{
  if (!heading->number)
    return;
  g_string_append(html->out, "<span class=\"number\">");
  html_text(html->out, heading->number);
  g_string_append(html->out, "</span> ");
}

static void put_contents(Html *html, const Contents *contents)
{
  const char *title = contents->title ? contents->title : phrase(html->document, "contents");
  int depth = contents->depth > 0 ? contents->depth : 6;
  g_autofree char *id = html_id(html, "", "contents");
  g_string_append(html->out, "<nav");
  html_attribute(html->out, "aria-labelledby", id);
  g_string_append(html->out, ">\n");
  html_heading_begin(html, 2, id);
  html_text(html->out, title);
  html_heading_end(html);
  g_string_append(html->out, "<ol>\n");
  for (guint i = 0; i < html->contents->len; i++) {
    const Heading *heading = g_ptr_array_index(html->contents, i);
    if (!heading->contents || heading->level > depth)
      continue;
    g_autofree char *href = g_strconcat("#", (const char *)g_hash_table_lookup(html->headings, heading), NULL);
    g_autofree char *text = plain_runs(NULL, heading->runs);
    g_string_append_printf(html->out, "<li class=\"l%d\"><a", CLAMP(heading->level, 1, 6));
    html_attribute(html->out, "href", href);
    g_string_append_c(html->out, '>');
    put_number(html, heading);
    html_text(html->out, text);
    g_string_append(html->out, "</a></li>\n");
  }
  g_string_append(html->out, "</ol>\n</nav>\n");
}

/* ---- blocks ---------------------------------------------------------------------------------------------------- */
static void put_heading(Html *html, const Heading *heading)
{
  html_heading_begin(html, MAX(heading->level, 1) + 1, g_hash_table_lookup(html->headings, heading));
  put_number(html, heading);
  html_runs(html, heading->runs);
  html_heading_end(html);
}

/* The rest of a footnote's tag, and its number, which leads back to where it stands. */
static void put_note_number(Html *html, const Para *para)
{
  g_string_append_printf(
      html->out, " role=\"doc-footnote\" id=\"note:%d\"><a role=\"doc-backlink\" href=\"#note:%d-ref\">[%d]</a> ",
      para->note, para->note, para->note);
}

static void put_para(Html *html, const Para *para)
{
  static const char *const known[] = { "note", "small", "subtitle", "title", NULL };
  const char *style = para->style ? para->style : "";
  if (g_str_equal(style, "title") && !html->titled) {
    html->titled = true;
    html_heading_begin(html, 1, NULL);
    html_runs(html, para->runs);
    html_heading_end(html);
    return;
  }
  g_string_append(html->out, "<p");
  if (g_strv_contains(known, style))
    html_attribute(html->out, "class", style);
  if (para->lang && prose_lang_is_good(para->lang)) {
    html_attribute(html->out, "lang", para->lang);
    g_string_append(html->out, prose_lang_is_rtl(para->lang) ? " dir=\"rtl\"" : "");
  }
  if (para->note > 0)
    put_note_number(html, para);
  else
    g_string_append_c(html->out, '>');
  html_para_runs(html, para);
  g_string_append(html->out, "</p>\n");
}

static void put_blocks(Html *html, const GPtrArray *blocks);

static void put_box(Html *html, const Box *box)
{
  bool warning = box->tone && g_str_equal(box->tone, "warning");
  g_string_append_printf(html->out, "<div role=\"note\" class=\"box%s\">\n", warning ? " warning" : "");
  put_blocks(html, box->blocks);
  g_string_append(html->out, "</div>\n");
}

static void put_block(Html *html, const Record *block)
{
  if (block->spec == &heading_spec)
    put_heading(html, (const Heading *)block);
  else if (block->spec == &para_spec)
    put_para(html, (const Para *)block);
  else if (block->spec == &text_spec)
    html_prose(html, ((const Text *)block)->prose, MAX(((const Text *)block)->level, 1) + 1);
  else if (block->spec == &contents_spec)
    put_contents(html, (const Contents *)block);
  else if (block->spec == &table_spec)
    html_table(html, (const Table *)block);
  else if (block->spec == &chart_spec)
    html_chart(html, (const Chart *)block);
  else if (block->spec == &box_spec)
    put_box(html, (const Box *)block);
  else if (block->spec == &keep_spec)
    put_blocks(html, ((const Keep *)block)->blocks);
}

static void put_blocks(Html *html, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    put_block(html, g_ptr_array_index(blocks, i));
}

/* ---- the page -------------------------------------------------------------------------------------------------- */
/* A line of the page's head or foot. */
static void put_line(GString *out, const char *class, const char *text)
{
  if (!text || !*text)
    return;
  g_string_append(out, "<p");
  if (class)
    html_attribute(out, "class", class);
  g_string_append_c(out, '>');
  html_text(out, text);
  g_string_append(out, "</p>\n");
}

/* True if a paragraph of style title will be the page's h1. */
static bool has_title(const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &para_spec && g_strcmp0(((const Para *)block)->style, "title") == 0)
      return true;
    if (block->spec == &heading_spec || block->spec == &text_spec || block->spec == &contents_spec)
      return false; /* nothing that holds headings may come before it */
  }
  return false;
}

/* Wide sections are printed on wide paper. */
static bool is_landscape(const Document *document, const DocSection *section)
{
  const PageStyle *page = style_page(document->style, section->page);
  return page && page->width_mm.given && page->height_mm.given &&
         amount_compare(page->width_mm.amount, page->height_mm.amount) > 0;
}

static void put_main(Html *html)
{
  const Document *document = html->document;
  const DocSection *first = document->sections->len > 0 ? g_ptr_array_index(document->sections, 0) : NULL;
  if (!first || !has_title(first->blocks)) {
    html->titled = true;
    html_heading_begin(html, 1, NULL);
    html_text(html->out, document->title);
    html_heading_end(html);
  }
  for (guint i = 0; i < document->sections->len; i++) {
    const DocSection *section = g_ptr_array_index(document->sections, i);
    g_string_append(html->out, is_landscape(document, section) ? "<section class=\"landscape\">\n" : "<section>\n");
    put_blocks(html, section->blocks);
    g_string_append(html->out, "</section>\n");
  }
}

static void put_body(Html *html)
{
  const Document *document = html->document;
  When period = { .period = document->period };
  g_autofree char *period_text = period_given(document->period) ? when_to_text(document, &period) : NULL;
  g_autofree char *day = document_day(document);
  g_string_append(html->out, "<a class=\"skip\" href=\"#main\">");
  html_text(html->out, phrase(document, "skip"));
  g_string_append(html->out, "</a>\n<header>\n");
  put_line(html->out, NULL, document->council);
  put_line(html->out, NULL, period_text);
  put_line(html->out, "status", document->watermark);
  g_string_append(html->out, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
  put_main(html);
  g_string_append(html->out, "</main>\n<footer>\n");
  put_line(html->out, NULL, document->author);
  put_line(html->out, NULL, day);
  g_string_append(html->out, "</footer>\n");
}

/* "sha256-..." of the style sheet: the only style that the page's policy lets in. */
static char *policy_hash(const GString *css)
{
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, (const guchar *)css->str, (gssize)css->len);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_checksum_get_digest(sum, digest, &length);
  return g_base64_encode(digest, length);
}

static void put_page(const Html *html, GString *page)
{
  const Document *document = html->document;
  g_autoptr(GString) css = g_string_new(NULL);
  html_style(html, css);
  g_autofree char *hash = policy_hash(css);
  g_string_append(page, "<!DOCTYPE html>\n<html");
  html_attribute(page, "lang", document->lang ? document->lang : "en-GB");
  g_string_append(page, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  html_text(page, document->title);
  g_string_append(page, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  g_string_append_printf(page,
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                         "'sha256-%s';%s base-uri 'none'; form-action 'none'\">\n",
                         hash, html->pictures ? " img-src data:;" : "");
  if (document->subject) {
    g_string_append(page, "<meta name=\"description\"");
    html_attribute(page, "content", document->subject);
    g_string_append(page, ">\n");
  }
  g_string_append_printf(page, "<style>%s</style>\n</head>\n<body>\n%s</body>\n</html>\n", css->str, html->out->str);
}

static bool html_write(const Document *document, const RenderOptions *options, Outputs *outputs, GError **error)
{
  (void)options, (void)error;
  g_autoptr(GString) body = g_string_new(NULL);
  GString *page = g_string_new(NULL);
  g_autoptr(Unique) ids = unique_new();
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) headings = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new();
  Html html = {
    .document = document, .out = body, .headings = headings, .contents = contents, .named = named, .ids = ids
  };
  unique_take(ids, "main");
  name_headings(&html);
  put_body(&html);
  put_page(&html, page);
  outputs_add(outputs, NULL, g_string_free_to_bytes(page));
  return true;
}

const Renderer renderer_html = {
  .name = "html",
  .suffix = ".html",
  .about = "one self-contained, accessible page",
  .write = html_write,
};
