/* References: every code must lead to exactly one thing. */
#include "base/joined.h"
#include "base/text.h"
#include "check/checks.h"
#include "facts/table.h"
#include <string.h>

/* ": did you mean 'HP1-3'?", ": write 27, 30" or nothing; caller frees. */
static char *hint(const Checks *c, GHashTable *table, const char *ref)
{
  g_autofree char *joined = joined_codes(ref, table);
  if (joined)
    return g_strdup_printf(": write %s", joined);
  const char *closest = plan_index_closest(c->index, table, ref);
  return closest ? g_strdup_printf(": did you mean '%s'?", closest) : g_strdup("");
}

/* An entry of the return for something that is not in the plan. */
static void check_entry(const Checks *c, GHashTable *table, const Spec *item, const Record *said, const char *ref)
{
  if (!ref || g_hash_table_contains(table, ref) || checks_may_be(c, item) || !findings_wants(c->findings, "R-UNKNOWN"))
    return;
  g_autofree char *name = record_name(said);
  g_autofree char *words = record_goes_by_words(said) ? record_naming_words(said) : NULL;
  g_autofree char *alike = words ? plan_index_namesakes(c->index, table, words) : NULL;
  g_autofree char *suggestion =
      alike ? g_strdup_printf(" in so few words (%s): write more of them", alike) : hint(c, table, ref);
  Spot spot = { .record = said, .attribute = "ref", .other = &c->inputs->plan->record };
  findings_add(c->findings, "R-UNKNOWN", &spot, "%s is not in the plan%s", name, suggestion);
}

static void check_step(const Checks *c, const MilestoneProgress *said)
{
  const Milestone *milestone = said->milestone ? g_hash_table_lookup(c->index->milestones, said->milestone) : NULL;
  if (!said->step || !milestone || plan_index_step(c->index, milestone, said->step) || checks_may_be(c, &step_spec))
    return;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < milestone->steps->len; i++)
    g_ptr_array_add(names, ((const Step *)g_ptr_array_index(milestone->steps, i))->ref);
  g_ptr_array_add(names, NULL);
  const char *closest = text_closest(said->step, (const char *const *)names->pdata);
  Spot spot = { .record = &said->record,
                .attribute = said->step == said->step_title ? "step-title" : "step",
                .other = &milestone->record };
  findings_add(c->findings, "R-UNKNOWN", &spot, "step '%s' is not one of milestone %s in the plan%s%s%s", said->step,
               said->milestone, closest ? ": did you mean '" : "", closest ? closest : "", closest ? "'?" : "");
}

/* Items by their words: what an entry says it speaks of. Made when it is first asked for. */
typedef struct {
  GHashTable *const
      *tables;        /* of the items that are meant, by their references; NULL: a step's, of which nobody asks */
  GHashTable *called; /* words to item, or NULL */
} Called;

static const Record *item_called(Called *called, const char *words)
{
  if (!called->called)
    called->called = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; called->tables && called->tables[k]; k++) {
    GHashTableIter iter;
    gpointer item;
    g_hash_table_iter_init(&iter, called->tables[k]);
    while (g_hash_table_iter_next(&iter, NULL, &item)) {
      g_autofree char *own = record_naming_words(item);
      if (own)
        g_hash_table_insert(called->called, text_called(own), item);
    }
  }
  called->tables = NULL;
  return g_hash_table_lookup(called->called, words);
}

/* Words beside a reference must be those of its item, or the beginning of them. */
static void check_title(const Checks *c, const Record *said, const char *attribute, const char *title,
                        const Record *item, Called *called)
{
  g_autofree char *words = item ? record_naming_words(item) : NULL;
  if (!title || !words)
    return;
  g_autofree char *here = text_called(title), *planned = text_called(words), *name = record_name(said);
  Spot spot = { .record = said, .attribute = attribute, .other = item };
  if (g_str_has_prefix(planned, here))
    return;
  const Record *other = item_called(called, here);
  g_autofree char *other_name = other ? record_name(other) : NULL;
  if (other)
    findings_add(
        c->findings, "R-TITLE", &spot,
        "%s is called '%s' here, which is what the plan calls %s: one of the two is meant, and the entry is shown "
        "under its reference",
        name, title, other_name);
  else
    findings_add(c->findings, "R-TITLE", &spot, "%s is called '%s' here, which is not what the plan calls %s", name,
                 title, item->spec == &step_spec ? "its step" : "it");
}

