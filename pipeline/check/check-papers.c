/* Words of all documents, and tables in them, against what is known (facts/pattern reads them): a figure of an
 * indicator for a time is that of the documents; one without a time is a figure that some document of the run has;
 * words of two places agree with each other. */
#include "check/checks.h"
#include "facts/known.h"
#include "facts/mentions.h"
#include "model/figures.h"
#include "model/kind.h"

typedef struct {
  const Checks *checks;
  GHashTable *mentions;
} Reader;

/* The one indicator that a sentence names, and where its code ends; NULL for none or several. */
static const Indicator *only_named(const Reader *r, const Sentence *sentence, guint *ret_last)
{
  const Indicator *only = NULL;
  for (guint i = 0, last = 0; sentence_token(sentence, i); i++) {
    const Indicator *named = mentions_at(r->mentions, sentence, i, &last);
    if (!named)
      continue;
    if (only && only != named)
      return NULL;
    only = named;
    *ret_last = i = last;
  }
  return only;
}

/* The one figure of the unit's kind after a token, or -1 for none or several. */
static int only_figure(const Sentence *sentence, guint after, int unit)
{
  static const char *const per[] = { "per", NULL }; /* "per 100,000 population" */
  int only = -1;
  for (guint i = after + 1; sentence_token(sentence, i); i++) {
    if (!sentence_is_figure(sentence, i) || !token_fits(sentence_token(sentence, i), unit) ||
        token_is(sentence_token(sentence, i - 1), per))
      continue;
    if (only >= 0)
      return -1;
    only = (int)i;
  }
  return only;
}

/* Everything that the report says of an indicator in numbers; false when it has no value of this period. */
static bool known_of(Known *known, const Indicator *indicator, const Reading **ret_value)
{
  *ret_value = NULL;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    known_add_measure(known, measure);
    if (!measure->value || !measure->value->number.given)
      continue;
    known_add(known, &measure->value->number);
    known_add(known, &measure->value->numerator);
    known_add(known, &measure->value->denominator);
    *ret_value = *ret_value ? *ret_value : measure->value;
  }
  known_add(known, &indicator->projection);
  return *ret_value != NULL;
}

static void check_sentence(const Reader *r, const Section *section, const Sentence *sentence)
{
  guint last = 0;
  const Indicator *indicator = only_named(r, sentence, &last);
  int at = indicator ? only_figure(sentence, last, indicator->unit) : -1;
  if (at < 0 || facts_have(r->checks->facts, sentence, (guint)at))
    return;
  Known known = { g_array_new(FALSE, FALSE, sizeof(Amount)) };
  const Reading *value = NULL;
  if (known_of(&known, indicator, &value) && !known_has(&known, sentence_token(sentence, (guint)at)->number)) {
    g_autofree char *quote = sentence_quote(sentence, (guint)at, (guint)at);
    g_autofree char *number = amount_format(value->number.amount, -1);
    Spot spot = { .record = &section->record, .sentence = sentence, .token = (guint)at, .other = &value->record };
    findings_add(r->checks->findings, "D-TEXT", &spot, "the paper says '%s' of indicator %s, whose value is %s", quote,
                 indicator->ref, number);
  }
  g_array_unref(known.numbers);
}

static void read_sections(const Reader *r, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    const GPtrArray *sentences = facts_sentences_of(r->checks->facts, section->text);
    for (guint j = 0; j < sentences->len; j++)
      check_sentence(r, section, g_ptr_array_index(sentences, j));
    read_sections(r, section->sections);
  }
}

/* The words' figure is the record's, or it rounded; "over 80%" is less than it. */
static bool agrees(const FactRow *words, const FactRow *record)
{
  Amount said = words->number.amount, is = record->number.amount;
  int order = amount_compare(is, said);
  if (words->flags & (1u << FLAG_AROUND))
    return true;
  if (words->flags & (1u << FLAG_OVER | 1u << FLAG_UNDER))
    return order == 0 || (order > 0) == ((words->flags & 1u << FLAG_OVER) != 0);
  guint scale = MIN(said.scale, is.scale);
  return amount_compare(amount_round(said, scale), amount_round(is, scale)) == 0;
}

/* What is still to change is no other figure. */
static bool is_firm(const FactRow *record)
{
  guint early = 1u << FLAG_ESTIMATE | 1u << FLAG_PROVISIONAL | 1u << FLAG_FORECAST;
  return record->figure && record->number.given && !(record->flags & early) && !record->figure->to.given;
}

