/* Prose as plain words: lists keep their marks, links their addresses; only characters that XML allows survive. */
#include "render/flat/plain.h"
#include "record/prose-labels.h"
#include "render/flat/phrase.h"
#include <string.h>

static bool is_allowed(gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/* True for most text: nothing in it needs to be changed. */
static bool is_clean(const char *text)
{
  for (const guchar *p = (const guchar *)text; *p; p++)
    if ((*p < 0x20 && *p != '\n' && *p != '\t') || (*p == 0xEF && p[1] == 0xBF && p[2] >= 0xBE))
      return false;
  return g_utf8_validate(text, -1, NULL);
}

char *plain_clean(const char *text)
{
  if (text && is_clean(text))
    return g_strstrip(g_strdup(text));
  g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
  GString *out = g_string_sized_new(strlen(valid));
  for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == '\r' && p[1] == '\n')
      continue;
    if (c == '\r')
      c = '\n';
    g_string_append_unichar(out, is_allowed(c) ? c : ' ');
  }
  return g_strstrip(g_string_free(out, FALSE));
}

char *plain_line(const char *text)
{
  g_autofree char *clean = plain_clean(text);
  GString *out = g_string_sized_new(strlen(clean));
  for (const char *p = clean; *p; p++) {
    bool space = *p == ' ' || *p == '\n' || *p == '\t';
    if (!space)
      g_string_append_c(out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

const char *plain_end(const char *text, gsize max_units)
{
  enum { FOLLOWS = 0x80, FOLLOWS_MASK = 0xC0, FOUR_BYTES = 0xF0 }; /* how UTF-8 tells a character's first byte */
  gsize n = 0;
  const guchar *p = (const guchar *)text;
  for (; *p; p++) {
    if ((*p & FOLLOWS_MASK) == FOLLOWS)
      continue;
    n += *p >= FOUR_BYTES ? 2 : 1;
    if (n > max_units)
      break;
  }
  return (const char *)p;
}

/* "[note 3]" of the place of footnote 3. */
static void append_mark(GString *out, const Document *document, const Run *run)
{
  g_autofree char *number = g_strcanon(g_strdup(run->text), "0123456789", ' ');
  g_autofree char *mark = document ? phrase_with(document, "note", g_strstrip(number)) : NULL;
  if (mark)
    g_string_append_printf(out, "%s%s", out->len ? " " : "", mark);
}

/* Words above or below the line in characters that stand there; false: not all of them have one. */
static bool append_placed(GString *out, const Run *run)
{
  static const char plain[] = "0123456789+-()n";
  static const gunichar above[] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074, 0x2075, 0x2076, 0x2077,
                                    0x2078, 0x2079, 0x207a, 0x207b, 0x207d, 0x207e, 0x207f };
  static const gunichar below[] = { 0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085, 0x2086, 0x2087,
                                    0x2088, 0x2089, 0x208a, 0x208b, 0x208d, 0x208e, 0x2099 };
  if (!(run->style & (RUN_ABOVE | RUN_BELOW)) || strspn(run->text, plain) < strlen(run->text))
    return false;
  for (const char *p = run->text; *p; p++)
    g_string_append_unichar(out, (run->style & RUN_ABOVE ? above : below)[strchr(plain, *p) - plain]);
  return true;
}

static void append_runs(GString *out, const Document *document, const GPtrArray *runs)
{
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & RUN_BREAK)
      g_string_append_c(out, '\n');
    if (run->style & RUN_NOTE) {
      append_mark(out, document, run);
      continue;
    }
    if (!append_placed(out, run))
      g_string_append(out, run->text);
    if (run->href && run->href[0] != '#' && !strstr(run->text, run->href))
      g_string_append_printf(out, " (%s)", run->href);
  }
}

static void append_prose(GString *out, const Document *document, const Prose *prose, int depth);

static void append_list(GString *out, const Document *document, const ProseBlock *block, int depth)
{
  Labelling labelling = { .list = block };
  for (guint i = 0; i < block->items->len; i++) {
    if (out->len > 0)
      g_string_append_c(out, '\n');
    for (int d = 0; d < depth; d++)
      g_string_append(out, "  ");
    g_autofree char *label = prose_next_label(&labelling);
    if (label)
      g_string_append_printf(out, "%s ", label);
    else if (block->ordered)
      g_string_append_printf(out, "%u. ", labelling.number);
    else
      g_string_append(out, "• ");
    g_autoptr(GString) item = g_string_new(NULL);
    append_prose(item, document, g_ptr_array_index(block->items, i), depth + 1);
    g_string_append(out, item->str);
  }
}

static void append_cell(GString *out, const Document *document, const ProseCell *cell)
{
  g_autoptr(GString) words = g_string_new(NULL);
  if (cell->prose)
    append_prose(words, document, cell->prose, 0);
  else
    append_runs(words, document, cell->runs);
  g_string_append(out, words->str);
}

/* The cell over that place of the row: one that begins there, or reaches there from the left or above; or NULL. */
static const ProseCell *cell_at(const ProseBlock *table, guint row, guint column)
{
  for (guint i = row + 1; i-- > 0;) {
    const GPtrArray *cells = g_ptr_array_index(table->rows, i);
    for (guint k = 0; k < cells->len; k++) {
      const ProseCell *cell = g_ptr_array_index(cells, k);
      if (cell->column <= column && column < cell->column + cell->columns)
        return i + cell->rows > row ? cell : NULL;
    }
  }
  return NULL;
}

/* A heading of several rows is said in each; nothing else is said twice. */
static void append_table(GString *out, const Document *document, const ProseBlock *block)
{
  if (block->runs) {
    append_runs(out, document, block->runs);
    g_string_append_c(out, '\n');
  }
  for (guint i = 0; i < block->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index(block->rows, i);
    guint next = 0;
    g_string_append(out, i > 0 ? "\n" : "");
    for (guint column = 0; column < block->columns; column++) {
      const ProseCell *own = next < row->len ? g_ptr_array_index(row, next) : NULL;
      bool begins = own && own->column == column;
      const ProseCell *above = begins ? NULL : cell_at(block, i, column);
      next += begins;
      g_string_append(out, column > 0 ? " | " : "");
      if (begins || (above && above->header && above->column == column))
        append_cell(out, document, begins ? own : above);
    }
  }
}

/* What it shows in brackets, its caption below. */
static void append_picture(GString *out, const Document *document, const ProseBlock *block)
{
  if (block->alt) {
    g_string_append_c(out, '[');
    append_runs(out, document, block->alt);
    g_string_append_c(out, ']');
  }
  if (block->alt && block->runs)
    g_string_append_c(out, '\n');
  append_runs(out, document, block->runs);
}

static void append_prose(GString *out, const Document *document, const Prose *prose, int depth)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    if (block->kind == PROSE_LIST) {
      append_list(out, document, block, depth);
      continue;
    }
    if (out->len > 0)
      g_string_append_c(out, '\n');
    if (block->kind == PROSE_TABLE)
      append_table(out, document, block);
    else if (block->kind == PROSE_PICTURE)
      append_picture(out, document, block);
    else
      append_runs(out, document, block->runs);
  }
}

char *plain_runs(const Document *document, const GPtrArray *runs)
{
  g_autoptr(GString) out = g_string_new(NULL);
  append_runs(out, document, runs);
  return plain_clean(out->str);
}

char *plain_prose(const Document *document, const Prose *prose)
{
  g_autoptr(GString) out = g_string_new(NULL);
  append_prose(out, document, prose, 0);
  return plain_clean(out->str);
}
