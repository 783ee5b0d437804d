/* What a page shows, as a reader takes it: paragraphs, headings and tables, in order. */
#pragma once
#include "pdf/words.h"

typedef enum { BLOCK_PARA, BLOCK_HEADING, BLOCK_TABLE } BlockKind;

typedef struct {
  guint column, columns; /* where it begins, and how many it covers */
  GPtrArray *texts;      /* its paragraphs, of char * */
} Cell;

typedef struct {
  bool header;
  GPtrArray *cells; /* of Cell, from left to right */
} Row;

typedef struct {
  BlockKind kind;
  Box box;
  float size;
  bool bold;
  bool full;       /* PARA: nothing more would have gone into its last line: it may go on */
  GString *text;   /* PARA, HEADING */
  gsize over;      /* PARA: bytes of the text before the next page; 0: it ends where it began */
  guint columns;   /* TABLE */
  GPtrArray *rows; /* TABLE: of Row */
} Block;

/* Words beside each other that are read together: a line, or the part of it in one column. */
typedef struct {
  guint first, end; /* in the words of the page */
  Box box;
  float size;
  bool bold;
} Fragment;

/* Words that the document has, in lower case: they say what a hyphen at the end of a line is. */
typedef GHashTable Vocabulary;

Fragment fragment_of(const Page *page, guint first, guint end);
/* Joins fragments, in the order in which they are read, to paragraphs: of Block. Caller unrefs. */
GPtrArray *paragraphs_of(const Page *page, const GArray *fragments, const Vocabulary *vocabulary);
/* Appends words that go on in the next line. */
void paragraph_go_on(GString *text, const char *more, const Vocabulary *vocabulary);

/* From one line on, the end of a table that begins there, and where its columns are parted; 0: none does. */
typedef struct {
  float left, right;
} Gap;
guint table_end(const Page *page, guint from, GArray *gutters);
/* The table of these lines. */
Block *table_of(const Page *page, guint from, guint end, const GArray *gutters, const Vocabulary *vocabulary);
/* Whether it is text in columns instead. */
bool table_is_columns(const Page *page, guint from, guint end, const GArray *gutters);

/* Of all pages, of Page, the blocks: of GPtrArray of Block, to be freed by the caller. What stands at the top or bottom
 * of many pages is left out; a paragraph that goes on on the next page stands on the one on which it begins. */
void layout_all(const GPtrArray *pages, GPtrArray *ret_blocks);
void block_free(gpointer block);
