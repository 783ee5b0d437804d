/* Reading prose: one paragraph of words, or blocks - paragraphs, sub-headings, lists, tables, pictures. */
#include "base/closest.h"
#include "base/text.h"
#include "record/prose-labels.h"
#include "record/prose-parts.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

typedef struct {
  const char *name;
  ProseBlock *(*read)(const ProseReader *reader, const xmlNode *element); /* NULL: nothing in it */
} BlockKind;

static ProseBlock *read_paragraph(const ProseReader *reader, const xmlNode *element);
static ProseBlock *read_heading(const ProseReader *reader, const xmlNode *element);
static ProseBlock *read_list(const ProseReader *reader, const xmlNode *element);

static const BlockKind block_kinds[] = {
  { "p", read_paragraph }, { "h", read_heading },         { "ul", read_list },
  { "ol", read_list },     { "table", prose_read_table }, { "picture", prose_read_picture },
};
static const char *const block_names[] = { "p", "h", "ul", "ol", "table", "picture", NULL };

bool prose_knows(const char *element)
{
  return g_strv_contains(block_names, element) || prose_knows_inline(element);
}

static const BlockKind *find_kind(const ProseReader *reader, const xmlNode *element)
{
  if (!bind_in_namespace(reader->bind, element))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(block_kinds); i++)
    if (strcmp(block_kinds[i].name, (const char *)element->name) == 0)
      return &block_kinds[i];
  return NULL;
}

ProseBlock *prose_block_new(const ProseReader *reader, const xmlNode *element, ProseKind kind)
{
  ProseBlock *block = arena_alloc(reader->bind->arena, sizeof *block);
  block->kind = kind;
  block->offset = (guint32)xml_offset(element);
  return block;
}

static ProseBlock *read_words(const ProseReader *reader, const xmlNode *element, ProseKind kind)
{
  bind_no_attributes(reader->bind, element, reader->owner);
  GPtrArray *runs = prose_read_runs(reader->bind, element, reader->owner);
  if (!runs)
    return NULL;
  ProseBlock *block = prose_block_new(reader, element, kind);
  block->runs = runs;
  return block;
}

static ProseBlock *read_paragraph(const ProseReader *reader, const xmlNode *element)
{
  return read_words(reader, element, PROSE_PARA);
}

static ProseBlock *read_heading(const ProseReader *reader, const xmlNode *element)
{
  return read_words(reader, element, PROSE_HEADING);
}

/* ---- words at a wrong place -------------------------------------------------------------------------------------- */

const xmlNode *prose_words_end(const ProseReader *reader, const xmlNode *first)
{
  const xmlNode *end = first->next;
  while (end && (end->type != XML_ELEMENT_NODE || prose_is_inline(reader->bind, end)))
    end = end->next;
  return end;
}

static ProseBlock *block_of(const ProseReader *reader, const xmlNode *element, GPtrArray *runs)
{
  ProseBlock *block = prose_block_new(reader, element, PROSE_PARA);
  block->runs = runs;
  return block;
}

/* What an element that is not known here was meant to say, if there is no word in it. */
static GPtrArray *unreadable(const ProseReader *reader, const xmlNode *element)
{
  if (!element->properties && !xmlFirstElementChild((xmlNode *)element))
    return NULL;
  GPtrArray *runs = arena_list(reader->bind->arena);
  g_ptr_array_add(runs, run_new(reader->bind->arena, NOT_READABLE, 0));
  return runs;
}

GPtrArray *prose_lost_runs(const ProseReader *reader, const xmlNode *element)
{
  GPtrArray *runs = prose_read_runs(reader->bind, element, reader->owner);
  return runs ? runs : unreadable(reader, element);
}

static void read_lost_blocks(const ProseReader *reader, const xmlNode *element, GPtrArray *blocks)
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

/* Its words are read all the same, what its attributes say is not. */
static void tell_misplaced(const ProseReader *reader, const xmlNode *child, const char *const *names)
{
  g_autofree char *held = bind_held(child, false);
  bind_fault(reader->bind, "S-ELEMENT", xml_offset(child), reader->owner,
             "<%s> may not stand inside <%s>, only <%s>%s%s%s%s", child->name, child->parent->name, names[0],
             names[1] ? " or <" : "", names[1] ? names[1] : "", names[1] ? ">" : "", held);
}

bool prose_is_named(const ProseReader *reader, const xmlNode *child, const char *const *names)
{
  if (child->type == XML_ELEMENT_NODE && bind_in_namespace(reader->bind, child) &&
      g_strv_contains(names, (const char *)child->name))
    return true;
  if (child->type == XML_ELEMENT_NODE)
    tell_misplaced(reader, child, names);
  else if (!bind_is_blank(child))
    bind_stray_text(reader->bind, child, reader->owner, "here, only elements");
  return false;
}

