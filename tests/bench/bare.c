/* The bare loop that the PDF stage is measured against: shapes the same words once through pango and draws the same
 * lines with cairo, without layout, structure or finishing. Input: the lines of a finished PDF as `pdftotext
 * -bbox-layout` tells them. */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  guint page;
  double x_pt, y_pt, size_pt;
  char *text;
} Line;

typedef struct {
  GArray *lines;  /* of Line, in drawing order */
  GArray *widths; /* of double, one a page */
  GArray *heights;
} Trace;

typedef struct {
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  int n_glyphs, n_clusters;
  double advance; /* at 1 pt */
} Word;

static double attribute(const char *tag, const char *name)
{
  const char *found = strstr(tag, name);
  return found ? g_ascii_strtod(found + strlen(name) + 2, NULL) : 0;
}

static char *unescape(const char *text, gsize length_bytes)
{
  g_autofree char *raw = g_strndup(text, length_bytes);
  GString *out = g_string_new(raw);
  g_string_replace(out, "&lt;", "<", 0);
  g_string_replace(out, "&gt;", ">", 0);
  g_string_replace(out, "&quot;", "\"", 0);
  g_string_replace(out, "&apos;", "'", 0);
  g_string_replace(out, "&amp;", "&", 0);
  return g_string_free(out, FALSE);
}

/* Reads <page>, <line> and <word> tags; all else is passed over. */
static void trace_read(Trace *trace, const char *xml)
{
  GString *text = g_string_new(NULL);
  Line line = { 0 };
  for (const char *tag = strchr(xml, '<'); tag; tag = strchr(tag + 1, '<')) {
    if (g_str_has_prefix(tag, "<page ")) {
      double width = attribute(tag, "width"), height = attribute(tag, "height");
      g_array_append_val(trace->widths, width);
      g_array_append_val(trace->heights, height);
    } else if (g_str_has_prefix(tag, "<line ")) {
      line = (Line){ trace->widths->len - 1, attribute(tag, "xMin"), attribute(tag, "yMax"),
                     (attribute(tag, "yMax") - attribute(tag, "yMin")) / 1.15, NULL };
      g_string_truncate(text, 0);
    } else if (g_str_has_prefix(tag, "<word ")) {
      const char *begin = strchr(tag, '>') + 1;
      g_autofree char *word = unescape(begin, (gsize)(strchr(begin, '<') - begin));
      g_string_append_printf(text, "%s%s", text->len ? " " : "", word);
    } else if (g_str_has_prefix(tag, "</line>")) {
      line.text = g_strdup(text->str);
      g_array_append_val(trace->lines, line);
    }
  }
  g_string_free(text, TRUE);
}

/* Shapes one word with its space at 1 pt x 1000 for reuse at any size. */
static Word *word_shape(PangoContext *context, const char *text)
{
  Word *word = g_new0(Word, 1);
  g_autofree char *spaced = g_strconcat(text, " ", NULL);
  PangoAttrList *none = pango_attr_list_new();
  GList *items = pango_itemize(context, spaced, 0, (int)strlen(spaced), none, NULL);
  GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
  GArray *clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  for (GList *item = items; item; item = item->next) {
    PangoItem *part = item->data;
    PangoGlyphString *shaped = pango_glyph_string_new();
    pango_shape(spaced + part->offset, part->length, &part->analysis, shaped);
    for (int i = 0; i < shaped->num_glyphs; i++) {
      cairo_glyph_t glyph = { shaped->glyphs[i].glyph, word->advance, 0 };
      int end = i + 1 < shaped->num_glyphs ? shaped->log_clusters[i + 1] : part->length;
      cairo_text_cluster_t cluster = { MAX(0, end - shaped->log_clusters[i]), 1 };
      word->advance += shaped->glyphs[i].geometry.width / (double)PANGO_SCALE / 1000;
      g_array_append_val(glyphs, glyph);
      g_array_append_val(clusters, cluster);
    }
    pango_glyph_string_free(shaped);
  }
  g_list_free_full(items, (GDestroyNotify)pango_item_free);
  pango_attr_list_unref(none);
  word->n_glyphs = (int)glyphs->len;
  word->n_clusters = (int)clusters->len;
  word->glyphs = (cairo_glyph_t *)(void *)g_array_free(glyphs, FALSE);
  word->clusters = (cairo_text_cluster_t *)(void *)g_array_free(clusters, FALSE);
  return word;
}

