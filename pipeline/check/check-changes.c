/* Changes that words tell of one row, against all earlier figures of the row: "up by 12 to 57", "71 fewer than last
 * year", "has nearly halved", "51.3%, 4.9 points less"; percent said for points. In papers the row is the one whose
 * title the sentence has. */
#include "check/checks.h"
#include "facts/mentions.h"
#include "facts/phrases.h"
#include "facts/subject.h"
#include "model/figures.h"
#include "model/kind.h"
#include <string.h>

typedef struct {
  const Checks *checks;
  const Speech *speech;
  const Sentence *sentence;
  const Indicator *indicator;
  const Measure *measure;
  Amount value;
  GArray *others; /* of Amount: all figures of the row but the value */
} Row;

static bool is_word(const Row *row, guint at, const char *word)
{
  const Token *token = sentence_token(row->sentence, at);
  return token && token->word && strcmp(token->word, word) == 0;
}

static void add_reading(Row *row, const Reading *reading)
{
  if (reading && reading->number.given && reading != row->measure->value)
    g_array_append_val(row->others, reading->number.amount);
}

static void add_list(Row *row, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (!period_equal(reading->period, row->measure->value->period))
      add_reading(row, reading);
  }
}

/* False when the measure has no value, or nothing to compare it with. */
static bool row_init(Row *row, const Measure *measure)
{
  if (!measure->value || !measure->value->number.given)
    return false;
  row->measure = measure;
  row->value = measure->value->number.amount;
  row->others = g_array_new(FALSE, FALSE, sizeof(Amount));
  add_list(row, measure->points);
  add_list(row, measure->actuals);
  const Reading *single[] = { measure->comparator, measure->actual, measure->before, measure->target,
                              measure->profile };
  for (guint i = 0; i < G_N_ELEMENTS(single); i++)
    add_reading(row, single[i]);
  return true;
}

static void report(const Row *row, const char *id, guint first, guint last, const char *what)
{
  g_autofree char *quote = sentence_quote(row->sentence, first, last);
  Spot spot = { .record = row->speech->record,
                .sentence = row->sentence,
                .token = first,
                .last = last,
                .other = &row->measure->value->record,
                .other_attribute = "number" };
  findings_add(row->checks->findings, id, &spot, "indicator %s: '%s', but %s", row->indicator->ref, quote, what);
}

/* The difference from some figure of the row; *ret_slip: it is one slip away from such. */
static bool is_difference(const Row *row, Amount said, bool *ret_slip)
{
  *ret_slip = false;
  for (guint i = 0; i < row->others->len; i++) {
    Amount difference;
    if (!amount_subtract(row->value, g_array_index(row->others, Amount, i), &difference))
      return true;
    difference = figure_absolute(difference);
    if (figure_same(said, difference))
      return true;
    *ret_slip |= figure_is_slip(said, difference);
  }
  return row->others->len == 0;
}

/* "since June": the figure of the period that ended then, as only other. */
static bool since_other(const Row *row, Amount *ret_other)
{
  for (guint i = 0; sentence_token(row->sentence, i); i++) {
    int month = is_word(row, i, "since") ? sentence_month(sentence_token(row->sentence, i + 1)) : 0;
    for (guint j = row->measure->points->len; month && j > 0; j--) {
      const Reading *point = g_ptr_array_index(row->measure->points, j - 1);
      if (point->number.given && point->period.kind != PERIOD_YEAR && period_last_day(point->period).month == month &&
          period_compare(point->period, row->measure->value->period) < 0) {
        *ret_other = point->number.amount;
        return true;
      }
    }
  }
  return false;
}

/* What runs up is spoken of in increments, too: there only a slip is told. */
static bool is_wrong(const Row *row, Amount said)
{
  Amount since, difference;
  if (kind_row(row->indicator->kind)->runs_up == RUNS_NOT && since_other(row, &since) &&
      amount_subtract(row->value, since, &difference))
    return !figure_same(said, figure_absolute(difference));
  bool slip, right = is_difference(row, said, &slip);
  return !right && (slip || kind_row(row->indicator->kind)->runs_up == RUNS_NOT);
}

static char *words_of_value(const Row *row)
{
  g_autofree char *value = figure_text(&row->measure->value->number);
  return g_strdup_printf("the value is %s, and no earlier figure of the row is so far from it", value);
}

/* "up by 12 to 57" where 57 is the value */
static bool check_up_to(const Row *row, guint at)
{
  static const char *const ways[] = { "up",        "down",      "rose",    "risen", "fell", "fallen",
                                      "increased", "decreased", "dropped", "grown", NULL };
  if (!token_is(sentence_token(row->sentence, at), ways) || !is_word(row, at + 1, "by") ||
      !sentence_is_figure(row->sentence, at + 2) || !is_word(row, at + 3, "to") ||
      !sentence_is_figure(row->sentence, at + 4))
    return false;
  Amount by = sentence_token(row->sentence, at + 2)->number, to = sentence_token(row->sentence, at + 4)->number;
  if (sentence_token(row->sentence, at + 2)->percent || amount_compare(to, row->value) != 0 || !is_wrong(row, by))
    return false;
  g_autofree char *what = words_of_value(row);
  report(row, "W-DIFFERENCE", at, at + 4, what);
  return true;
}

