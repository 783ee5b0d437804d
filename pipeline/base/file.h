/* Files: read whole with limits, written beside, synced and renamed, so that a reader sees the old or the new, never
 * half. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>
#include <sys/types.h>

/* The names in a folder that end so (suffix NULL: all), sorted; of char *, owned. Empty when it cannot be read. */
GPtrArray *file_names(const char *folder, const char *suffix);

/* Replaces path by bytes atomically. Directories are made. */
bool file_replace(const char *path, const void *bytes, gsize length_bytes, GError **error);

/* Writes a file of a folder that is not in use yet: nothing is synced, a failure leaves nothing. */
bool file_write_new(const char *path, const void *bytes, gsize length_bytes, GError **error);

/* Makes a folder and those above it, where they are missing. */
bool file_make_folder(const char *folder, GError **error);

/* Writes all bytes; 0, or errno. */
int file_write_all(int fd, const char *bytes, gsize length_bytes);
/* What stands in the way of an ordinary file: "it is a folder". */
const char *file_kind(mode_t mode);

/* All bytes of an ordinary file of at most limit_bytes; opens without blocking. Errors: G_IO_ERROR / G_FILE_ERROR in
 * words. */
char *file_read(const char *path, gsize limit_bytes, gsize *ret_length_bytes, GError **error);

/* An absolute path as it is seen from an absolute folder, both without "." and "..": "../plans/housing.xml"; "" for the
 * folder itself. Caller frees. */
char *file_relative(const char *path, const char *from);

/* An absolute path without links, as far as it is there; the rest as it is named. Caller frees. */
char *file_real(const char *path);

/* Whether two paths lead to one file: by device and inode where both are there; where neither is, by name in the same
 * folder. */
bool file_is_same(const char *a, const char *b);

/* Why a folder that is there cannot be opened, in words; NULL: it can, or is not there. */
const char *file_folder_fault(const char *folder);
/* The file and the folder that it is in, for those who know neither the machine nor its paths:
 * "2009-10-Q4/housing.xml". Caller frees. */
char *file_brief(const char *path);

/* The nearest ordinary file of that name beside a path or above it, seen from where the path was named; NULL: there is
 * none. Caller frees. */
char *file_above(const char *path, const char *name);
