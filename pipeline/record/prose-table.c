/* Reading the tables of prose. */
#include "base/text.h"
#include "record/prose-spans.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

static const char *const cell_names[] = { "td", "th", NULL }, *const row_names[] = { "tr", NULL };

static ProseCell *cell_new(const TablePlaces *places, const xmlNode *element, GPtrArray *runs)
{
  Arena *arena = places->reader->bind->arena;
  ProseCell *cell = arena_alloc(arena, sizeof *cell);
  cell->runs = runs ? runs : arena_list(arena);
  cell->columns = 1;
  cell->rows = 1;
  cell->offset = (guint32)xml_offset(element);
  return cell;
}

/* The words of one paragraph are the cell's own. */
static void put_prose(ProseCell *cell, Prose *prose)
{
  const ProseBlock *only = prose && prose->blocks->len == 1 ? g_ptr_array_index(prose->blocks, 0) : NULL;
  if (only && only->kind == PROSE_PARA)
    cell->runs = only->runs;
  else
    cell->prose = prose;
}

static void add_lost_cell(TablePlaces *places, const xmlNode *element, GPtrArray *runs)
{
  table_add_cell(places, cell_new(places, element, runs));
}

static void read_cell(TablePlaces *places, const xmlNode *element)
{
  const ProseReader *reader = places->reader;
  ProseCell *cell = cell_new(places, element, NULL);
  cell->header = element->name[1] == 'h';
  table_read_spans(places, element, cell);
  put_prose(cell, prose_read(reader->bind, element, reader->owner));
  table_add_cell(places, cell);
}

static void read_cells(TablePlaces *places, const xmlNode *element)
{
  const ProseReader *reader = places->reader;
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      add_lost_cell(places, element, prose_read_stray(reader, child, next, cell_names));
    } else if (prose_is_named(reader, child, cell_names)) {
      read_cell(places, child);
    } else if (child->type == XML_ELEMENT_NODE) {
      add_lost_cell(places, child, prose_lost_runs(reader, child));
    }
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

static void read_row(TablePlaces *places, const xmlNode *element)
{
  bind_no_attributes(places->reader->bind, element, places->reader->owner);
  table_begin_row(places);
  read_cells(places, element);
  table_check_row(places, element);
  table_end_row(places);
}

/* A row of one cell. */
static void add_row(TablePlaces *places, const xmlNode *element, GPtrArray *runs)
{
  table_begin_row(places);
  if (runs)
    add_lost_cell(places, element, runs);
  table_end_row(places);
}

static void read_rows(TablePlaces *places, const xmlNode *element);

/* What is not known between rows: several of them (<tbody>), one, or words. */
static void read_lost_rows(TablePlaces *places, const xmlNode *element)
{
  const ProseReader *reader = places->reader;
  const xmlNode *inner = xmlFirstElementChild((xmlNode *)element);
  bool cell = g_strv_contains(cell_names, (const char *)element->name);
  if (inner && !cell && g_strv_contains(row_names, (const char *)inner->name)) {
    read_rows(places, element);
  } else if (inner && !cell && !prose_is_inline(reader->bind, inner)) {
    table_begin_row(places);
    read_cells(places, element);
    table_end_row(places);
  } else {
    add_row(places, element, prose_lost_runs(reader, element));
  }
}

static void read_rows(TablePlaces *places, const xmlNode *element)
{
  const ProseReader *reader = places->reader;
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      add_row(places, element, prose_read_stray(reader, child, next, row_names));
    } else if (prose_is_named(reader, child, row_names)) {
      read_row(places, child);
    } else if (child->type == XML_ELEMENT_NODE) {
      read_lost_rows(places, child);
    }
  }
}

ProseBlock *prose_read_table(const ProseReader *reader, const xmlNode *element)
{
  ProseBlock *block = prose_block_new(reader, element, PROSE_TABLE);
  block->runs = read_caption(reader, element);
  block->rows = arena_list(reader->bind->arena);
  TablePlaces places = { .reader = reader, .table = block };
  read_rows(&places, element);
  table_fill(&places);
  return block->rows->len > 0 ? block : NULL;
}
