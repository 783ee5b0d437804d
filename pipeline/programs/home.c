/* The program's own files stand beside it: in the folder where it was built, or installed. */
#include "programs/home.h"
#include "base/file.h"
#include <string.h>

/* The path as it is seen from here, if it stands below; caller frees. */
static char *from_here(const char *path)
{
  g_autofree char *here = g_get_current_dir(), *below = g_strconcat(here, "/", NULL);
  return g_strdup(g_str_has_prefix(path, below) ? path + strlen(below) : path);
}

static void add_folder(GPtrArray *folders, const char *path)
{
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    g_ptr_array_add(folders, from_here(path));
}

/* layouts/ beside the document, or the nearest above it that holds one. */
static void add_above(GPtrArray *folders, const char *document)
{
  g_autofree char *here = g_get_current_dir(), *path = g_canonicalize_filename(document, here);
  for (char *slash; (slash = strrchr(path, '/'));) {
    *slash = '\0';
    g_autofree char *layouts = g_strconcat(path, "/layouts", NULL);
    guint before = folders->len;
    add_folder(folders, layouts);
    if (folders->len > before)
      return;
  }
}

static void add_beside_program(GPtrArray *folders)
{
  static const char *const places[] = { "../share/qmr/layouts", "../../layouts", "../../../layouts" };
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
  for (guint i = 0; folder && i < G_N_ELEMENTS(places); i++) {
    g_autofree char *path = g_canonicalize_filename(places[i], folder);
    add_folder(folders, path);
  }
}

char **home_layouts(const char *own, const char *document)
{
  GPtrArray *folders = g_ptr_array_new();
  if (own)
    g_ptr_array_add(folders, g_strdup(own));
  if (document)
    add_above(folders, document);
  add_beside_program(folders);
  g_ptr_array_add(folders, NULL);
  return (char **)g_ptr_array_free(folders, FALSE);
}
