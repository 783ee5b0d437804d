/* References that lead to something, but not to what belongs there: a risk's milestone of another objective, a code
 * twice in one list; roles and priorities that a return names. */
#include "merge/checks.h"
#include "merge/plan-index.h"
#include <string.h>

/* A code that a list names twice: the second was perhaps to be another. */
static void check_lists(const Checks *c, const Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    const GPtrArray *codes = field->type == FIELD_CODES ? *(GPtrArray *const *)record_at(record, field) : NULL;
    for (guint j = 1; codes && j < codes->len; j++) {
      const char *code = g_ptr_array_index(codes, j);
      guint first = 0;
      while (strcmp(g_ptr_array_index(codes, first), code) != 0)
        first++;
      if (first == j)
        continue;
      g_autofree char *name = record_name(record);
      findings_at(c->findings, "R-TWICE", record, field->name, "%s names '%s' twice among its %s", name, code,
                  field->label ? field->label : field->name);
    }
  }
}

static void check_objective(const Checks *c, const Objective *objective)
{
  check_lists(c, &objective->record);
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *milestone = g_ptr_array_index(objective->milestones, i);
    check_lists(c, &milestone->record);
  }
}

/* The objective that holds a milestone, or NULL. */
static const Objective *holder_of(const Checks *c, const char *milestone)
{
  const Record *record = milestone ? g_hash_table_lookup(c->index->milestones, milestone) : NULL;
  return record ? (const Objective *)record->parent : NULL;
}

static void check_risk(const Checks *c, const Risk *risk)
{
  const Objective *holder = holder_of(c, risk->milestone);
  for (guint i = 0; i < risk->treatments->len; i++)
    check_lists(c, g_ptr_array_index(risk->treatments, i));
  if (!holder || !risk->objective || g_strcmp0(holder->ref, risk->objective) == 0)
    return;
  Spot spot = { &risk->record, "milestone", &holder->record, "ref" };
  findings_add(c->findings, "R-RISK-OF", &spot, "risk %s belongs to objective %s, but its milestone %s is one of %s",
               risk->ref, risk->objective, risk->milestone, holder->ref);
}

static void check_items(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++)
    check_objective(c, g_ptr_array_index(plan->objectives, i));
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    check_lists(c, &indicator->record);
  }
  for (guint i = 0; i < plan->risks->len; i++)
    check_risk(c, g_ptr_array_index(plan->risks, i));
  for (guint i = 0; i < plan->equality_actions->len; i++)
    check_lists(c, g_ptr_array_index(plan->equality_actions, i));
}

static void check_framework(const Checks *c)
{
  const Framework *framework = c->inputs->framework;
  for (guint i = 0; i < framework->priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(framework->priorities, i);
    check_lists(c, &priority->record);
    for (guint j = 0; framework->roles->len > 0 && j < priority->officers->len; j++) {
      const char *officer = g_ptr_array_index(priority->officers, j);
      if (!framework_role(framework, officer))
        findings_at(c->findings, "R-ROLE", &priority->record, "officers",
                    "priority %s: role '%s' is not in the framework", priority->ref, officer);
    }
  }
  for (guint i = 0; i < framework->boards->len; i++)
    check_lists(c, g_ptr_array_index(framework->boards, i));
}

static void check_narrative(const Checks *c, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    if (section->priority && !framework_priority(c->inputs->framework, section->priority))
      findings_at(c->findings, "R-PRIORITY", &section->record, "priority",
                  "section %s: corporate priority '%s' is not in the framework", section->ref, section->priority);
    check_narrative(c, section->sections);
  }
}

static void run(const Checks *c)
{
  const Return *current = c->inputs->current;
  check_framework(c);
  check_items(c);
  check_narrative(c, c->inputs->plan->sections);
  if (!current)
    return;
  check_narrative(c, current->sections);
  if (current->officer && c->inputs->framework->roles->len > 0 &&
      !framework_role(c->inputs->framework, current->officer))
    findings_at(c->findings, "R-ROLE", &current->record, "officer", "the return: role '%s' is not in the framework",
                current->officer);
}

const Check check_belonging = { .name = "belonging", .run = run };
