/* Figures in words that belong elsewhere: two digits changed about in a figure of the row's past, the figure of the row
 * beside it, another row's fraction, another unit. In papers the row is the one whose title the sentence has. */
#include "check/checks.h"
#include "facts/known.h"
#include "facts/mentions.h"
#include "facts/subject.h"
#include "model/figures.h"
#include "model/goal.h"
#include <string.h>

enum { DIGITS = 3 };

typedef struct {
  const Checks *checks;
  const Speech *speech;
  const Sentence *sentence;
  const Indicator *indicator;
  const Indicator *above, *below; /* its neighbours in the plan, or NULL */
  GHashTable *fractions;          /* "10/12" to the first Indicator of it */
  Known known;
} Row;

static void know_indicator(Known *known, const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    known_add_measure(known, measure);
    if (!measure->value)
      continue;
    known_add(known, &measure->value->number);
    known_add(known, &measure->value->numerator);
    known_add(known, &measure->value->denominator);
  }
  known_add(known, &indicator->projection);
}

static const Reading *value_of(const Indicator *indicator)
{
  const Measure *measure = indicator && indicator->measures->len > 0 ? indicator_whole(indicator) : NULL;
  return measure && measure->value && measure->value->number.given ? measure->value : NULL;
}

static void report(const Row *row, const char *id, guint first, guint last, const Record *other, const char *what)
{
  g_autofree char *quote = sentence_quote(row->sentence, first, last), *name = record_name(row->speech->record);
  Spot spot = {
    .record = row->speech->record, .sentence = row->sentence, .token = first, .last = last, .other = other
  };
  findings_add(row->checks->findings, id, &spot, "%s, %s: '%s' %s", name, row->speech->part, quote, what);
}

/* Without decimals that are nought. */
static Amount trimmed(Amount number)
{
  while (number.scale > 0 && number.units % 10 == 0) {
    number.units /= 10;
    number.scale--;
  }
  return number;
}

/* The figure in the unit of the row: pounds as thousands or millions. */
static Amount in_unit(const Row *row, const Token *token)
{
  Amount number = token->number;
  int unit = row->indicator->unit;
  if (token->pounds && (unit == UNIT_THOUSAND_POUNDS || unit == UNIT_MILLION_POUNDS))
    amount_divide(token->number, amount_from_int(unit == UNIT_THOUSAND_POUNDS ? 1000 : 1000000), 6, &number);
  return trimmed(number);
}

/* Two neighbouring digits are changed about, and nothing else. */
static bool is_swapped(Amount a, Amount b)
{
  g_autofree char *x = amount_format(a, -1), *y = amount_format(b, -1);
  gsize length = strlen(x);
  if (length != strlen(y))
    return false;
  for (gsize i = 0; i < length; i++) {
    if (x[i] == y[i])
      continue;
    gsize next = i + 1;
    while (next < length && !g_ascii_isdigit(x[next]))
      next++;
    return next < length && x[i] == y[next] && x[next] == y[i] && strcmp(x + next + 1, y + next + 1) == 0 &&
           g_ascii_isdigit(x[i]) && g_ascii_isdigit(y[i]);
  }
  return false;
}

/* In the row's own words a slip of the value or its parts is told by check-figures. */
static bool is_of_now(const Row *row, Amount figure)
{
  const Reading *own = value_of(row->indicator);
  if (row->speech->document->spec == &paper_spec || !own)
    return false;
  return amount_compare(own->number.amount, figure) == 0 ||
         (own->numerator.given && amount_compare(own->numerator.amount, figure) == 0) ||
         (own->denominator.given && amount_compare(own->denominator.amount, figure) == 0);
}

static bool check_swapped(const Row *row, guint at)
{
  const Token *token = sentence_token(row->sentence, at);
  Amount said = in_unit(row, token);
  for (guint i = 0; i < row->known.numbers->len; i++) {
    Amount is = g_array_index(row->known.numbers, Amount, i);
    if (!is_swapped(said, is) || is_of_now(row, is))
      continue;
    g_autofree char *number = amount_format(is, -1);
    g_autofree char *what =
        g_strdup_printf("is %s, a figure of indicator %s, with two digits changed about", number, row->indicator->ref);
    report(row, "W-SWAPPED", at, at, &row->indicator->record, what);
    return true;
  }
  return false;
}

