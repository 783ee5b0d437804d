/* Cells as strips. */
#include "render/pdf/flow/cell-strip.h"
#include "render/pdf/canvas/marks.h"
#include "render/pdf/flow/prose-strip.h"
#include <string.h>

enum { NO_SKIP = 1 };
static const double mark_gap_pt = 4, item_gap_pt = 2;

double mark_size_pt(const TypeStyle *type)
{
  return amount_pt(type->size_pt) * 1.15;
}

bool cell_is_symbol(const Cell *cell)
{
  const Record *item = cell->content->len ? g_ptr_array_index(cell->content, 0) : NULL;
  return item && item->spec == &symbol_spec && ((const Symbol *)item)->word;
}

bool cell_is_figure(const Cell *cell)
{
  const Record *item = cell->content->len ? g_ptr_array_index(cell->content, 0) : NULL;
  return item && item->spec == &value_item_spec;
}

/* A figure's parts ("851.9 (E)") stay on one line, with a short label before them too. */
static char *value_words(const Draw *draw, const Value *value)
{
  enum { SHORT_BYTES = 24 };
  g_autofree char *text = value_to_text(draw->document, value);
  g_autofree char *whole = value->label ? g_strdup_printf("%s: %s", value->label, text) : g_strdup(text);
  if (!value->number.given || strlen(text) > SHORT_BYTES)
    return g_steal_pointer(&whole);
  g_auto(GStrv) parts = g_strsplit(strlen(whole) > SHORT_BYTES ? text : whole, " ", -1);
  g_autofree char *joined = g_strjoinv("\xC2\xA0", parts);
  return value->label && strlen(whole) > SHORT_BYTES ? g_strdup_printf("%s: %s", value->label, joined)
                                                     : g_steal_pointer(&joined);
}

/* What a cell is made of and where it goes. */
typedef struct {
  const Draw *draw;
  const TypeStyle *type;
  Strip *strip;
  Align align;
  double x_pt, width_pt;
  bool alone; /* one item: its text is the cell's own */
} Making;

static guint item_node(const Making *m)
{
  return m->alone ? STRIP_ROOT : strip_node(m->strip, STRIP_ROOT, TAG_P);
}

static void add_text(const Making *m, guint node, const char *text, Align align)
{
  strip_add(m->strip, node, lines_new_text(m->draw->fonts, m->type, text, m->width_pt), align, m->x_pt, m->width_pt,
            item_gap_pt, item_gap_pt);
}

/* The figure and, right behind it, the places of its footnotes; caller unrefs. text is borrowed. */
static GPtrArray *value_runs(const Value *value, char *text, Run *words)
{
  GPtrArray *runs = g_ptr_array_new();
  *words = (Run){ .text = text };
  g_ptr_array_add(runs, words);
  if (value->notes)
    g_ptr_array_extend(runs, value->notes, NULL, NULL);
  return runs;
}

static void add_value(const Making *m, const Value *value)
{
  Run words;
  g_autofree char *text = value_words(m->draw, value);
  g_autoptr(GPtrArray) runs = value_runs(value, text, &words);
  strip_add(m->strip, item_node(m), lines_new(m->draw->fonts, m->type, runs, m->width_pt), m->align, m->x_pt,
            m->width_pt, item_gap_pt, item_gap_pt);
}

static double longest_word_pt(const Making *m, const char *text)
{
  Run run = { .text = (char *)text };
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  g_ptr_array_add(runs, &run);
  return lines_min_pt(m->draw->fonts, m->type, runs, 1);
}

/* A mark without a word says what it means to those who do not see it. */
static void add_lone_mark(const Making *m, const Symbol *symbol)
{
  double size_pt = mark_size_pt(m->type), spare_pt = MAX(0, m->width_pt - size_pt);
  double x_pt = m->x_pt + (m->align == ALIGN_CENTRE ? spare_pt / 2 : m->align == ALIGN_END ? spare_pt : 0);
  guint figure = strip_node(m->strip, STRIP_ROOT, TAG_FIGURE);
  strip_node_alt(m->strip, figure, symbol->alt ? symbol->alt : symbol->name);
  strip_add(m->strip, STRIP_ROOT, lines_new_text(m->draw->fonts, m->type, "", size_pt), ALIGN_START, x_pt, size_pt,
            item_gap_pt, item_gap_pt);
  strip_mark(m->strip, figure, symbol->name, x_pt, size_pt);
}

