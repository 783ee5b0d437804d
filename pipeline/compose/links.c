/* Links: a walk over every run of the document. */
#include "compose/links.h"
#include "record/record-walk.h"

static void add_heading(const Record *record, void *ids)
{
  if (record->spec == &heading_spec && ((const Heading *)record)->id)
    g_hash_table_add(ids, ((const Heading *)record)->id);
}

typedef struct {
  Arena *arena;
  GHashTable *ids;     /* of headings */
  GHashTable *anchors; /* whole words to the Heading that they name */
  GHashTable *renamed; /* old ids to links to the new ones */
} Settling;

static void settle_runs(const GPtrArray *runs, void *data)
{
  const Settling *settling = data;
  for (guint i = 0; i < runs->len; i++) {
    Run *run = g_ptr_array_index(runs, i);
    if (!run->href || run->href[0] != '#')
      continue;
    const Heading *named = g_hash_table_lookup(settling->anchors, run->href + 1);
    char *better = g_hash_table_lookup(settling->renamed, run->href + 1);
    run->href = named ? arena_printf(settling->arena, "#%s", named->id) : better ? better : run->href;
    if (!g_hash_table_contains(settling->ids, run->href + 1))
      run->href = NULL;
  }
}

static void settle(const Record *record, void *settling)
{
  record_walk_runs(record, settle_runs, settling);
}

void links_settle(Arena *arena, Document *document, GHashTable *anchors, GHashTable *renamed)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  record_walk(&document->record, add_heading, ids);
  Settling settling = { arena, ids, anchors, renamed };
  record_walk(&document->record, settle, &settling);
}
