/* The Analysis Function's checklist for spreadsheets, line by line, over the parts of the sample's workbook in both
 * profiles. */
#include "rendered.h"
#include "sample.h"
#include "testing.h"
#include "workbook.h"
#include <string.h>

typedef struct {
  char *folder;
  Workbook *workbooks[2]; /* public, working */
  GPtrArray *sheets;      /* names, of the public one */
} Books;

static const char *const profiles[] = { "public", "working" };

static int set_up(void **ret_state)
{
  Books *state = g_new0(Books, 1);
  state->folder = sample_folder();
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_document(arena);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *path = g_strdup_printf("%s/%s.xlsx", state->folder, profiles[i]);
    g_autoptr(GError) error = NULL;
    RenderOptions options = { .profile = profiles[i] };
    if (!rendered_save(&renderer_xlsx, document, path, &options, &error))
      fail_msg("%s", error->message);
    state->workbooks[i] = workbook_open(path);
  }
  state->sheets = workbook_sheets(state->workbooks[0]);
  *ret_state = state;
  return 0;
}

static int tear_down(void **at)
{
  Books *state = *at;
  workbook_free(state->workbooks[0]);
  workbook_free(state->workbooks[1]);
  g_ptr_array_unref(state->sheets);
  sample_clean(state->folder);
  g_free(state->folder);
  g_free(state);
  return 0;
}

/* Calls check for every sheet of a workbook; the part's name is given. */
static void each_sheet(Workbook *workbook, void (*check)(Workbook *workbook, const char *part, const char *name))
{
  g_autoptr(GPtrArray) names = workbook_sheets(workbook);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *part = g_strdup_printf("xl/worksheets/sheet%u.xml", i + 1);
    check(workbook, part, g_ptr_array_index(names, i));
  }
}

static void both(Books *state, void (*check)(Workbook *workbook, const char *part, const char *name))
{
  each_sheet(state->workbooks[0], check);
  each_sheet(state->workbooks[1], check);
}

static bool has_table(const char *name)
{
  return !g_str_equal(name, "Cover") && !g_str_equal(name, "Charts");
}

static void assert_none(Workbook *workbook, const char *part, const char *xpath)
{
  g_autofree char *count = g_strdup_printf("count(%s)", xpath);
  if (workbook_number(workbook, part, count) != 0)
    fail_msg("%s holds %s", part, xpath);
}

/* ---- the lines of the checklist -------------------------------------------------------------------------------- */
static void has_cover_contents_notes(void **at)
{
  Books *state = *at;
  assert_string_equal(g_ptr_array_index(state->sheets, 0), "Cover");
  assert_string_equal(g_ptr_array_index(state->sheets, 1), "Contents");
  assert_string_equal(g_ptr_array_index(state->sheets, 2), "Notes");
  static const char *const said[] = { "Council: Merebank Borough Council", "Period: Quarter 4 2009/10",
                                      "Date: 30 April 2010", NULL };
  for (guint i = 0; i < 2; i++) {
    g_autofree char *title = workbook_cell(state->workbooks[i], "xl/worksheets/sheet1.xml", "A1");
    assert_string_equal(title, "Quarterly monitoring report: Health and Partnerships");
    for (guint k = 0; said[k]; k++) {
      g_autofree char *xpath = g_strdup_printf("count(//s:t[.='%s'])", said[k]);
      assert_true(workbook_number(state->workbooks[i], "xl/sharedStrings.xml", xpath) == 1);
    }
  }
}

static void contents_link_to_every_sheet(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    g_autoptr(GPtrArray) names = workbook_sheets(state->workbooks[i]);
    for (guint k = 2; k < names->len; k++) {
      g_autofree char *xpath =
          g_strdup_printf("count(//s:hyperlink[@location=\"'%s'!A1\"])", (const char *)g_ptr_array_index(names, k));
      if (workbook_number(state->workbooks[i], "xl/worksheets/sheet2.xml", xpath) != 1)
        fail_msg("no link to %s", (const char *)g_ptr_array_index(names, k));
    }
    g_autofree char *text = workbook_cell(state->workbooks[i], "xl/worksheets/sheet2.xml", "A5");
    assert_string_equal(text, "Notes"); /* a link's text says where it leads */
  }
}

