/* Reading facts: a sentence is cut into clauses; the patterns look at one clause, its times, figures and codes. */
#include "facts/mentions.h"
#include "facts/pattern-reader.h"
#include <string.h>

static const Period unknown = { PERIOD_NONE, 0, 0 };

static bool has(const Reader *r, const Clause *clause, PhraseList list)
{
  return phrase_between(r->phrases, list, r->sentence, clause->first, clause->end);
}

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

/* "per 1,000" */
static bool is_unit(const Reader *r, guint at)
{
  return at > 0 && reader_is(r, PHRASES_PER, at - 1);
}

Clause reader_clause(const Reader *r, guint first, guint end)
{
  Clause clause = { .first = first, .end = end };
  for (guint i = first; i < end; i++) {
    Period period;
    guint words =
        reader_is(r, PHRASES_PER, i) && reader_is_figure(r, i + 1) ? 0 : reader_time(r, i, &period, &clause.vague);
    if (words > 0) {
      bool since = i > first && reader_is(r, PHRASES_SINCE, i - 1); /* the time of another figure */
      clause.near = clause.times == 0 && !period_given(period) ? reader_near_time(r, i) : unknown;
      clause.times += period_given(period) && !since ? 1 : 2;
      clause.period = period;
      i += words - 1;
    } else if (reader_is_figure(r, i) && !is_unit(r, i) && clause.figures++ == 0) {
      clause.at = i;
    }
  }
  return clause;
}

/* "In quarter 1," before a clause that names no time: it is that clause's. */
static void inherit(const Reader *r, Clause *clause, const Clause *before)
{
  enum { SHORT = 6 };
  Period period;
  bool vague;
  bool opens = before->first == 0 && before->end > 0 &&
               (reader_is(r, PHRASES_DURING, 0) || reader_time(r, 0, &period, &vague) > 0);
  if (clause->times > 0 || !opens || before->times == 0 || before->figures > 0 || before->end - before->first > SHORT)
    return;
  clause->times = before->times;
  clause->period = before->period;
  clause->vague = before->vague;
}

