/* House style: its rows, look-ups and contrast. */
#include "document/style.h"
#include <math.h>

SPEC(colour_spec, Colour, "colour", "colour",
     FIELD(Colour, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Colour, value, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(type_style_spec, TypeStyle, "type", "type style",
     FIELD(TypeStyle, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD_AS("size-pt", TypeStyle, size_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD(TypeStyle, leading, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD(TypeStyle, bold, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(TypeStyle, italic, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(TypeStyle, colour, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("before-pt", TypeStyle, before_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD_AS("after-pt", TypeStyle, after_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL));
SPEC(page_style_spec, PageStyle, "page", "page style",
     FIELD(PageStyle, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD_AS("width-mm", PageStyle, width_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("height-mm", PageStyle, height_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("top-mm", PageStyle, top_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("bottom-mm", PageStyle, bottom_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("left-mm", PageStyle, left_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("right-mm", PageStyle, right_mm, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL));
SPEC(style_spec, Style, "style", "house style", FIELD(Style, name, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_KEY, NULL),
     FIELD(Style, font, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD_AS("cell-padding-pt", Style, cell_padding_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("rule-pt", Style, rule_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("indent-pt", Style, indent_pt, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED, NULL),
     FIELD_AS("colour", Style, colours, NULL, IN_ELEMENT, FIELD_MANY, 0, &colour_spec),
     FIELD_AS("type", Style, types, NULL, IN_ELEMENT, FIELD_MANY, 0, &type_style_spec),
     FIELD_AS("page", Style, pages, NULL, IN_ELEMENT, FIELD_MANY, 0, &page_style_spec));

const TypeStyle *style_type(const Style *style, const char *name)
{
  const TypeStyle *body = NULL;
  for (guint i = 0; i < style->types->len; i++) {
    const TypeStyle *type = g_ptr_array_index(style->types, i);
    if (g_strcmp0(type->name, name) == 0)
      return type;
    if (g_str_equal(type->name, "body"))
      body = type;
  }
  return body ? body : (style->types->len ? g_ptr_array_index(style->types, 0) : NULL);
}

const PageStyle *style_page(const Style *style, const char *name)
{
  for (guint i = 0; i < style->pages->len; i++) {
    const PageStyle *page = g_ptr_array_index(style->pages, i);
    if (g_strcmp0(page->name, name) == 0)
      return page;
  }
  return style->pages->len ? g_ptr_array_index(style->pages, 0) : NULL;
}

static bool colour_parse(const char *value, double ret_rgb[3])
{
  if (value[0] != '#' || strlen(value) != 7)
    return false;
  for (guint i = 0; i < 3; i++) {
    int high = g_ascii_xdigit_value(value[1 + 2 * i]), low = g_ascii_xdigit_value(value[2 + 2 * i]);
    if (high < 0 || low < 0)
      return false;
    ret_rgb[i] = (high * 16 + low) / 255.0;
  }
  return true;
}

bool style_colour(const Style *style, const char *name, double ret_rgb[3])
{
  ret_rgb[0] = ret_rgb[1] = ret_rgb[2] = 0;
  bool found = false;
  for (guint i = 0; i < style->colours->len && !found; i++) {
    const Colour *colour = g_ptr_array_index(style->colours, i);
    if (g_strcmp0(colour->name, name) == 0)
      found = colour_parse(colour->value, ret_rgb);
    else if (g_str_equal(colour->name, "text"))
      colour_parse(colour->value, ret_rgb);
  }
  return found;
}

guint style_colour_code(const Style *style, const char *name)
{
  double rgb[3];
  style_colour(style, name, rgb);
  guint code = 0;
  for (guint i = 0; i < 3; i++)
    code = code << 8 | (guint)(rgb[i] * 255 + 0.5);
  return code;
}

static double luminance(const double rgb[3])
{
  static const double weight[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (guint i = 0; i < 3; i++)
    sum += weight[i] * (rgb[i] <= 0.04045 ? rgb[i] / 12.92 : pow((rgb[i] + 0.055) / 1.055, 2.4));
  return sum;
}

double style_contrast(const double a[3], const double b[3])
{
  double la = luminance(a), lb = luminance(b);
  return (MAX(la, lb) + 0.05) / (MIN(la, lb) + 0.05);
}
