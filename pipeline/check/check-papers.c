/* Papers of a board against the reports they speak of: a sentence that names one indicator and one figure of its kind
 * gives a figure that some document of the run has. */
#include "check/checks.h"
#include "facts/known.h"
#include "facts/mentions.h"

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
  int only = -1;
  for (guint i = after + 1; sentence_token(sentence, i); i++) {
    if (!sentence_is_figure(sentence, i) || !token_fits(sentence_token(sentence, i), unit))
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
  if (at < 0)
    return;
  Known known = { g_array_new(FALSE, FALSE, sizeof(Amount)) };
  const Reading *value = NULL;
  if (known_of(&known, indicator, &value) && !known_has(&known, sentence_token(sentence, (guint)at)->number)) {
    g_autofree char *quote = sentence_quote(sentence, (guint)at, (guint)at);
    g_autofree char *number = amount_format(value->number.amount, -1);
    Spot spot = { .record = &section->record, .prose = section->text, .quote = quote, .other = &value->record };
    findings_add(r->checks->findings, "D-TEXT", &spot, "the paper says '%s' of indicator %s, whose value is %s", quote,
                 indicator->ref, number);
  }
  g_array_unref(known.numbers);
}

static void read_sections(const Reader *r, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    const GPtrArray *sentences = sentences_of(r->checks->inputs->arena, section->text);
    for (guint j = 0; j < sentences->len; j++)
      check_sentence(r, section, g_ptr_array_index(sentences, j));
    read_sections(r, section->sections);
  }
}

static void run(const Checks *c)
{
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
  { "D-TEXT", LEVEL_NOTE, "agreement", "a board's paper gives a figure that no document has",
    "Members would read one figure in the covering paper and another in the report. A sentence counts that names one indicator and "
    "one figure of its kind; targets, last year's and earlier figures are known.",
    "Correct the paper or the figure; a figure of something else should not stand beside the indicator's code." },
  { NULL },
};
/* clang-format on */

const Check check_papers = { .run = run, .rules = rules };
