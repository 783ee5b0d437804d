/* Movement of values: jumps that look like slips, values carried forward, zero for missing, totals that shrink. */
#include "check/checks.h"
#include "check/fraction.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"

/* One value and what it can be held against. */
typedef struct {
  const Checks *checks;
  const Indicator *indicator;
  const Measure *measure;
  const Reading *value;
  const Reading *last;       /* the period before, or NULL */
  const Reading *comparator; /* as the report shows it, or NULL */
  const Speech *speech;      /* the commentary, or NULL */
} Move;

static bool has_number(const Reading *reading)
{
  return reading && reading->number.given;
}

/* "indicator H LI 3, Families: 88 is far from 31 of 2008-09"; the words stand between the two figures. */
static void report(const Move *s, const char *id, const Reading *other, const char *words, const char *detail)
{
  g_autofree char *value = goal_words(s->value);
  g_autofree char *number = goal_words(other);
  g_autofree char *period = period_to_string(other->period);
  const char *label = s->value->label;
  const char *kind = s->value->record.spec == &report_target_spec ? "target " : "";
  Spot spot = { &s->value->record, "number", &other->record, "number" };
  findings_add(s->checks->findings, id, &spot, "indicator %s%s%s: %s%s %s %s of %s%s", s->indicator->ref,
               label ? ", " : "", label ? label : "", kind, value, words, number, period, detail);
}

/* The reading, unless its period is of another kind than the value's. */
static const Reading *related(const Move *s, const Reading *other)
{
  return other && period_related(s->value->period, other->period) ? other : NULL;
}

/* More than limit % away from a reading. */
static bool is_far(const Move *s, const Reading *other)
{
  Amount change, limit = findings_limit(s->checks->findings, "M-JUMP", amount_from_int(60));
  return figure_change(other->number.amount, s->value->number.amount, &change) &&
         amount_compare(figure_absolute(change), limit) > 0;
}

/* Small counts jump by nature. */
static bool is_small(const Move *s, const Reading *other)
{
  Amount least = amount_from_int(20);
  int unit = s->value->unit;
  bool counted = unit == UNIT_COUNT || unit == UNIT_DAYS || unit == UNIT_PERCENT || unit == UNIT_NONE;
  return counted && amount_compare(figure_absolute(s->value->number.amount), least) < 0 &&
         amount_compare(figure_absolute(other->number.amount), least) < 0;
}

/* About factor times as much, give or take a tenth. */
static bool is_times(Amount large, Amount small, int factor)
{
  Amount expected, tenth;
  return amount_multiply(small, amount_from_int(factor), &expected) &&
         amount_divide(figure_absolute(expected), amount_from_int(10), AMOUNT_MAX_SCALE, &tenth) &&
         figure_close(expected, large, tenth);
}

/* A shift of the decimal point against another reading, in words; empty if it is none. */
static const char *shift_words(const Move *s, const Reading *other)
{
  static const struct {
    int factor;
    const char *up, *down;
  } rows[] = {
    { 10, ", ten times as much: is a decimal point missing?", ", a tenth of it: has the decimal point moved?" },
    { 100, ", a hundred times as much: is a decimal point missing?",
      ", a hundredth of it: has the decimal point moved?" },
    { 1000, ", a thousand times as much: are these not thousands?", ", a thousandth of it: are these thousands?" }
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    if (is_times(s->value->number.amount, other->number.amount, rows[i].factor))
      return rows[i].up;
    if (is_times(other->number.amount, s->value->number.amount, rows[i].factor))
      return rows[i].down;
  }
  return "";
}

/* What a figure of a part of a year says of a whole one: nothing where parts add up. */
static bool is_like_year(const Move *s)
{
  const KindRow *kind = kind_row(s->indicator->kind);
  return s->value->period.kind == PERIOD_YEAR || (kind->whole != WHOLE_SUM && kind->runs_up != RUNS_IN_YEAR);
}

/* Far from everything it can be held against: last year's, and for figures that do not add up through the year also the
 * last period's and the target. One agreeing neighbour excuses it. */
