/* What a commentary claims of its row (facts/claim), against the row's figures: last quarter's figure, "over 95%",
 * differences, the distance from the target, movement. */
#include "check/checks.h"
#include "facts/claim.h"
#include "facts/known.h"
#include "model/figures.h"
#include "model/kind.h"

typedef struct {
  const Checks *checks;
  const Speech *speech;
  const Sentence *sentence;
  const Indicator *indicator;
  const Measure *measure;
  Amount value;
} Row;

static void report(const Row *row, const char *id, const Claim *claim, const Reading *other, const char *what)
{
  g_autofree char *quote = sentence_quote(row->sentence, claim->first, claim->last);
  Spot spot = { .record = row->speech->record, .sentence = row->sentence, .token = claim->first, .last = claim->last };
  if (other) {
    spot.other = &other->record;
    spot.other_attribute = "number";
  }
  findings_add(row->checks->findings, id, &spot, "indicator %s, %s: '%s', but %s", row->indicator->ref,
               row->speech->part, quote, what);
}

static const Reading *with_number(const Reading *reading)
{
  return reading && reading->number.given ? reading : NULL;
}

static const Reading *point_of(const Measure *measure, Period period)
{
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (period_equal(point->period, period))
      return with_number(point);
  }
  return NULL;
}

/* The figures that a time can mean: a quarter's; last year's outturn and that of the same period. At most two. */
typedef struct {
  const Reading *of[2];
  guint n;
} Figures;

static void take(Figures *figures, const Reading *reading)
{
  if (with_number(reading))
    figures->of[figures->n++] = reading;
}

static Figures figures_of(const Row *row, const Claim *claim)
{
  Figures figures = { .n = 0 };
  Period now = row->measure->value->period, quarter = now;
  switch (claim->when) {
  case WHEN_NOW:
    break;
  case WHEN_QUARTER:
    quarter.part = (gint8)claim->quarter;
    if (now.kind == PERIOD_QUARTER && quarter.part < now.part)
      take(&figures, point_of(row->measure, quarter));
    break;
  case WHEN_LAST_QUARTER:
    take(&figures, point_of(row->measure, period_back(now, 0, 1)));
    break;
  case WHEN_LAST_YEAR:
    take(&figures, row->measure->actual);
    take(&figures, point_of(row->measure, period_back(now, 1, 0)));
    break;
  }
  return figures;
}

static char *words_of(const Reading *reading)
{
  g_autofree char *number = figure_text(&reading->number);
  g_autofree char *period = period_to_string(reading->period);
  return g_strdup_printf("the figure of %s is %s", period, number);
}

static bool is_known(const Row *row, Amount number)
{
  Known known = { g_array_new(FALSE, FALSE, sizeof(Amount)) };
  known_add_measure(&known, row->measure);
  known_add(&known, &row->measure->value->number);
  bool has = known_has(&known, number);
  g_array_unref(known.numbers);
  return has;
}

/* "In quarter 1 it was 92.8%": of the row's own figure, or a slip away from it. */
static void check_figure(const Row *row, const Claim *claim)
{
  Amount said = sentence_token(row->sentence, claim->at)->number;
  Figures figures = figures_of(row, claim);
  bool slip = false;
  for (guint i = 0; i < figures.n; i++) {
    Amount is = figures.of[i]->number.amount;
    if (figure_same(said, is) || figure_same(is, said))
      return;
    slip |= figure_is_slip(said, is) && figure_digits(said) >= 3;
  }
  if (figures.n == 0 || claim->hedged || !(claim->of_row || (slip && !is_known(row, said))))
    return;
  g_autofree char *what = words_of(figures.of[0]);
  report(row, "W-PAST", claim, figures.of[0], what);
}

/* "Over 95%" beside 94.6: the figure is near, but on the other side. */
static void check_bound(const Row *row, const Claim *claim)
{
  enum { NEAR_PERCENT = 5 };
  Amount said = sentence_token(row->sentence, claim->at)->number, near;
  int order = amount_compare(row->value, said);
  bool so = claim->kind == CLAIM_OVER ? order > 0 : order < 0;
  if (so || !figure_percent_of(said, amount_from_int(NEAR_PERCENT), &near) || !figure_close(row->value, said, near) ||
      figure_digits(said) < 2)
    return;
  g_autofree char *value = amount_format(row->value, -1), *what = g_strdup_printf("its value is %s", value);
  report(row, "W-BOUND", claim, NULL, what);
}

/* +1 when more is better, -1 when less is, 0 when neither or nobody said. */
static int sense(const Indicator *indicator)
{
  return indicator->polarity == POLARITY_HIGHER ? 1 : indicator->polarity == POLARITY_LOWER ? -1 : 0;
}

/* The direction that was said, as more (+1) or less (-1); 0: not known. */
static int said_direction(const Row *row, const Claim *claim)
{
  return claim->better_or_worse ? claim->direction * sense(row->indicator) : claim->direction;
}

/* "1.8 points better than in quarter 1": the difference, rounded as it was said. */
static bool is_difference(const Row *row, const Claim *claim, Amount said, const Reading *other)
{
  Amount difference;
  int direction = said_direction(row, claim);
  if (!amount_subtract(row->value, other->number.amount, &difference) || direction == 0)
    return true;
  bool same_way = amount_is_zero(difference) || (difference.units > 0) == (direction > 0);
  return same_way && figure_same(said, figure_absolute(difference));
}

