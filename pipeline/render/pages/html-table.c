/* Tables: caption, column headings in one or two rows, row headings, groups of rows; wide ones scroll in a region of
 * their own. */
#include "render/flat/phrase.h"
#include "render/pages/html.h"
#include <string.h>

/* ---- cells ----------------------------------------------------------------------------------------------------- */
/* A figure; where it is short for something, the sentence stands in the abbreviation. */
static void put_value(Html *html, const Value *value)
{
  if (value->label) {
    g_string_append(html->out, "<span class=\"label\">");
    html_text(html->out, value->label);
    g_string_append(html->out, "</span> ");
  }
  g_autofree char *text = value_to_text(html->document, value);
  g_autofree char *sentence = value_to_sentence(html->document, value);
  bool is_short = (value->flags || (!value->number.given && value->state)) && !g_str_equal(text, sentence);
  if (is_short) {
    g_string_append(html->out, "<abbr");
    html_attribute(html->out, "title", sentence);
    g_string_append_c(html->out, '>');
  }
  html_text(html->out, text);
  g_string_append(html->out, is_short ? "</abbr>" : "");
  html_runs(html, value->notes);
}

static void put_when(Html *html, const When *when)
{
  g_autofree char *text = when_to_text(html->document, when);
  g_autofree char *machine = date_given(when->date) ? date_to_string(when->date) : NULL;
  if (machine) {
    g_string_append(html->out, "<time");
    html_attribute(html->out, "datetime", machine);
    g_string_append_c(html->out, '>');
  }
  html_text(html->out, text);
  g_string_append(html->out, machine ? "</time>" : "");
}

static void put_item(Html *html, const Record *item, bool alone)
{
  const char *open = alone ? "" : "<div>", *close = alone ? "" : "</div>";
  if (item->spec == &text_spec) {
    const Text *text = (const Text *)item;
    const ProseBlock *only =
        alone && text->prose && text->prose->blocks->len == 1 ? g_ptr_array_index(text->prose->blocks, 0) : NULL;
    if (only && only->kind == PROSE_PARA)
      html_runs(html, only->runs);
    else
      html_prose(html, text->prose, text->level > 0 ? text->level + 1 : 0);
    return;
  }
  g_string_append(html->out, open);
  if (item->spec == &value_item_spec)
    put_value(html, (const Value *)item);
  else if (item->spec == &symbol_spec)
    html_symbol(html, (const Symbol *)item);
  else if (item->spec == &when_spec)
    put_when(html, (const When *)item);
  else if (item->spec == &para_spec)
    html_para_runs(html, (const Para *)item);
  g_string_append(html->out, close);
}

static void put_content(Html *html, const Cell *cell)
{
  for (guint i = 0; i < cell->content->len; i++)
    put_item(html, g_ptr_array_index(cell->content, i), cell->content->len == 1);
}

static const char *align_class(int align)
{
  return align == ALIGN_END ? "end" : align == ALIGN_CENTRE ? "centre" : NULL;
}

/* ---- rows ------------------------------------------------------------------------------------------------------ */
static void put_cell(Html *html, const Column *column, const Cell *cell, guint span, int indent)
{
  bool heads = column->row_header && span == 1 && cell->content->len > 0; /* an empty cell names nothing */
  g_string_append(html->out, heads ? "<th scope=\"row\"" : "<td");
  if (span > 1)
    g_string_append_printf(html->out, " colspan=\"%u\"", span);
  const char *align = span == 1 ? align_class(column->align) : NULL;
  if (align)
    html_attribute(html->out, "class", align);
  else if (indent > 0)
    g_string_append_printf(html->out, " class=\"in%d\"", MIN(indent, 4));
  g_string_append_c(html->out, '>');
  put_content(html, cell);
  g_string_append(html->out, heads ? "</th>" : "</td>");
}

static void put_row(Html *html, const Table *table, const Row *row)
{
  const char *class = row->kind == ROW_TOTAL      ? " class=\"total\""
                      : row->kind == ROW_SUBTOTAL ? " class=\"subtotal\""
                                                  : "";
  g_string_append_printf(html->out, "<tr%s>", class);
  guint at = 0, n = table->columns->len;
  for (guint i = 0; i < row->cells->len && at < n; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    guint span = MIN(cell->span > 1 ? (guint)cell->span : 1, n - at);
    put_cell(html, g_ptr_array_index(table->columns, at), cell, span, i == 0 ? row->indent : 0);
    at += span;
  }
  g_string_append(html->out, "</tr>\n");
}

/* The only cell with content of a title row, or NULL. */
static const Cell *title_cell(const Row *row)
{
  const Cell *title = NULL;
  for (guint i = 0; row->kind == ROW_HEADING && i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    if (cell->content->len == 0)
      continue;
    if (title)
      return NULL;
    title = cell;
  }
  return title;
}

static void group_heading_begin(Html *html, const Table *table, const char *class)
{
  g_string_append_printf(html->out, "<tr class=\"%s\"><th scope=\"rowgroup\" colspan=\"%u\">", class,
                         table->columns->len);
}

static void group_heading_end(Html *html)
{
  g_string_append(html->out, "</th></tr>\n");
}