GPtrArray *prose_read_stray(const ProseReader *reader, const xmlNode *first, const xmlNode *end,
                            const char *const *names)
{
  for (const xmlNode *at = first; at != end; at = at->next)
    prose_is_named(reader, at, names);
  return prose_read_stretch(reader->bind, first->parent, first, end, reader->owner);
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static Prose *prose_new(const ProseReader *reader, const xmlNode *element)
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

static void add_stray_item(const ProseReader *reader, const xmlNode *first, const xmlNode *end, GPtrArray *items)
{
  GPtrArray *runs = prose_read_stray(reader, first, end, item_names);
  Prose *item = prose_new(reader, first->parent);
  if (runs)
    g_ptr_array_add(item->blocks, block_of(reader, first->parent, runs));
  add_item(items, item);
}

static void read_items(const ProseReader *reader, const xmlNode *element, GPtrArray *items);

/* The value of an attribute, its white space folded, or NULL; ret_offset: where it stands. Caller frees. */
static char *list_attribute(const ProseReader *reader, const xmlNode *element, const char *name, gsize *ret_offset)
{
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    if (attribute->ns || strcmp((const char *)attribute->name, name) != 0)
      continue;
    *ret_offset = xml_offset(element);
    tag_attribute(reader->bind->source, *ret_offset, name, ret_offset);
    g_autofree char *raw = bind_attribute_text(attribute);
    return text_fold(raw);
  }
  return NULL;
}

static void check_attributes(const ProseReader *reader, const xmlNode *element, const char *const *known)
{
  g_autofree char *list = g_strjoinv("' and '", (char **)known);
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    gsize offset = xml_offset(element);
    if (!attribute->ns && g_strv_contains(known, (const char *)attribute->name))
      continue;
    tag_attribute_name(reader->bind->source, offset, (const char *)attribute->name, &offset);
    bind_fault(reader->bind, "S-ATTR", offset, reader->owner, "<%s> has no attribute '%s', only '%s'", element->name,
               attribute->name, list);
  }
}

bool prose_has_slip(const xmlNode *element, const char *name)
{
  g_autoptr(Closest) closest = closest_new();
  closest_add(closest, name);
  bool slip = false;
  for (const xmlAttr *attribute = element->properties; attribute && !slip; attribute = attribute->next)
    slip = strcmp((const char *)attribute->name, name) != 0 && closest_find(closest, (const char *)attribute->name);
  return slip;
}

enum { LABEL_CHARS = 20 };

/* The label that an item has of its own, or NULL. */
static char *read_label(const ProseReader *reader, const xmlNode *element)
{
  static const char *const known[] = { "label", NULL };
  gsize offset;
  check_attributes(reader, element, known);
  g_autofree char *label = list_attribute(reader, element, "label", &offset);
  if (!label)
    return prose_has_slip(element, "label") ? arena_strdup(reader->bind->arena, NOT_READABLE) : NULL;
  if (label[0] == '\0')
    bind_fault(reader->bind, "V-LABEL", offset, reader->owner,
               "this label is empty; write the label, as in label=\"4.2\", or leave it out");
  else if (text_length(label) > LABEL_CHARS)
    bind_fault(reader->bind, "V-LABEL", offset, reader->owner,
               "label '%.60s' has more than %d characters; write what is more into the item", label, LABEL_CHARS);
  if (text_length(label) > LABEL_CHARS) {
    g_autofree char *begins = g_utf8_substring(label, 0, LABEL_CHARS - 1);
    return arena_printf(reader->bind->arena, "%s…", begins);
  }
  return label[0] ? arena_strdup(reader->bind->arena, label) : NULL;
}

/* False: how the items are labelled cannot be read. */
static bool read_labels(const ProseReader *reader, const xmlNode *element, ProseBlock *block)
{
  static const char *const known[] = { "labels", "start", NULL };
  gsize offset;
  g_autofree char *labels = list_attribute(reader, element, "labels", &offset);
  if (labels && prose_labels_are_good(labels))
    block->labels = arena_strdup(reader->bind->arena, labels);
  else if (labels)
    bind_fault(
        reader->bind, "V-LABEL", offset, reader->owner,
        "labels '%.60s' is not how a list can be labelled; write the first label, as in 1. or (a) or iv) or A. or "
        "4.1, and give other labels item by item, as in <li label=\"4.2\">",
        labels);
  g_autofree char *start = list_attribute(reader, element, "start", &offset);
  gsize digits = start ? strspn(start, "0123456789") : 0;
  if (start && digits > 0 && digits <= 6 && start[digits] == '\0' && start[0] != '0')
    block->start = (guint)g_ascii_strtoull(start, NULL, 10);
  else if (start)
    bind_fault(reader->bind, "V-INT", offset, reader->owner,
               "start '%.60s' is not the number of an item; write 3 for a list that begins with 3. or c)", start);
  check_attributes(reader, element, known);
  return !(labels && !block->labels) && !(start && !block->start) && !prose_has_slip(element, "labels") &&
         !prose_has_slip(element, "start");
}

