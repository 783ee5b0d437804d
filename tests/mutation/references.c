/* Mutants of references: to nothing, to another existing thing, one code for two things; section numbers. */
#include "mutant.h"
#include <string.h>

static const char *const nothing = "ZZ 99";

static bool contains(const GPtrArray *codes, const char *code)
{
  for (guint i = 0; codes && i < codes->len; i++)
    if (strcmp(g_ptr_array_index(codes, i), code) == 0)
      return true;
  return false;
}

/* The list with its i-th code replaced; caller frees. */
static char *with_code(const GPtrArray *codes, guint at, const char *code)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", i == at ? code : (char *)g_ptr_array_index(codes, i));
  return g_string_free(out, FALSE);
}

static char *xml(const char *text)
{
  return g_markup_escape_text(text, -1);
}

/* Every code of a list attribute made to dangle, and to stand twice. */
static void make_list(const Maker *maker, const Record *record, const char *attribute, const GPtrArray *codes)
{
  for (guint i = 0; codes && i < codes->len; i++) {
    g_autofree char *value = with_code(codes, i, nothing);
    g_autofree char *escaped = xml(value);
    mutant_offer(maker, MUTANT_DANGLING, record, attribute, escaped, "the list of what exists", NULL);
    if (i == 0)
      continue;
    g_autofree char *twice = with_code(codes, i, g_ptr_array_index(codes, 0));
    g_autofree char *again = xml(twice);
    mutant_offer(maker, MUTANT_TWICE, record, attribute, again, "the same code twice in a list", NULL);
  }
}

static void make_code(const Maker *maker, const Record *record, const char *attribute)
{
  g_autofree char *written = mutant_attribute(record, attribute);
  if (written)
    mutant_offer(maker, MUTANT_DANGLING, record, attribute, nothing, "the list of what exists", NULL);
}

/* A value of an attribute begins there, or the next code of its list. */
static bool is_code_at(const char *text, const char *at)
{
  return at > text + 1 && (at[-1] == '"' || (at[-1] == ' ' && at[-2] == ','));
}

/* The value of an attribute "previously", which names what is no more. */
static bool is_former(const char *text, const char *at)
{
  static const char attribute[] = "previously=\"";
  gsize length = strlen(attribute);
  return (gsize)(at - text) > length && strncmp(at - length, attribute, length) == 0;
}

/* Another place of plan or return names the code. */
static bool is_named(const Maker *maker, const char *code)
{
  guint n = 0;
  for (guint i = PLAN; i < N_DOCUMENTS; i++) {
    const char *text = maker->sample->roots[i]->source->text;
    for (const char *at = text; (at = strstr(at, code)); at++)
      n += is_code_at(text, at) && strchr("\",", at[strlen(code)]) && !is_former(text, at);
  }
  return n > 1;
}

/* Codes of the entries of a list: to nothing, and to the next one's. */
static void make_refs(const Maker *maker, const GPtrArray *records, const char *dangles)
{
  for (guint i = 0; records && i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    const Record *next = records->len > 1 ? g_ptr_array_index(records, (i + 1) % records->len) : NULL;
    g_autofree char *written = mutant_attribute(record, "ref");
    g_autofree char *other = next ? mutant_attribute(next, "ref") : NULL;
    if (!written)
      continue;
    bool named = dangles && (record->source == maker->sample->roots[RETURN]->source || is_named(maker, written));
    mutant_offer(maker, MUTANT_DANGLING, record, "ref", nothing, named ? dangles : NULL, "nothing refers to it");
    if (other)
      mutant_offer(maker, MUTANT_TWICE, record, "ref", other, "two with one code", NULL);
  }
}

/* The priority that holds an area, or NULL. */
static const char *priority_of(const Maker *maker, const char *area)
{
  const GPtrArray *priorities = maker->sample->inputs.framework->priorities;
  for (guint i = 0; i < priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(priorities, i);
    for (guint j = 0; j < priority->areas->len; j++)
      if (g_strcmp0(mutant_code(g_ptr_array_index(priority->areas, j)), area) == 0)
        return priority->ref;
  }
  return NULL;
}

typedef bool (*Fits)(const Maker *maker, const char *code, const GPtrArray *priorities);

static bool area_fits(const Maker *maker, const char *area, const GPtrArray *priorities)
{
  const char *priority = priority_of(maker, area);
  return !priority || priorities->len == 0 || contains(priorities, priority);
}

static bool board_fits(const Maker *maker, const char *code, const GPtrArray *priorities)
{
  const GPtrArray *boards = maker->sample->inputs.framework->boards;
  for (guint i = 0; i < boards->len; i++) {
    const Board *board = g_ptr_array_index(boards, i);
    bool watches = board->priorities->len == 0 || priorities->len == 0;
    for (guint j = 0; j < priorities->len; j++)
      watches |= contains(board->priorities, g_ptr_array_index(priorities, j));
    if (g_strcmp0(board->ref, code) == 0)
      return watches;
  }
  return true;
}

/* How many items of the plan use the code outside their priorities: where it is the custom, one more says nothing. */
static guint strange_uses(const Maker *maker, const char *code, Fits fits)
{
  const Plan *plan = maker->sample->inputs.plan;
  bool area = fits == area_fits;
  guint n = 0;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    n += area && contains(objective->areas, code) && !fits(maker, code, objective->priorities);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      bool uses_it = area ? contains(milestone->areas, code) : g_strcmp0(milestone->board, code) == 0;
      n += uses_it && !fits(maker, code, milestone->priorities->len ? milestone->priorities : objective->priorities);
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    bool uses_it = area ? contains(indicator->areas, code) : g_strcmp0(indicator->board, code) == 0;
    n += uses_it && !fits(maker, code, indicator->priorities);
  }
  return n;
}

