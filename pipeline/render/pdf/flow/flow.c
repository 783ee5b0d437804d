/* The flow: pages, waiting headings, boxes. */
#include "render/pdf/flow/flow.h"
#include "render/pdf/flow/prose-strip.h"

static const double frame_pad_pt = 8, frame_bar_pt = 3, mm_pt = 72 / 25.4;

typedef struct {
  Strip *strip;
  Element element;
  const char *id;
  FlowPlace *place;
} Waiting;

static void waiting_free(gpointer data)
{
  Waiting *waiting = data;
  strip_free(waiting->strip);
  g_free(waiting);
}

void flow_init(Flow *flow, const Draw *draw, GArray *pages)
{
  *flow = (Flow){ .draw = *draw, .pages = pages };
  flow->waiting = g_ptr_array_new_with_free_func(waiting_free);
}

void flow_clear(Flow *flow)
{
  g_clear_pointer(&flow->waiting, g_ptr_array_unref);
}

static double length_pt(OptAmount length_mm)
{
  return length_mm.given ? CLAMP(amount_to_double(length_mm.amount), 0, 5000) * mm_pt : 0;
}

/* The text area; a page style whose margins leave nothing gets a tenth of the page. */
static void measure_page(Flow *flow)
{
  const PageStyle *style = flow->page_style;
  double width_pt = MAX(length_pt(style->width_mm), 100), height_pt = MAX(length_pt(style->height_mm), 100);
  flow->left_pt = length_pt(style->left_mm);
  flow->top_pt = length_pt(style->top_mm);
  flow->width_pt = MAX(width_pt - flow->left_pt - length_pt(style->right_mm), width_pt / 10);
  flow->bottom_pt = MAX(height_pt - length_pt(style->bottom_mm), flow->top_pt + height_pt / 10);
  if (flow->frame) {
    flow->left_pt += frame_pad_pt + frame_bar_pt;
    flow->width_pt -= 2 * frame_pad_pt + frame_bar_pt;
    flow->bottom_pt -= frame_pad_pt;
  }
}

static void page_begin(Flow *flow)
{
  FlowPage page = { { flow->section, flow->page_style }, flow->rank };
  measure_page(flow);
  g_array_append_val(flow->pages, page);
  flow->page = flow->pages->len - 1;
  if (!flow->draw.dry)
    canvas_page_begin(flow->draw.canvas, MAX(length_pt(flow->page_style->width_mm), 100),
                      MAX(length_pt(flow->page_style->height_mm), 100));
  flow->y_pt = flow->top_pt;
  flow->page_open = flow->empty = flow->at_top = true;
  flow->after_pt = 0;
  if (flow->frame) {
    flow->frame_top_pt = flow->y_pt;
    flow->y_pt += frame_pad_pt;
  }
}

static void frame_close(Flow *flow)
{
  double left_pt = flow->left_pt - frame_pad_pt - frame_bar_pt;
  double width_pt = flow->width_pt + 2 * frame_pad_pt + frame_bar_pt;
  double height_pt = flow->y_pt + frame_pad_pt - flow->frame_top_pt;
  flow_fill(flow, LAYER_FRAME, "box", left_pt, flow->frame_top_pt, width_pt, height_pt);
  flow_fill(flow, LAYER_FRAME, flow->frame, left_pt, flow->frame_top_pt, frame_bar_pt, height_pt);
}

void flow_page_end(Flow *flow)
{
  if (flow->page_open && flow->frame)
    frame_close(flow);
  flow->page_open = false;
}

void flow_page_break(Flow *flow)
{
  flow_page_end(flow);
  page_begin(flow);
}

void flow_section(Flow *flow, const DocSection *section, bool new_page)
{
  const PageStyle *style = style_page(flow->draw.style, section->page);
  if (new_page || style != flow->page_style)
    flow_page_end(flow);
  flow->section = section;
  flow->page_style = style;
  if (!flow->page_open)
    measure_page(flow);
}

double flow_room_pt(const Flow *flow)
{
  return flow->page_open ? flow->bottom_pt - flow->y_pt : 0;
}

double flow_page_room_pt(const Flow *flow)
{
  return flow->bottom_pt - flow->top_pt;
}

void flow_wait(Flow *flow, Strip *strip, Element element, const char *id, FlowPlace *ret_place)
{
  Waiting *waiting = g_new(Waiting, 1);
  *waiting = (Waiting){ strip, element, id, ret_place };
  g_ptr_array_add(flow->waiting, waiting);
}

/* Height of what waits, from the gap above the first to the gap below the last. */
static double waiting_height_pt(const Flow *flow, double *ret_after_pt)
{
  double height_pt = 0, after_pt = flow->at_top ? 0 : flow->after_pt;
  for (guint i = 0; i < flow->waiting->len; i++) {
    const Waiting *waiting = g_ptr_array_index(flow->waiting, i);
    bool top = flow->at_top && i == 0;
    height_pt += (top ? 0 : MAX(after_pt, strip_before_pt(waiting->strip))) + strip_height_pt(waiting->strip);
    after_pt = strip_after_pt(waiting->strip);
  }
  *ret_after_pt = after_pt;
  return height_pt;
}

