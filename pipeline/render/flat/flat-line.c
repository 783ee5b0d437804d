/* Taking rows apart: one line for each measure of a row; titles and labels become words of the lines below them. */
#include "render/flat/flat-line.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const Document *document;
  guint n_columns;
  GPtrArray *lines;
  const char *group;
  GArray *titles; /* of Title: those of the section, outermost first */
} Taking;

typedef struct {
  const char *text;
  int indent;
  bool deeper; /* rows below it are indented more: one that is not ends it */
} Title;

/* ---- what a cell says ------------------------------------------------------------------------------------------ */
static const char *keep(Taking *taking, char *text)
{
  const char *kept = arena_strdup(taking->arena, text);
  g_free(text);
  return kept;
}

static const char *words_when(Taking *taking, const When *when)
{
  return keep(taking, when_to_text(taking->document, when));
}

/* The words of an item that is neither value nor symbol. */
static const char *words_of(Taking *taking, const Record *item)
{
  if (item->spec == &para_spec)
    return keep(taking, plain_runs(taking->document, ((const Para *)item)->runs));
  if (item->spec == &text_spec)
    return keep(taking, plain_prose(taking->document, ((const Text *)item)->prose));
  if (item->spec == &when_spec)
    return words_when(taking, (const When *)item);
  return "";
}

static const char *join(Taking *taking, const char *a, const char *b)
{
  if (!a || !*a)
    return b;
  return *b ? arena_printf(taking->arena, "%s\n%s", a, b) : a;
}

/* The same for many. */
static void add_words(GString *all, const char *words)
{
  g_string_append_printf(all, "%s%s", all->len > 0 && *words ? "\n" : "", words);
}

static bool is_dash(const char *text)
{
  return g_str_equal(text, "-") || g_str_equal(text, "–") || g_str_equal(text, "—");
}

static void say_words(FlatPiece *piece, const char *text)
{
  if (!text || !*text || is_dash(text))
    return;
  piece->cell = (FlatCell){ .kind = FLAT_TEXT, .text = text };
  piece->empty = false;
}

/* "[note 3]" stands beside the figure, which stays a number. */
static void say_notes(Taking *taking, FlatPiece *piece, const Value *value)
{
  const char *marks = value->notes ? keep(taking, plain_runs(taking->document, value->notes)) : "";
  if (*marks)
    piece->remark = join(taking, piece->remark, marks);
}

/* As pages do: words that stand beside a number are not shown; those that stand for one are. */
static void say_value(Taking *taking, FlatPiece *piece, const Value *value)
{
  g_autofree char *text = plain_clean(value->text);
  piece->flags = value->flags;
  if (value->number.given && value->unit == UNIT_YES_NO) {
    say_words(piece, phrase(taking->document, amount_is_zero(value->number.amount) ? "no" : "yes"));
  } else if (value->number.given) {
    piece->cell = (FlatCell){ .kind = FLAT_NUMBER, .value = value };
    piece->empty = false;
    if (value->before)
      piece->remark = arena_strdup(taking->arena, value->before);
    g_autofree char *rate = value_rate(taking->document, value);
    if (rate)
      piece->remark = join(taking, piece->remark, arena_strdup(taking->arena, rate));
  } else if (value->state != STATE_NONE) {
    piece->cell = (FlatCell){ .kind = FLAT_MARK, .text = shorthand_state(taking->document, value->state) };
    piece->empty = false;
    if (*text && !is_dash(text))
      piece->remark = arena_strdup(taking->arena, text);
  } else {
    say_words(piece, arena_strdup(taking->arena, text));
  }
}

static const char *symbol_word(Taking *taking, const Symbol *symbol)
{
  if (symbol->by_rule && symbol->alt)
    return keep(taking, plain_line(symbol->alt));
  return symbol->word ? keep(taking, plain_line(symbol->word)) : phrase_symbol(taking->document, symbol->name);
}

/* The items of a cell by sort. */
typedef struct {
  GPtrArray *values, *symbols, *others;
  GHashTable *by_label; /* label to its first value, or NULL: no value has a label */
  GHashTable *behind;   /* value with a label to the other items that follow it: GPtrArray; or NULL */
} Sorted;