static bool names_past(const Row *row)
{
  static const char *const words[] = { "last", "previous", "ago", "earlier", "since", "before", NULL };
  return sentence_has(row->sentence, words) ||
         sentence_find(row->sentence, (const char *const[]){ "than", "in", NULL }, 0) >= 0;
}

/* A number in figures or, from one to twelve, in words; false: none. */
static bool number_at(const Row *row, guint at, Amount *ret_number)
{
  const Token *token = sentence_token(row->sentence, at);
  int word = phrase_number(token);
  if (!sentence_is_figure(row->sentence, at) && word <= 0)
    return false;
  *ret_number = word > 0 ? amount_from_int(word) : token->number;
  return true;
}

/* "71 fewer assaults than in the first half of last year"; "nine percentage points more than in June" */
static bool check_than(const Row *row, guint at)
{
  enum { REACH = 6 };
  static const char *const more[] = { "more", "fewer", "less", "higher", "lower", "better", "worse", NULL };
  const Token *token = sentence_token(row->sentence, at);
  Amount said;
  guint i = at + 1;
  bool percent = indicator_unit(row->indicator, row->measure) == UNIT_PERCENT;
  if (!number_at(row, at, &said) || token->percent || (percent ? !names_past(row) : token->kind == TOKEN_WORD))
    return false;
  bool points = is_word(row, i, "points") || is_word(row, i, "point");
  if (is_word(row, i, "percentage")) {
    points = true;
    i++;
  }
  i += points;
  if (points != percent || !token_is(sentence_token(row->sentence, i), more) || !names_past(row))
    return false;
  guint than = i + 1;
  while (than <= i + REACH && sentence_token(row->sentence, than) && !is_word(row, than, "than"))
    than++;
  if (!is_word(row, than, "than") || sentence_is_figure(row->sentence, than + 1) || is_word(row, than + 1, "planned") ||
      !is_wrong(row, said))
    return false;
  g_autofree char *what = words_of_value(row);
  report(row, "W-DIFFERENCE", at, than, what);
  return true;
}

/* "51.3%, 4.9 points less": from the figure beside it to the value. */
static bool check_beside(const Row *row, guint at)
{
  static const char *const less[] = { "less", "lower", "fewer", "more", "higher", "better", "worse", NULL };
  const Token *figure = sentence_token(row->sentence, at), *said = sentence_token(row->sentence, at + 2);
  if (indicator_unit(row->indicator, row->measure) != UNIT_PERCENT || !sentence_is_figure(row->sentence, at) ||
      !figure->percent || !is_word(row, at + 1, ",") || !sentence_is_figure(row->sentence, at + 2) || said->percent)
    return false;
  guint i = at + 3 + is_word(row, at + 3, "percentage");
  Amount difference;
  if (!(is_word(row, i, "points") || is_word(row, i, "point")) ||
      !token_is(sentence_token(row->sentence, i + 1), less) ||
      !amount_subtract(row->value, figure->number, &difference) || amount_is_zero(difference) ||
      figure_same(said->number, figure_absolute(difference)) || sentence_token(row->sentence, i + 2))
    return false;
  g_autofree char *is = amount_format(figure_absolute(difference), -1);
  g_autofree char *value = figure_text(&row->measure->value->number);
  g_autofree char *what = g_strdup_printf("from there to the value %s there are %s", value, is);
  report(row, "W-DIFFERENCE", at, i + 1, what);
  return true;
}

/* "last September", "the same quarter of last year": the figure that the row is compared with. Of what runs up no other
 * can be meant. */
static bool means_comparator(const Row *row)
{
  static const char *const words[] = { "same", "year", "last", NULL };
  const Reading *comparator = row->measure->comparator;
  return comparator && comparator->number.given &&
         (sentence_has(row->sentence, words) || kind_row(row->indicator->kind)->runs_up != RUNS_NOT);
}

static bool is_within(const Row *row, Amount earlier, int least, int most)
{
  Amount ratio;
  return !figure_ratio(row->value, earlier, UNIT_PERCENT, &ratio) ||
         (amount_compare(ratio, amount_from_int(least)) >= 0 && amount_compare(ratio, amount_from_int(most)) <= 0);
}

/* "has nearly halved since last year": no figure of the row is twice the value. */
static bool check_multiple(const Row *row, guint at)
{
  static const struct {
    const char *words[5];
    int least, most; /* percent of the earlier figure */
  } rows[] = { { { "doubled" }, 165, 250 },
               { { "trebled" }, 250, 360 },
               { { "halved" }, 38, 62 },
               { { "half", "as", "many", "again" }, 135, 165 },
               { { "half", "as", "much", "again" }, 135, 165 },
               { { "twice", "as", "many" }, 170, 240 },
               { { "twice", "as", "much" }, 170, 240 } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    if (!sentence_says(row->sentence, rows[i].words, at) || !names_past(row) || row->others->len == 0)
      continue;
    bool only = means_comparator(row);
    if (only && is_within(row, row->measure->comparator->number.amount, rows[i].least, rows[i].most))
      return false;
    for (guint j = 0; !only && j < row->others->len; j++)
      if (is_within(row, g_array_index(row->others, Amount, j), rows[i].least, rows[i].most))
        return false;
    g_autofree char *what = words_of_value(row);
    report(row, "W-DIFFERENCE", at, at + g_strv_length((char **)rows[i].words) - 1, what);
    return true;
  }
  return false;
}

