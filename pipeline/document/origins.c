/* Noting where what is shown was taken from. */
#include "document/origins.h"

Origins *origins_new(Arena *arena)
{
  Origins *origins = arena_alloc(arena, sizeof *origins);
  origins->all = g_array_new(FALSE, FALSE, sizeof(Origin));
  origins->first = g_hash_table_new(NULL, NULL);
  arena_own(arena, origins->all, (GDestroyNotify)g_array_unref);
  arena_own(arena, origins->first, (GDestroyNotify)g_hash_table_unref);
  return origins;
}

void origins_note(Origins *origins, gconstpointer place, guint item, const Record *record, const Field *field)
{
  if (place && !g_hash_table_contains(origins->first, place))
    g_hash_table_insert(origins->first, (gpointer)place, GUINT_TO_POINTER(origins->all->len + 1));
  Origin origin = { place, item, record, field };
  g_array_append_val(origins->all, origin);
}

void origins_place(Origins *origins, guint from, gconstpointer place)
{
  for (guint i = from; i < origins->all->len; i++)
    g_array_index(origins->all, Origin, i).place = place;
  if (from < origins->all->len)
    g_hash_table_insert(origins->first, (gpointer)place, GUINT_TO_POINTER(from + 1));
}

const Origin *origins_of(const Origins *origins, gconstpointer place, guint *ret_n)
{
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(origins->first, place)), end = first;
  *ret_n = 0;
  if (!first)
    return NULL;
  while (end < origins->all->len && g_array_index(origins->all, Origin, end).place == place)
    end++;
  *ret_n = end - (first - 1);
  return &g_array_index(origins->all, Origin, first - 1);
}
