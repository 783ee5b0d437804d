/* Tables as far as the layout gives them: columns are parted by white space that goes through all lines, rows by more
 * space than lines of one cell have. */
#include "pdf/layout.h"
#include <math.h>
#include <string.h>

/* In parts of the size of the letters: a gap that may part columns, one that parts them in a single line, the space
 * above which lines are no table any more, and the gap that may follow a label of a list. */
static const float gap_least = 0.6F, gap_alone = 1.5F, space_most = 4, label_most = 3.5F;

enum {
  PENDING_LINES = 8, /* across all columns, that may stand between two rows */
  MOST_COLUMNS = 63, /* but for the last: words beyond stand in that */
};

/* Nothing but a figure, but for a year. */
static bool is_figure(const char *text)
{
  gsize n = strspn(text, "0123456789.,-£%+ ");
  bool year = strlen(text) == 4 && (g_str_has_prefix(text, "19") || g_str_has_prefix(text, "20"));
  return n > 0 && !text[n] && strpbrk(text, "0123456789") && !year;
}

/* Appends the gaps of a line: that behind a label of the line is none. */
static void add_gaps(const Page *page, const Line *line, GArray *gaps)
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
static bool crosses(const Line *line, const GArray *gaps)
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
    figures += is_figure(page_word(r->page, i)->text);
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
    add_gaps(r->page, line, gaps);
    if (line->box.top - before->box.bottom > space_most * size)
      return;
    if (gaps->len > 0 && begins_anew(r, line))
      return;
    if (gaps->len > 0 && share_gap(gaps, r->last, size)) {
      take_line(r, i, gaps);
      r->plain |= !line->bold;
      pending = 0;
    } else if (gaps->len == 0 && pending == 0 && fabsf(line->size - before->size) < 0.12F * size &&
               !crosses(line, r->last) && !(line->bold && r->plain)) {
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
    add_gaps(page, page_line(page, i), gaps);
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
  add_gaps(page, line, gaps);
  guint own = gaps->len;
  g_array_set_size(gaps, 0);
  add_gaps(page, next, gaps);
  return own == 0 && gaps->len > 0 && !crosses(line, gaps);
}

guint table_end(const Page *page, guint from, GArray *gutters)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  guint start = from + is_above_headings(page, from);
  add_gaps(page, page_line(page, start), gaps);
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

static float middle_of(const GArray *gutters, guint index)
{
  const Gap *gutter = &g_array_index(gutters, Gap, index);
  return (gutter->left + gutter->right) / 2;
}

static guint column_of(const GArray *gutters, float at)
{
  guint column = 0;
  while (column < gutters->len && at > middle_of(gutters, column))
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
    guint at = column_of(gutters, (word->left + word->right) / 2);
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

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static void cell_free(gpointer data)
{
  Cell *cell = data;
  g_ptr_array_unref(cell->texts);
  g_free(cell);
}

static void row_free(gpointer data)
{
  Row *row = data;
  g_ptr_array_unref(row->cells);
  g_free(row);
}

typedef struct {
  const Page *page;
  guint from, end;
  const GArray *gutters;
  float within;                  /* the space that lines of one cell have, in parts of their size */
  bool even;                     /* all lines have that space */
  float edges[MOST_COLUMNS + 1]; /* where the words of each column end */
} Rows;

static float space_above(const Rows *r, guint index)
{
  float bottom = 0;
  for (guint i = index; i > r->from && i + 3 > index; i--)
    bottom = MAX(bottom, page_line(r->page, i - 1)->box.bottom);
  return (page_line(r->page, index)->box.top - bottom) / MAX(page_line(r->page, index)->size, 1);
}

static void measure_rows(Rows *r)
{
  float least = 100, most = -100;
  for (guint i = r->from + 1; i < r->end; i++) {
    float space = MAX(space_above(r, i), 0);
    least = MIN(least, space);
    most = MAX(most, space);
  }
  for (guint i = page_line(r->page, r->from)->first; i < page_line(r->page, r->end - 1)->end; i++) {
    const Word *word = page_word(r->page, i);
    guint column = MIN(column_of(r->gutters, (word->left + word->right) / 2), MOST_COLUMNS);
    r->edges[column] = MAX(r->edges[column], word->right);
  }
  r->within = least;
  r->even = most - least < 0.25F;
}

static bool is_across(const Rows *r, guint index)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  add_gaps(r->page, page_line(r->page, index), gaps);
  return gaps->len == 0 && crosses(page_line(r->page, index), r->gutters);
}

/* Whether the first column has words in the line. */
static bool has_first(const Rows *r, guint index)
{
  const Word *word = page_word(r->page, page_line(r->page, index)->first);
  return column_of(r->gutters, (word->left + word->right) / 2) == 0;
}

