/* Words of a page: escaping, runs with links and languages, prose, headings in order. */
#include "base/text.h"
#include "record/prose-labels.h"
#include "record/prose-link.h"
#include "record/prose-shape.h"
#include "render/flat/plain.h"
#include "render/pages/html.h"
#include <string.h>

static void put_escaped(GString *out, const char *text, bool breaks)
{
  g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
  for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == '&')
      g_string_append(out, "&amp;");
    else if (c == '<')
      g_string_append(out, "&lt;");
    else if (c == '>')
      g_string_append(out, "&gt;");
    else if (c == '"')
      g_string_append(out, "&quot;");
    else if (c == '\n' && breaks)
      g_string_append(out, "<br>");
    else if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF)
      g_string_append_c(out, ' ');
    else
      g_string_append_unichar(out, c);
  }
}

void html_text(GString *out, const char *text)
{
  put_escaped(out, text, true);
}

void html_attribute(GString *out, const char *name, const char *value)
{
  g_string_append_printf(out, " %s=\"", name);
  put_escaped(out, value, false);
  g_string_append_c(out, '"');
}

/* ---- ids ------------------------------------------------------------------------------------------------------- */
char *html_id(Html *html, const char *prefix, const char *wanted)
{
  g_autofree char *base = g_strconcat(prefix, wanted && *wanted ? wanted : "x", NULL);
  g_strcanon(base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.", '-');
  return unique_name(html->ids, base, "-", "");
}

/* The id of the heading that a link "#name" means, or NULL; borrowed. */
static const char *target_of(Html *html, const char *name)
{
  const Heading *heading = g_hash_table_lookup(html->named, name);
  return heading ? g_hash_table_lookup(html->headings, heading) : NULL;
}

/* ---- runs ------------------------------------------------------------------------------------------------------ */
/* Opens the link of a run; false when it leads nowhere that is allowed. */
static bool open_link(Html *html, const char *href)
{
  if (!href || !prose_link_is_good(href))
    return false;
  const char *target = *href == '#' ? target_of(html, href + 1) : NULL;
  if (*href == '#' && !target)
    return false;
  g_autofree char *place = target ? g_strconcat("#", target, NULL) : g_strdup(href);
  g_string_append(html->out, "<a");
  html_attribute(html->out, "href", place);
  g_string_append_c(html->out, '>');
  return true;
}

/* A place of a footnote: its number, which leads to the words; the first of them can be led back to. */
static void put_place(Html *html, const Run *run)
{
  g_string_append(html->out, "<sup><a role=\"doc-noteref\"");
  html_attribute(html->out, "href", run->href);
  g_autofree char *id = g_strconcat(run->href + 1, "-ref", NULL);
  if (unique_take(html->ids, id))
    html_attribute(html->out, "id", id);
  if (run->alt)
    html_attribute(html->out, "aria-label", run->alt);
  g_string_append_c(html->out, '>');
  html_text(html->out, run->text);
  g_string_append(html->out, "</a></sup>");
}

static void put_run(Html *html, const Run *run)
{
  GString *out = html->out;
  if (run->style & RUN_BREAK)
    g_string_append(out, "<br>");
  if (run->style & RUN_NOTE) {
    put_place(html, run);
    return;
  }
  bool link = open_link(html, run->href), lang = run->lang && prose_lang_is_good(run->lang);
  if (lang) {
    g_string_append(out, "<span");
    html_attribute(out, "lang", run->lang);
    g_string_append(out, prose_lang_is_rtl(run->lang) ? " dir=\"rtl\">" : ">");
  }
  g_string_append(out, run->style & RUN_BOLD ? "<strong>" : "");
  g_string_append(out, run->style & RUN_ITALIC ? "<em>" : "");
  g_string_append(out, run->style & RUN_ABOVE ? "<sup>" : "");
  g_string_append(out, run->style & RUN_BELOW ? "<sub>" : "");
  html_text(out, run->text);
  g_string_append(out, run->style & RUN_BELOW ? "</sub>" : "");
  g_string_append(out, run->style & RUN_ABOVE ? "</sup>" : "");
  g_string_append(out, run->style & RUN_ITALIC ? "</em>" : "");
  g_string_append(out, run->style & RUN_BOLD ? "</strong>" : "");
  g_string_append(out, lang ? "</span>" : "");
  g_string_append(out, link ? "</a>" : "");
}

/* Words from right to left without a language of their own: the first letter gives the direction, as in print. */
static bool needs_direction(const GPtrArray *runs)
{
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (!run->lang && run->text && text_has_rtl(run->text))
      return true;
  }
  return false;
}

