/* Telling equal names apart by numbers, without counting from 2 for each. */
#include "base/unique.h"

struct Unique {
  GHashTable *taken;   /* names */
  GHashTable *numbers; /* base to the number tried last */
};

Unique *unique_new(void)
{
  Unique *unique = g_new0(Unique, 1);
  unique->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  unique->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return unique;
}

void unique_free(Unique *unique)
{
  if (!unique)
    return;
  g_hash_table_unref(unique->taken);
  g_hash_table_unref(unique->numbers);
  g_free(unique);
}

bool unique_take(Unique *unique, const char *name)
{
  if (g_hash_table_contains(unique->taken, name))
    return false;
  return g_hash_table_add(unique->taken, g_strdup(name));
}

guint unique_number(Unique *unique, const char *base)
{
  guint number = MAX(GPOINTER_TO_UINT(g_hash_table_lookup(unique->numbers, base)), 1u) + 1;
  g_hash_table_insert(unique->numbers, g_strdup(base), GUINT_TO_POINTER(number));
  return number;
}

char *unique_name(Unique *unique, const char *base, const char *join, const char *end)
{
  char *name = g_strconcat(base, end, NULL);
  while (!unique_take(unique, name)) {
    g_free(name);
    name = g_strdup_printf("%s%s%u%s", base, join, unique_number(unique, base), end);
  }
  return name;
}
