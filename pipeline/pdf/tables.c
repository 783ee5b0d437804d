/* Where a table is, as far as the layout gives it: columns are parted by white space that goes through all lines. */
#include "pdf/tables-parts.h"
#include <math.h>
#include <string.h>

/* In parts of the size of the letters: a gap that may part columns, one that parts them in a single line, the space
 * above which lines are no table any more, and the gap that may follow a label of a list. */
const float gap_least = 0.6F;
static const float gap_alone = 1.5F, space_most = 4, label_most = 3.5F;

enum { PENDING_LINES = 8 }; /* across all columns, that may stand between two rows */

/* Nothing but a figure, but for a year. */
bool text_is_figure(const char *text)
{
  gsize n = strspn(text, "0123456789.,-£%+ ");
  bool year = strlen(text) == 4 && (g_str_has_prefix(text, "19") || g_str_has_prefix(text, "20"));
  return n > 0 && !text[n] && strpbrk(text, "0123456789") && !year;
}

/* Appends the gaps of a line: that behind a label of the line is none. */
void line_add_gaps(const Page *page, const Line *line, GArray *gaps)
{
  float right = page_word(page, line->first)->right;
  for (guint i = line->first + 1; i < line->end; i++) {
    const Word *word = page_word(page, i);
    const char *before = page_word(page, i - 1)->text;
    Gap gap = { right, word->left };
    bool label = i == line->first + 1 && (word_is_bullet(before) || word_is_label(before)) &&
                 gap.right - gap.left < label_most * line->size;
    if (!label && gap.right - gap.left >= gap_least * MAX(line->size, 4))
      g_array_append_val(gaps, gap);
    right = MAX(right, word->right);
  }
}

static float overlap(const Gap *a, const Gap *b)
{
  return MIN(a->right, b->right) - MAX(a->left, b->left);
}

static bool share_gap(const GArray *a, const GArray *b, float size)
{
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      if (overlap(&g_array_index(a, Gap, i), &g_array_index(b, Gap, j)) >= 0.4F * size)
        return true;
  return false;
}

/* Whether words of the line stand in one of the gaps and on both of its sides. */
bool line_crosses(const Line *line, const GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++) {
    const Gap *gap = &g_array_index(gaps, Gap, i);
    if (line->box.left < gap->left - 1 && line->box.right > gap->right + 1)
      return true;
  }
  return false;
}

/* ---- where a table ends ------------------------------------------------------------------------------------------ */

typedef struct {
  const Page *page;
  GArray *last; /* gaps of the last line that has some */
  guint rows;   /* lines with gaps */
  guint end;    /* the line after the last one that belongs to it */
  float widest; /* gap of the only line with gaps */
  bool plain;   /* a line with gaps was not bold */
} Region;

static float widest_of(const GArray *gaps)
{
  float widest = 0;
  for (guint i = 0; i < gaps->len; i++)
    widest = MAX(widest, g_array_index(gaps, Gap, i).right - g_array_index(gaps, Gap, i).left);
  return widest;
}

static void take_line(Region *r, guint index, GArray *gaps)
{
  g_array_set_size(r->last, 0);
  g_array_append_vals(r->last, gaps->data, gaps->len);
  r->widest = MAX(r->widest, widest_of(gaps));
  r->rows++;
  r->end = index + 1;
}

/* Headings of columns below rows: another table. */
static bool begins_anew(const Region *r, const Line *line)
{
  guint figures = 0;
  for (guint i = line->first; i < line->end; i++)
    figures += text_is_figure(page_word(r->page, i)->text);
  return r->plain && line->bold && figures * 3 < line->end - line->first;
}

/* Goes on while lines have gaps at the same places, or stand within one of the columns. */
static void grow(Region *r, guint from)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  guint pending = 0;
  for (guint i = from + 1; i < r->page->lines->len && pending < PENDING_LINES; i++) {
    const Line *line = page_line(r->page, i), *before = page_line(r->page, i - 1);
    float size = MAX(MAX(line->size, before->size), 4);
    g_array_set_size(gaps, 0);
    line_add_gaps(r->page, line, gaps);
    if (line->box.top - before->box.bottom > space_most * size)
      return;
    if (gaps->len > 0 && begins_anew(r, line))
      return;
    if (gaps->len > 0 && share_gap(gaps, r->last, size)) {
      take_line(r, i, gaps);
      r->plain |= !line->bold;
      pending = 0;
    } else if (gaps->len == 0 && pending == 0 && fabsf(line->size - before->size) < 0.12F * size &&
               !line_crosses(line, r->last) && !(line->bold && r->plain)) {
      r->end = i + 1;
    } else {
      pending++;
    }
  }
}

/* ---- columns ----------------------------------------------------------------------------------------------------- */

typedef struct {
  float at;
  int step; /* +1: words begin; -1: they end */
} Edge;

static gint compare_edges(gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;
  return x->at != y->at ? (x->at > y->at) - (x->at < y->at) : y->step - x->step;
}

/* Parts of a line between its gaps. */
static void add_edges(const Line *line, const GArray *gaps, GArray *edges)
{
  float left = line->box.left;
  for (guint i = 0; i <= gaps->len; i++) {
    bool last = i == gaps->len;
    Edge begin = { left, 1 }, end = { last ? line->box.right : g_array_index(gaps, Gap, i).left, -1 };
    g_array_append_val(edges, begin);
    g_array_append_val(edges, end);
    left = last ? left : g_array_index(gaps, Gap, i).right;
  }
}

