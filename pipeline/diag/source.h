/* A text file held in memory, so that anything read from it can later be pointed at. */
#pragma once
#include <glib.h>

/* Owned by the Arena that read it; records borrow it. Bytes are checked UTF-8 without NUL, terminated by a NUL. */
typedef struct {
  char *path; /* as the user named it, with '/' */
  char *text;
  gsize length_bytes;
  const char *raw; /* the file's bytes before anything was left out (a byte order mark); NULL: the same as text */
  gsize raw_bytes;
} Source;

/* A place for people: line and column are 1-based and count characters; 0 means unknown. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} Place;

/* SHA-256 of the file's bytes as they were read, in hexadecimal; caller frees. */
char *source_sha256(const Source *source);

/* Place of a byte offset. O(offset): call it only when a message is made. */
Place source_place(const Source *source, gsize offset);

/* The line around offset: where it begins, borrowed, and its length without the newline. */
const char *source_line(const Source *source, gsize offset, gsize *ret_length_bytes);
