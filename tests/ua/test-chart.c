/* Charts: round axes, names that keep apart, and for many charts made at random: no two words run into each other and
 * nothing stands outside the chart. The text functions here only note where words are drawn. */
#include "testing.h"

#include "render/pdf/chart/chart-parts.h"
#include <math.h>

struct Canvas {
  cairo_t *cr;
  GArray *words; /* of Drawn */
};

typedef struct {
  double left, top, right, bottom;
  char text[48];
} Drawn;

static Style style;
static const double size_pt = 9;

cairo_t *canvas_cairo(Canvas *canvas)
{
  return canvas->cr;
}

double text_width_pt(G_GNUC_UNUSED Fonts *fonts, G_GNUC_UNUSED const TypeStyle *type, const char *text)
{
  return 0.52 * size_pt * (double)g_utf8_strlen(text, -1);
}

double text_ascent_pt(G_GNUC_UNUSED Fonts *fonts, G_GNUC_UNUSED const TypeStyle *type)
{
  return 0.9 * size_pt;
}

double text_line_height_pt(G_GNUC_UNUSED const TypeStyle *type)
{
  return 1.3 * size_pt;
}

/* The ink of figures and capitals: from the baseline 0.7 of the size upward, turned as the drawing is. */
void text_draw(G_GNUC_UNUSED Fonts *fonts, Canvas *canvas, G_GNUC_UNUSED const TypeStyle *type,
               G_GNUC_UNUSED const double rgb[3], double x_pt, double y_pt, const char *text)
{
  double x[2] = { x_pt, x_pt + text_width_pt(fonts, type, text) }, y[2] = { y_pt - 0.7 * size_pt, y_pt };
  Drawn word = { 1e9, 1e9, -1e9, -1e9, "" };
  for (guint i = 0; i < 4; i++) {
    double px = x[i & 1], py = y[i >> 1];
    cairo_user_to_device(canvas->cr, &px, &py);
    word = (Drawn){ MIN(word.left, px), MIN(word.top, py), MAX(word.right, px), MAX(word.bottom, py), "" };
  }
  g_strlcpy(word.text, text, sizeof word.text);
  g_array_append_val(canvas->words, word);
}

/* ---- charts made at random -------------------------------------------------------------------------------------- */
static guint32 state = 1;

static guint32 below(guint32 n)
{
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % n;
}

static Point *random_point(guint kind, gint64 most)
{
  Point *point = g_new0(Point, 1);
  if (below(8) == 0)
    point->state = (int)below(3) ? STATE_NOT_AVAILABLE : STATE_NONE;
  else
    point->number = (OptAmount){
      .amount = { .units = below((guint32)most) - (kind == CHART_COLUMNS && below(6) == 0 ? most / 2 : 0), .scale = 1 },
      .given = true
    };
  return point;
}

static Chart *random_chart(void)
{
  static const gint64 sizes[] = { 9, 100, 1000, 25000, 3000000 };
  Chart *chart = g_new0(Chart, 1);
  guint n = 1 + below(12), n_series = 1 + below(6);
  gint64 most = sizes[below(5)];
  chart->kind = CHART_COLUMNS + (int)below(3);
  chart->decimals = (int)below(3);
  chart->title = (char *)(below(2) ? "A title that is long enough to need two lines where the chart is narrow" : NULL);
  chart->axis = (char *)(below(2) ? "Percent" : NULL);
  chart->categories = g_ptr_array_new_with_free_func(g_free);
  chart->series = g_ptr_array_new();
  chart->targets = g_ptr_array_new_with_free_func(g_free);
  for (guint c = 0; c < n; c++) {
    ChartCategory *category = g_new0(ChartCategory, 1);
    *category = (ChartCategory){ .label = (char *)(n > 6 ? "Q1" : "Quarter 1"), .part_year = below(9) == 0 };
    g_ptr_array_add(chart->categories, category);
  }
  for (guint s = 0; s < n_series; s++) {
    Series *series = g_new0(Series, 1);
    series->label = (char *)(below(3) ? "2009/10" : "All persons");
    series->points = g_ptr_array_new_with_free_func(g_free);
    for (guint c = 0; c < n; c++)
      g_ptr_array_add(series->points, random_point((guint)chart->kind, most));
    g_ptr_array_add(chart->series, series);
  }
  for (guint t = below(3); t > 0; t--) {
    TargetLine *target = g_new0(TargetLine, 1);
    *target = (TargetLine){ .number = { .amount = { .units = below((guint32)most), .scale = 1 }, .given = true },
                            .label = (char *)"Target 2009/10: 8 %",
                            .from = -1,
                            .to = below(3) ? -1 : 0 };
    g_ptr_array_add(chart->targets, target);
  }
  return chart;
}

