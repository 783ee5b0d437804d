/* Symbols: the shapes of the printed page as inline SVG; each tells itself by shape, its word stands beside it. */
#include "render/flat/phrase.h"
#include "render/pages/html.h"

/* In a square of side 100; F fills with the colour, S strokes with it, W strokes in white. */
#define F "fill=\"currentColor\""
#define S "fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
#define W "fill=\"none\" stroke=\"#fff\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
#define RING "<circle " S " stroke-width=\"9\" cx=\"50\" cy=\"50\" r=\"44\"/>"
#define ARROW "<path " F " d=\"M4 37H52V10L98 50 52 90V63H4Z\" transform=\"rotate("

/* clang-format off */
static const struct { const char *name, *colour, *shape; } marks[] = {
  { "amber", "amber", "<path " F " d=\"M50 5 97 94H3Z\"/><path " W " stroke-width=\"8.5\" d=\"M38.5 48a11.5 11.5 0 1 1 18.5 9C53 60 50 62 50 68\"/>"
    "<circle fill=\"#fff\" cx=\"50\" cy=\"83\" r=\"5.8\"/>" },
  { "better", "green", ARROW "-45 50 50)\"/>" },
  { "complete", "green", "<path " S " stroke-width=\"14\" d=\"M8 55 26 76 60 28M47 70 53 76 92 24\"/>" },
  { "green", "green", "<circle " F " cx=\"50\" cy=\"50\" r=\"49\"/><path " W " stroke-width=\"12\" d=\"M27 53 44 70 75 32\"/>" },
  { "no-clear-change", "grey", "<path " S " stroke-width=\"12\" d=\"M10 34C26 10 40 10 50 34 60 58 74 58 90 34M10 66C26 42 40 42 50 66 60 90 74 90 90 66\"/>" },
  { "not-applicable", "grey", RING "<path " S " stroke-width=\"12\" d=\"M30 50H70\"/>" },
  { "not-available", "grey", RING "<path " S " stroke-width=\"9\" d=\"M19 81 81 19\"/>" },
  { "not-comparable", "grey", "<path " S " stroke-width=\"11\" d=\"M14 37H86M14 63H86M30 90 70 10\"/>" },
  { "not-due", "grey", RING "<path " S " stroke-width=\"9\" d=\"M50 22V52L70 64\"/>" },
  { "not-rated", "grey", "<path " S " stroke-width=\"10\" d=\"M50 7 93 50 50 93 7 50Z\"/>" },
  { "not-readable", "red", "<rect " S " stroke-width=\"9\" x=\"7\" y=\"7\" width=\"86\" height=\"86\"/><path " S " stroke-width=\"11\" d=\"M24 50C34 26 42 26 50 50 58 74 66 74 76 50\"/>" },
  { "not-supplied", "red", "<rect " S " stroke-width=\"9\" x=\"7\" y=\"7\" width=\"86\" height=\"86\"/><path " S " stroke-width=\"13\" d=\"M50 27V53M50 74V74\"/>" },
  { "red", "red", "<rect " F " x=\"3\" y=\"3\" width=\"94\" height=\"94\"/><path " W " stroke-width=\"13\" d=\"M27 27 73 73M73 27 27 73\"/>" },
  { "same", "amber", "<path " F " d=\"M1 50 31 20V41H69V20L99 50 69 80V59H31V80Z\"/>" },
  { "worse", "red", ARROW "90 50 50)\"/>" },
};
/* clang-format on */

void html_mark(const Document *document, GString *out, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
    if (!g_str_equal(marks[i].name, name))
      continue;
    g_string_append(out,
                    "<svg class=\"mark\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 100 100\" color=\"");
    html_colour(document, out, marks[i].colour);
    g_string_append_printf(out, "\">%s</svg>", marks[i].shape);
  }
}

void html_symbol(Html *html, const Symbol *symbol)
{
  g_string_append(html->out, "<span class=\"symbol\">");
  html_mark(html->document, html->out, symbol->name);
  bool abbreviated = symbol->by_rule && symbol->alt;
  if (abbreviated) {
    g_string_append(html->out, "<abbr");
    html_attribute(html->out, "title", symbol->alt);
    g_string_append_c(html->out, '>');
  }
  html_text(html->out, symbol->word ? symbol->word : phrase_symbol(html->document, symbol->name));
  g_string_append(html->out, abbreviated ? "</abbr>" : "");
  g_string_append(html->out, "</span>");
}
