/* Furniture: gathered while the body is drawn, drawn at the end, layer by layer. */
#include "render/pdf/flow/furniture.h"
#include "render/pdf/canvas/marks.h"
#include "render/pdf/canvas/picture-draw.h"
#include "render/pdf/flow/prose-strip.h"
#include "render/pdf/flow/strip.h"
#include <math.h>
#include <string.h>

typedef struct {
  guint page;
  Layer layer;
  const void *what; /* colour or mark name, or Strip */
  float x_pt, y_pt, width_pt, height_pt;
} Item;

typedef struct {
  gpointer object;
  GDestroyNotify destroy;
} Owned;

struct Furniture {
  GArray *items; /* of Item, pages rising */
  GArray *owned; /* of Owned */
};

static void owned_clear(gpointer data)
{
  Owned *owned = data;
  owned->destroy(owned->object);
}

Furniture *furniture_new(void)
{
  Furniture *furniture = g_new0(Furniture, 1);
  furniture->items = g_array_new(FALSE, FALSE, sizeof(Item));
  furniture->owned = g_array_new(FALSE, FALSE, sizeof(Owned));
  g_array_set_clear_func(furniture->owned, owned_clear);
  return furniture;
}

void furniture_free(Furniture *furniture)
{
  if (!furniture)
    return;
  g_array_unref(furniture->items);
  g_array_unref(furniture->owned);
  g_free(furniture);
}

void furniture_own(Furniture *furniture, gpointer object, GDestroyNotify destroy)
{
  Owned owned = { object, destroy };
  g_array_append_val(furniture->owned, owned);
}

static void add(Furniture *furniture, guint page, Layer layer, const void *what, double x_pt, double y_pt,
                double width_pt, double height_pt)
{
  Item item = { page, layer, what, (float)x_pt, (float)y_pt, (float)width_pt, (float)height_pt };
  g_array_append_val(furniture->items, item);
}

void furniture_fill(Furniture *furniture, guint page, Layer layer, const char *colour, double x_pt, double y_pt,
                    double width_pt, double height_pt)
{
  add(furniture, page, layer, colour, x_pt, y_pt, width_pt, height_pt);
}

void furniture_leader(Furniture *furniture, guint page, double x_pt, double y_pt, double width_pt)
{
  add(furniture, page, LAYER_LEADER, NULL, x_pt, y_pt, width_pt, 0);
}

void furniture_mark(Furniture *furniture, guint page, const char *name, double x_pt, double y_pt, double size_pt)
{
  add(furniture, page, LAYER_MARK, name, x_pt, y_pt, size_pt, size_pt);
}

void furniture_picture(Furniture *furniture, guint page, const ProseBlock *picture, double x_pt, double y_pt,
                       double width_pt, double height_pt)
{
  add(furniture, page, LAYER_PICTURE, picture, x_pt, y_pt, width_pt, height_pt);
}

void furniture_strip(Furniture *furniture, guint page, Strip *strip, double x_pt, double y_pt)
{
  add(furniture, page, LAYER_STRIP, strip, x_pt, y_pt, 0, 0);
}

/* ---- drawing --------------------------------------------------------------------------------------------------- */
static void set_colour(cairo_t *cr, const Style *style, const char *name)
{
  double rgb[3];
  style_colour(style, name, rgb);
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
}

static void draw_leader(cairo_t *cr, const Item *item)
{
  static const double gap_pt = 4, dot_pt = 0.9;
  /* on one grid for the page, so that dots stand below each other */
  for (double x = ceil(item->x_pt / gap_pt) * gap_pt; x < item->x_pt + item->width_pt; x += gap_pt)
    cairo_rectangle(cr, x, item->y_pt - dot_pt, dot_pt, dot_pt);
  cairo_fill(cr);
}

static void draw_item(const Draw *draw, const Item *item)
{
  cairo_t *cr = canvas_cairo(draw->canvas);
  const Step *steps;
  switch (item->layer) {
  case LAYER_FRAME:
  case LAYER_SHADE:
  case LAYER_RULE:
    set_colour(cr, draw->style, item->what);
    cairo_rectangle(cr, item->x_pt, item->y_pt, item->width_pt, item->height_pt);
    cairo_fill(cr);
    break;
  case LAYER_LEADER:
    set_colour(cr, draw->style, "rule");
    draw_leader(cr, item);
    break;
  case LAYER_MARK:
    mark_draw(cr, draw->style, item->what, item->x_pt, item->y_pt, item->width_pt);
    break;
  case LAYER_PICTURE:
    picture_draw(cr, item->what, item->x_pt, item->y_pt, item->width_pt, item->height_pt);
    break;
  case LAYER_STRIP:
    strip_draw((Strip *)item->what, draw, 0, 0, strip_steps(item->what, &steps), item->x_pt, item->y_pt);
    break;
  case N_LAYERS:
    break;
  }
}

/* The watermark: one word across the page, pale enough to read through, as large as the page allows. */
static void draw_watermark(const Draw *draw, const char *word, double width_pt, double height_pt)
{
  cairo_t *cr = canvas_cairo(draw->canvas);
  TypeStyle type = *style_type(draw->style, "title");
  const double pale[3] = { 0.94, 0.95, 0.96 };
  double diagonal_pt = hypot(width_pt, height_pt) * 0.62;
  type.size_pt = (OptAmount){ { 100, 0 }, true };
  double at_100_pt = MAX(text_width_pt(draw->fonts, &type, word), 1);
  type.size_pt.amount.units = (gint64)CLAMP(100 * diagonal_pt / at_100_pt, 10, 170);
  double text_pt = text_width_pt(draw->fonts, &type, word);
  cairo_save(cr);
  cairo_translate(cr, width_pt / 2, height_pt / 2);
  cairo_rotate(cr, -atan2(height_pt, width_pt));
  cairo_translate(cr, -text_pt / 2, text_ascent_pt(draw->fonts, &type) * 0.36);
  text_draw(draw->fonts, draw->canvas, &type, pale, 0, 0, word);
  cairo_restore(cr);
}

