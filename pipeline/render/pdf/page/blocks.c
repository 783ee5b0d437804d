/* Blocks: headings, paragraphs, prose, tables, charts, boxes and what is kept together. */
#include "render/pdf/page/blocks.h"
#include "render/pdf/chart/chart.h"
#include "render/pdf/flow/prose-strip.h"
#include "render/pdf/flow/prose-table.h"
#include "render/pdf/flow/prose-wide.h"
#include "render/pdf/table/table.h"

typedef struct {
  Flow *flow;
  Element parent;
  const Entries *entries;
} Spot;

static Element add_element(const Spot *p, Tag tag)
{
  return p->flow->draw.dry ? 0 : structure_add(p->flow->draw.structure, p->parent, tag);
}

/* ---- words ----------------------------------------------------------------------------------------------------- */
static void draw_heading(const Spot *p, const Heading *heading)
{
  Flow *flow = p->flow;
  const TypeStyle *type = heading_type(flow->draw.style, heading->level);
  Element element = add_element(p, heading_tag(heading->level, &flow->last_level));
  Strip *strip = strip_new();
  double before_pt = amount_pt(type->before_pt), after_pt = amount_pt(type->after_pt), number_pt = 0;
  if (heading->number) {
    g_autofree char *number = g_strconcat(heading->number, " ", NULL);
    number_pt = MIN(MAX(text_width_pt(flow->draw.fonts, type, heading->number) + 9, 30), flow->width_pt / 3);
    strip_add(strip, STRIP_ROOT, lines_new_text(flow->draw.fonts, type, number, number_pt), ALIGN_START, 0, number_pt,
              before_pt, after_pt);
  }
  double width_pt = flow->width_pt - number_pt;
  Lines *lines = lines_new(flow->draw.fonts, type, heading->runs, width_pt);
  if (heading->number)
    strip_beside(strip, STRIP_ROOT, lines, ALIGN_START, number_pt, width_pt);
  else
    strip_add(strip, STRIP_ROOT, lines, ALIGN_START, 0, width_pt, before_pt, after_pt);
  Entry *entry = p->entries ? entries_find(p->entries, heading) : NULL;
  flow_wait(flow, strip, element, entry ? entry->id : heading->id, entry ? &entry->place : NULL);
}

/* A footnote: its number, which leads back to where it stands, and beside it its words. */
static void draw_note(const Spot *p, const Para *para)
{
  Flow *flow = p->flow;
  const TypeStyle *type = style_type(flow->draw.style, para->style ? para->style : "note");
  g_autofree char *number = g_strdup_printf("[%d]", para->note), *href = g_strdup_printf("#note:%d-ref", para->note);
  Run label = { .text = number, .style = RUN_NOTE, .href = href };
  gpointer only[] = { &label };
  const GPtrArray runs = { only, 1 };
  double label_pt = MAX(text_width_pt(flow->draw.fonts, type, number), 14), width_pt = flow->width_pt - label_pt;
  g_autoptr(Strip) strip = strip_new();
  strip_add(strip, strip_node(strip, STRIP_ROOT, TAG_LBL), lines_new(flow->draw.fonts, type, &runs, label_pt),
            ALIGN_START, 0, label_pt, amount_pt(type->before_pt), amount_pt(type->after_pt));
  guint words = strip_node(strip, STRIP_ROOT, TAG_P);
  if (para->lang)
    strip_node_lang(strip, words, para->lang);
  strip_beside(strip, words, lines_new(flow->draw.fonts, type, para->runs, width_pt), ALIGN_START, label_pt, width_pt);
  flow_strip(flow, strip, add_element(p, TAG_NOTE));
}

static void draw_para(const Spot *p, const Para *para)
{
  if (para->note > 0) {
    draw_note(p, para);
    return;
  }
  Flow *flow = p->flow;
  const TypeStyle *type = style_type(flow->draw.style, para->style ? para->style : "body");
  g_autoptr(Strip) strip = strip_new();
  strip_add(strip, STRIP_ROOT, lines_new(flow->draw.fonts, type, para->runs, flow->width_pt), ALIGN_START, 0,
            flow->width_pt, amount_pt(type->before_pt), amount_pt(type->after_pt));
  Element element = add_element(p, TAG_P);
  if (para->lang && !flow->draw.dry)
    structure_set_lang(flow->draw.structure, element, para->lang);
  flow_strip(flow, strip, element);
}

static bool is_table(const Prose *prose, guint index)
{
  return ((const ProseBlock *)g_ptr_array_index(prose->blocks, index))->kind == PROSE_TABLE;
}

static void draw_prose_table(const Spot *p, const ProseBlock *block)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GPtrArray) parts = prose_wide_parts(arena, &p->flow->draw, block, p->flow->width_pt);
  for (guint i = 0; i < parts->len; i++) {
    g_autoptr(ProseTable) table = prose_table_new(g_ptr_array_index(parts, i));
    table_flow(p->flow, p->parent, prose_table(table));
  }
}

