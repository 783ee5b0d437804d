/* Telling folders of reports from others: by their manifest. */
#include "folder/reported.h"
#include "base/file.h"
#include <string.h>

static bool has_manifest(const char *folder)
{
  g_autofree char *path = g_build_filename(folder, MANIFEST_NAME, NULL);
  return g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

char *reported_around(const char *folder)
{
  g_autofree char *at = file_real(folder);
  for (char *slash; *at; *slash = '\0') {
    if (has_manifest(at))
      return g_steal_pointer(&at);
    slash = strrchr(at, '/');
  }
  return NULL;
}
