/* The places of a table's cells. */
#include "record/prose-spans.h"
#include "base/text.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <stdlib.h>
#include <string.h>

static guint row_index(const TablePlaces *places)
{
  return places->table->rows->len;
}

static bool is_free(const TablePlaces *places, guint column)
{
  return places->until[column] <= row_index(places);
}

void table_begin_row(TablePlaces *places)
{
  places->last = arena_list(places->reader->bind->arena);
  places->at = 0;
  places->cut = false;
}

void table_end_row(TablePlaces *places)
{
  if (places->last->len == 0)
    return;
  if (row_index(places) == 0)
    places->first_width = places->at;
  g_ptr_array_add(places->table->rows, places->last);
}

/* ---- spans ------------------------------------------------------------------------------------------------------- */

/* 1 where the text says no number that may be. */
static guint span_of(TablePlaces *places, const xmlNode *element, const char *name, const char *text, guint most)
{
  bool digits = text[0] != '\0' && strlen(text) <= 9;
  for (const char *at = text; *at; at++)
    digits = digits && g_ascii_isdigit(*at);
  guint span = digits ? (guint)strtoul(text, NULL, 10) : 0;
  if (span >= 1 && span <= most)
    return span;
  gsize offset = xml_offset(element);
  tag_attribute(places->reader->bind->source, offset, name, &offset);
  bind_fault(places->reader->bind, "S-TABLE", offset, places->reader->owner,
             "%s '%.20s' is not a whole number from 1 to %u; write how many %s the cell covers", name, text, most,
             name[0] == 'c' ? "columns" : "rows");
  places->lost = true;
  return 1;
}

void table_read_spans(TablePlaces *places, const xmlNode *element, ProseCell *cell)
{
  places->lost = places->lost || prose_has_slip(element, "colspan") || prose_has_slip(element, "rowspan");
  const Bind *bind = places->reader->bind;
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    const char *name = (const char *)attribute->name;
    g_autofree char *raw = bind_attribute_text(attribute);
    g_autofree char *text = text_fold(raw);
    if (!attribute->ns && strcmp(name, "colspan") == 0) {
      cell->columns = (guint8)span_of(places, element, name, text, TABLE_MAX_COLUMNS);
    } else if (!attribute->ns && strcmp(name, "rowspan") == 0) {
      cell->rows = (guint16)span_of(places, element, name, text, TABLE_MAX_SPAN);
    } else {
      gsize offset = xml_offset(element);
      tag_attribute_name(bind->source, offset, name, &offset);
      bind_fault(bind, "S-ATTR", offset, places->reader->owner,
                 "<%s> has no attribute '%s', only 'colspan' and 'rowspan'", element->name, name);
    }
  }
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

static void skip_covered(TablePlaces *places)
{
  while (places->at < TABLE_MAX_COLUMNS && !is_free(places, places->at))
    places->at++;
}

static void break_row(TablePlaces *places, const ProseCell *cell)
{
  bind_fault(places->reader->bind, "S-TABLE", cell->offset, places->reader->owner, "a row has more than %d cells",
             TABLE_MAX_COLUMNS);
  table_end_row(places);
  table_begin_row(places);
  skip_covered(places);
}

/* Every place of the row is covered from above: those cells end here. */
static void end_all(TablePlaces *places, const ProseCell *cell)
{
  guint row = row_index(places);
  bind_fault(
      places->reader->bind, "S-TABLE", cell->offset, places->reader->owner,
      "row %u has no place for this cell: all its places are covered from above; lower the rowspan of those cells",
      row + 1);
  for (guint i = TABLE_MAX_COLUMNS; i-- > 0;) {
    ProseCell *above = places->cell[i];
    if (i == above->column)
      above->rows = (guint16)(row - (places->until[i] - above->rows));
    places->until[i] = row;
  }
  places->at = 0;
}

/* Cuts the columns that lie beyond the widest table or under a cell from above. */
static void cut_columns(TablePlaces *places, ProseCell *cell)
{
  const ProseReader *reader = places->reader;
  guint wanted = cell->columns, room = 1;
  while (room < wanted && places->at + room < TABLE_MAX_COLUMNS && is_free(places, places->at + room))
    room++;
  cell->columns = (guint8)room;
  if (room == wanted)
    return;
  places->cut = true;
  if (places->at + room == TABLE_MAX_COLUMNS)
    bind_fault(reader->bind, "S-TABLE", cell->offset, reader->owner,
               "a cell with colspan %u in column %u reaches beyond the last column that a table may have, %u", wanted,
               places->at + 1, TABLE_MAX_COLUMNS);
  else
    bind_fault(reader->bind, "S-TABLE", cell->offset, reader->owner,
               "a cell with colspan %u in row %u runs into one that reaches down from above in column %u (rowspan %u, "
               "line %u); lower one of the two numbers",
               wanted, row_index(places) + 1, places->at + room + 1, places->cell[places->at + room]->rows,
               bind_line(reader->bind, places->cell[places->at + room]->offset));
}