/* The value of the row above or below it. */
static bool check_neighbour(const Row *row, guint at)
{
  const Indicator *neighbours[] = { row->above, row->below };
  for (guint i = 0; i < G_N_ELEMENTS(neighbours); i++) {
    const Reading *value = value_of(neighbours[i]);
    if (!value || !value_of(row->indicator) || g_strcmp0(neighbours[i]->ref, row->indicator->ref) == 0 ||
        amount_compare(in_unit(row, sentence_token(row->sentence, at)), trimmed(value->number.amount)) != 0)
      continue;
    g_autofree char *what = g_strdup_printf("is no figure of this row, but the value of indicator %s, the row %s",
                                            neighbours[i]->ref, i == 0 ? "above" : "below");
    report(row, "W-NEIGHBOUR", at, at, &value->record, what);
    return true;
  }
  return false;
}

static char *fraction_key(Amount part, Amount whole)
{
  g_autofree char *above = amount_format(part, -1), *below = amount_format(whole, -1);
  return g_strdup_printf("%s/%s", above, below);
}

static GHashTable *fractions_of(const Report *report)
{
  GHashTable *fractions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    const Reading *value = value_of(indicator);
    char *key = value && value->numerator.given && value->denominator.given
                    ? fraction_key(value->numerator.amount, value->denominator.amount)
                    : NULL;
    if (key && !g_hash_table_contains(fractions, key))
      g_hash_table_insert(fractions, key, indicator);
    else
      g_free(key);
  }
  return fractions;
}

/* The words give the row's own numerator or denominator, too. */
static bool tells_own(const Row *row, const Reading *own)
{
  for (guint i = 0; i < row->speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(row->speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_is_figure(sentence, j) &&
          (amount_compare(sentence_token(sentence, j)->number, own->numerator.amount) == 0 ||
           amount_compare(sentence_token(sentence, j)->number, own->denominator.amount) == 0))
        return true;
  }
  return false;
}

/* "10 of 12" where that is another row's fraction, and this row has one of its own. */
static bool check_fraction(const Row *row, guint at)
{
  const Reading *own = value_of(row->indicator);
  const Token *of = sentence_token(row->sentence, at + 1);
  if (!own || !own->numerator.given || !own->denominator.given || !of || !of->word || strcmp(of->word, "of") != 0 ||
      !sentence_is_figure(row->sentence, at + 2))
    return false;
  Amount part = sentence_token(row->sentence, at)->number, whole = sentence_token(row->sentence, at + 2)->number;
  if ((known_has(&row->known, part) && known_has(&row->known, whole)) || tells_own(row, own))
    return false;
  g_autofree char *key = fraction_key(part, whole);
  const Indicator *other = g_hash_table_lookup(row->fractions, key);
  if (!other || other == row->indicator)
    return false;
  g_autofree char *what = g_strdup_printf("are the parts of indicator %s, not of this row", other->ref);
  report(row, "W-NEIGHBOUR", at, at + 2, &value_of(other)->record, what);
  return true;
}

/* "29.2 weeks" where the row counts days; "£442m" where it has thousands. */
static bool check_unit(const Row *row, guint at)
{
  static const struct {
    const char *word;
    int unit;
  } units[] = { { "days", UNIT_DAYS },  { "weeks", UNIT_WEEKS },   { "hours", UNIT_HOURS }, { "months", UNIT_NONE },
                { "years", UNIT_NONE }, { "tonnes", UNIT_TONNES }, { "kg", UNIT_KG } };
  const Reading *value = value_of(row->indicator);
  const Token *token = sentence_token(row->sentence, at), *next = sentence_token(row->sentence, at + 1);
  Amount most;
  if (!value || !amount_multiply(value->number.amount, amount_from_int(100), &most))
    return false;
  int unit = row->indicator->unit;
  bool money = unit == UNIT_THOUSAND_POUNDS || unit == UNIT_MILLION_POUNDS;
  if (token->pounds && money && amount_compare(in_unit(row, token), figure_absolute(most)) > 0) {
    report(row, "W-UNIT", at, at, &value->record,
           "is more than a hundred times the row's value: thousands or millions?");
    return true;
  }
  if (amount_compare(token->number, value->number.amount) != 0 || unit == UNIT_NONE || unit == UNIT_COUNT)
    return false;
  for (guint i = 0; next && next->word && i < G_N_ELEMENTS(units); i++) {
    g_autofree char *title = g_utf8_strdown(row->indicator->title ? row->indicator->title : "", -1);
    if (strcmp(next->word, units[i].word) != 0 || (units[i].unit && units[i].unit == unit) ||
        strstr(title, units[i].word))
      continue;
    g_autofree char *what = g_strdup_printf("is the value of indicator %s, which is measured in %s",
                                            row->indicator->ref, terms_name(&terms_unit, unit));
    report(row, "W-UNIT", at, at + 1, &value->record, what);
    return true;
  }
  return false;
}

