/* Tables over pages: head, groups with their labels, rows kept together where they belong together. */
#include "render/pdf/table/table.h"
#include "render/pdf/flow/prose-strip.h"
#include "render/pdf/table/table-head.h"
#include "render/pdf/table/table-row.h"

static const double before_pt = 4, after_pt = 10;

typedef struct {
  Flow *flow;
  Grid *grid;
  TableHead *head; /* NULL: not shown */
  Element table, body;
  const RowGroup *group;
  TableRow *again; /* the group's label with "(continued)", made when needed */
  GQueue ahead;    /* of TableRow: measured, not drawn; the first is row `next` of the group */
  guint next;
  guint hung_end; /* rows before it hang together: cells that cover several of them hang beside them */
  bool repeated, again_repeated;
  bool fresh; /* nothing but repeated headings on this page: what does not fit must be parted */
} Setting;

/* ---- what is kept together ------------------------------------------------------------------------------------- */
static TableRow *measured(Setting *s, guint index)
{
  while (s->ahead.length <= index - s->next)
    g_queue_push_tail(&s->ahead, table_row_new(&s->flow->draw, s->grid,
                                               g_ptr_array_index(s->group->rows, s->next + s->ahead.length)));
  return g_queue_peek_nth(&s->ahead, index - s->next);
}

static int row_kind(const Setting *s, guint index)
{
  return index < s->group->rows->len ? ((const Row *)g_ptr_array_index(s->group->rows, index))->kind : ROW_NONE;
}

/* ---- rows bound by cells that cover several of them
 * ------------------------------------------------------------------ */
static guint band_end(const Setting *s)
{
  const GPtrArray *rows = s->group->rows;
  guint end = s->next + 1;
  while (end < rows->len && ((const Row *)g_ptr_array_index(rows, end - 1))->open)
    end++;
  return end;
}

static void set_band(Setting *s, guint end, bool hang)
{
  for (guint i = s->next; i < end; i++)
    table_row_hang(measured(s, i), hang);
  s->hung_end = hang ? end : s->next;
}

/* Height of the rows that are bound to the next one, hung together; 0: there are none, or no page holds them all. */
static double band_pt(Setting *s)
{
  guint end = band_end(s);
  double height_pt = 0, most_pt = flow_page_room_pt(s->flow) - (s->head ? table_head_height_pt(s->head) : 0);
  if (end == s->next + 1 || s->next < s->hung_end)
    return 0;
  g_autoptr(GPtrArray) rows = g_ptr_array_new();
  for (guint i = s->next; i < end && height_pt <= most_pt; i++) {
    g_ptr_array_add(rows, measured(s, i));
    table_row_hang(measured(s, i), true);
    height_pt += table_row_height_pt(measured(s, i));
  }
  guint seen = s->next + rows->len;
  if (seen == end)
    table_rows_stretch((TableRow *const *)(void *)rows->pdata, rows->len);
  height_pt = 0;
  for (guint i = 0; i < rows->len; i++)
    height_pt += table_row_height_pt(g_ptr_array_index(rows, i));
  if (seen == end && height_pt <= most_pt)
    return height_pt;
  set_band(s, seen, false);
  return 0;
}

/* The rows bound to the next one hang together if there is room for them here. */
static void settle_band(Setting *s)
{
  double height_pt = band_pt(s);
  if (height_pt > 0 && height_pt <= flow_room_pt(s->flow) + 0.01)
    s->hung_end = band_end(s);
  else if (height_pt > 0)
    set_band(s, band_end(s), false);
}

/* Height of the least that may begin with the next row: a title row stays with the row below it, a total with the one
 * above. */
