/* Text: words shaped once through pango and kept; lines broken from their widths; drawn with cairo_show_text_glyphs. */
#pragma once
#include "base/outputs.h"
#include "document/document.h"
#include "render/pdf/canvas/canvas.h"

typedef struct Fonts Fonts; /* private fontconfig, font map, cache of shaped words; one a run */

Fonts *fonts_new(const Style *style, GError **error); /* G_IO_ERROR_NOT_FOUND names the package of a missing font */
void fonts_free(Fonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)

/* Notes the files of the fonts that words were shaped with, and the characters that none of them has. */
void fonts_used(const Fonts *fonts, Outputs *outputs);

/* Of char *: the texts of several characters that one glyph stands for (an Arabic lam-alef). cairo is told U+F0000 +
 * index instead, since it would wrap them in ActualText; finish puts the texts in their place. */
const GPtrArray *fonts_stand_ins(const Fonts *fonts);

/* One line of text in a type style, for charts, headers and labels. y_pt is the baseline; the text must fit. The canvas
 * must have a leaf open, or be drawing furniture. */
double text_width_pt(Fonts *fonts, const TypeStyle *type, const char *text);
void text_draw(Fonts *fonts, Canvas *canvas, const TypeStyle *type, const double rgb[3], double x_pt, double y_pt,
               const char *text);
double text_ascent_pt(Fonts *fonts, const TypeStyle *type);
double text_line_height_pt(const TypeStyle *type); /* size x leading */

/* A paragraph broken into lines. */
typedef struct Lines Lines;

/* Runs (of Run) set in type at width_pt; text after RUN_BREAK begins a new line. Words wider than the line are broken.
 */
Lines *lines_new(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, double width_pt);
void lines_free(Lines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lines, lines_free)
guint lines_count(const Lines *lines);
double lines_height_pt(const Lines *lines, guint first, guint n);
/* Width of the longest word and of the text on one line: what columns may shrink and grow to. */
void lines_widths_pt(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, double *ret_min_pt,
                     double *ret_max_pt);

/* ---- lines, continued: what the page needs to know and draw --------------------------------------------------- */
/* One paragraph of plain text; text is copied. */
Lines *lines_new_text(Fonts *fonts, const TypeStyle *type, const char *text, double width_pt);
double lines_line_height_pt(const Lines *lines);            /* all lines have one height */
double lines_width_pt(const Lines *lines);                  /* of the widest line */
double lines_line_width_pt(const Lines *lines, guint line); /* 0 beyond the last */
/* Width of the widest word; words of fewer than skip_bytes bytes are not looked at (a cheap bound). */
double lines_min_pt(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, gsize skip_bytes);
/* Draws lines first .. first + n - 1 with the top of the first at y, between x and x + width, in leaves of element
 * (links and foreign words in elements below it, made when first met); on furniture pages without leaves. */
void lines_draw(Lines *lines, Fonts *fonts, Canvas *canvas, Element element, guint first, guint n, Align align,
                double x_pt, double y_pt, double width_pt);
