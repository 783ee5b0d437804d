/* Ticking a document: each thing that it shows is gathered, and its sources are found and counted. */
#include "tick/tick.h"
#include "base/text.h"
#include "facts/mentions.h"
#include "tick/adds-up.h"
#include "tick/evidence.h"
#include "tick/page.h"

struct Ticker {
  const Inputs *inputs;
  const FactTable *facts;
  const Evidence *evidence;
  GHashTable *mentions;
};

Ticker *ticker_new(const Inputs *inputs)
{
  Arena *arena = inputs->arena;
  Ticker *ticker = arena_alloc(arena, sizeof *ticker);
  ticker->inputs = inputs;
  ticker->facts = facts_new(inputs, history_new(inputs), returned_new(arena, inputs->current), true);
  ticker->evidence = evidence_new(arena, ticker->facts, inputs);
  ticker->mentions = mentions_of(inputs->plan->indicators);
  arena_own(arena, ticker->mentions, (GDestroyNotify)g_hash_table_unref);
  return ticker;
}

/* Where it was written: of words their place, of a record its attribute. */
static void say_origin(const Ticker *ticker, const Shown *shown, Tick *tick)
{
  Arena *arena = ticker->inputs->arena;
  guint day = evidence_own_day(ticker->evidence, shown);
  const FactRow *stated = day ? fact_at(ticker->facts, day - 1) : NULL;
  const Source *source = stated            ? fact_source(stated)
                         : shown->sentence ? sentence_source(shown->sentence)
                         : shown->record   ? shown->record->source
                                           : NULL;
  tick->line = tick->column = -1;
  if (!source)
    return;
  const char *attribute = shown->field ? shown->field->name : "number";
  gsize offset = stated            ? fact_offset(stated)
                 : shown->sentence ? sentence_place(shown->sentence, shown->token)
                                   : record_offset(shown->record, attribute);
  Place place = source_place(source, offset);
  g_autofree char *escaped = place.file ? text_escape(place.file) : NULL;
  tick->file = arena_strdup(arena, escaped);
  tick->line = place.line ? (int)place.line : -1;
  tick->column = place.column ? (int)place.column : -1;
}

static Tick *tick_of(const Ticker *ticker, const Shown *shown, TickList *list)
{
  Arena *arena = ticker->inputs->arena;
  Tick *tick = record_new(arena, &tick_spec, &list->record);
  tick->kind = shown->kind;
  tick->at = (char *)shown->at;
  tick->where = (char *)shown->where;
  tick->text = (char *)shown->text;
  say_origin(ticker, shown, tick);
  evidence_find(ticker->evidence, shown, tick);
  const TickSource *best = tick->sources->len ? g_ptr_array_index(tick->sources, 0) : NULL;
  tick->strength = best ? best->strength : STRENGTH_OPEN;
  return tick;
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static int *counted(TickCount *count, int strength)
{
  switch ((Strength)strength) {
  case STRENGTH_OTHER_RECORD:
    return &count->other_record;
  case STRENGTH_EARLIER_RECORD:
    return &count->earlier_record;
  case STRENGTH_ARITHMETIC:
    return &count->arithmetic;
  case STRENGTH_OTHER_WORDS:
    return &count->other_words;
  case STRENGTH_OWN_RECORD:
    return &count->own_record;
  case STRENGTH_OWN_WORDS:
    return &count->own_words;
  case STRENGTH_OPEN:
  case STRENGTH_NONE:
    break;
  }
  return &count->open;
}

static void count_kind(Arena *arena, TickList *list, int kind)
{
  TickCount *count = record_new(arena, &tick_count_spec, &list->record);
  count->kind = kind;
  count->all = count->ticked = count->weak = count->open = 0;
  for (int strength = 1; strength <= STRENGTH_OPEN; strength++)
    *counted(count, strength) = 0;
  for (guint i = 0; i < list->ticks->len; i++) {
    const Tick *tick = g_ptr_array_index(list->ticks, i);
    if (tick->kind != kind)
      continue;
    count->all++;
    ++*counted(count, tick->strength);
    count->ticked += tick->strength != STRENGTH_OPEN;
    count->weak += strength_is_weak(tick->strength);
  }
  g_ptr_array_add(list->counts, count);
}

const TickList *tick_document(const Ticker *ticker, const Document *document, const Origins *origins, const char *name,
                              const Document **ret_page)
{
  Arena *arena = ticker->inputs->arena;
  TickList *list = record_new(arena, &tick_list_spec, NULL);
  list->service = ticker->inputs->plan->service;
  list->period = ticker->inputs->period;
  list->document = arena_strdup(arena, name);
  list->title = document->title;
  Showing showing = { .arena = arena,
                      .document = document,
                      .origins = origins,
                      .facts = ticker->facts,
                      .mentions = ticker->mentions,
                      .list = arena_list(arena) };
  shown_gather(&showing);
  for (guint i = 0; i < showing.list->len; i++)
    g_ptr_array_add(list->ticks, tick_of(ticker, g_ptr_array_index(showing.list, i), list));
  for (int kind = TICK_FIGURE; kind <= TICK_REFERENCE; kind++)
    count_kind(arena, list, kind);
  adds_up_suggest(arena, document, list);
  if (ret_page)
    *ret_page = page_new(arena, document, showing.list, list->ticks);
  return list;
}
