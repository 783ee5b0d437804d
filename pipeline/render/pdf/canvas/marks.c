/* Marks: each has a shape of its own, so that it is known in grey and at a small size. Drawn in a square of side 1. */
#include "render/pdf/canvas/marks.h"
#include <math.h>

typedef struct {
  const char *name;   /* of terms_rating or terms_travel */
  const char *colour; /* of the house style */
  void (*draw)(cairo_t *cr, const double ink[3]);
} Mark;

static void set(cairo_t *cr, const double rgb[3])
{
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
}

static void pen(cairo_t *cr, double width)
{
  cairo_set_line_width(cr, width);
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
}

static void white(cairo_t *cr)
{
  cairo_set_source_rgb(cr, 1, 1, 1);
}

/* Strokes a line through n points x, y. */
static void stroke_through(cairo_t *cr, const double (*points)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to(cr, points[i][0], points[i][1]);
  cairo_stroke(cr);
}

static void fill_through(cairo_t *cr, const double (*points)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to(cr, points[i][0], points[i][1]);
  cairo_close_path(cr);
  cairo_fill(cr);
}

static void circle(cairo_t *cr, double radius)
{
  cairo_new_sub_path(cr);
  cairo_arc(cr, 0.5, 0.5, radius, 0, 2 * G_PI);
}

static void ring(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  pen(cr, 0.09);
  circle(cr, 0.44);
  cairo_stroke(cr);
}

static void draw_green(cairo_t *cr, const double ink[3])
{
  static const double tick[][2] = { { 0.27, 0.53 }, { 0.44, 0.70 }, { 0.75, 0.32 } };
  set(cr, ink);
  circle(cr, 0.49);
  cairo_fill(cr);
  white(cr);
  pen(cr, 0.12);
  stroke_through(cr, tick, G_N_ELEMENTS(tick));
}

/* A question mark in a triangle that stands on its base. */
static void draw_amber(cairo_t *cr, const double ink[3])
{
  static const double triangle[][2] = { { 0.5, 0.05 }, { 0.97, 0.94 }, { 0.03, 0.94 } };
  set(cr, ink);
  pen(cr, 0.05);
  cairo_move_to(cr, triangle[0][0], triangle[0][1]);
  fill_through(cr, triangle, G_N_ELEMENTS(triangle));
  white(cr);
  pen(cr, 0.085);
  cairo_arc(cr, 0.5, 0.48, 0.115, -G_PI, G_PI * 0.28);
  cairo_curve_to(cr, 0.53, 0.60, 0.5, 0.62, 0.5, 0.68);
  cairo_stroke(cr);
  cairo_arc(cr, 0.5, 0.83, 0.058, 0, 2 * G_PI);
  cairo_fill(cr);
}

static void draw_red(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  cairo_rectangle(cr, 0.03, 0.03, 0.94, 0.94);
  cairo_fill(cr);
  white(cr);
  pen(cr, 0.13);
  cairo_move_to(cr, 0.27, 0.27);
  cairo_line_to(cr, 0.73, 0.73);
  cairo_move_to(cr, 0.73, 0.27);
  cairo_line_to(cr, 0.27, 0.73);
  cairo_stroke(cr);
}

/* Two ticks, no circle. */
static void draw_complete(cairo_t *cr, const double ink[3])
{
  static const double first[][2] = { { 0.08, 0.55 }, { 0.26, 0.76 }, { 0.60, 0.28 } };
  static const double second[][2] = { { 0.47, 0.70 }, { 0.53, 0.76 }, { 0.92, 0.24 } };
  set(cr, ink);
  pen(cr, 0.14);
  stroke_through(cr, first, G_N_ELEMENTS(first));
  stroke_through(cr, second, G_N_ELEMENTS(second));
}

static void draw_not_applicable(cairo_t *cr, const double ink[3])
{
  ring(cr, ink);
  pen(cr, 0.12);
  cairo_move_to(cr, 0.30, 0.5);
  cairo_line_to(cr, 0.70, 0.5);
  cairo_stroke(cr);
}

static void draw_not_rated(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  pen(cr, 0.10);
  cairo_move_to(cr, 0.5, 0.07);
  cairo_line_to(cr, 0.93, 0.5);
  cairo_line_to(cr, 0.5, 0.93);
  cairo_line_to(cr, 0.07, 0.5);
  cairo_close_path(cr);
  cairo_stroke(cr);
}

static void draw_not_available(cairo_t *cr, const double ink[3])
{
  ring(cr, ink);
  pen(cr, 0.09);
  cairo_move_to(cr, 0.19, 0.81);
  cairo_line_to(cr, 0.81, 0.19);
  cairo_stroke(cr);
}

/* A clock. */
static void draw_not_due(cairo_t *cr, const double ink[3])
{
  static const double hands[][2] = { { 0.5, 0.22 }, { 0.5, 0.52 }, { 0.70, 0.64 } };
  ring(cr, ink);
  stroke_through(cr, hands, G_N_ELEMENTS(hands));
}