static double chain_pt(Setting *s)
{
  enum { CHAIN_AT_MOST = 8 };
  double height_pt = band_pt(s);
  guint n = s->group->rows->len;
  if (height_pt > 0)
    return height_pt;
  for (guint i = s->next; i < n && i < s->next + CHAIN_AT_MOST; i++) {
    TableRow *row = measured(s, i);
    bool total_next = row_kind(s, i + 1) == ROW_SUBTOTAL || row_kind(s, i + 1) == ROW_TOTAL;
    if (i + 1 < n && (row_kind(s, i) == ROW_HEADING || (total_next && table_row_short(row)))) {
      height_pt += table_row_height_pt(row);
      continue;
    }
    double row_pt = table_row_height_pt(row);
    return height_pt +
           (row_pt <= flow_page_room_pt(s->flow) / 7 ? row_pt : table_row_least_pt(row)); /* small: not parted */
  }
  return height_pt;
}

/* ---- pages ----------------------------------------------------------------------------------------------------- */
static bool may_repeat(const Setting *s, double height_pt)
{
  return height_pt < flow_page_room_pt(s->flow) / 3;
}

static bool has_label(const RowGroup *group)
{
  return group->label && group->label->len;
}

static void free_row(gpointer row)
{
  table_row_free(row);
}

static void free_head(gpointer head)
{
  table_head_free(head);
}

static void page_break(Setting *s, bool inside_group)
{
  flow_page_break(s->flow);
  if (s->head && may_repeat(s, table_head_height_pt(s->head))) {
    table_head_repeat(s->head, s->flow);
    s->repeated = true;
  }
  if (inside_group && has_label(s->group)) {
    if (!s->again)
      s->again =
          table_row_label(&s->flow->draw, s->grid, s->group->label, document_word(s->flow->draw.document, "continued"));
    if (may_repeat(s, table_row_height_pt(s->again))) {
      table_row_repeat(s->again, s->flow);
      s->again_repeated = true;
    }
  }
  s->fresh = true;
}

/* Repeated strips are drawn at the end: they live as long as the furniture. */
static void keep_or_free(const Setting *s, gpointer object, bool repeated, GDestroyNotify destroy)
{
  if (object && repeated && !s->flow->draw.dry)
    furniture_own(s->flow->draw.furniture, object, destroy);
  else if (object)
    destroy(object);
}

/* ---- rows and groups ------------------------------------------------------------------------------------------- */
static void draw_row(Setting *s, TableRow *row)
{
  while (!table_row_done(row)) {
    double height_pt = table_row_draw(row, s->flow, s->body, flow_room_pt(s->flow), s->fresh);
    if (height_pt > 0) {
      flow_advance(s->flow, height_pt, after_pt);
      s->fresh = false;
    }
    if (!table_row_done(row))
      page_break(s, true);
  }
}

/* A row without a group to say again. */
static void draw_apart(Setting *s, TableRow *row)
{
  while (!table_row_done(row)) {
    double height_pt = table_row_draw(row, s->flow, s->body, flow_room_pt(s->flow), s->fresh);
    if (height_pt > 0)
      flow_advance(s->flow, height_pt, after_pt);
    if (!table_row_done(row))
      page_break(s, false);
  }
}

static void draw_group(Setting *s, TableRow *label)
{
  double label_pt = label ? table_row_height_pt(label) : 0;
  if (!s->fresh && label_pt + chain_pt(s) > flow_room_pt(s->flow) + 0.01)
    page_break(s, false);
  if (label)
    draw_apart(s, label);
  while (s->next < s->group->rows->len) {
    if (!s->fresh && chain_pt(s) > flow_room_pt(s->flow) + 0.01)
      page_break(s, true);
    settle_band(s);
    g_autoptr(TableRow) row = measured(s, s->next);
    g_queue_pop_head(&s->ahead);
    s->next++;
    draw_row(s, row);
  }
}

static void begin_group(Setting *s, const RowGroup *group)
{
  s->group = group;
  s->next = 0;
  s->hung_end = 0;
  s->again = NULL;
  s->again_repeated = false;
}

static TableRow *label_of(const Setting *s, const RowGroup *group)
{
  return has_label(group) ? table_row_label(&s->flow->draw, s->grid, group->label, NULL) : NULL;
}

