/* The rows of a table: they are parted by more space than lines of one cell have. */
#include "pdf/tables-parts.h"
#include <math.h>
#include <string.h>

enum { MOST_COLUMNS = 63 }; /* but for the last: words beyond stand in that */

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
    guint column = MIN(gutters_column(r->gutters, (word->left + word->right) / 2), MOST_COLUMNS);
    r->edges[column] = MAX(r->edges[column], word->right);
  }
  r->within = least;
  r->even = most - least < 0.25F;
}

static bool is_across(const Rows *r, guint index)
{
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  line_add_gaps(r->page, page_line(r->page, index), gaps);
  return gaps->len == 0 && line_crosses(page_line(r->page, index), r->gutters);
}

/* Whether the first column has words in the line. */
static bool has_first(const Rows *r, guint index)
{
  const Word *word = page_word(r->page, page_line(r->page, index)->first);
  return gutters_column(r->gutters, (word->left + word->right) / 2) == 0;
}

/* The short end of words that go across all columns. */
static bool goes_on_below(const Rows *r, guint index)
{
  const Line *line = page_line(r->page, index), *above = page_line(r->page, index - 1);
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  line_add_gaps(r->page, line, gaps);
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
    guint column = MIN(gutters_column(r->gutters, (word->left + word->right) / 2), MOST_COLUMNS);
    in->figure[column] = in->right[column] == 0 && text_is_figure(word->text);
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
  guint first = MIN(gutters_column(r->gutters, box->left), MOST_COLUMNS);
  guint last = MIN(gutters_column(r->gutters, box->right), MOST_COLUMNS);
  *ret_columns = 1;
  for (guint column = first; column <= last; column++) {
    float left = column ? gutter_middle(r->gutters, column - 1) : box->left;
    float right = column < r->gutters->len ? gutter_middle(r->gutters, column) : box->right;
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
    bool apart = gutters_column(r->gutters, word->left) > gutters_column(r->gutters, before->right);
    if (!apart && (word->left - before->right < gap_least * MAX(line->size, 4) ||
                   gutters_column(r->gutters, (word->left + word->right) / 2) ==
                       gutters_column(r->gutters, (before->left + before->right) / 2)))
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
    n += cell->texts->len == 1 && text_is_figure(g_ptr_array_index(cell->texts, 0));
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
  if (!cell || cell->texts->len == 0 || text_is_figure(g_ptr_array_index(only->texts, 0)))
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