static void put_label(Arena *arena, Sorted *sorted, Value *value)
{
  if (!value->label)
    return;
  if (!sorted->by_label) {
    sorted->by_label = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, sorted->by_label, (GDestroyNotify)g_hash_table_unref);
  }
  if (!g_hash_table_contains(sorted->by_label, value->label))
    g_hash_table_insert(sorted->by_label, value->label, value);
}

/* Where the other items go that stand behind a value: with a label they are said of it alone. */
static GPtrArray *list_behind(Arena *arena, Sorted *sorted, const Value *value)
{
  if (!value->label)
    return sorted->others;
  if (!sorted->behind) {
    sorted->behind = g_hash_table_new(NULL, NULL);
    arena_own(arena, sorted->behind, (GDestroyNotify)g_hash_table_unref);
  }
  GPtrArray *list = arena_list(arena);
  g_hash_table_insert(sorted->behind, (gpointer)value, list);
  return list;
}

static Sorted sort_items(Arena *arena, const Cell *cell)
{
  Sorted sorted = { arena_list(arena), arena_list(arena), arena_list(arena), NULL, NULL };
  GPtrArray *others = sorted.others;
  for (guint i = 0; cell && i < cell->content->len; i++) {
    Record *item = g_ptr_array_index(cell->content, i);
    g_ptr_array_add(item->spec == &value_item_spec ? sorted.values
                    : item->spec == &symbol_spec   ? sorted.symbols
                                                   : others,
                    item);
    if (item->spec != &value_item_spec)
      continue;
    put_label(arena, &sorted, (Value *)item);
    others = list_behind(arena, &sorted, (const Value *)item);
  }
  return sorted;
}

/* The values of a cell that belong to a line: those with its label, else by place, else the only one. */
static const Value *pick_value(const Sorted *sorted, const char *label, guint index, guint n_lines)
{
  const GPtrArray *values = sorted->values;
  const Value *labelled = label && sorted->by_label ? g_hash_table_lookup(sorted->by_label, label) : NULL;
  if (labelled)
    return labelled;
  const Value *first = values->len > 0 ? g_ptr_array_index(values, 0) : NULL;
  if (!first || first->label)
    return NULL;
  if (values->len == n_lines)
    return g_ptr_array_index(values, index);
  return values->len == 1 ? first : NULL;
}

/* The word of the line's symbol, or of all of them when they do not match the lines. The only one of several lines is
 * said of all of them, and says so. */
static const char *pick_symbol(Taking *taking, const GPtrArray *symbols, guint index, guint n_lines,
                               const char **ret_name)
{
  g_autoptr(GString) words = g_string_new(NULL);
  guint taken = 0;
  for (guint i = 0; i < symbols->len; i++) {
    const Symbol *symbol = g_ptr_array_index(symbols, i);
    if (symbols->len == n_lines && i != index)
      continue;
    *ret_name = taken++ > 0 ? NULL : symbol->name;
    const char *word = symbol_word(taking, symbol);
    bool of_all = symbols->len == 1 && n_lines > 1;
    g_autofree char *said = of_all ? phrase_with(taking->document, "symbol-of-all", word) : g_strdup(word);
    add_words(words, said);
  }
  return taken > 0 ? arena_strdup(taking->arena, words->str) : NULL;
}

/* The words of all other items, but for those that are said of another value; NULL when there are none. */
static const char *join_others(Taking *taking, const Sorted *sorted, const Value *value)
{
  const GPtrArray *others = sorted->others;
  const GPtrArray *own = value && sorted->behind ? g_hash_table_lookup(sorted->behind, value) : NULL;
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < others->len; i++)
    add_words(words, words_of(taking, g_ptr_array_index(others, i)));
  for (guint i = 0; own && i < own->len; i++)
    add_words(words, words_of(taking, g_ptr_array_index(own, i)));
  return words->len > 0 || others->len > 0 ? arena_strdup(taking->arena, words->str) : NULL;
}