void html_runs(Html *html, const GPtrArray *runs)
{
  bool direction = needs_direction(runs);
  g_string_append(html->out, direction ? "<span dir=\"auto\">" : "");
  for (guint i = 0; runs && i < runs->len; i++)
    put_run(html, g_ptr_array_index(runs, i));
  g_string_append(html->out, direction ? "</span>" : "");
}

void html_para_runs(Html *html, const Para *para)
{
  bool leads = para->file && prose_link_is_beside(para->file);
  if (leads) {
    g_autofree char *place = g_uri_escape_string(para->file, "/", FALSE);
    g_string_append(html->out, "<a");
    html_attribute(html->out, "href", place);
    g_string_append_c(html->out, '>');
  }
  html_runs(html, para->runs);
  g_string_append(html->out, leads ? "</a>" : "");
}

/* ---- headings -------------------------------------------------------------------------------------------------- */
void html_heading_begin(Html *html, int level, const char *id)
{
  html->level = CLAMP(level, 1, MIN(html->level + 1, 6));
  g_string_append_printf(html->out, "<h%d", html->level);
  if (id)
    html_attribute(html->out, "id", id);
  g_string_append_c(html->out, '>');
}

void html_heading_end(Html *html)
{
  g_string_append_printf(html->out, "</h%d>\n", html->level);
}

/* ---- prose ----------------------------------------------------------------------------------------------------- */
/* A list whose labels are written out: browsers have none of their own with brackets or parts. It stays a list, and
 * counts, for those who do not see it. */
static void put_list_start(Html *html, const ProseBlock *block)
{
  static const char *const types[] = { NULL, "1", "a", "A", "i", "I" };
  const char *type = types[prose_label_kind(block)];
  guint start = prose_label_start(block);
  html->labels = true;
  g_string_append(html->out,
                  block->ordered ? "<ol class=\"labels\" role=\"list\"" : "<ul class=\"labels\" role=\"list\"");
  if (type)
    html_attribute(html->out, "type", type);
  if (block->ordered && start != 1)
    g_string_append_printf(html->out, " start=\"%u\"", start);
  g_string_append(html->out, ">\n");
}

/* "<li>", and the label where the list has such. */
static void put_item_start(Html *html, Labelling *labelling, bool labelled)
{
  g_autofree char *label = prose_next_label(labelling);
  g_string_append(html->out, "<li>");
  if (!labelled)
    return;
  if (!label)
    label = labelling->list->ordered ? g_strdup_printf("%u.", labelling->number) : g_strdup("•");
  g_string_append(html->out, "<span class=\"number\">");
  html_text(html->out, label);
  g_string_append(html->out, "</span> ");
}

static void put_list(Html *html, const ProseBlock *block, int level)
{
  bool labelled = prose_has_labels(block);
  Labelling labelling = { .list = block };
  if (labelled)
    put_list_start(html, block);
  else
    g_string_append(html->out, block->ordered ? "<ol>\n" : "<ul>\n");
  for (guint i = 0; i < block->items->len; i++) {
    const Prose *item = g_ptr_array_index(block->items, i);
    const ProseBlock *only = item->blocks->len == 1 ? g_ptr_array_index(item->blocks, 0) : NULL;
    put_item_start(html, &labelling, labelled);
    if (only && only->kind == PROSE_PARA)
      html_runs(html, only->runs);
    else
      html_prose(html, item, level);
    g_string_append(html->out, "</li>\n");
  }
  g_string_append(html->out, block->ordered ? "</ol>\n" : "</ul>\n");
}