static void check_titles(const Checks *c, const GPtrArray *said, GHashTable *const *tables)
{
  Called called = { .tables = tables };
  for (guint i = 0; i < said->len; i++) {
    const Record *record = g_ptr_array_index(said, i);
    const Field *code = spec_code_field(record->spec);
    const char *ref = *(char *const *)record_at(record, code);
    const Record *item = NULL;
    for (guint k = 0; ref && !item && tables[k]; k++)
      item = g_hash_table_lookup(tables[k], ref);
    if (!field_is_implied(record, code))
      check_title(c, record, "title", *(char *const *)record_at(record, spec_field(record->spec, "title")), item,
                  &called);
  }
  g_clear_pointer(&called.called, g_hash_table_unref);
}

static void check_all_titles(const Checks *c, const Return *current)
{
  const PlanIndex *index = c->index;
  GHashTable *const milestones[] = { index->milestones, NULL }, *const indicators[] = { index->indicators, NULL },
                    *const treatments[] = { index->treatments, NULL }, *const equality[] = { index->equality, NULL },
                    *const all[] = { index->milestones,
                                     index->indicators,
                                     index->objectives,
                                     index->treatments,
                                     index->equality,
                                     index->risks,
                                     NULL };
  check_titles(c, current->milestones, milestones);
  check_titles(c, current->indicators, indicators);
  check_titles(c, current->treatments, treatments);
  check_titles(c, current->equality_actions, equality);
  check_titles(c, current->closed, all);
  Called steps = { .tables = NULL };
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    const Milestone *milestone = said->milestone ? g_hash_table_lookup(index->milestones, said->milestone) : NULL;
    const Step *step =
        milestone && said->step != said->step_title ? plan_index_step(index, milestone, said->step) : NULL;
    if (step)
      check_title(c, &said->record, "step-title", said->step_title, &step->record, &steps);
  }
  g_clear_pointer(&steps.called, g_hash_table_unref);
}

/* A value must say which of several measures it is of. */
static void check_measures(const Checks *c, const char *ref, const GPtrArray *readings)
{
  const Indicator *indicator = ref ? g_hash_table_lookup(c->index->indicators, ref) : NULL;
  for (guint i = 0; indicator && i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    bool only = !reading->measure && indicator->measures->len < 2, lost = record_is_unread(&reading->record, "measure");
    if (only || lost || plan_index_measure(c->index, indicator, reading->measure))
      continue;
    Spot spot = { .record = &reading->record, .attribute = "measure", .other = &indicator->record };
    if (reading->measure && checks_may_be(c, &measure_spec))
      continue;
    if (reading->measure)
      findings_add(c->findings, "R-MEASURE", &spot, "indicator %s has no measure '%s'", ref, reading->measure);
    else
      findings_add(c->findings, "R-MEASURE", &spot, "indicator %s has %u measures and this %s does not say which", ref,
                   indicator->measures->len, reading->record.spec->label);
  }
}

/* Two figures of one measure for one period, in one list. */
static void check_twice(const Checks *c, const char *ref, const GPtrArray *readings)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (record_is_unread(&reading->record, "period") || record_is_unread(&reading->record, "measure"))
      continue; /* nobody can tell of what it is */
    g_autofree char *period = period_to_string(period_given(reading->period) ? reading->period : c->inputs->period);
    g_autofree char *key = g_strdup_printf("%s\n%s", reading->measure ? reading->measure : "", period);
    const Reading *first = g_hash_table_lookup(seen, key);
    if (!first) {
      g_hash_table_insert(seen, g_steal_pointer(&key), (gpointer)reading);
      continue;
    }
    Spot spot = { .record = &reading->record, .other = &first->record };
    if (!ref)
      continue;
    findings_add(c->findings, "R-REPEATED", &spot, "indicator %s has two of <%s> for %s%s%s", ref,
                 reading->record.spec->element, period, reading->measure ? ", measure " : "",
                 reading->measure ? reading->measure : "");
  }
}