static void check_table(Workbook *workbook, const char *part, const char *name)
{
  g_autofree char *table = workbook_table(workbook, part);
  if (!has_table(name)) {
    assert_null(table);
    return;
  }
  assert_non_null(table);
  assert_true(workbook_number(workbook, part, "count(//s:tablePart)") == 1);
  g_autofree char *range = workbook_string(workbook, table, "string(/s:table/@ref)");
  guint first, last, n;
  workbook_range(range, &first, &last, &n); /* begins in column A, or fails */
  assert_true(last > first);
  assert_true(workbook_number(workbook, table, "count(//s:tableColumn)") == n);
  g_autofree char *beside =
      g_strdup_printf("//s:row[@r > %u]/s:c | //s:row[@r >= %u]/s:c[position() > %u]", last, first, n);
  assert_none(workbook, part, beside); /* nothing below or beside it */
}

static void one_table_at_column_a(void **at)
{
  both(*at, check_table);
}

static void check_headings(Workbook *workbook, const char *part, const char *name)
{
  if (!has_table(name))
    return;
  g_autofree char *table = workbook_table(workbook, part);
  g_autofree char *range = workbook_string(workbook, table, "string(/s:table/@ref)");
  guint first, last, n;
  workbook_range(range, &first, &last, &n);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint column = 1; column <= n; column++) {
    g_autofree char *address = workbook_address(first, column);
    g_autofree char *cell = workbook_cell(workbook, part, address);
    g_autofree char *xpath = g_strdup_printf("string(//s:tableColumn[%u]/@name)", column);
    g_autofree char *heading = workbook_string(workbook, table, xpath);
    assert_string_equal(cell, heading);
    assert_true(strlen(heading) > 0);
    assert_true(g_hash_table_add(seen, g_utf8_casefold(heading, -1)));
  }
}

static void headings_are_unique_and_filled(void **at)
{
  both(*at, check_headings);
}

static void check_filled(Workbook *workbook, const char *part, const char *name)
{
  if (!has_table(name))
    return;
  g_autofree char *table = workbook_table(workbook, part);
  g_autofree char *range = workbook_string(workbook, table, "string(/s:table/@ref)");
  guint first, last, n, blanks = 0;
  workbook_range(range, &first, &last, &n);
  for (guint row = first; row <= last; row++)
    for (guint column = 1; column <= n; column++) {
      g_autofree char *address = workbook_address(row, column);
      g_autofree char *cell = workbook_cell(workbook, part, address);
      blanks += *cell == '\0';
    }
  g_autofree char *explained = workbook_cell(workbook, part, "A4");
  if (blanks > 0 && !g_str_has_prefix(explained, "A blank value is"))
    fail_msg("%s has %u blank cells that nothing explains", name, blanks);
}

static void no_blank_cells_unexplained(void **at)
{
  both(*at, check_filled);
  Books *state = *at;
  each_sheet(state->workbooks[0], check_filled);
}

static void check_plain(Workbook *workbook, const char *part, const char *name)
{
  (void)name;
  static const char *const never[] = {
    "//s:mergeCell", "//s:row[@hidden]", "//s:col[@hidden]",   "//s:legacyDrawing",
    "//s:picture",   "//s:oleObjects",   "//s:dataValidation", "//s:sheetProtection"
  };
  for (guint i = 0; i < G_N_ELEMENTS(never); i++)
    assert_none(workbook, part, never[i]);
  assert_none(workbook, "xl/workbook.xml", "//s:sheet[@state]");
}

static void nothing_merged_or_hidden(void **at)
{
  both(*at, check_plain);
}

static void check_public(Workbook *workbook, const char *part, const char *name)
{
  (void)name;
  static const char *const never[] = {
    "//s:oddFooter", "//s:drawing", "//s:autoFilter", "//s:pane", "//s:conditionalFormatting", "//s:f"
  };
  for (guint i = 0; i < G_N_ELEMENTS(never); i++)
    assert_none(workbook, part, never[i]);
}

