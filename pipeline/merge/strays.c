/* Strays: entries of the return that belong to no item of the plan. */
#include "merge/strays.h"
#include "merge/entry.h"
#include "merge/symbols.h"
#include "record/record-carry.h"
#include "record/record-walk.h"

typedef struct {
  const Inputs *inputs;
  const Returned *returned;
  const PlanIndex *index;
  Report *report;
  const Threads *threads;
  bool last_lost;                  /* the last document speaks of items of which nobody can read the codes */
  bool nameless[ENTRY_CLOSED + 1]; /* the plan has such items of which the reference cannot be read */
} Search;

static Unplanned *add(const Search *search, const Record *said, EntryKind kind, Stray why)
{
  Unplanned *stray = record_new(search->inputs->arena, &unplanned_spec, &search->report->record);
  stray->record.source = said->source;
  stray->record.offset = said->offset;
  stray->kind = (int)kind;
  stray->why = (int)why;
  g_ptr_array_add(search->report->unplanned, stray);
  record_carry_unread(said, &stray->record);
  const Field *title = spec_field(said->spec, "title");
  stray->title = title ? *(char *const *)record_at(said, title) : NULL;
  return stray;
}

static Stray not_planned(const Search *search, EntryKind kind)
{
  return search->nameless[kind] ? STRAY_NOT_READABLE : STRAY_NOT_PLANNED;
}

/* Why an entry belongs to no item; STRAY_NONE: it does. planned: the item of its ref; first: the entry that counts. */
static Stray stray_of(const Search *search, EntryKind kind, const char *ref, gconstpointer planned, gconstpointer first,
                      gconstpointer said)
{
  if (!ref)
    return STRAY_NOT_READABLE;
  if (!planned)
    return not_planned(search, kind);
  return first == said ? STRAY_NONE : STRAY_SECOND;
}

