/* Charts as SVG: the drawing inside an <svg> of SVG_CHART_WIDTH by SVG_CHART_HEIGHT. */
#pragma once
#include "document/document.h"

enum { SVG_CHART_WIDTH = 720, SVG_CHART_HEIGHT = 360 };

void svg_chart_draw(const Document *document, GString *out, const Chart *chart);
/* A category's words, with "(part of the year)" where it is; caller frees. */
char *svg_chart_category(const Document *document, const ChartCategory *category);