static void chart_free(Chart *chart)
{
  for (guint s = 0; s < chart->series->len; s++) {
    Series *series = g_ptr_array_index(chart->series, s);
    g_ptr_array_unref(series->points);
    g_free(series);
  }
  g_ptr_array_unref(chart->series);
  g_ptr_array_unref(chart->categories);
  g_ptr_array_unref(chart->targets);
  g_free(chart);
}

static bool overlap(const Drawn *a, const Drawn *b)
{
  return MIN(a->right, b->right) - MAX(a->left, b->left) > 0.3 && MIN(a->bottom, b->bottom) - MAX(a->top, b->top) > 0.3;
}

static guint faults(const Document *document, const Chart *chart, double width_pt, guint seed)
{
  cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, NULL);
  Canvas canvas = { cairo_create(surface), g_array_new(FALSE, FALSE, sizeof(Drawn)) };
  double height_pt = chart_height_pt(document, chart, width_pt);
  guint n = 0;
  chart_draw(NULL, &canvas, document, chart, 50, 70, width_pt);
  assert_int_equal(cairo_status(canvas.cr), CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < canvas.words->len; i++) {
    const Drawn *a = &g_array_index(canvas.words, Drawn, i);
    if (a->left < 49 || a->right > 51 + width_pt || a->top < 69 || a->bottom > 71 + height_pt) {
      print_message("chart %u, %.0f pt wide, kind %d: '%s' stands outside\n", seed, width_pt, chart->kind, a->text);
      n++;
    }
    for (guint k = 0; k < i; k++)
      if (overlap(a, &g_array_index(canvas.words, Drawn, k))) {
        print_message("chart %u, %.0f pt wide, kind %d: '%s' runs into '%s'\n", seed, width_pt, chart->kind, a->text,
                      g_array_index(canvas.words, Drawn, k).text);
        n++;
      }
  }
  g_array_unref(canvas.words);
  cairo_destroy(canvas.cr);
  cairo_surface_destroy(surface);
  return n;
}

static void test_nothing_overlaps(void **unused)
{
  (void)unused;
  const Document document = { .lang = (char *)"en-GB", .style = &style, .words = g_ptr_array_new() };
  Word words[] = { { .name = (char *)"shorthand-not-available", .text = (char *)"NYA" },
                   { .name = (char *)"part-year-alone", .text = (char *)"part year" } };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    g_ptr_array_add(document.words, &words[i]);
  for (guint seed = 1; seed <= 400; seed++) {
    state = seed * 2654435761u;
    Chart *chart = random_chart();
    n += faults(&document, chart, 220 + below(480), seed) > 0;
    chart_free(chart);
  }
  g_ptr_array_unref(document.words);
  assert_int_equal(n, 0);
}

/* ---- axes and names --------------------------------------------------------------------------------------------- */
static ChartScale scale_of(int kind, int unit, gint64 first, gint64 second, guint8 scale)
{
  Point points[2] = { { .number = { .amount = { first, scale }, .given = true } },
                      { .number = { .amount = { second, scale }, .given = true } } };
  Series series = { .points = g_ptr_array_new() };
  ChartCategory category = { .label = (char *)"x" };
  Chart chart = { .kind = kind,
                  .unit = unit,
                  .series = g_ptr_array_new(),
                  .categories = g_ptr_array_new(),
                  .targets = g_ptr_array_new() };
  for (guint i = 0; i < 2; i++) {
    g_ptr_array_add(series.points, &points[i]);
    g_ptr_array_add(chart.categories, &category);
  }
  g_ptr_array_add(chart.series, &series);
  ChartScale result = chart_scale_of(&chart);
  g_ptr_array_unref(series.points);
  g_ptr_array_unref(chart.series);
  g_ptr_array_unref(chart.categories);
  g_ptr_array_unref(chart.targets);
  return result;
}

