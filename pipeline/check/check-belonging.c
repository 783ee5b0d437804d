/* References that lead to something, but not to what belongs there: a risk's milestone of another objective, a code
 * twice in one list; roles and priorities that a return names. */
#include "check/checks.h"
#include "facts/plan-index.h"
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

/* The milestone's code begins with the objective's, written together: "HP1-03" of "HP 1". */
static bool is_numbered_for(const Milestone *milestone, const Objective *objective)
{
  const char *at = milestone->ref ? milestone->ref : "";
  for (const char *ref = objective->ref; ref && *ref; ref++) {
    if (*ref == ' ')
      continue;
    if (*at == ' ')
      at++;
    if (*at++ != *ref)
      return false;
  }
  return !g_ascii_isdigit(*at);
}

/* One of an objective's milestones has a code of another objective. */
static void check_numbering(const Checks *c, const Objective *objective)
{
  const Milestone *odd = NULL;
  guint fitting = 0, others = 0;
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *milestone = g_ptr_array_index(objective->milestones, i);
    bool fits = is_numbered_for(milestone, objective);
    fitting += fits;
    others += !fits;
    odd = fits ? odd : milestone;
  }
  for (guint i = 0; others == 1 && fitting >= 2 && i < c->inputs->plan->objectives->len; i++) {
    const Objective *other = g_ptr_array_index(c->inputs->plan->objectives, i);
    if (!is_numbered_for(odd, other))
      continue;
    Spot spot = { &odd->record, "ref", &other->record, "ref" };
    findings_add(c->findings, "R-ODD", &spot, "milestone %s stands under objective %s, but is numbered for %s",
                 odd->ref, objective->ref, other->ref);
    return;
  }
}

static void check_objective(const Checks *c, const Objective *objective)
{
  check_numbering(c, objective);
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
  if (!holder || !holder->ref || !risk->objective || g_strcmp0(holder->ref, risk->objective) == 0)
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

/* "3.1" inside "2.0": the first numbers of a part are those of the whole. */
static void check_nested(const Checks *c, const Section *whole, const Section *part)
{
  if (!whole || !whole->number || !part->number)
    return;
  gsize length = strlen(whole->number) - (g_str_has_suffix(whole->number, ".0") ? strlen(".0") : 0);
  if (!strchr(part->number, '.') || (strncmp(part->number, whole->number, length) == 0 && part->number[length] == '.'))
    return;
  Spot spot = { &part->record, "number", &whole->record, "number" };
  findings_add(c->findings, "R-NUMBER", &spot, "section %s stands inside section %s", part->number, whole->number);
}

static void check_narrative(const Checks *c, const GPtrArray *sections, const Section *whole)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    check_nested(c, whole, section);
    for (guint k = 0; k < section->priorities->len; k++) {
      const char *priority = g_ptr_array_index(section->priorities, k);
      if (!framework_priority(c->inputs->framework, priority) && !checks_may_be(c, &priority_spec))
        findings_at(c->findings, "R-PRIORITY", &section->record, "priority",
                    "section %s: corporate priority '%s' is not in the framework", section->ref, priority);
    }
    check_narrative(c, section->sections, section);
  }
}

static void run(const Checks *c)
{
  const Return *current = c->inputs->current;
  check_framework(c);
  check_items(c);
  check_narrative(c, c->inputs->plan->sections, NULL);
  if (!current)
    return;
  check_narrative(c, current->sections, NULL);
  if (current->officer && c->inputs->framework->roles->len > 0 &&
      !framework_role(c->inputs->framework, current->officer))
    findings_at(c->findings, "R-ROLE", &current->record, "officer", "the return: role '%s' is not in the framework",
                current->officer);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-ODD", LEVEL_NOTE, "references", "a milestone numbered for another objective",
    "All others of its objective begin with the objective's own code.", "Move the milestone, or correct its code." },
  { "R-RISK-OF", LEVEL_WARNING, "references", "a risk's milestone belongs to another objective than the risk",
    "The risk table would show the risk under an objective that it does not touch.", "Correct the objective or the milestone." },
  { "R-TWICE", LEVEL_NOTE, "references", "a code stands twice in a list",
    "The second was perhaps to be another code.", "Correct it, or take it out." },
  { NULL },
};
/* clang-format on */

const Check check_belonging = { .run = run, .rules = rules };