static void public_holds_nothing_else(void **at)
{
  Books *state = *at;
  Workbook *workbook = state->workbooks[0];
  each_sheet(workbook, check_public);
  assert_none(workbook, "xl/workbook.xml", "//s:definedName");
  assert_none(workbook, "xl/styles.xml", "//s:fill[position() > 2]"); /* the two that every workbook has */
  GList *parts = workbook_parts(workbook);
  for (GList *part = parts; part; part = part->next)
    if (strstr(part->data, "drawing") || strstr(part->data, "chart") || strstr(part->data, "media"))
      fail_msg("the public workbook holds %s", (char *)part->data);
  g_list_free(parts);
}

static void check_wrapped(Workbook *workbook, const char *part, const char *name)
{
  if (!has_table(name))
    return;
  g_autofree char *table = workbook_table(workbook, part);
  g_autofree char *range = workbook_string(workbook, table, "string(/s:table/@ref)");
  guint first, last, n;
  workbook_range(range, &first, &last, &n);
  for (guint row = first; row <= last; row++) {
    g_autofree char *height = g_strdup_printf("number(//s:row[@r=%u]/@ht)", row);
    assert_true(workbook_number(workbook, part, height) >= 15);
    g_autofree char *style_path = g_strdup_printf("number(//s:row[@r=%u]/s:c[1]/@s)", row);
    int style = (int)workbook_number(workbook, part, style_path);
    g_autofree char *wraps = g_strdup_printf("count(//s:cellXfs/s:xf[%d]/s:alignment[@wrapText='1'])", style + 1);
    assert_true(workbook_number(workbook, "xl/styles.xml", wraps) == 1);
  }
  g_autofree char *columns = g_strdup_printf("count(//s:col) >= %u", n);
  assert_true(workbook_number(workbook, part, columns) == 1);
}

static void text_wraps_in_rows_of_set_height(void **at)
{
  both(*at, check_wrapped);
}

static void check_title(Workbook *workbook, const char *part, const char *name)
{
  (void)name;
  int style = (int)workbook_number(workbook, part, "number(//s:c[@r='A1']/@s)");
  g_autofree char *xpath = g_strdup_printf("number(//s:cellXfs/s:xf[%d]/@xfId)", style + 1);
  int named = (int)workbook_number(workbook, "xl/styles.xml", xpath);
  g_autofree char *name_path = g_strdup_printf("string(//s:cellStyle[@xfId=%d]/@name)", named);
  g_autofree char *style_name = workbook_string(workbook, "xl/styles.xml", name_path);
  assert_string_equal(style_name, "Heading 1");
}

static void titles_are_headings(void **at)
{
  both(*at, check_title);
}

static void type_is_sans_serif_12(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    assert_none(state->workbooks[i], "xl/styles.xml", "//s:fonts/s:font[s:name/@val != 'Arial']");
    assert_none(state->workbooks[i], "xl/styles.xml", "//s:fonts/s:font[s:sz/@val < 12]");
  }
}

static void names_are_unique_and_short(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    g_autoptr(GPtrArray) names = workbook_sheets(state->workbooks[i]);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint k = 0; k < names->len; k++) {
      assert_true(g_utf8_strlen(g_ptr_array_index(names, k), -1) <= 31);
      assert_true(g_hash_table_add(seen, g_utf8_casefold(g_ptr_array_index(names, k), -1)));
    }
  }
}

static void document_information_is_filled(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    Workbook *workbook = state->workbooks[i];
    g_autofree char *title = workbook_string(workbook, "docProps/core.xml", "string(//dc:title)");
    g_autofree char *lang = workbook_string(workbook, "docProps/core.xml", "string(//dc:language)");
    g_autofree char *creator = workbook_string(workbook, "docProps/core.xml", "string(//dc:creator)");
    g_autofree char *created = workbook_string(workbook, "docProps/core.xml", "string(//dcterms:created)");
    g_autofree char *modified = workbook_string(workbook, "docProps/core.xml", "string(//dcterms:modified)");
    assert_string_equal(title, "Quarterly monitoring report: Health and Partnerships");
    assert_string_equal(lang, "en-GB");
    assert_string_equal(creator, "Operational Director (Health and Partnerships)");
    assert_string_equal(created, "2010-04-30T00:00:00Z");
    assert_string_equal(modified, created);
  }
}

