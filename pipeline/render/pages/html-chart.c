/* Charts of a page: inline SVG with title and description, and the figures as a table that can be opened below. */
#include "render/flat/phrase.h"
#include "render/pages/html.h"
#include "render/pages/svg-chart.h"

static void put_figure(Html *html, const Chart *chart, OptAmount number, int state, guint flags)
{
  const Value value = {
    .number = number, .unit = chart->unit, .decimals = chart->decimals, .state = state, .flags = flags
  };
  g_autofree char *text = value_to_text(html->document, &value);
  g_string_append(html->out, "<td class=\"end\">");
  html_text(html->out, text);
  g_string_append(html->out, "</td>");
}

/* The figure of a category, and its limits where the series has some. */
static void put_point(Html *html, const Chart *chart, const Series *series, bool limits, guint category)
{
  static const Point none = { .state = STATE_NONE };
  const Point *point = category < series->points->len ? g_ptr_array_index(series->points, category) : &none;
  int state = point_state(point);
  put_figure(html, chart, point->number, state, point->flags);
  if (!limits)
    return;
  bool range = point_has_range(point);
  put_figure(html, chart, range ? point->lower : (OptAmount){ 0 }, STATE_NONE, 0);
  put_figure(html, chart, range ? point->upper : (OptAmount){ 0 }, STATE_NONE, 0);
}

static void put_target(Html *html, const Chart *chart, const TargetLine *target, guint category)
{
  put_figure(html, chart, target_line_spans(target, category) ? target->number : (OptAmount){ 0 }, STATE_NONE, 0);
}

static void put_heading(Html *html, const char *heading)
{
  g_string_append(html->out, "<th scope=\"col\" class=\"end\">");
  html_text(html->out, heading);
  g_string_append(html->out, "</th>");
}

static void put_series_headings(Html *html, const Series *series, bool limits)
{
  put_heading(html, series->label);
  if (!limits)
    return;
  g_autofree char *lower = phrase_with(html->document, "lower-of", series->label);
  g_autofree char *upper = phrase_with(html->document, "upper-of", series->label);
  put_heading(html, lower);
  put_heading(html, upper);
}

static const char *target_label(const Html *html, const TargetLine *target)
{
  return target->label ? target->label : phrase(html->document, "target");
}

static void put_headings(Html *html, const Chart *chart, const bool *limits)
{
  g_string_append(html->out, "<tr><th scope=\"col\">");
  html_text(html->out, phrase(html->document, "column-category"));
  g_string_append(html->out, "</th>");
  for (guint i = 0; i < chart->series->len; i++)
    put_series_headings(html, g_ptr_array_index(chart->series, i), limits[i]);
  for (guint i = 0; i < chart->targets->len; i++)
    put_heading(html, target_label(html, g_ptr_array_index(chart->targets, i)));
  g_string_append(html->out, "</tr>\n");
}

/* Categories down, series and targets across: all that the chart draws. */
static void put_figures(Html *html, const Chart *chart, const char *title)
{
  GString *out = html->out;
  g_autofree bool *limits = g_new0(bool, chart->series->len + 1); /* by series */
  for (guint i = 0; i < chart->series->len; i++)
    limits[i] = chart->kind != CHART_STACKED && series_has_limits(g_ptr_array_index(chart->series, i));
  g_autofree char *summary = phrase_with(html->document, "chart-figures", title);
  g_string_append(out, "<details>\n<summary>");
  html_text(out, summary);
  g_string_append(out, "</summary>\n<table>\n<caption>");
  html_text(out, summary);
  g_string_append(out, "</caption>\n<thead>\n");
  put_headings(html, chart, limits);
  g_string_append(out, "</thead>\n<tbody>\n");
  for (guint i = 0; i < chart->categories->len; i++) {
    g_autofree char *label = svg_chart_category(html->document, g_ptr_array_index(chart->categories, i));
    g_string_append(out, "<tr><th scope=\"row\">");
    html_text(out, label);
    g_string_append(out, "</th>");
    for (guint k = 0; k < chart->series->len; k++)
      put_point(html, chart, g_ptr_array_index(chart->series, k), limits[k], i);
    for (guint k = 0; k < chart->targets->len; k++)
      put_target(html, chart, g_ptr_array_index(chart->targets, k), i);
    g_string_append(out, "</tr>\n");
  }
  g_string_append(out, "</tbody>\n</table>\n</details>\n");
}

void html_chart(Html *html, const Chart *chart)
{
  GString *out = html->out;
  const char *title = chart->title ? chart->title : phrase(html->document, "column-chart");
  guint percent = chart->width_share > 0 ? MIN((guint)chart->width_share, 100) : 100;
  html->widths[percent] = true;
  g_autofree char *id = html_id(html, "chart-", chart->id);
  g_autofree char *title_id = html_id(html, id, "-title");
  g_autofree char *about_id = html_id(html, id, "-about");
  g_string_append(out, "<figure");
  html_attribute(out, "id", id);
  g_string_append(out, ">\n");
  if (chart->title) {
    g_string_append(out, "<figcaption>");
    html_text(out, title);
    g_string_append(out, "</figcaption>\n");
  }
  g_string_append_printf(out, "<svg class=\"w%u\" role=\"img\" aria-labelledby=\"%s %s\"", percent, title_id, about_id);
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
