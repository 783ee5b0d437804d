/* Figures of what is named by words of its title, where no code and no row beside says of what they are. */
#include "facts/pattern-reader.h"
#include "facts/subject.h"

static const Period unknown = { PERIOD_NONE, 0, 0 };

static bool is_title(const Reader *r, guint at)
{
  return subject_has(r->context->subjects, r->named, reader_token(r, at));
}

/* ---- parts ------------------------------------------------------------------------------------------------------- */

/* "in Millbridge", "among the young": the figure is of a part, unless it is a time or the title says so. */
static bool opens_part(const Reader *r, const Clause *clause, guint at)
{
  Period period;
  bool vague;
  guint next = at + 1;
  while (next < clause->end && reader_is(r, PHRASES_LINK, next))
    next++;
  bool word = next < clause->end && reader_token(r, next)->kind != TOKEN_SIGN; /* no "on-call" */
  return reader_is(r, PHRASES_WITHIN, at) && word && next != clause->at && !is_title(r, next) &&
         !reader_is(r, PHRASES_ABOUT, next) && !reader_is(r, PHRASES_EDGE, next) &&
         !reader_is(r, PHRASES_CASES, next) && !reader_is(r, PHRASES_YEAR, next) &&
         !reader_is(r, PHRASES_QUARTER, next) && reader_time(r, next, &period, &vague) == 0;
}

/* "another 12 fires", "12 fires that began in kitchens", "12 fires fewer than". */
static bool is_other(const Reader *r, const Clause *clause, guint at)
{
  bool behind = at > clause->at && (reader_is(r, PHRASES_CHANGE, at) || reader_is(r, PHRASES_RELATIVE, at));
  bool before = at + 1 == clause->at && reader_is(r, PHRASES_PART, at);
  bool than = reader_is(r, PHRASES_THAN, at) && at + 1 != clause->at;
  return (behind || before || than) && !is_title(r, at);
}

static bool is_of_part(const Reader *r, const Clause *clause)
{
  for (guint i = clause->first; i < clause->end; i++)
    if (opens_part(r, clause, i) || is_other(r, clause, i))
      return true;
  return false;
}

/* ---- whose figure it is ------------------------------------------------------------------------------------------ */

/* A word of the title within a few words behind "of": "61% of all invoices", "87.9% of the time". */
static bool is_of_title(const Reader *r, const Clause *clause, guint at)
{
  enum { REACH = 3 };
  for (guint i = at + 1; i < clause->end && i <= at + REACH; i++)
    if (is_title(r, i) || reader_is(r, PHRASES_CASES, i))
      return true;
  return false;
}

/* "stood at 745", "rose to about 84%" */
static bool follows_verb(const Reader *r, const Clause *clause, guint at)
{
  while (at > clause->first && (reader_is(r, PHRASES_ABOUT, at - 1) || reader_is(r, PHRASES_OVER, at - 1) ||
                                reader_is(r, PHRASES_UNDER, at - 1) || reader_is(r, PHRASES_THAN, at - 1)))
    at--;
  return at > clause->first && !reader_is(r, PHRASES_OF, at - 1) &&
         (reader_is(r, PHRASES_LINK, at - 1) || reader_is(r, PHRASES_TO, at - 1));
}

/* The figure ends its clause, or only a time or a unit follows it. */
static bool ends(const Reader *r, const Clause *clause)
{
  Period period;
  bool vague;
  guint next =
      clause->at + 1 +
      (reader_is(r, PHRASES_LINK, clause->at + 1) && reader_is(r, PHRASES_YEAR, clause->at + 2)); /* "a year earlier" */
  return next >= clause->end || reader_is(r, PHRASES_YEAR, next) || reader_is(r, PHRASES_PER, next) ||
         reader_is(r, PHRASES_DURING, next) || reader_time(r, next, &period, &vague) > 0;
}

