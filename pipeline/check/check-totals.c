/* Totals among the measures of an indicator: counts add up exactly, percentages only through their counts. */
#include "check/checks.h"
#include "check/sums.h"
#include "model/figures.h"
#include "model/kind.h"
#include <string.h>

/* A total with its parts. */
typedef struct {
  const Checks *checks;
  const Indicator *indicator;
  const Measure *total;
  GPtrArray *parts; /* of Measure */
  bool declared;
} Total;

/* Undeclared, it is called so: "Total", "All", "All areas (total)"; but "All schools" need not be all that is listed.
 */
static bool is_called_total(const Measure *measure)
{
  const char *const names[] = { measure->ref, measure->title };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *lower = g_utf8_strdown(names[i] ? names[i] : "", -1);
    bool all = g_str_equal(lower, "all") && (names[i] == measure->title || !measure->title);
    if (g_str_has_prefix(lower, "total") || g_str_has_suffix(lower, "(total)") || all)
      return true;
  }
  return false;
}

static bool is_named(const GPtrArray *codes, const Measure *measure)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_strcmp0(g_ptr_array_index(codes, i), measure->ref) == 0)
      return true;
  return false;
}

enum { FIGURES = 4 };

static const Reading *figure_of(const Measure *measure, guint which)
{
  const Reading *const figures[FIGURES] = { measure->value, measure->target, measure->actual, measure->comparator };
  return figures[which];
}

static const Reading *part_at(const Total *t, guint part, guint which)
{
  return figure_of(g_ptr_array_index(t->parts, part), which);
}

/* Sum of the parts; false when one is missing. */
static bool sum_parts(const Total *t, guint which, Amount *ret_sum)
{
  *ret_sum = amount_from_int(0);
  for (guint i = 0; i < t->parts->len; i++) {
    const Reading *figure = part_at(t, i, which);
    if (!figure || !figure->number.given || !amount_add(*ret_sum, figure->number.amount, ret_sum))
      return false;
  }
  return true;
}

/* Counts and sums add up; of rates and shares it is known only when they do so elsewhere in the row. */
static bool is_additive(const Total *t)
{
  guint fitting = 0;
  for (guint which = 0; which < FIGURES; which++) {
    const Reading *printed = figure_of(t->total, which);
    Amount sum;
    fitting += printed && printed->number.given && sum_parts(t, which, &sum) &&
               amount_compare(sum, printed->number.amount) == 0;
  }
  return unit_adds_up(t->indicator->unit) || fitting > 0;
}

/* The parts make the total. */
static void check_sum(const Total *t, guint which)
{
  const Reading *printed = figure_of(t->total, which);
  g_autoptr(Sum) sum = sum_new();
  static const OptAmount nothing = { .given = false };
  for (guint i = 0; i < t->parts->len; i++) {
    const Reading *figure = part_at(t, i, which);
    sum_add(sum, figure ? &figure->number : &nothing, false);
  }
  if (!printed)
    return;
  Suspicions suspicions;
  suspicions_init(&suspicions);
  g_autofree char *what = g_strdup_printf("indicator %s, parts", t->indicator->ref);
  Printed wanted = { &printed->number, &printed->record, "number", what, t->indicator->unit == UNIT_COUNT };
  sum_check(sum, &wanted, "A-PARTS", t->checks->findings, &suspicions);
  suspicions_clear(&suspicions);
}

/* One withheld figure among others that add up is told by them: the total less the other parts, or all parts together.
 */
static void check_hidden(const Total *t, guint which)
{
  const Reading *total = figure_of(t->total, which), *withheld = NULL;
  guint hidden = 0, given = 0;
  for (guint i = 0; i <= t->parts->len; i++) {
    const Reading *figure = i < t->parts->len ? part_at(t, i, which) : total;
    if (figure && figure->state == STATE_SUPPRESSED) {
      withheld = figure;
      hidden++;
    }
    given += figure && figure->number.given;
  }
  if (hidden != 1 || given != t->parts->len)
    return;
  const char *name = withheld == total ? measure_name(t->total) : withheld->label;
  findings_at(t->checks->findings, "A-WITHHELD", &withheld->record, "state",
              "indicator %s: the figure that is withheld (%s) follows from the others, which add up with it",
              t->indicator->ref, name ? name : "one of its measures");
}

