/* Numbers of symbols that the words give, against the rows: "of the 27 milestones 22 are green". */
#include "check/checks.h"
#include "facts/phrases.h"
#include <string.h>

/* Rows by rating: all, key ones, others. */
typedef struct {
  guint all[RATING_NOT_RATED + 1], key[RATING_NOT_RATED + 1];
} Counts;

static void count(Counts *counts, int rating, bool key)
{
  if (rating < 0 || rating > RATING_NOT_RATED)
    return;
  counts->all[rating]++;
  counts->key[rating] += key;
}

static Counts count_milestones(const Report *report)
{
  Counts counts = { .all = { 0 } };
  for (guint i = 0; i < report->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(report->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      count(&counts, milestone->rating, milestone->key);
    }
  }
  return counts;
}

static Counts count_indicators(const Report *report)
{
  Counts counts = { .all = { 0 } };
  for (guint i = 0; i < report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(report->indicators, i);
    count(&counts, indicator->rating, indicator->key);
  }
  return counts;
}

/* A number in figures or, up to twelve, in words; -1 if it is none. */
static int number_of(const Sentence *sentence, guint at)
{
  const Token *token = sentence_token(sentence, at);
  bool figure = sentence_is_figure(sentence, at) && token->number.scale == 0 && !token->percent && !token->pounds &&
                token->number.units < 1000;
  return figure ? (int)token->number.units : phrase_number(token);
}

/* The rating that the tokens right after a number name, or 0: "22 green", "22 are green". */
static int rating_after(const Sentence *sentence, guint at)
{
  static const char *const links[] = { "are", "were", "is", "was", "as", "at", "have", "of", "them", NULL };
  for (guint i = at + 1; i <= at + 3; i++) {
    const Token *token = sentence_token(sentence, i);
    if (!token || !token->word)
      return 0;
    int rating = terms_find(&terms_rating, token->word);
    if (rating >= RATING_GREEN && rating <= RATING_RED)
      return rating;
    bool link = false;
    for (guint j = 0; links[j]; j++)
      link |= strcmp(token->word, links[j]) == 0;
    if (!link)
      return 0;
  }
  return 0;
}

/* What is counted is not always clear: the number is right if it fits all rows, the key ones or the others. */
static void check_number(const Checks *c, const Speech *speech, const Sentence *sentence, guint at,
                         const Counts *counts, const char *what)
{
  int number = number_of(sentence, at), rating = number >= 0 ? rating_after(sentence, at) : 0;
  if (!rating)
    return;
  guint all = counts->all[rating], key = counts->key[rating], others = all - key, said = (guint)number;
  if (said == all || said == key || said == others)
    return;
  g_autofree char *quote = sentence_quote(sentence, at, MIN(at + 2, sentence->tokens->len - 1));
  g_autofree char *name = record_name(speech->record);
  const char *word = terms_name(&terms_rating, rating);
  Spot spot = { .record = speech->record, .sentence = sentence, .token = at };
  findings_add(c->findings, "W-COUNT", &spot, "%s, %s: '%s', but %u %s are %s (%u key, %u others)", name, speech->part,
               quote, all, what, word, key, others);
}

/* How many items a plan has. */
typedef struct {
  guint milestones, indicators, objectives;
} Totals;

static Totals totals_of(const Plan *plan)
{
  Totals totals = { 0, plan->indicators->len, plan->objectives->len };
  for (guint i = 0; i < plan->objectives->len; i++)
    totals.milestones += ((const Objective *)g_ptr_array_index(plan->objectives, i))->milestones->len;
  return totals;
}

/* Of the plan first, then of others' plans: of Totals. */
static GArray *all_totals(const Checks *c)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Totals));
  Totals totals = totals_of(c->inputs->plan);
  g_array_append_val(all, totals);
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(c->inputs->also, i);
    if (document->spec != &plan_spec)
      continue;
    totals = totals_of((const Plan *)document);
    g_array_append_val(all, totals);
  }
  return all;
}

static guint total_at(const GArray *all, guint index, guint offset)
{
  return *(const guint *)((const char *)&g_array_index(all, Totals, index) + offset);
}

/* The number of such items is right if any plan of the run has it. */
static bool has_total(const GArray *all, guint offset, guint said)
{
  for (guint i = 0; i < all->len; i++)
    if (total_at(all, i, offset) == said)
      return true;
  return false;
}