/* One table remembers what was seen; a second entry for the same is reported with the first. */
static void check_once(const Checks *c, GHashTable *seen, const Record *record, const char *ref)
{
  if (!ref)
    return;
  const Record *first = g_hash_table_lookup(seen, ref);
  if (!first) {
    g_hash_table_insert(seen, g_strdup(ref), (gpointer)record);
    return;
  }
  if (first->parent == record->parent && first->spec == record->spec && spec_field(record->spec, "ref") &&
      (spec_field(record->spec, "ref")->flags & FIELD_UNIQUE))
    return; /* reading has already said so */
  g_autofree char *name = record_name(record);
  bool entry = record->spec == &milestone_progress_spec;
  const char *step = entry ? ((const MilestoneProgress *)record)->step : NULL;
  Spot spot = { .record = record, .attribute = "ref", .other = first };
  findings_add(c->findings, "R-REPEATED", &spot, "%s%s%s stands twice", name, step ? " step " : "", step ? step : "");
}

static GHashTable *seen_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void check_return_milestones(const Checks *c, const Return *current)
{
  g_autoptr(GHashTable) seen = seen_new();
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    check_entry(c, c->index->milestones, &milestone_spec, &said->record, said->milestone);
    check_step(c, said);
    if (record_is_unread(&said->record, "step"))
      continue;
    g_autofree char *key = said->step && said->milestone ? g_strdup_printf("%s step %s", said->milestone, said->step)
                                                         : g_strdup(said->milestone);
    check_once(c, seen, &said->record, key);
  }
}

static bool is_known(const Checks *c, const char *ref)
{
  return g_hash_table_contains(c->index->milestones, ref) || g_hash_table_contains(c->index->indicators, ref) ||
         g_hash_table_contains(c->index->objectives, ref) || g_hash_table_contains(c->index->treatments, ref) ||
         g_hash_table_contains(c->index->equality, ref) || g_hash_table_contains(c->index->risks, ref);
}

/* What is closed is no longer reported on. */
static void check_closed(const Checks *c, const Closure *closed)
{
  if (g_hash_table_contains(c->threads->by_closure, closed) && !is_known(c, closed->ref))
    return; /* it was in the last report */
  const Spec *const specs[] = { &milestone_spec, &indicator_spec,       &objective_spec,
                                &treatment_spec, &equality_action_spec, &risk_spec };
  for (guint i = 0; i < G_N_ELEMENTS(specs) && !is_known(c, closed->ref); i++)
    if (checks_may_be(c, specs[i]))
      return;
  if (!is_known(c, closed->ref)) {
    findings_at(c->findings, "R-UNKNOWN", &closed->record, "ref", "closed item '%s' is not in the plan", closed->ref);
    return;
  }
  GHashTable *const tables[] = { c->returned->milestones, c->returned->indicators, c->returned->treatments,
                                 c->returned->equality };
  const Record *entry = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(tables) && !entry; i++)
    entry = g_hash_table_lookup(tables[i], closed->ref);
  if (!entry)
    return;
  g_autofree char *name = record_name(entry);
  Spot spot = { &closed->record, "ref", entry, NULL };
  findings_add(c->findings, "R-CLOSED", &spot, "%s is closed, and is reported on all the same", name);
}

static void check_return(const Checks *c, const Return *current)
{
  check_return_milestones(c, current);
  check_all_titles(c, current);
  for (guint i = 0; i < current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(current->indicators, i);
    check_entry(c, c->index->indicators, &indicator_spec, &said->record, said->indicator);
    check_measures(c, said->indicator, said->values);
    check_twice(c, said->indicator, said->values);
  }
  for (guint i = 0; i < current->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(current->treatments, i);
    check_entry(c, c->index->treatments, &treatment_spec, &said->record, said->treatment);
  }
  for (guint i = 0; i < current->equality_actions->len; i++) {
    const EqualityProgress *said = g_ptr_array_index(current->equality_actions, i);
    check_entry(c, c->index->equality, &equality_action_spec, &said->record, said->action);
  }
  for (guint i = 0; i < current->closed->len; i++) {
    const Closure *closed = g_ptr_array_index(current->closed, i);
    if (closed->ref)
      check_closed(c, closed);
  }
}

/* What the framework names, for quick look-up. */
typedef struct {
  GHashTable *areas, *priorities, *roles, *boards, *rules;
} Names;

