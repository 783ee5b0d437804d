/* Templates: what they say, how runs keep their looks, what is said of wrong ones. */
#include "testing.h"

#include "compose/language/template.h"
#include "compose/library.h"

static char *said(Library *library, const char *text)
{
  Template *tmpl = template_new(&library->compiler, &library->layout->record, "title", text, &library->shape, true);
  g_autofree char *fault = library_fault(library);
  if (!tmpl)
    fail_msg("%s: %s", text, fault);
  return template_text(tmpl, library->document, &library->scope, library->arena);
}

static void texts(void **state)
{
  (void)state;
  static const struct {
    const char *text, *says;
  } cases[] = {
    { "Plain", "Plain" },
    { "{council}: {service-title}", "Merebank: Libraries" },
    { "{ council }", "Merebank" },
    { "{period}, hyd at {to}", "Chwarter 4 2009/10, hyd at 31 Mawrth 2010" },
    { "{year}", "2009/10" },
    { "{count objective/milestone}[, of them {count objective/milestone[rating = amber]} amber]", "2" },
    { "{objective/milestone/due}", "Mawrth 2010" },
    { "{objective/ref}", "LI 1, LI 2" },
    { "{objective/milestone/areas}", "6, 30" },
    { "{indicator/measure/value}", "6.1% (A)" },
    { "{indicator/projection}", "6.3%" },              /* with the indicator's decimals */
    { "{objective/milestone/rating}", "Gwyrdd, red" }, /* a word that the language lacks shows its name */
    { "{half-year}", "Ie" },
    { "{shorthand/text}", "Not yet available" },
    { "a[, by {officer}] b", "a b" },
    { "a[, in {council}] b", "a, in Merebank b" },
    { "[{officer} {council}]x", "x" },           /* all paths of a part must say something */
    { "x[|Item {council}]", "x|Item Merebank" }, /* page furniture: the mark between its places */
    { "Section [[1", "Section [1" },
    { "Page {page} of {pages}", "Page {page} of {pages}" },
    { "  two   words ", "two words" },
    { "{officer} and {officer}", "and" },
  };
  g_autoptr(Library) library = library_new();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_string_equal(said(library, cases[i].text), cases[i].says);
  assert_null(said(library, "{officer}"));
  assert_null(said(library, "[{officer}]"));
}

static void alternatives(void **state)
{
  (void)state;
  static const struct {
    const char *text, *says;
  } cases[] = {
    { "[{officer}|{council}]: x", "Merebank: x" }, /* the first that says something */
    { "[{council}: |{officer}: ]x", "Merebank: x" },
    { "a|b [{officer}|none|{council}]", "a|b none" },
    { "{word milestone green}, {word indicator green small}; {word travel worse}", "Gwyrdd, gwyrdd; worse" },
  };
  g_autoptr(Library) library = library_new();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    Template *tmpl =
        template_new(&library->compiler, &library->layout->record, "title", cases[i].text, &library->shape, false);
    assert_non_null(tmpl);
    assert_string_equal(template_text(tmpl, library->document, &library->scope, library->arena), cases[i].says);
  }
}

static Run *run_at(const GPtrArray *runs, guint i)
{
  return g_ptr_array_index(runs, i);
}

static void looks(void **state)
{
  (void)state;
  g_autoptr(Library) library = library_new();
  GPtrArray *words = arena_list(library->arena);
  g_ptr_array_add(words, run_new(library->arena, "In bold {shorthand/text}", RUN_BOLD));
  g_ptr_array_add(words, run_new(library->arena, "{council}, {service}", RUN_BREAK));
  Template *tmpl = template_new_runs(&library->compiler, &library->layout->record, words, &library->shape);
  assert_non_null(tmpl);
  const GPtrArray *runs = template_runs(tmpl, library->document, &library->scope, library->arena);
  assert_int_equal(runs->len, 2); /* bold of the model inside bold of the layout joins it */
  assert_string_equal(run_at(runs, 0)->text, "In bold Not yet available");
  assert_int_equal(run_at(runs, 0)->style, RUN_BOLD);
  assert_string_equal(run_at(runs, 1)->text, "Merebank, libraries");
  assert_int_equal(run_at(runs, 1)->style, RUN_BREAK); /* once, before the first words */
}

static void looks_of_the_model(void **state)
{
  (void)state;
  g_autoptr(Library) library = library_new();
  Template *tmpl = template_new(&library->compiler, &library->layout->record, "title", "NYA: {shorthand/text}",
                                &library->shape, false);
  const GPtrArray *runs = template_runs(tmpl, library->document, &library->scope, library->arena);
  assert_int_equal(runs->len, 3);
  assert_string_equal(run_at(runs, 0)->text, "NYA: Not ");
  assert_string_equal(run_at(runs, 1)->text, "yet");
  assert_int_equal(run_at(runs, 1)->style, RUN_BOLD);
  assert_string_equal(run_at(runs, 2)->text, " available");
}

static void faults(void **state)
{
  (void)state;
  static const struct {
    const char *text, *fault;
  } cases[] = {
    { "{council", "'{council' is not closed by '}' [L-TEMPLATE]" },
    { "{", "a name is missing [L-PATH]" },
    { "{}", "a name is missing before '}' [L-PATH]" },
    { "[{council}", "'[' is not closed by ']' [L-TEMPLATE]" },
    { "{council}]", "']' closes nothing [L-TEMPLATE]" },
    { "[a [b]]", "an optional part cannot stand inside another [L-TEMPLATE]" },
    { "{objective}", "'objective' is a whole record (objective): say which of its fields [L-KIND]" },
    { "{word colour green}", "'colour' is no scale: one of milestone, indicator, travel [L-VALUE]" },
    { "{word milestone better}", "'better' is no rating: one of green, amber, red, complete, not-applicable, "
                                 "not-available, not-due, not-supplied, "
                                 "not-readable, not-rated [L-VALUE]" },
    { "{word travel worse big}",
      "the word of a level is written {word SCALE NAME} or {word SCALE NAME small} [L-TEMPLATE]" },
    { "{word/ref}", "nothing is called 'word' in or around 'report model' [L-NAME]" },
    { "{counsil}", "nothing is called 'counsil' in or around 'report model' (did you mean 'council'?) [L-NAME]" },
    { "{page}", "nothing is called 'page' in or around 'report model' [L-NAME]" },
  };
  g_autoptr(Library) library = library_new();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_null(
        template_new(&library->compiler, &library->layout->record, "title", cases[i].text, &library->shape, false));
    g_autofree char *fault = library_fault(library);
    assert_string_equal(fault, cases[i].fault);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(texts),  cmocka_unit_test(alternatives),
    cmocka_unit_test(looks),  cmocka_unit_test(looks_of_the_model),
    cmocka_unit_test(faults),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
