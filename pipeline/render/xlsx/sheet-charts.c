/* The sheet of native charts (working profile), fed from the sheet of their figures. */
#include "render/flat/chart-table.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/xlsx/sheets.h"

enum { CHART_ROWS = 20, CHARTS_A_PAGE = 3, CHARTS_COLUMN_WIDTH = 98, N_COLOURS = 4 };

/* The last series is the darkest. */
static guint series_colour(const Document *document, guint index, guint n)
{
  guint from_last = (n - 1 - index) % N_COLOURS;
  g_autofree char *name = g_strdup_printf("chart-%u", N_COLOURS - from_last);
  return style_colour_code(document->style, name);
}

/* The sheet's column that shows a column of the document. */
static guint column_of(const FlatTable *flat, int source)
{
  for (guint i = 0; i < flat->columns->len; i++)
    if (flat_column(flat, i)->role == FLAT_MAIN && flat_column(flat, i)->source == source)
      return i;
  return 0;
}

static const char *target_label(const Document *document, const TargetLine *target)
{
  return target->label ? target->label : phrase(document, "target");
}

static BookSeries *series_of(const Plan *plan, const Chart *chart, guint first)
{
  guint n = chart->categories->len;
  BookSeries *series = g_new0(BookSeries, chart->series->len + chart->targets->len);
  for (guint i = 0; i < chart->series->len + chart->targets->len; i++, first += n) {
    bool target = i >= chart->series->len;
    series[i] = (BookSeries){ .first_row = first, .last_row = first + n - 1, .target = target };
    if (target) {
      series[i].name = target_label(plan->document, g_ptr_array_index(chart->targets, i - chart->series->len));
      series[i].rgb = style_colour_code(plan->document->style, "target");
    } else {
      series[i].name = ((const Series *)g_ptr_array_index(chart->series, i))->label;
      series[i].rgb = series_colour(plan->document, i, chart->series->len);
    }
  }
  return series;
}

static bool has_negative(const Chart *chart)
{
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    for (guint k = 0; k < series->points->len; k++)
      if (((const Point *)g_ptr_array_index(series->points, k))->number.amount.units < 0)
        return true;
  }
  return false;
}

static void draw(const Plan *plan, const Chart *chart, guint data_row, guint row)
{
  static const BookChartKind kinds[] = { [CHART_NONE] = BOOK_COLUMNS,
                                         [CHART_COLUMNS] = BOOK_COLUMNS,
                                         [CHART_LINES] = BOOK_LINES,
                                         [CHART_STACKED] = BOOK_STACKED };
  g_autofree BookSeries *series = series_of(plan, chart, data_row);
  g_autofree char *format = sheets_number_format(chart->unit, MAX(chart->decimals, 0), false);
  BookChart book_chart = {
    .kind = kinds[chart->kind],
    .from_zero = chart->kind != CHART_LINES && !has_negative(chart),
    .title = chart->title,
    .axis = chart->axis,
    .alt = chart->alt ? chart->alt : chart->title,
    .format = format,
    .data = plan->chart_page->sheet,
    .category_column = column_of(plan->chart_page->flat, CHART_TABLE_CATEGORY),
    .value_column = column_of(plan->chart_page->flat, CHART_TABLE_VALUE),
    .series = series,
    .n_series = chart->series->len + chart->targets->len,
  };
  sheet_chart(plan->charts_sheet, row, &book_chart);
}

void sheets_charts(const Plan *plan)
{
  if (!plan->charts_sheet)
    return;
  g_autofree char *about = phrase_with(plan->document, "charts-about", sheet_name(plan->chart_page->sheet));
  const char *const lines[] = { about, NULL };
  guint row = sheets_head(plan->charts_sheet, phrase(plan->document, "charts"), lines) + 1;
  sheet_set_column(plan->charts_sheet, 0, CHARTS_COLUMN_WIDTH);
  guint data_row = plan->chart_page->first_row, n_drawn = 0;
  for (guint i = 0; i < plan->charts->len; i++) {
    const Chart *chart = g_ptr_array_index(plan->charts, i);
    if (chart_table_rows(chart) == 0)
      continue;
    if (n_drawn > 0 && n_drawn % CHARTS_A_PAGE == 0)
      sheet_break(plan->charts_sheet, row);
    draw(plan, chart, data_row, row);
    n_drawn++;
    data_row += chart_table_rows(chart);
    row += CHART_ROWS;
  }
}