/* ---- running header and footer --------------------------------------------------------------------------------- */
typedef struct {
  const Draw *draw;
  const TypeStyle *type;
  double left_pt, width_pt;
  double y_pt; /* of the first line's top (down), or the last line's bottom (up) */
  bool up;
} Edge;

/* One part, at most two lines of it. */
static void draw_part(const Edge *edge, const char *text, double width_pt, Align align)
{
  enum { LINES_AT_MOST = 2 };
  if (!*text)
    return;
  g_autoptr(Lines) lines = lines_new_text(edge->draw->fonts, edge->type, text, width_pt);
  guint n = MIN(lines_count(lines), LINES_AT_MOST);
  double y_pt = edge->up ? edge->y_pt - lines_height_pt(lines, 0, n) : edge->y_pt;
  double x_pt = align == ALIGN_END ? edge->left_pt + edge->width_pt - width_pt : edge->left_pt;
  lines_draw(lines, edge->draw->fonts, edge->draw->canvas, 0, 0, n, align, x_pt, y_pt, width_pt);
}

/* "left|right": the right part takes what it needs, at most half. */
static void draw_edge(const Edge *edge, const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, "|", 2);
  const char *left = parts[0] ? g_strstrip(parts[0]) : "", *right = parts[0] && parts[1] ? g_strstrip(parts[1]) : "";
  double right_pt = *right ? MIN(text_width_pt(edge->draw->fonts, edge->type, right) + 1, edge->width_pt / 2) : 0;
  draw_part(edge, left, edge->width_pt - right_pt - (*right ? 12 : 0), ALIGN_START);
  draw_part(edge, right, right_pt, ALIGN_END);
}

static char *replace(const char *text, const char *name, guint number)
{
  g_auto(GStrv) parts = g_strsplit(text, name, -1);
  g_autofree char *digits = g_strdup_printf("%u", number);
  return g_strjoinv(digits, parts);
}

/* Numbers filled in; a footer that names no page gets "Page x of y" at its right. */
static char *edge_text(const Draw *draw, const char *text, bool footer, guint number, guint n_pages)
{
  g_autofree char *whole = NULL;
  if (footer && (!text || !strstr(text, "{page}"))) {
    const char *page_of = document_word(draw->document, "page-of");
    const char *bar = text ? strchr(text, '|') : NULL;
    whole = bar ? g_strdup_printf("%.*s, %s|%s", (int)(bar - text), text, bar + 1, page_of)
                : g_strdup_printf("%s|%s", text ? text : "", page_of);
  } else {
    whole = g_strdup(text ? text : "");
  }
  g_autofree char *paged = replace(whole, "{pages}", n_pages);
  return replace(paged, "{page}", number + 1);
}

static double mm_to_pt(OptAmount mm)
{
  return mm.given ? CLAMP(amount_to_double(mm.amount), 0, 5000) * 72 / 25.4 : 0;
}

static void draw_running(const Draw *draw, const Running *running, guint number, guint n_pages, double width_pt,
                         double height_pt)
{
  const Document *document = draw->document;
  double left_pt = mm_to_pt(running->style->left_mm), text_pt = width_pt - left_pt - mm_to_pt(running->style->right_mm);
  double top_pt = mm_to_pt(running->style->top_mm), bottom_pt = mm_to_pt(running->style->bottom_mm);
  cairo_t *cr = canvas_cairo(draw->canvas);
  g_autofree char *header =
      edge_text(draw, running->section->header ? running->section->header : document->header, false, number, n_pages);
  g_autofree char *footer =
      edge_text(draw, running->section->footer ? running->section->footer : document->footer, true, number, n_pages);
  Edge edge = { draw, style_type(draw->style, "header"), left_pt, MAX(text_pt, 10), top_pt * 0.72, true };
  if (number > 0 && *header) { /* the first page has its title */
    draw_edge(&edge, header);
    set_colour(cr, draw->style, "rule");
    cairo_rectangle(cr, left_pt, top_pt * 0.72 + 3, text_pt, 0.4);
    cairo_fill(cr);
  }
  edge.type = style_type(draw->style, "footer");
  edge.y_pt = height_pt - bottom_pt * 0.66;
  edge.up = false;
  set_colour(cr, draw->style, "rule");
  cairo_rectangle(cr, left_pt, edge.y_pt - 4, text_pt, 0.4);
  cairo_fill(cr);
  draw_edge(&edge, footer);
}

void furniture_draw(Furniture *furniture, const Draw *draw, const Running *running, const guint *numbers)
{
  guint n_pages = canvas_pages(draw->canvas);
  for (guint page = 0, item = 0; page < n_pages; page++) {
    double width_pt, height_pt;
    guint end = item;
    canvas_page_size(draw->canvas, page, &width_pt, &height_pt);
    canvas_furniture_begin(draw->canvas, page);
    if (draw->document->watermark)
      draw_watermark(draw, draw->document->watermark, width_pt, height_pt);
    while (end < furniture->items->len && g_array_index(furniture->items, Item, end).page == page)
      end++;
    for (Layer layer = 0; layer < N_LAYERS; layer++)
      for (guint i = item; i < end; i++)
        if (g_array_index(furniture->items, Item, i).layer == layer)
          draw_item(draw, &g_array_index(furniture->items, Item, i));
    draw_running(draw, &running[page], numbers[page], n_pages, width_pt, height_pt);
    item = end;
  }
}
