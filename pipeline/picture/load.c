/* Finding the file of a picture: inside of one folder, without a step out of it. */
#include "base/file.h"
#include "picture/picture.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_inside(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (guint i = 0; parts[i]; i++)
    if (strcmp(parts[i], "") == 0 || strcmp(parts[i], ".") == 0 || strcmp(parts[i], "..") == 0)
      return false;
  return parts[0] && !strpbrk(name, "\\:");
}

static char *cannot_open(int code)
{
  if (code == ENOENT)
    return g_strdup("is not there; put the picture into the folder of this file, and write its name as it is, with "
                    "capitals and suffix");
  if (code == ELOOP || code == ENOTDIR)
    return g_strdup("is a link to somewhere else; put the picture itself into the folder of this file");
  return g_strdup_printf("cannot be read: %s", g_strerror(code));
}

/* Opens the parts of the name one below the other, none of them a link. -1: *ret_fault says why. */
static int open_inside(const char *folder, const char *name, char **ret_fault)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), code = errno;
  for (guint i = 0; at >= 0 && parts[i]; i++) {
    int flags = parts[i + 1] ? O_DIRECTORY : O_NONBLOCK;
    int next = openat(at, parts[i], O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags);
    code = errno;
    close(at);
    at = next;
  }
  if (at < 0)
    *ret_fault = cannot_open(code);
  return at;
}

static guint8 *read_all(int fd, gsize *ret_bytes, char **ret_fault)
{
  struct stat about;
  if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
    *ret_fault = g_strdup_printf("is no picture: %s", file_kind(about.st_mode));
    return NULL;
  }
  if (about.st_size > PICTURE_MAX_BYTES) {
    *ret_fault = g_strdup_printf("is too big: %.1f MB, where 4 MB is the most; save it smaller",
                                 (double)about.st_size / (1024 * 1024));
    return NULL;
  }
  GByteArray *bytes = g_byte_array_new();
  guint8 part[16384];
  gssize n;
  while ((n = read(fd, part, sizeof part)) > 0 && bytes->len <= PICTURE_MAX_BYTES)
    g_byte_array_append(bytes, part, (guint)n);
  if (n < 0 || bytes->len > PICTURE_MAX_BYTES) {
    g_byte_array_unref(bytes);
    *ret_fault = g_strdup("cannot be read to its end");
    return NULL;
  }
  *ret_bytes = bytes->len;
  g_byte_array_append(bytes, (const guint8 *)"", 1); /* an empty file is none, too */
  return g_byte_array_free(bytes, FALSE);
}

guint8 *picture_load(const char *folder, const char *name, gsize *ret_bytes, char **ret_fault)
{
  if (!is_inside(name)) {
    *ret_fault = g_strdup("leaves the folder of this file; put the picture into that folder and write its name alone");
    return NULL;
  }
  int fd = open_inside(folder, name, ret_fault);
  if (fd < 0)
    return NULL;
  guint8 *bytes = read_all(fd, ret_bytes, ret_fault);
  close(fd);
  return bytes;
}
