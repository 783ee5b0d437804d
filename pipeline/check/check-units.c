/* Units and polarity: what the title of an indicator, or its commentary, says is measured and wanted, against the unit
 * that its figures are shown with and the direction that is called better. */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

/* Words of a title that name a unit; those of the beginning stand at its start, perhaps after a verb. */
static const struct {
  const char *words;
  bool beginning;
  int unit;
} signs[] = {
  { "percentage of ", true, UNIT_PERCENT },
  { "% of ", true, UNIT_PERCENT },
  { "proportion of ", true, UNIT_PERCENT },
  { "number of ", true, UNIT_COUNT },
  { "no. of ", true, UNIT_COUNT },
  { "number of days ", true, UNIT_DAYS },
  { "days ", true, UNIT_DAYS },
  { "working days ", true, UNIT_DAYS },
  { "number of weeks ", true, UNIT_WEEKS },
  { "number of hours ", true, UNIT_HOURS },
  { "(kg)", false, UNIT_KG },
  { "per 1,000 ", false, UNIT_PER_1000 },
  { "per 1000 ", false, UNIT_PER_1000 },
  { "per thousand ", false, UNIT_PER_1000 },
  { "per 10,000 ", false, UNIT_PER_10000 },
  { "per 10000 ", false, UNIT_PER_10000 },
  { "per 100,000 ", false, UNIT_PER_100000 },
  { "per 100000 ", false, UNIT_PER_100000 },
};

/* The title without what stands before the thing measured: "Reduce the actual number of" begins with "number of". */
static const char *skip_verbs(const char *title)
{
  static const char *const words[] = { "reduce ",    "increase ", "improve ", "maintain ", "the ",
                                       "estimated ", "average ",  "total ",   "actual ",   "overall " };
  for (bool skipped = true; skipped;) {
    skipped = false;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
      if (g_str_has_prefix(title, words[i])) {
        title += strlen(words[i]);
        skipped = true;
      }
  }
  return title;
}

/* The unit that the title, in lower case, names: a rate wherever it stands, else the longest beginning; UNIT_NONE when
 * it names none. */
static int unit_of_title(const char *title)
{
  const char *start = skip_verbs(title);
  int unit = UNIT_NONE;
  gsize longest = 0;
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
    gsize length = strlen(signs[i].words);
    if (!signs[i].beginning && strstr(title, signs[i].words))
      return signs[i].unit;
    if (signs[i].beginning && g_str_has_prefix(start, signs[i].words) && length > longest) {
      longest = length;
      unit = signs[i].unit;
    }
  }
  return unit;
}

static bool has_own_units(const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++)
    if (((const Measure *)g_ptr_array_index(indicator->measures, i))->unit != UNIT_NONE)
      return true;
  return false;
}

static bool has_one_of(const char *title, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (strstr(title, words[i]))
      return true;
  return false;
}

/* "Number of days lost": the unit that is counted is named where it is counted. */
static bool counts_units(int shown, const char *title)
{
  static const struct {
    int unit;
    const char *word;
  } names[] = { { UNIT_DAYS, "day" },       { UNIT_WEEKS, "week" },    { UNIT_HOURS, "hour" },
                { UNIT_MINUTES, "minute" }, { UNIT_TONNES, "tonne" },  { UNIT_KG, "kilogram" },
                { UNIT_KG, "kg" },          { UNIT_SCORE, "point" },   { UNIT_FTE, "fte" },
                { UNIT_FTE, "full-time" },  { UNIT_FTE, "full time" }, { UNIT_MINUTES_SECONDS, "minute" },
                { UNIT_TONNES, "ton of " }, { UNIT_TONNES, "tons " } };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (shown == names[i].unit && strstr(title, names[i].word))
      return true;
  return false;
}

/* Whether figures in the unit shown can be what a title says that names another: a number of visits per head, of staff
 * versus posts, or on average, is a rate or a ratio; days are a number of days; a share may be kept as a ratio. The
 * title is in lower case. */
static bool may_stand_for(int shown, int named, const char *title)
{
  static const char *const compares[] = { " per ",
                                          " versus ",
                                          " vs ",
                                          " vs. ",
                                          " v ",
                                          " for each ",
                                          " for every ",
                                          " to each ",
                                          " to every ",
                                          " against ",
                                          " compared ",
                                          " relative to ",
                                          " as a ",
                                          " as % ",
                                          " ratio",
                                          " rate",
                                          "(rate",
                                          "(%)",
                                          "number and percentage",
                                          NULL };
  static const char *const averages[] = { "average ", "mean ", "median ", NULL };
  bool rate = shown == UNIT_PER_1000 || shown == UNIT_PER_10000 || shown == UNIT_PER_100000 || shown == UNIT_FTE;
  bool time = named == UNIT_DAYS || named == UNIT_WEEKS || named == UNIT_HOURS;
  bool compared = has_one_of(title, compares);
  if (shown == named || (named == UNIT_PERCENT && shown == UNIT_RATIO))
    return true;
  if (named == UNIT_COUNT)
    return rate || compared || counts_units(shown, title) ||
           ((shown == UNIT_RATIO || shown == UNIT_SCORE) && has_one_of(title, averages));
  return time && (shown == UNIT_COUNT || rate || (shown == UNIT_RATIO && (compared || has_one_of(title, averages))));
}

