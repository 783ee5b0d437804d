/* Tables as data: groups, titles, spans, measures, flags, units and words each find their column. */
#include "render/flat/chart-table.h"
#include "render/flat/flat.h"
#include "render/flat/plain.h"
#include "sample.h"
#include "testing.h"
#include <string.h>

static const char *heading(const FlatTable *flat, guint column)
{
  assert_true(column < flat->columns->len);
  return flat_column(flat, column)->heading;
}

/* What a cell holds: words, a mark, or the number as written; caller frees. */
static char *said(const FlatTable *flat, guint row, guint column)
{
  assert_true(row < flat->rows->len && column < flat->columns->len);
  const FlatCell *cell = &flat_row(flat, row)->cells[column];
  return cell->kind == FLAT_NUMBER ? amount_to_string(cell->value->number.amount)
         : cell->kind == FLAT_DATE ? date_to_string(cell->date)
                                   : g_strdup(cell->text);
}

static void assert_headings(const FlatTable *flat, const char *const *expected)
{
  guint n = 0;
  for (; expected[n]; n++)
    assert_string_equal(heading(flat, n), expected[n]);
  assert_int_equal(flat->columns->len, n);
}

static void assert_row(const FlatTable *flat, guint row, const char *const *expected)
{
  for (guint column = 0; expected[column]; column++) {
    g_autofree char *text = said(flat, row, column);
    assert_string_equal(text, expected[column]);
  }
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void columns_get_full_unique_headings(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "Caption  of\nit");
  sample_column(arena, table, "Ref.|no.")->group = arena_strdup(arena, "This|year");
  sample_column(arena, table, "a");
  sample_column(arena, table, "A");
  sample_column(arena, table, "a 2");
  sample_column(arena, table, "");
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("This year: Ref. no.", "a", "A 2", "a 2 2", "5"));
  assert_string_equal(flat->title, "Caption of it");
  assert_int_equal(flat->rows->len, 1); /* a table without rows says so */
  assert_row(flat, 0, WORDS("[w]", "[w]", "[w]", "[w]", "[w]"));
  assert_true(flat->marks.empty);
}

static void groups_and_titles_become_columns(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Item");
  sample_column(arena, table, "Budget");
  RowGroup *group = sample_group(arena, table, "Spending");
  sample_words(arena, sample_row(arena, group, ROW_HEADING), "Care");
  static const struct {
    const char *words, *number;
    RowKind kind;
    int indent;
  } rows[] = { { "Homes", "10", ROW_BODY, 1 }, { "Staff", "5", ROW_BODY, 0 }, { "All", "15", ROW_TOTAL, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    Row *row = sample_row(arena, group, rows[i].kind);
    row->indent = rows[i].indent;
    sample_words(arena, row, rows[i].words);
    sample_value(arena, row, rows[i].number, UNIT_THOUSAND_POUNDS)->parentheses = true;
  }
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("Group", "Section", "Item", "Type of row", "Budget (£’000)"));
  assert_int_equal(flat->rows->len, 3);
  assert_row(flat, 0, WORDS("Spending", "Care", "Homes", "Line", "10"));
  assert_row(flat, 1, WORDS("Spending", "[z]", "Staff", "Line", "5"));
  assert_row(flat, 2, WORDS("Spending", "[z]", "All", "Total", "15"));
  assert_true(flat->marks.parentheses);
}

static Value *add_value(Arena *arena, Cell *cell, const char *label, const char *number, int unit)
{
  Value *value = record_new(arena, &value_item_spec, &cell->record);
  value->label = arena_strdup(arena, label);
  value->number.given = amount_parse(number, &value->number.amount);
  value->unit = unit;
  g_ptr_array_add(cell->content, value);
  return value;
}

static void measures_become_rows(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Ref.")->row_header = true;
  sample_column(arena, table, "Target");
  sample_column(arena, table, "Actual");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  sample_words(arena, row, "NI 120");
  add_value(arena, sample_cell(arena, row), "Female", "590", UNIT_PER_100000);
  Cell *cell = sample_cell(arena, row);
  add_value(arena, cell, "Male", "851.9", UNIT_PER_100000);
  add_value(arena, cell, "Female", "597.3", UNIT_PER_100000)->flags = 1 << FLAG_ESTIMATE | 1 << FLAG_REVISED;
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("Ref.", "Measure", "Target (per 100,000)", "Actual (per 100,000)", "Actual: status"));
  /* in the order of the cell that has both */
  assert_row(flat, 0, WORDS("NI 120", "Male", "[w]", "851.9", "None"));
  assert_row(flat, 1, WORDS("NI 120", "Female", "590", "597.3", "[e] [r]"));
}

