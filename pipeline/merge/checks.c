/* The table of families of checks. */
#include "merge/checks.h"

static const Check *const families[] = {
  &check_agreement,  &check_arithmetic, &check_coverage, &check_figures,    &check_key,
  &check_movement,   &check_quoted,     &check_rating,   &check_references, &check_sections,
  &check_statements, &check_thread,     &check_times,    &check_tone,
};

void checks_run(const Checks *checks)
{
  for (guint i = 0; i < G_N_ELEMENTS(families); i++)
    families[i]->run(checks);
}
