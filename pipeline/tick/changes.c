/* Comparing two versions of a document: each is told as places and what they say. */
#include "tick/changes.h"
#include "base/json.h"
#include "base/text.h"
#include <string.h>

/* What one version says, by place. */
typedef struct {
  Arena *arena;
  const Document *document;
  GPtrArray *places;    /* of char *, in reading order */
  GHashTable *said;     /* place to char * */
  GHashTable *numbered; /* place to how often it was there */
  const char *heading;
} Telling;

/* A place that is there twice is the second, the third ... one. */
static void tell(Telling *t, const char *where, const char *text)
{
  if (!text || !*text)
    return;
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(t->numbered, where)) + 1;
  char *place = n == 1 ? arena_strdup(t->arena, where) : arena_printf(t->arena, "%s (%u)", where, n);
  g_hash_table_insert(t->numbered, arena_strdup(t->arena, where), GUINT_TO_POINTER(n));
  g_ptr_array_add(t->places, place);
  g_hash_table_insert(t->said, place, arena_strdup(t->arena, text));
}

static void append(GString *out, const char *text)
{
  if (out->len && text && *text)
    g_string_append(out, "; ");
  g_string_append(out, text ? text : "");
}

/* All that a cell says, without the places of footnotes. Caller frees. */
static char *cell_text(const Telling *t, const Cell *cell)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < cell->content->len; i++) {
    const Record *item = g_ptr_array_index(cell->content, i);
    g_autofree char *text = NULL;
    if (item->spec == &value_item_spec)
      text = value_to_text(t->document, (const Value *)item);
    else if (item->spec == &when_spec)
      text = when_to_text(t->document, (const When *)item);
    else if (item->spec == &symbol_spec)
      text = g_strdup(((const Symbol *)item)->word);
    else if (item->spec == &para_spec)
      text = runs_to_text(((const Para *)item)->runs);
    else if (item->spec == &text_spec)
      text = prose_to_text(((const Text *)item)->prose);
    append(out, text);
  }
  return g_string_free(out, FALSE);
}

static const Column *column_at(const Table *table, guint column)
{
  return column < table->columns->len ? g_ptr_array_index(table->columns, column) : NULL;
}

/* The words of the cells that head the row; caller frees. */
static char *row_words(const Telling *t, const Table *table, const Row *row)
{
  guint column = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    const Column *head = column_at(table, column);
    if (head && head->row_header)
      return cell_text(t, cell);
    column += cell->span > 0 ? (guint)cell->span : 1;
  }
  return g_strdup("");
}

static void tell_row(Telling *t, const Table *table, const Row *row)
{
  g_autofree char *name = row_words(t, table, row);
  guint column = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    const Column *head = column_at(table, column);
    g_autofree char *text = cell_text(t, cell);
    g_autofree char *heading = g_strdelimit(g_strdup(head && head->heading ? head->heading : ""), "|", ' ');
    g_autofree char *where = g_strdup_printf("table %s, row '%s', column '%s'", table->id, name, heading);
    tell(t, where, text);
    column += cell->span > 0 ? (guint)cell->span : 1;
  }
}

static void tell_table(Telling *t, const Table *table)
{
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < group->rows->len; k++)
      tell_row(t, table, g_ptr_array_index(group->rows, k));
  }
}

static void tell_chart(Telling *t, const Chart *chart)
{
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    for (guint k = 0; k < series->points->len && k < chart->categories->len; k++) {
      const Point *point = g_ptr_array_index(series->points, k);
      const ChartCategory *category = g_ptr_array_index(chart->categories, k);
      const Value value = { .number = point->number, .unit = chart->unit, .decimals = chart->decimals };
      g_autofree char *text = point->number.given ? value_to_text(t->document, &value) : NULL;
      g_autofree char *where = g_strdup_printf("chart %s, %s, %s", chart->id, series->label, category->label);
      tell(t, where, text);
    }
  }
}

static void tell_blocks(Telling *t, const GPtrArray *blocks);

static void tell_block(Telling *t, const Record *block)
{
  g_autofree char *where = g_strdup_printf("under '%s'", t->heading), *text = NULL;
  if (block->spec == &heading_spec) {
    text = runs_to_text(((const Heading *)block)->runs);
    t->heading = arena_strdup(t->arena, text);
    tell(t, "headings", text);
  } else if (block->spec == &para_spec) {
    text = runs_to_text(((const Para *)block)->runs);
    tell(t, where, text);
  } else if (block->spec == &text_spec) {
    text = prose_to_text(((const Text *)block)->prose);
    tell(t, where, text);
  } else if (block->spec == &table_spec) {
    tell_table(t, (const Table *)block);
  } else if (block->spec == &chart_spec) {
    tell_chart(t, (const Chart *)block);
  } else if (block->spec == &box_spec) {
    tell_blocks(t, ((const Box *)block)->blocks);
  } else if (block->spec == &keep_spec) {
    tell_blocks(t, ((const Keep *)block)->blocks);
  }
}

