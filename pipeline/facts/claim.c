/* Reading claims: a sentence is cut into clauses; a clause that names one time and one figure says something of it. */
#include "facts/claim.h"
#include <string.h>

/* A stretch of a sentence between commas, brackets and joining words. */
typedef struct {
  const Sentence *sentence;
  guint first, end;
  guint times; /* how many times it names; 2: several, or one that is not known */
  When when;
  int quarter;
  guint figures, at; /* how many, and the first of them */
} Clause;

static const char *const joints[] = { ",",   ";",     ":",       "(",        ")",      "–",     "—",     "and",
                                      "but", "while", "whereas", "although", "though", "which", "where", NULL };

static bool is_word(const Sentence *sentence, guint at, const char *const *words)
{
  return token_is(sentence_token(sentence, at), words);
}

static bool has_word(const Clause *clause, const char *const *words)
{
  for (guint i = clause->first; i < clause->end; i++)
    if (is_word(clause->sentence, i, words))
      return true;
  return false;
}

/* ---- times ------------------------------------------------------------------------------------------------------- */

/* "last year", "the previous quarter", "a year ago" at a token: how many words, 0 for none. */
static guint phrase_of_time(const Sentence *sentence, guint at, When *ret_when)
{
  static const char *const before[] = { "last", "previous", "preceding", NULL }, *const year[] = { "year", NULL };
  static const char *const behind[] = { "ago", "before", "earlier", NULL }, *const quarter[] = { "quarter", NULL };
  *ret_when = WHEN_LAST_YEAR;
  if (is_word(sentence, at, before) && is_word(sentence, at + 1, quarter)) {
    *ret_when = WHEN_LAST_QUARTER;
    return 2;
  }
  bool year_before = is_word(sentence, at, before) && is_word(sentence, at + 1, year);
  return year_before || (is_word(sentence, at, year) && is_word(sentence, at + 1, behind)) ? 2 : 0;
}

/* Words that name a time, a group or a kind of figure other than the row's periods. */
static bool is_other_time(const Sentence *sentence, guint at)
{
  static const char *const words[] = { "same",     "half",       "month",  "months",   "monthly", "date",     "average",
                                       "baseline", "forecast",   "annual", "national", "england", "regional", "peers",
                                       "other",    "nationally", "wales",  "quartile", "weekend", "week",     NULL };
  const Token *token = sentence_token(sentence, at);
  bool year = token->kind == TOKEN_NUMBER && !token->percent && token->number.scale == 0 &&
              token->number.units >= 1990 && token->number.units <= 2050 && token->length_bytes == 4;
  return token->kind == TOKEN_YEAR || year || sentence_month(token) || token_is(token, words);
}

static void find_times(Clause *clause)
{
  for (guint i = clause->first; i < clause->end; i++) {
    const Token *token = sentence_token(clause->sentence, i);
    When when = WHEN_QUARTER;
    guint words = token->kind == TOKEN_QUARTER ? 1 : phrase_of_time(clause->sentence, i, &when);
    if (words > 0) {
      clause->times++;
      clause->when = when;
      clause->quarter = when == WHEN_QUARTER ? (int)token->number.units : 0;
      i += words - 1;
    } else if (is_other_time(clause->sentence, i)) {
      clause->times += 2;
    }
  }
}

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

static Clause clause_new(const Sentence *sentence, guint first, guint end)
{
  Clause clause = { .sentence = sentence, .first = first, .end = end };
  find_times(&clause);
  for (guint i = first; i < end; i++)
    if (sentence_is_figure(sentence, i) && clause.figures++ == 0)
      clause.at = i;
  return clause;
}

/* "In quarter 1," before a clause that names no time: it is that clause's. */
static void inherit(Clause *clause, const Clause *before)
{
  enum { SHORT = 5 };
  if (clause->times > 0 || before->times != 1 || before->figures > 0 || before->end - before->first > SHORT)
    return;
  clause->times = 1;
  clause->when = before->when;
  clause->quarter = before->quarter;
  clause->first = before->first;
}

/* ---- patterns ---------------------------------------------------------------------------------------------------- */

static bool is_hedged(const Sentence *sentence, guint at)
{
  static const char *const words[] = { "about", "around", "approximately", "approx", "roughly", "some", "circa", NULL };
  return at > 0 && is_word(sentence, at - 1, words);
}

static const char *const targets[] = { "target", "targets", "goal", "aim", NULL };

/* "the target of 95%", "a target set at 95" */
static bool is_target(const Sentence *sentence, guint at)
{
  static const char *const links[] = { "of", "is", "was", "at", "set", "for", "the", "year", NULL };
  guint i = at;
  while (i > 0 && at - i < 4 && is_word(sentence, i - 1, links))
    i--;
  return i > 0 && is_word(sentence, i - 1, targets);
}

