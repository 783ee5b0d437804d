/* A row measured: its cells' strips, drawn in one piece or over pages; its elements are the same on every page. */
#pragma once
#include "render/pdf/flow/flow.h"
#include "render/pdf/table/table-grid.h"

typedef struct TableRow TableRow;

TableRow *table_row_new(const Draw *draw, const Grid *grid, const Row *row);
/* The label of a group across the table. suffix: words after it ("(continued)"), or NULL. */
TableRow *table_row_label(const Draw *draw, const Grid *grid, const GPtrArray *label, const char *suffix);
/* Words across the table where it has no rows. */
TableRow *table_row_words(const Draw *draw, const Grid *grid, const char *words);
void table_row_free(TableRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableRow, table_row_free)

double table_row_height_pt(const TableRow *row);
double table_row_least_pt(const TableRow *row); /* of the least that can begin */
bool table_row_short(const TableRow *row);      /* so few lines that it is not parted when that can be helped */
bool table_row_done(const TableRow *row);

/* Draws as much as fits in room with the top at flow's y, in a new TAG_TR below parent (the same TR when it goes on).
 * Returns the height used, 0: nothing fits. */
double table_row_draw(TableRow *row, Flow *flow, Element parent, double room_pt, bool force);

/* A label drawn as furniture on the present page; the row must then live as long as the furniture. */
void table_row_repeat(TableRow *row, Flow *flow);

/* Cells that cover several rows hang beside them, where those all stand on one page: then they have no part in the
 * height of the row in which they begin. Else (hang: false) they are drawn in it, over pages where need be. */
void table_row_hang(TableRow *row, bool hang);
/* Makes rows below each other, of which all spans end, high enough for what hangs beside them. */
void table_rows_stretch(TableRow *const *rows, guint n);
