/* Writing prose: one paragraph as words, anything else as blocks. */
#include "record/prose-write.h"
#include "xml/escape.h"

/* The words of a footnote, or the number of one whose words stand elsewhere. */
static void write_note(GString *out, const Run *run)
{
  if (run->note) {
    g_string_append(out, "<footnote>");
    prose_write_runs(out, run->note);
    g_string_append(out, "</footnote>");
    return;
  }
  g_autofree char *number = g_strcanon(g_strdup(run->text), "0123456789", ' ');
  g_string_append_printf(out, "<footnote number=\"%s\"/>", g_strstrip(number));
}

static void open_run(GString *out, const Run *run)
{
  if (run->style & RUN_BREAK)
    g_string_append(out, "<br/>");
  if (run->href && !(run->style & RUN_NOTE)) {
    g_string_append(out, "<a href=\"");
    escape_attribute(out, run->href);
    g_string_append(out, "\">");
  }
  if (run->lang) {
    g_string_append(out, "<span lang=\"");
    escape_attribute(out, run->lang);
    g_string_append(out, "\">");
  }
  g_string_append(out, run->style & RUN_BOLD ? "<b>" : "");
  g_string_append(out, run->style & RUN_ITALIC ? "<i>" : "");
  g_string_append(out, run->style & RUN_ABOVE ? "<sup>" : "");
  g_string_append(out, run->style & RUN_BELOW ? "<sub>" : "");
}

static void close_run(GString *out, const Run *run)
{
  g_string_append(out, run->style & RUN_BELOW ? "</sub>" : "");
  g_string_append(out, run->style & RUN_ABOVE ? "</sup>" : "");
  g_string_append(out, run->style & RUN_ITALIC ? "</i>" : "");
  g_string_append(out, run->style & RUN_BOLD ? "</b>" : "");
  g_string_append(out, run->lang ? "</span>" : "");
  g_string_append(out, run->href && !(run->style & RUN_NOTE) ? "</a>" : "");
}

/* Whether the words go on in the same manner: then they are one run when they are read again. */
static bool goes_on(const Run *run, const Run *next)
{
  return next && !(next->style & (RUN_BREAK | RUN_NOTE)) && (run->style | RUN_BREAK) == (next->style | RUN_BREAK) &&
         g_strcmp0(run->href, next->href) == 0 && g_strcmp0(run->lang, next->lang) == 0;
}

void prose_write_runs(GString *out, const GPtrArray *runs)
{
  bool open = false;
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i), *next = i + 1 < runs->len ? g_ptr_array_index(runs, i + 1) : NULL;
    if (!open)
      open_run(out, run);
    if (run->style & RUN_NOTE)
      write_note(out, run);
    else
      escape_content(out, run->text);
    open = goes_on(run, next);
    if (!open)
      close_run(out, run);
  }
}

static void write_words(GString *out, const char *element, const GPtrArray *runs)
{
  g_string_append_printf(out, "<%s>", element);
  prose_write_runs(out, runs);
  g_string_append_printf(out, "</%s>", element);
}

static void write_attribute(GString *out, const char *name, const char *value)
{
  if (!value)
    return;
  g_string_append_printf(out, " %s=\"", name);
  escape_attribute(out, value);
  g_string_append_c(out, '"');
}

static void write_list(GString *out, const ProseBlock *block, guint depth)
{
  const char *element = block->ordered ? "ol" : "ul";
  g_string_append_printf(out, "<%s", element);
  write_attribute(out, "labels", block->labels);
  if (block->start)
    g_string_append_printf(out, " start=\"%u\"", block->start);
  g_string_append_c(out, '>');
  for (guint i = 0; i < block->items->len; i++) {
    const Prose *item = g_ptr_array_index(block->items, i);
    escape_indent(out, depth + 1);
    g_string_append(out, "<li");
    write_attribute(out, "label", item->label);
    g_string_append_c(out, '>');
    prose_write(out, item, depth + 1);
    g_string_append(out, "</li>");
  }
  escape_indent(out, depth);
  g_string_append_printf(out, "</%s>", element);
}

static void write_cell(GString *out, const ProseCell *cell, guint depth)
{
  const char *element = cell->header ? "th" : "td";
  g_string_append_printf(out, "<%s", element);
  if (cell->columns > 1)
    g_string_append_printf(out, " colspan=\"%u\"", cell->columns);
  if (cell->rows > 1)
    g_string_append_printf(out, " rowspan=\"%u\"", cell->rows);
  g_string_append_c(out, '>');
  if (cell->prose)
    prose_write(out, cell->prose, depth);
  else
    prose_write_runs(out, cell->runs);
  g_string_append_printf(out, "</%s>", element);
}

static void write_row(GString *out, const GPtrArray *row, guint depth)
{
  g_string_append(out, "<tr>");
  for (guint i = 0; i < row->len; i++)
    write_cell(out, g_ptr_array_index(row, i), depth);
  g_string_append(out, "</tr>");
}

static void write_table(GString *out, const ProseBlock *block, guint depth)
{
  g_string_append(out, "<table");
  if (block->runs) {
    g_autofree char *caption = runs_to_text(block->runs);
    g_string_append(out, " caption=\"");
    escape_attribute(out, caption);
    g_string_append_c(out, '"');
  }
  g_string_append_c(out, '>');
  for (guint i = 0; i < block->rows->len; i++) {
    escape_indent(out, depth + 1);
    write_row(out, g_ptr_array_index(block->rows, i), depth + 1);
  }
  escape_indent(out, depth);
  g_string_append(out, "</table>");
}

static void write_words_attribute(GString *out, const char *name, const GPtrArray *runs)
{
  g_autofree char *text = runs ? runs_to_text(runs) : NULL;
  write_attribute(out, name, text);
}

static void write_picture(GString *out, const ProseBlock *block)
{
  g_string_append(out, "<picture");
  write_words_attribute(out, "alt", block->alt);
  if (!block->alt)
    g_string_append(out, " decorative=\"yes\"");
  write_words_attribute(out, "caption", block->runs);
  if (block->density > 1)
    g_string_append_printf(out, " density=\"%u\"", block->density);
  g_string_append_printf(out, " data=\"%s\"/>", block->data);
}

static void write_block(GString *out, const ProseBlock *block, guint depth)
{
  switch (block->kind) {
  case PROSE_PARA:
    write_words(out, "p", block->runs);
    return;
  case PROSE_HEADING:
    write_words(out, "h", block->runs);
    return;
  case PROSE_LIST:
    write_list(out, block, depth);
    return;
  case PROSE_TABLE:
    write_table(out, block, depth);
    return;
  case PROSE_PICTURE:
    write_picture(out, block);
    return;
  }
}

void prose_write(GString *out, const Prose *prose, guint depth)
{
  const ProseBlock *first = prose->blocks->len > 0 ? g_ptr_array_index(prose->blocks, 0) : NULL;
  if (prose->blocks->len == 1 && first->kind == PROSE_PARA) {
    prose_write_runs(out, first->runs);
    return;
  }
  for (guint i = 0; i < prose->blocks->len; i++) {
    escape_indent(out, depth + 1);
    write_block(out, g_ptr_array_index(prose->blocks, i), depth + 1);
  }
  if (first)
    escape_indent(out, depth);
}
