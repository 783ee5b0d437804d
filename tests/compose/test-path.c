/* Paths: where they end, from a report, a milestone and inside a loop. */
#include "testing.h"

#include "compose/language/path.h"
#include "compose/library.h"
#include "compose/wording/words.h"

static Path *read_path(Library *library, const char *text, const Shape *shape)
{
  return path_new(&library->compiler, &library->layout->record, "title", text, shape);
}

/* The values at the end of the path, "a, b"; records by their names. */
static char *values_of(Library *library, const Path *path, const Scope *scope)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GPtrArray) records = path_follow(path, scope);
  assert_ptr_equal(path_first(path, scope), records->len ? g_ptr_array_index(records, 0) : NULL);
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    g_autofree char *text = path->field ? field_text(library->document, record, path->field) : record_name(record);
    g_string_append_printf(out, "%s%s", i ? "; " : "", text);
  }
  return g_strdup(out->str);
}

typedef struct {
  const char *text, *values;
} Case;

static void check(Library *library, const Case *cases, guint n, const Shape *shape, const Scope *scope)
{
  for (guint i = 0; i < n; i++) {
    const Path *path = read_path(library, cases[i].text, shape);
    g_autofree char *fault = library_fault(library);
    if (!path)
      fail_msg("%s: %s", cases[i].text, fault);
    assert_string_equal(path->text, cases[i].text);
    g_autofree char *values = values_of(library, path, scope);
    assert_string_equal(values, cases[i].values);
  }
}

static void from_a_report(void **state)
{
  (void)state;
  static const Case cases[] = {
    { "council", "Merebank" },
    { "report", "report model libraries" },
    { "report/council", "Merebank" },
    { "officer", "" },
    { "half-year", "Ie" },
    { "has-return", "Na" }, /* no is an answer */
    { "objective", "objective LI 1; objective LI 2" },
    { "objective/milestone/ref", "LI1-01; LI1-02" },
    { "objective/milestone/commentary", "Two do." },
    { "objective[ref = 'LI 1']/milestone[key = no]/ref", "LI1-02" },
    { "objective/milestone[year = {report/year}]/rating", "Gwyrdd" },
    { "indicator/measure/point[period = {report/period}]/number", "6.1%" },
    { "reports/service", "libraries; libraries" },
    { "wanted", "learning" },
    { "unset", "" },
  };
  g_autoptr(Library) library = library_new();
  check(library, cases, G_N_ELEMENTS(cases), &library->shape, &library->scope);
}

static void from_a_milestone_in_a_loop(void **state)
{
  (void)state;
  static const Case cases[] = {
    { "ref", "LI1-01" },
    { "milestone/ref", "LI1-01" }, /* its own element name */
    { "objective/ref", "LI 1" },   /* the record around it, not the report's list */
    { "title", "Open longer" },    /* a name only the record around it has */
    { "service", "libraries" },
    { "board", "learning" },                           /* its own field */
    { "board/title", "Learning Board; Safety Board" }, /* a value leads nowhere: the report's list */
    { "one/title", "Learning Board" },                 /* the loop */
    { "report/objective/ref", "LI 1; LI 2" },
  };
  g_autoptr(Library) library = library_new();
  const Path *boards = read_path(library, "board", &library->shape);
  const Path *path = read_path(library, "objective/milestone", &library->shape);
  const LoopName name = { "one", boards->frame, NULL };
  const LoopRecord record = { path_first(boards, &library->scope), NULL };
  const Shape shape = { path->frame, &name };
  const Scope scope = { path_first(path, &library->scope), &record, &library->world };
  check(library, cases, G_N_ELEMENTS(cases), &shape, &scope);
}

static void faults(void **state)
{
  (void)state;
  static const Case cases[] = {
    { "", "a name is missing [L-PATH]" },
    { "/council", "a name is missing before '/council' [L-PATH]" },
    { "counsil", "nothing is called 'counsil' in or around 'report model' (did you mean 'council'?) [L-NAME]" },
    { "objective/", "a name is missing after '/' [L-PATH]" },
    { "objective/milestnoe", "no 'milestnoe' in 'objective' (did you mean 'milestone'?) [L-NAME]" },
    { "objective/ref/x", "'ref' is a value (objective): nothing can follow it [L-PATH]" },
    { "council/x", "'council' is a value (report model): nothing can follow it [L-PATH]" },
    { "objective/title[ref = x]", "only records of a list can be picked from with [] [L-PATH]" },
    { "report[quarter = 4]", "only records of a list can be picked from with [] [L-PATH]" },
    { "objective[ref = x", "']' is missing [L-PATH]" },
    { "objective[]", "a name is missing before ']' [L-PATH]" },
    { "council !", "'!' cannot follow a path [L-PATH]" },
    { "statement/content", "no 'content' in 'financial statement' [L-NAME]" },
  };
  g_autoptr(Library) library = library_new();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_null(read_path(library, cases[i].text, &library->shape));
    g_autofree char *fault = library_fault(library);
    assert_string_equal(fault, cases[i].values);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(from_a_report),
    cmocka_unit_test(from_a_milestone_in_a_loop),
    cmocka_unit_test(faults),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
