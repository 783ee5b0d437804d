/* Mutants of whole items: entries left out of the return or the plan, entries for what is not planned, lines lost. */
#include "merge/items.h"
#include "merge/series.h"
#include "mutant.h"
#include "sight.h"
#include <string.h>

static const char *const optional = "nothing promises it";

static void offer_deleted(const Maker *maker, const Record *record, const char *covered)
{
  mutant_offer_bytes(maker, MUTANT_DELETED, record, record->offset, mutant_end(record), "", "entry", covered, optional);
}

/* The entry again, as it is or with another code. */
static void offer_added(const Maker *maker, const Record *record, const char *ref, const char *covered)
{
  gsize end = mutant_end(record);
  g_autofree char *copy = g_strndup(record->source->text + record->offset, end - record->offset);
  g_autofree char *written = mutant_attribute(record, "ref");
  if (ref && written) {
    g_autofree char *old = g_strdup_printf("ref=\"%s\"", written);
    g_autofree char *new = g_strdup_printf("ref=\"%s\"", ref);
    g_auto(GStrv) halves = g_strsplit(copy, old, 2);
    g_free(copy);
    copy = g_strjoinv(new, halves);
  }
  mutant_offer_bytes(maker, MUTANT_ADDED, record, end, end, copy, "entry", covered, optional);
}

static const Milestone *planned_milestone(const Plan *plan, const char *ref)
{
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      if (g_strcmp0(((Milestone *)g_ptr_array_index(objective->milestones, j))->ref, ref) == 0)
        return g_ptr_array_index(objective->milestones, j);
  }
  return NULL;
}

static bool was_reported(const Sample *sample, const char *ref)
{
  for (guint i = 0; i < sample->inputs.previous->len; i++) {
    const Return *before = g_ptr_array_index(sample->inputs.previous, i);
    for (guint j = 0; j < before->sections->len; j++)
      if (g_strcmp0(((Section *)g_ptr_array_index(before->sections, j))->ref, ref) == 0 &&
          i + 1 == sample->inputs.previous->len)
        return true;
    for (guint j = 0; i + 1 == sample->inputs.previous->len && j < before->statements->len; j++)
      if (g_strcmp0(((Statement *)g_ptr_array_index(before->statements, j))->ref, ref) == 0)
        return true;
  }
  return false;
}

static void make_milestones(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  for (guint i = 0; i < inputs->current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(inputs->current->milestones, i);
    const Milestone *planned = planned_milestone(inputs->plan, said->milestone);
    bool promised = planned && planned->year.year == period_year(inputs->period).year;
    offer_deleted(maker, &said->record, promised ? "the plan" : NULL);
    offer_added(maker, &said->record, NULL, "two entries for one item");
    offer_added(maker, &said->record, "ZZ 99", "the plan");
    bool bad = said->rating == RATING_AMBER || said->rating == RATING_RED;
    if (bad && said->commentary) {
      const char *text = said->record.source->text;
      gsize from = (gsize)(strstr(text + said->record.offset, "<commentary>") - text);
      gsize to = (gsize)(strstr(text + from, "</commentary>") + strlen("</commentary>") - text);
      mutant_offer_bytes(maker, MUTANT_DELETED, &said->record, from, to, "", "commentary", "a symbol that needs words",
                         NULL);
    }
  }
}

static bool needs_value(const Sample *sample, const Indicator *planned)
{
  Period period = sample->inputs.period;
  if (planned->frequency == FREQUENCY_ANNUAL)
    return period.part == 4;
  return planned->frequency == FREQUENCY_QUARTERLY || planned->frequency == FREQUENCY_MONTHLY;
}

static void make_indicators(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = sight_said(maker->sample, planned);
    if (!said)
      continue;
    offer_deleted(maker, &said->record, needs_value(maker->sample, planned) ? "the plan" : NULL);
    offer_added(maker, &said->record, NULL, "two entries for one item");
    offer_added(maker, &said->record, "ZZ 99", "the plan");
    offer_deleted(maker, &planned->record, "the return, and objectives linked to it");
    for (guint j = 0; j < said->values->len; j++) {
      const Reading *reading = g_ptr_array_index(said->values, j);
      bool own = !period_given(reading->period) || period_equal(reading->period, inputs->period);
      if (own)
        offer_deleted(maker, &reading->record, needs_value(maker->sample, planned) ? "the plan" : NULL);
      if (own)
        offer_added(maker, &reading->record, NULL, "two figures for one measure and period");
    }
  }
}

static void make_others(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  bool half_year = inputs->period.part % 2 == 0;
  const GPtrArray *lists[] = { inputs->current->treatments, inputs->current->equality_actions };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    for (guint j = 0; j < lists[i]->len; j++) {
      const Record *record = g_ptr_array_index(lists[i], j);
      offer_deleted(maker, record, half_year ? "the plan" : NULL);
      offer_added(maker, record, "ZZ 99", "the plan");
    }
  for (guint i = 0; i < inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(inputs->plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      bool said = false;
      for (guint k = 0; k < inputs->current->milestones->len; k++)
        said |= g_strcmp0(((MilestoneProgress *)g_ptr_array_index(inputs->current->milestones, k))->milestone,
                          milestone->ref) == 0;
      offer_deleted(maker, &milestone->record, said ? "the return" : NULL);
    }
  }
  for (guint i = 0; i < inputs->current->sections->len; i++) {
    const Section *section = g_ptr_array_index(inputs->current->sections, i);
    const Section *before = i > 0 ? g_ptr_array_index(inputs->current->sections, i - 1) : NULL;
    bool numbered = section->number && before && i + 1 < inputs->current->sections->len;
    offer_deleted(maker, &section->record,
                  was_reported(maker->sample, section->ref) ? "the last return"
                  : numbered                                ? "a gap in the numbers"
                                                            : NULL);
  }
}

static void make_lines(const Maker *maker, const Statement *statement, const StatementSection *section,
                       const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec) {
      make_lines(maker, statement, section, ((const StatementGroup *)item)->lines);
      continue;
    }
    const StatementLine *line = (const StatementLine *)item;
    bool counts =
        section->total && (!amount_is_zero(line->budget.amount) || !amount_is_zero(line->actual_to_date.amount));
    mutant_offer_bytes(maker, MUTANT_LINES, item, item->offset, mutant_end(item), "", "line",
                       counts ? "the total of its section" : NULL, "a line of zeros");
    offer_added(maker, item, NULL, counts ? "the total of its section" : NULL);
  }
}

static void make_statements(const Maker *maker)
{
  const GPtrArray *statements = maker->sample->inputs.current->statements;
  for (guint i = 0; i < statements->len; i++) {
    const Statement *statement = g_ptr_array_index(statements, i);
    offer_deleted(maker, &statement->record, was_reported(maker->sample, statement->ref) ? "the last return" : NULL);
    for (guint j = 0; j < statement->content->len; j++) {
      const StatementSection *section = g_ptr_array_index(statement->content, j);
      if (section->record.spec == &statement_section_spec)
        make_lines(maker, statement, section, section->content);
    }
  }
}

void make_items(const Maker *maker)
{
  make_milestones(maker);
  make_indicators(maker);
  make_others(maker);
  make_statements(maker);
}
