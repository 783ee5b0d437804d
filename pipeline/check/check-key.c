/* The key to symbols and the rating rules: bands that overlap or leave gaps, words that say another tolerance than the
 * rule. */
#include "check/checks.h"
#include "facts/sentence.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/rate.h"
#include <string.h>

/* What the words of a symbol say of the percentage by which a target is missed. */
typedef struct {
  bool from_given, to_given;
  Amount from, to;
} Band;

static bool before_is(const Sentence *sentence, guint at, const char *const *words)
{
  for (guint back = 1; back <= 3 && back <= at; back++) {
    const char *word = sentence_token(sentence, at - back)->word;
    for (guint i = 0; word && words[i]; i++)
      if (strcmp(word, words[i]) == 0)
        return true;
  }
  return false;
}

/* "within 5%", "more than 10%", "between 5% and 10%" */
static void read_sentence(const Sentence *sentence, Band *band)
{
  static const char *const up_to[] = { "within", "under", "to", "and", "less", "below", "most", NULL };
  static const char *const beyond[] = { "more", "over", "between", "beyond", "above", "exceeding", "least", NULL };
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    if (token->kind != TOKEN_NUMBER || !token->percent)
      continue;
    const Token *next = sentence_token(sentence, i + 1);
    bool opens = before_is(sentence, i, beyond) && !band->from_given;
    opens |= next && next->word && !band->from_given && (strcmp(next->word, "to") == 0 || strcmp(next->word, "-") == 0);
    if (opens) {
      band->from = token->number;
      band->from_given = true;
    } else if (before_is(sentence, i, up_to) || band->from_given) {
      band->to = token->number;
      band->to_given = true;
    }
  }
}

static Band band_of(const Checks *c, const KeyEntry *entry)
{
  Band band = { .from_given = false };
  const GPtrArray *sentences = sentences_of_field(c->inputs->arena, &entry->record, "text");
  for (guint i = 0; i < sentences->len; i++)
    read_sentence(g_ptr_array_index(sentences, i), &band);
  return band;
}

/* The entry in the language of the council's documents, else the first. */
static const KeyEntry *entry_of(const Framework *framework, int scale, const char *name)
{
  const KeyEntry *found = NULL;
  for (guint i = 0; i < framework->key->len; i++) {
    const KeyEntry *entry = g_ptr_array_index(framework->key, i);
    bool of_name = entry->scale == scale && g_strcmp0(entry->name, name) == 0;
    if (of_name && (!found || (found->lang && !entry->lang)))
      found = entry;
  }
  return found;
}

/* Where amber ends red must begin. */
static void check_bands(const Checks *c, const KeyEntry *better, const KeyEntry *worse)
{
  if (!better || !worse)
    return;
  Band near = band_of(c, better), far = band_of(c, worse);
  if (!near.to_given || !far.from_given)
    return;
  int order = amount_compare(near.to, far.from);
  if (order == 0)
    return;
  g_autofree char *end = amount_format(near.to, -1);
  g_autofree char *begin = amount_format(far.from, -1);
  Spot spot = { &worse->record, NULL, &better->record, NULL };
  findings_add(c->findings, "G-BANDS", &spot, "the key's %s ends at %s%%, but %s begins at %s%%: the bands %s",
               better->name, end, worse->name, begin, order < 0 ? "leave a gap" : "overlap");
}

/* A tolerance that the words of amber give must be the rule's. */
static void check_tolerance(const Checks *c, const KeyEntry *amber)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, NULL);
  if (!amber || !rule || rule->method != METHOD_TOLERANCE || rule->tolerance_of == OF_POINTS || !rule->tolerance.given)
    return;
  Band band = band_of(c, amber);
  if (!band.to_given || amount_compare(band.to, rule->tolerance.amount) == 0)
    return;
  g_autofree char *words = amount_format(band.to, -1);
  g_autofree char *tolerance = amount_format(rule->tolerance.amount, -1);
  Spot spot = { &amber->record, NULL, &rule->record, "tolerance" };
  findings_add(c->findings, "G-KEY", &spot, "the key says %s%% for amber, but the rating rule's tolerance is %s%%",
               words, tolerance);
}

