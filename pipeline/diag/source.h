/* A text file held in memory, so that anything read from it can later be pointed at. */
#pragma once
#include "base/arena.h"
#include <glib.h>

/* How far people have to count to a byte: lines ended before it, and characters of its own line before it. */
typedef struct {
  guint32 lines;
  guint32 characters;
} SourceMark;

enum { SOURCE_MARK_BYTES = 4096 };

/* Where a page begins, in a source that is words read from pages: of a PDF. */
typedef struct {
  guint32 offset;
  guint page;
} SourcePage;

/* A file that another one names, and that was read with it. */
typedef struct {
  char *path, *sha256;
  gboolean is_font; /* of the machine; the others are pictures */
} SourceFile;

/* Owned by the Arena that read it; records borrow it. Bytes are checked UTF-8 without NUL, terminated by a NUL. */
typedef struct {
  char *path; /* as the user named it, with '/' */
  char *text;
  gsize length_bytes;
  const char *raw; /* the file's bytes before anything was left out (a byte order mark); NULL: the same as text */
  gsize raw_bytes;
  const SourceMark *marks; /* one for each SOURCE_MARK_BYTES, or NULL */
  const SourcePage *pages; /* of words that were read from pages, by offset; NULL: people count its lines */
  guint n_pages;
  GPtrArray *files;     /* of SourceFile: pictures, and fonts of drawings; NULL: it can have none */
  guint *pictures;      /* how many were read */
  gsize *picture_bytes; /* of all of them as they are printed */
} Source;

/* A place for people: line and column are 1-based and count characters; 0 means unknown. */
typedef struct {
  const char *file;
  guint line;
  guint column;
  guint page; /* of what has pages: then it has neither lines nor columns */
} Place;

/* A line of what has pages as people read it, without mark-up, and where the byte at offset of it stands there. Caller
 * frees. */
char *source_words(const char *line, gsize length_bytes, gsize offset, gsize *ret_offset);

/* SHA-256 of the file's bytes as they were read, in hexadecimal; caller frees. */
char *source_sha256(const Source *source);

/* Goes through the text once and leaves marks, so that no place is counted from the start again. */
void source_mark(Source *source, Arena *arena);

/* Place of a byte offset: counted from the mark before it, or from the start of a source without marks. */
Place source_place(const Source *source, gsize offset);

/* The page on which the offset stands; 0: there are none. */
guint source_page(const Source *source, gsize offset);

/* The line around offset: where it begins, borrowed, and its length without the newline. */
const char *source_line(const Source *source, gsize offset, gsize *ret_length_bytes);