/* What is counted stands right behind the number, or before its verb; a share is of what is named, or follows it. */
static bool stands_at(const Reader *r, const Clause *clause)
{
  guint at = clause->at;
  const Token *figure = reader_token(r, at);
  if (figure->pounds || figure->time)
    return false;
  if (!figure->percent && at + 1 < clause->end && is_title(r, at + 1))
    return true;
  if (figure->percent && reader_is(r, PHRASES_OF, at + 1))
    return is_of_title(r, clause, at + 1);
  return follows_verb(r, clause, at) && (figure->percent || ends(r, clause));
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static void put(const Reader *r, const Clause *clause, int property, guint at, Period period)
{
  bool said = clause->times == 1 && !clause->vague && period_given(period);
  reader_put(r, clause, "titled", property, at, period, said ? SURE_SAID : SURE_ASSUMED);
}

/* Without a time, that of the document; with one that is not told in full, the nearest. */
static Period time_of(const Reader *r, const Clause *clause)
{
  return clause->times == 0 ? r->context->period : clause->times == 1 ? clause->period : clause->near;
}

static void read_value(const Reader *r, const Clause *clause)
{
  bool aim = phrase_between(r->phrases, PHRASES_AIM, r->sentence, clause->first, clause->at);
  if (aim || (clause->times > 1 && !period_given(clause->near)) || !reader_is_plain(r, clause) ||
      !reader_fits(r, clause->at) || !stands_at(r, clause) || is_of_part(r, clause))
    return;
  put(r, clause, PROPERTY_VALUE, clause->at, time_of(r, clause));
}

/* "we mean to prevent 240 cases in 2018/19": what is wanted in a year is its target. */
static void read_aim(const Reader *r, const Clause *clause)
{
  bool ahead = phrase_between(r->phrases, PHRASES_AIM, r->sentence, clause->first, clause->at) ||
               phrase_between(r->phrases, PHRASES_AHEAD, r->sentence, clause->first, clause->at);
  if (!ahead || clause->figures != 1 || clause->times != 1 || clause->vague || clause->period.kind != PERIOD_YEAR ||
      phrase_between(r->phrases, PHRASES_NOT, r->sentence, clause->first, clause->end) || !reader_fits(r, clause->at) ||
      !stands_at(r, clause) || is_of_part(r, clause))
    return;
  put(r, clause, PROPERTY_TARGET, clause->at, clause->period);
}

/* "against a target of 56%", of what the clause before it named. */
static void read_target(const Reader *r, const Clause *clause)
{
  if (clause->figures != 1 || clause->times > 1 || !reader_fits(r, clause->at) ||
      !reader_is_called(r, clause, PHRASES_TARGET, clause->at) ||
      phrase_between(r->phrases, PHRASES_NOT, r->sentence, clause->first, clause->end))
    return;
  put(r, clause, PROPERTY_TARGET, clause->at, clause->times == 1 ? clause->period : unknown);
}

/* "221 fires, against 233 a year earlier" */
static void read_compared(const Reader *r, const Clause *clause)
{
  guint first = clause->first;
  while (first < clause->end && (reader_is(r, PHRASES_LINK, first) || reader_is(r, PHRASES_SINCE, first)))
    first++;
  if (clause->figures != 1 || first != clause->at || clause->first == 0 ||
      !reader_is(r, PHRASES_AGAINST, clause->first - 1) || !ends(r, clause) || !reader_fits(r, clause->at) ||
      is_of_part(r, clause))
    return;
  put(r, clause, PROPERTY_VALUE, clause->at, clause->times == 1 ? clause->period : unknown);
}

/* "goes up from 51% to 52% in 2018/19" */
static void read_from_to(const Reader *r, const Clause *clause)
{
  guint from = clause->first;
  while (from < clause->end && !(reader_is(r, PHRASES_FROM, from) && reader_is_figure(r, from + 1)))
    from++;
  if (clause->figures != 2 || !reader_is(r, PHRASES_TO, from + 2) || !reader_is_figure(r, from + 3) ||
      !reader_fits(r, from + 1) || !reader_fits(r, from + 3))
    return;
  bool target = phrase_between(r->phrases, PHRASES_TARGET, r->sentence, 0, clause->end);
  int property = target ? PROPERTY_TARGET : PROPERTY_VALUE;
  Clause without = { .first = clause->first, .end = clause->end };
  put(r, &without, property, from + 1, unknown);
  put(r, clause, property, from + 3, clause->times == 1 ? clause->period : unknown);
}

/* "In June it was 98.9%", of what the sentence before named. */
static void read_it(const Reader *r, const Clause *clause)
{
  bool it = phrase_between(r->phrases, PHRASES_ROW, r->sentence, clause->first, clause->at);
  if (it && clause->at > 0 && reader_is(r, PHRASES_LINK, clause->at - 1))
    read_value(r, clause);
}

/* The clause has a word of what the sentence as a whole names. */
static bool has_word_of_whole(const Reader *r, const Clause *clause)
{
  for (guint i = clause->first; r->whole && i < clause->end; i++)
    if (subject_has(r->context->subjects, r->whole, reader_token(r, i)))
      return true;
  return false;
}

void reader_titled(Reader *r, const Clause *clause)
{
  if (r->named || r->by_code || !r->context->subjects)
    return;
  const Indicator *own = subject_between(r->context->subjects, r->sentence, clause->first, clause->end);
  r->titled = own ? own : has_word_of_whole(r, clause) ? r->whole : r->titled;
  Reader named = *r;
  named.named = r->titled ? r->titled : r->context->spoken;
  if (!named.named || clause->figures == 0)
    return;
  read_target(&named, clause);
  if (r->titled)
    read_from_to(&named, clause);
  if (own) {
    read_value(&named, clause);
    read_aim(&named, clause);
  } else if (r->titled) {
    read_compared(&named, clause);
  } else {
    read_it(&named, clause);
  }
}
