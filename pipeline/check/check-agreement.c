/* Agreement: one indicator, measure and period can have one value, target, baseline, unit and name in all documents of
 * a run. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/goal.h"
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

static const char *document_of(const FactRow *fact)
{
  return fact->record->source ? fact->record->source->path : "another document";
}

static char *figure_words(const Reading *reading)
{
  return reading->number.given ? goal_words(reading) : g_strdup(reading->text);
}

/* Figures of one time: of two documents beside each other the later one must agree with the one before. */
static void compare_figures(const Checks *c, const char *rule, const char *word, const FactRow *before,
                            const FactRow *now)
{
  guint excused = 1u << FLAG_REVISED;
  if (is_early(before->figure) || is_early(now->figure) || ((before->flags | now->flags) & excused) ||
      same_figure(before->figure, now->figure))
    return;
  g_autofree char *when = period_to_string(now->period);
  g_autofree char *old = figure_words(before->figure);
  g_autofree char *new = figure_words(now->figure);
  Spot spot = { now->record, "number", before->record, "number" };
  findings_add(c->findings, rule, &spot, "indicator %s%s%s: %s%s for %s here, but %s in %s", now->ref,
               now->measure ? ", " : "", now->measure ? now->measure : "", word, new, when, old, document_of(before));
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

static int term(const Terms *terms, const FactRow *fact)
{
  return terms_find(terms, fact->words);
}

static bool is_symbol(const FactRow *fact)
{
  int rating = term(&terms_rating, fact);
  return rating >= RATING_GREEN && rating <= RATING_RED;
}

/* What is said once, ours and that of others. */
static void compare_words(const Checks *c, const FactRow *ours, const FactRow *theirs)
{
  bool differ = strcmp(ours->words, theirs->words) != 0;
  Spot spot = { ours->record, ours->attribute, theirs->record, theirs->attribute };
  const char *file = document_of(theirs);
  if (ours->property == PROPERTY_UNIT && differ)
    findings_add(c->findings, "D-UNIT", &spot, "indicator %s is measured in '%s' here, but in '%s' in %s", ours->ref,
                 ours->words, theirs->words, file);
  else if (ours->property == PROPERTY_POLARITY && differ)
    findings_add(c->findings, "D-POLARITY", &spot, "for indicator %s '%s' is better here, but '%s' in %s", ours->ref,
                 ours->words, theirs->words, file);
  else if (ours->property == PROPERTY_NAME && !same_name(ours->words, theirs->words))
    findings_add(c->findings, "D-NAME", &spot, "indicator %s is '%s' here, but '%s' in %s", ours->ref, ours->words,
                 theirs->words, file);
  else if (ours->property == PROPERTY_RATING && differ && is_symbol(ours) && is_symbol(theirs))
    findings_add(c->findings, "D-RATING", &spot, "indicator %s is %s here, but %s in %s", ours->ref, ours->words,
                 theirs->words, file);
}

static const struct {
  int property;
  const char *rule, *word;
} figures[] = { { PROPERTY_VALUE, "D-VALUE", "" },
                { PROPERTY_TARGET, "D-TARGET", "target " },
                { PROPERTY_BASELINE, "D-BASELINE", "baseline " } };

/* Whether a figure before it in its group is the same, in as many decimals: it has been told, or agrees. */
static bool is_again(const Checks *c, guint from, guint at)
{
  const Reading *now = fact_at(c->facts, at)->figure;
  for (guint i = from; i < at; i++) {
    const Reading *before = fact_at(c->facts, i)->figure;
    if (before && same_figure(before, now) && before->number.given == now->number.given &&
        before->number.amount.scale == now->number.amount.scale)
      return true;
  }
  return false;
}

/* Rows of one thing, property and time. */
static void check_group(const Checks *c, guint from, guint end)
{
  const FactRow *ours = NULL, *before = NULL;
  for (guint i = from; i < end; i++) {
    const FactRow *fact = fact_at(c->facts, i);
    bool again = !fact->figure || is_again(c, from, i);
    for (guint k = 0; k < G_N_ELEMENTS(figures); k++)
      if (fact->property == figures[k].property && !again && before && before->record->source != fact->record->source)
        compare_figures(c, figures[k].rule, figures[k].word, before, fact);
    before = again ? before : fact;
    if (fact->sure == SURE_RECORD && (fact->says == SAYS_PLAN || fact->says == SAYS_RETURN))
      ours = fact;
    else if (fact->says == SAYS_OTHER && ours && fact->words && ours->words)
      compare_words(c, ours, fact);
  }
}

static void check_facts(const Checks *c)
{
  for (guint from = 0, end; fact_at(c->facts, from); from = end) {
    end = fact_group_end(c->facts, from);
    const FactRow *first = fact_at(c->facts, from);
    if (first->about == ABOUT_INDICATOR && first->thing && end - from > 1)
      check_group(c, from, end);
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
  check_facts(c);
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