static void words_behind_a_measure_are_its_own(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Actual");
  sample_column(arena, table, "Progress");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  sample_words(arena, row, "calendar year 2022");
  Cell *cell = g_ptr_array_index(row->cells, 0);
  gpointer words = g_ptr_array_steal_index(cell->content, 0);
  add_value(arena, cell, "Men", "63", UNIT_COUNT);
  g_ptr_array_add(cell->content, words);
  add_value(arena, cell, "Women", "65", UNIT_COUNT);
  cell = sample_cell(arena, row);
  Symbol *symbol = record_new(arena, &symbol_spec, &cell->record);
  symbol->name = arena_strdup(arena, "red");
  g_ptr_array_add(cell->content, symbol);
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("Measure", "Actual", "Actual: remarks", "Progress"));
  assert_row(flat, 0, WORDS("Men", "63", "calendar year 2022", "Red (all measures)"));
  assert_row(flat, 1, WORDS("Women", "65", "[z]", "Red (all measures)"));
}

static void units_stand_where_they_are_plain(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  static const int units[2][2][2] = { { { UNIT_PERCENT, UNIT_PERCENT }, { UNIT_DAYS, UNIT_DAYS } },
                                      { { UNIT_PERCENT, UNIT_DAYS }, { UNIT_DAYS, UNIT_DAYS } } };
  for (guint i = 0; i < 2; i++) {
    Table *table = sample_table(arena, document, "t", "T");
    sample_column(arena, table, "Target (%)");
    sample_column(arena, table, "Actual");
    RowGroup *group = sample_group(arena, table, NULL);
    for (guint k = 0; k < 2; k++) {
      Row *row = sample_row(arena, group, ROW_BODY);
      sample_value(arena, row, "1", units[i][k][0]);
      sample_value(arena, row, "2", units[i][k][1]);
    }
    g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
    if (i == 0) {
      assert_headings(flat, WORDS("Unit", "Target (%)", "Actual"));
      assert_row(flat, 1, WORDS("days", "1", "2"));
    } else {
      assert_headings(flat, WORDS("Target (%)", "Target (%): unit", "Actual (days)"));
      assert_row(flat, 0, WORDS("1", "%", "2"));
    }
  }
}

static void spans_are_repeated_but_remarks_are_not(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  for (guint i = 0; i < 3; i++)
    sample_column(arena, table, "c");
  RowGroup *group = sample_group(arena, table, NULL);
  Row *row = sample_row(arena, group, ROW_BODY);
  sample_words(arena, row, "both");
  ((Cell *)g_ptr_array_index(row->cells, 0))->span = 2;
  sample_words(arena, row, "–");
  Row *remark = sample_row(arena, group, ROW_BODY);
  sample_words(arena, remark, "nothing here");
  ((Cell *)g_ptr_array_index(remark->cells, 0))->span = 3;
  sample_words(arena, sample_row(arena, group, ROW_BODY), "short"); /* fewer cells than columns */
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_row(flat, 0, WORDS("both", "both", "[w]"));
  assert_row(flat, 1, WORDS("nothing here", "[z]", "[z]"));
  assert_row(flat, 2, WORDS("short", "[z]", "[z]"));
}

/* "There are no indicators in this category" is no indicator; alone it is all there is to say. */
static void groups_without_data_are_no_lines(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  for (guint i = 0; i < 2; i++)
    sample_column(arena, table, "c");
  Row *remark = sample_row(arena, sample_group(arena, table, "Quality"), ROW_BODY);
  sample_words(arena, remark, "none here");
  ((Cell *)g_ptr_array_index(remark->cells, 0))->span = 2;
  g_autoptr(FlatTable) alone = flat_table_new(document, table, 0);
  assert_int_equal(alone->rows->len, 1);
  assert_row(alone, 0, WORDS("Quality", "none here", "[z]"));
  Row *row = sample_row(arena, sample_group(arena, table, "Cost"), ROW_BODY);
  sample_words(arena, row, "one");
  sample_words(arena, row, "two");
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_int_equal(flat->rows->len, 1);
  assert_row(flat, 0, WORDS("Cost", "one", "two"));
}

/* Behind what stands in the cell. */
static Symbol *add_symbol(Arena *arena, Cell *cell, const char *name)
{
  Symbol *symbol = record_new(arena, &symbol_spec, &cell->record);
  symbol->name = arena_strdup(arena, name);
  g_ptr_array_add(cell->content, symbol);
  return symbol;
}

