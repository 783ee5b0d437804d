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
  Record *owner;
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

/* ---- words at a wrong place -------------------------------------------------------------------------------------- */

/* The first node after the words that begin with first. */
static const xmlNode *words_end(const Reader *reader, const xmlNode *first)
{
  const xmlNode *end = first->next;
  while (end && (end->type != XML_ELEMENT_NODE || prose_is_inline(reader->bind, end)))
    end = end->next;
  return end;
}

static ProseBlock *block_of(const Reader *reader, const xmlNode *element, GPtrArray *runs)
{
  ProseBlock *block = block_new(reader, element, PROSE_PARA);
  block->runs = runs;
  return block;
}

/* What an element that is not known here was meant to say, if there is no word in it. */
static GPtrArray *unreadable(const Reader *reader, const xmlNode *element)
{
  if (!element->properties && !xmlFirstElementChild((xmlNode *)element))
    return NULL;
  GPtrArray *runs = arena_list(reader->bind->arena);
  g_ptr_array_add(runs, run_new(reader->bind->arena, PROSE_UNREADABLE, 0));
  return runs;
}

/* The words of an element that is not known here, as those of one paragraph. */
static GPtrArray *read_lost_runs(const Reader *reader, const xmlNode *element)
{
  GPtrArray *runs = prose_read_runs(reader->bind, element, reader->owner);
  return runs ? runs : unreadable(reader, element);
}

static void read_lost_blocks(const Reader *reader, const xmlNode *element, GPtrArray *blocks)
{
  const BlockKind *kind = find_kind(reader, element);
  const Prose *prose = kind ? NULL : prose_read(reader->bind, element, reader->owner);
  ProseBlock *block = kind ? kind->read(reader, element) : NULL;
  GPtrArray *runs = kind || prose ? NULL : unreadable(reader, element);
  if (prose)
    g_ptr_array_extend(blocks, prose->blocks, NULL, NULL);
  else if (block || runs)
    g_ptr_array_add(blocks, block ? block : block_of(reader, element, runs));
}

/* Whether it is an element of the names; tells of anything else. */
static bool is_named(const Reader *reader, const xmlNode *child, const char *const *names)
{
  if (child->type == XML_ELEMENT_NODE && bind_in_namespace(reader->bind, child) &&
      g_strv_contains(names, (const char *)child->name))
    return true;
  if (child->type == XML_ELEMENT_NODE)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(child), reader->owner,
               "<%s> may not stand inside <%s>, only <%s>%s%s%s", child->name, child->parent->name, names[0],
               names[1] ? " or <" : "", names[1] ? names[1] : "", names[1] ? ">" : "");
  else if (!bind_is_blank(child))
    bind_stray_text(reader->bind, child, reader->owner, "here, only elements");
  return false;
}

/* Words that begin with first and stand where only elements of the names may; NULL: white space. */
static GPtrArray *read_stray(const Reader *reader, const xmlNode *first, const xmlNode *end, const char *const *names)
{
  for (const xmlNode *at = first; at != end; at = at->next)
    is_named(reader, at, names);
  return prose_read_stretch(reader->bind, first->parent, first, end, reader->owner);
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static Prose *prose_new(const Reader *reader, const xmlNode *element)
{
  Prose *prose = arena_alloc(reader->bind->arena, sizeof *prose);
  prose->blocks = arena_list(reader->bind->arena);
  prose->source = reader->bind->source;
  prose->offset = (guint32)xml_offset(element);
  return prose;
}

/* Adds an item if there is anything in it. */
static void add_item(GPtrArray *items, Prose *item)
{
  if (item && item->blocks->len > 0)
    g_ptr_array_add(items, item);
}

static const char *const item_names[] = { "li", NULL };

static void add_stray_item(const Reader *reader, const xmlNode *first, const xmlNode *end, GPtrArray *items)
{
  GPtrArray *runs = read_stray(reader, first, end, item_names);
  Prose *item = prose_new(reader, first->parent);
  if (runs)
    g_ptr_array_add(item->blocks, block_of(reader, first->parent, runs));
  add_item(items, item);
}

static void read_items(const Reader *reader, const xmlNode *element, GPtrArray *items);

/* A list right inside a list has items of the same one. */
static void add_lost_item(const Reader *reader, const xmlNode *element, GPtrArray *items)
{
  const BlockKind *kind = find_kind(reader, element);
  if (kind && kind->read == read_list) {
    read_items(reader, element, items);
    return;
  }
  Prose *item = prose_new(reader, element);
  read_lost_blocks(reader, element, item->blocks);
  add_item(items, item);
}

static void read_items(const Reader *reader, const xmlNode *element, GPtrArray *items)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = words_end(reader, child);
      add_stray_item(reader, child, next, items);
    } else if (is_named(reader, child, item_names)) {
      bind_no_attributes(reader->bind, child, reader->owner);
      add_item(items, prose_read(reader->bind, child, reader->owner));
    } else if (child->type == XML_ELEMENT_NODE) {
      add_lost_item(reader, child, items);
    }
  }
}