/* Other labels than were meant would be wrong; those that an item has of its own stay. */
static void lose_labels(const ProseReader *reader, ProseBlock *block)
{
  block->labels = NULL;
  block->start = 0;
  for (guint i = 0; i < block->items->len; i++) {
    Prose *item = g_ptr_array_index(block->items, i);
    if (!item->label)
      item->label = arena_strdup(reader->bind->arena, NOT_READABLE);
  }
}

/* A list right inside a list has items of the same one. */
static void add_lost_item(const ProseReader *reader, const xmlNode *element, GPtrArray *items)
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

static void read_items(const ProseReader *reader, const xmlNode *element, GPtrArray *items)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      add_stray_item(reader, child, next, items);
    } else if (prose_is_named(reader, child, item_names)) {
      Prose *item = prose_read(reader->bind, child, reader->owner);
      char *label = read_label(reader, child);
      if (item)
        item->label = label;
      else if (label)
        bind_fault(reader->bind, "V-LABEL", xml_offset(child), reader->owner,
                   "the item labelled '%s' has no words; write them, or take it out", label);
      add_item(items, item);
    } else if (child->type == XML_ELEMENT_NODE) {
      add_lost_item(reader, child, items);
    }
  }
}

static ProseBlock *read_list(const ProseReader *reader, const xmlNode *element)
{
  ProseBlock *block = prose_block_new(reader, element, PROSE_LIST);
  block->ordered = element->name[0] == 'o';
  bool labelled = true;
  if (!block->ordered && xmlHasProp((xmlNode *)element, (const xmlChar *)"labels")) {
    bind_fault(reader->bind, "S-ATTR", xml_offset(element), reader->owner,
               "<ul> has no attribute 'labels'; a list with labels is <ol>");
    block->ordered = true;
    labelled = read_labels(reader, element, block);
  } else if (block->ordered) {
    labelled = read_labels(reader, element, block);
  } else {
    bind_no_attributes(reader->bind, element, reader->owner);
  }
  block->items = arena_list(reader->bind->arena);
  read_items(reader, element, block->items);
  if (!labelled)
    lose_labels(reader, block);
  return block->items->len > 0 ? block : NULL;
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

static bool has_blocks(const ProseReader *reader, const xmlNode *element)
{
  for (const xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && find_kind(reader, child))
      return true;
  return false;
}

static void unknown_block(const ProseReader *reader, const xmlNode *element)
{
  const char *closest = text_closest((const char *)element->name, block_names);
  g_autofree char *held = prose_is_inline(reader->bind, element) ? g_strdup("") : bind_held(element, false);
  const Record *home = closest ? NULL : bind_home(reader->owner, (const char *)element->name);
  if (home)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> may not stand among words; end them before it: it belongs directly into <%s>%s", element->name,
               home->spec->element, held);
  else if (closest)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> is not known between paragraphs (did you mean <%s>?)%s", element->name, closest, held);
  else
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> may not stand between paragraphs; put it inside <p>%s", element->name, held);
}

/* Words beside paragraphs, which begin with first: a paragraph. */
static void read_stray_words(const ProseReader *reader, const xmlNode *first, const xmlNode *end, GPtrArray *blocks)
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

static void read_blocks(const ProseReader *reader, const xmlNode *element, GPtrArray *blocks)
{
  for (const xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    const BlockKind *kind = child->type == XML_ELEMENT_NODE ? find_kind(reader, child) : NULL;
    ProseBlock *block = kind ? kind->read(reader, child) : NULL;
    if (block) {
      g_ptr_array_add(blocks, block);
    } else if (prose_is_inline(reader->bind, child)) {
      next = prose_words_end(reader, child);
      read_stray_words(reader, child, next, blocks);
    } else if (child->type == XML_ELEMENT_NODE && !kind) {
      unknown_block(reader, child);
      read_lost_blocks(reader, child, blocks);
    }
  }
}

Prose *prose_read(const Bind *bind, const xmlNode *element, Record *owner)
{
  const ProseReader reader = { bind, owner };
  Prose *prose = prose_new(&reader, element);
  GPtrArray *runs = NULL;
  if (has_blocks(&reader, element))
    read_blocks(&reader, element, prose->blocks);
  else if ((runs = prose_read_runs(bind, element, owner)))
    g_ptr_array_add(prose->blocks, block_of(&reader, element, runs));
  return prose->blocks->len > 0 ? prose : NULL;
}
