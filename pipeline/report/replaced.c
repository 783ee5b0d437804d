/* Looking for manifests, and comparing them with a request. */
#include "report/replaced.h"
#include "base/file.h"
#include "base/text.h"
#include "folder/public.h"
#include "folder/reported.h"
#include "folder/search.h"
#include "manifest/manifest.h"
#include "report/documents.h"
#include <stdlib.h>
#include <string.h>

/* ---- folders with a manifest ------------------------------------------------------------------------------------- */

char *replaced_neighbour(const char *out, const char *name)
{
  g_autofree char *path = g_build_filename(out, name, NULL), *parent = g_path_get_dirname(path);
  char *around = reported_around(parent);
  if (around)
    return around;
  g_autoptr(GPtrArray) below = search_folders(path, MANIFEST_NAME, SEARCH_ALL, NULL);
  return below->len > 0 ? g_build_filename(path, g_ptr_array_index(below, below->len - 1), NULL) : NULL;
}

/* ---- comparing --------------------------------------------------------------------------------------------------- */

/* Where the paths of a manifest begin; caller frees. */
static char *base_of(const Manifest *manifest, const char *folder)
{
  g_autofree char *base = text_unescape(manifest->base), *real = realpath(folder, NULL);
  g_autofree char *full = real ? g_strdup(real) : g_canonicalize_filename(folder, NULL);
  return g_canonicalize_filename(base, full);
}

static bool is_same_path(const char *base, const char *escaped, const char *given)
{
  g_autofree char *path = text_unescape(escaped), *then = g_canonicalize_filename(path, base);
  return file_is_same(then, given);
}

/* The first input of a kind, or NULL. */
static const ManifestFile *input_as(const Manifest *manifest, int as)
{
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    if (file->role == ROLE_INPUT && file->as == as)
      return file;
  }
  return NULL;
}

/* A plan goes with its return, or with the period that was asked for. */
static bool is_same_return(const Manifest *manifest, const char *base, const ReportRequest *request)
{
  const ManifestFile *form = input_as(manifest, AS_RETURN);
  Period period;
  if (form || request->sources[1])
    return form && request->sources[1] && is_same_path(base, form->path, request->sources[1]);
  return !request->period || !period_parse(request->period, &period) || period_equal(period, manifest->period);
}

static const ManifestDocument *document_by_layout(const Manifest *manifest, const char *base, const char *layout)
{
  for (guint i = 0; i < manifest->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(manifest->documents, i);
    if (is_same_path(base, document->layout, layout))
      return document;
  }
  return NULL;
}

static bool has_document(const Manifest *manifest, const char *base, const ReportRequest *request)
{
  for (guint i = 0; i < request->documents->len; i++) {
    const ReportDocument *wanted = g_ptr_array_index(request->documents, i);
    if (document_by_layout(manifest, base, wanted->layout))
      return true;
  }
  return request->documents->len == 0;
}

static bool is_of_request(const Manifest *manifest, const char *folder, const ReportRequest *request)
{
  static const int firsts[] = { AS_PLAN, AS_MODEL, AS_PAPER };
  g_autofree char *base = base_of(manifest, folder);
  const ManifestFile *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(firsts) && !first; i++)
    first = input_as(manifest, firsts[i]);
  if (!first || !is_same_path(base, first->path, request->sources[0]) || !has_document(manifest, base, request))
    return false;
  return first->as != AS_PLAN || is_same_return(manifest, base, request);
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

GPtrArray *replaced_folders(const char *out, const ReportRequest *request)
{
  g_autoptr(GPtrArray) names = search_folders(out, MANIFEST_NAME, SEARCH_ALL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *path = g_build_filename(out, name, NULL);
    const Manifest *manifest = manifest_read(arena, path);
    bool named = request->preview == g_str_has_prefix(name, "preview/");
    named &= !request->name || g_str_has_suffix(name, request->name);
    if (named && manifest && !public_holds(path) && is_of_request(manifest, path, request))
      g_ptr_array_add(found, g_strdup(name));
  }
  return found;
}

char **replaced_documents(const char *path, const ReportRequest *request)
{
  g_autoptr(Arena) arena = arena_new();
  const Manifest *manifest = manifest_read(arena, path);
  g_autofree char *base = manifest ? base_of(manifest, path) : NULL;
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < request->documents->len; i++) {
    const ReportDocument *wanted = g_ptr_array_index(request->documents, i);
    const ManifestDocument *was = manifest ? document_by_layout(manifest, base, wanted->layout) : NULL;
    g_ptr_array_add(names, documents_name(wanted));
    if (was)
      g_ptr_array_add(names, text_unescape(was->name));
  }
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}
