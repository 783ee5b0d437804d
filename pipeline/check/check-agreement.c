/* Agreement: one indicator, measure and period can have one value, target, baseline, unit and name in all documents of
 * a run. */
#include "check/checks.h"
#include "facts/also.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"
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
    bool ranges = a->to.given && b->to.given;
    if ((a->bound && b->bound && a->bound != b->bound) || a->to.given != b->to.given ||
        (ranges && !figure_same(a->to.amount, b->to.amount)))
      return false;
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
  return reading->number.given ? goal_words(reading) : g_strdup(reading->text);
}

/* The year whose outturn a reading of its last quarter or month is. */
static Period outturn_period(const Indicator *indicator, Period period)
{
  bool last = (period.kind == PERIOD_QUARTER && period.part == 4) || (period.kind == PERIOD_MONTH && period.part == 12);
  bool whole = kind_row(indicator->kind)->whole == WHOLE_LAST || indicator->kind == KIND_ANNUAL;
  return last && whole ? period_year(period) : period;
}

/* Kinds of figures that must agree. */
typedef struct {
  const char *rule, *word;
  bool outturn; /* the last quarter's is the year's */
} Quoted;

static const Quoted values = { "D-VALUE", "", true };
static const Quoted targets = { "D-TARGET", "target ", false };
static const Quoted baselines = { "D-BASELINE", "baseline ", false };

/* What has been said so far of one indicator. */
typedef struct {
  const Checks *checks;
  const Indicator *indicator;
  const Quoted *quoted;
  GHashTable *seen; /* "measure\nperiod" to GPtrArray of Reading that differ, as they were met */
} Ledger;

static void compare(const Ledger *ledger, const Reading *before, const Reading *now, Period period)
{
  bool excused =
      is_early(before) || is_early(now) || (now->flags & 1u << FLAG_REVISED) || (before->flags & 1u << FLAG_REVISED);
  if (excused || same_figure(before, now))
    return;
  g_autofree char *when = period_to_string(period);
  g_autofree char *old = figure_words(before);
  g_autofree char *new = figure_words(now);
  const char *file = before->record.source ? before->record.source->path : "another document";
  Spot spot = { &now->record, "number", &before->record, "number" };
  findings_add(ledger->checks->findings, ledger->quoted->rule, &spot,
               "indicator %s%s%s: %s%s for %s here, but %s in %s", ledger->indicator->ref, now->measure ? ", " : "",
               now->measure ? now->measure : "", ledger->quoted->word, new, when, old, file);
}

/* One document may give the whole alone where another has parts and their total: both are the figure of the indicator.
 */
static const char *measure_key(const char *measure)
{
  static const char *const wholes[] = { "all", "overall", "total", "whole" };
  for (guint i = 0; measure && i < G_N_ELEMENTS(wholes); i++)
    if (g_ascii_strcasecmp(measure, wholes[i]) == 0)
      return "";
  return measure ? measure : "";
}

/* Remembers the readings of each measure and period that differ; one of another document must agree with the last of
 * them, and is told of but once. */
static void see(const Ledger *ledger, const Reading *reading, Period otherwise)
{
  Period period = period_given(reading->period) ? reading->period : otherwise;
  if (!reading_has_figure(reading) || !period_given(period))
    return;
  g_autofree char *at = period_to_string(ledger->quoted->outturn ? outturn_period(ledger->indicator, period) : period);
  g_autofree char *key = g_strdup_printf("%s\n%s", measure_key(reading->measure), at);
  GPtrArray *before = g_hash_table_lookup(ledger->seen, key);
  if (!before)
    g_hash_table_insert(ledger->seen, g_steal_pointer(&key), before = g_ptr_array_new());
  const Reading *last = before->len > 0 ? g_ptr_array_index(before, before->len - 1) : NULL;
  bool known = false;
  for (guint i = 0; i < before->len; i++) {
    const Reading *other = g_ptr_array_index(before, i);
    known |= same_figure(other, reading) && other->number.given == reading->number.given &&
             other->number.amount.scale == reading->number.amount.scale;
  }
  if (last && !known && last->record.source != reading->record.source)
    compare(ledger, last, reading, period);
  if (!known)
    g_ptr_array_add(before, (gpointer)reading);
}

static GHashTable *seen_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static void see_all(const Ledger *ledger, const GPtrArray *readings, Period otherwise)
{
  for (guint i = 0; readings && i < readings->len; i++)
    see(ledger, g_ptr_array_index(readings, i), otherwise);
}

static void see_past(const Ledger *ledger)
{
  const Checks *c = ledger->checks;
  for (guint i = 0; i < c->history->past->len; i++) {
    const Past *past = g_ptr_array_index(c->history->past, i);
    const Record *item = past_indicator(past, ledger->indicator);
    GPtrArray *readings = arena_list(c->inputs->arena);
    if (item)
      past_readings(c->inputs->arena, past, item, readings);
    see_all(ledger, readings, past->period);
  }
}

