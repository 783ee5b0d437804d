/* The sample is drawn with cairo alone: structure and finish do not need the flow. Contents are drawn last, shown
 * second. */
#include "sample.h"
#include "render/pdf/canvas/canvas.h"
#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>

typedef struct {
  cairo_t *cr;
  Structure *structure;
  guint page;
  double y_pt;
  SampleKind kind;
} Pen;

const char *const sample_words =
    "Quarterly report Contents Progress 3 Progress Names: Władysław Siân Dŵr (a/b) 0 0 0.125 0.625 re f /ActualText – "
    "as text. "
    "Indicator Value HP 1 begins here and ends there 6.87 HP 2 8.00 1. First 2. Second Green Note: provisional.";

static cairo_status_t collect(void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append(bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void leaf(Pen *pen, Element element, double x_pt, const char *text)
{
  structure_mark(pen->structure, element, pen->page);
  canvas_leaf_mark(pen->cr, true);
  cairo_move_to(pen->cr, x_pt, pen->y_pt);
  cairo_show_text(pen->cr, text);
  canvas_leaf_mark(pen->cr, false);
}

static Element add_leaf(Pen *pen, Element parent, Tag tag, double x_pt, const char *text)
{
  Element element = structure_add(pen->structure, parent, tag);
  leaf(pen, element, x_pt, text);
  return element;
}

static void page_end(Pen *pen)
{
  cairo_show_page(pen->cr);
  pen->page++;
  pen->y_pt = 100;
}

static void head_row(Pen *pen, Element table)
{
  Element head = structure_add(pen->structure, table, TAG_THEAD), row = structure_add(pen->structure, head, TAG_TR);
  structure_set_scope(pen->structure, add_leaf(pen, row, TAG_TH, 72, "Indicator "), SCOPE_COLUMN);
  structure_set_scope(pen->structure, add_leaf(pen, row, TAG_TH, 300, "Value "), SCOPE_COLUMN);
  pen->y_pt += 20;
}

/* The row of HP 1 runs over the end of the page. */
static void draw_table(Pen *pen)
{
  Element table = structure_add(pen->structure, 0, TAG_TABLE);
  head_row(pen, table);
  Element body = structure_add(pen->structure, table, TAG_TBODY), row = structure_add(pen->structure, body, TAG_TR);
  Element name = add_leaf(pen, row, TAG_TH, 72, "HP 1 begins here ");
  structure_set_scope(pen->structure, name, SCOPE_ROW);
  page_end(pen);
  leaf(pen, name, 72, "and ends there ");
  add_leaf(pen, row, TAG_TD, 300, "6.87 ");
  pen->y_pt += 20;
  row = structure_add(pen->structure, body, TAG_TR);
  structure_set_scope(pen->structure, add_leaf(pen, row, TAG_TH, 72, "HP 2 "), SCOPE_ROW);
  add_leaf(pen, row, TAG_TD, 300, "8.00 ");
  pen->y_pt += 40;
}

static void draw_list(Pen *pen)
{
  static const char *const items[][2] = { { "1. ", "First " }, { "2. ", "Second " } };
  Element list = structure_add(pen->structure, 0, TAG_L);
  structure_set_numbering(pen->structure, list, "Decimal");
  for (guint i = 0; i < 2; i++) {
    Element item = structure_add(pen->structure, list, TAG_LI);
    add_leaf(pen, item, TAG_LBL, 72, items[i][0]);
    add_leaf(pen, item, TAG_LBODY, 90, items[i][1]);
    pen->y_pt += 20;
  }
}

static void draw_figure(Pen *pen)
{
  Element para = structure_add(pen->structure, 0, TAG_P), figure = structure_add(pen->structure, para, TAG_FIGURE);
  structure_set_alt(pen->structure, figure, "Green – on target");
  structure_set_bbox(pen->structure, figure, pen->page, 72, pen->y_pt, 10, 10);
  structure_mark(pen->structure, figure, pen->page);
  canvas_leaf_mark(pen->cr, true);
  cairo_rectangle(pen->cr, 72, pen->y_pt, 10, 10);
  cairo_fill(pen->cr);
  canvas_leaf_mark(pen->cr, false);
  pen->y_pt += 10;
  leaf(pen, para, 90, "Green ");
}

static void draw_fault(Pen *pen)
{
  switch (pen->kind) {
  case SAMPLE_LEAF_LOST:
    structure_mark(pen->structure, structure_add(pen->structure, 0, TAG_P), pen->page);
    break;
  case SAMPLE_LEAF_NESTED:
    canvas_leaf_mark(pen->cr, true);
    add_leaf(pen, structure_add(pen->structure, 0, TAG_P), TAG_SPAN, 72, "inner ");
    structure_mark(pen->structure, structure_add(pen->structure, 0, TAG_P), pen->page);
    canvas_leaf_mark(pen->cr, false);
    break;
  case SAMPLE_GLYPH_SHARED:
    add_leaf(pen, 0, TAG_P, 72, "\xF0\x90\x8E\x80 \xF0\x90\x8E\x81 "); /* no font of ours has these */
    break;
  case SAMPLE_LINK_DEAD: {
    Element link = add_leaf(pen, structure_add(pen->structure, 0, TAG_P), TAG_LINK, 72, "see there ");
    structure_link(pen->structure, link, pen->page, 72, pen->y_pt, 40, 10, NULL, "nowhere", "See there");
    break;
  }
  case SAMPLE_BOOKMARK_DEAD:
    structure_bookmark(pen->structure, 1, "Nowhere", "nowhere");
    break;
  default:
    break;
  }
}

static void draw_contents(Pen *pen, Element contents)
{
  add_leaf(pen, contents, TAG_CAPTION, 72, "Contents ");
  pen->y_pt += 20;
  Element item = structure_add(pen->structure, contents, TAG_TOCI);
  Element reference = structure_add(pen->structure, item, TAG_REFERENCE);
  Element link = structure_add(pen->structure, reference, TAG_LINK);
  leaf(pen, link, 72, "Progress 3 ");
  structure_link(pen->structure, link, pen->page, 72, pen->y_pt - 10, 80, 12, NULL, "progress", "Progress, page 3");
}

static void draw_body(Pen *pen)
{
  Structure *structure = pen->structure;
  structure_target(structure, "top", 0, 80);
  structure_bookmark(structure, 1, "Quarterly report", "top");
  add_leaf(pen, 0, TAG_H1, 72, "Quarterly report ");
  Element contents = structure_add(structure, 0, TAG_TOC); /* filled when page numbers are known */
  page_end(pen);
  structure_target(structure, "progress", pen->page, 80);
  structure_bookmark(structure, 2, "Progress (1/2)", "progress");
  add_leaf(pen, 0, TAG_H2, 72, "Progress ");
  pen->y_pt += 20;
  add_leaf(pen, 0, TAG_P, 72, "Names: Władysław Siân Dŵr (a/b) 0 0 0.125 0.625 re f /ActualText – as text. ");
  pen->y_pt += 20;
  draw_table(pen);
  draw_list(pen);
  draw_figure(pen);
  draw_fault(pen);
  pen->y_pt += 20;
  add_leaf(pen, structure_add(structure, 0, TAG_P), TAG_NOTE, 72, "Note: provisional. ");
  page_end(pen);
  draw_contents(pen, contents);
  page_end(pen);
}

static void draw_furniture(Pen *pen, guint n_pages)
{
  for (guint i = 0; i < n_pages; i++) {
    cairo_move_to(pen->cr, 72, 800);
    cairo_show_text(pen->cr, "Page of furniture");
    cairo_show_page(pen->cr);
  }
}

static GByteArray *draw(Structure *structure, SampleKind kind, guint *ret_pages)
{
  GByteArray *bytes = g_byte_array_new();
  if (kind == SAMPLE_COMPRESSED)
    g_unsetenv("CAIRO_DEBUG_PDF");
  else
    g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, bytes, 595, 842);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2010-01-01T00:00:00Z");
  Pen pen = { .cr = cairo_create(surface), .structure = structure, .y_pt = 100, .kind = kind };
  cairo_select_font_face(pen.cr, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  draw_body(&pen);
  draw_furniture(&pen, kind == SAMPLE_PAGE_LOST ? pen.page - 1 : pen.page);
  *ret_pages = pen.page;
  cairo_destroy(pen.cr);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  return bytes;
}

/* The same file with its objects in object streams. */
static GByteArray *packed(const GByteArray *plain)
{
  qpdf_data qpdf = qpdf_init();
  qpdf_read_memory(qpdf, "plain", (const char *)plain->data, plain->len, NULL);
  qpdf_init_write_memory(qpdf);
  qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
  qpdf_set_static_ID(qpdf, QPDF_TRUE);
  g_assert(!(qpdf_write(qpdf) & QPDF_ERRORS));
  GByteArray *bytes =
      g_byte_array_append(g_byte_array_new(), qpdf_get_buffer(qpdf), (guint)qpdf_get_buffer_length(qpdf));
  qpdf_cleanup(&qpdf);
  return bytes;
}

GByteArray *sample_try(SampleKind kind, GError **error)
{
  g_autoptr(GString) data = g_string_new("<document/>");
  const guint order[] = { 0, 3, kind == SAMPLE_ORDER_WRONG ? 3 : 1, 2 };
  g_autoptr(Structure) structure = structure_new();
  guint n_pages = 0;
  g_autoptr(GByteArray) drawn = draw(structure, kind, &n_pages);
  bool other_form = kind == SAMPLE_PACKED || kind == SAMPLE_DAMAGED;
  g_autoptr(GByteArray) bytes = other_form ? packed(drawn) : g_byte_array_ref(drawn);
  if (kind == SAMPLE_DAMAGED)
    g_byte_array_set_size(bytes, 20);
  const Document document = { .lang = (char *)"en-GB",
                              .title = (char *)"Quarterly report <1> & Władysław",
                              .council = (char *)"Borough Council",
                              .subject = (char *)"Quarter 4",
                              .date = { 2010, 3, 31 } };
  const Finish finish = { .cairo_pdf = bytes,
                          .n_pages = n_pages,
                          .order = order,
                          .structure = structure,
                          .document = &document,
                          .attachment = data };
  return finish_pdf(&finish, error);
}

GByteArray *sample_pdf(void)
{
  GError *error = NULL;
  GByteArray *result = sample_try(SAMPLE_GOOD, &error);
  g_assert_no_error(error);
  return result;
}
