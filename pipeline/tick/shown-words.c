/* Figures, dates and references in words. */
#include "facts/mentions.h"
#include "model/figures.h"
#include "model/reading.h"
#include "tick/shown-parts.h"

void spotting_add(Spotting *spotting, Shown shown)
{
  Arena *arena = spotting->showing->arena;
  Shown *copy = arena_alloc(arena, sizeof *copy);
  *copy = shown;
  copy->at = spotting->nth ? arena_printf(arena, "%s#%u", spotting->at, spotting->nth + 1) : spotting->at;
  copy->where = spotting->where;
  copy->holder = spotting->holder;
  copy->item = spotting->item;
  spotting->nth++;
  g_ptr_array_add(spotting->showing->list, copy);
}

static bool is_same_day(Date a, Date b)
{
  return a.year == b.year && a.month == b.month && (a.day == b.day || !a.day || !b.day);
}

/* Of what the words were taken from, that which says this: then the words are no others than its. */
static void find_origin(const Origin *origins, guint n, Shown *shown)
{
  for (guint i = 0; i < n; i++) {
    const Record *record = origins[i].record;
    const Field *field = origins[i].field                ? origins[i].field
                         : spec_is_reading(record->spec) ? spec_field(record->spec, "number")
                                                         : NULL;
    const void *at = field ? record_at(record, field) : NULL;
    bool same =
        field && ((shown->kind == TICK_FIGURE && field->type == FIELD_AMOUNT && ((const OptAmount *)at)->given &&
                   figure_same(((const OptAmount *)at)->amount, shown->number.amount)) ||
                  (shown->kind == TICK_DATE && field->type == FIELD_DATE && date_given(*(const Date *)at) &&
                   is_same_day(*(const Date *)at, shown->date)) ||
                  (shown->kind == TICK_REFERENCE && field->type == FIELD_CODE &&
                   g_strcmp0(*(char *const *)at, shown->code) == 0));
    if (!same)
      continue;
    shown->record = record;
    shown->field = origins[i].field;
    shown->sentence = NULL;
    return;
  }
}

static bool has_code(const Origin *origin, const char *code)
{
  const Field *field = origin->field;
  const void *at = field ? record_at(origin->record, field) : NULL;
  if (field && field->type == FIELD_CODE)
    return g_strcmp0(*(char *const *)at, code) == 0;
  const GPtrArray *codes = field && field->type == FIELD_CODES ? *(GPtrArray *const *)at : NULL;
  for (guint i = 0; codes && i < codes->len; i++)
    if (g_strcmp0(g_ptr_array_index(codes, i), code) == 0)
      return true;
  return false;
}

/* "AOF 11, 30": numbers that are codes of what the words were taken from. */
static void take_for_code(const Origin *origins, guint n, Shown *shown)
{
  for (guint i = 0; shown->kind == TICK_FIGURE && i < n; i++)
    if (has_code(&origins[i], shown->text)) {
      *shown = (Shown){ .kind = TICK_REFERENCE,
                        .text = shown->text,
                        .code = shown->text,
                        .record = origins[i].record,
                        .field = origins[i].field };
      return;
    }
}

static void add_words(Spotting *spotting, Shown shown, const Sentence *sentence, guint first, guint last,
                      const Origin *origins, guint n)
{
  g_autofree char *quote = sentence_quote(sentence, first, last);
  shown.text = arena_strdup(spotting->showing->arena, quote);
  shown.sentence = sentence;
  shown.token = first;
  take_for_code(origins, n, &shown);
  if (!shown.record)
    find_origin(origins, n, &shown);
  spotting_add(spotting, shown);
}

/* What begins at the token, and its last token; false: nothing. */
static bool read_token(const Spotting *spotting, const Sentence *sentence, guint i, Shown *ret, guint *ret_last)
{
  const Token *token = sentence_token(sentence, i);
  *ret = (Shown){ .kind = TICK_NONE };
  *ret_last = i;
  const Indicator *named = mentions_at(spotting->showing->mentions, sentence, i, ret_last);
  if (named) {
    *ret = (Shown){ .kind = TICK_REFERENCE, .code = named->ref };
    return true;
  }
  Date date;
  *ret_last = i;
  if (sentence_date(sentence, i, &date, ret_last) && date.year && date.month) {
    *ret = (Shown){ .kind = TICK_DATE, .date = date };
    return true;
  }
  *ret_last = i;
  if (token->kind == TOKEN_NUMBER && (sentence_is_figure(sentence, i) || token->time))
    *ret = (Shown){ .kind = TICK_FIGURE, .number = { token->number, true, token->time } };
  return ret->kind != TICK_NONE;
}

void spotting_sentences(Spotting *spotting, const GPtrArray *sentences, const Origin *origins, guint n)
{
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint k = 0, last; k < sentence->tokens->len; k++) {
      Shown shown;
      if (!read_token(spotting, sentence, k, &shown, &last))
        continue;
      add_words(spotting, shown, sentence, k, last, origins, n);
      k = last;
    }
  }
}

/* Words that are a field are cut as the facts were: their tokens are known by their place. */
static const GPtrArray *sentences_of_runs(const Spotting *spotting, const GPtrArray *runs, const Record *record,
                                          const Field *field)
{
  const Showing *showing = spotting->showing;
  const void *words = field && field->type == FIELD_RUNS ? *(void *const *)record_at(record, field) : NULL;
  const GPtrArray *cut = words ? g_hash_table_lookup(showing->facts->cut, words) : NULL;
  if (cut)
    return cut;
  g_autofree char *text = runs_to_text(runs);
  return sentences_of_text(showing->arena, arena_strdup(showing->arena, text));
}

void spotting_runs(Spotting *spotting, const GPtrArray *runs, const Record *record, const Field *field)
{
  guint n;
  const Origin *noted = origins_of(spotting->showing->origins, runs, &n);
  const Origin own = { .record = record, .field = field };
  guint before = spotting->showing->list->len;
  if (!noted && !record) /* words of the layout alone are no data */
    return;
  spotting_sentences(spotting, sentences_of_runs(spotting, runs, record, field), noted ? noted : &own,
                     noted ? n : record != NULL);
  for (guint i = before; record && i < spotting->showing->list->len; i++) {
    Shown *shown = g_ptr_array_index(spotting->showing->list, i);
    if (!shown->record) {
      shown->record = record;
      shown->field = field;
    }
  }
}

void spotting_prose(Spotting *spotting, const Prose *prose)
{
  Arena *arena = spotting->showing->arena;
  const GPtrArray *cut = g_hash_table_lookup(spotting->showing->facts->cut, prose);
  spotting_sentences(spotting, cut ? cut : sentences_of(arena, prose), NULL, 0);
}
