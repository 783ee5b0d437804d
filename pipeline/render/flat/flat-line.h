/* Flat lines: the rows of a table taken apart, before it is known which columns the data need. */
#pragma once
#include "render/flat/flat.h"

/* What one cell of the document says on one line. */
typedef struct {
  FlatCell cell;
  bool empty; /* nothing said */
  guint flags;
  const char *remark; /* words beside a figure or symbol, or NULL */
} FlatPiece;

typedef struct {
  int kind;
  const char *group, *section, *measure; /* NULL: none */
  bool remark;                           /* one cell alone: the other columns do not apply */
  FlatPiece *pieces;                     /* one a column of the document */
} FlatLine;

/* Takes the rows apart, in order; everything lives in the arena or the document. */
GPtrArray *flat_lines_of(Arena *arena, const Document *document, const Table *table);
/* A line on which nothing is said, for a table without rows. */
FlatLine *flat_line_empty(Arena *arena, guint n_columns);

/* Adds a column; its heading is made unique and filled. Takes the heading. */
void flat_add_column(FlatTable *flat, FlatColumn column, char *heading);
/* The text, or the mark of a state (STATE_NONE: nothing recorded), noted as in use. */
FlatCell flat_text_or(FlatTable *flat, const char *text, int state);
/* Splits texts over max_units UTF-16 units. */
void flat_spread(FlatTable *flat, const Document *document, gsize max_units);