/* "Reduce ..." where higher values are better; the title may say behind that what is counted, as the reduction itself:
 * "Reduce fly-tipping: fines issued", "Reduce crime by training wardens". */
static void check_polarity(const Checks *c, const Indicator *indicator)
{
  static const char *const less[] = { "reduce ", "decrease ", "fewer ", "minimise " };
  static const char *const more[] = { "increase ", "raise ", "maximise " };
  g_autofree char *title = g_utf8_casefold(indicator->title, -1);
  g_autofree char *definition = indicator->definition ? prose_to_text(indicator->definition) : g_strdup("");
  bool down = false, up = false;
  for (guint i = 0; i < G_N_ELEMENTS(less); i++)
    down |= g_str_has_prefix(title, less[i]);
  for (guint i = 0; i < G_N_ELEMENTS(more); i++)
    up |= g_str_has_prefix(title, more[i]);
  static const char *const counted[] = { "reduction", "decrease in", ": ",        " - ",      " – ",
                                         " by ",      " through ",   " without ", " avoided", NULL };
  bool counts_change = strstr(definition, "reduc") || strstr(definition, "fallen") || has_one_of(title, counted);
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    counts_change |= measure->title && strstr(measure->title, "reduction");
  }
  bool wrong = (down && indicator->polarity == POLARITY_HIGHER) || (up && indicator->polarity == POLARITY_LOWER);
  if (wrong && !counts_change)
    findings_at(c->findings, "R-POLARITY", &indicator->record, "polarity",
                "indicator %s: the title begins '%.*s', but %s values are said to be better", indicator->ref,
                (int)strcspn(indicator->title, " "), indicator->title,
                indicator->polarity == POLARITY_HIGHER ? "higher" : "lower");
}

/* "34% of the cases": the row's value with a sign that its unit has not. */
static void check_sign(const Checks *c, const Speech *speech)
{
  const Indicator *indicator = speech->indicator;
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  const Amount value = measure->value->number.amount;
  if (indicator->measures->len != 1 || !measure->value->number.given ||
      indicator_unit(indicator, measure) == UNIT_PERCENT || indicator->unit == UNIT_NONE ||
      indicator->unit == UNIT_NOT_READABLE || figure_digits(value) < 2)
    return;
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      if (token->kind != TOKEN_NUMBER || !token->percent || token->number.scale != value.scale ||
          amount_compare(token->number, value) != 0)
        continue;
      g_autofree char *quote = sentence_quote(sentence, j, j);
      Spot spot = { .record = speech->record, .sentence = sentence, .token = j, .other = &indicator->record };
      findings_add(c->findings, "R-UNIT", &spot, "indicator %s, %s: '%s', but the figure is shown in '%s'",
                   indicator->ref, speech->part, quote, terms_name(&terms_unit, indicator->unit));
      return;
    }
  }
}

static void check_unit(const Checks *c, const Indicator *indicator)
{
  g_autofree char *title = g_utf8_casefold(indicator->title, -1);
  int named = unit_of_title(title);
  if (named == UNIT_NONE || indicator->unit == UNIT_NONE || has_own_units(indicator) ||
      may_stand_for(indicator->unit, named, title))
    return;
  findings_at(c->findings, "R-UNIT", &indicator->record, "unit", "indicator %s is shown in '%s', its title says '%s'",
              indicator->ref, terms_name(&terms_unit, indicator->unit), terms_name(&terms_unit, named));
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    if (speech->indicator && speech_is_commentary(speech))
      check_sign(c, speech);
  }
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    if (indicator->title) {
      check_polarity(c, indicator);
      check_unit(c, indicator);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "R-POLARITY", LEVEL_NOTE, "references", "the title says another direction than the polarity",
    "What the title means to reduce is better when it is lower.", "Correct the polarity or the title." },
  { "R-UNIT", LEVEL_NOTE, "references", "the title names another unit than the figures have",
    "Readers take the figures for what the title says.", "Correct the unit or the title." },
  { NULL },
};
/* clang-format on */

const Check check_units = { .run = run, .rules = rules };
