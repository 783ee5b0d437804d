/* Files in memory, also those that the library makes for itself. */
#include "render/xlsx/memory-file.h"
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int memory_file(void)
{
  return memfd_create("workbook", MFD_CLOEXEC);
}

/* In the place of the library's own, which would make files in some folder. The library declares it with a folder that
 * is const, or not, by its release: here it has a name of its own. */
FILE *memory_stream(const char *folder) __asm__("lxw_tmpfile");

FILE *memory_stream(const char *folder)
{
  (void)folder;
  int fd = memory_file();
  FILE *file = fd < 0 ? NULL : fdopen(fd, "wb+");
  if (fd >= 0 && !file)
    close(fd);
  return file;
}
