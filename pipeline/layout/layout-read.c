/* A layout, its house style and its words. */
#include "layout/layout-read.h"
#include "record/record-read.h"
#include <gio/gio.h>

char *layout_beside(const char *layout_path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname(layout_path);
  return g_str_equal(folder, ".") ? g_strdup(name) : g_build_filename(folder, name, NULL);
}

/* Where a file stands that the layout names: beside it, else on the shelf. NULL: at neither place. Caller frees. */
static char *find_named(const char *layout_path, const char *name, const char *shelf, LayoutFiles *files,
                        GError **error)
{
  g_autofree char *beside = layout_beside(layout_path, name), *base = g_path_get_basename(name);
  g_autofree char *shelved = shelf ? g_build_filename(shelf, base, NULL) : NULL;
  if (!shelf || g_file_test(beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&beside);
  if (g_file_test(shelved, G_FILE_TEST_EXISTS)) {
    files->shelved = true;
    return g_steal_pointer(&shelved);
  }
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s names the file %s: it is neither at %s nor at %s",
              layout_path, name, beside, shelved);
  return NULL;
}

bool layout_read(Arena *arena, const char *path, const char *words_path, const char *shelf, LayoutFiles *ret_files,
                 DiagList *diags, GError **error)
{
  const Layout *layout = record_read_file(arena, path, &layout_spec, diags, error);
  if (!layout || !layout->style || !layout->words)
    return false;
  ret_files->layout = layout;
  ret_files->translated = words_path != NULL;
  ret_files->shelved = false;
  g_autofree char *style = find_named(path, layout->style, shelf, ret_files, error);
  ret_files->style = style ? record_read_file(arena, style, &style_spec, diags, error) : NULL;
  if (!ret_files->style)
    return false;
  g_autofree char *words = words_path ? g_strdup(words_path) : find_named(path, layout->words, shelf, ret_files, error);
  ret_files->words = words ? record_read_file(arena, words, &words_spec, diags, error) : NULL;
  return ret_files->words && diag_count(diags, LEVEL_ERROR) == 0; /* else what must be there may be missing */
}
