/* The pen: glyphs gathered, then shown. */
#include "render/pdf/pen.h"

struct Pen {
  cairo_t *cr;
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
  pen->cr = canvas_cairo(canvas);
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

static void add(Pen *pen, guint32 index, gint32 x_pu, gint32 y_pu, guint bytes)
{
  cairo_glyph_t glyph = { index, x_pu / (double)PANGO_SCALE, y_pu / (double)PANGO_SCALE };
  cairo_text_cluster_t cluster = { (int)bytes, 1 };
  g_array_append_val(pen->glyphs, glyph);
  g_array_append_val(pen->clusters, cluster);
}

void pen_part(Pen *pen, const Part *part, const double rgb[3], gint32 x_pu, gint32 y_pu)
{
  use(pen, part->face, rgb);
  for (guint i = 0; i < part->n_glyphs; i++) {
    const Glyph *glyph = &part->glyphs[i];
    add(pen, glyph->index, x_pu + glyph->x_pu, y_pu + glyph->y_pu, glyph->bytes);
  }
  g_string_append(pen->text, part->text);
}

void pen_space(Pen *pen, const Face *face, const double rgb[3], gint32 x_pu, gint32 y_pu)
{
  use(pen, face, rgb);
  add(pen, face->space_glyph, x_pu, y_pu, 1);
  g_string_append_c(pen->text, ' ');
}

void pen_end(Pen *pen)
{
  flush(pen);
}
