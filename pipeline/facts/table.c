/* Tables of records by reference. */
#include "facts/table.h"

GHashTable *table_new(Arena *arena)
{
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  arena_own(arena, table, (GDestroyNotify)g_hash_table_unref);
  return table;
}

void table_put(GHashTable *table, const char *ref, gconstpointer item)
{
  if (ref && !g_hash_table_contains(table, ref))
    g_hash_table_insert(table, (gpointer)ref, (gpointer)item);
}