/* "32 in quarter 4" of what runs up through the year: what the quarter added, or the year so far. */
static bool may_be_part(const FactRow *words)
{
  const Indicator *indicator = (const Indicator *)words->thing;
  return words->property == PROPERTY_VALUE && kind_row(indicator->kind)->runs_up != RUNS_NOT &&
         words->period.kind != PERIOD_YEAR;
}

/* ---- words against words ----------------------------------------------------------------------------------------- */

/* A figure of words that stands on its own: with its time; of a part, with that of its document. */
static bool states(const FactRow *fact)
{
  bool part = g_strcmp0(fact->pattern, "part") == 0;
  return fact->sentence && fact->number.given && period_given(fact->period) && !flags_nearness(fact->flags) &&
         (fact->sure == SURE_SAID || part);
}

static void check_pair(const Checks *c, const FactRow *before, const FactRow *now)
{
  g_autofree char *here = sentence_quote(now->sentence, now->first, now->last);
  g_autofree char *there = sentence_quote(before->sentence, before->first, before->last);
  g_autofree char *when = period_to_string(now->period);
  Spot spot = { .record = now->record, .sentence = now->sentence, .token = now->at, .other = before->record };
  findings_add(c->findings, "D-TEXT", &spot, "'%s' here, but '%s' in %s, both of indicator %s for %s", here, there,
               before->record->source ? before->record->source->path : "another document", now->ref, when);
}

/* Two statements of one thing, property and time, of which no record speaks. */
static void check_statements_of(const Checks *c, guint from, guint end)
{
  const FactRow *before = NULL;
  for (guint i = from; i < end; i++) {
    const FactRow *now = fact_at(c->facts, i);
    if (!states(now) || may_be_part(now))
      continue;
    if (before && !agrees(now, before) && before->sentence != now->sentence)
      check_pair(c, before, now);
    before = before ? before : now;
  }
}

/* ---- words against records --------------------------------------------------------------------------------------- */

static void check_words(const Checks *c, const FactRow *words, const FactRow *record)
{
  static const char *const names[] = {
    [PROPERTY_VALUE] = "value", [PROPERTY_TARGET] = "target", [PROPERTY_BASELINE] = "baseline"
  };
  g_autofree char *quote = sentence_quote(words->sentence, words->first, words->last);
  g_autofree char *when = period_to_string(words->period), *number = figure_text(&record->number);
  Spot spot = { .record = words->record,
                .sentence = words->sentence,
                .token = words->at,
                .other = record->record,
                .other_attribute = "number" };
  findings_add(c->findings, "D-TEXT", &spot, "'%s' here, but the %s of indicator %s for %s is %s in %s", quote,
               names[words->property], words->ref, when, number,
               record->record->source ? record->record->source->path : "another document");
}

/* Rows of one thing, property and time: words of plans and papers against the last record. Those of the returns stand
 * beside their row, and have checks of their own. */
static void check_group(const Checks *c, guint from, guint end)
{
  const FactRow *record = NULL;
  for (guint i = from; i < end; i++)
    if (is_firm(fact_at(c->facts, i)))
      record = fact_at(c->facts, i);
  if (!record)
    check_statements_of(c, from, end);
  for (guint i = from; record && i < end; i++) {
    const FactRow *words = fact_at(c->facts, i);
    bool wanted = words->sure == SURE_SAID && (words->says == SAYS_PLAN || words->says == SAYS_PAPER);
    bool agreed = !wanted || may_be_part(words);
    for (guint k = from; k < end && !agreed; k++)
      agreed =
          fact_at(c->facts, k)->figure && fact_at(c->facts, k)->number.given && agrees(words, fact_at(c->facts, k));
    if (!agreed)
      check_words(c, words, record);
  }
}

static void check_facts(const Checks *c)
{
  for (guint from = 0, end; fact_at(c->facts, from); from = end) {
    const FactRow *first = fact_at(c->facts, from);
    end = fact_group_end(c->facts, from);
    bool figures =
        first->property == PROPERTY_VALUE || first->property == PROPERTY_TARGET || first->property == PROPERTY_BASELINE;
    if (first->about == ABOUT_INDICATOR && first->thing && figures && end - from > 1)
      check_group(c, from, end);
  }
}

/* ---- what is named by its title ---------------------------------------------------------------------------------- */

