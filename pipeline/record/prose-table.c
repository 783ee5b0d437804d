/* Reading the small tables of prose. */
#include "base/text.h"
#include "record/prose-parts.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

enum { TABLE_MAX_COLUMNS = 30 };

static ProseCell *cell_new(const ProseReader *reader, GPtrArray *runs, bool header)
{
  ProseCell *cell = arena_alloc(reader->bind->arena, sizeof *cell);
  cell->runs = runs ? runs : arena_list(reader->bind->arena);
  cell->header = header;
  return cell;
}

static const char *const cell_names[] = { "td", "th", NULL }, *const row_names[] = { "tr", NULL };

/* Rows of a table; last: the one that is being read. */
typedef struct {
  GPtrArray *rows, *last;
} Rows;

static void begin_row(const ProseReader *reader, Rows *rows)
{
  rows->last = arena_list(reader->bind->arena);
}

static void end_row(Rows *rows)
{
  if (rows->last->len > 0)
    g_ptr_array_add(rows->rows, rows->last);
}

/* A row with more cells than there may be goes on in the next one. */
static void add_cell(const ProseReader *reader, const xmlNode *element, GPtrArray *runs, bool header, Rows *rows)
{
  if (rows->last->len == TABLE_MAX_COLUMNS) {
    bind_fault(reader->bind, "S-TABLE", xml_offset(element), reader->owner, "a row has more than %d cells",
               TABLE_MAX_COLUMNS);
    end_row(rows);
    begin_row(reader, rows);
  }
  g_ptr_array_add(rows->last, cell_new(reader, runs, header));
}

static void read_cells(const ProseReader *reader, const xmlNode *element, Rows *rows)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      add_cell(reader, element, prose_read_stray(reader, child, next, cell_names), false, rows);
    } else if (prose_is_named(reader, child, cell_names)) {
      bind_no_attributes(reader->bind, child, reader->owner);
      add_cell(reader, child, prose_read_runs(reader->bind, child, reader->owner), child->name[1] == 'h', rows);
    } else if (child->type == XML_ELEMENT_NODE) {
      add_cell(reader, child, prose_lost_runs(reader, child), false, rows);
    }
  }
}

static void check_row(const ProseReader *reader, const xmlNode *element, const ProseBlock *table, guint cells)
{
  const GPtrArray *first = table->rows->len > 0 ? g_ptr_array_index(table->rows, 0) : NULL;
  if (cells == 0)
    bind_fault(reader->bind, "S-TABLE", xml_offset(element), reader->owner, "a row has no cells");
  else if (first && first->len != cells)
    bind_fault(reader->bind, "S-TABLE", xml_offset(element), reader->owner,
               "row %u has %u cell%s; the first row has %u", table->rows->len + 1, cells, cells == 1 ? "" : "s",
               first->len);
}

/* Fills short rows with one empty cell, shared, so that every table is a rectangle. */
static void fill_rows(const ProseReader *reader, GPtrArray *rows)
{
  guint width = 0;
  for (guint i = 0; i < rows->len; i++)
    width = MAX(width, ((const GPtrArray *)g_ptr_array_index(rows, i))->len);
  ProseCell *empty = NULL;
  for (guint i = 0; i < rows->len; i++)
    for (GPtrArray *row = g_ptr_array_index(rows, i); row->len < width;) {
      empty = empty ? empty : cell_new(reader, NULL, false);
      g_ptr_array_add(row, empty);
    }
}

static GPtrArray *read_caption(const ProseReader *reader, const xmlNode *element)
{
  GPtrArray *runs = NULL;
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    gsize offset = xml_offset(element);
    g_autofree char *raw = bind_attribute_text(attribute);
    g_autofree char *caption = text_fold(raw);
    if (attribute->ns || strcmp((const char *)attribute->name, "caption") != 0) {
      tag_attribute_name(reader->bind->source, offset, (const char *)attribute->name, &offset);
      bind_fault(reader->bind, "S-ATTR", offset, reader->owner, "<table> has no attribute '%s', only 'caption'",
                 attribute->name);
    } else if (text_length(caption) > VALUE_TEXT_CHARS) {
      tag_attribute(reader->bind->source, offset, "caption", &offset);
      bind_fault(reader->bind, "V-LENGTH", offset, reader->owner, "caption is longer than 8,000 characters");
      g_utf8_offset_to_pointer(caption, VALUE_TEXT_CHARS)[0] = '\0';
    }
    if (!attribute->ns && strcmp((const char *)attribute->name, "caption") == 0 && caption[0]) {
      runs = arena_list(reader->bind->arena);
      g_ptr_array_add(runs, run_new(reader->bind->arena, caption, 0));
    }
  }
  return runs;
}

static void read_row(const ProseReader *reader, const xmlNode *element, const ProseBlock *table)
{
  Rows rows = { .rows = table->rows };
  bind_no_attributes(reader->bind, element, reader->owner);
  begin_row(reader, &rows);
  read_cells(reader, element, &rows);
  check_row(reader, element, table, rows.last->len);
  end_row(&rows);
}

/* A row of one cell. */
static void add_row(const ProseReader *reader, GPtrArray *runs, GPtrArray *rows)
{
  GPtrArray *row = arena_list(reader->bind->arena);
  g_ptr_array_add(row, cell_new(reader, runs, false));
  if (runs)
    g_ptr_array_add(rows, row);
}

static void read_rows(const ProseReader *reader, const xmlNode *element, ProseBlock *table);

/* What is not known between rows: several of them (<tbody>), one, or words. */
static void read_lost_rows(const ProseReader *reader, const xmlNode *element, ProseBlock *table)
{
  const xmlNode *inner = xmlFirstElementChild((xmlNode *)element);
  bool cell = g_strv_contains(cell_names, (const char *)element->name);
  if (inner && !cell && g_strv_contains(row_names, (const char *)inner->name)) {
    read_rows(reader, element, table);
  } else if (inner && !cell && !prose_is_inline(reader->bind, inner)) {
    Rows rows = { .rows = table->rows };
    begin_row(reader, &rows);
    read_cells(reader, element, &rows);
    end_row(&rows);
  } else {
    add_row(reader, prose_lost_runs(reader, element), table->rows);
  }
}

static void read_rows(const ProseReader *reader, const xmlNode *element, ProseBlock *table)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      add_row(reader, prose_read_stray(reader, child, next, row_names), table->rows);
    } else if (prose_is_named(reader, child, row_names)) {
      read_row(reader, child, table);
    } else if (child->type == XML_ELEMENT_NODE) {
      read_lost_rows(reader, child, table);
    }
  }
}

ProseBlock *prose_read_table(const ProseReader *reader, const xmlNode *element)
{
  ProseBlock *block = prose_block_new(reader, element, PROSE_TABLE);
  block->runs = read_caption(reader, element);
  block->rows = arena_list(reader->bind->arena);
  read_rows(reader, element, block);
  fill_rows(reader, block->rows);
  return block->rows->len > 0 ? block : NULL;
}