static void words_beside_figures_are_kept(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Progress");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  sample_words(arena, row, "see below");
  Cell *cell = g_ptr_array_index(row->cells, 0);
  add_value(arena, cell, NULL, "12.50", UNIT_POUNDS);
  add_symbol(arena, cell, "green");
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("Progress (£)", "Progress: remarks"));
  assert_row(flat, 0, WORDS("12.50", "Green\nsee below"));
}

/* A sign on the page is words in a sheet. */
static void symbols_by_rule_say_so(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Progress");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  sample_words(arena, row, "");
  Cell *cell = g_ptr_array_index(row->cells, 0);
  g_ptr_array_set_size(cell->content, 0);
  Symbol *symbol = add_symbol(arena, cell, "green");
  symbol->word = arena_strdup(arena, "Green*");
  symbol->alt = arena_strdup(arena, "Green (by the rule)");
  symbol->by_rule = true;
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_row(flat, 0, WORDS("Green (by the rule)"));
}

/* No page shows them. */
static void words_of_a_figure_are_no_remarks(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Target");
  RowGroup *group = sample_group(arena, table, NULL);
  static const int units[] = { UNIT_PERCENT, UNIT_YES_NO };
  for (guint i = 0; i < G_N_ELEMENTS(units); i++)
    sample_value(arena, sample_row(arena, group, ROW_BODY), "96", units[i])->text = arena_strdup(arena, "96% (adults)");
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  for (guint i = 0; i < flat->columns->len; i++)
    assert_true(flat_column(flat, i)->role != FLAT_REMARK);
}

/* The number stays one. */
static void notes_of_figures_are_remarks(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "Actual");
  Value *value = sample_value(arena, sample_row(arena, sample_group(arena, table, NULL), ROW_BODY), "1204", UNIT_COUNT);
  value->notes = arena_list(arena);
  g_ptr_array_add(value->notes, run_new_note(arena, 2));
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_headings(flat, WORDS("Actual", "Actual: remarks"));
  assert_int_equal(flat_row(flat, 0)->cells[0].kind, FLAT_NUMBER);
  assert_string_equal(flat_row(flat, 0)->cells[1].text, "[note 2]");
}

static void every_state_has_a_mark_and_a_meaning(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Marks marks = { .states = ~1u, .flags = ~1u, .empty = true };
  g_autoptr(GArray) list = shorthand_list(document, &marks);
  assert_int_equal(list->len, terms_state.n - 1 + terms_flag.n - 1 + 1);
  for (guint i = 0; i < list->len; i++) {
    const Shorthand *row = &g_array_index(list, Shorthand, i);
    assert_true(g_str_has_prefix(row->mark, "[") && g_str_has_suffix(row->mark, "]"));
    assert_true(strlen(row->meaning) > 3);
    for (guint k = 0; k < i; k++)
      assert_string_not_equal(row->mark, g_array_index(list, Shorthand, k).mark);
  }
}

static void long_words_are_cut_at_words(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "a");
  sample_column(arena, table, "b");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  sample_words(arena, row, "one two three four \xF0\x9F\x98\x80 five");
  sample_words(arena, row, "end");
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 10);
  assert_headings(flat, WORDS("a", "a (continued)", "a (continued) 2", "a (continued) 3", "b"));
  assert_row(flat, 0, WORDS("one two ", "three ", "four \xF0\x9F\x98\x80 ", "five", "end"));
}

static void prose_keeps_its_marks(void **state)
{
  (void)state;
  g_autofree char *clean = plain_clean(" a\r\nb\rc\x01"
                                       "d\xff ");
  assert_string_equal(clean, "a\nb\nc d\xEF\xBF\xBD");
  g_autofree char *line = plain_line(" a \n\t b ");
  assert_string_equal(line, "a b");
  const char *face = "a\xF0\x9F\x98\x80"; /* three UTF-16 units */
  assert_ptr_equal(plain_end(face, 2), face + 1);
  assert_ptr_equal(plain_end(face, 3), face + strlen(face));
  assert_ptr_equal(plain_end(face, 9), face + strlen(face));
}

/* A word that stands in a column of marks is explained with them. */
static void what_says_nothing_is_explained(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "T");
  sample_column(arena, table, "a");
  RowGroup *group = sample_group(arena, table, NULL);
  sample_value(arena, sample_row(arena, group, ROW_BODY), "1", UNIT_COUNT)->flags = 1u << FLAG_ESTIMATE;
  sample_value(arena, sample_row(arena, group, ROW_BODY), "2", UNIT_COUNT);
  g_autoptr(FlatTable) flat = flat_table_new(document, table, 0);
  assert_row(flat, 1, WORDS("2", "None"));
  g_autofree char *sentence = shorthand_sentence(document, &flat->marks);
  assert_non_null(strstr(sentence, "None in a column of status"));
}