/* The sums of numerators and denominators of the parts; false when one of them is not given. */
static bool counts_of(const Total *t, guint which, Amount *ret_above, Amount *ret_below)
{
  *ret_above = *ret_below = amount_from_int(0);
  for (guint i = 0; i < t->parts->len; i++) {
    const Reading *figure = part_at(t, i, which);
    if (!figure || !figure->numerator.given || !figure->denominator.given ||
        !amount_add(*ret_above, figure->numerator.amount, ret_above) ||
        !amount_add(*ret_below, figure->denominator.amount, ret_below))
      return false;
  }
  return true;
}

/* The same of percentages, through the counts that stand beside them. */
static void check_hidden_counts(const Total *t, guint which)
{
  const Reading *withheld = NULL;
  guint hidden = 0, given = 0;
  for (guint i = 0; i <= t->parts->len; i++) {
    const Reading *figure = i < t->parts->len ? part_at(t, i, which) : figure_of(t->total, which);
    bool hides = figure && figure->state == STATE_SUPPRESSED;
    withheld = hides ? figure : withheld;
    hidden += hides;
    given += figure && figure->numerator.given && figure->denominator.given;
  }
  if (hidden == 1 && given == t->parts->len)
    findings_at(
        t->checks->findings, "A-WITHHELD", &withheld->record, "state",
        "indicator %s: the figure that is withheld (%s) follows from the numerators and denominators of the others",
        t->indicator->ref, withheld->label ? withheld->label : "one of its measures");
}

static void check_through_counts(const Total *t, const Reading *printed, Amount above, Amount below)
{
  Amount exact;
  if (amount_is_zero(below)) {
    g_autofree char *is = amount_format(printed->number.amount, -1);
    findings_at(t->checks->findings, "A-PARTS", &printed->record, "number",
                "indicator %s: the denominators of its parts are 0 together, so that the total cannot be %s",
                t->indicator->ref, is);
    return;
  }
  if (!figure_ratio(above, below, t->indicator->unit, &exact))
    return;
  Amount rounded = amount_round(exact, printed->number.amount.scale);
  if (amount_compare(rounded, printed->number.amount) == 0)
    return;
  g_autofree char *n = amount_format(above, -1), *d = amount_format(below, -1);
  g_autofree char *should = amount_format(rounded, -1), *is = amount_format(printed->number.amount, -1);
  findings_at(t->checks->findings, "A-PARTS", &printed->record, "number",
              "indicator %s: through the counts of its parts the total is %s / %s = %s, printed %s", t->indicator->ref,
              n, d, should, is);
}

/* Without counts: the mean of the percentages is the whole only where all parts are of one size. */
static void check_mean(const Total *t, guint which)
{
  const Reading *printed = figure_of(t->total, which);
  Amount sum, mean;
  bool differ = false;
  for (guint i = 1; i < t->parts->len; i++) {
    const Reading *a = part_at(t, 0, which), *b = part_at(t, i, which);
    differ |= a && b && a->number.given && b->number.given && amount_compare(a->number.amount, b->number.amount) != 0;
  }
  if (!differ || !sum_parts(t, which, &sum) ||
      !amount_divide(sum, amount_from_int((gint64)t->parts->len), AMOUNT_MAX_SCALE, &mean) ||
      amount_compare(amount_round(mean, printed->number.amount.scale), printed->number.amount) != 0)
    return;
  g_autofree char *is = amount_format(printed->number.amount, -1);
  findings_at(t->checks->findings, "A-MEAN", &printed->record, "number",
              "indicator %s: the total, %s, is the mean of its parts, which is that of the whole only where all are of "
              "one size",
              t->indicator->ref, is);
}