static void tell_blocks(Telling *t, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    tell_block(t, g_ptr_array_index(blocks, i));
}

static Telling telling_of(Arena *arena, const Document *document)
{
  Telling t = { .arena = arena,
                .document = document,
                .places = arena_list(arena),
                .said = g_hash_table_new(g_str_hash, g_str_equal),
                .numbered = g_hash_table_new(g_str_hash, g_str_equal),
                .heading = "the beginning" };
  for (guint i = 0; i < document->sections->len; i++)
    tell_blocks(&t, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return t;
}

static void telling_clear(Telling *t)
{
  g_hash_table_unref(t->said);
  g_hash_table_unref(t->numbered);
}

static void add(Arena *arena, GPtrArray *changes, const char *where, const char *old, const char *new)
{
  ShownChange *change = arena_alloc(arena, sizeof *change);
  *change = (ShownChange){ where, old, new };
  g_ptr_array_add(changes, change);
}

GPtrArray *changes_between(Arena *arena, const Document *old, const Document *new)
{
  Telling before = telling_of(arena, old), after = telling_of(arena, new);
  GPtrArray *changes = arena_list(arena);
  for (guint i = 0; i < after.places->len; i++) {
    const char *where = g_ptr_array_index(after.places, i);
    const char *was = g_hash_table_lookup(before.said, where), *is = g_hash_table_lookup(after.said, where);
    if (g_strcmp0(was, is) != 0)
      add(arena, changes, where, was, is);
  }
  for (guint i = 0; i < before.places->len; i++) {
    const char *where = g_ptr_array_index(before.places, i);
    if (!g_hash_table_contains(after.said, where))
      add(arena, changes, where, g_hash_table_lookup(before.said, where), NULL);
  }
  telling_clear(&before);
  telling_clear(&after);
  return changes;
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

void changes_write_json(const GPtrArray *changes, GString *out)
{
  g_string_append(out, "[");
  for (guint i = 0; i < changes->len; i++) {
    const ShownChange *change = g_ptr_array_index(changes, i);
    g_string_append(out, i ? ",\n  {\"where\": " : "\n  {\"where\": ");
    json_string(out, change->where);
    g_string_append(out, ", \"old\": ");
    json_string(out, change->old);
    g_string_append(out, ", \"new\": ");
    json_string(out, change->new);
    g_string_append(out, "}");
  }
  g_string_append(out, changes->len ? "\n]\n" : "]\n");
}

/* Only where two long texts part: from the word in which they do. */
static const char *from_difference(const char *text, const char *other, bool *ret_cut)
{
  enum { SHORT = 60 };
  gsize same = 0;
  *ret_cut = false;
  while (text && other && text[same] && text[same] == other[same])
    same++;
  while (same > 0 && text[same - 1] != ' ')
    same--;
  if (!text || !other || same == 0 || strlen(text) < SHORT)
    return text;
  *ret_cut = true;
  return text + same;
}

static void put_text(GString *out, const char *text, bool cut)
{
  enum { CHARACTERS = 100 };
  if (!text) {
    g_string_append(out, "not there");
    return;
  }
  g_autofree char *line = text_tame(text);
  bool is_long = g_utf8_strlen(line, -1) > CHARACTERS;
  g_autofree char *start = is_long ? g_utf8_substring(line, 0, CHARACTERS) : g_strdup(line);
  g_string_append_printf(out, "'%s%s%s'", cut ? "… " : "", start, is_long ? "…" : "");
}

void changes_write_text(const GPtrArray *changes, GString *out)
{
  for (guint i = 0; i < changes->len; i++) {
    const ShownChange *change = g_ptr_array_index(changes, i);
    bool cut, also;
    const char *old = from_difference(change->old, change->new, &cut);
    const char *new = from_difference(change->new, change->old, &also);
    g_autofree char *where = text_tame(change->where);
    g_string_append_printf(out, "%s: ", where);
    put_text(out, old, cut);
    g_string_append(out, " -> ");
    put_text(out, new, also);
    g_string_append_c(out, '\n');
  }
}
