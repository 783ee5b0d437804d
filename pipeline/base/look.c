/* Files by their outsides. */
#include "base/look.h"
#include <glib.h>
#include <string.h>

/* The time of the change is set by the system: a file that was copied with its old date has a new one. */
char *look_of_stat(const struct stat *now)
{
  return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT
                         ".%09ld %" G_GUINT64_FORMAT,
                         (gint64)now->st_size, (gint64)now->st_mtim.tv_sec, now->st_mtim.tv_nsec,
                         (gint64)now->st_ctim.tv_sec, now->st_ctim.tv_nsec, (guint64)now->st_ino);
}

char *look_of_copy(const struct stat *now)
{
  return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", (gint64)now->st_size,
                         (gint64)now->st_mtim.tv_sec, now->st_mtim.tv_nsec);
}

bool look_is(const char *look, const char *noted)
{
  gsize bytes = strlen(noted);
  return strncmp(look, noted, bytes) == 0 && (!look[bytes] || look[bytes] == ' ');
}

char *look_of_file(const char *path)
{
  struct stat now;
  return stat(path, &now) == 0 ? look_of_stat(&now) : g_strdup("-");
}
