/* Pictures on a page: dots as they are, scaled by whoever shows the page. */
#include "render/pdf/canvas/picture-draw.h"
#include "picture/picture.h"

/* cairo wants colours multiplied by their opacity, in one number a dot. */
static void put_dots(const Picture *picture, guint8 *out, int stride)
{
  for (guint y = 0; y < picture->height; y++) {
    const guint8 *from = picture->rgba + (gsize)y * picture->width * 4;
    guint32 *to = (guint32 *)(void *)(out + (gsize)y * (gsize)stride);
    for (guint x = 0; x < picture->width; x++, from += 4) {
      guint32 alpha = from[3], red = (from[0] * alpha + 127) / 255, green = (from[1] * alpha + 127) / 255,
              blue = (from[2] * alpha + 127) / 255;
      to[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
  }
}

static cairo_surface_t *surface_of(const Picture *picture)
{
  bool opaque = true;
  for (gsize i = 0, n = (gsize)picture->width * picture->height; i < n && opaque; i++)
    opaque = picture->rgba[i * 4 + 3] == 0xFF;
  cairo_surface_t *surface = cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                        (int)picture->width, (int)picture->height);
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
    put_dots(picture, cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface));
    cairo_surface_mark_dirty(surface);
  }
  return surface;
}

bool picture_draw(cairo_t *cr, const ProseBlock *block, double x_pt, double y_pt, double width_pt, double height_pt)
{
  gsize n = 0;
  g_autofree char *fault = NULL;
  g_autofree guint8 *bytes = g_base64_decode(block->data, &n);
  g_autoptr(Picture) picture = picture_read(bytes, n, &fault);
  if (!picture)
    return false;
  cairo_surface_t *surface = surface_of(picture);
  cairo_save(cr);
  cairo_translate(cr, x_pt, y_pt);
  cairo_scale(cr, width_pt / picture->width, height_pt / picture->height);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST); /* PDF/A wants no smoothing asked for */
  cairo_rectangle(cr, 0, 0, picture->width, picture->height);
  cairo_fill(cr);
  cairo_restore(cr);
  cairo_surface_destroy(surface);
  return true;
}
