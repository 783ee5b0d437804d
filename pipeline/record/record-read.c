/* Reading records: file, gates one to three. */
#include "record/record-read.h"
#include "base/file.h"
#include "record/bind.h"
#include "xml/bytes.h"
#include "xml/xml-parse.h"
#include <string.h>

/* A source that lives as long as the arena; takes the bytes. */
static Source *source_new(Arena *arena, const char *path, char *bytes, gsize length_bytes, DiagList *diags)
{
  arena_own(arena, bytes, g_free);
  Source *source = arena_alloc(arena, sizeof *source);
  if (!bytes_check(arena_strdup(arena, path), bytes, length_bytes, source, diags))
    return NULL;
  source->raw = bytes;
  source->raw_bytes = length_bytes;
  source->files = arena_list(arena);
  source->pictures = arena_alloc(arena, sizeof *source->pictures);
  source->picture_bytes = arena_alloc(arena, sizeof *source->picture_bytes);
  source_mark(source, arena);
  return source;
}

typedef struct {
  gsize bytes;
  guint nodes;
} Limits;

static const Limits submitted = { BYTES_MAX, XML_MAX_NODES }, own = { BYTES_MAX_OWN, XML_MAX_NODES_OWN };

/* Takes the bytes. */
static void *read_bytes(Arena *arena, const char *path, char *bytes, gsize length_bytes, const Spec *const *specs,
                        const Limits *limits, DiagList *diags)
{
  const Source *source = source_new(arena, path, bytes, length_bytes, diags);
  g_autoptr(xmlDoc) mended = NULL;
  g_autoptr(xmlDoc) doc = source ? xml_parse_all(source, limits->nodes, diags, &mended) : NULL;
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Bind bind = { .arena = arena, .source = source, .diags = diags, .named = named };
  if (mended) /* what else is wrong; nothing is made of it */
    bind_root(&bind, xmlDocGetRootElement(mended), specs);
  g_hash_table_remove_all(named);
  return doc ? bind_root(&bind, xmlDocGetRootElement(doc), specs) : NULL;
}

/* A file of the wrong kind or size is a fault of the data, told with the words of the error; anything else is the
 * world's. */
static bool tell_data_fault(const GError *error, const char *path, DiagList *diags)
{
  bool kind = g_error_matches(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  if (!kind && !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    return false;
  diag_file(diags, kind ? "F-KIND" : "F-SIZE", path, "%s", error->message + strlen(path) + strlen(": "));
  return true;
}

static void *read_path(Arena *arena, const char *path, const Spec *const *specs, const Limits *limits, DiagList *diags,
                       GError **error)
{
  gsize length;
  g_autoptr(GError) failure = NULL;
  char *bytes = file_read(path, limits->bytes, &length, &failure);
  if (bytes)
    return read_bytes(arena, path, bytes, length, specs, limits, diags);
  if (!tell_data_fault(failure, path, diags))
    g_propagate_error(error, g_steal_pointer(&failure));
  return NULL;
}

void *record_read_any(Arena *arena, const char *path, const Spec *const *specs, DiagList *diags, GError **error)
{
  return read_path(arena, path, specs, &submitted, diags, error);
}

void *record_read_file(Arena *arena, const char *path, const Spec *spec, DiagList *diags, GError **error)
{
  const Spec *specs[] = { spec, NULL };
  return read_path(arena, path, specs, &submitted, diags, error);
}

void *record_read_own(Arena *arena, const char *path, const Spec *const *specs, DiagList *diags, GError **error)
{
  return read_path(arena, path, specs, &own, diags, error);
}

void *record_read_memory(Arena *arena, const char *path, const char *bytes, gsize length_bytes,
                         const Spec *const *specs, DiagList *diags)
{
  if (length_bytes > BYTES_MAX) {
    diag_file(diags, "F-SIZE", path, "is %.1f MB; the largest file accepted is 16 MB", (double)length_bytes / 1e6);
    return NULL;
  }
  char *copy = g_malloc(length_bytes + 1);
  memcpy(copy, bytes, length_bytes);
  copy[length_bytes] = '\0';
  return read_bytes(arena, path, copy, length_bytes, specs, &submitted, diags);
}