static void check_jump(const Move *s)
{
  bool cumulative = kind_row(s->indicator->kind)->runs_up, year = is_like_year(s);
  bool like = s->comparator && (!cumulative || s->comparator->period.part == s->value->period.part || year ||
                                s->comparator->period.kind == PERIOD_YEAR);
  const Reading *outturn = year && !has_number(s->comparator) ? related(s, s->measure->actual) : NULL;
  bool summed = kind_row(s->indicator->kind)->whole == WHOLE_SUM;
  const Reading *near[] = { like ? s->comparator : NULL, cumulative ? NULL : s->last, outturn,
                            s->measure->goal ? s->measure->goal
                            : summed         ? NULL
                                             : related(s, s->measure->target) };
  const Reading *reference = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(near); i++) {
    if (!has_number(near[i]) || amount_is_zero(near[i]->number.amount) || reading_is_bound(near[i]))
      continue;
    bool goal = i + 1 == G_N_ELEMENTS(near);
    if (goal && near[i] == s->measure->target && !year)
      continue;
    if (!is_far(s, near[i]) || is_small(s, near[i]))
      return;
    reference = reference || goal ? reference : near[i];
  }
  const char *shift = reference ? shift_words(s, reference) : "";
  if (reference && !amount_is_zero(s->value->number.amount))
    report(s, *shift ? "M-SHIFT" : "M-JUMP", reference, "is far from", shift);
}

/* The commentary gives figures of the value's kind, and none of them is the value. */
static bool words_differ(const Move *s)
{
  bool any = false;
  for (guint i = 0; s->speech && i < s->speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(s->speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      if (!sentence_is_figure(sentence, j) || token->percent != (s->value->unit == UNIT_PERCENT))
        continue;
      if (amount_compare(token->number, s->value->number.amount) == 0)
        return false;
      any |= token->number.scale == s->value->number.amount.scale;
    }
  }
  return any;
}

/* A share near all there is stands still by nature. */
static bool is_full(const Move *s)
{
  enum { NEARLY_ALL = 99 };
  return s->value->unit == UNIT_PERCENT && amount_compare(s->value->number.amount, amount_from_int(NEARLY_ALL)) >= 0;
}

/* The commentary says that it has not changed: "Unchanged: ...", "The same as in ...". */
static bool is_said_to_stand(const Move *s)
{
  static const char *const words[] = {
    "unchanged", "same", "again", "constant", "steady", "stable", "identical", NULL
  };
  enum { OPENING = 4 };
  for (guint i = 0; s->speech && i < s->speech->sentences->len; i++)
    for (guint j = 0; j < OPENING; j++)
      if (token_is(sentence_token(g_ptr_array_index(s->speech->sentences, i), j), words))
        return true;
  return false;
}

/* A value of three digits and more that is exactly the last period's was perhaps carried forward; a shorter one, when
 * the commentary gives other figures. */
static void check_unchanged(const Move *s)
{
  const Reading *before = indicator_is_yearly(s->indicator) ? s->comparator : s->last;
  guint digits = figure_digits(s->value->number.amount);
  if (!has_number(before) || digits < 2 || (digits == 2 && !words_differ(s)) ||
      amount_compare(before->number.amount, s->value->number.amount) != 0)
    return;
  bool dated = date_given(s->value->as_at) || (s->value->flags & 1u << FLAG_IN_ARREARS);
  if (!dated && !is_full(s) && !is_said_to_stand(s))
    report(s, "M-UNCHANGED", before, "is exactly the", "");
}

/* Nothing where there was much before, and something was planned. */
static void check_zero(const Move *s)
{
  const Reading *before = has_number(s->comparator) ? s->comparator
                          : has_number(s->last)     ? s->last
                                                    : related(s, s->measure->actual);
  const Reading *aims[] = { s->measure->target,
                            s->measure->profile }; /* nothing may be planned for the first part of a year */
  bool aims_at_zero = false;
  for (guint i = 0; i < G_N_ELEMENTS(aims); i++)
    aims_at_zero |= has_number(aims[i]) && amount_is_zero(aims[i]->number.amount);
  if (!has_number(before) || aims_at_zero || !amount_is_zero(s->value->number.amount))
    return;
  bool fine =
      before->number.amount.scale > 0 && !amount_is_zero(before->number.amount); /* rates seldom reach a bare 0 */
  if (fine || amount_compare(figure_absolute(before->number.amount), amount_from_int(5)) >= 0)
    report(s, "M-ZERO", before, "stands after", ": does 0 stand for missing?");
}

/* What adds up through a year cannot get less. */
static void check_shrinks(const Move *s)
{
  bool same_year = has_number(s->last) && period_equal(period_year(s->last->period), period_year(s->value->period));
  bool early = same_year && (s->last->flags & (1u << FLAG_ESTIMATE | 1u << FLAG_PROVISIONAL | 1u << FLAG_FORECAST));
  if (kind_row(s->indicator->kind)->runs_up && same_year && !early && !(s->value->flags & 1u << FLAG_REVISED) &&
      s->last->number.amount.units >= 0 && amount_compare(s->value->number.amount, s->last->number.amount) < 0)
    report(s, "M-SHRINKS", s->last, "is less than the", ", although the indicator is cumulative");
}

