/* The guard: native charts fed from the cells of a data sheet. */
#include "render/xlsx/book-private.h"

enum {
  CHART_TEXT_MAX = 250,
  CHART_WIDTH_PX = 720,
  CHART_HEIGHT_PX = 360,
  LIBRARY_WIDTH_PX = 480,
  LIBRARY_HEIGHT_PX = 288
};

char *book_cell(guint row, guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(cell, row, (lxw_col_t)column);
  return g_strdup(cell);
}

char *book_range(guint first_row, guint first_column, guint last_row, guint last_column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range(range, first_row, (lxw_col_t)first_column, last_row, (lxw_col_t)last_column);
  return g_strdup(range);
}

/* Words of a chart; a leading "=" would be taken as a formula. */
static char *chart_words(const char *text)
{
  g_autofree char *clean = book_string(text, CHART_TEXT_MAX);
  return g_strconcat(clean[0] == '=' ? " " : "", clean, NULL);
}

static void add_series(Book *book, lxw_chart *chart, const BookChart *wanted, const BookSeries *series)
{
  lxw_chart_series *added = chart_add_series(chart, NULL, NULL);
  if (!added) {
    book_fail(book, "cannot add a series to a chart");
    return;
  }
  const char *sheet = wanted->data->name;
  lxw_col_t categories = (lxw_col_t)wanted->category_column, values = (lxw_col_t)wanted->value_column;
  chart_series_set_categories(added, sheet, series->first_row, categories, series->last_row, categories);
  chart_series_set_values(added, sheet, series->first_row, values, series->last_row, values);
  g_autofree char *name = chart_words(series->name);
  chart_series_set_name(added, name);
  lxw_chart_line line = { .color = series->rgb,
                          .width = 2.25,
                          .dash_type = series->target ? LXW_CHART_LINE_DASH_DASH : 0 };
  lxw_chart_fill fill = { .color = series->rgb };
  if (series->target || wanted->kind == BOOK_LINES)
    chart_series_set_line(added, &line);
  else
    chart_series_set_fill(added, &fill);
}

static void name_axes(lxw_chart *chart, const BookChart *wanted)
{
  lxw_chart_axis *axis = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y);
  g_autofree char *words = chart_words(wanted->axis);
  if (*words)
    chart_axis_set_name(axis, words);
  chart_axis_set_num_format(axis, wanted->format);
  if (wanted->from_zero)
    chart_axis_set_min(axis, 0);
}

void sheet_chart(Sheet *sheet, guint row, const BookChart *wanted)
{
  static const guint8 types[] = {
    [BOOK_COLUMNS] = LXW_CHART_COLUMN, [BOOK_LINES] = LXW_CHART_LINE, [BOOK_STACKED] = LXW_CHART_COLUMN_STACKED
  };
  Book *book = sheet->book;
  lxw_chart *chart = workbook_add_chart(book->workbook, types[wanted->kind]);
  if (!chart) {
    book_fail(book, "cannot add a chart");
    return;
  }
  guint n_targets = 0;
  for (guint i = 0; i < wanted->n_series; i++) {
    add_series(book, chart, wanted, &wanted->series[i]);
    n_targets += wanted->series[i].target;
  }
  if (wanted->kind == BOOK_LINES)
    n_targets = 0; /* lines among lines need no post-pass */
  g_array_append_val(book->targets, n_targets);
  g_autofree char *title = chart_words(wanted->title);
  chart_title_set_name(chart, title);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
  name_axes(chart, wanted);
  g_autofree char *alt = book_string(wanted->alt, CHART_TEXT_MAX * 4);
  lxw_chart_options options = { .x_scale = (double)CHART_WIDTH_PX / LIBRARY_WIDTH_PX,
                                .y_scale = (double)CHART_HEIGHT_PX / LIBRARY_HEIGHT_PX,
                                .description = alt };
  book_note(book, worksheet_insert_chart_opt(sheet->worksheet, row, 0, chart, &options), "chart");
}

GArray *book_targets(const Book *book)
{
  return g_array_copy(book->targets);
}
