/* Flat tables: which columns the lines need, and the lines set out in them. */
#include "render/flat/flat.h"
#include "render/flat/flat-line.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include <string.h>

enum { HEADING_MAX_UNITS = 200 };

typedef struct {
  bool figures, flags, remark;
  int unit; /* the only unit of its numbers; UNIT_NONE: no numbers; -1: several */
} ColumnNeeds;

typedef struct {
  bool group, section, kind, measure;
  bool one_unit_a_line; /* no line has numbers of two units */
  bool mixed;           /* a column has numbers of several units */
  ColumnNeeds *columns;
} Needs;

/* ---- what is needed -------------------------------------------------------------------------------------------- */
static int unit_of(const FlatPiece *piece)
{
  if (piece->empty || piece->cell.kind != FLAT_NUMBER)
    return UNIT_NONE;
  return piece->cell.value->unit == UNIT_NONE ? UNIT_COUNT : piece->cell.value->unit;
}

static void note_piece(ColumnNeeds *needs, const FlatPiece *piece)
{
  needs->flags |= piece->flags != 0;
  needs->remark |= piece->remark != NULL;
  needs->figures |= !piece->empty && (piece->cell.kind == FLAT_NUMBER || piece->cell.kind == FLAT_MARK);
  int unit = unit_of(piece);
  if (unit != UNIT_NONE)
    needs->unit = needs->unit == UNIT_NONE || needs->unit == unit ? unit : -1;
}

static Needs needs_of(Arena *arena, const GPtrArray *lines, guint n_columns)
{
  Needs needs = { .one_unit_a_line = true };
  needs.columns = arena_alloc(arena, (n_columns + 1) * sizeof *needs.columns);
  for (guint i = 0; i < lines->len; i++) {
    const FlatLine *line = g_ptr_array_index(lines, i);
    needs.group |= line->group != NULL;
    needs.section |= line->section != NULL;
    needs.kind |= line->kind != ROW_BODY;
    needs.measure |= line->measure != NULL;
    int unit_of_line = UNIT_NONE;
    for (guint column = 0; column < n_columns; column++) {
      note_piece(&needs.columns[column], &line->pieces[column]);
      int unit = unit_of(&line->pieces[column]);
      needs.one_unit_a_line &= unit == UNIT_NONE || unit_of_line == UNIT_NONE || unit == unit_of_line;
      unit_of_line = unit != UNIT_NONE ? unit : unit_of_line;
    }
  }
  for (guint column = 0; column < n_columns; column++)
    needs.mixed |= needs.columns[column].unit < 0;
  return needs;
}

/* ---- headings -------------------------------------------------------------------------------------------------- */
/* "Group: heading" in one line. */
static char *column_title(const Document *document, const Column *column)
{
  g_autofree char *notes = column->notes ? plain_runs(document, column->notes) : NULL;
  g_autofree char *heading = g_strjoin(notes ? " " : "", column->heading ? column->heading : "", notes, NULL);
  g_strdelimit(heading, "|", ' ');
  g_autofree char *line = plain_line(heading);
  g_autofree char *group = column->group ? g_strdelimit(plain_line(column->group), "|", ' ') : NULL;
  g_autofree char *whole = group && *group && *line ? g_strconcat(group, ": ", line, NULL)
                           : group && *group        ? g_steal_pointer(&group)
                                                    : g_steal_pointer(&line);
  g_autofree char *folded = plain_line(whole);
  return g_strchomp(g_strndup(folded, (gsize)(plain_end(folded, HEADING_MAX_UNITS) - folded)));
}

/* Takes a heading, whose case does not tell it from others; false when it is taken already. */
static bool take_heading(const FlatTable *flat, const char *heading)
{
  g_autofree char *folded = g_utf8_casefold(heading, -1);
  return unique_take(flat->headings, folded);
}

void flat_add_column(FlatTable *flat, FlatColumn column, char *heading)
{
  g_autofree char *wanted = heading;
  if (!*wanted) {
    g_free(wanted);
    wanted = g_strdup_printf("%u", flat->columns->len + 1);
  }
  g_autofree char *unique = g_strdup(wanted), *base = g_utf8_casefold(wanted, -1);
  while (!take_heading(flat, unique)) {
    g_free(unique);
    unique = g_strdup_printf("%s %u", wanted, unique_number(flat->headings, base));
  }
  column.heading = arena_strdup(flat->arena, unique);
  g_array_append_val(flat->columns, column);
}

