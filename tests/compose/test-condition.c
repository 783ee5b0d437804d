/* Conditions: what holds for a report and for a milestone, and what is said of wrong ones. */
#include "testing.h"

#include "compose/language/condition.h"
#include "compose/language/path.h"
#include "compose/library.h"

typedef struct {
  const char *text;
  bool holds;
} Case;

static Condition *read_condition(Library *library, const char *text, const Shape *shape)
{
  return condition_new(&library->compiler, &library->layout->record, "title", text, shape);
}

static void check(Library *library, const Case *cases, guint n, const Shape *shape, const Scope *scope)
{
  for (guint i = 0; i < n; i++) {
    const Condition *condition = read_condition(library, cases[i].text, shape);
    g_autofree char *fault = library_fault(library);
    if (!condition || condition_holds(condition, scope) != cases[i].holds)
      fail_msg("%s: should %s (%s)", cases[i].text, cases[i].holds ? "hold" : "not hold", fault ? fault : "is read");
  }
}

static void of_a_report(void **state)
{
  (void)state;
  static const Case cases[] = {
    { "quarter = 4", true },
    { "quarter != 4", false },
    { "quarter >= 2 and quarter <= 4", true },
    { "quarter < 4 or quarter > 4", false },
    { "quarter = 1 and status = final or status = draft", true }, /* and binds tighter */
    { "status = draft or quarter = 1 and status = final", true },
    { "not status = final", true },
    { "(quarter = 1 or quarter = 4) and status = draft", true },
    { "(quarter = 1 or quarter = 4) and (status = final)", false },
    { "not (quarter = 4 and (status = draft or status = final))", false },
    { "not status = draft", false },
    { "half-year = yes", true },
    { "half-year = no", false },
    { "has-return = no", true },
    { "council = Merebank", true },
    { "service-title = 'Libraries'", true },
    { "service-title = ' Libraries'", false },
    { "to = 2010-03-31", true },
    { "to = 2010-03", true }, /* a month counts as its last day */
    { "to > 2010-03-30", true },
    { "period >= 2009-10-Q3", true },
    { "period = 2009-10-Q3", false },
    { "officer missing", true },
    { "council given", true },
    { "officer = x", false }, /* what is missing equals nothing, */
    { "officer != x", true }, /* and differs from everything */
    { "statement missing", true },
    { "objective given", true },
    { "objective[ref = 'LI 2'] given", true },
    { "objective[ref = 'LI 3'] given", false },
    { "objective/ref = 'LI 2'", true }, /* one of them does */
    { "objective/milestone/rating = amber", false },
    { "count objective = 2", true },
    { "count objective/milestone[key = yes] < 1", false },
    { "count objective/milestone/commentary = 1", true },
    { "count statement != 0", false },
    { "indicator/projection > 6.2", true },
    { "indicator/projection > 6.25", false },
    { "indicator/measure/value/flags has estimate", true },
    { "indicator/measure/value/flags has revised", false },
    { "finding/severity >= warning", true },
    { "finding/severity = error", false },
    { "service = {wanted}", false },
    { "service = {unset}", false },
    { "wanted = learning", true },
    { "unset missing", true },
    { "count reports = 2", true },
  };
  g_autoptr(Library) library = library_new();
  check(library, cases, G_N_ELEMENTS(cases), &library->shape, &library->scope);
}

static void of_a_milestone(void **state)
{
  (void)state;
  static const Case cases[] = {
    { "year = {report/year}", true },
    { "due <= {to}", true }, /* found in the report around */
    { "areas has 30", true },
    { "areas has 3", false },
    { "board = {wanted}", true },
    { "board[title = x] given", false }, /* a value has nothing in []: the boards of the report are meant */
    { "objective/priorities has CP1", true },
    { "objective/priorities has {report/board/priorities}", true },
    { "report/board[ref = learning]/priorities has {objective/priorities}", true },
    { "ref = {milestone/board}", false },
  };
  g_autoptr(Library) library = library_new();
  const Path *path =
      path_new(&library->compiler, &library->layout->record, "title", "objective/milestone", &library->shape);
  const Shape shape = path_shape(path, &library->shape);
  const Scope scope = { path_first(path, &library->scope), NULL, &library->world };
  check(library, cases, G_N_ELEMENTS(cases), &shape, &scope);
}

static void faults(void **state)
{
  (void)state;
  static const struct {
    const char *text, *fault;
  } cases[] = {
    { "", "a name is missing [L-PATH]" },
    { "quarter", "a comparison is missing: use = != < <= > >= has given missing [L-CONDITION]" },
    { "quarter == 4", "'quarter' can never be '=': it is a whole number [L-VALUE]" },
    { "quarter = 4 and", "a name is missing [L-PATH]" },
    { "quarter = -4", "'quarter' can never be '-4': it is a whole number [L-VALUE]" },
    { "quarter = 4 xor status = draft",
      "'xor status = draft' cannot follow: join conditions by and, or [L-CONDITION]" },
    { "council = 'Merebank", "the quote is not closed [L-CONDITION]" },
    { "council < M", "'council' cannot be compared like this: use =, !=, given or missing [L-KIND]" },
    { "council has M", "'council' cannot be compared like this: use =, !=, given or missing [L-KIND]" },
    { "board/priorities = CP1", "'board/priorities' cannot be compared like this: use has, given or missing [L-KIND]" },
    { "shorthand/text = x", "'shorthand/text' cannot be compared like this: use given or missing [L-KIND]" },
    { "status = final-ish", "'status' can never be 'final-ish': it is one of draft, final [L-VALUE]" },
    { "status = {half-year}", "'status' and 'half-year' are of different kinds and are never equal [L-KIND]" },
    { "status = {status}", "'status' is compared with itself: say of which record the other one is [L-SAME]" },
    { "status = {wanted}", "'status' can never be 'learning': it is one of draft, final [L-VALUE]" },
    { "council = {board/priorities}",
      "'council' and 'board/priorities' are of different kinds and are never equal [L-KIND]" },
    { "quarter = {quartr}",
      "nothing is called 'quartr' in or around 'report model' (did you mean 'quarter'?) [L-NAME]" },
    { "half-year given", "'half-year' is yes or no, never missing: use = yes or = no [L-KIND]" },
    { "objective = 2", "'objective' names records: only given, missing or count can be asked of them [L-KIND]" },
    { "count objective given", "a count is compared with a whole number [L-CONDITION]" },
    { "count objective > some", "a count is compared with a whole number [L-CONDITION]" },
    { "((((((((((((((((((((((((((((((((((((((((",
      "conditions stand inside each other more than 32 deep [L-CONDITION]" },
    { "(quarter = 4", "')' is missing [L-CONDITION]" },
  };
  g_autoptr(Library) library = library_new();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_null(read_condition(library, cases[i].text, &library->shape));
    g_autofree char *fault = library_fault(library);
    assert_string_equal(fault, cases[i].fault);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(of_a_report),
    cmocka_unit_test(of_a_milestone),
    cmocka_unit_test(faults),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
