/* Words where a number belongs, and other answers than yes and no: what to write instead. */
#include "check/checks.h"
#include "model/indicator.h"
#include "record/value-guess.h"
#include <string.h>

typedef struct {
  const char *words; /* as people write them, in small letters */
  const char *instead;
} Answer;

static const Answer numbers[] = {
  { "nil", "number=\"0\"" },
  { "none", "number=\"0\"" },
  { "zero", "number=\"0\"" },
};

static const Answer answers[] = {
  { "y", "text=\"Yes\"" },      { "true", "text=\"Yes\"" },  { "met", "text=\"Yes\"" }, { "achieved", "text=\"Yes\"" },
  { "✓", "text=\"Yes\"" },      { "✔", "text=\"Yes\"" },     { "n", "text=\"No\"" },    { "false", "text=\"No\"" },
  { "not met", "text=\"No\"" }, { "missed", "text=\"No\"" }, { "×", "text=\"No\"" },    { "✗", "text=\"No\"" },
  { "✘", "text=\"No\"" },
};

static const char *look_up(const Answer *list, guint n, const char *words)
{
  g_autofree char *lower = g_utf8_strdown(words, -1);
  g_strstrip(lower);
  for (guint i = 0; i < n; i++)
    if (g_str_equal(list[i].words, lower))
      return list[i].instead;
  return NULL;
}

/* The state that the words stand for, or NULL. */
static char *state_named(const char *words)
{
  g_autofree char *trimmed = g_strstrip(g_strdup(words));
  int state = terms_spoken(&terms_state, trimmed);
  return state > 0 ? g_strdup_printf("state=\"%s\"", terms_name(&terms_state, state)) : NULL;
}

/* "about 15", "approx. 1,200", "c. 3.5": the number that follows, without separators; NULL: it is not written so. */
static char *estimated(const char *words)
{
  static const char *const near[] = {
    "about ", "around ", "approximately ", "approx. ", "approx ", "circa ", "c. ", "~"
  };
  g_autofree char *lower = g_utf8_strdown(words, -1);
  for (guint i = 0; i < G_N_ELEMENTS(near); i++) {
    if (!g_str_has_prefix(lower, near[i]))
      continue;
    const char *rest = lower + strlen(near[i]);
    g_auto(GStrv) parts = g_strsplit(rest, ",", -1);
    g_autofree char *number = g_strjoinv("", parts);
    gsize length = strspn(number, "0123456789.");
    return length > 0 && number[length] == '\0' ? g_steal_pointer(&number) : NULL;
  }
  return NULL;
}

/* "1.2 million", "3rd", "£5": the number as an attribute, or NULL. */
static char *other_number(const char *words)
{
  g_autofree char *whole = NULL, *counted = NULL, *place = value_guess_place(words), *guess = value_guess_amount(words);
  const char *word;
  bool scaled = value_guess_scaled(words, &whole, &counted, &word);
  const char *number = scaled ? whole : place ? place : guess;
  return number ? g_strdup_printf("number=\"%s\"", number) : NULL;
}

static void report(const Checks *c, const Indicator *indicator, const Reading *reading, const char *wanted,
                   const char *instead)
{
  findings_at(c->findings, "R-WORDS", &reading->record, "text", "indicator %s: '%s' stands where %s (%s%s)",
              indicator->ref ? indicator->ref : "without a reference", reading->text, wanted,
              instead ? "write " : "or a state says why there is none", instead ? instead : "");
}

static void check_reading(const Checks *c, const Indicator *indicator, const Reading *reading)
{
  const Measure *measure = plan_index_measure(c->index, indicator, reading->measure);
  int unit = indicator_unit(indicator, measure);
  if (!reading->text || reading->number.given || reading->state != STATE_NONE || unit == UNIT_TEXT ||
      unit == UNIT_NONE || unit == UNIT_NOT_READABLE || indicator->order)
    return;
  if (unit == UNIT_YES_NO) {
    if (!answer_is_yes_or_no(reading->text))
      report(c, indicator, reading, "only Yes or No can", look_up(answers, G_N_ELEMENTS(answers), reading->text));
    return;
  }
  g_autofree char *number = estimated(reading->text);
  g_autofree char *instead = number ? g_strdup_printf("number=\"%s\" flags=\"estimate\"", number) : NULL;
  g_autofree char *bound = value_guess_bound(reading->text);
  bool may_be_bound = spec_field(reading->record.spec, "bound") != NULL;
  g_autofree char *named = state_named(reading->text);
  const char *state = instead ? instead : look_up(numbers, G_N_ELEMENTS(numbers), reading->text);
  if (!state && bound)
    state = may_be_bound ? bound : "state=\"suppressed\", if no more may be told";
  if (!state)
    state = named;
  g_autofree char *other = state ? NULL : other_number(reading->text);
  if (!state)
    state = other;
  if (may_be_bound && !state && strspn(reading->text, "0123456789") == 0)
    return; /* "AAA rating kept": a target may be words, which nobody but people can judge */
  report(c, indicator, reading, "a number belongs", state);
}

static void run(const Checks *c)
{
  checks_each_reading(c, check_reading);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-WORDS", LEVEL_ERROR, "references", "words where a number belongs",
    "Only an indicator whose unit is text has values in words, and one of yes and no has these two; others cannot be rated, compared "
    "or charted.", "Write the number, or the state that says why there is none; a doubtful number carries a flag." },
  { NULL },
};
/* clang-format on */

const Check check_answers = { .run = run, .rules = rules };
