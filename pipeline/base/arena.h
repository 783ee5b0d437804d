/* One owner for everything that is read in a run: records, strings, lists and sources; freed all at once. */
#pragma once
#include <glib.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

void *arena_alloc(Arena *arena, gsize size_bytes);  /* zeroed, aligned for any type */
char *arena_strdup(Arena *arena, const char *text); /* NULL gives NULL */
char *arena_strndup(Arena *arena, const char *text, gsize length_bytes);
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);
GPtrArray *arena_list(Arena *arena);                                /* an empty list without free function */
void arena_own(Arena *arena, void *object, GDestroyNotify destroy); /* destroy(object) with the arena */