static void cursor_is_in_a1_of_the_first_sheet(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    assert_none(state->workbooks[i], "xl/workbook.xml", "//s:workbookView[@activeTab > 0]");
    assert_none(state->workbooks[i], "xl/worksheets/sheet1.xml", "//s:selection[@activeCell != 'A1']");
    assert_none(state->workbooks[i], "xl/worksheets/sheet1.xml", "//s:pane");
    assert_true(workbook_number(state->workbooks[i], "xl/worksheets/sheet1.xml",
                                "count(//s:sheetView[@tabSelected='1'])") == 1);
  }
}

/* Every mark in a cell is explained above its table and on the sheet of notes. */
static void check_marks(Workbook *workbook, const char *part, const char *name)
{
  if (!has_table(name) || g_str_equal(name, "Notes"))
    return;
  g_autofree char *line = workbook_cell(workbook, part, "A3");
  guint n = (guint)workbook_number(workbook, part, "count(//s:c)");
  for (guint i = 1; i <= n; i++) {
    g_autofree char *xpath = g_strdup_printf("string((//s:c)[%u]/@r)", i);
    g_autofree char *address = workbook_string(workbook, part, xpath);
    g_autofree char *cell = workbook_cell(workbook, part, address);
    if (*cell != '[' || strchr(cell, '\n'))
      continue;
    g_auto(GStrv) marks = g_strsplit(cell, "] ", -1);
    for (guint k = 0; marks[k]; k++) {
      g_autofree char *mark = g_strconcat(marks[k], g_str_has_suffix(marks[k], "]") ? "" : "]", NULL);
      if (!strstr(line, mark))
        fail_msg("%s: %s is not explained in '%s'", name, mark, line);
      g_autofree char *shared = g_strdup_printf("count(//s:t[.='%s'])", mark);
      assert_true(workbook_number(workbook, "xl/sharedStrings.xml", shared) == 1);
    }
  }
}

static void marks_are_explained(void **at)
{
  both(*at, check_marks);
}

static void numbers_are_numbers(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    Workbook *workbook = state->workbooks[i];
    g_autofree char *part = workbook_sheet(workbook, "Other indicators");
    g_autofree char *actual = workbook_cell(workbook, part, "F5");
    assert_string_equal(actual, "7.9");
    assert_none(workbook, part, "//s:c[@r='F5'][@t]");
    int style = (int)workbook_number(workbook, part, "number(//s:c[@r='F5']/@s)");
    g_autofree char *format =
        g_strdup_printf("string(//s:numFmt[@numFmtId = //s:cellXfs/s:xf[%d]/@numFmtId]/@formatCode)", style + 1);
    g_autofree char *code = workbook_string(workbook, "xl/styles.xml", format);
    assert_string_equal(code, "#,##0.0\"%\"");
    g_autofree char *female = workbook_cell(workbook, part, "I10");
    assert_string_equal(female, "597.3");
    g_autofree char *status = workbook_cell(workbook, part, "J10");
    assert_string_equal(status, "[e]");
    g_autofree char *rating = workbook_cell(workbook, part, "K10");
    assert_string_equal(rating, "Red (all measures)");
  }
}

static void dates_are_dates(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    g_autofree char *part = workbook_sheet(state->workbooks[i], "Risk treatment measures");
    g_autofree char *date = workbook_cell(state->workbooks[i], part, "C5");
    assert_string_equal(date, "40268"); /* 31 March 2010 */
  }
}

/* ---- what the working profile adds ----------------------------------------------------------------------------- */
static void working_filters_and_freezes(void **at)
{
  Books *state = *at;
  Workbook *workbook = state->workbooks[1];
  g_autofree char *part = workbook_sheet(workbook, "Milestones");
  g_autofree char *table = workbook_table(workbook, part);
  assert_true(workbook_number(workbook, table, "count(//s:autoFilter)") == 1);
  assert_true(workbook_number(workbook, part, "count(//s:pane[@state='frozen'][@ySplit='3'])") == 1);
}

