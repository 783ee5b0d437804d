/* Mutants of references: to code_of_nothing, to another existing thing, one code for two things; section numbers. */
#include "codes.h"
#include "links.h"
#include <stdlib.h>
#include <string.h>

static char *xml(const char *text)
{
  return g_markup_escape_text(text, -1);
}

static void make_plan_milestones(const Maker *maker, const Objective *objective)
{
  codes_make_refs(maker, objective->milestones, "the return or a risk names it");
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *milestone = g_ptr_array_index(objective->milestones, i);
    const Record *record = &milestone->record;
    const GPtrArray *own = milestone->priorities->len > 0 ? milestone->priorities : objective->priorities;
    links_make_areas(maker, record, milestone->areas, own);
    codes_make_list(maker, record, "officers", milestone->officers);
    codes_make_list(maker, record, "priorities", milestone->priorities);
    links_make_board(maker, record, milestone->board, own);
    codes_make_refs(maker, milestone->steps, NULL);
  }
}

static void make_objectives(const Maker *maker, const Plan *plan)
{
  codes_make_refs(maker, plan->objectives, NULL);
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    const Record *record = &objective->record;
    links_make_areas(maker, record, objective->areas, objective->priorities);
    codes_make_list(maker, record, "officers", objective->officers);
    codes_make_list(maker, record, "priorities", objective->priorities);
    codes_make_list(maker, record, "indicators", objective->indicators);
    make_plan_milestones(maker, objective);
  }
}

static bool has_reading(const GPtrArray *readings, const char *measure, Period period)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (g_strcmp0(reading->measure, measure) == 0 && period_equal(reading->period, period))
      return true;
  }
  return false;
}

static void make_readings(const Maker *maker, const Indicator *planned, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (!reading->measure)
      continue;
    codes_make_one(maker, &reading->record, "measure");
    for (guint j = 0; j < planned->measures->len; j++) {
      const Measure *measure = g_ptr_array_index(planned->measures, j);
      if (strcmp(measure->ref, reading->measure) != 0)
        mutant_offer(maker, MUTANT_ELSEWHERE, &reading->record, "measure", measure->ref,
                     has_reading(readings, measure->ref, reading->period) ? "two figures for one measure" : NULL,
                     "the other measure has no figure of its own");
    }
  }
}

static void make_indicators(const Maker *maker, const Plan *plan)
{
  codes_make_refs(maker, plan->indicators, "the return or an objective names it");
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    const Record *record = &indicator->record;
    links_make_areas(maker, record, indicator->areas, indicator->priorities);
    codes_make_list(maker, record, "officers", indicator->officers);
    codes_make_list(maker, record, "priorities", indicator->priorities);
    links_make_board(maker, record, indicator->board, indicator->priorities);
    codes_make_one(maker, record, "rule");
    codes_make_refs(maker, indicator->measures, "a figure names it");
    make_readings(maker, indicator, indicator->actuals);
    make_readings(maker, indicator, indicator->targets);
    for (guint j = 0; j < plan->indicators->len && indicator->previously->len > 0; j++) {
      const Indicator *other = g_ptr_array_index(plan->indicators, j);
      if (other != indicator && other->previously->len > 0)
        mutant_offer(maker, MUTANT_TWICE, record, "previously", g_ptr_array_index(other->previously, 0),
                     "one code leads to two indicators", NULL);
    }
  }
}

/* The objective of a milestone, or NULL. */
static const char *objective_of(const Plan *plan, const char *milestone)
{
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      if (g_strcmp0(((const Milestone *)g_ptr_array_index(objective->milestones, j))->ref, milestone) == 0)
        return objective->ref;
  }
  return NULL;
}

static void make_risks(const Maker *maker, const Plan *plan)
{
  codes_make_refs(maker, plan->risks, NULL);
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    codes_make_one(maker, &risk->record, "objective");
    codes_make_one(maker, &risk->record, "milestone");
    for (guint j = 0; risk->milestone && j < plan->objectives->len; j++) {
      const Objective *other = g_ptr_array_index(plan->objectives, j);
      if (g_strcmp0(other->ref, risk->objective) == 0)
        continue;
      g_autofree char *ref = xml(other->ref);
      mutant_offer(maker, MUTANT_ELSEWHERE, &risk->record, "objective", ref,
                   g_strcmp0(objective_of(plan, risk->milestone), other->ref) == 0 ? NULL : "its milestone", NULL);
      const Milestone *first = other->milestones->len ? g_ptr_array_index(other->milestones, 0) : NULL;
      if (first)
        mutant_offer(maker, MUTANT_ELSEWHERE, &risk->record, "milestone", first->ref, "its objective", NULL);
    }
    codes_make_refs(maker, risk->treatments, "the return names it");
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      codes_make_list(maker, &treatment->record, "officers", treatment->officers);
    }
  }
  codes_make_refs(maker, plan->equality_actions, "the return names it");
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    codes_make_list(maker, &action->record, "officers", action->officers);
  }
}