/* None, where a code cannot be read: it may be any that is asked for. */
static GHashTable *names_of(const Checks *c, const GPtrArray *records)
{
  GHashTable *names = table_new(c->inputs->arena);
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (checks_may_be(c, record->spec))
      return names;
    char *ref = *(char **)record_at(record, spec_field(record->spec, "ref"));
    table_put(names, ref, record);
  }
  return names;
}

static void names_init(const Checks *c, Names *names, const Framework *framework)
{
  *names = (Names){ table_new(c->inputs->arena), names_of(c, framework->priorities), names_of(c, framework->roles),
                    names_of(c, framework->boards), names_of(c, framework->rating_rules) };
  for (guint i = 0; i < framework->priorities->len && !checks_may_be(c, &area_spec); i++) {
    const Priority *priority = g_ptr_array_index(framework->priorities, i);
    for (guint j = 0; j < priority->areas->len; j++) {
      const Area *area = g_ptr_array_index(priority->areas, j);
      table_put(names->areas, area->ref, area);
    }
  }
}

/* A framework that does not list a kind of thing at all is not asked for it. */
static void check_code(const Checks *c, const char *id, GHashTable *names, const char *code, const Record *record,
                       const char *attribute, const char *what)
{
  if (!code || g_hash_table_size(names) == 0 || g_hash_table_contains(names, code))
    return;
  g_autofree char *name = record_name(record);
  g_autofree char *suggestion = hint(c, names, code);
  Spot spot = { record, attribute, &c->inputs->framework->record, NULL };
  findings_add(c->findings, id, &spot, "%s: %s '%s' is not in the framework%s", name, what, code, suggestion);
}

static void check_codes(const Checks *c, const char *id, GHashTable *names, const GPtrArray *codes,
                        const Record *record, const char *attribute, const char *what)
{
  for (guint i = 0; codes && i < codes->len; i++)
    check_code(c, id, names, g_ptr_array_index(codes, i), record, attribute, what);
}

static void check_milestone(const Checks *c, const Names *names, const Milestone *milestone)
{
  const Record *record = &milestone->record;
  check_codes(c, "R-AREA", names->areas, milestone->areas, record, "areas", "area of focus");
  check_codes(c, "R-ROLE", names->roles, milestone->officers, record, "officers", "role");
  check_codes(c, "R-PRIORITY", names->priorities, milestone->priorities, record, "priorities", "corporate priority");
  check_code(c, "R-BOARD", names->boards, milestone->board, record, "board", "board");
}

static void check_objectives(const Checks *c, const Names *names)
{
  const Plan *plan = c->inputs->plan;
  g_autoptr(GHashTable) seen = seen_new();
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    const Record *record = &objective->record;
    check_codes(c, "R-AREA", names->areas, objective->areas, record, "areas", "area of focus");
    check_codes(c, "R-ROLE", names->roles, objective->officers, record, "officers", "role");
    check_codes(c, "R-PRIORITY", names->priorities, objective->priorities, record, "priorities", "corporate priority");
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      check_milestone(c, names, milestone);
      check_once(c, seen, &milestone->record, milestone->ref);
    }
  }
}

static void check_indicators(const Checks *c, const Names *names)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    const Record *record = &indicator->record;
    check_codes(c, "R-AREA", names->areas, indicator->areas, record, "areas", "area of focus");
    check_codes(c, "R-ROLE", names->roles, indicator->officers, record, "officers", "role");
    check_codes(c, "R-PRIORITY", names->priorities, indicator->priorities, record, "priorities", "corporate priority");
    check_code(c, "R-BOARD", names->boards, indicator->board, record, "board", "board");
    check_code(c, "R-RATING-RULE", names->rules, indicator->rule, record, "rule", "rating rule");
    check_measures(c, indicator->ref, indicator->targets);
    check_measures(c, indicator->ref, indicator->actuals);
    check_measures(c, indicator->ref, indicator->baselines);
    check_twice(c, indicator->ref, indicator->targets);
    check_twice(c, indicator->ref, indicator->actuals);
    check_twice(c, indicator->ref, indicator->baselines);
  }
}

/* A code that two indicators have had before, or that one had before and another has kept all along, leads to two
 * items. Where codes were given out anew, the one that has it now had another code before. */
