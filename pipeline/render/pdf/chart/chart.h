/* Charts: clustered columns, lines and stacked parts with target lines and labels, drawn by hand on cairo. */
#pragma once
#include "document/document.h"
#include "render/pdf/type/text.h"

double chart_height_pt(const Document *document, const Chart *chart, double width_pt);
/* Draws the chart with its top left corner at x, y; the caller has opened the leaf of its Figure element. */
void chart_draw(Fonts *fonts, Canvas *canvas, const Document *document, const Chart *chart, double x_pt, double y_pt,
                double width_pt);
