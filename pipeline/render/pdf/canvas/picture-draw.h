/* Pictures of prose on a page. */
#pragma once
#include "record/prose.h"
#include "render/pdf/canvas/canvas.h"

/* Draws the picture of a block with its top left corner at x, y. False, and nothing drawn: its data are not those of a
 * picture. */
bool picture_draw(cairo_t *cr, const ProseBlock *block, double x_pt, double y_pt, double width_pt, double height_pt);
