/* Marks: rating symbols and arrows as vector shapes; told apart by shape in grey, the word stands beside them as text.
 */
#pragma once
#include "document/style.h"
#include "render/pdf/canvas/canvas.h"

/* Draws the symbol of that name (terms_rating, terms_travel) in a square of size_pt with its top left corner at x, y.
 * False if there is no such mark (nothing is drawn). */
bool mark_draw(cairo_t *cr, const Style *style, const char *name, double x_pt, double y_pt, double size_pt);
bool mark_exists(const char *name);
