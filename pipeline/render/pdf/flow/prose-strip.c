/* Prose as strips. */
#include "render/pdf/flow/prose-strip.h"
#include "record/prose-labels.h"
#include "record/prose-shape.h"

double amount_pt(OptAmount amount)
{
  return amount.given ? CLAMP(amount_to_double(amount.amount), 0, 400) : 0;
}

Tag heading_tag(int level, int *last_level)
{
  *last_level = CLAMP(level, 1, MIN(*last_level + 1, 6));
  return (Tag)(TAG_H1 + *last_level - 1);
}

const TypeStyle *heading_type(const Style *style, int level)
{
  static const char *const names[] = { "h1", "h2", "h3", "h4", "h4", "h4" };
  return style_type(style, names[CLAMP(level, 1, 6) - 1]);
}

static void add_para(Strip *strip, const ProseLook *look, guint node, const GPtrArray *runs, double x_pt,
                     double width_pt)
{
  strip_add(strip, node, lines_new(look->fonts, look->type, runs, width_pt), ALIGN_START, x_pt, width_pt,
            amount_pt(look->type->before_pt), amount_pt(look->type->after_pt));
}

static void add_heading(Strip *strip, const ProseLook *look, guint node, const GPtrArray *runs, double x_pt,
                        double width_pt)
{
  TypeStyle type = look->level ? *heading_type(look->style, look->level) : *look->type;
  type.bold = type.bold || !look->level;
  Tag tag = look->level ? heading_tag(look->level, look->last_level) : TAG_P;
  double before_pt = look->level ? amount_pt(type.before_pt) : amount_pt(look->type->size_pt) * 0.4;
  strip_add(strip, strip_node(strip, node, tag), lines_new(look->fonts, &type, runs, width_pt), ALIGN_START, x_pt,
            width_pt, before_pt, amount_pt(type.after_pt));
  strip_keep_next(strip);
}

/* ---- lists ----------------------------------------------------------------------------------------------------- */
/* Where the list does not say how it is labelled. */
static char *usual_label(bool ordered, guint depth, guint number)
{
  static const char *const bullets[] = { "•", "–", "•", "–" };
  if (!ordered)
    return g_strdup(bullets[depth % G_N_ELEMENTS(bullets)]);
  if (depth % 2 == 1 && number <= 26)
    return g_strdup_printf("%c)", 'a' + number - 1);
  return g_strdup_printf("%u.", number);
}

static char *next_label(Labelling *labelling, guint depth)
{
  char *label = prose_next_label(labelling);
  return label ? label : usual_label(labelling->list->ordered, depth, labelling->number);
}

/* Room for the widest label: without labels of its own the last of a list is the widest. */
static double labels_pt(const ProseLook *look, const ProseBlock *list, guint depth)
{
  Labelling labelling = { .list = list };
  double widest_pt = 0;
  if (!prose_has_labels(list)) {
    g_autofree char *last = usual_label(list->ordered, depth, MAX(list->items->len, 1));
    return text_width_pt(look->fonts, look->type, last);
  }
  for (guint i = 0; i < list->items->len; i++) {
    g_autofree char *label = next_label(&labelling, depth);
    widest_pt = MAX(widest_pt, text_width_pt(look->fonts, look->type, label));
  }
  return widest_pt;
}

/* As the structure names it. */
static const char *numbering(const ProseBlock *list)
{
  static const char *const names[] = { "Decimal", "Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman" };
  return list->ordered ? names[prose_label_kind(list)] : "Disc";
}

static void add_blocks(Strip *strip, const ProseLook *look, guint node, const Prose *prose, guint first, guint end,
                       double x_pt, double width_pt, guint depth);

enum { LEAST_WIDTH_PT = 24 };

