/* The canvas: pages drawn with cairo into memory. Everything on a body page is drawn inside a leaf; furniture (rules,
 * repeated headings, running header and footer, watermark) is drawn later on pages of its own, which finish lays under
 * the body. */
#pragma once
#include "render/pdf/structure/structure.h"
#include <cairo.h>

typedef struct Canvas Canvas;

Canvas *canvas_new(Structure *structure); /* structure is borrowed */
void canvas_free(Canvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Canvas, canvas_free)

cairo_t *canvas_cairo(Canvas *canvas); /* one for all pages; y grows downward, points */

/* Begins the next body page; ends the one before. Returns its number, 0-based, in drawing order. */
guint canvas_page_begin(Canvas *canvas, double width_pt, double height_pt);
guint canvas_pages(const Canvas *canvas);
void canvas_page_size(const Canvas *canvas, guint page, double *ret_width_pt, double *ret_height_pt);

/* Everything drawn between belongs to the element. Never nested, never open at a page's end (asserted). */
void canvas_leaf_begin(Canvas *canvas, Element element);
void canvas_leaf_end(Canvas *canvas);
void canvas_leaf_mark(cairo_t *cr, bool begins); /* what these draw for finish (leaf-mark.h) */
bool canvas_may_draw(const Canvas *canvas);      /* a leaf is open, or this is a furniture page */
Structure *canvas_structure(Canvas *canvas);     /* borrowed */
guint canvas_page(const Canvas *canvas);         /* the page being drawn */

/* Ends the body pages; then one furniture page for each body page, in drawing order; drawing needs no leaf. */
void canvas_furniture_begin(Canvas *canvas, guint page);

/* Ends drawing and hands over cairo's bytes (caller owns); NULL and a GError when cairo failed. */
GByteArray *canvas_end(Canvas *canvas, GError **error);