static const void *find(GHashTable *table, const char *ref)
{
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

static const Step *planned_step(const Search *search, const MilestoneProgress *said)
{
  const Milestone *milestone = find(search->index->milestones, said->milestone);
  return milestone ? plan_index_step(search->index, milestone, said->step) : NULL;
}

static void search_milestone(const Search *search, const MilestoneProgress *said)
{
  bool lost = record_is_unread(&said->record, "step"), step = said->step || lost;
  Stray why = lost ? STRAY_NOT_READABLE
              : step
                  ? stray_of(search, ENTRY_STEP, said->milestone, planned_step(search, said),
                             returned_step(search->returned, said->milestone, said->step), said)
                  : stray_of(search, ENTRY_MILESTONE, said->milestone, find(search->index->milestones, said->milestone),
                             find(search->returned->milestones, said->milestone), said);
  if (!why)
    return;
  Unplanned *stray = add(search, &said->record, step ? ENTRY_STEP : ENTRY_MILESTONE, why);
  stray->ref = record_own_code(&said->record);
  stray->part = said->step;
  stray->rating = entry_rating(&said->record);
  entry_take_notes(&said->record, &stray->record);
  stray->expected = said->expected;
  stray->commentary = said->commentary;
  stray->corrective = said->corrective;
}

/* What is said of a measure that the planned indicator does not have. */
static void search_values(const Search *search, const IndicatorProgress *said, const Indicator *planned)
{
  for (guint i = 0; i < said->values->len; i++) {
    const Reading *value = g_ptr_array_index(said->values, i);
    if (!value->measure || plan_index_measure(search->index, planned, value->measure))
      continue;
    Unplanned *stray = add(search, &value->record, ENTRY_MEASURE, not_planned(search, ENTRY_MEASURE));
    stray->ref = record_own_code(&said->record);
    stray->title = said->title;
    stray->part = value->measure;
    Reading *copy = record_carry(search->inputs->arena, &value->record, &report_value_spec, &stray->record);
    reading_settle(copy);
    g_ptr_array_add(stray->values, copy);
  }
}

/* No symbol stands beside a figure that cannot be read. */
static void hide_symbols(Unplanned *stray)
{
  for (guint i = 0; i < stray->values->len; i++) {
    reading_settle(g_ptr_array_index(stray->values, i));
    if (((const Reading *)g_ptr_array_index(stray->values, i))->state == STATE_NOT_READABLE) {
      stray->rating = stray->rating ? RATING_NOT_READABLE : RATING_NONE;
      stray->travel = stray->travel ? TRAVEL_NOT_READABLE : TRAVEL_NONE;
    }
  }
}

/* What stands for a rating where nobody gave one, as of an item that the plan has: the value of the period, of several
 * measures the first that has a figure, tells it. */
static int unrated(const Search *search, const Unplanned *stray)
{
  const Reading *counts = NULL;
  bool lost = record_is_unread(&stray->record, "value");
  for (guint i = 0; i < stray->values->len; i++) {
    const Reading *value = g_ptr_array_index(stray->values, i);
    bool unread = record_is_unread(&value->record, "period");
    lost |= unread;
    if (unread || (period_given(value->period) && !period_equal(value->period, search->inputs->period)))
      continue;
    bool figure = value->number.given || value->text;
    if (!counts || (figure && !counts->number.given && !counts->text))
      counts = value;
  }
  return counts ? symbols_unrated(counts) : lost ? RATING_NOT_READABLE : RATING_NOT_SUPPLIED;
}

static void search_indicator(const Search *search, const IndicatorProgress *said)
{
  const Indicator *planned = find(search->index->indicators, said->indicator);
  Stray why = stray_of(search, ENTRY_INDICATOR, said->indicator, planned,
                       find(search->returned->indicators, said->indicator), said);
  if (!why) {
    search_values(search, said, planned);
    return;
  }
  Unplanned *stray = add(search, &said->record, ENTRY_INDICATOR, why);
  stray->ref = record_own_code(&said->record);
  stray->rating = said->rating;
  entry_take_notes(&said->record, &stray->record);
  stray->expected = said->expected;
  stray->travel = said->travel;
  stray->reason = said->reason;
  stray->values = record_carry_list(search->inputs->arena, said->values, &report_value_spec, &stray->record);
  stray->commentary = said->commentary;
  stray->corrective = said->corrective;
  stray->activities = said->activities;
  stray->data_note = said->data_note;
  hide_symbols(stray);
  if (!stray->rating && !record_is_unread(&said->record, "rating"))
    stray->rating = unrated(search, stray);
}

static void search_treatment(const Search *search, const TreatmentProgress *said)
{
  Stray why = stray_of(search, ENTRY_TREATMENT, said->treatment, find(search->index->treatments, said->treatment),
                       find(search->returned->treatments, said->treatment), said);
  if (!why)
    return;
  Unplanned *stray = add(search, &said->record, ENTRY_TREATMENT, why);
  stray->ref = record_own_code(&said->record);
  stray->rating = entry_rating(&said->record);
  entry_take_notes(&said->record, &stray->record);
  stray->commentary = said->commentary;
}

static void search_equality(const Search *search, const EqualityProgress *said)
{
  Stray why = stray_of(search, ENTRY_EQUALITY, said->action, find(search->index->equality, said->action),
                       find(search->returned->equality, said->action), said);
  if (!why)
    return;
  Unplanned *stray = add(search, &said->record, ENTRY_EQUALITY, why);
  stray->ref = record_own_code(&said->record);
  stray->rating = entry_rating(&said->record);
  entry_take_notes(&said->record, &stray->record);
  stray->commentary = said->commentary;
}

/* Whether it stands in the place of an item's commentary. */
static void note_told(const Record *item, void *told)
{
  const Field *field = spec_field(item->spec, "commentary");
  if (field && field_is_set(item, field))
    g_hash_table_add(told, *(Prose **)record_at(item, field));
}

static GHashTable *told_of(const Report *report)
{
  GHashTable *told = g_hash_table_new(NULL, NULL);
  record_walk(&report->record, note_told, told);
  return told;
}

static void search_closed(const Search *search, const Closure *said, GHashTable *told)
{
  const PlanIndex *index = search->index;
  GHashTable *const tables[] = { index->milestones, index->indicators, index->objectives,
                                 index->treatments, index->equality,   index->risks };
  const void *planned = NULL;
  for (guint i = 0; !planned && i < G_N_ELEMENTS(tables); i++)
    planned = find(tables[i], said->ref);
  if (!planned && g_hash_table_contains(search->threads->by_closure, said))
    return; /* stands among the changes */
  Stray why = stray_of(search, ENTRY_CLOSED, said->ref, planned, find(search->returned->closed, said->ref), said);
  if (why == STRAY_NOT_PLANNED && search->last_lost)
    why = STRAY_NOT_READABLE; /* the last document may have had it */
  if (!why && said->reason && !g_hash_table_contains(told, said->reason))
    why = STRAY_REPORTED;
  if (!why)
    return;
  Unplanned *stray = add(search, &said->record, ENTRY_CLOSED, why);
  stray->ref = record_own_code(&said->record);
  stray->rating = RATING_NOT_APPLICABLE; /* as of closed items that the plan has */
  stray->commentary = said->reason;
}

/* Items of a plan by the kind of entry that speaks of them. */
static EntryKind kind_of(const Spec *spec)
{
  static const struct {
    const Spec *spec;
    EntryKind kind;
  } kinds[] = { { &milestone_spec, ENTRY_MILESTONE }, { &step_spec, ENTRY_STEP },
                { &indicator_spec, ENTRY_INDICATOR }, { &measure_spec, ENTRY_MEASURE },
                { &treatment_spec, ENTRY_TREATMENT }, { &equality_action_spec, ENTRY_EQUALITY } };
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (kinds[i].spec == spec)
      return kinds[i].kind;
  return ENTRY_NONE;
}

static void note(Search *search, EntryKind kind)
{
  search->nameless[kind] = search->nameless[ENTRY_CLOSED] = true;
  if (kind == ENTRY_MILESTONE) /* its steps are not found either */
    search->nameless[ENTRY_STEP] = true;
}

static void note_nameless(const Record *item, void *data)
{
  EntryKind kind = kind_of(item->spec);
  if (kind && record_is_unread(item, "ref"))
    note(data, kind);
  for (guint i = 0; item->unread && i < item->spec->n_fields; i++) {
    const Field *field = &item->spec->fields[i];
    EntryKind inside = field->type == FIELD_MANY ? kind_of(field->detail) : ENTRY_NONE;
    if (inside && field_is_unread(item, field))
      note(data, inside);
  }
}

void strays_fill(const Inputs *inputs, const Returned *returned, const Threads *threads, Report *report)
{
  const Return *current = inputs->current;
  if (!current)
    return;
  Search search = { inputs, returned, plan_index_new(inputs->arena, inputs->plan), report, threads, false, { false } };
  for (EntryKind kind = ENTRY_NONE; kind <= ENTRY_CLOSED; kind++)
    search.last_lost |= threads->nameless[kind];
  if (inputs->plan->record.unread_within)
    record_walk(&inputs->plan->record, note_nameless, &search);
  for (guint i = 0; i < current->milestones->len; i++)
    search_milestone(&search, g_ptr_array_index(current->milestones, i));
  for (guint i = 0; i < current->indicators->len; i++)
    search_indicator(&search, g_ptr_array_index(current->indicators, i));
  for (guint i = 0; i < current->treatments->len; i++)
    search_treatment(&search, g_ptr_array_index(current->treatments, i));
  for (guint i = 0; i < current->equality_actions->len; i++)
    search_equality(&search, g_ptr_array_index(current->equality_actions, i));
  g_autoptr(GHashTable) told = current->closed->len ? told_of(report) : NULL;
  for (guint i = 0; i < current->closed->len; i++)
    search_closed(&search, g_ptr_array_index(current->closed, i), told);
}