/* Codes of the clause: of what its figures, and those that follow, are. */
static void take_codes(Reader *r, const Clause *clause)
{
  for (guint i = clause->first, last = 0; r->context->mentions && i < clause->end; i++) {
    const Indicator *named = mentions_at(r->context->mentions, r->sentence, i, &last);
    if (!named)
      continue;
    bool several = r->by_code && r->open && named != r->named;
    r->named = several ? NULL : named;
    r->by_code = r->open = true;
    i = last;
  }
  r->open &= clause->figures == 0;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

/* "about 90%", "over 90%", "more than 90%". */
static guint flags_at(const Reader *r, guint at)
{
  guint before = at > 1 && reader_is(r, PHRASES_THAN, at - 1) ? at - 2 : at - 1;
  if (at == 0)
    return 0;
  return (reader_is(r, PHRASES_ABOUT, before) ? 1u << FLAG_AROUND : 0) |
         (reader_is(r, PHRASES_OVER, before) ? 1u << FLAG_OVER : 0) |
         (reader_is(r, PHRASES_UNDER, before) ? 1u << FLAG_UNDER : 0);
}

static int unit_at(const Token *token)
{
  return token->percent ? UNIT_PERCENT : token->pounds ? UNIT_POUNDS : token->time ? UNIT_MINUTES_SECONDS : UNIT_NONE;
}

bool reader_fits(const Reader *r, guint at)
{
  const Indicator *indicator = r->named;
  if (indicator->unit == UNIT_NONE || indicator->unit == UNIT_NOT_READABLE)
    return true;
  return sentence_is_figure_in(r->sentence, at, indicator->unit);
}

void reader_put(const Reader *r, const Clause *clause, const char *pattern, int property, guint at, Period period,
                int sure)
{
  const Token *token = reader_token(r, at);
  FactRow fact = { .about = ABOUT_INDICATOR,
                   .ref = r->named->ref,
                   .thing = &r->named->record,
                   .property = property,
                   .period = period,
                   .number = { token->number, true, token->time },
                   .unit = unit_at(token),
                   .flags = flags_at(r, at),
                   .pattern = pattern,
                   .sure = sure,
                   .sentence = r->sentence,
                   .first = clause->first,
                   .last = clause->end - 1,
                   .at = at };
  g_array_append_val(r->facts, fact);
}

/* A figure of the indicator that is spoken of. */
static void add(const Reader *r, const Clause *clause, const char *pattern, int property, guint at, Period period,
                int sure)
{
  if (r->named && reader_fits(r, at) && period_given(period))
    reader_put(r, clause, pattern, property, at, period, sure);
}

/* The clause's time; without one that of the document, or its year. */
static Period period_of(const Reader *r, const Clause *clause, bool of_year, int *ret_sure)
{
  *ret_sure = clause->times == 1 && !clause->vague ? SURE_SAID : SURE_ASSUMED;
  if (clause->times > 0)
    return clause->times == 1 ? clause->period : unknown;
  Period now = r->context->period;
  return of_year && period_given(now) ? period_year(now) : now;
}

/* ---- patterns ---------------------------------------------------------------------------------------------------- */

bool reader_is_called(const Reader *r, const Clause *clause, PhraseList list, guint at)
{
  enum { REACH = 6 };
  guint i = at;
  while (i > clause->first && at - i < REACH &&
         (reader_is(r, PHRASES_LINK, i - 1) || reader_token(r, i - 1)->kind == TOKEN_YEAR ||
          reader_token(r, i - 1)->kind == TOKEN_QUARTER))
    i--;
  bool before = i > clause->first && reader_is(r, list, i - 1) && i < at;
  return before || (at + 1 < clause->end && reader_is(r, list, at + 1));
}

static void read_named(const Reader *r, const Clause *clause, PhraseList list, const char *pattern, int property)
{
  for (guint i = clause->first; i < clause->end; i++) {
    int sure;
    if (reader_is_figure(r, i) && reader_is_called(r, clause, list, i) && !has(r, clause, PHRASES_NOT))
      add(r, clause, pattern, property, i, period_of(r, clause, true, &sure),
          clause->times == 1 && !clause->vague ? SURE_SAID : SURE_ASSUMED);
  }
}

/* "29.2 days" of what is measured in days. */
static bool has_own_unit(const Reader *r, guint at)
{
  const Token *next = reader_token(r, at + 1);
  return r->named && next && g_strcmp0(next->word, terms_name(&terms_unit, r->named->unit)) == 0;
}

static bool is_change(const Reader *r, guint at)
{
  return (reader_is(r, PHRASES_CHANGE, at + 1) && !has_own_unit(r, at)) ||
         (at > 0 && (reader_is(r, PHRASES_BY, at - 1) || reader_is(r, PHRASES_OF, at - 1)));
}

/* "was 90%", "stood at about 90%", "HP LI 5: 90%". */
static bool follows_verb(const Reader *r, guint at)
{
  if (at > 1 && reader_is(r, PHRASES_THAN, at - 1))
    at--;
  if (at > 1 && (reader_is(r, PHRASES_ABOUT, at - 1) || reader_is(r, PHRASES_OVER, at - 1) ||
                 reader_is(r, PHRASES_UNDER, at - 1)))
    at--;
  return at > 0 && (reader_is(r, PHRASES_LINK, at - 1) || reader_is(r, PHRASES_TO, at - 1) ||
                    g_strcmp0(reader_token(r, at - 1)->word, ":") == 0);
}

/* The words say whose figure it is: a code and a verb, or the row's word before it. "90% of the younger ones" is
 * another's. */
static bool has_subject(const Reader *r, const Clause *clause)
{
  bool named = phrase_between(r->phrases, PHRASES_VALUE, r->sentence, clause->first, clause->at);
  return (named || (r->by_code && follows_verb(r, clause->at))) && !reader_is(r, PHRASES_OF, clause->at + 1);
}

bool reader_is_plain(const Reader *r, const Clause *clause)
{
  return clause->figures == 1 && !has(r, clause, PHRASES_TARGET) && !has(r, clause, PHRASES_BASELINE) &&
         !has(r, clause, PHRASES_NOT) && !has(r, clause, PHRASES_AHEAD) && !is_change(r, clause->at);
}

static void read_figure_at_time(const Reader *r, const Clause *clause)
{
  bool opens =
      reader_is(r, PHRASES_CHANGE, clause->first) && reader_is(r, PHRASES_FROM, clause->first + 1); /* "up from" */
  if (clause->times == 1 && reader_is_plain(r, clause) && (has_subject(r, clause) || opens))
    add(r, clause, "figure-at-time", PROPERTY_VALUE, clause->at, clause->period,
        clause->vague ? SURE_ASSUMED : SURE_SAID);
}

/* The subject, a verb, the figure. */
static void read_figure_now(const Reader *r, const Clause *clause)
{
  if (clause->times > 0 || !reader_is_plain(r, clause) || !has_subject(r, clause) || clause->at == clause->first ||
      !reader_is(r, PHRASES_LINK, clause->at - 1) || reader_is(r, PHRASES_OF, clause->at - 1))
    return;
  add(r, clause, "figure-now", PROPERTY_VALUE, clause->at, r->context->period, SURE_ASSUMED);
}

/* The time named right behind a figure, within its half of the clause. */
static Period time_behind(const Reader *r, guint at, guint end)
{
  bool vague = false;
  Period period = unknown, found = unknown;
  for (guint i = at + 1; i < end; i++) {
    guint words = reader_time(r, i, &period, &vague);
    if (words > 0 && (vague || period_given(found)))
      return unknown;
    found = words > 0 ? period : found;
    i += words > 0 ? words - 1 : 0;
  }
  return found;
}

static void read_from_to(const Reader *r, const Clause *clause)
{
  guint from = clause->first;
  while (from < clause->end && !(reader_is(r, PHRASES_FROM, from) && reader_is_figure(r, from + 1)))
    from++;
  guint to = from + 2;
  while (to < clause->end && !(reader_is(r, PHRASES_TO, to) && reader_is_figure(r, to + 1)))
    to++;
  if (to + 1 >= clause->end || clause->figures != 2)
    return;
  add(r, clause, "from-to", PROPERTY_VALUE, from + 1, time_behind(r, from + 1, to), SURE_SAID);
  add(r, clause, "from-to", PROPERTY_VALUE, to + 1, time_behind(r, to + 1, clause->end), SURE_SAID);
}

/* "64 of 114 (56%)", "64 of the 114 cases (56%)": of what is measured in percent. */
static void read_share(const Reader *r, const Clause *clause)
{
  enum { NEAR = 3 };
  guint part = clause->at, whole = part + 2, percent = clause->end + 1;
  while (whole <= part + NEAR && !reader_is_figure(r, whole))
    whole++;
  const Token *bracket = reader_token(r, clause->end), *share = reader_token(r, percent);
  if (!r->named || r->named->unit != UNIT_PERCENT || clause->figures != 2 || !reader_is(r, PHRASES_OF, part + 1) ||
      whole > part + NEAR || whole >= clause->end || !bracket || g_strcmp0(bracket->word, "(") != 0 || !share ||
      !share->percent || reader_token(r, part)->percent || reader_token(r, whole)->percent)
    return;
  int sure;
  Period period = period_of(r, clause, false, &sure);
  Clause all = { .first = clause->first, .end = percent + 1 };
  if (!period_given(period))
    return;
  reader_put(r, &all, "share", PROPERTY_VALUE, percent, period, SURE_ASSUMED);
  reader_put(r, &all, "share", PROPERTY_NUMERATOR, part, period, SURE_ASSUMED);
  reader_put(r, &all, "share", PROPERTY_DENOMINATOR, whole, period, SURE_ASSUMED);
}

/* The milestone of which the sentence speaks: the one that it names by its code, else that beside which it stands; of
 * several nobody knows. */
static const Milestone *milestone_of(const Reader *r)
{
  const Milestone *named = NULL;
  for (guint i = 0; r->context->milestones && reader_token(r, i); i++) {
    guint last = i;
    const Milestone *one = mentions_milestone_at(r->context->milestones, r->sentence, i, &last);
    if (one && named && one != named)
      return NULL;
    named = one ? one : named;
    i = last;
  }
  return named ? named : r->context->milestone;
}

/* "will be completed by 31 March 2010" of a milestone. */
static void read_due(const Reader *r)
{
  const Sentence *sentence = r->sentence;
  guint n = sentence->tokens->len;
  if ((!r->context->milestone && !r->context->milestones) ||
      !phrase_between(r->phrases, PHRASES_AHEAD, sentence, 0, n) ||
      !phrase_between(r->phrases, PHRASES_END, sentence, 0, n) ||
      phrase_between(r->phrases, PHRASES_NOT, sentence, 0, n))
    return;
  const Milestone *milestone = milestone_of(r);
  for (guint i = 1; milestone && reader_token(r, i); i++) {
    Date date;
    guint last;
    if (!reader_is(r, PHRASES_BY, i - 1) || !sentence_date(sentence, i, &date, &last) || date.year == 0)
      continue;
    FactRow fact = { .about = ABOUT_MILESTONE,
                     .ref = milestone->ref,
                     .thing = &milestone->record,
                     .property = PROPERTY_DUE,
                     .date = date,
                     .pattern = "due",
                     .sure = SURE_SAID,
                     .sentence = sentence,
                     .first = 0,
                     .last = last,
                     .at = i };
    g_array_append_val(r->facts, fact);
    return;
  }
}

/* The symbol that the tokens behind a number name, with nothing but links between; or RATING_NONE. */
static int symbol_behind(const Reader *r, guint at, guint *ret_last)
{
  enum { REACH = 5 };
  for (guint i = at + 1; i <= at + REACH && reader_token(r, i) && reader_token(r, i)->word; i++) {
    int rating = terms_find(&terms_rating, reader_token(r, i)->word);
    *ret_last = i;
    if (rating >= RATING_GREEN && rating <= RATING_RED)
      return rating;
    if (!reader_is(r, PHRASES_LINK, i) && !reader_is(r, PHRASES_MILESTONE, i) && !reader_is(r, PHRASES_INDICATOR, i))
      return RATING_NONE;
  }
  return RATING_NONE;
}

static void read_counts(const Reader *r)
{
  const Sentence *sentence = r->sentence;
  guint n = sentence->tokens->len;
  bool milestones = phrase_between(r->phrases, PHRASES_MILESTONE, sentence, 0, n);
  bool indicators = phrase_between(r->phrases, PHRASES_INDICATOR, sentence, 0, n);
  for (guint i = 0; milestones != indicators && i < n; i++) {
    guint last;
    const Token *token = reader_token(r, i);
    bool count = sentence_is_figure(sentence, i) && !token->percent && !token->pounds && token->number.scale == 0;
    int rating = count ? symbol_behind(r, i, &last) : RATING_NONE;
    if (!rating)
      continue;
    FactRow fact = { .about = ABOUT_SERVICE,
                     .ref = milestones ? "milestones" : "indicators",
                     .property = PROPERTY_COUNT,
                     .period = r->context->period,
                     .number = { token->number, true, false },
                     .words = terms_name(&terms_rating, rating),
                     .pattern = "count",
                     .sure = SURE_ASSUMED,
                     .sentence = sentence,
                     .first = i,
                     .last = last,
                     .at = i };
    g_array_append_val(r->facts, fact);
  }
}

static void read_clause(Reader *r, const Clause *clause)
{
  take_codes(r, clause);
  read_named(r, clause, PHRASES_TARGET, "target", PROPERTY_TARGET);
  read_named(r, clause, PHRASES_BASELINE, "baseline", PROPERTY_BASELINE);
  read_figure_at_time(r, clause);
  read_figure_now(r, clause);
  read_from_to(r, clause);
  read_share(r, clause);
  reader_titled(r, clause);
}

/* Without a number nothing is said that a pattern reads. */
static bool has_number(const Sentence *sentence)
{
  for (guint i = 0; i < sentence->tokens->len; i++)
    if (sentence_token(sentence, i)->kind == TOKEN_NUMBER)
      return true;
  return false;
}

const Indicator *pattern_read(const PatternContext *context, const Sentence *sentence, GArray *facts)
{
  Reader r = {
    .context = context, .phrases = context->phrases, .sentence = sentence, .facts = facts, .named = context->indicator
  };
  reader_things(&r);
  if (!has_number(sentence))
    return NULL;
  if (context->subjects && !context->indicator)
    r.whole = subject_of(context->subjects, sentence);
  Clause before = { 0 };
  for (guint i = 0, end; reader_token(&r, i); i = end + 1) {
    for (end = i; reader_token(&r, end) && !reader_is(&r, PHRASES_JOINT, end); end++)
      ;
    if (end == i)
      continue;
    Clause clause = reader_clause(&r, i, end);
    if (i > 0 && g_strcmp0(reader_token(&r, i - 1)->word, ",") == 0)
      inherit(&r, &clause, &before);
    read_clause(&r, &clause);
    before = clause;
  }
  reader_parts(&r);
  read_due(&r);
  read_counts(&r);
  return r.titled;
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

bool pattern_time(const PatternContext *context, const Sentence *sentence, Period *ret_period)
{
  Reader r = { .context = context, .phrases = context->phrases, .sentence = sentence };
  Clause all = reader_clause(&r, 0, sentence->tokens->len);
  *ret_period = all.period;
  bool difference = phrase_between(context->phrases, PHRASES_DIFFERENCE, sentence, 0, sentence->tokens->len);
  return all.times == 1 && !all.vague && !difference;
}

int pattern_property(const PatternContext *context, const Sentence *sentence)
{
  static const struct {
    PhraseList list;
    int property;
  } rows[] = { { PHRASES_TARGET, PROPERTY_TARGET },
               { PHRASES_BASELINE, PROPERTY_BASELINE },
               { PHRASES_VALUE, PROPERTY_VALUE } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (phrase_between(context->phrases, rows[i].list, sentence, 0, sentence->tokens->len))
      return rows[i].property;
  return PROPERTY_NONE;
}