static void add_line_column(FlatTable *flat, FlatRole role, const char *heading, bool row_header)
{
  flat_add_column(flat, (FlatColumn){ .role = role, .source = -1, .row_header = row_header }, g_strdup(heading));
}

/* Columns about the row as a whole that stand before its first figure. */
static void add_before_figures(FlatTable *flat, const Document *document, const Needs *needs)
{
  if (needs->measure)
    add_line_column(flat, FLAT_MEASURE, phrase(document, "column-measure"), true);
  if (needs->kind)
    add_line_column(flat, FLAT_ROW_KIND, phrase(document, "column-kind"), false);
  if (needs->mixed && needs->one_unit_a_line)
    add_line_column(flat, FLAT_UNIT, phrase(document, "column-unit"), false);
}

static bool unit_in_heading(int unit)
{
  return unit > UNIT_NONE && unit != UNIT_COUNT && unit != UNIT_SCORE && unit != UNIT_TEXT && unit != UNIT_YES_NO;
}

static void add_source_column(FlatTable *flat, const Document *document, const Needs *needs, guint index)
{
  const Column *column = g_ptr_array_index(flat->table->columns, index);
  const ColumnNeeds *need = &needs->columns[index];
  g_autofree char *title = column_title(document, column);
  char *heading = g_strdup(title);
  if (unit_in_heading(need->unit) && !(needs->mixed && needs->one_unit_a_line)) {
    g_autofree char *unit = phrase_unit(document, need->unit);
    if (!strstr(title, unit)) {
      g_free(heading);
      heading = g_strdup_printf("%s (%s)", title, unit);
    }
  }
  FlatColumn main = {
    .role = FLAT_MAIN, .source = (int)index, .row_header = column->row_header, .figures = need->figures
  };
  flat_add_column(flat, main, heading);
  FlatColumn beside = { .source = (int)index };
  if (need->unit < 0 && !needs->one_unit_a_line) {
    beside.role = FLAT_UNIT_OF;
    flat_add_column(flat, beside, phrase_with(document, "column-unit-of", title));
  }
  if (need->flags) {
    beside.role = FLAT_STATUS;
    flat_add_column(flat, beside, phrase_with(document, "column-status", title));
  }
  if (need->remark) {
    beside.role = FLAT_REMARK;
    flat_add_column(flat, beside, phrase_with(document, "column-remark", title));
  }
}

static void add_columns(FlatTable *flat, const Document *document, const Needs *needs)
{
  if (needs->group)
    add_line_column(flat, FLAT_GROUP,
                    flat->table->group_heading ? flat->table->group_heading : phrase(document, "column-group"), true);
  if (needs->section)
    add_line_column(flat, FLAT_SECTION, phrase(document, "column-section"), true);
  bool before = true;
  for (guint i = 0; i < flat->table->columns->len; i++) {
    if (before && needs->columns[i].figures) {
      add_before_figures(flat, document, needs);
      before = false;
    }
    add_source_column(flat, document, needs, i);
  }
  if (before)
    add_before_figures(flat, document, needs);
}

/* ---- cells ----------------------------------------------------------------------------------------------------- */
FlatCell flat_text_or(FlatTable *flat, const char *text, int state)
{
  if (text && *text)
    return (FlatCell){ .kind = FLAT_TEXT, .text = text };
  if (state == STATE_NONE) {
    flat->marks.empty = true;
    return (FlatCell){ .kind = FLAT_MARK, .text = SHORTHAND_EMPTY };
  }
  flat->marks.states |= 1u << state;
  return (FlatCell){ .kind = FLAT_MARK, .text = shorthand_state(flat->document, state) };
}

static const char *kind_word(const Document *document, int kind)
{
  return phrase(document, kind == ROW_TOTAL ? "row-total" : kind == ROW_SUBTOTAL ? "row-subtotal" : "row-line");
}

static int state_of_mark(const Document *document, const char *mark)
{
  for (int state = 1; state < (int)terms_state.n; state++)
    if (g_str_equal(shorthand_state(document, state), mark))
      return state;
  return STATE_NONE;
}

static FlatCell main_cell(FlatTable *flat, const FlatLine *line, const FlatPiece *piece)
{
  if (piece->empty)
    return flat_text_or(flat, NULL, line->remark ? STATE_NOT_APPLICABLE : STATE_NONE);
  if (piece->cell.kind == FLAT_MARK)
    flat->marks.states |= 1u << state_of_mark(flat->document, piece->cell.text);
  if (piece->cell.kind == FLAT_NUMBER)
    flat->marks.parentheses |= piece->cell.value->parentheses;
  return piece->cell;
}

