/* A layout, its house style and its words. */
#include "layout/layout-read.h"
#include "record/record-read.h"

char *layout_beside(const char *layout_path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname(layout_path);
  return g_str_equal(folder, ".") ? g_strdup(name) : g_build_filename(folder, name, NULL);
}

static void *read_beside(Arena *arena, const char *layout_path, const char *name, const Spec *spec, DiagList *diags,
                         GError **error)
{
  g_autofree char *path = layout_beside(layout_path, name);
  return record_read_file(arena, path, spec, diags, error);
}

bool layout_read(Arena *arena, const char *path, const char *words_path, LayoutFiles *ret_files, DiagList *diags,
                 GError **error)
{
  const Layout *layout = record_read_file(arena, path, &layout_spec, diags, error);
  if (!layout || !layout->style || !layout->words)
    return false;
  ret_files->layout = layout;
  ret_files->style = read_beside(arena, path, layout->style, &style_spec, diags, error);
  if (!ret_files->style)
    return false;
  ret_files->translated = words_path != NULL;
  ret_files->words = words_path ? record_read_file(arena, words_path, &words_spec, diags, error)
                                : read_beside(arena, path, layout->words, &words_spec, diags, error);
  return ret_files->words && diag_count(diags, LEVEL_ERROR) == 0; /* else what must be there may be missing */
}
