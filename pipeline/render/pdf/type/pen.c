/* The pen: glyphs gathered, then shown. */
#include "render/pdf/type/pen.h"

struct Pen {
  cairo_t *cr;
  bool turned;                /* the canvas is turned: nothing is known of where glyphs fall */
  double width_pt, height_pt; /* of the page */
  const Face *face;
  double rgb[3];
  GArray *glyphs;   /* of cairo_glyph_t */
  GArray *clusters; /* of cairo_text_cluster_t: one a glyph */
  GString *text;
};

Pen *pen_new(void)
{
  Pen *pen = g_new0(Pen, 1);
  pen->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
  pen->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  pen->text = g_string_new(NULL);
  return pen;
}

void pen_free(Pen *pen)
{
  g_array_unref(pen->glyphs);
  g_array_unref(pen->clusters);
  g_string_free(pen->text, TRUE);
  g_free(pen);
}

static void flush(Pen *pen)
{
  if (pen->glyphs->len) {
    cairo_set_scaled_font(pen->cr, pen->face->scaled);
    cairo_set_source_rgb(pen->cr, pen->rgb[0], pen->rgb[1], pen->rgb[2]);
    cairo_show_text_glyphs(pen->cr, pen->text->str, (int)pen->text->len, (cairo_glyph_t *)(void *)pen->glyphs->data,
                           (int)pen->glyphs->len, (cairo_text_cluster_t *)(void *)pen->clusters->data,
                           (int)pen->clusters->len, 0);
  }
  g_array_set_size(pen->glyphs, 0);
  g_array_set_size(pen->clusters, 0);
  g_string_truncate(pen->text, 0);
}

void pen_begin(Pen *pen, Canvas *canvas)
{
  g_assert(canvas_may_draw(canvas));
  cairo_matrix_t matrix;
  pen->cr = canvas_cairo(canvas);
  cairo_get_matrix(pen->cr, &matrix);
  pen->turned = matrix.xy != 0;
  canvas_page_size(canvas, canvas_page(canvas), &pen->width_pt, &pen->height_pt);
  pen->face = NULL;
}

static void use(Pen *pen, const Face *face, const double rgb[3])
{
  if (pen->face == face && memcmp(pen->rgb, rgb, sizeof pen->rgb) == 0)
    return;
  flush(pen);
  pen->face = face;
  memcpy(pen->rgb, rgb, sizeof pen->rgb);
}

/* cairo leaves out glyphs that fall ten times their size beside the page, but not their text, and says so in a way that
 * readers do not bear: those are not given to it. */
static bool is_near_page(const Pen *pen, double x_pt, double y_pt)
{
  double near_pt = 8 * pen->face->size_pu / (double)PANGO_SCALE;
  return pen->turned ||
         (x_pt >= -near_pt && x_pt <= pen->width_pt + near_pt && y_pt >= -near_pt && y_pt <= pen->height_pt + near_pt);
}

static void add(Pen *pen, guint32 index, gint32 x_pu, gint32 y_pu, const char *text, guint bytes)
{
  cairo_glyph_t glyph = { index, x_pu / (double)PANGO_SCALE, y_pu / (double)PANGO_SCALE };
  cairo_text_cluster_t cluster = { (int)bytes, 1 };
  if (!is_near_page(pen, glyph.x, glyph.y))
    return;
  g_array_append_val(pen->glyphs, glyph);
  g_array_append_val(pen->clusters, cluster);
  g_string_append_len(pen->text, text, bytes);
}

void pen_part(Pen *pen, const Part *part, const double rgb[3], gint32 x_pu, gint32 y_pu)
{
  const char *text = part->text;
  use(pen, part->face, rgb);
  for (guint i = 0; i < part->n_glyphs; i++) {
    const Glyph *glyph = &part->glyphs[i];
    add(pen, glyph->index, x_pu + glyph->x_pu, y_pu + glyph->y_pu, text, glyph->bytes);
    text += glyph->bytes;
  }
}

void pen_space(Pen *pen, const Face *face, const double rgb[3], gint32 x_pu, gint32 y_pu)
{
  use(pen, face, rgb);
  add(pen, face->space_glyph, x_pu, y_pu, " ", 1);
}

void pen_end(Pen *pen)
{
  flush(pen);
}