/* A body without amber: no key explains it, and no rule gives it. */
static bool is_without_amber(const Checks *c)
{
  const Framework *framework = c->inputs->framework;
  for (guint i = 0; i < framework->rating_rules->len; i++) {
    const RatingRule *rule = g_ptr_array_index(framework->rating_rules, i);
    if (rule->method != METHOD_MANUAL && rating_rule_gives_amber(rule))
      return false;
  }
  return !entry_of(framework, SCALE_INDICATOR, "amber") && !entry_of(framework, SCALE_MILESTONE, "amber");
}

/* Each scale that has any symbol explained must have all that rows can show. */
static void check_complete(const Checks *c, int scale, const char *const *names)
{
  guint found = 0;
  for (guint i = 0; names[i]; i++)
    found += entry_of(c->inputs->framework, scale, names[i]) != NULL;
  if (found == 0)
    return;
  for (guint i = 0; names[i]; i++)
    if (!entry_of(c->inputs->framework, scale, names[i]))
      findings_at(c->findings, "G-SYMBOL", &c->inputs->framework->record, NULL,
                  "the key of the %s scale does not explain '%s'", terms_name(&terms_scale, scale), names[i]);
}

/* ---- amber where there is none ---------------------------------------------------------------------------------- */
/* "green and red": the symbols of progress that the key explains on the scale, or NULL. Caller frees. */
static char *symbols_of(const Framework *framework, int scale)
{
  static const char *const all[] = { "complete", "green", "amber", "red" };
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    if (entry_of(framework, scale, all[i]))
      g_ptr_array_add(names, (gpointer)all[i]);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf(out, "%s%s",
                           i == 0               ? ""
                           : i + 1 < names->len ? ", "
                                                : " and ",
                           (const char *)g_ptr_array_index(names, i));
  return out->len > 0 ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

/* An entry of the return that states amber, as a body that has none. */
static void check_amber(const Checks *c, const Record *entry, int scale)
{
  const Field *field = spec_field(entry->spec, "rating");
  if (!field || *(const int *)record_at(entry, field) != RATING_AMBER)
    return;
  g_autofree char *name = record_name_within(entry);
  g_autofree char *symbols = symbols_of(c->inputs->framework, scale);
  if (symbols)
    findings_at(c->findings, "G-SYMBOL", entry, "rating", "%s is stated amber, but the framework has %s for %s", name,
                symbols, scale == SCALE_INDICATOR ? "indicators" : "milestones and other actions");
}

static bool states(const GPtrArray *entries, int rating)
{
  for (guint i = 0; i < entries->len; i++) {
    const Record *entry = g_ptr_array_index(entries, i);
    const Field *field = spec_field(entry->spec, "rating");
    if (field && *(const int *)record_at(entry, field) == rating)
      return true;
  }
  return false;
}

/* Whether rows of the scale show the symbol, or a rule may give it: what a council never uses no key need explain. */
static bool is_used(const Checks *c, int scale, int rating)
{
  const Return *current = c->inputs->current;
  const GPtrArray *rules = c->inputs->framework->rating_rules;
  for (guint i = 0; scale == SCALE_INDICATOR && rating == RATING_AMBER && i < rules->len; i++)
    if (rating_rule_gives_amber(g_ptr_array_index(rules, i)))
      return true;
  if (!current)
    return false;
  if (scale == SCALE_INDICATOR)
    return states(current->indicators, rating);
  return states(current->milestones, rating) || states(current->treatments, rating) ||
         states(current->equality_actions, rating);
}

static void check_ambers(const Checks *c, const GPtrArray *entries, int scale)
{
  for (guint i = 0; i < entries->len; i++)
    check_amber(c, g_ptr_array_index(entries, i), scale);
}

static void check_stated(const Checks *c)
{
  const Return *current = c->inputs->current;
  if (!current)
    return;
  check_ambers(c, current->milestones, SCALE_MILESTONE);
  check_ambers(c, current->treatments, SCALE_MILESTONE);
  check_ambers(c, current->equality_actions, SCALE_MILESTONE);
  check_ambers(c, current->indicators, SCALE_INDICATOR);
  for (guint i = 0; i < current->indicators->len; i++)
    check_ambers(c, ((const IndicatorProgress *)g_ptr_array_index(current->indicators, i))->values, SCALE_INDICATOR);
}

static void check_rule(const Checks *c, const RatingRule *rule)
{
  g_autofree char *name = record_name(&rule->record);
  if (rule->method == METHOD_TOLERANCE && !rule->tolerance.given && !record_is_unread(&rule->record, "tolerance"))
    findings_at(c->findings, "G-BANDS", &rule->record, NULL, "%s is by tolerance and gives none", name);
  if (rule->method == METHOD_FLOOR && !rule->floor.given && !record_is_unread(&rule->record, "floor"))
    findings_at(c->findings, "G-BANDS", &rule->record, NULL, "%s is by floor and gives none", name);
}

/* A floor on the good side of the target leaves no room for amber. */
static void check_floor(const Checks *c, const Indicator *indicator)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  const Reading *target = measure->target;
  if (!rule || rule->method != METHOD_FLOOR || !rule->floor.given || !target || !target->number.given)
    return;
  int order = amount_compare(rule->floor.amount, target->number.amount);
  bool inside = goal_polarity(target, indicator->polarity) == POLARITY_LOWER ? order < 0 : order > 0;
  if (!inside)
    return;
  g_autofree char *floor = amount_format(rule->floor.amount, -1);
  g_autofree char *goal = amount_format(target->number.amount, -1);
  Spot spot = { &target->record, "number", &rule->record, "floor" };
  findings_add(c->findings, "G-BANDS", &spot,
               "indicator %s: the least standard %s is stricter than the target %s, so nothing can be amber",
               indicator->ref, floor, goal);
}