static void check_previously(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    for (guint j = 0; j < indicator->previously->len; j++) {
      char *code = g_ptr_array_index(indicator->previously, j);
      const Indicator *other = g_hash_table_lookup(before, code);
      const Indicator *now = g_hash_table_lookup(c->index->indicators, code);
      if (now && (now->previously->len > 0 || now->is_new))
        now = NULL;
      const Indicator *twin = other ? other : now;
      if (twin && twin != indicator) {
        Spot spot = { &indicator->record, "previously", &twin->record, other ? "previously" : "ref" };
        findings_add(c->findings, "R-PREVIOUSLY", &spot, "code '%s' leads to two indicators: %s and %s", code,
                     indicator->ref, twin->ref);
      }
      if (!other)
        g_hash_table_insert(before, code, (gpointer)indicator);
    }
  }
}

static void check_risks(const Checks *c, const Names *names)
{
  const Plan *plan = c->inputs->plan;
  g_autoptr(GHashTable) seen = seen_new();
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    bool objectives = checks_may_be(c, &objective_spec), milestones = checks_may_be(c, &milestone_spec);
    if (risk->objective && !objectives && !g_hash_table_contains(c->index->objectives, risk->objective))
      findings_at(c->findings, "R-RISK", &risk->record, "objective",
                  "risk %s belongs to objective '%s', which the plan does not have", risk->ref, risk->objective);
    if (risk->milestone && !milestones && !g_hash_table_contains(c->index->milestones, risk->milestone))
      findings_at(c->findings, "R-RISK", &risk->record, "milestone",
                  "risk %s belongs to milestone '%s', which the plan does not have", risk->ref, risk->milestone);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      check_codes(c, "R-ROLE", names->roles, treatment->officers, &treatment->record, "officers", "role");
      check_once(c, seen, &treatment->record, treatment->ref);
    }
  }
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    check_codes(c, "R-ROLE", names->roles, action->officers, &action->record, "officers", "role");
  }
}

static void check_service(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  Directorate *directorate;
  if (plan->service && !checks_may_be(c, &department_spec) &&
      !framework_department(c->inputs->framework, plan->service, &directorate)) {
    Spot spot = { &plan->record, "service", &c->inputs->framework->record, NULL };
    findings_add(c->findings, "R-SERVICE", &spot, "service '%s' is not a department of the framework", plan->service);
  }
}

static void run(const Checks *c)
{
  Names names;
  names_init(c, &names, c->inputs->framework);
  check_service(c);
  check_objectives(c, &names);
  check_indicators(c, &names);
  check_previously(c);
  check_risks(c, &names);
  if (c->inputs->current)
    check_return(c, c->inputs->current);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-AREA", LEVEL_WARNING, "references", "an area of focus that the framework does not have",
    "Numbers of areas of focus change with the corporate plan; an unknown one points at nothing.",
    "Look the number up in the framework of the plan's period and correct it." },
  { "R-BOARD", LEVEL_WARNING, "references", "a board that the framework does not have",
    "The item would reach no board.", "Correct the board's code." },
  { "R-CLOSED", LEVEL_ERROR, "references", "an item is closed and reported on",
    "Nobody can tell whether it goes on; the report shows the entry in its place, and the closing words apart.",
    "Take out the entry, or the <closed> element." },
  { "R-PREVIOUSLY", LEVEL_WARNING, "references", "an earlier code leads to two indicators",
    "History would be attached to the wrong one.", "Correct which indicator had the code before." },
  { "R-RATING-RULE", LEVEL_ERROR, "references", "a rating rule that the framework does not have",
    "The indicator cannot be rated.", "Correct the rule's code." },
  { "R-REPEATED", LEVEL_ERROR, "references", "a reference stands twice",
    "Nobody can tell which of the two is meant: of two entries, or values, that differ neither is believed.", "Remove one of the two, or correct its reference." },
  { "R-TITLE", LEVEL_WARNING, "references", "an entry's words are not those of the item of its reference",
    "The reference counts, and the words are shown nowhere: where they are those of another item the reference may be a slip.",
    "Correct the reference, or the words; or leave the words out." },
  { "R-UNKNOWN", LEVEL_ERROR, "references", "an entry for something that is not in the plan",
    "The entry cannot stand in its place; the quarterly report shows it apart, among entries for items that are not in the plan.",
    "Correct the reference; if the item is new, add it to the plan." },
  { NULL },
};
/* clang-format on */

const Check check_references = { .run = run, .rules = rules };
