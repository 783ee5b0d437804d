/* The pen gathers glyphs of one face and colour and shows them with one call: a call per line would cost a quarter
 * more. */
#pragma once
#include "render/pdf/type/fonts.h"

typedef struct Pen Pen;

Pen *pen_new(void);
void pen_free(Pen *pen);
Pen *fonts_pen(Fonts *fonts); /* borrowed */

void pen_begin(Pen *pen, Canvas *canvas); /* something must be allowed to be drawn (canvas_may_draw) */
void pen_part(Pen *pen, const Part *part, const double rgb[3], gint32 x_pu, gint32 y_pu);
void pen_space(Pen *pen, const Face *face, const double rgb[3], gint32 x_pu, gint32 y_pu);
void pen_end(Pen *pen);