static const char *sight_of_link(const Maker *maker, const char *code, const GPtrArray *priorities, Fits fits)
{
  return !fits(maker, code, priorities) && strange_uses(maker, code, fits) == 0 ? "the only use outside its priority"
                                                                                : NULL;
}

static const char *const meant = "within its priorities, or others do so too";

static void make_areas(const Maker *maker, const Record *record, const GPtrArray *areas, const GPtrArray *own)
{
  const GPtrArray *priorities = maker->sample->inputs.framework->priorities;
  make_list(maker, record, "areas", areas);
  for (guint i = 0; areas && i < areas->len && i < priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(priorities, i);
    const Area *area = priority->areas->len ? g_ptr_array_index(priority->areas, 0) : NULL;
    if (!area || contains(areas, area->ref))
      continue;
    g_autofree char *value = with_code(areas, i, area->ref);
    mutant_offer(maker, MUTANT_ELSEWHERE, record, "areas", value, sight_of_link(maker, area->ref, own, area_fits),
                 meant);
  }
}

static void make_board(const Maker *maker, const Record *record, const char *board, const GPtrArray *own)
{
  const GPtrArray *boards = maker->sample->inputs.framework->boards;
  make_code(maker, record, "board");
  for (guint i = 0; board && i < boards->len; i++) {
    const char *code = mutant_code(g_ptr_array_index(boards, i));
    mutant_offer(maker, MUTANT_ELSEWHERE, record, "board", code, sight_of_link(maker, code, own, board_fits), meant);
  }
}

static void make_plan_milestones(const Maker *maker, const Objective *objective)
{
  make_refs(maker, objective->milestones, "the return or a risk names it");
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *milestone = g_ptr_array_index(objective->milestones, i);
    const Record *record = &milestone->record;
    const GPtrArray *own = milestone->priorities->len > 0 ? milestone->priorities : objective->priorities;
    make_areas(maker, record, milestone->areas, own);
    make_list(maker, record, "officers", milestone->officers);
    make_list(maker, record, "priorities", milestone->priorities);
    make_board(maker, record, milestone->board, own);
    make_refs(maker, milestone->steps, NULL);
  }
}

static void make_objectives(const Maker *maker, const Plan *plan)
{
  make_refs(maker, plan->objectives, NULL);
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    const Record *record = &objective->record;
    make_areas(maker, record, objective->areas, objective->priorities);
    make_list(maker, record, "officers", objective->officers);
    make_list(maker, record, "priorities", objective->priorities);
    make_list(maker, record, "indicators", objective->indicators);
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
    make_code(maker, &reading->record, "measure");
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
  make_refs(maker, plan->indicators, "the return or an objective names it");
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    const Record *record = &indicator->record;
    make_areas(maker, record, indicator->areas, indicator->priorities);
    make_list(maker, record, "officers", indicator->officers);
    make_list(maker, record, "priorities", indicator->priorities);
    make_board(maker, record, indicator->board, indicator->priorities);
    make_code(maker, record, "rule");
    make_refs(maker, indicator->measures, "a figure names it");
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
  make_refs(maker, plan->risks, NULL);
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    make_code(maker, &risk->record, "objective");
    make_code(maker, &risk->record, "milestone");
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
    make_refs(maker, risk->treatments, "the return names it");
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      make_list(maker, &treatment->record, "officers", treatment->officers);
    }
  }
  make_refs(maker, plan->equality_actions, "the return names it");
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    make_list(maker, &action->record, "officers", action->officers);
  }
}

static void make_sections(const Maker *maker, const GPtrArray *sections)
{
  make_refs(maker, sections, NULL);
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    make_code(maker, &section->record, "priority");
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
  make_refs(maker, current->milestones, "the plan");
  make_refs(maker, current->indicators, "the plan");
  make_refs(maker, current->treatments, "the plan");
  make_refs(maker, current->equality_actions, "the plan");
  make_refs(maker, current->statements, NULL);
  make_refs(maker, current->closed, "the plan");
  make_sections(maker, current->sections);
  make_code(maker, &current->record, "service");
  make_code(maker, &current->record, "officer");
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
      if (is_code_at(text, at) && strchr("\",", at[strlen(code)]))
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
    mutant_offer(maker, MUTANT_DANGLING, record, "ref", nothing, "what uses it", NULL);
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
    make_list(maker, &priority->record, "officers", priority->officers);
  }
  for (guint i = 0; i < framework->boards->len; i++) {
    const Board *board = g_ptr_array_index(framework->boards, i);
    make_list(maker, &board->record, "priorities", board->priorities);
  }
  for (guint i = 0; i < framework->checks->len; i++)
    make_code(maker, &((const CheckSetting *)g_ptr_array_index(framework->checks, i))->record, "rule");
}

void make_references(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  make_code(maker, &inputs->plan->record, "service");
  make_objectives(maker, inputs->plan);
  make_indicators(maker, inputs->plan);
  make_risks(maker, inputs->plan);
  make_sections(maker, inputs->plan->sections);
  make_return(maker, inputs->current);
  make_framework(maker, inputs->framework);
}
