/* The samples, and what is rightly found in each of them. */
#include "sample.h"
#include "record/record-read.h"

/* clang-format off */
static const char *const clean_previous[] = { "tests/mutation/clean/last-year.xml", "tests/mutation/clean/previous.xml", NULL };
static const char *const clean_known[] = { NULL };

static const char *const health_previous[] = { "fixtures/council/returns/2008-09-Q4/health-and-partnerships.xml",
                                               "fixtures/council/returns/2009-10-Q3/health-and-partnerships.xml", NULL };
static const char *const health_known[] = { "G-BETTER indicator NI 123", "G-PAST milestone HP3-04",
                                            "M-COPIED milestone HP1-09", "W-TONE risk treatment R2a",
                                            "R-DUE-ORDER risk treatment R3a", NULL };

static const char *const safety_previous[] = { "fixtures/council-2012/returns/2011-12-Q2/community-safety.xml", NULL };
static const char *const safety_known[] = { "W-PERCENT indicator CCC 28", NULL };

static const char *const guarding_previous[] = { "fixtures/council-2012/returns/2011-12-Q2/safeguarding.xml", NULL };
static const char *const guarding_known[] = { "G-OUTLOOK indicator PA 8", "R-UNIT indicator CCC 31", "R-UNIT indicator CCC 32",
                                              NULL };

static Sample samples[] = {
  { "clean", { "tests/mutation/clean/framework.xml", "tests/mutation/clean/plan.xml", "tests/mutation/clean/return.xml" },
    clean_previous, clean_known },
  { "health-and-partnerships",
    { "fixtures/council/framework.xml", "fixtures/council/plans/2009-10/health-and-partnerships.xml",
      "fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml" },
    health_previous, health_known },
  { "community-safety",
    { "fixtures/council-2012/framework.xml", "fixtures/council-2012/plans/2012-13/community-safety.xml",
      "fixtures/council-2012/returns/2012-13-Q2/community-safety.xml" },
    safety_previous, safety_known },
  { "safeguarding",
    { "fixtures/council-2012/framework.xml", "fixtures/council-2012/plans/2012-13/safeguarding.xml",
      "fixtures/council-2012/returns/2012-13-Q2/safeguarding.xml" },
    guarding_previous, guarding_known },
};
/* clang-format on */

const Spec *sample_spec(Document document)
{
  static const Spec *const specs[] = { [FRAMEWORK] = &framework_spec, [PLAN] = &plan_spec, [RETURN] = &return_spec };
  return specs[document];
}

static const Record *read_one(Arena *arena, const char *root, const char *path, const Spec *spec)
{
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *full = g_build_filename(root, path, NULL);
  const Record *record = record_read_file(arena, full, spec, diags, &error);
  if (!record)
    g_error("%s: %s", full, error ? error->message : "cannot be read");
  return record;
}

static void read_sample(Arena *arena, const char *root, Sample *sample)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    sample->roots[i] = read_one(arena, root, sample->paths[i], sample_spec(i));
  Inputs *inputs = &sample->inputs;
  inputs->arena = arena;
  inputs->framework = (const Framework *)sample->roots[FRAMEWORK];
  inputs->plan = (const Plan *)sample->roots[PLAN];
  inputs->current = (const Return *)sample->roots[RETURN];
  inputs->previous = arena_list(arena);
  inputs->also = arena_list(arena);
  for (const char *const *path = sample->previous; *path; path++)
    g_ptr_array_add(inputs->previous, (gpointer)read_one(arena, root, *path, &return_spec));
  inputs->period = inputs->current->period;
}

Sample *samples_read(Arena *arena, const char *root, guint *ret_n)
{
  for (guint i = 0; i < G_N_ELEMENTS(samples); i++)
    read_sample(arena, root, &samples[i]);
  *ret_n = G_N_ELEMENTS(samples);
  return samples;
}