/* Differences of percentages are points; a percentage of a percentage can be either. */
static bool counts_as_row(const Row *row, const Claim *claim)
{
  static const char *const points[] = { "point", "points", NULL }, *const percentage[] = { "percentage", NULL };
  const Token *token = sentence_token(row->sentence, claim->at);
  bool said = token_is(sentence_token(row->sentence, claim->at + 1), points) ||
              (token_is(sentence_token(row->sentence, claim->at + 1), percentage) &&
               token_is(sentence_token(row->sentence, claim->at + 2), points));
  bool percent = indicator_unit(row->indicator, row->measure) == UNIT_PERCENT;
  return percent ? said && !token->percent : !token->percent && !said;
}

static void check_apart(const Row *row, const Claim *claim)
{
  Amount said = sentence_token(row->sentence, claim->at)->number, difference;
  Figures figures = figures_of(row, claim);
  if (figures.n == 0 || claim->hedged || !counts_as_row(row, claim))
    return;
  for (guint i = 0; i < figures.n; i++)
    if (is_difference(row, claim, said, figures.of[i]))
      return;
  if (!amount_subtract(row->value, figures.of[0]->number.amount, &difference))
    return;
  g_autofree char *figure = words_of(figures.of[0]), *is = amount_format(difference, -1);
  g_autofree char *what = g_strdup_printf("%s, and the difference %s", figure, is);
  report(row, "W-APART", claim, figures.of[0], what);
}

static bool is_from(const Row *row, const Reading *target, Amount said)
{
  Amount difference;
  return with_number(target) && amount_subtract(row->value, target->number.amount, &difference) &&
         figure_same(said, figure_absolute(difference));
}

/* "We missed the target by 1.4 points": the year's, or the part's. */
static void check_from_target(const Row *row, const Claim *claim)
{
  Amount said = sentence_token(row->sentence, claim->at)->number, difference;
  const Measure *measure = row->measure;
  const Reading *target = with_number(measure->goal) ? measure->goal : with_number(measure->target);
  if (!target || claim->hedged || !counts_as_row(row, claim) || is_from(row, measure->target, said) ||
      is_from(row, measure->profile, said) || is_from(row, measure->goal, said) ||
      !amount_subtract(row->value, target->number.amount, &difference))
    return;
  g_autofree char *is = amount_format(figure_absolute(difference), -1), *goal = figure_text(&target->number);
  g_autofree char *value = amount_format(row->value, -1);
  g_autofree char *what = g_strdup_printf("between %s and its target %s there are %s", value, goal, is);
  report(row, "W-APART", claim, target, what);
}

/* "Performance fell compared with quarter 1", where it rose against all that the words can mean. */
static void check_moved(const Row *row, const Claim *claim)
{
  Figures figures = figures_of(row, claim);
  int direction = said_direction(row, claim);
  for (guint i = 0; i < figures.n; i++) {
    int order = amount_compare(row->value, figures.of[i]->number.amount);
    if (direction == 0 || (order != 0 && (order > 0) == (direction > 0)))
      return;
  }
  if (figures.n == 0)
    return;
  g_autofree char *figure = words_of(figures.of[0]), *value = amount_format(row->value, -1);
  g_autofree char *what = g_strdup_printf("%s, and this one %s", figure, value);
  report(row, "W-TREND", claim, figures.of[0], what);
}

static void check_claim(const Row *row, const Claim *claim)
{
  const Token *token = sentence_token(row->sentence, claim->at);
  bool fits = claim->kind == CLAIM_MOVED || token_fits(token, indicator_unit(row->indicator, row->measure));
  if (claim->kind == CLAIM_FIGURE && fits)
    check_figure(row, claim);
  else if ((claim->kind == CLAIM_OVER || claim->kind == CLAIM_UNDER) && fits)
    check_bound(row, claim);
  else if (claim->kind == CLAIM_APART)
    check_apart(row, claim);
  else if (claim->kind == CLAIM_FROM_TARGET)
    check_from_target(row, claim);
  else if (claim->kind == CLAIM_MOVED)
    check_moved(row, claim);
}

/* Of one measure, whose periods' figures are those that words speak of: what runs up is spoken of in increments, too.
 */
static bool row_init(Row *row, const Checks *c, const Speech *speech)
{
  const Indicator *indicator = speech->indicator;
  if (!indicator || !speech_is_commentary(speech) || indicator->measures->len != 1 ||
      kind_row(indicator->kind)->runs_up != RUNS_NOT)
    return false;
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  *row = (Row){ c, speech, NULL, indicator, measure, measure->value->number.amount };
  return measure->value->number.given;
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    Row row;
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; row_init(&row, c, speech) && j < speech->sentences->len; j++) {
      row.sentence = g_ptr_array_index(speech->sentences, j);
      g_autoptr(GArray) claims = claims_of(row.sentence);
      for (guint k = 0; k < claims->len; k++)
        check_claim(&row, &g_array_index(claims, Claim, k));
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-APART", LEVEL_WARNING, "wording", "a difference that the row's figures do not give",
    "Readers have both figures before them, and can take one from the other.", "Correct the difference or the figure." },
  { "W-BOUND", LEVEL_NOTE, "wording", "'over' or 'under' a figure that is on the other side",
    "The words round the figure to the side on which it looks better, or worse.", "Correct the words, or give the figure itself." },
  { "W-PAST", LEVEL_NOTE, "wording", "the figure of an earlier time quoted otherwise",
    "The row or an earlier return has another figure for that time than the words.", "Correct the words or the figure." },
  { NULL },
};
/* clang-format on */

const Check check_said = { .run = run, .rules = rules };
