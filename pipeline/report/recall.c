/* From a manifest back to a request. */
#include "report/recall.h"
#include "base/text.h"

typedef struct {
  ReportRequest request;
  GPtrArray *sources, *also, *documents;
} Recalled;

static char *recall(Arena *arena, const char *escaped)
{
  g_autofree char *text = escaped ? text_unescape(escaped) : NULL;
  return arena_strdup(arena, text);
}

static void recall_inputs(Arena *arena, const Manifest *manifest, Recalled *recalled)
{
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    recalled->request.facts |= file->role == ROLE_TEAM && g_strcmp0(file->path, "team/facts.xml") == 0;
    if (file->role != ROLE_INPUT)
      continue;
    char *path = recall(arena, file->path);
    if (file->as == AS_FRAMEWORK && !manifest->absent)
      recalled->request.framework = path;
    else if (file->as == AS_ACCEPTED)
      recalled->request.accepted = path;
    else if (file->as == AS_ALSO)
      g_ptr_array_add(recalled->also, path);
    else if (file->as != AS_FINDINGS && file->as != AS_PICTURE) /* those are found by what names them */
      g_ptr_array_add(recalled->sources, path);
  }
  g_ptr_array_add(recalled->sources, NULL);
  g_ptr_array_add(recalled->also, NULL);
}

static char **recall_list(Arena *arena, const GPtrArray *list, bool settings)
{
  GPtrArray *copy = arena_list(arena);
  for (guint i = 0; i < list->len; i++) {
    const void *item = g_ptr_array_index(list, i);
    g_ptr_array_add(copy, recall(arena, settings ? ((const Setting *)item)->text : item));
  }
  g_ptr_array_add(copy, NULL);
  return (char **)copy->pdata;
}

static void recall_documents(Arena *arena, const Manifest *manifest, Recalled *recalled)
{
  for (guint i = 0; i < manifest->documents->len; i++) {
    const ManifestDocument *said = g_ptr_array_index(manifest->documents, i);
    ReportDocument *document = arena_alloc(arena, sizeof *document);
    document->layout = recall(arena, said->layout);
    document->words = recall(arena, said->words);
    document->shelf = recall(arena, said->shelf);
    document->formats = recall_list(arena, said->formats, false);
    document->settings = recall_list(arena, said->settings, true);
    document->ticked = recall_list(arena, said->ticked, true);
    g_ptr_array_add(recalled->documents, document);
  }
}

const ReportRequest *recall_request(Arena *arena, const Manifest *manifest)
{
  Recalled *recalled = arena_alloc(arena, sizeof *recalled);
  *recalled = (Recalled){ .sources = arena_list(arena), .also = arena_list(arena), .documents = arena_list(arena) };
  recall_inputs(arena, manifest, recalled);
  recall_documents(arena, manifest, recalled);
  recalled->request.sources = (char *const *)recalled->sources->pdata;
  recalled->request.also = (char *const *)recalled->also->pdata;
  recalled->request.documents = recalled->documents;
  if (period_given(manifest->period)) {
    g_autofree char *period = period_to_string(manifest->period);
    recalled->request.period = arena_strdup(arena, period);
  }
  recalled->request.absent = manifest->absent;
  recalled->request.no_plan = manifest->no_plan;
  return &recalled->request;
}
