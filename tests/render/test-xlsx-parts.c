/* The parts of the Excel renderer that decide without the library: names, widths, formulas, patches. */
#include "render/xlsx/formulas.h"
#include "render/xlsx/measure.h"
#include "render/xlsx/names.h"
#include "render/xlsx/patch.h"
#include "render/xlsx/sheets.h"
#include "sample.h"
#include "testing.h"
#include <string.h>

static void sheet_names_are_cut_and_told_apart(void **state)
{
  (void)state;
  static const char *const wanted[][2] = {
    { "Milestones of 2009/10 by objective and year", "Milestones of 2009 10 by" },
    { "milestones of 2009/10 by objective, then", "milestones of 2009 10 by 2" },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa 2" },
    { "\xF0\x9F\x98\x80\xF0\x9F\x98\x80 '", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80" },
    { "history", "Table" },
    { "", "Table 2" },
  };
  g_autoptr(Names) names = names_new();
  for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
    g_autofree char *name = names_sheet(names, wanted[i][0]);
    assert_string_equal(name, wanted[i][1]);
  }
}

static void table_names_are_no_addresses(void **state)
{
  (void)state;
  static const char *const wanted[][2] = { { "other-indicators", "other_indicators" },
                                           { "Other Indicators!", "Other_Indicators_2" },
                                           { "Q1", "Table_Q1" },
                                           { "XFD1048576", "Table_XFD1048576" },
                                           { "abc", "Table_abc" }, /* a column */
                                           { "R1C1", "Table_R1C1" },
                                           { "r", "Table_r" },
                                           { "rc", "Table_rc" },
                                           { "R12", "Table_R12" },
                                           { "RISK1", "RISK1" },
                                           { "2009", "Table_2009" },
                                           { "--", "Table" },
                                           { NULL, "Table_2" } };
  g_autoptr(Names) names = names_new();
  for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
    g_autofree char *name = names_table(names, wanted[i][0]);
    assert_string_equal(name, wanted[i][1]);
  }
}

static void words_are_measured(void **state)
{
  (void)state;
  assert_int_equal(measure_lines("", 10), 1);
  assert_int_equal(measure_lines("0000 0000 0000", 10), 2);
  assert_int_equal(measure_lines("0000\n\n0000", 10), 3);
  assert_int_equal(measure_lines("000000000000000000000000", 10), 3); /* one long word is broken */
  assert_int_equal((int)(measure_line("00\n0000") * 10), 40);
  assert_int_equal((int)(measure_word("00 000") * 10), 30);
}

static void formats_follow_the_unit(void **state)
{
  (void)state;
  static const struct {
    int unit, decimals;
    bool parentheses;
    const char *expected;
  } cases[] = {
    { UNIT_COUNT, 0, false, "#,##0" },
    { UNIT_PERCENT, 2, false, "#,##0.00\"%\"" },
    { UNIT_POUNDS, 2, false, "\"£\"#,##0.00;-\"£\"#,##0.00" },
    { UNIT_THOUSAND_POUNDS, 0, true, "#,##0;(#,##0)" },
    { UNIT_PENCE, 1, false, "#,##0.0\"p\"" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *format = sheets_number_format(cases[i].unit, cases[i].decimals, cases[i].parentheses);
    assert_string_equal(format, cases[i].expected);
  }
}

/* Rows of budget, actual and variance, in thousands. */
static FlatTable *statement(Arena *arena, const char *const rows[][3], const RowKind *kinds, guint n)
{
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "statement", "Statement");
  static const char *const headings[] = { "Budget", "Actual", "Variance" };
  for (guint i = 0; i < 3; i++)
    sample_column(arena, table, headings[i]);
  RowGroup *group = sample_group(arena, table, NULL);
  for (guint i = 0; i < n; i++) {
    Row *row = sample_row(arena, group, kinds[i]);
    for (guint k = 0; k < 3; k++)
      sample_value(arena, row, rows[i][k], UNIT_THOUSAND_POUNDS);
  }
  return flat_table_new(document, table, 0);
}

static void formulas_only_where_they_give_the_figure(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  static const char *const rows[][3] = { { "10", "8", "2" },   { "20", "25", "-5" },
                                         { "30", "29", "7" }, /* 7 is wrong */
                                         { "60", "62", "-3" }, { "5", "5", "0" },
                                         { "65", "67", "-2" } };
  static const RowKind kinds[] = { ROW_BODY, ROW_BODY, ROW_BODY, ROW_SUBTOTAL, ROW_BODY, ROW_TOTAL };
  g_autoptr(FlatTable) flat = statement(arena, rows, kinds, G_N_ELEMENTS(kinds));
  assert_string_equal(flat_column(flat, 1)->heading, "Budget (£’000)"); /* the type of row stands first */
  g_autoptr(GHashTable) formulas = formulas_of(flat, 4);
  assert_string_equal(formulas_at(formulas, 0, 3), "=B5-C5");
  assert_string_equal(formulas_at(formulas, 1, 3), "=B6-C6");
  assert_null(formulas_at(formulas, 2, 3)); /* stays as printed */
  assert_string_equal(formulas_at(formulas, 3, 1), "=SUBTOTAL(109,B5:B7)");
  assert_null(formulas_at(formulas, 3, 3)); /* neither the difference nor the sum */
  assert_string_equal(formulas_at(formulas, 4, 3), "=B9-C9");
  assert_string_equal(formulas_at(formulas, 5, 1), "=SUBTOTAL(109,B5:B9)");
  assert_string_equal(formulas_at(formulas, 5, 3), "=B10-C10"); /* its subtotal is no formula, so it is no sum */
}

static void chance_makes_no_variance(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  static const char *const rows[][3] = { { "10", "0", "10" }, { "20", "20", "0" }, { "30", "28", "2" } };
  static const RowKind kinds[] = { ROW_BODY, ROW_BODY, ROW_BODY };
  g_autoptr(FlatTable) flat = statement(arena, rows, kinds, G_N_ELEMENTS(kinds));
  g_autoptr(GHashTable) formulas = formulas_of(flat, 4);
  assert_int_equal(g_hash_table_size(formulas), 0);
}

static void numbers_are_written_as_they_were(void **state)
{
  (void)state;
  g_autoptr(GString) part =
      g_string_new("<c><v>70.09999999999999</v></c><c><v>12</v></c><c><v>-0.1000000000000001</v></c>");
  patch_numbers(part);
  assert_string_equal(part->str, "<c><v>70.1</v></c><c><v>12</v></c><c><v>-0.1</v></c>");
}

static void unexpected_parts_are_told(void **state)
{
  (void)state;
  g_autoptr(GString) part = g_string_new("<styleSheet/>");
  g_autoptr(GError) error = NULL;
  assert_false(patch_styles(part, &error));
  assert_string_equal(error->message, "the workbook's parts are not as expected: no title");
  g_clear_error(&error);
  assert_false(patch_core(part, "en", &error));
  assert_string_equal(error->message, "the workbook's parts are not as expected: <dcterms:created ");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sheet_names_are_cut_and_told_apart),
    cmocka_unit_test(table_names_are_no_addresses),
    cmocka_unit_test(words_are_measured),
    cmocka_unit_test(formats_follow_the_unit),
    cmocka_unit_test(formulas_only_where_they_give_the_figure),
    cmocka_unit_test(chance_makes_no_variance),
    cmocka_unit_test(numbers_are_written_as_they_were),
    cmocka_unit_test(unexpected_parts_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