/* Words around a figure that make it a change and no figure of its own. */
static bool is_change(const Sentence *sentence, guint at)
{
  static const char *const behind[] = { "point", "points", "percentage", "reduction", "increase", "decrease",
                                        "rise",  "fall",   "more",       "less",      "fewer",    "higher",
                                        "lower", "better", "worse",      "up",        "down",     "growth",
                                        "above", "below",  "days",       "people",    NULL };
  static const char *const before[] = { "by", "of", NULL };
  return is_word(sentence, at + 1, behind) || (at > 0 && is_word(sentence, at - 1, before));
}

/* The words say whose figure it is: "it was", "performance stood at", "up from". */
static bool is_of_row(const Clause *clause)
{
  static const char *const subjects[] = { "it",    "figure", "performance", "result",     "rate",
                                          "value", "score",  "outturn",     "percentage", NULL };
  static const char *const before[] = { "from", "with", "against", "to", NULL };
  static const char *const opens[] = { "up", "down", "compared", "against", "rising", "falling", NULL };
  for (guint i = clause->first; i < clause->at; i++)
    if (is_word(clause->sentence, i, subjects))
      return true;
  return is_word(clause->sentence, clause->first, opens) && clause->at > 0 &&
         is_word(clause->sentence, clause->at - 1, before);
}

static void add(GArray *claims, const Clause *clause, Claim claim)
{
  claim.first = clause->first;
  claim.last = clause->end - 1;
  claim.hedged = claim.kind != CLAIM_MOVED && is_hedged(clause->sentence, claim.at);
  if (claim.when == WHEN_NOW && clause->times == 1) {
    claim.when = clause->when;
    claim.quarter = clause->quarter;
  }
  g_array_append_val(claims, claim);
}

static void read_figure(GArray *claims, const Clause *clause)
{
  if (clause->times != 1 || clause->figures != 1 || has_word(clause, targets) ||
      is_change(clause->sentence, clause->at))
    return;
  add(claims, clause, (Claim){ .kind = CLAIM_FIGURE, .at = clause->at, .of_row = is_of_row(clause) });
}

static void read_targets(GArray *claims, const Clause *clause)
{
  for (guint i = clause->first; i < clause->end; i++)
    if (sentence_is_figure(clause->sentence, i) && is_target(clause->sentence, i))
      add(claims, clause, (Claim){ .kind = CLAIM_TARGET, .at = i });
}

/* "over 95%", "more than 95%", "just under 95%": +1, -1, 0 for none. */
static int bound_before(const Sentence *sentence, guint at)
{
  static const char *const over[] = { "over", "above", "exceeding", NULL }, *const than[] = { "than", NULL };
  static const char *const under[] = { "under", "below", "nearly", "almost", NULL };
  static const char *const more[] = { "more", NULL }, *const less[] = { "less", "fewer", NULL };
  if (at == 0)
    return 0;
  if (is_word(sentence, at - 1, over) || (at > 1 && is_word(sentence, at - 1, than) && is_word(sentence, at - 2, more)))
    return 1;
  return is_word(sentence, at - 1, under) ||
                 (at > 1 && is_word(sentence, at - 1, than) && is_word(sentence, at - 2, less))
             ? -1
             : 0;
}

/* "One of the four stations is above 90%": of a part of what the row is about. */
static bool is_of_part(const Clause *clause)
{
  static const char *const parts[] = { "one",  "two",  "three", "four", "five", "six",  "seven", "eight", "nine", "ten",
                                       "some", "each", "every", "both", "none", "most", "only",  "half",  NULL };
  for (guint i = clause->first; i < clause->at; i++)
    if (is_word(clause->sentence, i, parts))
      return true;
  return false;
}

static void read_bound(GArray *claims, const Clause *clause)
{
  static const char *const spans[] = { "day",  "days",  "week",  "weeks",   "month", "months",
                                       "year", "years", "hours", "minutes", NULL };
  static const char *const no[] = { "not", "no", "if", "should", "must", "aim", "until", "unless", NULL };
  if (clause->figures != 1 || clause->times > 0 || has_word(clause, targets) || has_word(clause, no) ||
      is_of_part(clause))
    return;
  int side = bound_before(clause->sentence, clause->at);
  if (side != 0 && !is_word(clause->sentence, clause->at + 1, spans) && !is_change(clause->sentence, clause->at))
    add(claims, clause, (Claim){ .kind = side > 0 ? CLAIM_OVER : CLAIM_UNDER, .at = clause->at });
}

/* Words that say which way: in figures, or in what is good. */
typedef struct {
  const char *const more[6], *const less[6], *const better[3], *const worse[3]; /* each closed by NULL */
} Directions;

static const Directions comparatives = {
  { "more", "higher", "up", "above" }, { "fewer", "less", "lower", "down", "below" }, { "better" }, { "worse" }
};
static const Directions verbs_of_movement = { { "rose", "risen", "increased", "grew", "climbed" },
                                              { "fell", "fallen", "decreased", "dropped", "declined" },
                                              { "improved" },
                                              { "worsened", "deteriorated" } };

