/* Gathering all words of a return. */
#include "facts/speech.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const FactTable *facts;
  GPtrArray *speeches;
  GHashTable *milestones, *indicators; /* ref to report row */
} Gatherer;

bool speech_is_commentary(const Speech *speech)
{
  return strcmp(speech->part, "commentary") == 0;
}

/* The new speech, of which the caller sets what it is about; without visible words it is not kept. */
static Speech *add(Gatherer *g, const Record *record, const char *part, const Prose *prose, int rating)
{
  Speech *speech = arena_alloc(g->arena, sizeof *speech);
  *speech = (Speech){ .record = record, .part = part, .prose = prose, .rating = rating };
  speech->sentences = facts_sentences_of(g->facts, prose);
  if (speech->sentences->len > 0)
    g_ptr_array_add(g->speeches, speech);
  return speech;
}

static void add_sections(Gatherer *g, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    add(g, &section->record, "text", section->text, RATING_NONE);
    add_sections(g, section->sections);
  }
}

static void add_milestones(Gatherer *g, const Return *current)
{
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    const Milestone *milestone = said->milestone ? g_hash_table_lookup(g->milestones, said->milestone) : NULL;
    add(g, &said->record, "commentary", said->commentary, said->rating)->milestone = milestone;
    add(g, &said->record, "corrective action", said->corrective, said->rating)->milestone = milestone;
  }
}

static void add_indicators(Gatherer *g, const Return *current)
{
  for (guint i = 0; i < current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(current->indicators, i);
    const Indicator *indicator = said->indicator ? g_hash_table_lookup(g->indicators, said->indicator) : NULL;
    int rating = indicator ? indicator->rating : said->rating;
    add(g, &said->record, "commentary", said->commentary, rating)->indicator = indicator;
    add(g, &said->record, "corrective action", said->corrective, rating)->indicator = indicator;
    add(g, &said->record, "key activities", said->activities, rating)->indicator = indicator;
    add(g, &said->record, "data commentary", said->data_note, rating)->indicator = indicator;
  }
}

static void add_others(Gatherer *g, const Return *current)
{
  for (guint i = 0; i < current->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(current->treatments, i);
    add(g, &said->record, "commentary", said->commentary, said->rating);
  }
  for (guint i = 0; i < current->equality_actions->len; i++) {
    const EqualityProgress *said = g_ptr_array_index(current->equality_actions, i);
    add(g, &said->record, "commentary", said->commentary, said->rating);
  }
  for (guint i = 0; i < current->statements->len; i++) {
    const Statement *statement = g_ptr_array_index(current->statements, i);
    add(g, &statement->record, "comments", statement->comments, RATING_NONE)->statement = statement;
  }
}

static void index_rows(Gatherer *g, const Report *report)
{
  for (guint i = 0; i < report->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(report->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      if (milestone->ref)
        g_hash_table_insert(g->milestones, milestone->ref, milestone);
    }
  }
  for (guint i = 0; i < report->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    if (indicator->ref)
      g_hash_table_insert(g->indicators, indicator->ref, indicator);
  }
}

GPtrArray *speeches_new(const FactTable *facts, const Report *report)
{
  const Inputs *inputs = facts->inputs;
  Gatherer g = { inputs->arena, facts, arena_list(inputs->arena), g_hash_table_new(g_str_hash, g_str_equal),
                 g_hash_table_new(g_str_hash, g_str_equal) };
  if (inputs->current) {
    index_rows(&g, report);
    add_sections(&g, inputs->current->sections);
    add_milestones(&g, inputs->current);
    add_indicators(&g, inputs->current);
    add_others(&g, inputs->current);
  }
  g_hash_table_unref(g.milestones);
  g_hash_table_unref(g.indicators);
  return g.speeches;
}
