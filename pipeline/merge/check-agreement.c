/* Agreement: the same figure quoted in two documents must be the same. */
#include "merge/checks.h"
#include "merge/series.h"
#include <string.h>

/* Early figures are allowed to change. */
static bool is_early(const Reading *reading)
{
  guint early = 1u << FLAG_ESTIMATE | 1u << FLAG_PROVISIONAL | 1u << FLAG_FORECAST;
  return (reading->flags & early) != 0;
}

/* The same number, or one of them the other rounded. */
static bool same_figure(const Reading *a, const Reading *b)
{
  if (a->number.given && b->number.given) {
    guint scale = MIN(a->number.amount.scale, b->number.amount.scale);
    return amount_compare(amount_round(a->number.amount, scale), amount_round(b->number.amount, scale)) == 0;
  }
  if (a->number.given || b->number.given || !a->text || !b->text)
    return true;
  g_autofree char *x = g_utf8_casefold(a->text, -1);
  g_autofree char *y = g_utf8_casefold(b->text, -1);
  return strcmp(x, y) == 0;
}

static char *figure_words(const Reading *reading)
{
  return reading->number.given ? amount_format(reading->number.amount, -1) : g_strdup(reading->text);
}

/* The year whose outturn a reading of its last quarter or month is. */
static Period outturn_period(const Indicator *indicator, Period period)
{
  bool last = (period.kind == PERIOD_QUARTER && period.part == 4) || (period.kind == PERIOD_MONTH && period.part == 12);
  return last && indicator->kind != KIND_AVERAGE ? period_year(period) : period;
}

static void compare(const Checks *c, const Indicator *indicator, const Reading *before, const Reading *now)
{
  bool excused = is_early(before) || (now->flags & 1u << FLAG_REVISED);
  if (excused || same_figure(before, now))
    return;
  g_autofree char *period = period_to_string(now->period);
  g_autofree char *old = figure_words(before);
  g_autofree char *new = figure_words(now);
  const char *file = before->record.source ? before->record.source->path : "another document";
  Spot spot = { &now->record, "number", &before->record, "number" };
  findings_add(c->findings, "D-VALUE", &spot, "indicator %s%s%s is %s for %s here, but %s in %s", indicator->ref,
               now->measure ? " " : "", now->measure ? now->measure : "", new, period, old, file);
}

/* Remembers the first reading of each measure and period; later ones must agree with the one before them. */
static void see(const Checks *c, GHashTable *seen, const Indicator *indicator, const Reading *reading, Period period)
{
  if (!(reading->number.given || reading->text) || !period_given(period))
    return;
  const char *measure = reading->measure ? reading->measure : "";
  g_autofree char *at = period_to_string(outturn_period(indicator, period));
  g_autofree char *key = g_strdup_printf("%s\n%s", measure, at);
  const Reading *before = g_hash_table_lookup(seen, key);
  if (before && before->record.source != reading->record.source)
    compare(c, indicator, before, reading);
  g_hash_table_replace(seen, g_steal_pointer(&key), (gpointer)reading);
}

static void see_past(const Checks *c, GHashTable *seen, const Indicator *planned)
{
  for (guint i = 0; i < c->history->past->len; i++) {
    const Past *past = g_ptr_array_index(c->history->past, i);
    const Record *item = past_indicator(past, planned);
    if (!item)
      continue;
    GPtrArray *readings = arena_list(c->inputs->arena);
    past_readings(c->inputs->arena, past, item, readings);
    for (guint j = 0; j < readings->len; j++) {
      const Reading *reading = g_ptr_array_index(readings, j);
      see(c, seen, planned, reading, reading->period);
    }
  }
}

/* Earlier documents first, then the plan's actuals, then the return: each is compared with what was said before. */
static void check_indicator(const Checks *c, const Indicator *planned)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  see_past(c, seen, planned);
  for (guint i = 0; i < planned->actuals->len; i++) {
    const Reading *actual = g_ptr_array_index(planned->actuals, i);
    see(c, seen, planned, actual, actual->period);
  }
  const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
  for (guint i = 0; said && i < said->values->len; i++) {
    const Reading *value = g_ptr_array_index(said->values, i);
    see(c, seen, planned, value, period_given(value->period) ? value->period : c->inputs->period);
  }
}

static void run(const Checks *c)
{
  if (!findings_wants(c->findings, "D-VALUE"))
    return;
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++)
    check_indicator(c, g_ptr_array_index(c->inputs->plan->indicators, i));
}

const Check check_agreement = { .name = "agreement", .run = run };