static void line_draw(cairo_t *cr, PangoContext *context, GHashTable *words, const Line *line)
{
  GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
  GArray *clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  double x = line->x_pt;
  g_auto(GStrv) parts = g_strsplit(line->text, " ", -1);
  for (guint i = 0; parts[i]; i++) {
    Word *word = g_hash_table_lookup(words, parts[i]);
    if (!word)
      g_hash_table_insert(words, g_strdup(parts[i]), word = word_shape(context, parts[i]));
    for (int j = 0; j < word->n_glyphs; j++) {
      cairo_glyph_t glyph = { word->glyphs[j].index, x + word->glyphs[j].x * line->size_pt, line->y_pt };
      g_array_append_val(glyphs, glyph);
    }
    g_array_append_vals(clusters, word->clusters, (guint)word->n_clusters);
    x += word->advance * line->size_pt;
  }
  g_autofree char *text = g_strconcat(line->text, " ", NULL);
  cairo_set_font_size(cr, line->size_pt);
  cairo_show_text_glyphs(cr, text, (int)strlen(text), (cairo_glyph_t *)(void *)glyphs->data, (int)glyphs->len,
                         (cairo_text_cluster_t *)(void *)clusters->data, (int)clusters->len, 0);
  g_array_free(glyphs, TRUE);
  g_array_free(clusters, TRUE);
}

static double cpu_ms(void)
{
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* Only the font that is used, as the PDF stage does; the machine's configuration would cost more than the drawing. */
static void fonts_only(const char *file)
{
  static const char *const folders[] = { "liberation2", "liberation" }; /* Debian 12, 13 */
  FcConfig *config = FcConfigCreate();
  for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *path = g_build_filename("/usr/share/fonts/truetype", folders[i], file, NULL);
    if (FcConfigAppFontAddFile(config, (const FcChar8 *)path))
      break;
  }
  FcConfigSetCurrent(config);
}

static void trace_draw(const Trace *trace, const char *out)
{
  fonts_only("LiberationSans-Regular.ttf");
  cairo_surface_t *surface = cairo_pdf_surface_create(out, 595, 842);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2010-04-20T00:00:00Z");
  cairo_t *cr = cairo_create(surface);
  PangoFontMap *map = pango_cairo_font_map_new();
  PangoContext *context = pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context, options);
  pango_context_set_round_glyph_positions(context, FALSE);
  PangoFontDescription *description = pango_font_description_from_string("Liberation Sans");
  pango_font_description_set_absolute_size(description, 1000.0 * PANGO_SCALE);
  pango_context_set_font_description(context, description);
  PangoFont *font = pango_font_map_load_font(map, context, description);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  cairo_set_font_face(cr, cairo_scaled_font_get_font_face(scaled));
  cairo_set_font_options(cr, options);
  GHashTable *words = g_hash_table_new(g_str_hash, g_str_equal);
  guint page = G_MAXUINT;
  for (guint i = 0; i < trace->lines->len; i++) {
    const Line *line = &g_array_index(trace->lines, Line, i);
    while (page != line->page) { /* a size set later would drop what was drawn */
      if (page++ != G_MAXUINT)
        cairo_show_page(cr);
      cairo_pdf_surface_set_size(surface, g_array_index(trace->widths, double, page),
                                 g_array_index(trace->heights, double, page));
    }
    line_draw(cr, context, words, line);
  }
  cairo_show_page(cr);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

int main(int argc, char **argv)
{
  if (argc != 3) {
    fprintf(stderr, "usage: bare BBOX.html OUT.pdf\n");
    return 2;
  }
  double started = cpu_ms();
  g_autofree char *xml = NULL;
  if (!g_file_get_contents(argv[1], &xml, NULL, NULL))
    return 3;
  Trace trace = { g_array_new(FALSE, FALSE, sizeof(Line)), g_array_new(FALSE, FALSE, sizeof(double)),
                  g_array_new(FALSE, FALSE, sizeof(double)) };
  trace_read(&trace, xml);
  double read = cpu_ms();
  trace_draw(&trace, argv[2]);
  printf("%.1f\n", cpu_ms() - read + started); /* the process without reading its input */
  return 0;
}
