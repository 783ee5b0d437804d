/* Words of work still to come, under a row that is complete, or green although its date is over. */
#include "check/checks.h"
#include <string.h>

/* Words that open something still to be done, and words behind them that say the thing is another. */
static const char *const phrases[][5] = {
  { "will", "be", "done" },      { "will", "be", "completed" },
  { "will", "be", "finished" },  { "not", "yet" },
  { "not", "been", "*", "yet" }, { "still", "to", "be" },
  { "yet", "to", "be" },         { "about", "to", "be" },
  { "to", "be", "submitted" },   { "to", "be", "signed" },
  { "to", "be", "agreed" },      { "to", "be", "tendered" },
  { "to", "be", "advertised" },  { "to", "be", "completed" },
  { "to", "be", "finished" },    { "remain", "to", "be" },
  { "still", "reading" },        { "still", "waiting" },
  { "still", "working" },        { "still", "being" },
  { "is", "outstanding" },       { "are", "outstanding" },
  { "remains", "outstanding" },  { "still", "outstanding" },
};

/* The first token of such words, or -1. */
static int find(const Sentence *sentence, guint *ret_length)
{
  for (guint i = 0; i < G_N_ELEMENTS(phrases); i++) {
    int at = sentence_find(sentence, phrases[i], 0);
    if (at < 0)
      continue;
    *ret_length = g_strv_length((char **)phrases[i]);
    return at;
  }
  return -1;
}

/* Work that goes on from it: "The next phase will be done in May"; or what stands under a condition. */
static bool is_beyond(const Sentence *sentence)
{
  static const char *const words[] = { "next",   "new",     "further", "future", "phase",   "annual",
                                       "now",    "if",      "review",  "unless", "another", "second",
                                       "survey", "whether", "results", "had",    "when",    NULL };
  return sentence_has(sentence, words);
}

/* "Those for 2020": of a year to come. */
static bool is_of_later_year(const Checks *c, const Sentence *sentence)
{
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    bool year = token->kind == TOKEN_YEAR || (token->kind == TOKEN_NUMBER && token->length_bytes == 4);
    if (year && token->number.scale == 0 && token->number.units > c->report->to.year && token->number.units < 2099)
      return true;
  }
  return false;
}

static bool is_over(const Checks *c, const Milestone *milestone)
{
  return milestone && date_given(milestone->due) && date_compare(milestone->due, c->report->to) <= 0;
}

static void check_speech(const Checks *c, const Speech *speech)
{
  bool complete = speech->rating == RATING_COMPLETE;
  if (!speech_is_commentary(speech) || speech->indicator || speech->record->spec == &section_spec ||
      (!complete && !(speech->rating == RATING_GREEN && is_over(c, speech->milestone))))
    return;
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    guint length;
    int at = find(sentence, &length);
    if (at < 0 || is_beyond(sentence) || is_of_later_year(c, sentence))
      continue;
    guint first = at > 5 ? (guint)at - 5 : 0, last = MIN((guint)at + length + 1, sentence->tokens->len - 1);
    g_autofree char *quote = sentence_quote(sentence, first, last), *name = record_name(speech->record);
    Spot spot = { .record = speech->record,
                  .sentence = sentence,
                  .token = first,
                  .last = last,
                  .other = speech->milestone ? &speech->milestone->record : NULL };
    findings_add(c->findings, "W-OUTSTANDING", &spot, "%s is %s%s, but its commentary says '%s'", name,
                 terms_name(&terms_rating, speech->rating), complete ? "" : " and its date is over", quote);
    return;
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++)
    check_speech(c, g_ptr_array_index(c->speeches, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "W-OUTSTANDING", LEVEL_NOTE, "wording", "work still to come under a row that is done",
    "Complete means that nothing is left to do; green after its date means the same. Words about a next step are left alone.",
    "Correct the symbol, or say that the rest is no part of it.",
    "W-LATER G-UNFINISHED" },
  { NULL },
};
/* clang-format on */

const Check check_outstanding = { .run = run, .rules = rules };