static ProseBlock *read_list(const Reader *reader, const xmlNode *element)
{
  bind_no_attributes(reader->bind, element, reader->owner);
  ProseBlock *block = block_new(reader, element, PROSE_LIST);
  block->ordered = element->name[0] == 'o';
  block->items = arena_list(reader->bind->arena);
  read_items(reader, element, block->items);
  return block->items->len > 0 ? block : NULL;
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static ProseCell *cell_new(const Reader *reader, GPtrArray *runs, bool header)
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

static void begin_row(const Reader *reader, Rows *rows)
{
  rows->last = arena_list(reader->bind->arena);
}

static void end_row(Rows *rows)
{
  if (rows->last->len > 0)
    g_ptr_array_add(rows->rows, rows->last);
}

/* A row with more cells than there may be goes on in the next one. */
static void add_cell(const Reader *reader, const xmlNode *element, GPtrArray *runs, bool header, Rows *rows)
{
  if (rows->last->len == TABLE_MAX_COLUMNS) {
    bind_fault(reader->bind, "S-TABLE", xml_offset(element), reader->owner, "a row has more than %d cells",
               TABLE_MAX_COLUMNS);
    end_row(rows);
    begin_row(reader, rows);
  }
  g_ptr_array_add(rows->last, cell_new(reader, runs, header));
}

static void read_cells(const Reader *reader, const xmlNode *element, Rows *rows)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = words_end(reader, child);
      add_cell(reader, element, read_stray(reader, child, next, cell_names), false, rows);
    } else if (is_named(reader, child, cell_names)) {
      bind_no_attributes(reader->bind, child, reader->owner);
      add_cell(reader, child, prose_read_runs(reader->bind, child, reader->owner), child->name[1] == 'h', rows);
    } else if (child->type == XML_ELEMENT_NODE) {
      add_cell(reader, child, read_lost_runs(reader, child), false, rows);
    }
  }
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
      g_utf8_offset_to_pointer(caption, VALUE_TEXT_CHARS)[0] = '\0';
    }
    if (!attribute->ns && strcmp((const char *)attribute->name, "caption") == 0 && caption[0]) {
      runs = arena_list(reader->bind->arena);
      g_ptr_array_add(runs, run_new(reader->bind->arena, caption, 0));
    }
  }
  return runs;
}

static void read_row(const Reader *reader, const xmlNode *element, const ProseBlock *table)
{
  Rows rows = { .rows = table->rows };
  bind_no_attributes(reader->bind, element, reader->owner);
  begin_row(reader, &rows);
  read_cells(reader, element, &rows);
  check_row(reader, element, table, rows.last->len);
  end_row(&rows);
}

/* A row of one cell. */
static void add_row(const Reader *reader, GPtrArray *runs, GPtrArray *rows)
{
  GPtrArray *row = arena_list(reader->bind->arena);
  g_ptr_array_add(row, cell_new(reader, runs, false));
  if (runs)
    g_ptr_array_add(rows, row);
}

static void read_rows(const Reader *reader, const xmlNode *element, ProseBlock *table);

/* What is not known between rows: several of them (<tbody>), one, or words. */
static void read_lost_rows(const Reader *reader, const xmlNode *element, ProseBlock *table)
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
    add_row(reader, read_lost_runs(reader, element), table->rows);
  }
}

static void read_rows(const Reader *reader, const xmlNode *element, ProseBlock *table)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = words_end(reader, child);
      add_row(reader, read_stray(reader, child, next, row_names), table->rows);
    } else if (is_named(reader, child, row_names)) {
      read_row(reader, child, table);
    } else if (child->type == XML_ELEMENT_NODE) {
      read_lost_rows(reader, child, table);
    }
  }
}

static ProseBlock *read_table(const Reader *reader, const xmlNode *element)
{
  ProseBlock *block = block_new(reader, element, PROSE_TABLE);
  block->runs = read_caption(reader, element);
  block->rows = arena_list(reader->bind->arena);
  read_rows(reader, element, block);
  fill_rows(reader, block->rows);
  return block->rows->len > 0 ? block : NULL;
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

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

/* Words beside paragraphs, which begin with first: a paragraph. */
static void read_stray_words(const Reader *reader, const xmlNode *first, const xmlNode *end, GPtrArray *blocks)
{
  for (const xmlNode *at = first; at != end; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      unknown_block(reader, at);
    else if (!bind_is_blank(at))
      bind_stray_text(reader->bind, at, reader->owner, "beside paragraphs; put it inside <p>");
  GPtrArray *runs = prose_read_stretch(reader->bind, first->parent, first, end, reader->owner);
  if (runs)
    g_ptr_array_add(blocks, block_of(reader, first->parent, runs));
}

static void read_blocks(const Reader *reader, const xmlNode *element, GPtrArray *blocks)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    const BlockKind *kind = child->type == XML_ELEMENT_NODE ? find_kind(reader, child) : NULL;
    ProseBlock *block = kind ? kind->read(reader, child) : NULL;
    if (block) {
      g_ptr_array_add(blocks, block);
    } else if (prose_is_inline(reader->bind, child)) {
      next = words_end(reader, child);
      read_stray_words(reader, child, next, blocks);
    } else if (child->type == XML_ELEMENT_NODE && !kind) {
      unknown_block(reader, child);
      read_lost_blocks(reader, child, blocks);
    }
  }
}

Prose *prose_read(const Bind *bind, const xmlNode *element, Record *owner)
{
  const Reader reader = { bind, owner };
  Prose *prose = prose_new(&reader, element);
  GPtrArray *runs = NULL;
  if (has_blocks(&reader, element))
    read_blocks(&reader, element, prose->blocks);
  else if ((runs = prose_read_runs(bind, element, owner)))
    g_ptr_array_add(prose->blocks, block_of(&reader, element, runs));
  return prose->blocks->len > 0 ? prose : NULL;
}
