/* House style: colours, fonts, sizes and page geometry in one place; one file shared by all layouts. */
#pragma once
#include "record/record.h"

/* A named colour "#00703C" for a role of the page or a symbol: text, heading, rule, shade (table heads), link, note,
 * green, amber, red, grey, chart-1 (lightest) ... chart-4 (darkest), target. */
typedef struct {
  Record record;
  char *name;
  char *value; /* "#RRGGBB" */
} Colour;
extern const Spec colour_spec;

/* Type of a kind of text: body, small, table, title, subtitle, h1 ... h4, caption, header, footer, note, facts. */
typedef struct {
  Record record;
  char *name;
  OptAmount size_pt;
  OptAmount leading; /* line height as a multiple of the size */
  bool bold, italic;
  char *colour;                  /* name of a Colour; NULL: text */
  OptAmount before_pt, after_pt; /* space before and after the paragraph */
} TypeStyle;
extern const Spec type_style_spec;

/* A kind of page: portrait, landscape. */
typedef struct {
  Record record;
  char *name;
  OptAmount width_mm, height_mm;
  OptAmount top_mm, bottom_mm, left_mm, right_mm; /* margins */
} PageStyle;
extern const Spec page_style_spec;

typedef struct {
  Record record;
  char *name;
  char *font; /* family: "Liberation Sans" */
  OptAmount cell_padding_pt, rule_pt, indent_pt;
  GPtrArray *colours, *types, *pages;
} Style;
extern const Spec style_spec; /* root <style> of house-style.xml; also inside document */

/* The named row; type falls back to "body", page to the first; NULL only when the style has none. */
const TypeStyle *style_type(const Style *style, const char *name);
const PageStyle *style_page(const Style *style, const char *name);
/* Red, green, blue 0 to 1 of a named colour; false if there is no such colour (text's colour is given then). */
bool style_colour(const Style *style, const char *name, double ret_rgb[3]);
/* The same as 0xRRGGBB, for pages and sheets. */
guint style_colour_code(const Style *style, const char *name);
/* WCAG contrast ratio of two colours, 1 to 21. */
double style_contrast(const double a[3], const double b[3]);
