/* Two numbers of the same things: "we own 5,240 homes" here, "5,230 of our 5,204 homes" there. */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

static bool is_bare_year(const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->length_bytes == 4 && token->number.scale == 0 && !token->percent &&
         !token->pounds && token->number.units >= 1900 && token->number.units < 2100;
}

/* A sentence that names years, but none of the plan's, speaks of another time. */
static bool is_of_now(const Checks *c, const FactRow *fact)
{
  const Plan *plan = c->inputs->plan;
  bool other = false;
  for (guint i = 0; sentence_token(fact->sentence, i); i++) {
    const Token *token = sentence_token(fact->sentence, i);
    if (token->kind != TOKEN_YEAR && (i == fact->at || !is_bare_year(token)))
      continue;
    if (token->number.units >= plan->from.year && token->number.units <= plan->from.year + plan->years)
      return true;
    other = true;
  }
  return !other;
}

/* Those of earlier documents and of other services may well have been or be others. */
static bool is_here(const FactRow *fact)
{
  return fact->says == SAYS_PLAN || fact->says == SAYS_RETURN || fact->says == SAYS_PAPER;
}

/* A slip away, or not far off: homes are sold and bought. */
static bool is_near(const FactRow *a, const FactRow *b)
{
  enum { PERCENT = 10 };
  Amount x = a->number.amount, y = b->number.amount, near;
  return figure_is_slip(x, y) || (figure_percent_of(x, amount_from_int(PERCENT), &near) && figure_close(x, y, near));
}

/* All words of one are in the other: "machines", "pay machines". */
static bool is_called_so(const FactRow *a, const FactRow *b)
{
  bool a_longer = strlen(a->words) > strlen(b->words);
  const char *longer = a_longer ? a->words : b->words, *shorter = a_longer ? b->words : a->words;
  return g_str_has_suffix(longer, shorter);
}

static bool are_same(const FactRow *a, const FactRow *b)
{
  enum { MANY = 100 };
  if (a->beside && a->beside == b->beside && is_called_so(a, b))
    return true;
  bool telling =
      strchr(a->words, ' ') || a->number.amount.units >= MANY || (a->sure == SURE_SAID && b->sure == SURE_SAID);
  return is_here(a) && is_here(b) && strcmp(a->words, b->words) == 0 && telling && is_near(a, b);
}

static void report(const Checks *c, const FactRow *before, const FactRow *now)
{
  g_autofree char *here = sentence_quote(now->sentence, now->first, now->last);
  g_autofree char *there = sentence_quote(before->sentence, before->first, before->last);
  g_autofree char *name = record_name(now->record), *other = record_name(before->record);
  Spot spot = {
    .record = now->record, .sentence = now->sentence, .token = now->first, .last = now->last, .other = before->record
  };
  findings_add(c->findings, "D-COUNT", &spot, "%s: '%s' here, but '%s' in %s, %s: are they the same?", name, here,
               there, other, before->record->source ? before->record->source->path : "another document");
}

/* Of statements with one noun each is held against the first of the same things; those after it that agree with any are
 * silent. */
static void check_group(const Checks *c, guint from, guint end)
{
  enum { MOST = 24 }; /* a noun that is counted more often tells nothing */
  for (guint i = from + 1; end - from <= MOST && i < end; i++) {
    const FactRow *now = fact_at(c->facts, i), *other = NULL;
    bool agrees = false;
    for (guint k = from; k < i && !agrees && is_of_now(c, now); k++) {
      const FactRow *before = fact_at(c->facts, k);
      bool same = is_of_now(c, before) && are_same(before, now);
      agrees = same && amount_compare(before->number.amount, now->number.amount) == 0;
      other = same && !other ? before : other;
    }
    if (other && !agrees && other->sentence != now->sentence)
      report(c, other, now);
  }
}

static void run(const Checks *c)
{
  for (guint from = 0, end; fact_at(c->facts, from); from = end) {
    end = fact_group_end(c->facts, from);
    if (fact_at(c->facts, from)->about == ABOUT_THINGS)
      check_group(c, from, end);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-COUNT", LEVEL_NOTE, "agreement", "two numbers of the same things",
    "Words of two places count the same things, all of them, and differ. Held against each other are all documents of the plan's time; "
    "words beside one milestone, indicator or action also with those of its earlier returns.",
    "Find out which number is right; or say of which part, or of which day, each of them is." },
  { NULL },
};
/* clang-format on */

const Check check_things = { .run = run, .rules = rules };