/* The short end of words that go across all columns. */
static bool goes_on_below(const Rows *r, guint index)
{
  const Line *line = page_line(r->page, index), *above = page_line(r->page, index - 1);
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  add_gaps(r->page, line, gaps);
  return gaps->len == 0 && line->bold == above->bold && fabsf(line->box.left - above->box.left) < 2;
}

/* What a line has in each of the columns. */
typedef struct {
  bool figure[MOST_COLUMNS + 1]; /* nothing but a figure */
  float right[MOST_COLUMNS + 1]; /* where its words end; 0: it has none */
  float first[MOST_COLUMNS + 1]; /* how wide its first word is */
} InColumns;

static void find_columns(const Rows *r, guint index, InColumns *in)
{
  const Line *line = page_line(r->page, index);
  *in = (InColumns){ .figure = { false } };
  for (guint i = line->first; i < line->end; i++) {
    const Word *word = page_word(r->page, i);
    guint column = MIN(column_of(r->gutters, (word->left + word->right) / 2), MOST_COLUMNS);
    in->figure[column] = in->right[column] == 0 && is_figure(word->text);
    if (in->right[column] == 0)
      in->first[column] = word->right - word->left;
    in->right[column] = MAX(in->right[column], word->right);
  }
}

/* Two lines have a figure each in one column, or the line could have gone on behind the words above it: of two rows. */
static bool are_two(const Rows *r, guint index, bool by_words)
{
  InColumns above, line;
  float space = 0.25F * page_line(r->page, index)->size;
  find_columns(r, index - 1, &above);
  find_columns(r, index, &line);
  bool two = by_words && above.right[0] == 0;
  for (guint k = 0; k <= MIN(r->gutters->len, MOST_COLUMNS); k++) {
    two |= k > 0 && above.figure[k] && line.figure[k];
    two |= by_words && above.right[k] > 0 && line.right[k] > 0 &&
           above.right[k] + space + line.first[k] < r->edges[k] - 0.5F;
  }
  return two;
}

static bool begins_row(const Rows *r, guint index)
{
  float space = space_above(r, index);
  bool across = is_across(r, index), before = is_across(r, index - 1);
  if (before && !across && goes_on_below(r, index) && space <= r->within + 0.25F)
    return false;
  if (across != before || (has_first(r, index) && are_two(r, index, false)))
    return true;
  if (space > r->within + 0.25F || (r->even && r->within > 0.45F))
    return true;
  return has_first(r, index) && (r->within > 0.45F || (r->even && are_two(r, index, true)));
}

/* The cell of a row that begins in a column, made when it is the first word. */
typedef struct {
  GArray *fragments[MOST_COLUMNS + 1];
  guint columns[MOST_COLUMNS + 1];
} Filling;

/* The column in which most of the words stand, or the first of several that they cover. */
static guint column_of_words(const Rows *r, const Box *box, guint *ret_columns)
{
  guint first = MIN(column_of(r->gutters, box->left), MOST_COLUMNS);
  guint last = MIN(column_of(r->gutters, box->right), MOST_COLUMNS);
  *ret_columns = 1;
  for (guint column = first; column <= last; column++) {
    float left = column ? middle_of(r->gutters, column - 1) : box->left;
    float right = column < r->gutters->len ? middle_of(r->gutters, column) : box->right;
    if (MIN(right, box->right) - MAX(left, box->left) >= 0.6F * (box->right - box->left))
      return column;
  }
  *ret_columns = last - first + 1;
  return first;
}

static void fill_words(const Rows *r, guint first, guint end, Filling *filling)
{
  Fragment fragment = fragment_of(r->page, first, end);
  guint columns, column = column_of_words(r, &fragment.box, &columns);
  g_array_append_val(filling->fragments[column], fragment);
  filling->columns[column] = MAX(filling->columns[column], columns);
}

/* Words stand in one cell as long as no gap, or only the space between words, parts them. */
static void fill_line(const Rows *r, const Line *line, Filling *filling)
{
  guint first = line->first;
  for (guint i = line->first + 1; i < line->end; i++) {
    const Word *word = page_word(r->page, i), *before = page_word(r->page, i - 1);
    bool apart = column_of(r->gutters, word->left) > column_of(r->gutters, before->right);
    if (!apart && (word->left - before->right < gap_least * MAX(line->size, 4) ||
                   column_of(r->gutters, (word->left + word->right) / 2) ==
                       column_of(r->gutters, (before->left + before->right) / 2)))
      continue;
    if (word->left - before->right < 0.4F * MAX(line->size, 4))
      continue;
    fill_words(r, first, i, filling);
    first = i;
  }
  fill_words(r, first, line->end, filling);
}

