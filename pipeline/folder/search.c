/* Going through folders in search of reports. */
#include "folder/search.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const char *root, *marker;
  SearchFor what;
  GPtrArray *names;
  GError **error;
} Search;

static bool search(const Search *s, const char *below);

static bool look_at(const Search *s, const char *below)
{
  g_autofree char *path = g_build_filename(s->root, below, NULL), *mark = g_build_filename(path, s->marker, NULL);
  bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);
  if (!g_file_test(path, G_FILE_TEST_IS_DIR) || (link && s->what == SEARCH_ALL))
    return true;
  bool found = access(mark, F_OK) == 0 || (errno == EACCES && s->what == SEARCH_OUTERMOST);
  if (found)
    g_ptr_array_add(s->names, g_strdup(below));
  return link || (found && s->what == SEARCH_OUTERMOST) || search(s, below);
}

static bool search(const Search *s, const char *below)
{
  g_autofree char *path = below ? g_build_filename(s->root, below, NULL) : g_strdup(s->root);
  g_autoptr(GDir) dir = g_dir_open(path, 0, s->what == SEARCH_ALL ? NULL : s->error);
  if (!dir)
    return s->what == SEARCH_ALL;
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *inside = below ? g_build_filename(below, name, NULL) : g_strdup(name);
    if (*name != '.' && g_ascii_strcasecmp(name, "team") != 0 && !look_at(s, inside))
      return false;
  }
  return true;
}

static gint compare(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *search_folders(const char *root, const char *marker, SearchFor what, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const Search s = { root, marker, what, names, error };
  if (g_file_test(root, G_FILE_TEST_EXISTS) && !search(&s, NULL))
    return NULL;
  g_ptr_array_sort(names, compare);
  return g_steal_pointer(&names);
}