static void put_small_cell(Html *html, const ProseCell *cell, const char *scope)
{
  const char *element = cell->header ? "th" : "td";
  g_string_append_printf(html->out, "<%s", element);
  if (cell->header)
    html_attribute(html->out, "scope", scope);
  if (cell->columns > 1)
    g_string_append_printf(html->out, " colspan=\"%u\"", cell->columns);
  if (cell->rows > 1)
    g_string_append_printf(html->out, " rowspan=\"%u\"", cell->rows);
  g_string_append_c(html->out, '>');
  if (cell->prose)
    html_prose(html, cell->prose, 0);
  else
    html_runs(html, cell->runs);
  g_string_append_printf(html->out, "</%s>", element);
}

static void put_small_row(Html *html, const ProseBlock *table, guint index)
{
  const GPtrArray *row = g_ptr_array_index(table->rows, index);
  const char *scope = prose_row_label(table, index)           ? "rowgroup"
                      : prose_row_names_columns(table, index) ? "col"
                                                              : "row";
  g_string_append(html->out, "<tr>");
  for (guint k = 0; k < row->len; k++)
    put_small_cell(html, g_ptr_array_index(row, k), scope);
  g_string_append(html->out, "</tr>\n");
}

/* Whether its head and its groups are marked off: a simple table is rows only. */
static bool has_parts(const ProseBlock *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (prose_row_label(table, i) || prose_band_end(table, i) > i + 1)
      return true;
  return prose_table_head(table) > 1;
}

static void put_small_rows(Html *html, const ProseBlock *table)
{
  bool parts = has_parts(table);
  guint head = prose_table_head(table);
  const char *end = "";
  for (guint i = 0; i < table->rows->len; i++) {
    bool begins = i == 0 || i == head || prose_row_label(table, i);
    if (parts && begins) {
      g_string_append(html->out, end);
      g_string_append(html->out, i < head ? "<thead>\n" : "<tbody>\n");
      end = i < head ? "</thead>\n" : "</tbody>\n";
    }
    put_small_row(html, table, i);
  }
  g_string_append(html->out, end);
}

/* A small table inside prose. */
static void put_small_table(Html *html, const ProseBlock *block)
{
  g_string_append(html->out, "<table>\n");
  if (block->runs && block->runs->len > 0) {
    g_string_append(html->out, "<caption>");
    html_runs(html, block->runs);
    g_string_append(html->out, "</caption>\n");
  }
  put_small_rows(html, block);
  g_string_append(html->out, "</table>\n");
}

/* Only dots are in it: it was made anew when it was read. */
static void put_picture(Html *html, const ProseBlock *block)
{
  GString *out = html->out;
  g_autofree char *alt = block->alt ? runs_to_text(block->alt) : g_strdup("");
  html->pictures = true;
  g_string_append(out, "<figure class=\"picture\"><img");
  html_attribute(out, "alt", alt);
  g_string_append_printf(out, " width=\"%u\" height=\"%u\" src=\"data:image/png;base64,", block->width, block->height);
  g_string_append(out, block->data);
  g_string_append(out, "\">");
  if (block->runs) {
    g_string_append(out, "<figcaption>");
    html_runs(html, block->runs);
    g_string_append(out, "</figcaption>");
  }
  g_string_append(out, "</figure>\n");
}

static void put_prose_heading(Html *html, const ProseBlock *block, int level)
{
  if (level > 0)
    html_heading_begin(html, level, NULL);
  else
    g_string_append(html->out, "<p><strong>");
  html_runs(html, block->runs);
  if (level > 0)
    html_heading_end(html);
  else
    g_string_append(html->out, "</strong></p>\n");
}

void html_prose(Html *html, const Prose *prose, int level)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    switch (block->kind) {
    case PROSE_PARA:
      g_string_append(html->out, "<p>");
      html_runs(html, block->runs);
      g_string_append(html->out, "</p>\n");
      break;
    case PROSE_HEADING:
      put_prose_heading(html, block, level);
      break;
    case PROSE_LIST:
      put_list(html, block, level);
      break;
    case PROSE_TABLE:
      put_small_table(html, block);
      break;
    case PROSE_PICTURE:
      put_picture(html, block);
      break;
    }
  }
}