static const char *unit_word(const FlatTable *flat, const Document *document, const FlatPiece *piece)
{
  int unit = unit_of(piece);
  g_autofree char *word = unit == UNIT_NONE ? NULL : phrase_unit(document, unit);
  return arena_strdup(flat->arena, word);
}

static const char *unit_of_line(const FlatTable *flat, const Document *document, const FlatLine *line)
{
  const char *word = NULL;
  for (guint i = 0; i < flat->table->columns->len && !word; i++)
    word = unit_word(flat, document, &line->pieces[i]);
  return word;
}

static const char *status_words(FlatTable *flat, const Document *document, guint flags)
{
  flat->marks.flags |= flags;
  flat->marks.unflagged |= flags == 0;
  g_autofree char *words = shorthand_flags(document, flags);
  return arena_strdup(flat->arena, words);
}

static FlatCell cell_for(FlatTable *flat, const Document *document, const FlatLine *line, const FlatColumn *column)
{
  const FlatPiece *piece = column->source >= 0 ? &line->pieces[column->source] : NULL;
  switch (column->role) {
  case FLAT_GROUP:
    return flat_text_or(flat, line->group, STATE_NOT_APPLICABLE);
  case FLAT_SECTION:
    return flat_text_or(flat, line->section, STATE_NOT_APPLICABLE);
  case FLAT_MEASURE:
    return flat_text_or(flat, line->measure, STATE_NOT_APPLICABLE);
  case FLAT_ROW_KIND:
    return flat_text_or(flat, kind_word(document, line->kind), STATE_NONE);
  case FLAT_UNIT:
    return flat_text_or(flat, unit_of_line(flat, document, line), STATE_NOT_APPLICABLE);
  case FLAT_UNIT_OF:
    return flat_text_or(flat, unit_word(flat, document, piece), STATE_NOT_APPLICABLE);
  case FLAT_MAIN:
    return main_cell(flat, line, piece);
  case FLAT_STATUS:
    return flat_text_or(flat, status_words(flat, document, piece->flags), STATE_NONE);
  case FLAT_REMARK:
    return flat_text_or(flat, piece->remark, STATE_NOT_APPLICABLE);
  case FLAT_CONTINUED:
    break;
  }
  return flat_text_or(flat, NULL, STATE_NONE);
}

static void add_row(FlatTable *flat, const Document *document, const FlatLine *line)
{
  FlatRow *row = arena_alloc(flat->arena, sizeof *row);
  row->kind = line->kind;
  row->group = line->group;
  row->section = line->section;
  row->cells = arena_alloc(flat->arena, (flat->columns->len + 1) * sizeof *row->cells);
  for (guint i = 0; i < flat->columns->len; i++)
    row->cells[i] = cell_for(flat, document, line, flat_column(flat, i));
  g_ptr_array_add(flat->rows, row);
}

/* ---- public ---------------------------------------------------------------------------------------------------- */
FlatTable *flat_table_new(const Document *document, const Table *table, gsize max_units)
{
  FlatTable *flat = g_new0(FlatTable, 1);
  flat->arena = arena_new();
  flat->document = document;
  flat->table = table;
  g_autofree char *caption = plain_runs(document, table->caption);
  flat->title = plain_line(*caption ? caption : table->id ? table->id : phrase(document, "column-table"));
  flat->columns = g_array_new(FALSE, FALSE, sizeof(FlatColumn));
  flat->headings = unique_new();
  flat->rows = g_ptr_array_new();
  GPtrArray *lines = flat_lines_of(flat->arena, document, table);
  Needs needs = needs_of(flat->arena, lines, table->columns->len);
  add_columns(flat, document, &needs);
  for (guint i = 0; i < lines->len; i++)
    add_row(flat, document, g_ptr_array_index(lines, i));
  if (lines->len == 0)
    add_row(flat, document, flat_line_empty(flat->arena, table->columns->len));
  if (max_units > 0)
    flat_spread(flat, document, max_units);
  return flat;
}

void flat_table_free(FlatTable *flat)
{
  if (!flat)
    return;
  g_ptr_array_unref(flat->rows);
  g_array_unref(flat->columns);
  unique_free(flat->headings);
  g_free(flat->title);
  arena_free(flat->arena);
  g_free(flat);
}

const FlatColumn *flat_column(const FlatTable *flat, guint column)
{
  return &g_array_index(flat->columns, FlatColumn, column);
}

const FlatRow *flat_row(const FlatTable *flat, guint row)
{
  return g_ptr_array_index(flat->rows, row);
}