/* An exclamation mark in an open square. */
/* A square like that of what was not supplied, with a wavy line that nobody can read. */
static void draw_not_readable(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  cairo_set_line_width(cr, 0.09);
  cairo_rectangle(cr, 0.07, 0.07, 0.86, 0.86);
  cairo_stroke(cr);
  pen(cr, 0.11);
  cairo_move_to(cr, 0.24, 0.5);
  cairo_curve_to(cr, 0.34, 0.26, 0.42, 0.26, 0.5, 0.5);
  cairo_curve_to(cr, 0.58, 0.74, 0.66, 0.74, 0.76, 0.5);
  cairo_stroke(cr);
}

static void draw_not_supplied(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  cairo_set_line_width(cr, 0.09);
  cairo_rectangle(cr, 0.07, 0.07, 0.86, 0.86);
  cairo_stroke(cr);
  pen(cr, 0.13);
  cairo_move_to(cr, 0.5, 0.27);
  cairo_line_to(cr, 0.5, 0.53);
  cairo_move_to(cr, 0.5, 0.74);
  cairo_line_to(cr, 0.5, 0.74);
  cairo_stroke(cr);
}

/* A block arrow to the right around the middle, turned. */
static void arrow(cairo_t *cr, const double ink[3], double turn)
{
  static const double shape[][2] = { { -0.46, -0.13 }, { 0.02, -0.13 }, { 0.02, -0.40 }, { 0.48, 0 },
                                     { 0.02, 0.40 },   { 0.02, 0.13 },  { -0.46, 0.13 } };
  set(cr, ink);
  cairo_translate(cr, 0.5, 0.5);
  cairo_rotate(cr, turn);
  fill_through(cr, shape, G_N_ELEMENTS(shape));
}

static void draw_better(cairo_t *cr, const double ink[3])
{
  arrow(cr, ink, -G_PI / 4);
}

static void draw_worse(cairo_t *cr, const double ink[3])
{
  arrow(cr, ink, G_PI / 2);
}

/* A level arrow with two heads. */
static void draw_same(cairo_t *cr, const double ink[3])
{
  static const double shape[][2] = { { 0.01, 0.5 }, { 0.31, 0.2 }, { 0.31, 0.41 }, { 0.69, 0.41 }, { 0.69, 0.2 },
                                     { 0.99, 0.5 }, { 0.69, 0.8 }, { 0.69, 0.59 }, { 0.31, 0.59 }, { 0.31, 0.8 } };
  set(cr, ink);
  fill_through(cr, shape, G_N_ELEMENTS(shape));
}

/* An unequal sign. */
static void draw_not_comparable(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  pen(cr, 0.11);
  cairo_move_to(cr, 0.14, 0.37);
  cairo_line_to(cr, 0.86, 0.37);
  cairo_move_to(cr, 0.14, 0.63);
  cairo_line_to(cr, 0.86, 0.63);
  cairo_move_to(cr, 0.30, 0.90);
  cairo_line_to(cr, 0.70, 0.10);
  cairo_stroke(cr);
}

static void wave(cairo_t *cr, double y)
{
  cairo_move_to(cr, 0.10, y);
  cairo_curve_to(cr, 0.26, y - 0.24, 0.40, y - 0.24, 0.50, y);
  cairo_curve_to(cr, 0.60, y + 0.24, 0.74, y + 0.24, 0.90, y);
}

/* Two waves: about the same, as far as anybody can tell. */
static void draw_no_clear_change(cairo_t *cr, const double ink[3])
{
  set(cr, ink);
  pen(cr, 0.12);
  wave(cr, 0.34);
  wave(cr, 0.66);
  cairo_stroke(cr);
}

/* Alphabetical. */
static const Mark marks[] = {
  { "amber", "amber", draw_amber },
  { "better", "green", draw_better },
  { "complete", "green", draw_complete },
  { "green", "green", draw_green },
  { "no-clear-change", "grey", draw_no_clear_change },
  { "not-applicable", "grey", draw_not_applicable },
  { "not-available", "grey", draw_not_available },
  { "not-comparable", "grey", draw_not_comparable },
  { "not-due", "grey", draw_not_due },
  { "not-rated", "grey", draw_not_rated },
  { "not-readable", "red", draw_not_readable },
  { "not-supplied", "red", draw_not_supplied },
  { "red", "red", draw_red },
  { "same", "amber", draw_same },
  { "worse", "red", draw_worse },
};

static const Mark *find(const char *name)
{
  for (guint i = 0; name && i < G_N_ELEMENTS(marks); i++)
    if (g_str_equal(marks[i].name, name))
      return &marks[i];
  return NULL;
}

bool mark_exists(const char *name)
{
  return find(name) != NULL;
}

bool mark_draw(cairo_t *cr, const Style *style, const char *name, double x_pt, double y_pt, double size_pt)
{
  const Mark *mark = find(name);
  double ink[3];
  if (!mark)
    return false;
  style_colour(style, mark->colour, ink);
  cairo_save(cr);
  cairo_new_path(cr);
  cairo_translate(cr, x_pt, y_pt);
  cairo_scale(cr, size_pt, size_pt);
  mark->draw(cr, ink);
  cairo_restore(cr);
  return true;
}