static const Period no_period = { PERIOD_NONE, 0, 0 };

/* Earlier documents first, then the plan's actuals, the return, and the documents of others. */
static void check_values(const Checks *c, const Indicator *planned, const GPtrArray *others)
{
  g_autoptr(GHashTable) seen = seen_new();
  Ledger ledger = { c, planned, &values, seen };
  see_past(&ledger);
  see_all(&ledger, planned->actuals, no_period);
  const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
  if (said)
    see_all(&ledger, said->values, c->inputs->period);
  for (guint i = 0; others && i < others->len; i++) {
    const Record *other = g_ptr_array_index(others, i);
    g_autoptr(GPtrArray) readings = also_values(other);
    see_all(&ledger, readings, also_period(other));
  }
}

static void check_plans(const Checks *c, const Also *also, const Indicator *planned, const GPtrArray *others)
{
  g_autoptr(GHashTable) seen_targets = seen_new(), seen_baselines = seen_new();
  Ledger goals = { c, planned, &targets, seen_targets }, starts = { c, planned, &baselines, seen_baselines };
  see_all(&goals, planned->targets, no_period);
  see_all(&starts, planned->baselines, no_period);
  for (guint i = 0; i < others->len; i++) {
    const Record *other = g_ptr_array_index(others, i);
    if (also_is_own(also, other))
      continue; /* a later plan may set other targets: check-superseded */
    g_autoptr(GPtrArray) readings = also_targets(other);
    see_all(&goals, readings, no_period);
    if (other->spec == &indicator_spec)
      see_all(&starts, ((const Indicator *)other)->baselines, no_period);
  }
}

/* Lower-case words of three letters and more. */
static GHashTable *words_of(const char *title)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lower = g_utf8_strdown(title ? title : "", -1);
  g_auto(GStrv) parts = g_strsplit_set(lower, " ,.;:()/-'\"", -1);
  for (char **part = parts; *part; part++)
    if (strlen(*part) >= 3)
      g_hash_table_add(words, g_strdup(*part));
  return words;
}

/* At least half of the words of the shorter title are in the longer one. */
static bool same_name(const char *a, const char *b)
{
  g_autoptr(GHashTable) x = words_of(a);
  g_autoptr(GHashTable) y = words_of(b);
  guint common = 0, least = MIN(g_hash_table_size(x), g_hash_table_size(y));
  GHashTableIter iter;
  gpointer word;
  g_hash_table_iter_init(&iter, x);
  while (g_hash_table_iter_next(&iter, &word, NULL))
    common += g_hash_table_contains(y, word);
  return least == 0 || 2 * common >= least;
}

static void check_terms(const Checks *c, const Indicator *planned, const Indicator *other)
{
  const char *file = other->record.source ? other->record.source->path : "another document";
  if (planned->unit && other->unit && planned->unit != other->unit) {
    Spot spot = { &planned->record, "unit", &other->record, "unit" };
    findings_add(c->findings, "D-UNIT", &spot, "indicator %s is measured in '%s' here, but in '%s' in %s", planned->ref,
                 terms_name(&terms_unit, planned->unit), terms_name(&terms_unit, other->unit), file);
  }
  if (planned->polarity && other->polarity && planned->polarity != other->polarity) {
    Spot spot = { &planned->record, "polarity", &other->record, "polarity" };
    findings_add(c->findings, "D-POLARITY", &spot, "for indicator %s '%s' is better here, but '%s' in %s", planned->ref,
                 terms_name(&terms_polarity, planned->polarity), terms_name(&terms_polarity, other->polarity), file);
  }
  if (!same_name(planned->title, other->title)) {
    Spot spot = { &planned->record, "title", &other->record, "title" };
    findings_add(c->findings, "D-NAME", &spot, "indicator %s is '%s' here, but '%s' in %s", planned->ref,
                 planned->title, other->title, file);
  }
}

/* The stated symbol of the same period. */
static void check_symbol(const Checks *c, const Indicator *planned, const Record *other)
{
  const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
  if (!said || other->spec != &indicator_progress_spec || !period_equal(also_period(other), c->inputs->period))
    return;
  const IndicatorProgress *theirs = (const IndicatorProgress *)other;
  bool judged = said->rating >= RATING_GREEN && said->rating <= RATING_RED && theirs->rating >= RATING_GREEN &&
                theirs->rating <= RATING_RED;
  if (!judged || said->rating == theirs->rating)
    return;
  Spot spot = { &said->record, "rating", other, "rating" };
  findings_add(c->findings, "D-RATING", &spot, "indicator %s is %s here, but %s in %s", planned->ref,
               terms_name(&terms_rating, said->rating), terms_name(&terms_rating, theirs->rating),
               other->source ? other->source->path : "another document");
}

