/* Reading prose: one paragraph of words, or blocks - paragraphs, sub-headings, lists, small tables. */
#include "base/text.h"
#include "record/bind.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

enum { TABLE_MAX_COLUMNS = 30 };

typedef struct {
  const Bind *bind;
  const Record *owner;
} Reader;

typedef struct {
  const char *name;
  ProseBlock *(*read)(const Reader *reader, const xmlNode *element); /* NULL: nothing in it */
} BlockKind;

static ProseBlock *read_paragraph(const Reader *reader, const xmlNode *element);
static ProseBlock *read_heading(const Reader *reader, const xmlNode *element);
static ProseBlock *read_list(const Reader *reader, const xmlNode *element);
static ProseBlock *read_table(const Reader *reader, const xmlNode *element);

static const BlockKind block_kinds[] = {
  { "p", read_paragraph }, { "h", read_heading }, { "ul", read_list }, { "ol", read_list }, { "table", read_table },
};
static const char *const block_names[] = { "p", "h", "ul", "ol", "table", NULL };

static const BlockKind *find_kind(const Reader *reader, const xmlNode *element)
{
  if (!bind_in_namespace(reader->bind, element))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(block_kinds); i++)
    if (strcmp(block_kinds[i].name, (const char *)element->name) == 0)
      return &block_kinds[i];
  return NULL;
}

static ProseBlock *block_new(const Reader *reader, const xmlNode *element, ProseKind kind)
{
  ProseBlock *block = arena_alloc(reader->bind->arena, sizeof *block);
  block->kind = kind;
  block->offset = (guint32)xml_offset(element);
  return block;
}

static ProseBlock *read_words(const Reader *reader, const xmlNode *element, ProseKind kind)
{
  bind_no_attributes(reader->bind, element, reader->owner);
  GPtrArray *runs = prose_read_runs(reader->bind, element, reader->owner);
  if (!runs)
    return NULL;
  ProseBlock *block = block_new(reader, element, kind);
  block->runs = runs;
  return block;
}

static ProseBlock *read_paragraph(const Reader *reader, const xmlNode *element)
{
  return read_words(reader, element, PROSE_PARA);
}

static ProseBlock *read_heading(const Reader *reader, const xmlNode *element)
{
  return read_words(reader, element, PROSE_HEADING);
}

/* Calls for the elements of the given names inside element; tells of everything else. */
static const xmlNode *next_named(const Reader *reader, const xmlNode *child, const char *const *names)
{
  for (; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && bind_in_namespace(reader->bind, child) &&
        g_strv_contains(names, (const char *)child->name))
      return child;
    if (child->type == XML_ELEMENT_NODE)
      bind_fault(reader->bind, "S-ELEMENT", xml_offset(child), reader->owner,
                 "<%s> may not stand inside <%s>, only <%s>%s%s%s", child->name, child->parent->name, names[0],
                 names[1] ? " or <" : "", names[1] ? names[1] : "", names[1] ? ">" : "");
    else if (!bind_is_blank(child))
      bind_stray_text(reader->bind, child, reader->owner, "here, only elements");
  }
  return NULL;
}

static ProseBlock *read_list(const Reader *reader, const xmlNode *element)
{
  static const char *const names[] = { "li", NULL };
  bind_no_attributes(reader->bind, element, reader->owner);
  ProseBlock *block = block_new(reader, element, PROSE_LIST);
  block->ordered = element->name[0] == 'o';
  block->items = arena_list(reader->bind->arena);
  for (const xmlNode *item = element->children; (item = next_named(reader, item, names)); item = item->next) {
    bind_no_attributes(reader->bind, item, reader->owner);
    Prose *prose = prose_read(reader->bind, item, reader->owner);
    if (prose)
      g_ptr_array_add(block->items, prose);
  }
  return block->items->len > 0 ? block : NULL;
}

static ProseCell *cell_new(const Reader *reader, GPtrArray *runs, bool header)
{
  ProseCell *cell = arena_alloc(reader->bind->arena, sizeof *cell);
  cell->runs = runs ? runs : arena_list(reader->bind->arena);
  cell->header = header;
  return cell;
}

