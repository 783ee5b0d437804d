/* Gathering the words of all documents of a run. */
#include "facts/speech.h"

typedef struct {
  Arena *arena;
  const FactTable *facts;
  GPtrArray *words;
  const Record *document;
  Date made;
} Gatherer;

static void add(Gatherer *g, const Record *record, const char *part, const Prose *prose)
{
  if (prose_is_empty(prose))
    return;
  Speech *speech = arena_alloc(g->arena, sizeof *speech);
  *speech = (Speech){ .record = record, .part = part, .prose = prose, .document = g->document, .made = g->made };
  speech->sentences = facts_sentences_of(g->facts, prose);
  g_ptr_array_add(g->words, speech);
}

static void add_sections(Gatherer *g, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    add(g, &section->record, "text", section->text);
    add_sections(g, section->sections);
  }
}

static void add_objective(Gatherer *g, const Objective *objective)
{
  add(g, &objective->record, "text", objective->text);
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *milestone = g_ptr_array_index(objective->milestones, i);
    add(g, &milestone->record, "success criteria", milestone->success);
    add(g, &milestone->record, "outcome", milestone->outcome);
  }
}

static void add_plan(Gatherer *g, const Plan *plan)
{
  g->document = &plan->record;
  g->made = plan->date;
  add_sections(g, plan->sections);
  for (guint i = 0; i < plan->objectives->len; i++)
    add_objective(g, g_ptr_array_index(plan->objectives, i));
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    add(g, &indicator->record, "definition", indicator->definition);
  }
}

static Date return_date(const Return *document)
{
  return date_given(document->submitted) ? document->submitted : period_last_day(document->period);
}

static void add_return(Gatherer *g, const Return *document)
{
  g->document = &document->record;
  g->made = return_date(document);
  add_sections(g, document->sections);
  for (guint i = 0; i < document->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(document->milestones, i);
    add(g, &said->record, "commentary", said->commentary);
    add(g, &said->record, "corrective action", said->corrective);
  }
  for (guint i = 0; i < document->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(document->indicators, i);
    add(g, &said->record, "commentary", said->commentary);
    add(g, &said->record, "corrective action", said->corrective);
  }
  for (guint i = 0; i < document->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(document->treatments, i);
    add(g, &said->record, "commentary", said->commentary);
  }
}

static void add_paper(Gatherer *g, const Paper *paper)
{
  g->document = &paper->record;
  g->made = paper->date;
  add_sections(g, paper->sections);
  add_sections(g, paper->annexes);
}

/* The return's speeches know their rows already. */
static void add_current(Gatherer *g, const Return *current, const GPtrArray *speeches)
{
  for (guint i = 0; i < speeches->len; i++) {
    Speech *speech = g_ptr_array_index(speeches, i);
    speech->document = &current->record;
    speech->made = return_date(current);
    g_ptr_array_add(g->words, speech);
  }
}

GPtrArray *words_new(const FactTable *facts, GPtrArray *speeches)
{
  const Inputs *inputs = facts->inputs;
  Gatherer g = { inputs->arena, facts, arena_list(inputs->arena), NULL, { 0, 0, 0 } };
  if (inputs->current)
    add_current(&g, inputs->current, speeches);
  add_plan(&g, inputs->plan);
  for (guint i = 0; i < inputs->previous->len; i++) {
    const Record *document = g_ptr_array_index(inputs->previous, i);
    if (document->spec == &return_spec)
      add_return(&g, (const Return *)document);
  }
  for (guint i = 0; i < inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(inputs->also, i);
    if (document->spec == &paper_spec)
      add_paper(&g, (const Paper *)document);
  }
  return g.words;
}