/* Prose between its tables in strips; a sub-heading at a strip's end waits for the table below. */
static void draw_prose(const Spot *p, const Text *text)
{
  Flow *flow = p->flow;
  const Prose *prose = text->prose;
  ProseLook look = { flow->draw.fonts, flow->draw.style,
                     style_type(flow->draw.style, text->style ? text->style : "body"), CLAMP(text->level, 1, 6),
                     &flow->last_level };
  for (guint first = 0, end; prose && first < prose->blocks->len; first = end) {
    end = first + 1;
    if (is_table(prose, first)) {
      draw_prose_table(p, g_ptr_array_index(prose->blocks, first));
      continue;
    }
    while (end < prose->blocks->len && !is_table(prose, end))
      end++;
    g_autoptr(Strip) strip = strip_new();
    prose_strip(strip, &look, STRIP_ROOT, prose, first, end, 0, flow->width_pt);
    flow_strip(flow, strip, p->parent);
  }
}

/* ---- charts ---------------------------------------------------------------------------------------------------- */
static double chart_share(const Chart *chart)
{
  return chart->width_share > 0 && chart->width_share < 100 ? chart->width_share / 100.0 : 1;
}

static void draw_chart(const Spot *p, const Chart *chart, double x_pt, double width_pt, double height_pt)
{
  Flow *flow = p->flow;
  Element figure = add_element(p, TAG_FIGURE);
  if (flow->draw.dry)
    return;
  structure_set_alt(flow->draw.structure, figure, chart->alt ? chart->alt : chart->title ? chart->title : "");
  structure_set_bbox(flow->draw.structure, figure, flow->page, x_pt, flow->y_pt, width_pt, height_pt);
  canvas_leaf_begin(flow->draw.canvas, figure);
  chart_draw(flow->draw.fonts, flow->draw.canvas, flow->draw.document, chart, x_pt, flow->y_pt, width_pt);
  canvas_leaf_end(flow->draw.canvas);
}

/* Neighbours whose shares fit stand side by side. Returns how many were drawn. */
static guint draw_charts(const Spot *p, const GPtrArray *blocks, guint first, guint end)
{
  static const double gap_pt = 14, before_pt = 6, after_pt = 10;
  Flow *flow = p->flow;
  double shares = 0, height_pt = 0;
  guint n = 0;
  for (; first + n < end; n++) {
    const Chart *chart = g_ptr_array_index(blocks, first + n);
    if (chart->record.spec != &chart_spec || (n && shares + chart_share(chart) > 1.001))
      break;
    shares += chart_share(chart);
  }
  double room_pt = flow->width_pt - (n - 1) * gap_pt;
  for (guint i = 0; i < n; i++) {
    const Chart *chart = g_ptr_array_index(blocks, first + i);
    height_pt = MAX(height_pt, chart_height_pt(flow->draw.document, chart, room_pt * chart_share(chart)));
  }
  flow_need(flow, before_pt, height_pt);
  double x_pt = flow->left_pt;
  for (guint i = 0; i < n; i++) {
    const Chart *chart = g_ptr_array_index(blocks, first + i);
    double width_pt = room_pt * chart_share(chart);
    draw_chart(p, chart, x_pt, width_pt, chart_height_pt(flow->draw.document, chart, width_pt));
    x_pt += width_pt + gap_pt;
  }
  flow_advance(flow, height_pt, after_pt);
  return n;
}

/* ---- boxes and what is kept together ---------------------------------------------------------------------------- */
/* Height of blocks on an endless page, with the gap above the first or without. */
static double blocks_height_pt(const Spot *p, const GPtrArray *blocks, double width_pt, bool with_gap)
{
  Flow flow;
  flow_init_endless(&flow, p->flow, width_pt);
  flow.at_top = !with_gap;
  blocks_flow(&flow, 0, blocks, 0, blocks->len, NULL);
  flow_flush(&flow);
  double height_pt = flow.y_pt;
  flow_clear_endless(&flow);
  return height_pt;
}

static void draw_box(const Spot *p, const Box *box)
{
  Flow *flow = p->flow;
  double height_pt = blocks_height_pt(p, box->blocks, flow->width_pt - flow_frame_width_pt(), false);
  bool whole = height_pt < flow_page_room_pt(flow) * 0.8;
  flow_frame_begin(flow, box->tone, whole ? height_pt : 60);
  Spot inside = { flow, add_element(p, TAG_DIV), p->entries };
  blocks_flow(flow, inside.parent, box->blocks, 0, box->blocks->len, p->entries);
  flow_frame_end(flow);
}

static void draw_keep(const Spot *p, const Keep *keep)
{
  Flow *flow = p->flow;
  double height_pt = blocks_height_pt(p, keep->blocks, flow->width_pt, true);
  flow_keep(flow, height_pt);
  blocks_flow(flow, p->parent, keep->blocks, 0, keep->blocks->len, p->entries);
}

void blocks_flow(Flow *flow, Element parent, const GPtrArray *blocks, guint first, guint end, const Entries *entries)
{
  Spot p = { flow, parent, entries };
  for (guint i = first; i < end; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &heading_spec)
      draw_heading(&p, (const Heading *)block);
    else if (block->spec == &para_spec)
      draw_para(&p, (const Para *)block);
    else if (block->spec == &text_spec)
      draw_prose(&p, (const Text *)block);
    else if (block->spec == &table_spec)
      table_flow(flow, parent, (const Table *)block);
    else if (block->spec == &chart_spec)
      i += draw_charts(&p, blocks, i, end) - 1;
    else if (block->spec == &box_spec)
      draw_box(&p, (const Box *)block);
    else if (block->spec == &keep_spec)
      draw_keep(&p, (const Keep *)block);
    else if (block->spec == &contents_spec)
      contents_flow(flow, parent, (const Contents *)block, entries);
  }
}
