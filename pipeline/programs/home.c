/* The program's own files stand where they were installed with it, seen from it (QMR_SHARE), or where it was built. */
#include "programs/home.h"
#include "base/file.h"
#include <string.h>

/* The path as it is seen from here, if it stands below; caller frees. */
static char *from_here(const char *path)
{
  g_autofree char *here = g_get_current_dir(), *below = g_strconcat(here, "/", NULL);
  return g_strdup(g_str_has_prefix(path, below) ? path + strlen(below) : path);
}

static gboolean is_same(gconstpointer a, gconstpointer b)
{
  g_autofree char *x = g_canonicalize_filename(a, NULL), *y = g_canonicalize_filename(b, NULL);
  return strcmp(x, y) == 0;
}

/* Takes the folder. */
static void add_folder(GPtrArray *folders, char *folder)
{
  if (folder && !g_ptr_array_find_with_equal_func(folders, folder, is_same, NULL))
    g_ptr_array_add(folders, folder);
  else
    g_free(folder);
}

/* layouts/ beside a path, or the nearest above it that is there; NULL: there is none. Caller frees. */
static char *find_above(const char *named)
{
  g_autofree char *here = g_get_current_dir(), *path = g_canonicalize_filename(named, here);
  for (char *slash; (slash = strrchr(path, '/'));) {
    *slash = '\0';
    g_autofree char *layouts = g_strconcat(path, "/layouts", NULL);
    if (g_file_test(layouts, G_FILE_TEST_IS_DIR))
      return from_here(layouts);
  }
  return NULL;
}

char *home_shipped(void)
{
  static const char *const places[] = { QMR_SHARE "/layouts", "../../layouts", "../../../layouts" };
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
  for (guint i = 0; folder && i < G_N_ELEMENTS(places); i++) {
    g_autofree char *path = g_canonicalize_filename(places[i], folder);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      return from_here(path);
  }
  return NULL;
}

char *home_fault(const char *own)
{
  return own && !g_file_test(own, G_FILE_TEST_IS_DIR) ? g_strdup_printf("there is no folder %s", own) : NULL;
}

char **home_layouts(const char *own, const char *document)
{
  GPtrArray *folders = g_ptr_array_new();
  add_folder(folders, g_strdup(own));
  add_folder(folders, document ? find_above(document) : NULL);
  add_folder(folders, find_above("layouts"));
  add_folder(folders, home_shipped());
  g_ptr_array_add(folders, NULL);
  return (char **)g_ptr_array_free(folders, FALSE);
}

static char *fault_of_search(const char *typed, const char *base, const GString *searched)
{
  if (searched->len == 0)
    return g_strdup_printf("there is no file %s", typed);
  if (strcmp(typed, base) == 0)
    return g_strdup_printf("there is no file %s, neither here nor in %s", typed, searched->str);
  return g_strdup_printf("there is no file %s, nor %s in %s", typed, base, searched->str);
}

char *home_find(const char *typed, const char *const *folders, char **ret_fault)
{
  g_autofree char *base = g_path_get_basename(typed);
  g_autoptr(GString) searched = g_string_new(NULL);
  if (g_file_test(typed, G_FILE_TEST_EXISTS))
    return g_strdup(typed);
  for (; *folders; folders++) {
    g_autofree char *path = g_build_filename(*folders, base, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
      return g_steal_pointer(&path);
    g_string_append_printf(searched, "%s%s", searched->len ? " or " : "", *folders);
  }
  *ret_fault = fault_of_search(typed, base, searched);
  return NULL;
}