static void both_print_as_wide_as_the_page(void **at)
{
  Books *state = *at;
  for (guint i = 0; i < 2; i++) {
    Workbook *workbook = state->workbooks[i];
    g_autofree char *part = workbook_sheet(workbook, "Milestones");
    assert_true(workbook_number(workbook, part, "count(//s:pageSetup[@orientation='landscape'][@paperSize='9'])") == 1);
    assert_true(workbook_number(workbook, part, "count(//s:pageSetUpPr[@fitToPage='1'])") == 1);
    assert_true(
        workbook_number(workbook, "xl/workbook.xml",
                        "count(//s:definedName[@name='_xlnm.Print_Titles'][contains(., 'Milestones!$3:$3')])") == i);
  }
}

static void working_fills_ratings(void **at)
{
  Books *state = *at;
  Workbook *workbook = state->workbooks[1];
  g_autofree char *part = workbook_sheet(workbook, "Milestones");
  g_autofree char *rule = workbook_string(workbook, part, "string(//s:cfRule[1]/s:formula)");
  assert_string_equal(rule, "\"Green\"");
  assert_true(workbook_number(workbook, part, "count(//s:cfRule[s:formula='\"Red\"'])") == 1);
  assert_true(workbook_number(workbook, "xl/styles.xml", "count(//s:dxf//s:bgColor[@rgb='FF00703C'])") == 1);
}

static void working_formulas_hold_their_results(void **at)
{
  Books *state = *at;
  Workbook *workbook = state->workbooks[1];
  g_autofree char *part = workbook_sheet(workbook, "Revenue");
  static const char *const cells[][3] = { { "H6", "F6-G6", "62" },
                                          { "E10", "SUBTOTAL(109,E6:E9)", "6115" },
                                          { "H13", "SUBTOTAL(109,H11:H12)", "-17" },
                                          { "H14", "SUBTOTAL(109,H6:H13)", "-2" } };
  for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
    g_autofree char *xpath = g_strdup_printf("string(//s:c[@r='%s']/s:f)", cells[i][0]);
    g_autofree char *formula = workbook_string(workbook, part, xpath);
    g_autofree char *cached = workbook_cell(workbook, part, cells[i][0]);
    assert_string_equal(formula, cells[i][1]);
    assert_string_equal(cached, cells[i][2]);
  }
}

static void working_draws_charts(void **at)
{
  Books *state = *at;
  Workbook *workbook = state->workbooks[1];
  assert_true(workbook_number(workbook, "xl/charts/chart1.xml", "count(//c:barChart/c:ser)") == 3);
  assert_true(workbook_number(workbook, "xl/charts/chart1.xml", "count(//c:lineChart/c:ser)") == 1);
  g_autofree char *target =
      workbook_string(workbook, "xl/charts/chart1.xml", "string(//c:lineChart/c:ser/c:val/c:numRef/c:f)");
  assert_string_equal(target, "'Chart data'!$E$18:$E$21");
  g_autofree char *alt = workbook_string(workbook, "xl/drawings/drawing1.xml", "string((//@descr)[1])");
  assert_true(g_str_has_prefix(alt, "Planned departures, quarter 4 2009/10: 83.3%"));
  assert_true(workbook_number(workbook, "xl/charts/chart1.xml", "count(//c:dispBlanksAs[@val='gap'])") == 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(has_cover_contents_notes),
    cmocka_unit_test(contents_link_to_every_sheet),
    cmocka_unit_test(one_table_at_column_a),
    cmocka_unit_test(headings_are_unique_and_filled),
    cmocka_unit_test(no_blank_cells_unexplained),
    cmocka_unit_test(nothing_merged_or_hidden),
    cmocka_unit_test(public_holds_nothing_else),
    cmocka_unit_test(text_wraps_in_rows_of_set_height),
    cmocka_unit_test(titles_are_headings),
    cmocka_unit_test(type_is_sans_serif_12),
    cmocka_unit_test(names_are_unique_and_short),
    cmocka_unit_test(document_information_is_filled),
    cmocka_unit_test(cursor_is_in_a1_of_the_first_sheet),
    cmocka_unit_test(marks_are_explained),
    cmocka_unit_test(numbers_are_numbers),
    cmocka_unit_test(dates_are_dates),
    cmocka_unit_test(working_filters_and_freezes),
    cmocka_unit_test(both_print_as_wide_as_the_page),
    cmocka_unit_test(working_fills_ratings),
    cmocka_unit_test(working_formulas_hold_their_results),
    cmocka_unit_test(working_draws_charts),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
