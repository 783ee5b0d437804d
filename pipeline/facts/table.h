/* Tables of records by reference, owned by the arena. */
#pragma once
#include "base/arena.h"

GHashTable *table_new(Arena *arena);
/* The first of several with one ref counts; hostile files may leave a ref out. */
void table_put(GHashTable *table, const char *ref, gconstpointer item);