/* An item: its label, beside it the first paragraph, below that the rest. */
static void add_item(Strip *strip, const ProseLook *look, guint list, const Prose *item, const char *label, double x_pt,
                     double indent_pt, double width_pt, guint depth)
{
  guint node = strip_node(strip, list, TAG_LI), label_node = strip_node(strip, node, TAG_LBL);
  guint body = strip_node(strip, node, TAG_LBODY), rest = 0;
  g_autofree char *spaced = g_strconcat(label, " ", NULL);
  strip_add(strip, label_node, lines_new_text(look->fonts, look->type, spaced, indent_pt), ALIGN_START, x_pt, indent_pt,
            0, amount_pt(look->type->after_pt) * 0.5);
  const ProseBlock *block = item->blocks->len ? g_ptr_array_index(item->blocks, 0) : NULL;
  if (block && block->kind == PROSE_PARA) {
    guint para = item->blocks->len > 1 ? strip_node(strip, body, TAG_P) : body;
    strip_beside(strip, para, lines_new(look->fonts, look->type, block->runs, width_pt), ALIGN_START, x_pt + indent_pt,
                 width_pt);
    rest = 1;
  }
  if (width_pt < LEAST_WIDTH_PT) { /* no room for a deeper indent: what is inside begins where the item does */
    x_pt -= indent_pt;
    width_pt += indent_pt;
  }
  add_blocks(strip, look, body, item, rest, item->blocks->len, x_pt + indent_pt, width_pt, depth + 1);
}

static void add_list(Strip *strip, const ProseLook *look, guint node, const ProseBlock *block, double x_pt,
                     double width_pt, guint depth)
{
  guint list = strip_node(strip, node, TAG_L);
  strip_node_number(strip, list, numbering(block));
  /* numbers of two and more digits need a wider column; deep lists in narrow cells a narrower one */
  double need_pt = labels_pt(look, block, depth) + 4;
  double indent_pt = MIN(MAX(MIN(amount_pt(look->style->indent_pt), width_pt / 6), need_pt), width_pt / 2);
  Labelling labelling = { .list = block };
  for (guint i = 0; i < block->items->len; i++) {
    g_autofree char *label = next_label(&labelling, depth);
    add_item(strip, look, list, g_ptr_array_index(block->items, i), label, x_pt, indent_pt, width_pt - indent_pt,
             depth);
  }
  strip_pad(strip, amount_pt(look->type->after_pt));
}

/* ---- small tables inside cells and lists ------------------------------------------------------------------------ */
static bool has_header(const GPtrArray *rows)
{
  for (guint r = 0; r < rows->len; r++) {
    const GPtrArray *cells = g_ptr_array_index(rows, r);
    for (guint i = 0; i < cells->len; i++)
      if (((const ProseCell *)g_ptr_array_index(cells, i))->header)
        return true;
  }
  return false;
}

static Scope cell_scope(const ProseBlock *block, guint row, const ProseCell *cell, bool first_header)
{
  if (prose_cell_is_empty(cell))
    return SCOPE_NONE;
  if (!cell->header)
    return first_header && cell->column == 0 ? SCOPE_ROW : SCOPE_NONE;
  if (prose_row_label(block, row) || (prose_row_names_columns(block, row) && cell->column > 0))
    return SCOPE_COLUMN;
  return prose_row_names_columns(block, row) ? SCOPE_BOTH : SCOPE_ROW;
}

/* first_header: the first cell names the row although it is written like the others. The words of a cell are one
 * paragraph here, and stand in the row in which it begins. */
static void add_grid_row(Strip *strip, const ProseLook *look, guint table, const ProseBlock *block, guint index,
                         bool first_header, double x_pt, double width_pt)
{
  const GPtrArray *cells = g_ptr_array_index(block->rows, index);
  guint row = strip_node(strip, table, TAG_TR);
  double column_pt = width_pt / block->columns, gap_pt = MIN(6, column_pt / 8);
  g_autoptr(Arena) arena = arena_new();
  for (guint i = 0; i < cells->len; i++) {
    const ProseCell *cell = g_ptr_array_index(cells, i);
    Scope scope = cell_scope(block, index, cell, first_header);
    guint node = strip_node(strip, row, scope != SCOPE_NONE ? TAG_TH : TAG_TD);
    double cell_pt = column_pt * cell->columns - gap_pt, cell_x_pt = x_pt + cell->column * column_pt;
    TypeStyle type = *look->type;
    type.bold = type.bold || cell->header;
    if (scope != SCOPE_NONE)
      strip_node_scope(strip, node, scope);
    strip_node_spans(strip, node, cell->columns, cell->rows);
    g_autoptr(GPtrArray) runs = prose_cell_runs(arena, cell);
    Lines *lines = lines_new(look->fonts, &type, runs, cell_pt);
    if (i == 0)
      strip_add(strip, node, lines, ALIGN_START, cell_x_pt, cell_pt, 0, 2);
    else
      strip_beside(strip, node, lines, ALIGN_START, cell_x_pt, cell_pt);
  }
}