static void draw_groups(Setting *s, TableRow *first_label)
{
  const GPtrArray *groups = s->grid->table->groups;
  for (guint i = 0; i < groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(groups, i);
    if (i > 0)
      begin_group(s, group);
    g_autoptr(TableRow) label = i == 0 ? first_label : label_of(s, group);
    if (!label && !group->rows->len)
      continue;
    if (!s->flow->draw.dry)
      s->body = structure_add(s->flow->draw.structure, s->table, TAG_TBODY);
    draw_group(s, label);
    keep_or_free(s, g_steal_pointer(&s->again), s->again_repeated, free_row);
  }
}

static void wait_caption(Setting *s)
{
  const GPtrArray *caption = s->grid->table->caption;
  const Draw *draw = &s->flow->draw;
  if (!caption || !caption->len)
    return;
  const TypeStyle *type = style_type(draw->style, "caption");
  Strip *strip = strip_new();
  strip_add(strip, STRIP_ROOT, lines_new(draw->fonts, type, caption, s->flow->width_pt), ALIGN_START, 0,
            s->flow->width_pt, amount_pt(type->before_pt), amount_pt(type->after_pt));
  flow_wait(s->flow, strip, draw->dry ? 0 : structure_add(draw->structure, s->table, TAG_CAPTION), NULL, NULL);
}

static guint table_rows(const Table *table)
{
  guint n = 0;
  for (guint i = 0; i < table->groups->len; i++)
    n += ((const RowGroup *)g_ptr_array_index(table->groups, i))->rows->len;
  return n;
}

/* The height of a table of few rows, which is not parted when it takes a quarter of a page at most; 0: it is no such
 * table. */
static double whole_pt(Flow *flow, const Table *table)
{
  enum { FEW_ROWS = 12 };
  if (table_rows(table) > FEW_ROWS || flow->endless)
    return 0;
  Flow dry;
  Table bare = *table; /* the caption waits beside it */
  bare.caption = NULL;
  flow_init_endless(&dry, flow, flow->width_pt);
  table_flow(&dry, 0, &bare);
  double height_pt = dry.y_pt;
  flow_clear_endless(&dry);
  return height_pt < flow_page_room_pt(flow) / 4 ? height_pt : 0;
}

/* A table without rows says so: a head alone is no table to those who hear it. */
static void draw_none(Setting *s)
{
  const Draw *draw = &s->flow->draw;
  g_autoptr(TableRow) row = table_row_words(draw, s->grid, document_word(draw->document, "none"));
  if (!draw->dry)
    s->body = structure_add(draw->structure, s->table, TAG_TBODY);
  draw_apart(s, row);
}

void table_flow(Flow *flow, Element parent, const Table *table)
{
  if (!table->columns->len || (table->no_head && !table_rows(table)))
    return;
  double whole_height_pt = whole_pt(flow, table);
  g_autoptr(Grid) grid = grid_new(&flow->draw, table, flow->width_pt);
  Setting s = { .flow = flow, .grid = grid, .ahead = G_QUEUE_INIT };
  if (!flow->draw.dry)
    s.table = structure_add(flow->draw.structure, parent, TAG_TABLE);
  wait_caption(&s);
  s.head = table->no_head ? NULL : table_head_new(&flow->draw, grid);
  TableRow *label = NULL;
  double least_pt = s.head ? table_head_height_pt(s.head) : 0;
  if (table->groups->len) {
    begin_group(&s, g_ptr_array_index(table->groups, 0));
    label = label_of(&s, s.group);
    least_pt += (label ? table_row_height_pt(label) : 0) + chain_pt(&s);
  }
  flow_need(flow, before_pt, MAX(least_pt, whole_height_pt));
  s.fresh = least_pt > flow_room_pt(flow) && flow->empty;
  if (s.head)
    table_head_draw(s.head, flow, s.table);
  else
    flow_advance(flow, 0, after_pt);
  draw_groups(&s, label);
  if (!table_rows(table))
    draw_none(&s);
  flow->after_pt = after_pt;
  keep_or_free(&s, s.head, s.repeated, free_head);
}
