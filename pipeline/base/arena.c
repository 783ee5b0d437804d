/* The arena: memory is taken from large blocks and given back all at once. */
#include "base/arena.h"
#include <stdarg.h>
#include <string.h>

enum { BLOCK_BYTES = 32 * 1024, ALIGN_BYTES = 16 };

typedef struct {
  void *object;
  GDestroyNotify destroy;
} Owned;

struct Arena {
  GPtrArray *blocks; /* freed by g_free */
  GArray *owned;     /* of Owned */
  char *next;        /* first free byte of the newest small block */
  gsize left_bytes;
};

Arena *arena_new(void)
{
  Arena *arena = g_new0(Arena, 1);
  arena->blocks = g_ptr_array_new_with_free_func(g_free);
  arena->owned = g_array_new(FALSE, FALSE, sizeof(Owned));
  return arena;
}

void arena_free(Arena *arena)
{
  if (!arena)
    return;
  for (guint i = arena->owned->len; i > 0; i--) {
    Owned *owned = &g_array_index(arena->owned, Owned, i - 1);
    owned->destroy(owned->object);
  }
  g_array_free(arena->owned, TRUE);
  g_ptr_array_free(arena->blocks, TRUE);
  g_free(arena);
}

static void *take(Arena *arena, gsize size_bytes, gsize align_bytes)
{
  gsize pad = arena->next ? (gsize)(-(guintptr)arena->next & (align_bytes - 1)) : 0;
  if (arena->left_bytes >= size_bytes + pad) {
    char *start = arena->next + pad;
    arena->next = start + size_bytes;
    arena->left_bytes -= size_bytes + pad;
    return start;
  }
  if (size_bytes > BLOCK_BYTES / 4) { /* its own block, so that the rest of the small one stays in use */
    void *big = g_malloc0(size_bytes);
    g_ptr_array_add(arena->blocks, big);
    return big;
  }
  char *block = g_malloc0(BLOCK_BYTES);
  g_ptr_array_add(arena->blocks, block);
  arena->next = block + size_bytes;
  arena->left_bytes = BLOCK_BYTES - size_bytes;
  return block;
}

void *arena_alloc(Arena *arena, gsize size_bytes)
{
  g_assert(size_bytes < G_MAXSIZE / 2);
  return take(arena, MAX(size_bytes, 1), ALIGN_BYTES);
}

char *arena_strndup(Arena *arena, const char *text, gsize length_bytes)
{
  char *copy = take(arena, length_bytes + 1, 1);
  memcpy(copy, text, length_bytes);
  copy[length_bytes] = '\0';
  return copy;
}

char *arena_strdup(Arena *arena, const char *text)
{
  return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  return arena_strdup(arena, text);
}

GPtrArray *arena_list(Arena *arena)
{
  GPtrArray *list = g_ptr_array_new();
  arena_own(arena, list, (GDestroyNotify)g_ptr_array_unref);
  return list;
}

void arena_own(Arena *arena, void *object, GDestroyNotify destroy)
{
  Owned owned = { object, destroy };
  g_array_append_val(arena->owned, owned);
}