void table_add_cell(TablePlaces *places, ProseCell *cell)
{
  skip_covered(places);
  if (places->at == TABLE_MAX_COLUMNS && places->last->len > 0)
    break_row(places, cell);
  if (places->at == TABLE_MAX_COLUMNS)
    end_all(places, cell);
  cut_columns(places, cell);
  cell->column = (guint8)places->at;
  for (guint i = 0; i < cell->columns; i++) {
    places->until[places->at + i] = row_index(places) + cell->rows;
    places->cell[places->at + i] = cell;
  }
  places->spans = places->spans || cell->columns > 1 || cell->rows > 1;
  places->at += cell->columns;
  places->table->columns = MAX(places->table->columns, places->at);
  g_ptr_array_add(places->last, cell);
}

/* Columns of the row that cells cover, those from above too. */
static guint row_width(const TablePlaces *places)
{
  guint width = 0;
  for (guint i = 0; i < TABLE_MAX_COLUMNS; i++)
    width += places->until[i] > row_index(places);
  return width;
}

void table_check_row(const TablePlaces *places, const xmlNode *row)
{
  const Bind *bind = places->reader->bind;
  guint cells = places->last->len, width = row_width(places);
  if (cells == 0 && width > 0)
    bind_fault(bind, "S-TABLE", xml_offset(row), places->reader->owner,
               "a row has no cells: all its places are covered from above; lower the rowspan of those cells");
  else if (cells == 0)
    bind_fault(bind, "S-TABLE", xml_offset(row), places->reader->owner, "a row has no cells");
  else if (row_index(places) == 0 || width == places->first_width || places->cut)
    return;
  else if (places->spans)
    bind_fault(bind, "S-TABLE", xml_offset(row), places->reader->owner,
               "the cells of row %u cover %u column%s, with those that reach down from above; those of the first row "
               "cover %u",
               row_index(places) + 1, width, width == 1 ? "" : "s", places->first_width);
  else
    bind_fault(bind, "S-TABLE", xml_offset(row), places->reader->owner, "row %u has %u cell%s; the first row has %u",
               row_index(places) + 1, cells, cells == 1 ? "" : "s", places->first_width);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

/* One empty cell of each column is shared by all rows. */
typedef struct {
  Arena *arena;
  const char *words; /* in each, or NULL */
  ProseCell *cells[TABLE_MAX_COLUMNS];
} Empties;

static ProseCell *empty_cell(Empties *empties, guint column)
{
  if (!empties->cells[column]) {
    ProseCell *cell = arena_alloc(empties->arena, sizeof *cell);
    cell->runs = arena_list(empties->arena);
    if (empties->words)
      g_ptr_array_add(cell->runs, run_new(empties->arena, empties->words, 0));
    cell->column = (guint8)column;
    cell->columns = 1;
    cell->rows = 1;
    empties->cells[column] = cell;
  }
  return empties->cells[column];
}

static void cut_rows(const TablePlaces *places, ProseCell *cell, guint row)
{
  guint left = places->table->rows->len - row;
  if (cell->rows <= left)
    return;
  bind_fault(places->reader->bind, "S-TABLE", cell->offset, places->reader->owner,
             "a cell with rowspan %u in row %u reaches below the table's last row, %u", cell->rows, row + 1,
             places->table->rows->len);
  cell->rows = (guint16)left;
}

static GPtrArray *filled_row(const TablePlaces *places, Empties *empties, guint row, guint *until)
{
  const GPtrArray *cells = g_ptr_array_index(places->table->rows, row);
  GPtrArray *filled = arena_list(empties->arena);
  for (guint column = 0, next = 0; column < places->table->columns;) {
    ProseCell *cell = next < cells->len ? g_ptr_array_index(cells, next) : NULL;
    if (cell && cell->column == column) {
      next++;
      cut_rows(places, cell, row);
      g_ptr_array_add(filled, cell);
      for (guint i = 0; i < cell->columns; i++)
        until[column + i] = row + cell->rows;
      column += cell->columns;
      continue;
    }
    if (until[column] <= row)
      g_ptr_array_add(filled, empty_cell(empties, column));
    column++;
  }
  return filled;
}

void table_fill(TablePlaces *places)
{
  Empties empties = { .arena = places->reader->bind->arena, .words = places->lost ? NOT_READABLE : NULL };
  guint until[TABLE_MAX_COLUMNS] = { 0 };
  GPtrArray *rows = places->table->rows;
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = filled_row(places, &empties, i, until);
}