static GPtrArray *read_row(const Reader *reader, const xmlNode *element)
{
  static const char *const names[] = { "td", "th", NULL };
  bind_no_attributes(reader->bind, element, reader->owner);
  GPtrArray *row = arena_list(reader->bind->arena);
  for (const xmlNode *cell = element->children; (cell = next_named(reader, cell, names)); cell = cell->next) {
    if (row->len == TABLE_MAX_COLUMNS) {
      bind_fault(reader->bind, "S-TABLE", xml_offset(cell), reader->owner, "a row has more than %d cells",
                 TABLE_MAX_COLUMNS);
      break;
    }
    bind_no_attributes(reader->bind, cell, reader->owner);
    GPtrArray *runs = prose_read_runs(reader->bind, cell, reader->owner);
    g_ptr_array_add(row, cell_new(reader, runs, cell->name[1] == 'h'));
  }
  return row;
}

static void check_row(const Reader *reader, const xmlNode *element, const ProseBlock *table, guint cells)
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
static void fill_rows(const Reader *reader, GPtrArray *rows)
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

static GPtrArray *read_caption(const Reader *reader, const xmlNode *element)
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
    } else if (caption[0]) {
      runs = arena_list(reader->bind->arena);
      g_ptr_array_add(runs, run_new(reader->bind->arena, caption, 0));
    }
  }
  return runs;
}

static ProseBlock *read_table(const Reader *reader, const xmlNode *element)
{
  static const char *const names[] = { "tr", NULL };
  ProseBlock *block = block_new(reader, element, PROSE_TABLE);
  block->runs = read_caption(reader, element);
  block->rows = arena_list(reader->bind->arena);
  for (const xmlNode *child = element->children; (child = next_named(reader, child, names)); child = child->next) {
    GPtrArray *row = read_row(reader, child);
    check_row(reader, child, block, row->len);
    if (row->len > 0)
      g_ptr_array_add(block->rows, row);
  }
  fill_rows(reader, block->rows);
  return block->rows->len > 0 ? block : NULL;
}

static bool has_blocks(const Reader *reader, const xmlNode *element)
{
  for (const xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && find_kind(reader, child))
      return true;
  return false;
}

static void unknown_block(const Reader *reader, const xmlNode *element)
{
  const char *closest = text_closest((const char *)element->name, block_names);
  if (closest)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> is not known between paragraphs (did you mean <%s>?)", element->name, closest);
  else
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> may not stand between paragraphs; put it inside <p>", element->name);
}

static void read_blocks(const Reader *reader, const xmlNode *element, GPtrArray *blocks)
{
  for (const xmlNode *child = element->children; child; child = child->next) {
    const BlockKind *kind = child->type == XML_ELEMENT_NODE ? find_kind(reader, child) : NULL;
    ProseBlock *block = kind ? kind->read(reader, child) : NULL;
    if (block)
      g_ptr_array_add(blocks, block);
    else if (child->type == XML_ELEMENT_NODE && !kind)
      unknown_block(reader, child);
    else if (child->type != XML_ELEMENT_NODE && !bind_is_blank(child))
      bind_stray_text(reader->bind, child, reader->owner, "beside paragraphs; put it inside <p>");
  }
}

Prose *prose_read(const Bind *bind, const xmlNode *element, const Record *owner)
{
  const Reader reader = { bind, owner };
  Prose *prose = arena_alloc(bind->arena, sizeof *prose);
  prose->blocks = arena_list(bind->arena);
  prose->source = bind->source;
  prose->offset = (guint32)xml_offset(element);
  if (has_blocks(&reader, element)) {
    read_blocks(&reader, element, prose->blocks);
  } else {
    GPtrArray *runs = prose_read_runs(bind, element, owner);
    ProseBlock *block = block_new(&reader, element, PROSE_PARA);
    block->runs = runs;
    if (runs)
      g_ptr_array_add(prose->blocks, block);
  }
  return prose->blocks->len > 0 ? prose : NULL;
}