static void place_gap(Flow *flow, double before_pt)
{
  if (!flow->at_top)
    flow->y_pt += MAX(flow->after_pt, before_pt);
  flow->after_pt = 0;
}

void flow_advance(Flow *flow, double height_pt, double after_pt)
{
  flow->y_pt += height_pt;
  flow->after_pt = after_pt;
  flow->empty = flow->at_top = false;
}

/* Draws one strip over pages from y, the gap above it already placed. */
static void draw_over_pages(Flow *flow, Strip *strip, Element element)
{
  const Step *steps;
  guint n = strip_steps(strip, &steps);
  for (guint done = 0; done < n;) {
    guint take = place_fit(steps, n, done, flow_room_pt(flow), flow->empty);
    if (take) {
      strip_draw(strip, &flow->draw, element, done, take, flow->left_pt, flow->y_pt);
      flow_advance(flow, place_height_pt(steps, done, take), 0);
      done += take;
    }
    if (done < n)
      flow_page_break(flow);
  }
  flow->after_pt = strip_after_pt(strip);
}

static void draw_waiting(Flow *flow)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer(&flow->waiting);
  flow->waiting = g_ptr_array_new_with_free_func(waiting_free);
  for (guint i = 0; i < waiting->len; i++) {
    Waiting *w = g_ptr_array_index(waiting, i);
    place_gap(flow, strip_before_pt(w->strip));
    if (w->id && !flow->draw.dry)
      structure_target(flow->draw.structure, w->id, flow->page, flow->y_pt);
    if (w->place)
      *w->place = (FlowPlace){ true, g_array_index(flow->pages, FlowPage, flow->page).rank, flow->page };
    draw_over_pages(flow, w->strip, w->element);
  }
}

void flow_need(Flow *flow, double before_pt, double least_pt)
{
  if (!flow->page_open)
    page_begin(flow);
  double after_pt, waiting_pt = waiting_height_pt(flow, &after_pt);
  bool top = flow->at_top && !flow->waiting->len;
  double need_pt = waiting_pt + (top ? 0 : MAX(after_pt, before_pt)) + least_pt;
  if (need_pt > flow_room_pt(flow) + 0.01 && !flow->empty)
    flow_page_break(flow);
  if (flow->waiting->len)
    draw_waiting(flow);
  place_gap(flow, before_pt);
}

void flow_strip(Flow *flow, Strip *strip, Element element)
{
  const Step *steps;
  guint n = strip_steps(strip, &steps);
  if (!n)
    return;
  flow_need(flow, strip_before_pt(strip), place_least_pt(steps, n, 0));
  draw_over_pages(flow, strip, element);
}

void flow_flush(Flow *flow)
{
  if (flow->waiting->len)
    flow_need(flow, 0, 0);
}

void flow_frame_begin(Flow *flow, const char *tone, double least_pt)
{
  flow_need(flow, 8, least_pt + 2 * frame_pad_pt);
  flow->frame = g_strcmp0(tone, "warning") == 0 ? "amber" : "rule";
  flow->frame_top_pt = flow->y_pt;
  measure_page(flow);
  flow->y_pt += frame_pad_pt;
  flow->at_top = true;
}

void flow_frame_end(Flow *flow)
{
  flow_flush(flow);
  frame_close(flow);
  flow->frame = NULL;
  flow->y_pt += frame_pad_pt;
  flow->empty = flow->at_top = false;
  flow->after_pt = 8;
  measure_page(flow);
}

double flow_frame_width_pt(void)
{
  return 2 * frame_pad_pt + frame_bar_pt;
}

void flow_keep(Flow *flow, double height_pt)
{
  double after_pt, waiting_pt = waiting_height_pt(flow, &after_pt);
  double need_pt = waiting_pt + (flow->at_top && !flow->waiting->len ? 0 : after_pt) + height_pt;
  if (flow->page_open && !flow->empty && need_pt > flow_room_pt(flow) &&
      height_pt + waiting_pt < flow_page_room_pt(flow))
    flow_page_break(flow);
}

void flow_init_endless(Flow *flow, const Flow *like, double width_pt)
{
  Draw draw = like->draw;
  draw.dry = true;
  flow_init(flow, &draw, g_array_new(FALSE, FALSE, sizeof(FlowPage)));
  flow->section = like->section;
  flow->page_style = like->page_style;
  flow->last_level = like->last_level;
  flow->endless = true;
  page_begin(flow);
  flow->y_pt = 0;
  flow->width_pt = width_pt;
  flow->bottom_pt = 1e9;
}

void flow_clear_endless(Flow *flow)
{
  g_array_unref(flow->pages);
  flow_clear(flow);
}

void flow_fill(Flow *flow, Layer layer, const char *colour, double x_pt, double y_pt, double width_pt, double height_pt)
{
  if (!flow->draw.dry && width_pt > 0 && height_pt > 0)
    furniture_fill(flow->draw.furniture, flow->page, layer, colour, x_pt, y_pt, width_pt, height_pt);
}