/* ---- figures of charts ----------------------------------------------------------------------------------------- */
static guint numbers_in(const FlatTable *flat)
{
  guint n = 0;
  for (guint row = 0; row < flat->rows->len; row++)
    for (guint column = 0; column < flat->columns->len; column++)
      n += flat_row(flat, row)->cells[column].kind == FLAT_NUMBER;
  return n;
}

/* How many numbers a chart draws: figures, their limits, targets. */
static guint numbers_drawn(const Chart *chart)
{
  guint n = 0;
  for (guint i = 0; i < chart->series->len; i++) {
    const GPtrArray *points = ((const Series *)g_ptr_array_index(chart->series, i))->points;
    for (guint k = 0; k < points->len; k++) {
      const Point *point = g_ptr_array_index(points, k);
      n += point->number.given + 2 * (chart->kind != CHART_STACKED && point_has_range(point));
    }
  }
  for (guint i = 0; i < chart->targets->len; i++)
    for (guint k = 0; k < chart->categories->len; k++)
      n += target_line_spans(g_ptr_array_index(chart->targets, i), k);
  return n;
}

static void what_a_chart_draws_is_in_its_data(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_golden(arena, "charts");
  g_autoptr(GPtrArray) charts = flat_charts_of(document);
  assert_true(charts->len > 5);
  guint limited = 0;
  for (guint i = 0; i < charts->len; i++) {
    const Chart *chart = g_ptr_array_index(charts, i);
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, (gpointer)chart);
    g_autoptr(FlatTable) flat = flat_table_new(document, chart_table_new(arena, document, one, false), 0);
    assert_int_equal(numbers_in(flat), numbers_drawn(chart));
    limited += chart_has_limits(chart);
  }
  assert_true(limited > 1);
}

/* A gap says why: one mark for each reason. */
static void gaps_of_a_chart_say_why(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Chart *chart = record_new(arena, &chart_spec, NULL);
  chart->id = arena_strdup(arena, "gaps");
  Series *series = record_new(arena, &series_spec, &chart->record);
  series->label = arena_strdup(arena, "All");
  g_ptr_array_add(chart->series, series);
  static const int states[][2] = { { STATE_NOT_AVAILABLE, STATE_NONE }, { STATE_NONE, STATE_NOT_DUE },
                                   { STATE_NONE, STATE_NOT_SUPPLIED },  { STATE_SUPPRESSED, STATE_NONE },
                                   { STATE_NONE, STATE_NOT_READABLE },  { STATE_NONE, STATE_NOT_APPLICABLE } };
  for (guint i = 0; i < G_N_ELEMENTS(states); i++) {
    ChartCategory *category = record_new(arena, &chart_category_spec, &chart->record);
    category->label = arena_printf(arena, "%u", i);
    g_ptr_array_add(chart->categories, category);
    Point *point = record_new(arena, &point_spec, &series->record);
    point->state = states[i][0];
    point->absent = states[i][1];
    g_ptr_array_add(series->points, point);
  }
  g_autoptr(GPtrArray) charts = g_ptr_array_new();
  g_ptr_array_add(charts, chart);
  g_autoptr(FlatTable) flat = flat_table_new(document, chart_table_new(arena, document, charts, false), 0);
  static const char *const marks[] = { "[x]", "[not due]", "[not supplied]", "[c]", "[not readable]", "[z]" };
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
    g_autofree char *text = said(flat, i, 3);
    assert_string_equal(text, marks[i]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(columns_get_full_unique_headings),
    cmocka_unit_test(groups_and_titles_become_columns),
    cmocka_unit_test(measures_become_rows),
    cmocka_unit_test(words_behind_a_measure_are_its_own),
    cmocka_unit_test(units_stand_where_they_are_plain),
    cmocka_unit_test(spans_are_repeated_but_remarks_are_not),
    cmocka_unit_test(groups_without_data_are_no_lines),
    cmocka_unit_test(words_beside_figures_are_kept),
    cmocka_unit_test(symbols_by_rule_say_so),
    cmocka_unit_test(words_of_a_figure_are_no_remarks),
    cmocka_unit_test(notes_of_figures_are_remarks),
    cmocka_unit_test(every_state_has_a_mark_and_a_meaning),
    cmocka_unit_test(long_words_are_cut_at_words),
    cmocka_unit_test(prose_keeps_its_marks),
    cmocka_unit_test(what_says_nothing_is_explained),
    cmocka_unit_test(what_a_chart_draws_is_in_its_data),
    cmocka_unit_test(gaps_of_a_chart_say_why),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