/* The key of a scale of progress: green and red, and what else is used. Of a body without amber its entries are told.
 */
static void check_progress_scale(const Checks *c, int scale, bool without)
{
  const char *names[] = { "green", "red", !without && is_used(c, scale, RATING_AMBER) ? "amber" : NULL, NULL };
  check_complete(c, scale, names);
}

static void run(const Checks *c)
{
  static const char *const travels[] = { "better", "same", "worse", NULL };
  const Framework *framework = c->inputs->framework;
  bool without = is_without_amber(c);
  check_bands(c, entry_of(framework, SCALE_INDICATOR, "green"), entry_of(framework, SCALE_INDICATOR, "amber"));
  check_bands(c, entry_of(framework, SCALE_INDICATOR, "amber"), entry_of(framework, SCALE_INDICATOR, "red"));
  check_tolerance(c, entry_of(framework, SCALE_INDICATOR, "amber"));
  check_progress_scale(c, SCALE_INDICATOR, without);
  check_progress_scale(c, SCALE_MILESTONE, without);
  check_complete(c, SCALE_TRAVEL, travels);
  if (without)
    check_stated(c);
  for (guint i = 0; i < framework->rating_rules->len; i++)
    check_rule(c, g_ptr_array_index(framework->rating_rules, i));
  for (guint i = 0; i < c->report->indicators->len; i++)
    check_floor(c, g_ptr_array_index(c->report->indicators, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "G-BANDS", LEVEL_WARNING, "rating", "bands of the key, of a rule or of an indicator overlap, leave a gap or say two things",
    "A value in the gap has no symbol, one in the overlap has two; a band beside a target that lies outside it says two things.",
    "Let each band begin where the one before it ends, put a target inside the band of its indicator, and give a band only with polarity=\"plan\"." },
  { "G-KEY", LEVEL_WARNING, "rating", "the key says another tolerance than the rule",
    "The key must say by which rule the rows were rated.", "Write {rule} in the key: it is replaced by the rule in words." },
  { "G-SYMBOL", LEVEL_WARNING, "rating", "the key does not explain a symbol",
    "Rows may show the symbol, and readers could not look it up.", "Add the symbol to the key in the framework, or state one that the key has." },
  { NULL },
};
/* clang-format on */

const Check check_key = { .run = run, .rules = rules };
