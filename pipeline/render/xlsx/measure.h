/* Measuring text for sheets, which neither Excel's file format nor the library does: widths in characters, heights in
 * points. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Width of the longest line, and of the longest word, in widths of a digit. */
double measure_line(const char *text);
double measure_word(const char *text);
/* Lines that text takes when wrapped at that width. */
guint measure_lines(const char *text, double width_digits);
