/* Contents: headings gathered beforehand, their pages learnt while drawing. */
#include "render/pdf/page/contents.h"
#include "render/pdf/flow/prose-strip.h"

struct Entries {
  GPtrArray *list;        /* of Entry */
  GHashTable *by_heading; /* Heading -> Entry */
};

static void entry_free(gpointer data)
{
  Entry *entry = data;
  g_free(entry->id);
  g_free(entry);
}

static void gather(Entries *entries, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &box_spec)
      gather(entries, ((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      gather(entries, ((const Keep *)block)->blocks);
    if (block->spec != &heading_spec)
      continue;
    Entry *entry = g_new0(Entry, 1);
    entry->heading = (const Heading *)block;
    entry->id = entry->heading->id ? g_strdup(entry->heading->id) : g_strdup_printf("heading-%u", entries->list->len);
    g_ptr_array_add(entries->list, entry);
    g_hash_table_insert(entries->by_heading, block, entry);
  }
}

Entries *entries_new(const Document *document)
{
  Entries *entries = g_new0(Entries, 1);
  entries->list = g_ptr_array_new_with_free_func(entry_free);
  entries->by_heading = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < document->sections->len; i++)
    gather(entries, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return entries;
}

void entries_free(Entries *entries)
{
  if (!entries)
    return;
  g_hash_table_unref(entries->by_heading);
  g_ptr_array_unref(entries->list);
  g_free(entries);
}

Entry *entries_find(const Entries *entries, const Heading *heading)
{
  return g_hash_table_lookup(entries->by_heading, heading);
}

guint entries_count(const Entries *entries)
{
  return entries->list->len;
}

Entry *entries_get(const Entries *entries, guint index)
{
  return g_ptr_array_index(entries->list, index);
}

static char *entry_title(const Entry *entry)
{
  g_autofree char *words = runs_to_text(entry->heading->runs);
  return entry->heading->number ? g_strdup_printf("%s %s", entry->heading->number, words) : g_steal_pointer(&words);
}

/* ---- the list -------------------------------------------------------------------------------------------------- */
typedef struct {
  Flow *flow;
  Element list;
  double number_pt, page_pt; /* widths of the columns for the section's and the page's number */
  TypeStyle type;
} Listing;

/* Columns: number, title, page. */
static Strip *entry_strip(const Listing *l, const Entry *entry, double indent_pt, double *ret_last_pt, guint *ret_lines)
{
  const Draw *draw = &l->flow->draw;
  double title_x_pt = indent_pt + l->number_pt, title_pt = l->flow->width_pt - title_x_pt - l->page_pt - 14;
  g_autofree char *words = runs_to_text(entry->heading->runs), *spaced = g_strconcat(words, " ", NULL);
  g_autofree char *number = g_strconcat(entry->heading->number ? entry->heading->number : "", " ", NULL);
  g_autofree char *page = entry->number ? g_strdup_printf("%u", entry->number) : g_strdup("0");
  Strip *strip = strip_new();
  guint item = strip_node(strip, STRIP_ROOT, TAG_TOCI), reference = strip_node(strip, item, TAG_REFERENCE);
  guint link = strip_node(strip, reference, TAG_LINK);
  Lines *title = lines_new_text(draw->fonts, &l->type, spaced, title_pt);
  *ret_lines = MAX(lines_count(title), 1);
  g_autoptr(Lines) last = lines_new_text(draw->fonts, &l->type, words, title_pt);
  *ret_last_pt = title_x_pt + lines_line_width_pt(last, *ret_lines - 1);
  strip_add(strip, link, lines_new_text(draw->fonts, &l->type, number, l->number_pt), ALIGN_START, indent_pt,
            l->number_pt, entry->heading->level <= 1 ? 5 : 1, 1);
  strip_beside(strip, link, title, ALIGN_START, title_x_pt, title_pt);
  strip_beside_last(strip, link, lines_new_text(draw->fonts, &l->type, page, l->page_pt), ALIGN_END,
                    l->flow->width_pt - l->page_pt, l->page_pt);
  return strip;
}

static void draw_entry(const Listing *l, const Entry *entry)
{
  Flow *flow = l->flow;
  double indent_pt = (CLAMP(entry->heading->level, 1, 6) - 1) * 18, last_pt;
  guint n_lines;
  g_autoptr(Strip) strip = entry_strip(l, entry, indent_pt, &last_pt, &n_lines);
  double height_pt = strip_height_pt(strip), line_pt = height_pt / n_lines;
  flow_need(flow, strip_before_pt(strip), height_pt);
  double top_pt = flow->y_pt;
  const Step *steps;
  strip_draw(strip, &flow->draw, l->list, 0, strip_steps(strip, &steps), flow->left_pt, top_pt);
  if (!flow->draw.dry) {
    g_autofree char *title = entry_title(entry);
    guint link = 3; /* the third node made in entry_strip */
    structure_link(flow->draw.structure, strip_element(strip, link), flow->page, flow->left_pt + indent_pt, top_pt,
                   flow->width_pt - indent_pt, height_pt, NULL, entry->id, title);
    double from_pt = flow->left_pt + last_pt + 6, to_pt = flow->left_pt + flow->width_pt - l->page_pt - 2;
    if (from_pt < to_pt)
      furniture_leader(flow->draw.furniture, flow->page, from_pt, top_pt + height_pt - line_pt * 0.3, to_pt - from_pt);
  }
  flow_advance(flow, height_pt, strip_after_pt(strip));
}

static void wait_title(Flow *flow, Element parent, const char *title)
{
  const TypeStyle *type = heading_type(flow->draw.style, 1);
  Strip *strip = strip_new();
  strip_add(strip, STRIP_ROOT, lines_new_text(flow->draw.fonts, type, title, flow->width_pt), ALIGN_START, 0,
            flow->width_pt, amount_pt(type->before_pt), amount_pt(type->after_pt));
  Tag tag = heading_tag(1, &flow->last_level);
  flow_wait(flow, strip, flow->draw.dry ? 0 : structure_add(flow->draw.structure, parent, tag), NULL, NULL);
}

static bool is_listed(const Entry *entry, int depth)
{
  return entry->heading->contents && entry->heading->level <= (depth > 0 ? depth : 6);
}

void contents_flow(Flow *flow, Element parent, const Contents *contents, const Entries *entries)
{
  Listing l = { .flow = flow, .type = *style_type(flow->draw.style, "body") };
  if (contents->title)
    wait_title(flow, parent, contents->title);
  l.page_pt = text_width_pt(flow->draw.fonts, &l.type, "00000");
  for (guint i = 0; i < entries_count(entries); i++) {
    const Entry *entry = entries_get(entries, i);
    if (is_listed(entry, contents->depth) && entry->heading->number)
      l.number_pt = MAX(l.number_pt, text_width_pt(flow->draw.fonts, &l.type, entry->heading->number) + 10);
  }
  l.number_pt = MIN(l.number_pt, flow->width_pt / 4);
  for (guint i = 0; i < entries_count(entries); i++) {
    if (!is_listed(entries_get(entries, i), contents->depth))
      continue;
    if (!l.list && !flow->draw.dry)
      l.list = structure_add(flow->draw.structure, parent, TAG_TOC);
    draw_entry(&l, entries_get(entries, i));
  }
  flow_flush(flow);
}

bool contents_bookmarks(const Entries *entries, Structure *structure)
{
  bool any = false;
  for (guint i = 0; i < entries->list->len; i++) {
    const Entry *entry = g_ptr_array_index(entries->list, i);
    if (!entry->heading->contents || !entry->place.known)
      continue;
    g_autofree char *title = entry_title(entry);
    structure_bookmark(structure, (guint)CLAMP(entry->heading->level, 1, 6), title, entry->id);
    any = true;
  }
  return any;
}