/* What the return gives as history, against its neighbours. */
static bool is_ours(const Checks *c, const Reading *reading)
{
  return c->inputs->current && reading->record.source && reading->record.source == c->inputs->current->record.source;
}

/* The point of the period before the point at index; points are in order, those of other lengths stand between. */
static const Reading *previous_point(const GPtrArray *points, guint index)
{
  enum { BETWEEN = 5 };
  const Reading *point = g_ptr_array_index(points, index);
  Period wanted = period_back(point->period, 0, 1);
  for (guint i = index; i > 0 && index - i < BETWEEN; i--) {
    const Reading *before = g_ptr_array_index(points, i - 1);
    if (period_equal(before->period, wanted))
      return before;
  }
  return NULL;
}

/* The point of the period after it, or NULL. */
static const Reading *next_point(const GPtrArray *points, guint index)
{
  const Reading *point = g_ptr_array_index(points, index);
  Period wanted = period_back(point->period, 0, -1);
  for (guint i = index + 1; i < points->len && i - index < 5; i++)
    if (period_equal(((const Reading *)g_ptr_array_index(points, i))->period, wanted))
      return g_ptr_array_index(points, i);
  return NULL;
}

/* Far from its neighbours, which agree with each other. */
static bool stands_out(const Move *move, const Reading *after)
{
  if (!has_number(after) || kind_row(move->indicator->kind)->runs_up || amount_is_zero(move->last->number.amount) ||
      amount_is_zero(after->number.amount) || is_small(move, move->last))
    return false;
  Move across = *move;
  across.value = after;
  return is_far(move, move->last) && is_far(move, after) && !is_far(&across, move->last);
}

static void check_history(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  const Reading *shifted = NULL; /* the one after it looks shifted, too */
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    const Reading *before = previous_point(measure->points, i);
    if (!has_number(point) || !has_number(before) || !(is_ours(c, point) || is_ours(c, before)) ||
        period_equal(point->period, measure->value->period))
      continue;
    Move move = { c, indicator, measure, point, before, NULL, NULL };
    bool same_year = period_equal(period_year(point->period), period_year(before->period));
    bool comparable = !kind_row(indicator->kind)->runs_up || same_year;
    const char *shift = comparable && !amount_is_zero(before->number.amount) ? shift_words(&move, before) : "";
    if (before == shifted)
      continue;
    if (*shift && !is_small(&move, before)) {
      report(&move, "M-SHIFT", before, "is far from", shift);
      shifted = point;
    } else if (stands_out(&move, next_point(measure->points, i))) {
      report(&move, "M-JUMP", before, "is far from both its neighbours, such as", "");
    } else {
      check_shrinks(&move);
    }
  }
}

static void check_measure(const Checks *c, GHashTable *speeches, const Indicator *indicator, const Measure *measure)
{
  Move move = {
    c, indicator, measure, measure->value, NULL, measure->comparator, g_hash_table_lookup(speeches, indicator)
  };
  if (!has_number(move.value))
    return;
  move.last = reading_at(measure->points, period_back(move.value->period, 0, 1));
  check_jump(&move);
  check_unchanged(&move);
  check_zero(&move);
  check_shrinks(&move);
  check_history(c, indicator, measure);
}

/* The target at index is not far from the one before it, else from what was reached the year before. */
static bool is_sound(const Checks *c, const Indicator *indicator, const Measure *measure, guint index)
{
  const Reading *target = g_ptr_array_index(measure->targets, index);
  const Reading *before = index > 0 ? g_ptr_array_index(measure->targets, index - 1) : NULL;
  if (!has_number(before))
    before = reading_at(measure->actuals, period_back(target->period, 1, 0));
  Move move = { c, indicator, measure, target, before, NULL, NULL };
  return !has_number(before) || !is_far(&move, before);
}