static ChartScale scale_of_two(int kind, gint64 first, gint64 second, guint8 scale)
{
  return scale_of(kind, UNIT_NONE, first, second, scale);
}

/* Nobody counts two and a half. */
static void test_counts(void **unused)
{
  (void)unused;
  for (gint64 most = 1; most <= 3000; most++) {
    ChartScale scale = scale_of(CHART_COLUMNS, UNIT_COUNT, most, 0, 0);
    assert_int_equal(scale.decimals, 0);
    assert_true(scale.high >= (double)most && chart_scale_steps(&scale) >= 1 && chart_scale_steps(&scale) <= 6);
  }
}

static void assert_scale(ChartScale scale, double low, double high, double step, guint decimals)
{
  assert_true(fabs(scale.low - low) < 1e-9 && fabs(scale.high - high) < 1e-9 && fabs(scale.step - step) < 1e-9);
  assert_int_equal(scale.decimals, decimals);
}

static void test_scales(void **unused)
{
  (void)unused;
  assert_scale(scale_of_two(CHART_COLUMNS, 411, 8038, 1), 0, 1000, 200, 0);
  assert_scale(scale_of_two(CHART_COLUMNS, -34, 40, 1), -4, 4, 2, 0);
  assert_scale(scale_of_two(CHART_COLUMNS, 0, 0, 0), 0, 1, 0.2, 1);
  assert_scale(scale_of_two(CHART_COLUMNS, -5, -10, 0), -10, 0, 2, 0);
  assert_scale(scale_of_two(CHART_LINES, 98, 101, 0), 98, 101, 1, 0); /* little change is shown large */
  assert_scale(scale_of_two(CHART_LINES, 50, 101, 0), 0, 125, 25, 0);
  assert_scale(scale_of_two(CHART_COLUMNS, 1, 2, 3), 0, 0.002, 0.0005, 4);
}

static void test_spread(void **unused)
{
  (void)unused;
  static const double heights[] = { 10, 10, 10 }, tall[] = { 10, 30 };
  double near[] = { 50, 50, 51 }, edge[] = { 98, 99 }, far[] = { 10, 40 }, uneven[] = { 50, 50 };
  labels_spread(near, heights, 3, 0, 100);
  assert_true(near[1] - near[0] > 9.9 && near[2] - near[1] > 9.9 && fabs(near[1] - 50.3) < 1);
  labels_spread(edge, heights, 2, 0, 100);
  assert_true(edge[1] <= 95 && edge[1] - edge[0] > 9.9);
  labels_spread(far, heights, 2, 0, 100);
  assert_true(far[0] == 10 && far[1] == 40);
  labels_spread(uneven, tall, 2, 0, 100);
  assert_true(uneven[1] - uneven[0] > 19.9);
}

static int setup(void **unused)
{
  (void)unused;
  static TypeStyle type = { .name = (char *)"body" };
  style = (Style){ .colours = g_ptr_array_new(), .types = g_ptr_array_new(), .pages = g_ptr_array_new() };
  g_ptr_array_add(style.types, &type);
  return 0;
}

static int teardown(void **unused)
{
  (void)unused;
  g_ptr_array_unref(style.colours);
  g_ptr_array_unref(style.types);
  g_ptr_array_unref(style.pages);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_scales), cmocka_unit_test(test_counts),
                                      cmocka_unit_test(test_spread), cmocka_unit_test(test_nothing_overlaps) };
  return cmocka_run_group_tests(tests, setup, teardown);
}