static FlatPiece take_cell(Taking *taking, const Sorted *sorted, const char *label, guint index, guint n_lines)
{
  FlatPiece piece = { .empty = true };
  if (sorted->values->len == 0 && sorted->symbols->len == 0 && sorted->others->len == 1) {
    const When *when = g_ptr_array_index(sorted->others, 0);
    if (when->record.spec == &when_spec && date_given(when->date)) {
      piece.cell = (FlatCell){ .kind = FLAT_DATE, .date = when->date };
      piece.empty = false;
      return piece;
    }
  }
  const char *name = NULL;
  const char *words = pick_symbol(taking, sorted->symbols, index, n_lines, &name);
  const Value *value = pick_value(sorted, label, index, n_lines);
  const char *rest = join_others(taking, sorted, value);
  if (sorted->values->len > 0) {
    if (value)
      say_value(taking, &piece, value);
    if (value)
      say_notes(taking, &piece, value);
    rest = words ? join(taking, words, rest ? rest : "") : rest;
  } else if (words) {
    say_words(&piece, words);
    piece.cell.symbol = name;
  } else {
    say_words(&piece, rest);
    return piece;
  }
  if (rest && *rest && !is_dash(rest))
    piece.remark = piece.remark ? join(taking, piece.remark, rest) : rest;
  return piece;
}

/* ---- rows ------------------------------------------------------------------------------------------------------ */
/* Words across the whole table ("No indicators in this category"): said once, not in every column. */
static bool is_remark(const Cell *cell, guint span, guint n_columns)
{
  for (guint i = 0; i < cell->content->len; i++)
    if (((const Record *)g_ptr_array_index(cell->content, i))->spec == &value_item_spec)
      return false;
  return span > 1 && span >= n_columns;
}

/* The cell at each column of a row; a spanning cell stands at each of its columns. */
static const Cell **place_cells(Taking *taking, const Row *row)
{
  const Cell **places = arena_alloc(taking->arena, (taking->n_columns + 1) * sizeof *places);
  guint at = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    guint span = cell->span > 1 ? (guint)cell->span : 1;
    guint repeats = is_remark(cell, span, taking->n_columns) ? 1 : span;
    for (guint k = 0; k < repeats && at + k < taking->n_columns; k++)
      places[at + k] = cell;
    at = MIN(at + span, taking->n_columns);
  }
  return places;
}

/* Where a label that no cell before had belongs: before the one that follows it in its cell, else at the end. */
static int place_of(const GPtrArray *labels, const GPtrArray *values, guint from)
{
  enum { SORTED = 64 }; /* labels of a row; of more the order is that in which they appear */
  for (guint k = from + 1; labels->len < SORTED && k < values->len; k++) {
    const char *label = ((const Value *)g_ptr_array_index(values, k))->label;
    for (guint i = 0; label && i < labels->len; i++)
      if (strcmp(g_ptr_array_index(labels, i), label) == 0)
        return (int)i;
  }
  return -1;
}

/* The labels of a row's figures, in the order of the cells; with no labels, the most figures that a cell has. */
static guint count_lines(Taking *taking, const Row *row, GPtrArray *labels)
{
  guint most = 1;
  g_autoptr(GHashTable) known = NULL;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    Sorted sorted = sort_items(taking->arena, cell);
    most = MAX(most, sorted.values->len);
    for (guint k = 0; k < sorted.values->len; k++) {
      const Value *value = g_ptr_array_index(sorted.values, k);
      if (value->label && !known)
        known = g_hash_table_new(g_str_hash, g_str_equal);
      if (value->label && g_hash_table_add(known, value->label))
        g_ptr_array_insert(labels, place_of(labels, sorted.values, k), value->label);
    }
  }
  return labels->len > 0 ? labels->len : most;
}

/* The only words of a title row, or NULL when it holds more. */
static const char *title_of(Taking *taking, const Row *row)
{
  const char *title = NULL;
  for (guint i = 0; i < row->cells->len; i++) {
    const Sorted sorted = sort_items(taking->arena, g_ptr_array_index(row->cells, i));
    FlatPiece piece = take_cell(taking, &sorted, NULL, 0, 1);
    if (piece.empty)
      continue;
    if (title || piece.cell.kind != FLAT_TEXT)
      return NULL;
    title = piece.cell.text;
  }
  return title;
}

static const char *section_of(Taking *taking)
{
  const char *section = NULL;
  for (guint i = 0; i < taking->titles->len; i++) {
    const char *title = g_array_index(taking->titles, Title, i).text;
    section = section ? arena_printf(taking->arena, "%s: %s", section, title) : title;
  }
  return section;
}