static Cell *cell_new(const Rows *r, guint column, guint columns, const GArray *fragments, const Vocabulary *vocabulary)
{
  Cell *cell = g_new0(Cell, 1);
  cell->column = column;
  cell->columns = columns;
  cell->texts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) blocks = paragraphs_of(r->page, fragments, vocabulary);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add(cell->texts, g_strdup(((const Block *)g_ptr_array_index(blocks, i))->text->str));
  return cell;
}

static Row *row_new(const Rows *r, guint from, guint end, const Vocabulary *vocabulary)
{
  Row *row = g_new0(Row, 1);
  Filling filling = { .columns = { 0 } };
  guint n = MIN(r->gutters->len, MOST_COLUMNS) + 1;
  row->cells = g_ptr_array_new_with_free_func(cell_free);
  row->header = true;
  for (guint k = 0; k < n; k++)
    filling.fragments[k] = g_array_new(FALSE, FALSE, sizeof(Fragment));
  for (guint i = from; i < end; i++) {
    fill_line(r, page_line(r->page, i), &filling);
    row->header &= page_line(r->page, i)->bold;
  }
  for (guint k = 0; k < n;) {
    guint columns = MAX(filling.columns[k], 1);
    for (guint more = 1; more < columns; more++) /* another line of the row has words there */
      if (filling.fragments[k + more]->len > 0)
        columns = more;
    g_ptr_array_add(row->cells, cell_new(r, k, columns, filling.fragments[k], vocabulary));
    k += columns;
  }
  for (guint k = 0; k < n; k++)
    g_array_unref(filling.fragments[k]);
  return row;
}

/* ---- headings of columns ----------------------------------------------------------------------------------------- */

static guint figures_of(const Row *row)
{
  guint n = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    n += cell->texts->len == 1 && is_figure(g_ptr_array_index(cell->texts, 0));
  }
  return n;
}

static guint words_of(const Row *row)
{
  guint n = 0;
  for (guint i = 0; i < row->cells->len; i++)
    n += ((const Cell *)g_ptr_array_index(row->cells, i))->texts->len > 0;
  return n;
}

/* First rows in bold, or a first row without figures above rows that have some. */
static void find_headings(GPtrArray *rows)
{
  bool all = true, figures = false;
  for (guint i = 0; i < rows->len; i++) {
    all &= ((const Row *)g_ptr_array_index(rows, i))->header;
    figures |= i > 0 && figures_of(g_ptr_array_index(rows, i)) > 0;
  }
  bool head = true;
  for (guint i = 0; i < rows->len; i++) {
    Row *row = g_ptr_array_index(rows, i);
    head = head && figures_of(row) == 0 && words_of(row) > 1 && rows->len > 1 &&
           ((row->header && !all) || (i == 0 && figures));
    row->header = head;
  }
}

static Cell *cell_in(const Row *row, guint column)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((const Cell *)g_ptr_array_index(row->cells, i))->column == column)
      return g_ptr_array_index(row->cells, i);
  return NULL;
}

/* A further paragraph of one cell stands alone in its row: it is moved to the row above, and the row freed. */
static bool go_on_in_row(const GPtrArray *rows, Row *row)
{
  Cell *only = NULL;
  for (guint i = 0; i < row->cells->len; i++) {
    Cell *cell = g_ptr_array_index(row->cells, i);
    if (cell->texts->len > 0 && (only || cell->column == 0))
      return false;
    only = cell->texts->len > 0 ? cell : only;
  }
  const Row *above = rows->len > 0 ? g_ptr_array_index(rows, rows->len - 1) : NULL;
  Cell *cell = only && above && !above->header ? cell_in(above, only->column) : NULL;
  if (!cell || cell->texts->len == 0 || is_figure(g_ptr_array_index(only->texts, 0)))
    return false;
  g_ptr_array_extend_and_steal(cell->texts, g_steal_pointer(&only->texts));
  only->texts = g_ptr_array_new();
  row_free(row);
  return true;
}

Block *table_of(const Page *page, guint from, guint end, const GArray *gutters, const Vocabulary *vocabulary)
{
  Block *table = g_new0(Block, 1);
  Rows r = { page, from, end, gutters, 0, false, { 0 } };
  measure_rows(&r);
  table->kind = BLOCK_TABLE;
  table->box = page_line(page, from)->box;
  table->columns = MIN(gutters->len, MOST_COLUMNS) + 1;
  table->rows = g_ptr_array_new_with_free_func(row_free);
  for (guint i = from + 1, begin = from; i <= end; i++) {
    if (i < end)
      box_add(&table->box, &page_line(page, i)->box);
    if (i < end && !begins_row(&r, i))
      continue;
    Row *row = row_new(&r, begin, i, vocabulary);
    if (!go_on_in_row(table->rows, row))
      g_ptr_array_add(table->rows, row);
    begin = i;
  }
  find_headings(table->rows);
  return table;
}
