/* Telling public/ of a folder of outputs from others of that name: by what stands in it and beside it. */
#include "folder/public.h"
#include "base/file.h"
#include "base/period.h"
#include "folder/search.h"
#include <string.h>

/* Whether a folder holds, below its periods and its papers, one that is marked. */
static bool has_marked(const char *folder, const char *marker)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  bool found = false;
  Period unused;
  for (const char *name; !found && dir && (name = g_dir_read_name(dir));) {
    if (strcmp(name, "papers") != 0 && !period_parse(name, &unused))
      continue;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GPtrArray) names = search_folders(path, marker, SEARCH_ALL, NULL);
    found = names && names->len > 0;
  }
  return found;
}

static bool is_public(const char *folder)
{
  g_autofree char *beside = g_path_get_dirname(folder);
  return has_marked(folder, RELEASED_NAME) || has_marked(beside, "team");
}

/* The path is absolute, and is cut. */
static bool is_below(char *path)
{
  static const char name[] = "/public";
  for (char *slash; (slash = strrchr(path, '/')) && *path; *slash = '\0')
    if (strcmp(slash, name) == 0 && is_public(path))
      return true;
  return false;
}

bool public_holds(const char *folder)
{
  g_autofree char *named = g_canonicalize_filename(folder, NULL), *real = file_real(folder);
  return is_below(named) || is_below(real);
}
