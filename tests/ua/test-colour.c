/* Never colour alone: contrast of every pair of colours in the house style, and marks told apart in grey at 70 dpi. */
#include "testing.h"

#include "base/arena.h"
#include "record/record-read.h"
#include "render/pdf/canvas/marks.h"
#include "vocabulary/vocabulary.h"
#include <math.h>
#include <string.h>

static const Style *style;

typedef struct {
  const char *ink, *ground;
  double least; /* WCAG: 4.5 for text, 3 for shapes */
} Pair;

/* What is drawn on what; see the renderers and the chart. */
static const Pair pairs[] = {
  { "text", "white", 4.5 },    { "text", "shade", 4.5 },    { "text", "group", 4.5 },    { "text", "box", 4.5 },
  { "heading", "white", 4.5 }, { "heading", "shade", 4.5 }, { "heading", "box", 4.5 },   { "heading", "group", 4.5 },
  { "link", "white", 4.5 },    { "link", "box", 4.5 },      { "note", "white", 4.5 },    { "note", "box", 4.5 },
  { "text", "chart-1", 4.5 },  { "text", "chart-2", 4.5 },  { "white", "chart-3", 4.5 }, { "white", "chart-4", 4.5 },
  { "green", "white", 4.5 },   { "green", "shade", 3 },     { "green", "group", 3 },     { "amber", "white", 4.5 },
  { "amber", "shade", 3 },     { "amber", "group", 3 },     { "amber", "box", 3 },       { "red", "white", 4.5 },
  { "red", "shade", 3 },       { "red", "group", 3 },       { "grey", "white", 4.5 },    { "grey", "shade", 3 },
  { "grey", "group", 3 },      { "target", "white", 3 },    { "chart-4", "white", 3 },   { "chart-3", "white", 3 },
  { "chart-4", "chart-2", 3 }, { "chart-4", "chart-1", 3 },
};

static void test_contrast(void **state)
{
  (void)state;
  guint failed = 0;
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    double ink[3], ground[3];
    assert_true(style_colour(style, pairs[i].ink, ink) && style_colour(style, pairs[i].ground, ground));
    double ratio = style_contrast(ink, ground);
    if (ratio < pairs[i].least)
      print_message("%s on %s: %.2f, not %.1f\n", pairs[i].ink, pairs[i].ground, ratio, pairs[i].least);
    failed += ratio < pairs[i].least;
  }
  assert_int_equal(failed, 0);
}

/* Every colour of the style is in a pair, so that a new one cannot slip in unchecked; rules only part what text says.
 */
static void test_every_colour_is_checked(void **state)
{
  (void)state;
  for (guint i = 0; i < style->colours->len; i++) {
    const char *name = ((const Colour *)g_ptr_array_index(style->colours, i))->name;
    bool found = g_str_equal(name, "rule");
    for (guint p = 0; p < G_N_ELEMENTS(pairs); p++)
      found = found || g_str_equal(pairs[p].ink, name) || g_str_equal(pairs[p].ground, name);
    if (!found)
      print_message("%s is in no pair\n", name);
    assert_true(found);
  }
}

/* Text of a type style uses a colour that is checked on white. */
static void test_type_colours(void **state)
{
  (void)state;
  for (guint i = 0; i < style->types->len; i++) {
    const TypeStyle *type = g_ptr_array_index(style->types, i);
    double ink[3], white[3] = { 1, 1, 1 };
    assert_true(style_colour(style, type->colour ? type->colour : "text", ink));
    assert_true(style_contrast(ink, white) >= 4.5);
  }
}

/* ---- marks in grey ---------------------------------------------------------------------------------------------- */
enum { SIDE_PX = 16 };

/* A mark of 11 pt at 70 dpi, as a grey picture on white, moved by a part of a pixel. */
static void draw_grey(const char *name, double shift_px, double ret_grey[SIDE_PX * SIDE_PX])
{
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE_PX, SIDE_PX);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  assert_true(mark_draw(cr, style, name, 2 + shift_px, 2 + shift_px, 11 * 70.0 / 72));
  cairo_surface_flush(surface);
  const guint8 *data = cairo_image_surface_get_data(surface);
  int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < SIDE_PX; y++)
    for (int x = 0; x < SIDE_PX; x++) {
      guint32 pixel;
      memcpy(&pixel, data + y * stride + 4 * x, sizeof pixel);
      ret_grey[y * SIDE_PX + x] = 0.299 * (pixel >> 16 & 255) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255);
    }
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

/* Pixels that differ clearly once both pictures are made as dark as each other: shape counts, not the shade of grey. */
static guint difference(const char *a, const char *b, double shift_px)
{
  double first[SIDE_PX * SIDE_PX], second[SIDE_PX * SIDE_PX], darkest_a = 255, darkest_b = 255;
  guint n = 0;
  draw_grey(a, shift_px, first);
  draw_grey(b, shift_px, second);
  for (guint i = 0; i < SIDE_PX * SIDE_PX; i++) {
    darkest_a = MIN(darkest_a, first[i]);
    darkest_b = MIN(darkest_b, second[i]);
  }
  for (guint i = 0; i < SIDE_PX * SIDE_PX; i++)
    n += fabs((255 - first[i]) / (255 - darkest_a) - (255 - second[i]) / (255 - darkest_b)) > 0.4;
  return n;
}

static GPtrArray *mark_names(void)
{
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 1; i < terms_rating.n; i++)
    g_ptr_array_add(names, (char *)terms_rating.names[i]);
  for (guint i = 1; i < terms_travel.n; i++) /* not-readable is one of ratings too */
    if (terms_find(&terms_rating, terms_travel.names[i]) < 0)
      g_ptr_array_add(names, (char *)terms_travel.names[i]);
  return names;
}

static void test_marks_exist(void **state)
{
  (void)state;
  g_autoptr(GPtrArray) names = mark_names();
  for (guint i = 0; i < names->len; i++)
    assert_true(mark_exists(g_ptr_array_index(names, i)));
  assert_false(mark_exists("purple"));
  assert_false(mark_exists(NULL));
}

static void test_marks_differ_in_grey(void **state)
{
  (void)state;
  g_autoptr(GPtrArray) names = mark_names();
  guint least = G_MAXUINT;
  const char *a = "", *b = "";
  for (guint i = 0; i < names->len; i++)
    for (guint k = i + 1; k < names->len; k++)
      for (double shift_px = 0; shift_px < 1; shift_px += 0.25) {
        guint n = difference(g_ptr_array_index(names, i), g_ptr_array_index(names, k), shift_px);
        if (n >= least)
          continue;
        least = n;
        a = g_ptr_array_index(names, i);
        b = g_ptr_array_index(names, k);
      }
  print_message("closest: %s and %s, %u pixels\n", a, b, least);
  assert_true(least >= 6);
  assert_int_equal(difference("green", "green", 0), 0); /* the measure can tell sameness */
}

static int setup(void **state)
{
  (void)state;
  static Arena *arena;
  DiagList *diags = diag_list_new();
  arena = arena_new();
  style = record_read_file(arena, QMR_HOUSE_STYLE, &style_spec, diags, NULL);
  diag_list_free(diags);
  *state = arena;
  return style ? 0 : -1;
}

static int teardown(void **state)
{
  arena_free(*state);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_contrast),
    cmocka_unit_test(test_every_colour_is_checked),
    cmocka_unit_test(test_type_colours),
    cmocka_unit_test(test_marks_exist),
    cmocka_unit_test(test_marks_differ_in_grey),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