static void check_indicator(const Checks *c, const Also *also, const Indicator *planned)
{
  const GPtrArray *others = also_find(also, planned);
  check_values(c, planned, others);
  if (!others)
    return;
  check_plans(c, also, planned, others);
  for (guint i = 0; i < others->len; i++) {
    const Record *other = g_ptr_array_index(others, i);
    if (other->spec == &indicator_progress_spec)
      check_symbol(c, planned, other);
    else
      check_terms(c, planned, (const Indicator *)other);
  }
}

/* The texts of an area of focus in two frameworks that are valid at the same time. */
static void check_areas(const Checks *c, const Framework *other)
{
  const Framework *ours = c->inputs->framework;
  if (period_compare(other->to, ours->from) < 0 || period_compare(other->from, ours->to) > 0)
    return;
  for (guint i = 0; i < ours->priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(ours->priorities, i);
    for (guint j = 0; j < priority->areas->len; j++) {
      const Area *area = g_ptr_array_index(priority->areas, j), *theirs = framework_area(other, area->ref);
      g_autofree char *here = area->text ? runs_to_text(area->text) : g_strdup("");
      g_autofree char *there = theirs && theirs->text ? runs_to_text(theirs->text) : g_strdup(here);
      Spot spot = { &area->record, NULL, theirs ? &theirs->record : NULL, NULL };
      if (strcmp(here, there) != 0)
        findings_add(c->findings, "D-AREA", &spot, "area of focus %s has two texts: '%s' here, '%s' in %s", area->ref,
                     here, there, theirs->record.source ? theirs->record.source->path : "another framework");
    }
  }
}

/* The texts of areas of focus that the plan quotes. */
static void check_quoted_areas(const Checks *c, const Objective *objective)
{
  for (guint i = 0; i < objective->quoted->len; i++) {
    const Area *area = g_ptr_array_index(objective->quoted, i), *ours = framework_area(c->inputs->framework, area->ref);
    g_autofree char *quoted = area->text ? runs_to_text(area->text) : g_strdup("");
    g_autofree char *text = ours && ours->text ? runs_to_text(ours->text) : g_strdup(quoted);
    Spot spot = { &area->record, NULL, ours ? &ours->record : NULL, NULL };
    if (strcmp(quoted, text) != 0)
      findings_add(c->findings, "D-AREA", &spot, "area of focus %s has two texts: '%s' here, '%s' in the framework",
                   area->ref, quoted, text);
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++)
    check_quoted_areas(c, g_ptr_array_index(c->inputs->plan->objectives, i));
  const Also *also = also_new(c->inputs);
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++)
    check_indicator(c, also, g_ptr_array_index(c->inputs->plan->indicators, i));
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(c->inputs->also, i);
    if (document->spec == &framework_spec)
      check_areas(c, (const Framework *)document);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-AREA", LEVEL_WARNING, "agreement", "an area of focus has two texts",
    "What refers to it would mean two things.", "Use one framework for one time." },
  { "D-BASELINE", LEVEL_ERROR, "agreement", "a baseline is quoted with two values",
    "One indicator, measure and period can have one baseline only.", "Find out which is right and correct the other." },
  { "D-NAME", LEVEL_WARNING, "agreement", "one code, two names",
    "Either the code is used for two indicators, or one of the names is a slip.", "Correct the code or the name." },
  { "D-POLARITY", LEVEL_WARNING, "agreement", "what is better differs between two documents",
    "The same movement would be called better in one report and worse in another.", "Correct the polarity in one of them." },
  { "D-RATING", LEVEL_WARNING, "agreement", "one indicator has two symbols in one period",
    "Members would see it green in one report and red in another.", "Agree on one rating." },
  { "D-TARGET", LEVEL_ERROR, "agreement", "a target is quoted with two values",
    "One indicator, measure and period can have one target only.", "Find out which is right and correct the other." },
  { "D-UNIT", LEVEL_ERROR, "agreement", "one indicator is measured in two units",
    "Its figures cannot be compared.", "Correct the unit, or give one of the two another code." },
  { "D-VALUE", LEVEL_ERROR, "agreement", "the same figure is quoted with two values",
    "One indicator, measure and period can have one value only. Estimated and provisional figures may change, and a figure marked "
    "revised may differ from what was said before; the figure of a last quarter is also the year's outturn.",
    "Find out which value is right, correct the other, or mark the newer one as revised." },
  { NULL },
};
/* clang-format on */

const Check check_agreement = { .run = run, .rules = rules };