/* The mark with its word to the right; in a column too narrow for both the word stands below. */
static void add_symbol(const Making *m, const Symbol *symbol)
{
  if (!symbol->name || !mark_exists(symbol->name)) {
    add_text(m, item_node(m), symbol->word ? symbol->word : symbol->alt ? symbol->alt : "", m->align);
    return;
  }
  if (!symbol->word) {
    add_lone_mark(m, symbol);
    return;
  }
  double size_pt = mark_size_pt(m->type), beside_pt = size_pt + mark_gap_pt, room_pt = m->width_pt - beside_pt;
  double word_pt = MIN(text_width_pt(m->draw->fonts, m->type, symbol->word) + 0.5, room_pt);
  bool below = longest_word_pt(m, symbol->word) > room_pt;
  double spare_pt = below ? m->width_pt - size_pt : m->width_pt - beside_pt - word_pt;
  double x_pt = m->x_pt + (m->align == ALIGN_CENTRE ? spare_pt / 2 : m->align == ALIGN_END ? spare_pt : 0);
  guint node = item_node(m);
  strip_add(m->strip, node, lines_new_text(m->draw->fonts, m->type, below ? "" : symbol->word, MAX(word_pt, 1)),
            ALIGN_START, x_pt + beside_pt, MAX(word_pt, 1), item_gap_pt, item_gap_pt);
  strip_mark(m->strip, STRIP_ROOT, symbol->name, x_pt, size_pt);
  if (!below)
    return;
  strip_keep_next(m->strip);
  strip_add(m->strip, node, lines_new_text(m->draw->fonts, m->type, symbol->word, m->width_pt), m->align, m->x_pt,
            m->width_pt, 0, item_gap_pt);
}

static void add_para(const Making *m, const Para *para)
{
  TypeStyle type = para->style ? *style_type(m->draw->style, para->style) : *m->type;
  if (type.bold != m->type->bold)
    type.bold = true;
  guint node = item_node(m);
  if (para->lang && m->alone)
    node = strip_node(m->strip, STRIP_ROOT, TAG_P);
  if (para->lang)
    strip_node_lang(m->strip, node, para->lang);
  strip_add(m->strip, node, lines_new(m->draw->fonts, &type, para->runs, m->width_pt), m->align, m->x_pt, m->width_pt,
            item_gap_pt, MAX(item_gap_pt, amount_pt(type.after_pt)));
}

static void add_prose(const Making *m, const Text *text)
{
  TypeStyle type = text->style ? *style_type(m->draw->style, text->style) : *m->type;
  double size_pt = amount_pt(type.size_pt);
  type.after_pt = (OptAmount){ .amount = { .units = (gint64)(size_pt * 4), .scale = 1 }, .given = true };
  ProseLook look = { m->draw->fonts, m->draw->style, &type, 0, NULL };
  const ProseBlock *first = text->prose->blocks->len ? g_ptr_array_index(text->prose->blocks, 0) : NULL;
  if (m->alone && text->prose->blocks->len == 1 && first->kind == PROSE_PARA)
    strip_add(m->strip, STRIP_ROOT, lines_new(look.fonts, &type, first->runs, m->width_pt), m->align, m->x_pt,
              m->width_pt, item_gap_pt, item_gap_pt);
  else
    prose_strip(m->strip, &look, STRIP_ROOT, text->prose, 0, text->prose->blocks->len, m->x_pt, m->width_pt);
}

static void add_item(const Making *m, const Record *item)
{
  if (item->spec == &value_item_spec) {
    add_value(m, (const Value *)item);
  } else if (item->spec == &symbol_spec) {
    add_symbol(m, (const Symbol *)item);
  } else if (item->spec == &when_spec) {
    g_autofree char *text = when_to_text(m->draw->document, (const When *)item);
    add_text(m, item_node(m), text, m->align);
  } else if (item->spec == &para_spec) {
    add_para(m, (const Para *)item);
  } else if (item->spec == &text_spec && ((const Text *)item)->prose) {
    add_prose(m, (const Text *)item);
  }
}