/* Ends the titles that a row of this indent does not belong to. */
static void end_titles(Taking *taking, int indent, bool is_title)
{
  while (taking->titles->len > 0) {
    Title *last = &g_array_index(taking->titles, Title, taking->titles->len - 1);
    if (indent > last->indent) {
      last->deeper = true;
      return;
    }
    if (!is_title && !last->deeper)
      return;
    g_array_set_size(taking->titles, taking->titles->len - 1);
  }
}

static void take_row(Taking *taking, const Row *row)
{
  Title title = { row->kind == ROW_HEADING ? title_of(taking, row) : NULL, MAX(row->indent, 0), false };
  end_titles(taking, title.indent, title.text != NULL);
  if (title.text) {
    g_array_append_val(taking->titles, title);
    return;
  }
  if (row->kind == ROW_TOTAL)
    g_array_set_size(taking->titles, 0);
  const Cell **places = place_cells(taking, row);
  GPtrArray *labels = arena_list(taking->arena);
  guint n_lines = count_lines(taking, row, labels);
  Sorted *sorted = arena_alloc(taking->arena, (taking->n_columns + 1) * sizeof *sorted);
  for (guint column = 0; column < taking->n_columns; column++)
    sorted[column] = sort_items(taking->arena, places[column]);
  for (guint i = 0; i < n_lines; i++) {
    FlatLine *line = arena_alloc(taking->arena, sizeof *line);
    line->kind = row->kind == ROW_SUBTOTAL || row->kind == ROW_TOTAL ? row->kind : ROW_BODY;
    line->group = taking->group;
    line->section = section_of(taking);
    const char *label = i < labels->len ? g_ptr_array_index(labels, i) : NULL;
    if (label)
      line->measure = keep(taking, plain_line(label));
    else if (n_lines > 1)
      line->measure = arena_printf(taking->arena, "%u", i + 1);
    line->pieces = arena_alloc(taking->arena, (taking->n_columns + 1) * sizeof *line->pieces);
    for (guint column = 0; column < taking->n_columns; column++)
      line->pieces[column] = take_cell(taking, &sorted[column], label, i, n_lines);
    line->remark = row->cells->len == 1 && taking->n_columns > 1;
    g_ptr_array_add(taking->lines, line);
  }
}

/* A group that holds nothing but such words is no line of data. */
static bool is_empty_group(const Taking *taking, const RowGroup *group)
{
  const Row *row = group->rows->len == 1 ? g_ptr_array_index(group->rows, 0) : NULL;
  const Cell *cell = row && row->cells->len == 1 ? g_ptr_array_index(row->cells, 0) : NULL;
  return group->rows->len == 0 || (cell && is_remark(cell, (guint)MAX(cell->span, 1), taking->n_columns));
}

/* Whether some group has data: else the words that there is none are all that can be shown. */
static bool has_data(const Taking *taking, const Table *table)
{
  for (guint i = 0; i < table->groups->len; i++)
    if (!is_empty_group(taking, g_ptr_array_index(table->groups, i)))
      return true;
  return false;
}

GPtrArray *flat_lines_of(Arena *arena, const Document *document, const Table *table)
{
  g_autoptr(GArray) titles = g_array_new(FALSE, FALSE, sizeof(Title));
  Taking taking = { arena, document, table->columns->len, arena_list(arena), NULL, titles };
  bool data = has_data(&taking, table);
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    if (data && is_empty_group(&taking, group))
      continue;
    const char *label = keep(&taking, plain_runs(taking.document, group->label));
    taking.group = *label ? label : NULL;
    g_array_set_size(titles, 0);
    for (guint k = 0; k < group->rows->len; k++)
      take_row(&taking, g_ptr_array_index(group->rows, k));
  }
  return taking.lines;
}

FlatLine *flat_line_empty(Arena *arena, guint n_columns)
{
  FlatLine *line = arena_alloc(arena, sizeof *line);
  line->kind = ROW_BODY;
  line->pieces = arena_alloc(arena, (n_columns + 1) * sizeof *line->pieces);
  for (guint i = 0; i < n_columns; i++)
    line->pieces[i].empty = true;
  return line;
}
