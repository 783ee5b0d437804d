/* Charts of a page: inline SVG with title and description, and the figures as a table that can be opened below. */
#include "render/flat/phrase.h"
#include "render/pages/html.h"
#include "render/pages/svg-chart.h"

static Value point_value(const Chart *chart, const Point *point)
{
  return (Value){ .number = point->number,
                  .unit = chart->unit,
                  .decimals = chart->decimals,
                  .state = point->state,
                  .flags = point->flags };
}

static void put_figure(Html *html, const Chart *chart, const Series *series, guint category)
{
  g_string_append(html->out, "<td class=\"end\">");
  if (category < series->points->len) {
    Value value = point_value(chart, g_ptr_array_index(series->points, category));
    g_autofree char *text = value_to_text(html->document, &value);
    html_text(html->out, text);
  }
  g_string_append(html->out, "</td>");
}

/* Categories down, series across. */
static void put_figures(Html *html, const Chart *chart, const char *title)
{
  GString *out = html->out;
  g_autofree char *summary = phrase_with(html->document, "chart-figures", title);
  g_string_append(out, "<details>\n<summary>");
  html_text(out, summary);
  g_string_append(out, "</summary>\n<table>\n<caption>");
  html_text(out, summary);
  g_string_append(out, "</caption>\n<thead>\n<tr><th scope=\"col\">");
  html_text(out, phrase(html->document, "column-category"));
  g_string_append(out, "</th>");
  for (guint i = 0; i < chart->series->len; i++) {
    g_string_append(out, "<th scope=\"col\" class=\"end\">");
    html_text(out, ((const Series *)g_ptr_array_index(chart->series, i))->label);
    g_string_append(out, "</th>");
  }
  g_string_append(out, "</tr>\n</thead>\n<tbody>\n");
  for (guint i = 0; i < chart->categories->len; i++) {
    g_autofree char *label = svg_chart_category(html->document, g_ptr_array_index(chart->categories, i));
    g_string_append(out, "<tr><th scope=\"row\">");
    html_text(out, label);
    g_string_append(out, "</th>");
    for (guint k = 0; k < chart->series->len; k++)
      put_figure(html, chart, g_ptr_array_index(chart->series, k), i);
    g_string_append(out, "</tr>\n");
  }
  g_string_append(out, "</tbody>\n</table>\n</details>\n");
}

void html_chart(Html *html, const Chart *chart)
{
  GString *out = html->out;
  const char *title = chart->title ? chart->title : chart->id ? chart->id : "";
  guint percent = chart->width_share > 0 ? MIN((guint)chart->width_share, 100) : 100;
  html->widths[percent] = true;
  g_autofree char *id = html_id(html, "chart-", chart->id);
  g_autofree char *title_id = html_id(html, id, "-title");
  g_autofree char *about_id = html_id(html, id, "-about");
  g_string_append(out, "<figure");
  html_attribute(out, "id", id);
  g_string_append(out, ">\n<figcaption>");
  html_text(out, title);
  g_string_append_printf(out, "</figcaption>\n<svg class=\"w%u\" role=\"img\" aria-labelledby=\"%s %s\"", percent,
                         title_id, about_id);
  g_string_append_printf(out, " viewBox=\"0 0 %d %d\">\n<title id=\"%s\">", SVG_CHART_WIDTH, SVG_CHART_HEIGHT,
                         title_id);
  html_text(out, title);
  g_string_append_printf(out, "</title>\n<desc id=\"%s\">", about_id);
  html_text(out, chart->alt ? chart->alt : title);
  g_string_append(out, "</desc>\n");
  svg_chart_draw(html->document, out, chart);
  g_string_append(out, "</svg>\n");
  put_figures(html, chart, title);
  g_string_append(out, "</figure>\n");
}