/* "4.8% better than in the first quarter", where 4.8 is the difference of two percentages. */
static bool check_points(const Row *row, guint at)
{
  static const char *const more[] = { "better", "more", "higher", "less", "lower", "worse", "up", "down", NULL };
  const Token *token = sentence_token(row->sentence, at);
  if (indicator_unit(row->indicator, row->measure) != UNIT_PERCENT || token->kind != TOKEN_NUMBER || !token->percent ||
      token->number.scale == 0 || !token_is(sentence_token(row->sentence, at + 1), more) ||
      !is_word(row, at + 2, "than"))
    return false;
  for (guint i = 0; i < row->others->len; i++) {
    Amount other = g_array_index(row->others, Amount, i), difference, change;
    if (!amount_subtract(row->value, other, &difference) || !figure_change(other, row->value, &change) ||
        figure_same(token->number, figure_absolute(change)) || !figure_same(token->number, figure_absolute(difference)))
      continue;
    g_autofree char *exact = amount_format(figure_absolute(change), 1), *was = amount_format(other, -1);
    g_autofree char *what = g_strdup_printf("from %s that is so many percentage points, and %s%%", was, exact);
    report(row, "W-POINTS", at, at + 2, what);
    return true;
  }
  return false;
}

/* "The target has been exceeded", where the value is the target. */
static bool check_exceeded(const Row *row, guint at)
{
  static const char *const words[] = { "exceeded", "surpassed", "beaten", "overachieved", NULL };
  static const char *const targets[] = { "target", "targets", NULL };
  static const char *const not [] = { "not", "never", "if", "whether", "neither", NULL };
  const Reading *goals[] = { row->measure->goal, row->measure->target };
  const Reading *goal = goals[0] ? goals[0] : goals[1];
  if (!token_is(sentence_token(row->sentence, at), words) || !sentence_has(row->sentence, targets) ||
      sentence_has(row->sentence, not ) || !goal || !goal->number.given || goal->bound || goal->to.given ||
      row->indicator->measures->len != 1 || amount_compare(goal->number.amount, row->value) != 0)
    return false;
  g_autofree char *value = figure_text(&row->measure->value->number);
  g_autofree char *what = g_strdup_printf("the value %s is just the target", value);
  report(row, "W-EXCEEDED", at, at, what);
  return true;
}

static void check_row(Row *row)
{
  bool told = false;
  for (guint i = 0; !told && sentence_token(row->sentence, i); i++)
    told = check_up_to(row, i) || check_than(row, i) || check_beside(row, i) || check_multiple(row, i) ||
           check_exceeded(row, i) || check_points(row, i);
}

/* Of several measures the one that the words mean is not known: none of them gives the change. */
static void check_sentence(const Checks *c, const Speech *speech, const Sentence *sentence, const Indicator *indicator)
{
  Row row = { .checks = c, .speech = speech, .sentence = sentence, .indicator = indicator };
  const Measure *measure = indicator->measures->len > 0 ? g_ptr_array_index(indicator->measures, 0) : NULL;
  if (!measure || !row_init(&row, measure))
    return;
  for (guint i = 1; i < indicator->measures->len; i++) {
    const Measure *other = g_ptr_array_index(indicator->measures, i);
    add_list(&row, other->points);
  }
  check_row(&row);
  g_array_unref(row.others);
}

static void run(const Checks *c)
{
  g_autoptr(Subjects) subjects = subjects_new(c->report->indicators);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    bool paper = speech->document->spec == &paper_spec;
    for (guint j = 0; (speech->indicator || paper) && j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      const Indicator *indicator = paper ? subject_of(subjects, sentence) : speech->indicator;
      if (indicator)
        check_sentence(c, speech, sentence, indicator);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-DIFFERENCE", LEVEL_WARNING, "wording", "a change that no earlier figure of the row gives",
    "The row has the figures before; none of them is so far from the value as the words say.",
    "Correct the change, or say since when it is meant." },
  { "W-EXCEEDED", LEVEL_NOTE, "wording", "'exceeded' beside a value that is the target",
    "A target that is just met is met, not exceeded.", "Write 'met', or correct the value." },
  { "W-POINTS", LEVEL_NOTE, "wording", "percent said for percentage points",
    "The difference of two percentages is counted in points; in percent it is another number.",
    "Write 'percentage points', or give the change in percent." },
  { NULL },
};
/* clang-format on */

const Check check_row_changes = { .run = run, .rules = rules };
