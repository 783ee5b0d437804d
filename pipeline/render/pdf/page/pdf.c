/* The PDF renderer: pages drawn part by part, contents lists last, furniture after all; then finished. */
#include "base/file.h"
#include "render/format/renderer.h"
#include "render/pdf/finish/finish.h"
#include "render/pdf/page/attachment.h"
#include "render/pdf/page/blocks.h"
#include "render/pdf/page/page-links.h"

/* A stretch of a section that is drawn together. A list of contents, or a table with page numbers, needs the pages of
 * all the others, so its stretch is drawn last, on pages of its own that stand where they belong. */
typedef struct {
  const DocSection *section;
  guint first, end; /* blocks */
  bool deferred, new_page;
  Element sect;
  guint n_pages;
  guint first_page;   /* as drawn */
  guint first_number; /* pages before it in the document */
} Stretch;

typedef struct {
  const Document *document;
  Fonts *fonts;
  Structure *structure;
  Canvas *canvas;
  Furniture *furniture;
  Entries *entries;
  PageLinks *page_links;
  Draw draw;
  GArray *stretches; /* of Stretch; the index is the rank of its pages */
  GArray *pages;     /* of FlowPage, as drawn */
} Report;

static void report_clear(Report *report)
{
  furniture_free(report->furniture);
  canvas_free(report->canvas);
  structure_free(report->structure);
  fonts_free(report->fonts);
  entries_free(report->entries);
  page_links_free(report->page_links);
  if (report->stretches)
    g_array_unref(report->stretches);
  if (report->pages)
    g_array_unref(report->pages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Report, report_clear)

static bool report_init(Report *report, const Document *document, GError **error)
{
  *report = (Report){ .page_links = page_links_new(document) };
  document = report->document = page_links_document(report->page_links);
  report->fonts = fonts_new(document->style, error);
  if (!report->fonts)
    return false;
  report->structure = structure_new();
  report->canvas = canvas_new(report->structure);
  report->furniture = furniture_new();
  report->entries = entries_new(document);
  report->draw =
      (Draw){ document, document->style, report->fonts, report->canvas, report->structure, report->furniture, false };
  report->stretches = g_array_new(FALSE, TRUE, sizeof(Stretch));
  report->pages = g_array_new(FALSE, TRUE, sizeof(FlowPage));
  return true;
}

static Stretch *stretch_at(const Report *report, guint index)
{
  return &g_array_index(report->stretches, Stretch, index);
}

/* How many of the section's blocks must wait for page numbers. */
static guint after_contents(const DocSection *section)
{
  for (guint i = section->blocks->len; i > 0; i--)
    if (page_links_needed(g_ptr_array_index(section->blocks, i - 1)))
      return i;
  return 0;
}

static void add_stretch(Report *report, const DocSection *section, guint first, guint end, bool deferred, bool new_page)
{
  Stretch stretch = { .section = section, .first = first, .end = end, .deferred = deferred, .new_page = new_page };
  stretch.sect = structure_add(report->structure, 0, TAG_SECT);
  g_array_append_val(report->stretches, stretch);
}

static void plan_stretches(Report *report)
{
  bool after_deferred = false;
  for (guint i = 0; i < report->document->sections->len; i++) {
    const DocSection *section = g_ptr_array_index(report->document->sections, i);
    guint contents = after_contents(section), n = section->blocks->len;
    if (contents)
      add_stretch(report, section, 0, contents, true, true);
    if (contents < n)
      add_stretch(report, section, contents, n, false, contents || after_deferred || section->new_page);
    after_deferred = contents == n && (contents || after_deferred);
  }
}

static void flow_stretch(Report *report, Flow *flow, guint index)
{
  const Stretch *stretch = stretch_at(report, index);
  flow->rank = index;
  if (index && stretch_at(report, index - 1)->deferred)
    flow->last_level = 0; /* the heading before is not known yet */
  flow_section(flow, stretch->section, stretch->new_page);
  blocks_flow(flow, stretch->sect, stretch->section->blocks, stretch->first, stretch->end, report->entries);
  flow_flush(flow);
}

static void draw_body(Report *report)
{
  Flow flow;
  flow_init(&flow, &report->draw, report->pages);
  for (guint i = 0; i < report->stretches->len; i++)
    if (!stretch_at(report, i)->deferred)
      flow_stretch(report, &flow, i);
  flow_page_end(&flow);
  flow_clear(&flow);
}

/* One stretch by itself; dry: only its pages are counted and its headings' places learnt. */
static void draw_deferred(Report *report, guint index, bool dry)
{
  Flow flow;
  Draw draw = report->draw;
  draw.dry = dry;
  g_autoptr(GArray) counted = g_array_new(FALSE, TRUE, sizeof(FlowPage));
  flow_init(&flow, &draw, dry ? counted : report->pages);
  flow_stretch(report, &flow, index);
  flow_page_end(&flow);
  flow_clear(&flow);
  if (dry)
    stretch_at(report, index)->n_pages = counted->len;
}

static void number_pages(Report *report)
{
  for (guint i = report->pages->len; i-- > 0;) {
    Stretch *stretch = stretch_at(report, g_array_index(report->pages, FlowPage, i).rank);
    stretch->n_pages++;
    stretch->first_page = i;
  }
  for (guint i = 0; i < report->stretches->len; i++)
    if (stretch_at(report, i)->deferred)
      draw_deferred(report, i, true);
  guint number = 0;
  for (guint i = 0; i < report->stretches->len; i++) {
    stretch_at(report, i)->first_number = number;
    number += stretch_at(report, i)->n_pages;
  }
  for (guint i = 0; i < entries_count(report->entries); i++) {
    Entry *entry = entries_get(report->entries, i);
    const Stretch *stretch = entry->place.known ? stretch_at(report, entry->place.rank) : NULL;
    if (stretch)
      entry->number = stretch->first_number + entry->place.page - stretch->first_page + 1;
  }
}

/* order[i]: the drawn page that is the i-th of the document; numbers is its inverse. */
static void order_pages(const Report *report, guint *order, guint *numbers)
{
  guint n = 0;
  for (guint i = 0; i < report->stretches->len; i++) {
    const Stretch *stretch = stretch_at(report, i);
    for (guint k = 0; k < stretch->n_pages; k++)
      order[n++] = stretch->first_page + k;
  }
  for (guint i = 0; i < n; i++)
    numbers[order[i]] = i;
}

static void draw_all_deferred(Report *report)
{
  for (guint i = 0; i < report->stretches->len; i++) {
    Stretch *stretch = stretch_at(report, i);
    if (!stretch->deferred)
      continue;
    stretch->first_page = report->pages->len;
    draw_deferred(report, i, false);
    g_assert(report->pages->len - stretch->first_page == stretch->n_pages);
  }
}

static GByteArray *report_finish(Report *report, const guint *order, GError **error)
{
  guint n_pages = report->pages->len;
  g_autoptr(GByteArray) cairo_pdf = canvas_end(report->canvas, error);
  if (!cairo_pdf)
    return NULL;
  GString *data = attachment_write(report->document);
  Finish finish = { .cairo_pdf = cairo_pdf,
                    .n_pages = n_pages,
                    .order = order,
                    .structure = report->structure,
                    .document = report->document,
                    .stand_ins = fonts_stand_ins(report->fonts),
                    .attachment = data };
  GByteArray *bytes = finish_pdf(&finish, error);
  g_string_free(data, TRUE);
  return bytes;
}

/* A document without headings has one bookmark: its title. */
static void draw_bookmarks(const Report *report, guint first_page)
{
  if (contents_bookmarks(report->entries, report->structure))
    return;
  structure_target(report->structure, "start-of-document", first_page, 0);
  structure_bookmark(report->structure, 1, report->document->title, "start-of-document");
}

static GByteArray *report_draw(Report *report, GError **error)
{
  plan_stretches(report);
  draw_body(report);
  number_pages(report);
  page_links_number(report->page_links, report->entries);
  draw_all_deferred(report);
  if (!report->pages->len) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the document has nothing to show");
    return NULL;
  }
  guint n = report->pages->len;
  g_autofree guint *order = g_new0(guint, n), *numbers = g_new0(guint, n);
  g_autofree Running *running = g_new0(Running, n);
  order_pages(report, order, numbers);
  draw_bookmarks(report, order[0]);
  for (guint i = 0; i < n; i++)
    running[i] = g_array_index(report->pages, FlowPage, i).running;
  furniture_draw(report->furniture, &report->draw, running, numbers);
  return report_finish(report, order, error);
}

static bool write_pdf(const Document *document, const RenderOptions *options, Outputs *outputs, GError **error)
{
  (void)options;
  g_auto(Report) report = { 0 };
  if (!report_init(&report, document, error))
    return false;
  GByteArray *bytes = report_draw(&report, error);
  if (bytes) {
    outputs_add(outputs, NULL, g_byte_array_free_to_bytes(bytes));
    outputs_set_pages(outputs, report.pages->len);
    fonts_used(report.fonts, outputs);
  }
  return bytes != NULL;
}

const Renderer renderer_pdf = {
  .name = "pdf",
  .suffix = ".pdf",
  .about = "a tagged, accessible PDF for print and screen",
  .pages = true,
  .write = write_pdf,
};
