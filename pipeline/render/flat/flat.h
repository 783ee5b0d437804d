/* Flat tables: a table of the document as data. One heading row with unique, filled headings; groups and section titles
 * become leading columns; spans are repeated; several figures of a cell become a row each with their label under
 * "Measure"; flags, units and words beside a figure have columns of their own, so that numbers stay numbers. */
#pragma once
#include "base/unique.h"
#include "render/flat/shorthand.h"

typedef enum { FLAT_TEXT, FLAT_NUMBER, FLAT_DATE, FLAT_MARK } FlatKind;

typedef struct {
  FlatKind kind;
  const char *text;   /* TEXT: clean words, not empty; MARK: "[x]" */
  const Value *value; /* NUMBER: borrowed from the document; its number is given */
  Date date;          /* DATE: to the day or the month */
  const char *symbol; /* TEXT: name of the symbol whose word this is, or NULL */
} FlatCell;

typedef enum {
  FLAT_GROUP,
  FLAT_SECTION,
  FLAT_ROW_KIND,
  FLAT_MEASURE,
  FLAT_UNIT, /* from the row as a whole */
  FLAT_MAIN,
  FLAT_STATUS,
  FLAT_REMARK,
  FLAT_UNIT_OF,   /* from a column of the document */
  FLAT_CONTINUED, /* rest of a long text of the column before */
} FlatRole;

typedef struct {
  const char *heading;
  FlatRole role;
  int source;      /* index of the document's column, -1: none */
  bool row_header; /* its cells name their row */
  bool figures;    /* holds numbers or marks */
} FlatColumn;

typedef struct {
  int kind; /* RowKind: ROW_BODY, ROW_SUBTOTAL or ROW_TOTAL */
  const char *group, *section;
  FlatCell *cells; /* one a column */
} FlatRow;

typedef struct {
  Arena *arena;
  const Document *document;
  const Table *table;
  char *title;     /* caption in plain words, or the id */
  GArray *columns; /* of FlatColumn */
  Unique *headings;
  GPtrArray *rows; /* of FlatRow */
  Marks marks;     /* in use in it */
} FlatTable;

/* max_units: longest text of a cell in UTF-16 units, the rest goes to a column "(continued)"; 0: any. */
FlatTable *flat_table_new(const Document *document, const Table *table, gsize max_units);
void flat_table_free(FlatTable *flat);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FlatTable, flat_table_free)

const FlatColumn *flat_column(const FlatTable *flat, guint column);
const FlatRow *flat_row(const FlatTable *flat, guint row);

/* All tables of the document that go into data (not no_sheet), those in prose made anew in the arena, in reading order;
 * caller unrefs. */
GPtrArray *flat_tables_of(Arena *arena, const Document *document);
/* All charts of the document, in reading order; caller unrefs. */
GPtrArray *flat_charts_of(const Document *document);
