/* The stages leave what they are given as it was: every input, layout and document says the same before and after. */
#include "testing.h"

#include "check/checks.h"
#include "compose/compose.h"
#include "merge/merge.h"
#include "record/record-write.h"
#include "render/renderers.h"
#include <string.h>

/* Records as they were, to be held against what they are. */
typedef struct {
  GPtrArray *records; /* of const Record */
  GPtrArray *texts;   /* of char *, owned */
} Kept;

static char *text_of(const Record *record)
{
  g_autoptr(GString) xml = g_string_new(NULL);
  record_write(record, xml);
  return g_strdup(xml->str);
}

static void keep(Kept *kept, const void *record)
{
  g_ptr_array_add(kept->records, (gpointer)record);
  g_ptr_array_add(kept->texts, text_of(record));
}

static void assert_kept(const Kept *kept, const char *after)
{
  for (guint i = 0; i < kept->records->len; i++) {
    g_autofree char *now = text_of(g_ptr_array_index(kept->records, i));
    if (strcmp(now, g_ptr_array_index(kept->texts, i)) != 0)
      fail_msg("%s changed a %s", after, ((const Record *)g_ptr_array_index(kept->records, i))->spec->label);
  }
}

static char *sample(const char *path)
{
  return g_build_filename(QMR_ROOT, path, NULL);
}

static void render_all(Kept *kept, const Document *document)
{
  keep(kept, document);
  for (guint i = 0; renderers[i]; i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(Outputs) outputs = outputs_new();
    const RenderOptions options = { 0 };
    assert_true(renderers[i]->write(document, &options, outputs, &error));
    assert_true(outputs_count(outputs) > 0);
    assert_kept(kept, renderers[i]->name);
  }
}

/* Composed in its own language and in Welsh, whole and one item alone. */
static void compose_all(Kept *kept, Arena *arena, const GPtrArray *models, const GPtrArray *findings,
                        const char *layout)
{
  static const char *const words[] = { NULL, "layouts/words-cy.xml" }, *const only[] = { NULL, "HP 2" };
  g_autofree char *path = sample(layout);
  for (guint i = 0; i < 4; i++) {
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *fault = NULL, *words_path = words[i % 2] ? sample(words[i % 2]) : NULL;
    Composing composing = { .models = models, .findings = findings, .only = only[i / 2] };
    assert_true(layout_read(arena, path, words_path, NULL, &composing.files, diags, &error));
    keep(kept, composing.files.layout);
    keep(kept, composing.files.style);
    keep(kept, composing.files.words);
    const Document *document = compose_document(arena, &composing, diags, &fault);
    assert_kept(kept, "compose");
    if (i >= 2) /* an item that the layout may not show */
      continue;
    assert_non_null(document);
    render_all(kept, document);
  }
}

static void test_inputs_stay(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = g_ptr_array_new(), texts = g_ptr_array_new_with_free_func(g_free);
  Kept kept = { records, texts };
  g_autofree char *framework = sample("fixtures/council/framework.xml");
  g_autofree char *plan = sample("fixtures/council/plans/2009-10/health-and-partnerships.xml");
  g_autofree char *form = sample("fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml");
  g_autofree char *earlier = sample("fixtures/council/returns/2009-10-Q3/health-and-partnerships.xml");
  char *previous[] = { earlier, NULL };
  const InputPaths paths = { .framework = framework, .plan = plan, .current = form, .previous = previous };
  Inputs inputs = { .arena = arena };
  assert_true(inputs_read(&paths, &inputs, diags, &error));
  keep(&kept, inputs.framework);
  keep(&kept, inputs.plan);
  keep(&kept, inputs.current);
  keep(&kept, g_ptr_array_index(inputs.previous, 0));
  const Report *report = merge_report(&inputs);
  assert_kept(&kept, "merge");
  keep(&kept, report);
  FindingList *found = check_report(&inputs, report, diags);
  assert_true(found->findings->len > 0);
  assert_kept(&kept, "check");
  keep(&kept, found);
  GPtrArray *models = arena_list(arena), *findings = arena_list(arena);
  g_ptr_array_add(models, (gpointer)report);
  g_ptr_array_add(findings, found);
  compose_all(&kept, arena, models, findings, "layouts/quarterly-monitoring-report.xml");
  compose_all(&kept, arena, models, findings, "layouts/mid-year-progress-report.xml");
  compose_all(&kept, arena, models, findings, "layouts/assurance-report.xml");
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_inputs_stay) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
