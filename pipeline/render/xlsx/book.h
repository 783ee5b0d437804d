/* The guard: the only door to libxlsxwriter, which writes without complaint what makes Excel "repair" a file. Strings
 * are cleaned and cut, names made valid and unique, numbers must be finite, ranges must not overlap; the first failure
 * is kept and told by book_close. Rows and columns count from 0. */
#pragma once
#include "base/date.h"
#include <gio/gio.h>
#include <stdbool.h>

typedef struct Book Book;
typedef struct Sheet Sheet;

/* The library's memory for a table grows with the square of its columns, so that wider ones are plain cells. */
enum { BOOK_CELL_MAX_UNITS = 32767, BOOK_MAX_ROWS = 1000000, BOOK_TABLE_MAX_COLUMNS = 100 };

typedef enum {
  LOOK_TITLE, /* style Heading 1 */
  LOOK_TEXT,  /* wrapped */
  LOOK_LINE,  /* not wrapped: runs over the cells to the right */
  LOOK_HEAD,  /* a table's heading */
  LOOK_TOTAL, /* text of subtotals and totals */
  LOOK_LINK,
} Look;

typedef struct {
  const char *title, *subject, *author, *council;
  Date created; /* at midnight UTC */
} BookProperties;

/* Begins a workbook, which the library writes into a file that lives in memory alone. NULL: GError. */
Book *book_new(GError **error);
const char *book_path(const Book *book); /* of that file, as long as the book lives */
void book_free(Book *book);              /* accepts NULL; what was not closed is thrown away */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Book, book_free)
void book_set_properties(Book *book, const BookProperties *properties);
/* Writes the file. False: GError with the first thing that failed. */
bool book_close(Book *book, GError **error);

/* A new last sheet; its name is made from wanted. Owned by the book. */
Sheet *book_add_sheet(Book *book, const char *wanted);
const char *sheet_name(const Sheet *sheet);
void sheet_set_column(Sheet *sheet, guint column, double width_digits);
void sheet_set_row(Sheet *sheet, guint row, double height_pt);

void sheet_text(Sheet *sheet, guint row, guint column, Look look, const char *text);
/* format: Excel's number format. */
void sheet_number(Sheet *sheet, guint row, guint column, bool total, const char *format, double number);
void sheet_formula(Sheet *sheet, guint row, guint column, bool total, const char *format, const char *formula,
                   double cached);
/* A day, or the last day of a month shown as the month. */
void sheet_date(Sheet *sheet, guint row, guint column, const char *format, Date date);
void sheet_link(Sheet *sheet, guint row, guint column, const char *text, const Sheet *target);

/* Marks up rows first to last (the first holds the headings) from column 0 as a table, one of up to
 * BOOK_TABLE_MAX_COLUMNS; wider ones get headings and filters that look the same. */
void sheet_table(Sheet *sheet, guint first, guint last, const char *wanted_name, const char *const *headings, guint n,
                 bool filters);
/* Working sheets: rows above `row` and columns before `column` stay in view. */
void sheet_freeze(Sheet *sheet, guint row, guint column);
/* What stands above and below on every printed page, in Excel's codes; or NULL. */
typedef struct {
  char *header, *footer;
} BookMargins;
/* Landscape A4, as wide as the page; with a footer the table's heading row is repeated too. */
void sheet_print(Sheet *sheet, const BookMargins *margins);
/* Portrait A4, made smaller to fit, with page breaks where sheet_break said. */
void sheet_print_charts(Sheet *sheet, const BookMargins *margins);
void sheet_break(Sheet *sheet, guint row); /* a new page begins at the row */
/* Cells of the column that hold exactly this text are shown white on a colour (0xRRGGBB). */
void sheet_highlight(Sheet *sheet, guint first_row, guint last_row, guint column, const char *text, guint rgb);

typedef enum { BOOK_COLUMNS, BOOK_LINES, BOOK_STACKED } BookChartKind;
typedef struct {
  const char *name;
  guint first_row, last_row; /* of the data sheet */
  guint rgb;
  bool target; /* a line over the columns; after all others */
} BookSeries;
typedef struct {
  BookChartKind kind;
  bool from_zero; /* the value axis begins at 0 */
  const char *title, *axis, *alt, *format;
  const Sheet *data;
  guint category_column, value_column;
  const BookSeries *series;
  guint n_series;
} BookChart;
void sheet_chart(Sheet *sheet, guint row, const BookChart *chart);
/* How many of each chart's series are target lines that the post-pass must draw as lines, in order of the charts;
 * caller unrefs. */
GArray *book_targets(const Book *book);
/* "C5:C9" for formulas; caller frees. */
char *book_range(guint first_row, guint first_column, guint last_row, guint last_column);
char *book_cell(guint row, guint column); /* "C5"; caller frees */
