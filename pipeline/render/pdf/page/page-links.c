/* Page numbers in tables: the words of runs change, in a copy of the document. */
#include "render/pdf/page/page-links.h"
#include <string.h>

static const char unnumbered[] = "{page}", room[] = "000", unknown[] = "–";

typedef struct {
  Run *run;
  char text[12];
} PageLink;

struct PageLinks {
  Arena *arena;             /* owns the copy; NULL: none was needed */
  const Document *document; /* the copy, or the document itself */
  GPtrArray *list;          /* of PageLink */
};

/* The runs, with new ones where pages are to be numbered. */
static GPtrArray *add_runs(PageLinks *links, const GPtrArray *runs)
{
  GPtrArray *numbered = arena_list(links->arena);
  for (guint i = 0; i < runs->len; i++) {
    Run *run = g_ptr_array_index(runs, i);
    if (run->text && strcmp(run->text, unnumbered) == 0) {
      PageLink *link = g_new0(PageLink, 1);
      link->run = arena_alloc(links->arena, sizeof *run);
      *link->run = *run;
      link->run->text = (char *)room;
      g_ptr_array_add(links->list, link);
      run = link->run;
    }
    g_ptr_array_add(numbered, run);
  }
  return numbered;
}

static void add_cell(PageLinks *links, const Cell *cell)
{
  for (guint i = 0; i < cell->content->len; i++) {
    Para *para = g_ptr_array_index(cell->content, i);
    if (para->record.spec == &para_spec && para->runs)
      para->runs = add_runs(links, para->runs);
  }
}

static bool has_pages(const Table *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((const Column *)g_ptr_array_index(table->columns, i))->pages)
      return true;
  return false;
}

static void add_table(PageLinks *links, const Table *table)
{
  for (guint i = 0; has_pages(table) && i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < group->rows->len; k++) {
      const Row *row = g_ptr_array_index(group->rows, k);
      for (guint n = 0; n < row->cells->len; n++)
        add_cell(links, g_ptr_array_index(row->cells, n));
    }
  }
}

/* The blocks in a box or in kept blocks, or NULL. */
static const GPtrArray *inner_blocks(const Record *block)
{
  return block->spec == &box_spec    ? ((const Box *)block)->blocks
         : block->spec == &keep_spec ? ((const Keep *)block)->blocks
                                     : NULL;
}

static void add_blocks(PageLinks *links, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &table_spec)
      add_table(links, (const Table *)block);
    else if (inner_blocks(block))
      add_blocks(links, inner_blocks(block));
  }
}

bool page_links_needed(const Record *block)
{
  if (block->spec == &contents_spec || (block->spec == &table_spec && has_pages((const Table *)block)))
    return true;
  const GPtrArray *inner = inner_blocks(block);
  for (guint i = 0; inner && i < inner->len; i++)
    if (page_links_needed(g_ptr_array_index(inner, i)))
      return true;
  return false;
}

PageLinks *page_links_new(const Document *document)
{
  PageLinks *links = g_new0(PageLinks, 1);
  links->list = g_ptr_array_new_with_free_func(g_free);
  links->document = document;
  if (!document_has_pages(document))
    return links;
  links->arena = arena_new();
  links->document = document = record_copy(links->arena, &document->record, NULL);
  for (guint i = 0; i < document->sections->len; i++)
    add_blocks(links, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return links;
}

void page_links_free(PageLinks *links)
{
  if (!links)
    return;
  g_ptr_array_unref(links->list);
  arena_free(links->arena);
  g_free(links);
}

const Document *page_links_document(const PageLinks *links)
{
  return links->document;
}

/* Ids to entries, the first of each. */
static GHashTable *by_id(const Entries *entries)
{
  GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < entries_count(entries); i++) {
    const Entry *entry = entries_get(entries, i);
    if (!g_hash_table_contains(found, entry->id))
      g_hash_table_insert(found, (gpointer)entry->id, (gpointer)entry);
  }
  return found;
}

void page_links_number(PageLinks *links, const Entries *entries)
{
  if (links->list->len == 0)
    return;
  g_autoptr(GHashTable) found = by_id(entries);
  for (guint i = 0; i < links->list->len; i++) {
    PageLink *link = g_ptr_array_index(links->list, i);
    const char *href = link->run->href;
    const Entry *entry = href && href[0] == '#' ? g_hash_table_lookup(found, href + 1) : NULL;
    guint number = entry ? entry->number : 0;
    g_snprintf(link->text, sizeof link->text, "%u", number);
    link->run->text = number ? link->text : (char *)unknown;
  }
}