/* The figures of quarters or months that follow each other make the number: of what is added up. */
static bool is_sum(const Checks *c, guint from, guint end, Amount number)
{
  enum { PARTS = 12 };
  for (guint i = from; i < end; i++) {
    Amount sum = amount_from_int(0);
    for (guint k = i, n = 0; k < end && n < PARTS; k++) {
      const FactRow *part = fact_at(c->facts, k);
      if (part->property != PROPERTY_VALUE || part->sure != SURE_RECORD || !part->number.given ||
          part->period.kind == PERIOD_YEAR)
        continue;
      if (!amount_add(sum, part->number.amount, &sum))
        break;
      if (amount_compare(sum, number) == 0)
        return true;
      n++;
    }
  }
  return false;
}

/* Whether any document has the number of the thing, for whatever time: a target as that, a figure also as a target, for
 * a plan tells what it will do ("Plant 5,000 trees"). */
static bool is_known(const Checks *c, guint from, guint end, const FactRow *words)
{
  bool target = words->property == PROPERTY_TARGET;
  for (guint i = from; i < end; i++) {
    const FactRow *fact = fact_at(c->facts, i);
    bool figure = fact->property == PROPERTY_VALUE || fact->property == PROPERTY_BASELINE ||
                  fact->property == PROPERTY_NUMERATOR || fact->property == PROPERTY_DENOMINATOR;
    if (fact->sure == SURE_RECORD && fact->number.given && (fact->property == PROPERTY_TARGET || (figure && !target)) &&
        figure_same(fact->number.amount, words->number.amount))
      return true;
  }
  return !target && is_sum(c, from, end, words->number.amount);
}

static const FactRow *value_of_now(const Checks *c, guint from, guint end)
{
  for (guint i = end; i-- > from;) {
    const FactRow *fact = fact_at(c->facts, i);
    if (fact->property == PROPERTY_VALUE && fact->says == SAYS_RETURN && is_firm(fact))
      return fact;
  }
  return NULL;
}

static bool has_target(const Checks *c, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    if (fact_at(c->facts, i)->property == PROPERTY_TARGET && is_firm(fact_at(c->facts, i)))
      return true;
  return false;
}

static void check_titled(const Checks *c, const FactRow *words, const FactRow *value)
{
  g_autofree char *quote = sentence_quote(words->sentence, words->first, words->last);
  g_autofree char *number = figure_text(&value->number);
  Spot spot = { .record = words->record,
                .sentence = words->sentence,
                .token = words->at,
                .other = value->record,
                .other_attribute = "number" };
  const char *title = ((const Indicator *)words->thing)->title;
  if (words->property == PROPERTY_TARGET)
    findings_add(c->findings, "D-TEXT", &spot, "'%s' here, but no document has this target of indicator %s, '%s'",
                 quote, words->ref, title);
  else
    findings_add(c->findings, "D-TEXT", &spot,
                 "'%s' here, but no document has this figure of indicator %s, '%s', whose value is %s", quote,
                 words->ref, title, number);
}

/* Rows of one thing. */
static void check_thing(const Checks *c, guint from, guint end)
{
  const FactRow *value = value_of_now(c, from, end);
  bool targets = has_target(c, from, end);
  for (guint i = from; value && i < end; i++) {
    const FactRow *words = fact_at(c->facts, i);
    if (g_strcmp0(words->pattern, "titled") == 0 && !flags_nearness(words->flags) &&
        (words->property == PROPERTY_VALUE || targets) && !is_known(c, from, end, words))
      check_titled(c, words, value);
  }
}

static void check_titles(const Checks *c)
{
  for (guint from = 0, end = 0; fact_at(c->facts, from); from = end) {
    const FactRow *first = fact_at(c->facts, from);
    while (fact_at(c->facts, end) && fact_at(c->facts, end)->nth_thing == first->nth_thing)
      end++;
    if (first->about == ABOUT_INDICATOR && first->thing)
      check_thing(c, from, end);
  }
}

static void run(const Checks *c)
{
  check_facts(c);
  check_titles(c);
  g_autoptr(GHashTable) mentions = mentions_new(c->report);
  Reader reader = { c, mentions };
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(c->inputs->also, i);
    if (document->spec == &paper_spec)
      read_sections(&reader, ((const Paper *)document)->sections);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-TEXT", LEVEL_NOTE, "agreement", "words of a paper or plan give another figure than the documents",
    "Members would read one figure in the words and another in the report. A figure counts that words or a table give for an indicator, "
    "by its code or by words of its title, and a time; without a time, that of their document, where no document has such a figure at "
    "all; those of parts that are called by their names (Ashby 89.4) are held against each other.",
    "Correct the words or the figure; a figure of something else should not stand beside the indicator's code." },
  { NULL },
};
/* clang-format on */

const Check check_papers = { .run = run, .rules = rules };