/* "of the plan", "in this plan" right behind what is counted. */
static bool is_of_plan(const Sentence *sentence, guint at)
{
  static const char *const in[] = { "of", "in", NULL }, *const the[] = { "the", "this", "our", NULL };
  static const char *const plan[] = { "plan", NULL };
  return token_is(sentence_token(sentence, at), in) && token_is(sentence_token(sentence, at + 1), the) &&
         token_is(sentence_token(sentence, at + 2), plan);
}

/* "The plan has three objectives, eleven milestones and twelve measures" */
static void check_plan_totals(const Checks *c, const Speech *speech, const Sentence *sentence, const GArray *all)
{
  static const struct {
    const char *word;
    guint offset;
  } kinds[] = { { "milestones", G_STRUCT_OFFSET(Totals, milestones) },
                { "objectives", G_STRUCT_OFFSET(Totals, objectives) },
                { "measures", G_STRUCT_OFFSET(Totals, indicators) },
                { "indicators", G_STRUCT_OFFSET(Totals, indicators) } };
  static const char *const has[] = { "has", "contains", "holds", "sets", NULL }, *const plan[] = { "plan", NULL };
  bool holds = sentence_has(sentence, has);
  if (!sentence_has(sentence, plan))
    return;
  for (guint i = 0; sentence_token(sentence, i + 1); i++)
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
      int number = number_of(sentence, i);
      if (number < 0 || g_strcmp0(sentence_token(sentence, i + 1)->word, kinds[k].word) != 0 ||
          !(holds || is_of_plan(sentence, i + 2)) || has_total(all, kinds[k].offset, (guint)number))
        continue;
      g_autofree char *what = g_strdup_printf("but the plan has %u", total_at(all, 0, kinds[k].offset));
      findings_remark(c->findings, speech, "W-COUNT", sentence, i, i + 1, what);
    }
}

/* "eleven measures that are on target": as the key calls green, of all, the key ones or the others. */
static void check_on_target(const Checks *c, const Speech *speech, const Sentence *sentence, const Counts *counts)
{
  static const char *const measures[] = { "measures", "indicators", NULL };
  static const char *const on[] = { "on", NULL }, *const target[] = { "target", NULL };
  for (guint i = 0; sentence_token(sentence, i); i++) {
    int number = number_of(sentence, i);
    if (number < 0 || !token_is(sentence_token(sentence, i + 1), measures))
      continue;
    guint at = i + 2;
    while (at < i + 5 && !token_is(sentence_token(sentence, at), on))
      at++;
    guint all = counts->all[RATING_GREEN], key = counts->key[RATING_GREEN], said = (guint)number;
    if (!token_is(sentence_token(sentence, at), on) || !token_is(sentence_token(sentence, at + 1), target) ||
        said == all || said == key || said == all - key)
      continue;
    g_autofree char *what = g_strdup_printf("but %u are", all);
    findings_remark(c->findings, speech, "W-COUNT", sentence, i, at + 1, what);
  }
}

static void check_paper_words(const Checks *c, const Counts *counts)
{
  g_autoptr(GArray) all = all_totals(c);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; speech->document->spec == &paper_spec && j < speech->sentences->len; j++) {
      check_plan_totals(c, speech, g_ptr_array_index(speech->sentences, j), all);
      check_on_target(c, speech, g_ptr_array_index(speech->sentences, j), counts);
    }
  }
}

static void run(const Checks *c)
{
  static const char *const milestones[] = { "milestone", "milestones", "objectives", NULL };
  static const char *const indicators[] = { "indicator", "indicators", "measures", "pis", NULL };
  Counts milestone_counts = count_milestones(c->report), indicator_counts = count_indicators(c->report);
  check_paper_words(c, &indicator_counts);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; speech->record->spec == &section_spec && j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      bool of_milestones = sentence_has(sentence, milestones), of_indicators = sentence_has(sentence, indicators);
      if (of_milestones == of_indicators)
        continue;
      for (guint k = 0; sentence_token(sentence, k); k++)
        check_number(c, speech, sentence, k, of_milestones ? &milestone_counts : &indicator_counts,
                     of_milestones ? "milestones" : "indicators");
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-COUNT", LEVEL_WARNING, "wording", "a number of symbols that the rows do not have",
    "The summary stands before the tables; anyone can count.", "Correct the number in the text." },
  { NULL },
};
/* clang-format on */

const Check check_counts = { .run = run, .rules = rules };