static void make_sections(const Maker *maker, const GPtrArray *sections)
{
  codes_make_refs(maker, sections, NULL);
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    codes_make_one(maker, &section->record, "priority");
    const Section *last = i > 0 ? g_ptr_array_index(sections, i - 1) : NULL;
    if (section->number && last && last->number) {
      mutant_offer(maker, MUTANT_NUMBERING, &section->record, "number", last->number, "the numbers of its neighbours",
                   NULL);
      int own = atoi(strrchr(section->number, '.') + 1);
      bool zero = g_str_has_suffix(section->number, ".0");
      g_autofree char *skipped =
          zero ? g_strdup_printf("%d.0", atoi(section->number) + 1)
               : g_strdup_printf("%.*s.%d", (int)(strrchr(section->number, '.') - section->number), section->number,
                                 own + 1);
      mutant_offer(maker, MUTANT_NUMBERING, &section->record, "number", skipped, "the numbers of its neighbours", NULL);
    }
    make_sections(maker, section->sections);
  }
}

static void make_return(const Maker *maker, const Return *current)
{
  codes_make_refs(maker, current->milestones, "the plan");
  codes_make_refs(maker, current->indicators, "the plan");
  codes_make_refs(maker, current->treatments, "the plan");
  codes_make_refs(maker, current->equality_actions, "the plan");
  codes_make_refs(maker, current->statements, NULL);
  codes_make_refs(maker, current->closed, "the plan");
  make_sections(maker, current->sections);
  codes_make_one(maker, &current->record, "service");
  codes_make_one(maker, &current->record, "officer");
  for (guint i = 0; i < current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(current->indicators, i);
    for (guint j = 0; j < maker->sample->inputs.plan->indicators->len; j++) {
      const Indicator *planned = g_ptr_array_index(maker->sample->inputs.plan->indicators, j);
      if (g_strcmp0(planned->ref, said->indicator) == 0)
        make_readings(maker, planned, said->values);
    }
  }
}

static bool uses(const Maker *maker, const char *code)
{
  for (guint i = PLAN; i < N_DOCUMENTS; i++) {
    const char *text = maker->sample->roots[i]->source->text;
    for (const char *at = text; (at = strstr(at, code)); at++)
      if (codes_begin(text, at) && strchr("\",", at[strlen(code)]))
        return true;
  }
  return false;
}

/* Codes of the framework: renamed, what uses them dangles; twice. */
static void make_framework_refs(const Maker *maker, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    const char *code = mutant_code(record);
    const Record *next = g_ptr_array_index(records, (i + 1) % records->len);
    const char *framework = record->source->text;
    g_autofree char *quoted = g_strdup_printf("\"%s\"", code);
    const char *first = strstr(framework, quoted);
    bool here = record->spec == &role_spec && first && strstr(first + 1, quoted);
    if (!here && !uses(maker, code))
      continue;
    mutant_offer(maker, MUTANT_DANGLING, record, "ref", code_of_nothing, "what uses it", NULL);
    if (next != record)
      mutant_offer(maker, MUTANT_TWICE, record, "ref", mutant_code(next), "two with one code", NULL);
  }
}

static void make_framework(const Maker *maker, const Framework *framework)
{
  make_framework_refs(maker, framework->roles);
  make_framework_refs(maker, framework->boards);
  for (guint i = 0; i < framework->priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(framework->priorities, i);
    codes_make_list(maker, &priority->record, "officers", priority->officers);
  }
  for (guint i = 0; i < framework->boards->len; i++) {
    const Board *board = g_ptr_array_index(framework->boards, i);
    codes_make_list(maker, &board->record, "priorities", board->priorities);
  }
  for (guint i = 0; i < framework->checks->len; i++)
    codes_make_one(maker, &((const CheckSetting *)g_ptr_array_index(framework->checks, i))->record, "rule");
}

void make_references(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  codes_make_one(maker, &inputs->plan->record, "service");
  make_objectives(maker, inputs->plan);
  make_indicators(maker, inputs->plan);
  make_risks(maker, inputs->plan);
  make_sections(maker, inputs->plan->sections);
  make_return(maker, inputs->current);
  make_framework(maker, inputs->framework);
}
