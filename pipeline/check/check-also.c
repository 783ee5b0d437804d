/* Codes that two plans give one thing: ours says that it is X there, and X there says that it is another of ours. */
#include "check/checks.h"
#include <string.h>

/* "SCS/SH7a" is SH7a, with the document it stands in before it. */
static const char *bare(const char *code)
{
  const char *slash = strrchr(code, '/');
  return slash ? slash + 1 : code;
}

static bool names(const GPtrArray *codes, const char *ref)
{
  for (guint i = 0; i < codes->len; i++)
    if (strcmp(bare(g_ptr_array_index(codes, i)), ref) == 0)
      return true;
  return false;
}

/* The first of our indicators that the codes name, or NULL. */
static const Indicator *ours_of(const Checks *c, const GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++) {
    const Indicator *found = g_hash_table_lookup(c->index->indicators, bare(g_ptr_array_index(codes, i)));
    if (found)
      return found;
  }
  return NULL;
}

static void check_pair(const Checks *c, const Indicator *ours, const Indicator *theirs)
{
  const Indicator *instead = names(theirs->also, ours->ref) ? NULL : ours_of(c, theirs->also);
  if (!instead)
    return;
  Spot spot = { &ours->record, "also", &theirs->record, "also" };
  findings_add(c->findings, "D-ALSO", &spot, "indicator %s says that it is also %s, but %s says that it is also %s",
               ours->ref, theirs->ref, theirs->ref, instead->ref);
}

/* Indicators of other services' plans, by code. */
static GHashTable *others_of(const Inputs *inputs)
{
  GHashTable *others = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < inputs->also->len; i++) {
    const Plan *plan = g_ptr_array_index(inputs->also, i);
    if (plan->record.spec != &plan_spec || g_strcmp0(plan->service, inputs->plan->service) == 0)
      continue;
    for (guint j = 0; j < plan->indicators->len; j++) {
      Indicator *indicator = g_ptr_array_index(plan->indicators, j);
      if (indicator->ref && !g_hash_table_contains(others, indicator->ref))
        g_hash_table_insert(others, indicator->ref, indicator);
    }
  }
  return others;
}

static void run(const Checks *c)
{
  g_autoptr(GHashTable) others = others_of(c->inputs);
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *ours = g_ptr_array_index(c->inputs->plan->indicators, i);
    for (guint j = 0; ours->ref && j < ours->also->len; j++) {
      const Indicator *theirs = g_hash_table_lookup(others, bare(g_ptr_array_index(ours->also, j)));
      if (theirs)
        check_pair(c, ours, theirs);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-ALSO", LEVEL_WARNING, "agreement", "two plans that do not agree which of their indicators are one",
    "Figures of the one are held against those of the other: with the wrong one they cannot agree.",
    "Look both up and correct the also of one of them." },
  { NULL },
};
/* clang-format on */

const Check check_also = { .run = run, .rules = rules };
