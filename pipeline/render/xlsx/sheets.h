/* The sheets of a workbook, one function a sort of sheet. */
#pragma once
#include "render/flat/flat.h"
#include "render/flat/notes.h"
#include "render/xlsx/book.h"

/* A table on its way into the workbook. */
typedef struct {
  FlatTable *flat;
  Sheet *sheet;
  guint first_row; /* of the table's body; set when it is filled */
  bool blanks;     /* marks in figures are left out: charts then show a gap */
} Page;

typedef struct {
  const Document *document;
  Book *book;
  bool working;
  GPtrArray *charts; /* of Chart */
  const Notes *notes;
  GPtrArray *pages;                                     /* of Page, in order */
  Sheet *cover, *contents, *notes_sheet, *charts_sheet; /* charts_sheet: NULL in the public profile or without charts */
  Page *chart_page;                                     /* the figures of the charts, or NULL */
} Plan;

void sheets_cover(const Plan *plan);
void sheets_contents(const Plan *plan);
void sheets_notes(const Plan *plan);
void sheets_table(const Plan *plan, Page *page);
void sheets_charts(const Plan *plan);

/* Title and lines above a table; returns the row that comes next. lines: NULL-terminated. */
guint sheets_head(Sheet *sheet, const char *title, const char *const *lines);
/* Excel's number format of a value: "#,##0.0", "0.00\"%\"". Caller frees. */
char *sheets_number_format(int unit, int decimals, bool parentheses);
int sheets_decimals(const Value *value);
double sheets_row_height_pt(guint lines);
