/* The places of a table's cells: spans, what runs into what, and what is left empty. */
#pragma once
#include "record/prose-parts.h"

enum { TABLE_MAX_COLUMNS = 30, TABLE_MAX_SPAN = 500 /* rows */ };

/* A table while its rows are read. */
typedef struct {
  const ProseReader *reader;
  ProseBlock *table;
  GPtrArray *last;                    /* the row that is being read */
  guint at;                           /* the first column that may be free in it */
  guint until[TABLE_MAX_COLUMNS];     /* [column] row before which a cell above ends */
  ProseCell *cell[TABLE_MAX_COLUMNS]; /* that cell */
  guint first_width;                  /* columns of the first row */
  bool cut;                           /* a cell of the row that is being read was cut, and told */
  bool spans;                         /* a cell covers more than one place */
  bool lost;                          /* how much a cell covers cannot be read */
} TablePlaces;

void table_begin_row(TablePlaces *places);
void table_end_row(TablePlaces *places);
/* How many columns and rows the cell says that it covers; tells of what is no such number. */
void table_read_spans(TablePlaces *places, const xmlNode *element, ProseCell *cell);
/* A row with more columns than there may be goes on in the next one; spans that do not fit are cut and told. */
void table_add_cell(TablePlaces *places, ProseCell *cell);
/* Tells when the row that is being read covers other columns than the first. */
void table_check_row(const TablePlaces *places, const xmlNode *row);
/* Cuts what reaches below the last row, and fills every place that nothing covers with an empty cell; where it cannot
 * be read what covers it, the cell says so. */
void table_fill(TablePlaces *places);