static void add_grid(Strip *strip, const ProseLook *look, guint node, const ProseBlock *block, double x_pt,
                     double width_pt)
{
  guint table = strip_node(strip, node, TAG_TABLE);
  bool first_header = !has_header(block->rows);
  if (block->runs && block->runs->len) {
    TypeStyle type = *look->type;
    type.bold = true;
    strip_add(strip, strip_node(strip, table, TAG_CAPTION), lines_new(look->fonts, &type, block->runs, width_pt),
              ALIGN_START, x_pt, width_pt, 3, 2);
    strip_keep_next(strip);
  }
  for (guint i = 0; i < block->rows->len; i++)
    add_grid_row(strip, look, table, block, i, first_header, x_pt, width_pt);
  strip_pad(strip, amount_pt(look->type->after_pt));
}

/* ---- pictures -----------------------------------------------------------------------------------------------------
 */

/* What fits on every kind of page, with room for a caption. */
static double picture_room_pt(const Style *style)
{
  double room_mm = 200;
  for (guint i = 0; i < style->pages->len; i++) {
    const PageStyle *page = g_ptr_array_index(style->pages, i);
    room_mm = MIN(room_mm, amount_pt(page->height_mm) - amount_pt(page->top_mm) - amount_pt(page->bottom_mm));
  }
  return MAX(room_mm, 20) * 72 / 25.4 * 0.75;
}

/* As large as a screen shows it, if it fits. */
static void add_picture(Strip *strip, const ProseLook *look, guint node, const ProseBlock *block, double x_pt,
                        double width_pt)
{
  static const double dot_pt = 0.75, gap_pt = 6;
  double scale = MIN(dot_pt, MIN(width_pt / block->width, picture_room_pt(look->style) / block->height));
  guint figure = STRIP_ROOT;
  if (block->alt) {
    g_autofree char *alt = runs_to_text(block->alt);
    figure = strip_node(strip, node, TAG_FIGURE);
    strip_node_alt(strip, figure, alt);
  }
  strip_picture(strip, figure, block, x_pt, block->width * scale, block->height * scale, gap_pt);
  if (!block->runs)
    return;
  strip_keep_next(strip);
  TypeStyle type = *look->type;
  type.italic = true;
  strip_add(strip, strip_node(strip, node, TAG_P), lines_new(look->fonts, &type, block->runs, width_pt), ALIGN_START,
            x_pt, width_pt, 3, amount_pt(look->type->after_pt));
}

static void add_block(Strip *strip, const ProseLook *look, guint node, const ProseBlock *block, double x_pt,
                      double width_pt, guint depth)
{
  switch (block->kind) {
  case PROSE_PARA:
    add_para(strip, look, strip_node(strip, node, TAG_P), block->runs, x_pt, width_pt);
    break;
  case PROSE_HEADING:
    add_heading(strip, look, node, block->runs, x_pt, width_pt);
    break;
  case PROSE_LIST:
    add_list(strip, look, node, block, x_pt, width_pt, depth);
    break;
  case PROSE_TABLE:
    add_grid(strip, look, node, block, x_pt, width_pt);
    break;
  case PROSE_PICTURE:
    add_picture(strip, look, node, block, x_pt, width_pt);
    break;
  }
}

static void add_blocks(Strip *strip, const ProseLook *look, guint node, const Prose *prose, guint first, guint end,
                       double x_pt, double width_pt, guint depth)
{
  for (guint i = first; i < end; i++)
    add_block(strip, look, node, g_ptr_array_index(prose->blocks, i), x_pt, MAX(width_pt, 20), depth);
}

void prose_strip(Strip *strip, const ProseLook *look, guint node, const Prose *prose, guint first, guint end,
                 double x_pt, double width_pt)
{
  add_blocks(strip, look, node, prose, first, end, x_pt, width_pt, 0);
}