/* The planned targets of the years, each against its neighbours: a slip of the point shows. */
static void check_targets(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  for (guint i = 1; i < measure->targets->len; i++) {
    const Reading *before = g_ptr_array_index(measure->targets, i - 1),
                  *target = g_ptr_array_index(measure->targets, i);
    if (!has_number(before) || !has_number(target) || !period_related(before->period, target->period) ||
        is_fraction(indicator, measure, before) || is_fraction(indicator, measure, target)) /* told as such */
      continue;
    Move move = { c, indicator, measure, target, before, NULL, NULL };
    bool compare = !amount_is_zero(before->number.amount) && !amount_is_zero(target->number.amount);
    bool believed = has_number(measure->actual) && !is_far(&move, measure->actual) &&
                    is_sound(c, indicator, measure, i - 1); /* set by what was reached */
    if (compare && !believed && is_far(&move, before) && !is_small(&move, before))
      report(&move, "M-TARGETS", before, "is far from the", shift_words(&move, before));
  }
}

/* The same target in the last report, whose measure this was. */
static void check_target_changed(const Checks *c, const Indicator *indicator, const Measure *measure,
                                 const Measure *before)
{
  const Reading *target = has_number(measure->target) ? reading_at(before->targets, measure->target->period) : NULL;
  if (!has_number(target) || goal_same(target, measure->target))
    return;
  Move move = { c, indicator, measure, measure->target, target, NULL, NULL };
  report(&move, "M-TARGET", target, "differs from", " in the last report");
}

/* The targets of the measures that the last report has, too. */
static void check_targets_changed(const Checks *c, const Indicator *indicator)
{
  const Past *last = history_last(c->history);
  const Record *item = last ? past_indicator(last, indicator) : NULL;
  if (!item || item->spec != &report_indicator_spec)
    return;
  g_autoptr(GHashTable) measures = g_hash_table_new(g_str_hash, g_str_equal);
  const GPtrArray *before = ((const Indicator *)item)->measures;
  for (guint i = 0; i < before->len; i++) {
    Measure *measure = g_ptr_array_index(before, i);
    g_hash_table_insert(measures, measure->ref ? measure->ref : "", measure);
  }
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    const Measure *old = g_hash_table_lookup(measures, measure->ref ? measure->ref : "");
    if (old)
      check_target_changed(c, indicator, measure, old);
  }
}

/* Indicator to its commentary. */
static GHashTable *commentaries(const Checks *c)
{
  GHashTable *table = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < c->speeches->len; i++) {
    Speech *speech = g_ptr_array_index(c->speeches, i);
    if (speech->indicator && speech_is_commentary(speech))
      g_hash_table_insert(table, (gpointer)speech->indicator, speech);
  }
  return table;
}

static void run(const Checks *c)
{
  g_autoptr(GHashTable) speeches = commentaries(c);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint j = 0; j < indicator->measures->len; j++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, j);
      check_measure(c, speeches, indicator, measure);
      check_targets(c, indicator, measure);
    }
    check_targets_changed(c, indicator);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "M-JUMP", LEVEL_NOTE, "movement", "a value is far from all that it can be held against",
    "A jump is often a slip of the pen or of the unit; small counts and rates jump by nature. The limit is the change in percent that "
    "is believed (60 if not set).",
    "Check the value with its source; if it is right, let the commentary explain it.",
    "M-ZERO M-SHIFT" },
  { "M-SHIFT", LEVEL_WARNING, "movement", "a value is ten, a hundred or a thousand times what it was",
    "The decimal point has perhaps moved, or the unit is another.", "Check the value and its unit with the source." },
  { "M-SHRINKS", LEVEL_WARNING, "movement", "a cumulative value is less than before",
    "What is added up through the year cannot get less.", "Check both values; mark a corrected one as revised." },
  { "M-TARGET", LEVEL_WARNING, "movement", "a target differs from that in the last report",
    "Targets that move in the middle of a year are noticed by members.", "Correct the target, or say that the change was agreed." },
  { "M-TARGETS", LEVEL_NOTE, "movement", "a target is far from that of the year before",
    "A jump from one year's target to the next is often a slip of the pen or of the decimal point; the limit is that of M-JUMP.",
    "Check the targets of both years." },
  { "M-UNCHANGED", LEVEL_NOTE, "movement", "a value is exactly the last one",
    "A value of several digits seldom comes twice: was it carried forward because no new one was there?",
    "Check the value; if there is no new one, mark it (in-arrears, or its as-at date) or give a state." },
  { "M-ZERO", LEVEL_WARNING, "movement", "zero after much",
    "A zero that stands for a missing figure makes totals and charts wrong.",
    "Give a state such as not-available, if the figure is missing." },
  { NULL },
};
/* clang-format on */

const Check check_movement = { .run = run, .rules = rules };
