/* The page's style sheet, from the house style: its colours, its font, its sizes relative to the reader's own. */
#include "render/pages/html.h"
#include <string.h>

void html_colour(const Document *document, GString *out, const char *name)
{
  g_string_append_printf(out, "#%06X", style_colour_code(document->style, name));
}

/* A family's name with only what needs no escape. */
static void put_font(const Document *document, GString *css)
{
  g_autofree char *font = g_strdup(document->style->font ? document->style->font : "sans-serif");
  g_strcanon(font, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -", ' ');
  g_string_append_printf(css, "\"%s\",Arial,sans-serif", font);
}

static void put_rem(GString *css, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(css, "%srem", g_ascii_formatd(number, sizeof number, "%.3f", value));
}

/* `selector{font-size;font-weight;color}` of a type; body's size is one rem. */
static void put_type(const Document *document, GString *css, const char *selector, const char *name)
{
  const TypeStyle *type = style_type(document->style, name), *body = style_type(document->style, "body");
  if (!type || !body || !type->size_pt.given || !body->size_pt.given)
    return;
  double body_pt = amount_to_double(body->size_pt.amount);
  double ratio = body_pt > 0 ? amount_to_double(type->size_pt.amount) / body_pt : 1;
  g_string_append_printf(css, "%s{font-size:", selector);
  put_rem(css, CLAMP(ratio, 0.85, 3));
  g_string_append_printf(css, ";font-weight:%s;font-style:%s;color:", type->bold ? "bold" : "normal",
                         type->italic ? "italic" : "normal");
  html_colour(document, css, type->colour ? type->colour : "text");
  g_string_append(css, "}\n");
}

/* Replaces each $(name) in a template by a colour. */
static void put_colours(const Document *document, GString *css, const char *template)
{
  const char *at = template;
  for (const char *mark = strstr(at, "$("); mark; mark = strstr(at, "$(")) {
    const char *end = strchr(mark, ')');
    g_autofree char *name = g_strndup(mark + 2, (gsize)(end - mark - 2));
    g_string_append_len(css, at, mark - at);
    html_colour(document, css, name);
    at = end + 1;
  }
  g_string_append(css, at);
}

/* clang-format off */
static const char rules[] =
  "body{max-width:72rem;margin:0 auto;padding:0 1.5rem 3rem;line-height:1.5;color:$(text);background:$(white)}\n"
  "a{color:$(link)}a:focus-visible,summary:focus-visible,.scroll:focus-visible,main:focus-visible{outline:3px solid $(link);outline-offset:2px}\n"
  "main:focus{outline:none}\n"
  ".skip{position:absolute;left:-100rem}.skip:focus{position:static;display:inline-block;padding:.5rem 1rem;background:$(white)}\n"
  "header,footer{display:flex;flex-wrap:wrap;gap:0 2rem;justify-content:space-between;padding:1rem 0;color:$(note)}\n"
  "header p,footer p{margin:0}header{border-bottom:4px solid $(heading)}footer{border-top:1px solid $(rule);margin-top:3rem}\n"
  "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.8em 0 .5em;overflow-wrap:anywhere}h1{margin-top:1rem}\n"
  "p,ul,ol{margin:.6em 0;max-width:60rem}li{margin:.2em 0}p,td,th,li,caption{overflow-wrap:break-word}\n"
  "nav ol{list-style:none;padding:0}nav .l2{margin-left:1.5rem}nav .l3,nav .l4,nav .l5,nav .l6{margin-left:3rem}\n"
  ".number{margin-right:.5em}\n"
  ".scroll{overflow-x:auto;margin:1.2rem 0}\n"
  "table{border-collapse:collapse;width:100%;min-width:36rem}caption{text-align:left;padding:.4rem 0}\n"
  "th,td{padding:.45rem .6rem;vertical-align:top;text-align:left;border-bottom:1px solid $(rule)}\n"
  "thead th{background:$(shade);vertical-align:bottom;border-bottom:2px solid $(heading)}\n"
  "tbody th{font-weight:normal}.group th{background:$(group);font-weight:bold;border-top:2px solid $(rule)}.title th{font-weight:bold}\n"
  ".total td,.total th,.subtotal td,.subtotal th{font-weight:bold}.total td,.total th{border-top:2px solid $(heading);border-bottom:2px solid $(heading)}\n"
  ".facts{min-width:0;width:auto}.facts th{font-weight:bold}\n"
  ".end{text-align:right;font-variant-numeric:tabular-nums}.centre{text-align:center}\n"
  ".in1{padding-left:1.8rem}.in2{padding-left:3rem}.in3{padding-left:4.2rem}.in4{padding-left:5.4rem}\n"
  ".mark{width:1.05em;height:1.05em;margin-right:.35em;vertical-align:-.15em}.label{color:$(note)}\n"
  "abbr[title]{text-decoration:none}\n"
  ".box{border:2px solid $(rule);border-left-width:8px;padding:.4rem 1.2rem;margin:1.2rem 0}.box.warning{background:$(box);border-color:$(amber)}\n"
  ".status{border:2px solid $(red);color:$(red);padding:.2rem .8rem;font-weight:bold}\n"
  "figure{margin:1.4rem 0}figcaption{font-weight:bold}figure svg{display:block;width:100%;height:auto}details{margin:.4rem 0}\n"
  "svg text{fill:$(text);font-size:14px}svg .light{fill:$(white)}\n"
  "@page{size:A4;margin:15mm}@page landscape{size:A4 landscape}\n"
  "@media print{.landscape{page:landscape}table{font-size:9pt}th,td{padding:.25rem .4rem}.skip,nav,details{display:none}body{max-width:none;padding:0;font-size:10pt}.scroll{overflow:visible}table{min-width:0}"
  "thead{display:table-header-group}tr,figure{break-inside:avoid}h1,h2,h3,h4,h5,h6,caption{break-after:avoid}"
  "a{color:inherit;text-decoration:none}.mark,thead th,.group th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";
/* clang-format on */

void html_style(const Html *html, GString *css)
{
  const Document *document = html->document;
  g_string_append(css, "html{font-family:");
  put_font(document, css);
  g_string_append(css, "}\n");
  static const char *const types[][2] = {
    { "h1", "title" },           { "h2", "h1" },      { "h3", "h2" },        { "h4,h5,h6", "h3" },
    { ".subtitle", "subtitle" }, { ".note", "note" }, { ".small", "small" }, { "caption", "caption" }
  };
  put_colours(document, css, rules);
  if (html->pictures)
    g_string_append(css, "figure img{max-width:100%;height:auto}.picture figcaption{font-weight:normal}\n");
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
    put_type(document, css, types[i][0], types[i][1]);
  if (html->labels)
    g_string_append(css, ".labels{list-style:none;padding-left:1.5rem}.labels>li>p:first-of-type{display:inline}\n");
  for (guint i = 1; i < G_N_ELEMENTS(html->widths); i++)
    if (html->widths[i])
      g_string_append_printf(css, ".w%u{width:%u%%}\n", i, i);
}