/* A title inside a group begins a body of rows of its own, which it heads. */
static void put_group(Html *html, const Table *table, const RowGroup *group)
{
  g_string_append(html->out, "<tbody>\n");
  if (group->label && group->label->len > 0) {
    group_heading_begin(html, table, "group");
    html_runs(html, group->label);
    group_heading_end(html);
  }
  for (guint i = 0; i < group->rows->len; i++) {
    const Row *row = g_ptr_array_index(group->rows, i);
    const Cell *title = title_cell(row);
    if (!title) {
      put_row(html, table, row);
      continue;
    }
    g_string_append(html->out, "</tbody>\n<tbody>\n");
    group_heading_begin(html, table, "title");
    put_content(html, title);
    group_heading_end(html);
  }
  g_string_append(html->out, "</tbody>\n");
}

/* ---- widths ---------------------------------------------------------------------------------------------------- */
static guint share_of(const Column *column)
{
  return (guint)MAX(column->share, 1);
}

static guint share_of_all(const Table *table)
{
  guint sum = 0;
  for (guint i = 0; i < table->columns->len; i++)
    sum += share_of(g_ptr_array_index(table->columns, i));
  return sum;
}

/* A column's share of the width, 1 to 100. */
static guint column_percent(const Html *html, const Column *column)
{
  return CLAMP(share_of(column) * 100 / html->shares, 1, 100);
}

/* ---- headings -------------------------------------------------------------------------------------------------- */
static void put_heading(Html *html, const Column *column, guint rows)
{
  g_string_append(html->out, "<th scope=\"col\"");
  if (rows > 1)
    g_string_append_printf(html->out, " rowspan=\"%u\"", rows);
  const char *align = align_class(column->align);
  g_string_append_printf(html->out, " class=\"w%u%s%s\">", column_percent(html, column), align ? " " : "",
                         align ? align : "");
  if (column->symbol)
    html_mark(html->document, html->out, column->symbol);
  g_autofree char *heading = g_strdelimit(g_strdup(column->heading ? column->heading : ""), "|", '\n');
  html_text(html->out, heading);
  html_runs(html, column->notes);
  g_string_append(html->out, "</th>");
}

static bool has_groups(const Table *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((const Column *)g_ptr_array_index(table->columns, i))->group)
      return true;
  return false;
}

/* How many columns from first on share its group. */
static guint group_length(const Table *table, guint first)
{
  const char *group = ((const Column *)g_ptr_array_index(table->columns, first))->group;
  guint n = 1;
  while (first + n < table->columns->len &&
         g_strcmp0(((const Column *)g_ptr_array_index(table->columns, first + n))->group, group) == 0)
    n++;
  return n;
}

static void put_head(Html *html, const Table *table)
{
  bool grouped = has_groups(table);
  g_string_append(html->out, "<thead>\n<tr>");
  for (guint i = 0; i < table->columns->len;) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (!column->group) {
      put_heading(html, column, grouped ? 2 : 1);
      i++;
      continue;
    }
    guint n = group_length(table, i);
    g_string_append_printf(html->out, "<th scope=\"colgroup\" colspan=\"%u\">", n);
    html_text(html->out, column->group);
    g_string_append(html->out, "</th>");
    i += n;
  }
  g_string_append(html->out, "</tr>\n");
  if (grouped) {
    g_string_append(html->out, "<tr>");
    for (guint i = 0; i < table->columns->len; i++) {
      const Column *column = g_ptr_array_index(table->columns, i);
      if (column->group)
        put_heading(html, column, 1);
    }
    g_string_append(html->out, "</tr>\n");
  }
  g_string_append(html->out, "</thead>\n");
}

/* Column groups must be marked up for scope=colgroup to mean something. */
static void put_columns(Html *html, const Table *table)
{
  for (guint i = 0; i < table->columns->len;) {
    const Column *first = g_ptr_array_index(table->columns, i);
    guint n = first->group ? group_length(table, i) : 1;
    g_string_append(html->out, "<colgroup>");
    for (guint k = 0; k < n; k++, i++) {
      guint percent = column_percent(html, g_ptr_array_index(table->columns, i));
      html->widths[percent] = true;
      g_string_append_printf(html->out, "<col class=\"w%u\">", percent);
    }
    g_string_append(html->out, "</colgroup>");
  }
  g_string_append_c(html->out, '\n');
}

void html_table(Html *html, const Table *table)
{
  if (table->columns->len == 0)
    return;
  bool captioned = table->caption && table->caption->len > 0;
  g_autofree char *id = html_id(html, "table-", table->id);
  g_autofree char *caption = captioned ? html_id(html, id, "-caption") : NULL;
  g_string_append(html->out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
  html_attribute(html->out, captioned ? "aria-labelledby" : "aria-label",
                 captioned ? caption : phrase(html->document, "table"));
  g_string_append(html->out, ">\n<table");
  html_attribute(html->out, "id", id);
  if (table->no_head)
    html_attribute(html->out, "class", "facts");
  g_string_append(html->out, ">\n");
  if (captioned) {
    g_string_append(html->out, "<caption");
    html_attribute(html->out, "id", caption);
    g_string_append_c(html->out, '>');
    html_runs(html, table->caption);
    g_string_append(html->out, "</caption>\n");
  }
  html->shares = share_of_all(table);
  put_columns(html, table);
  if (!table->no_head)
    put_head(html, table);
  for (guint i = 0; i < table->groups->len; i++)
    put_group(html, table, g_ptr_array_index(table->groups, i));
  g_string_append(html->out, "</table>\n</div>\n");
}
