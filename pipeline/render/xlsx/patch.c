/* Patches of styles, properties and charts, as replacements of text that must be there exactly once. */
#include "render/xlsx/patch.h"
#include <stdlib.h>
#include <string.h>

static bool fail(GError **error, const char *what)
{
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the workbook's parts are not as expected: %s", what);
  return false;
}

static bool replace_once(GString *part, const char *find, const char *put, GError **error)
{
  const char *at = strstr(part->str, find);
  if (!at || strstr(at + 1, find))
    return fail(error, find);
  gssize offset = at - part->str;
  g_string_erase(part, offset, (gssize)strlen(find));
  g_string_insert(part, offset, put);
  return true;
}

/* The font of the format whose style is number 1; -1 if there is none. */
static int heading_font(const GString *part)
{
  const char *formats = strstr(part->str, "<cellXfs ");
  const char *style = formats ? strstr(formats, " xfId=\"1\"") : NULL;
  const char *tag = style ? g_strrstr_len(formats, style - formats, "<xf ") : NULL;
  const char *font = tag ? strstr(tag, "fontId=\"") : NULL;
  return font && font < style ? atoi(font + strlen("fontId=\"")) : -1;
}

bool patch_styles(GString *part, GError **error)
{
  static const char normal_xf[] = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";
  int font = heading_font(part);
  if (font < 0)
    return fail(error, "no title");
  g_autofree char *before = g_strdup_printf("<cellStyleXfs count=\"1\">%s</cellStyleXfs>", normal_xf);
  g_autofree char *after = g_strdup_printf("<cellStyleXfs count=\"2\">%s<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"0\" "
                                           "borderId=\"0\" applyNumberFormat=\"0\" applyFill=\"0\" applyBorder=\"0\" "
                                           "applyAlignment=\"0\" applyProtection=\"0\"/></cellStyleXfs>",
                                           normal_xf, font);
  return replace_once(part, before, after, error) &&
         replace_once(part, "<cellStyles count=\"1\">",
                      "<cellStyles count=\"2\"><cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>", error) &&
         replace_once(part,
                      "<font><sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/><family val=\"2\"/>"
                      "<scheme val=\"minor\"/></font>",
                      "<font><sz val=\"12\"/><color theme=\"1\"/><name val=\"Arial\"/><family val=\"2\"/></font>",
                      error);
}

bool patch_core(GString *part, const char *lang, GError **error)
{
  g_autofree char *escaped = g_markup_escape_text(lang, -1);
  g_autofree char *put = g_strdup_printf("<dc:language>%s</dc:language><dcterms:created ", escaped);
  return replace_once(part, "<dcterms:created ", put, error);
}

void patch_numbers(GString *part)
{
  static const char open[] = "<v>";
  g_autoptr(GString) out = g_string_sized_new(part->len);
  const char *rest = part->str;
  for (const char *at = strstr(rest, open); at; at = strstr(rest, open)) {
    at += strlen(open);
    g_string_append_len(out, rest, at - rest);
    gsize length = strspn(at, "0123456789.-");
    if (length >= 16 && g_str_has_prefix(at + length, "</v>")) {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append(out, g_ascii_formatd(number, sizeof number, "%.15g", g_ascii_strtod(at, NULL)));
      at += length;
    }
    rest = at;
  }
  g_string_append(out, rest);
  g_string_truncate(part, 0);
  g_string_append_len(part, out->str, (gssize)out->len);
}

/* ---- target lines ---------------------------------------------------------------------------------------------- */
static const char series_tag[] = "<c:ser>";

/* Where the n-th series from the end begins, or NULL. */
static const char *series_from_end(const GString *part, guint n)
{
  const char *at = part->str + part->len;
  for (; n > 0 && at; n--)
    at = g_strrstr_len(part->str, at - part->str, series_tag);
  return at;
}

/* Gives a column's series the shape of a line: no markers. */
static void shape_lines(GString *series)
{
  static const char shape_end[] = "</c:spPr>";
  static const char marker[] = "<c:marker><c:symbol val=\"none\"/></c:marker>";
  const char *at = strstr(series->str, shape_end);
  while (at) {
    gsize offset = (gsize)(at - series->str) + strlen(shape_end);
    g_string_insert(series, (gssize)offset, marker);
    const char *next = strstr(series->str + offset, series_tag);
    at = next ? strstr(next, shape_end) : NULL;
  }
}

static bool move_targets(GString *part, guint n_targets, GError **error)
{
  static const char columns_end[] = "</c:barChart>";
  const char *first = series_from_end(part, n_targets);
  const char *end = first ? strstr(first, columns_end) : NULL;
  const char *rest = end ? g_strrstr_len(first, end - first, "</c:ser>") : NULL;
  const char *axes = rest ? strstr(rest, "<c:axId ") : NULL;
  if (!axes || axes > end)
    return fail(error, "chart without columns");
  rest += strlen("</c:ser>");
  g_autoptr(GString) series = g_string_new_len(first, rest - first);
  shape_lines(series);
  g_autofree char *axis_ids = g_strndup(axes, (gsize)(end - axes));
  g_autofree char *line = g_strdup_printf(
      "<c:lineChart><c:grouping val=\"standard\"/>%s<c:marker val=\"1\"/>%s</c:lineChart>", series->str, axis_ids);
  gssize first_at = first - part->str, end_at = end - part->str + (gssize)strlen(columns_end);
  g_string_insert(part, end_at, line);
  g_string_erase(part, first_at, rest - first);
  return true;
}

bool patch_chart(GString *part, const char *lang, guint n_targets, GError **error)
{
  g_autofree char *escaped = g_markup_escape_text(lang, -1);
  g_autofree char *put = g_strdup_printf("<c:lang val=\"%s\"/>", escaped);
  g_autofree char *run = g_strdup_printf("<a:rPr lang=\"%s\"/>", escaped);
  g_string_replace(part, "<a:rPr lang=\"en-US\"/>", run, 0);
  return replace_once(part, "<c:lang val=\"en-US\"/>", put, error) &&
         replace_once(part, "<c:plotVisOnly val=\"1\"/>", "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>",
                      error) &&
         (n_targets == 0 || move_targets(part, n_targets, error));
}