/* The edges of lines with at least so many gaps; the most gaps that a line has. */
static guint gather_edges(const Page *page, guint from, guint end, guint least, GArray *edges)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  guint most = 0;
  for (guint i = from; i < end; i++) {
    g_array_set_size(gaps, 0);
    line_add_gaps(page, page_line(page, i), gaps);
    most = MAX(most, gaps->len);
    if (gaps->len >= least)
      add_edges(page_line(page, i), gaps, edges);
  }
  return most;
}

/* Where no line has words, but for those with few gaps: headings over several columns. */
static void find_gutters(const Page *page, guint from, guint end, GArray *gutters)
{
  g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(Edge));
  guint most = gather_edges(page, from, end, G_MAXUINT, edges);
  gather_edges(page, from, end, MAX(1, (most + 1) / 2), edges);
  g_array_sort(edges, compare_edges);
  float size = page_line(page, end - 1)->size;
  int open = 0;
  g_array_set_size(gutters, 0);
  for (guint i = 0; i + 1 < edges->len; i++) {
    Gap gutter = { g_array_index(edges, Edge, i).at, g_array_index(edges, Edge, i + 1).at };
    open += g_array_index(edges, Edge, i).step;
    if (open == 0 && gutter.right - gutter.left >= 0.4F * size)
      g_array_append_val(gutters, gutter);
  }
}

/* A line of larger letters than the next has is no row with it. */
static bool is_title(const Page *page, guint index)
{
  const Line *line = page_line(page, index);
  return index + 1 < page->lines->len && line->size > 1.12F * page_line(page, index + 1)->size;
}

/* The upper line of the headings of a table, of which only some have two lines. */
static bool is_above_headings(const Page *page, guint index)
{
  const Line *line = page_line(page, index), *next = index + 1 < page->lines->len ? page_line(page, index + 1) : NULL;
  if (!next || !line->bold || !next->bold || line->box.left <= next->box.left + line->size ||
      next->box.top - line->box.bottom > 0.5F * line->size)
    return false;
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  line_add_gaps(page, line, gaps);
  guint own = gaps->len;
  g_array_set_size(gaps, 0);
  line_add_gaps(page, next, gaps);
  return own == 0 && gaps->len > 0 && !line_crosses(line, gaps);
}

guint table_end(const Page *page, guint from, GArray *gutters)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  guint start = from + is_above_headings(page, from);
  line_add_gaps(page, page_line(page, start), gaps);
  if (gaps->len == 0 || is_title(page, start))
    return 0;
  g_autoptr(GArray) last = g_array_new(FALSE, FALSE, sizeof(Gap));
  Region region = { page, last, 0, from, 0, !page_line(page, start)->bold };
  take_line(&region, start, gaps);
  grow(&region, start);
  if (region.rows < 2 && region.widest < gap_alone * page_line(page, start)->size)
    return 0;
  find_gutters(page, from, region.end, gutters);
  return gutters->len > 0 ? region.end : 0;
}

/* ---- text in columns --------------------------------------------------------------------------------------------- */

float gutter_middle(const GArray *gutters, guint index)
{
  const Gap *gutter = &g_array_index(gutters, Gap, index);
  return (gutter->left + gutter->right) / 2;
}

guint gutters_column(const GArray *gutters, float at)
{
  guint column = 0;
  while (column < gutters->len && at > gutter_middle(gutters, column))
    column++;
  return column;
}

typedef struct {
  float left, right;
  guint lines, full, letters;
} Column;

static void measure_column(const Page *page, const Line *line, const GArray *gutters, Column *columns, bool full)
{
  float right[4] = { 0 };
  for (guint i = line->first; i < line->end; i++) {
    const Word *word = page_word(page, i);
    guint at = gutters_column(gutters, (word->left + word->right) / 2);
    Column *column = &columns[at];
    column->left = MIN(column->left, word->left);
    column->right = MAX(column->right, word->right);
    column->letters += full ? 0 : (guint)strlen(word->text) + 1;
    column->lines += !full && right[at] == 0;
    right[at] = word->right;
  }
  for (guint at = 0; at <= gutters->len; at++)
    columns[at].full +=
        full && right[at] > 0 && columns[at].right - right[at] < 0.15F * (columns[at].right - columns[at].left);
}

bool table_is_columns(const Page *page, guint from, guint end, const GArray *gutters)
{
  enum { MOST = 3, LEAST_LINES = 8, LEAST_LETTERS = 24 };
  Column columns[MOST];
  if (gutters->len >= MOST || end - from < LEAST_LINES)
    return false;
  for (guint i = 0; i < MOST; i++)
    columns[i] = (Column){ .left = 20000, .right = -20000 };
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = from; i < end; i++)
      measure_column(page, page_line(page, i), gutters, columns, pass == 1);
  for (guint i = 0; i <= gutters->len; i++) {
    float width = columns[i].right - columns[i].left, first = columns[0].right - columns[0].left;
    if (columns[i].lines < LEAST_LINES - 2 || columns[i].letters < columns[i].lines * LEAST_LETTERS ||
        columns[i].full * 2 < columns[i].lines || fabsf(width - first) > 0.2F * first)
      return false;
  }
  return true;
}