static void check_share(const Total *t, guint which)
{
  const Reading *printed = figure_of(t->total, which);
  bool aim = which == 1; /* targets are set, not counted */
  Amount above, below;
  if (aim || !printed || !printed->number.given)
    return;
  if (counts_of(t, which, &above, &below))
    check_through_counts(t, printed, above, below);
  else
    check_mean(t, which);
}

static void check_total(const Total *t)
{
  bool shares = t->indicator->unit == UNIT_PERCENT || t->indicator->unit == UNIT_RATIO;
  bool additive = is_additive(t);
  for (guint which = 0; which < FIGURES; which++) {
    if (additive)
      check_hidden(t, which);
    if (additive)
      check_sum(t, which);
    else if (shares)
      check_share(t, which);
    if (!additive && shares)
      check_hidden_counts(t, which);
  }
}

/* The measures that the total names; of one that is only called so all others. */
static void take_parts(Total *t)
{
  for (guint i = 0; i < t->indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(t->indicator->measures, i);
    if (measure != t->total && (!t->declared || is_named(t->total->total_of, measure)))
      g_ptr_array_add(t->parts, measure);
  }
}

/* A total of something that the indicator does not have. */
static void check_refs(const Checks *c, const Indicator *indicator, const Measure *total)
{
  for (guint i = 0; i < total->total_of->len; i++) {
    const char *code = g_ptr_array_index(total->total_of, i);
    bool known = false;
    for (guint k = 0; k < indicator->measures->len && !known; k++)
      known = g_strcmp0(((const Measure *)g_ptr_array_index(indicator->measures, k))->ref, code) == 0;
    if (!known && !checks_may_be(c, &measure_spec))
      findings_at(c->findings, "R-TOTAL", &total->record, "total-of",
                  "indicator %s: total-of names '%s', which is none of its measures", indicator->ref, code);
  }
}

static void check_measure(const Checks *c, const Indicator *indicator, const Measure *total, bool declared)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  Total t = { c, indicator, total, parts, declared };
  take_parts(&t);
  if (parts->len > 1)
    check_total(&t);
}

static void check_indicator(const Checks *c, const Indicator *indicator)
{
  const Measure *called = NULL;
  guint totals = 0, declared = 0;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->total_of->len > 0)
      check_refs(c, indicator, measure);
    if (measure->total_of->len > 0)
      check_measure(c, indicator, measure, true);
    declared += measure->total_of->len > 0;
    called = is_called_total(measure) ? measure : called;
    totals += is_called_total(measure);
  }
  if (declared == 0 && totals == 1)
    check_measure(c, indicator, called, false);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++)
    check_indicator(c, g_ptr_array_index(c->report->indicators, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "A-MEAN", LEVEL_WARNING, "arithmetic", "a total that is the mean of percentages",
    "North has 900 of 1,000 and South 10 of 20: together 89 %, not the mean of 90 % and 50 %.",
    "Give numerator and denominator of each part, and the total that follows from them." },
  { "A-PARTS", LEVEL_ERROR, "arithmetic", "parts that do not make their total",
    "Where a measure is the total of others (total-of names them), their counts must add up to it, and their percentages through "
    "their counts.", "Correct the part or the total." },
  { "R-TOTAL", LEVEL_ERROR, "references", "a total of a measure that is not there",
    "What is not there is not added, and nobody sees that the total is wrong.", "Correct total-of, or add the measure." },
  { "A-WITHHELD", LEVEL_ERROR, "arithmetic", "a withheld figure that follows from the others",
    "Who knows the total and all parts but one knows that one, too.",
    "Withhold a second part, or the total." },
  { NULL },
};
/* clang-format on */

const Check check_totals = { .run = run, .rules = rules };