/* Such a word at the token: its direction; false for none. */
static bool read_direction(const Sentence *sentence, guint at, const Directions *words, Claim *claim)
{
  bool more = is_word(sentence, at, words->more), less = is_word(sentence, at, words->less);
  bool better = is_word(sentence, at, words->better), worse = is_word(sentence, at, words->worse);
  claim->direction = more || better ? 1 : -1;
  claim->better_or_worse = better || worse;
  return more || less || better || worse;
}

/* "1.8 percentage points better than in quarter 1"; "12 fewer than last year" */
static void read_apart(GArray *claims, const Clause *clause)
{
  enum { NEAR = 4 };
  static const char *const links[] = { "than", "on", "from", "since", "against", "compared", NULL };
  if (clause->figures != 1 || clause->times != 1 || has_word(clause, targets))
    return;
  Claim claim = { .kind = CLAIM_APART, .at = clause->at };
  for (guint i = clause->at + 1; i < clause->end && i <= clause->at + NEAR; i++)
    if (read_direction(clause->sentence, i, &comparatives, &claim) &&
        (is_word(clause->sentence, i + 1, links) || is_word(clause->sentence, i + 2, links))) {
      add(claims, clause, claim);
      return;
    }
}

/* "missed the target by 1.4 points", "1.4 points below target" */
static void read_from_target(GArray *claims, const Clause *clause)
{
  enum { NEAR = 4 };
  static const char *const verbs[] = { "missed", "missing", "exceeded", "exceeding", "beat", "beaten", "short", NULL };
  static const char *const by[] = { "by", NULL };
  static const char *const sides[] = { "below", "above",  "short", "off",  "under",
                                       "over",  "better", "worse", "from", NULL };
  const Sentence *sentence = clause->sentence;
  if (clause->figures != 1 || clause->times > 0 || !has_word(clause, targets) || is_target(sentence, clause->at))
    return;
  bool so = clause->at > 0 && is_word(sentence, clause->at - 1, by) && has_word(clause, verbs);
  for (guint i = clause->at + 1; !so && i < clause->end && i <= clause->at + NEAR; i++)
    so = is_word(sentence, i, sides) &&
         (is_word(sentence, i + 1, targets) || is_word(sentence, i + 2, targets) || is_word(sentence, i + 3, targets));
  if (so)
    add(claims, clause, (Claim){ .kind = CLAIM_FROM_TARGET, .at = clause->at });
}

/* "Performance fell compared with quarter 1": of the row's figure only, and without a figure that says by how much. */
static void read_moved(GArray *claims, const Clause *clause)
{
  enum { OPENING = 4 };
  static const char *const subjects[] = { "performance", "it",    "figure", "rate",    "result",
                                          "percentage",  "score", "value",  "outturn", NULL };
  static const char *const links[] = { "compared", "since", "on", "from", "than", "against", NULL };
  static const char *const no[] = { "not", "no", "nor", "neither", "if", "may", "might", "could", NULL };
  bool subject = false;
  if (clause->figures > 0 || clause->times != 1 || has_word(clause, no) || has_word(clause, targets) ||
      !has_word(clause, links))
    return;
  for (guint i = clause->first; i < clause->end && i < clause->first + OPENING; i++) {
    Claim claim = { .kind = CLAIM_MOVED, .at = i, .of_row = true };
    if (subject && read_direction(clause->sentence, i, &verbs_of_movement, &claim)) {
      add(claims, clause, claim);
      return;
    }
    subject |= is_word(clause->sentence, i, subjects);
  }
}

static void read_clause(GArray *claims, const Clause *clause)
{
  read_targets(claims, clause);
  read_figure(claims, clause);
  read_bound(claims, clause);
  read_apart(claims, clause);
  read_from_target(claims, clause);
  read_moved(claims, clause);
}

GArray *claims_of(const Sentence *sentence)
{
  GArray *claims = g_array_new(FALSE, FALSE, sizeof(Claim));
  Clause before = { 0 };
  for (guint i = 0, end; sentence_token(sentence, i); i = end + 1) {
    for (end = i; sentence_token(sentence, end) && !is_word(sentence, end, joints); end++)
      ;
    if (end == i)
      continue;
    Clause clause = clause_new(sentence, i, end);
    bool comma = i > 0 && is_word(sentence, i - 1, (const char *const[]){ ",", NULL });
    if (comma && before.sentence)
      inherit(&clause, &before);
    read_clause(claims, &clause);
    before = clause;
  }
  return claims;
}

const Claim *claim_at(const GArray *claims, ClaimKind kind, guint token)
{
  for (guint i = 0; i < claims->len; i++) {
    const Claim *claim = &g_array_index(claims, Claim, i);
    if (claim->kind == kind && claim->at == token)
      return claim;
  }
  return NULL;
}