/* In a paper: "against a target of 750", which is none of the row's. */
static bool check_target(const Row *row, guint at)
{
  static const char *const links[] = { "of", "is", "was", "at", "the", NULL };
  static const char *const targets[] = { "target", NULL };
  const Reading *value = value_of(row->indicator);
  guint i = at;
  while (i > 0 && at - i < 2 && token_is(sentence_token(row->sentence, i - 1), links))
    i--;
  if (!value || row->speech->document->spec != &paper_spec || i == 0 ||
      !token_is(sentence_token(row->sentence, i - 1), targets))
    return false;
  g_autofree char *what = g_strdup_printf("is no target of indicator %s", row->indicator->ref);
  report(row, "D-PAPER-TARGET", i - 1, at, &row->indicator->record, what);
  return true;
}

static void check_figure(const Row *row, guint at)
{
  const Token *token = sentence_token(row->sentence, at);
  bool paper = row->speech->document->spec == &paper_spec;
  if (check_unit(row, at) || check_fraction(row, at) || known_has(&row->known, in_unit(row, token)) ||
      figure_digits(token->number) < DIGITS || token->ordinal)
    return;
  if (check_target(row, at) || check_swapped(row, at))
    return;
  if (!paper)
    check_neighbour(row, at);
}

static void check_sentence(Row *row)
{
  for (guint i = 0; sentence_token(row->sentence, i); i++)
    if (sentence_is_figure(row->sentence, i))
      check_figure(row, i);
}

/* Indicator to its place in the report, from 1. */
static GHashTable *places_of(const Report *report)
{
  GHashTable *places = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < report->indicators->len; i++)
    g_hash_table_insert(places, g_ptr_array_index(report->indicators, i), GUINT_TO_POINTER(i + 1));
  return places;
}

static void set_neighbours(Row *row, const GPtrArray *indicators, GHashTable *places)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, row->indicator));
  row->above = place > 1 ? g_ptr_array_index(indicators, place - 2) : NULL;
  row->below = place > 0 && place < indicators->len ? g_ptr_array_index(indicators, place) : NULL;
}

/* Sentences that name another indicator are that one's. */
static bool names_code(GHashTable *mentions, const Sentence *sentence)
{
  for (guint i = 0, last = 0; sentence_token(sentence, i); i++)
    if (mentions_at(mentions, sentence, i, &last))
      return true;
  return false;
}

static void run(const Checks *c)
{
  g_autoptr(Subjects) subjects = subjects_new(c->report->indicators);
  g_autoptr(GHashTable) places = places_of(c->report);
  g_autoptr(GHashTable) mentions = mentions_new(c->report), fractions = fractions_of(c->report);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    bool paper = speech->document->spec == &paper_spec;
    bool row_words = speech->indicator && speech_is_commentary(speech);
    for (guint j = 0; (row_words || paper) && j < speech->sentences->len; j++) {
      Row row = {
        .checks = c, .speech = speech, .sentence = g_ptr_array_index(speech->sentences, j), .fractions = fractions
      };
      row.indicator = paper ? subject_of(subjects, row.sentence) : speech->indicator;
      if (!row.indicator || !row.indicator->ref || names_code(mentions, row.sentence))
        continue;
      row.known.numbers = g_array_new(FALSE, FALSE, sizeof(Amount));
      know_indicator(&row.known, row.indicator);
      set_neighbours(&row, c->report->indicators, places);
      check_sentence(&row);
      g_array_unref(row.known.numbers);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-PAPER-TARGET", LEVEL_NOTE, "agreement", "a board's paper gives a target that the plan does not have",
    "The sentence has the title of an indicator, and calls a figure its target that is none, of no year and no part of it.",
    "Correct the paper, or the plan." },
  { "W-NEIGHBOUR", LEVEL_NOTE, "wording", "a figure of another row",
    "The figure is none of this row's, and just that of the row above or below, or another row's parts.",
    "Take the row's own figure, or say of what the figure is." },
  { "W-SWAPPED", LEVEL_NOTE, "wording", "a figure with two digits changed about",
    "All that the documents know of the row lacks the figure, and has one with two neighbouring digits the other way round.",
    "Correct the figure in the words, or where it is quoted from." },
  { "W-UNIT", LEVEL_NOTE, "wording", "the row's figure with another unit",
    "Words and row give the same number of different things, or a sum that is a hundred times and more the row's.",
    "Correct the unit in the words." },
  { NULL },
};
/* clang-format on */

const Check check_slipped = { .run = run, .rules = rules };