Strip *cell_strip(const Draw *draw, const TypeStyle *type, const Cell *cell, Align align, double indent_pt,
                  double width_pt)
{
  if (align == ALIGN_NONE)
    align = cell_is_figure(cell) ? ALIGN_END : ALIGN_START;
  indent_pt = MIN(indent_pt, width_pt / 2);
  Making m = { draw, type, strip_new(), align, indent_pt, MAX(width_pt - indent_pt, 1), cell->content->len == 1 };
  for (guint i = 0; i < cell->content->len; i++)
    add_item(&m, g_ptr_array_index(cell->content, i));
  return m.strip;
}

/* ---- widths ---------------------------------------------------------------------------------------------------- */
typedef struct {
  const Draw *draw;
  const TypeStyle *type;
  gsize skip_bytes;
  double min_pt, max_pt;
  bool want_max;
} Widths;

static void measure_runs(Widths *w, const TypeStyle *type, const GPtrArray *runs, double extra_pt)
{
  double min_pt = 0, max_pt = 0;
  if (w->want_max)
    lines_widths_pt(w->draw->fonts, type, runs, &min_pt, &max_pt);
  else
    min_pt = lines_min_pt(w->draw->fonts, type, runs, w->skip_bytes);
  w->min_pt = MAX(w->min_pt, min_pt + (min_pt > 0 ? extra_pt : 0));
  w->max_pt = MAX(w->max_pt, max_pt + extra_pt);
}

static void measure_text(Widths *w, const char *text, double extra_pt)
{
  Run run = { .text = (char *)text };
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  g_ptr_array_add(runs, &run);
  measure_runs(w, w->type, runs, extra_pt);
}

static void measure_prose(Widths *w, const Prose *prose, double extra_pt)
{
  TypeStyle bold = *w->type;
  bold.bold = true;
  for (guint i = 0; i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    if (block->kind == PROSE_PARA || block->kind == PROSE_HEADING)
      measure_runs(w, block->kind == PROSE_HEADING ? &bold : w->type, block->runs, extra_pt);
    for (guint k = 0; block->kind == PROSE_LIST && k < block->items->len; k++)
      measure_prose(w, g_ptr_array_index(block->items, k), extra_pt + amount_pt(w->draw->style->indent_pt));
  }
}

static void measure_value(Widths *w, const Value *value)
{
  Run words;
  g_autofree char *text = value_words(w->draw, value);
  g_autoptr(GPtrArray) runs = value_runs(value, text, &words);
  measure_runs(w, w->type, runs, 0);
}

static void measure_item(Widths *w, const Record *item)
{
  if (item->spec == &value_item_spec) {
    measure_value(w, (const Value *)item);
  } else if (item->spec == &symbol_spec) {
    const Symbol *symbol = (const Symbol *)item;
    measure_text(w, symbol->word ? symbol->word : "", mark_size_pt(w->type) + mark_gap_pt);
  } else if (item->spec == &when_spec) {
    g_autofree char *text = when_to_text(w->draw->document, (const When *)item);
    measure_text(w, text, 0);
  } else if (item->spec == &para_spec) {
    measure_runs(w, w->type, ((const Para *)item)->runs, 0);
  } else if (item->spec == &text_spec && ((const Text *)item)->prose) {
    measure_prose(w, ((const Text *)item)->prose, 0);
  }
}

double cell_min_pt(const Draw *draw, const TypeStyle *type, const Cell *cell, gsize skip_bytes, double *ret_max_pt)
{
  Widths w = { draw, type, ret_max_pt ? NO_SKIP : skip_bytes, 0, 0, ret_max_pt };
  for (guint i = 0; i < cell->content->len; i++)
    measure_item(&w, g_ptr_array_index(cell->content, i));
  if (ret_max_pt)
    *ret_max_pt = w.max_pt;
  return w.min_pt;
}
