/* The canvas: one cairo PDF surface into memory, its pages, and the leaves drawn on them. */
#include "render/pdf/canvas/canvas.h"
#include "render/pdf/structure/leaf-mark.h"
#include <cairo-pdf.h>
#include <gio/gio.h>
#include <string.h>

typedef struct {
  float width_pt, height_pt;
} PageSize;

struct Canvas {
  Structure *structure;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  GArray *sizes; /* of PageSize: body pages */
  bool page_open, leaf_open, furniture;
  guint page;
};

static cairo_status_t take_bytes(void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

Canvas *canvas_new(Structure *structure)
{
  /* finish packs once; cairo need not deflate before it. Without effect when a cairo does not know it. */
  g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
  Canvas *canvas = g_new0(Canvas, 1);
  canvas->structure = structure;
  canvas->bytes = g_byte_array_new();
  canvas->sizes = g_array_new(FALSE, FALSE, sizeof(PageSize));
  canvas->surface = cairo_pdf_surface_create_for_stream(take_bytes, canvas->bytes, 595, 842);
  /* The real date is written by finish; cairo's own would be the clock's. */
  cairo_pdf_surface_set_metadata(canvas->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  canvas->cr = cairo_create(canvas->surface);
  return canvas;
}

void canvas_free(Canvas *canvas)
{
  if (!canvas)
    return;
  cairo_destroy(canvas->cr);
  cairo_surface_destroy(canvas->surface);
  if (canvas->bytes)
    g_byte_array_unref(canvas->bytes);
  g_array_unref(canvas->sizes);
  g_free(canvas);
}

cairo_t *canvas_cairo(Canvas *canvas)
{
  return canvas->cr;
}

Structure *canvas_structure(Canvas *canvas)
{
  return canvas->structure;
}

guint canvas_page(const Canvas *canvas)
{
  return canvas->page;
}

static void page_end(Canvas *canvas)
{
  g_assert(!canvas->leaf_open);
  if (canvas->page_open)
    cairo_show_page(canvas->cr);
  canvas->page_open = false;
}

static void page_open(Canvas *canvas, guint page)
{
  const PageSize *size = &g_array_index(canvas->sizes, PageSize, page);
  page_end(canvas);
  cairo_pdf_surface_set_size(canvas->surface, size->width_pt, size->height_pt);
  canvas->page = page;
  canvas->page_open = true;
}

guint canvas_page_begin(Canvas *canvas, double width_pt, double height_pt)
{
  g_assert(!canvas->furniture);
  PageSize size = { (float)width_pt, (float)height_pt };
  g_array_append_val(canvas->sizes, size);
  page_open(canvas, canvas->sizes->len - 1);
  return canvas->page;
}

guint canvas_pages(const Canvas *canvas)
{
  return canvas->sizes->len;
}

void canvas_page_size(const Canvas *canvas, guint page, double *ret_width_pt, double *ret_height_pt)
{
  const PageSize *size = &g_array_index(canvas->sizes, PageSize, page);
  *ret_width_pt = size->width_pt;
  *ret_height_pt = size->height_pt;
}

/* Drawn in whatever colour is set: finish takes it away again. */
void canvas_leaf_mark(cairo_t *cr, bool begins)
{
  cairo_save(cr);
  cairo_identity_matrix(cr);
  cairo_new_path(cr);
  cairo_rectangle(cr, 0, 0, begins ? LEAF_MARK_BEGIN_PT : LEAF_MARK_END_PT, LEAF_MARK_HEIGHT_PT);
  cairo_fill(cr);
  cairo_restore(cr);
}

void canvas_leaf_begin(Canvas *canvas, Element element)
{
  g_assert(canvas->page_open && !canvas->leaf_open && !canvas->furniture);
  structure_mark(canvas->structure, element, canvas->page);
  canvas_leaf_mark(canvas->cr, true);
  canvas->leaf_open = true;
}

void canvas_leaf_end(Canvas *canvas)
{
  g_assert(canvas->leaf_open);
  canvas_leaf_mark(canvas->cr, false);
  canvas->leaf_open = false;
}

bool canvas_may_draw(const Canvas *canvas)
{
  return canvas->leaf_open || canvas->furniture;
}

void canvas_furniture_begin(Canvas *canvas, guint page)
{
  page_open(canvas, page);
  canvas->furniture = true;
}

GByteArray *canvas_end(Canvas *canvas, GError **error)
{
  page_end(canvas);
  cairo_status_t status = cairo_status(canvas->cr);
  cairo_surface_finish(canvas->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(canvas->surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "pages could not be drawn: %s", cairo_status_to_string(status));
    return NULL;
  }
  return g_steal_pointer(&canvas->bytes);
}
