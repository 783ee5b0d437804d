/* A later plan of a service may set other targets than the one before it had for the same years. Where it took over
 * most of them, and says nothing of the others, these are perhaps slips. */
#include "check/checks.h"
#include "facts/also.h"
#include "facts/mentions.h"
#include "model/goal.h"

typedef struct {
  const Indicator *indicator;
  const Reading *now, *before; /* of our plan, and of the other */
} Difference;

typedef struct {
  const Checks *checks;
  GArray *differences; /* of Difference */
  guint same;
} Comparison;

static void compare(Comparison *comparison, const Indicator *indicator, const Reading *now, const Reading *before)
{
  bool of_one = period_equal(now->period, before->period) && now->number.given && before->number.given &&
                g_strcmp0(now->measure, before->measure) == 0;
  if (!of_one || before->bound != now->bound || before->to.given != now->to.given)
    return;
  guint scale = MIN(now->number.amount.scale, before->number.amount.scale);
  bool same = amount_compare(amount_round(now->number.amount, scale), amount_round(before->number.amount, scale)) == 0;
  comparison->same += same;
  Difference difference = { indicator, now, before };
  if (!same)
    g_array_append_val(comparison->differences, difference);
}

static void compare_all(Comparison *comparison, const Indicator *planned, const Indicator *other)
{
  for (guint i = 0; i < planned->targets->len; i++)
    for (guint j = 0; j < other->targets->len; j++)
      compare(comparison, planned, g_ptr_array_index(planned->targets, i), g_ptr_array_index(other->targets, j));
}

/* A sentence that gives both figures, or the code and one of them. */
static bool tells(const Checks *c, GHashTable *mentions, const Prose *prose, const Difference *difference)
{
  const GPtrArray *sentences = sentences_of(c->inputs->arena, prose);
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    bool now = false, before = false, named = false;
    for (guint j = 0, last = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      const Indicator *indicator = mentions_at(mentions, sentence, j, &last);
      named |= indicator && g_strcmp0(indicator->ref, difference->indicator->ref) == 0;
      now |= token->kind == TOKEN_NUMBER && amount_compare(token->number, difference->now->number.amount) == 0;
      before |= token->kind == TOKEN_NUMBER && amount_compare(token->number, difference->before->number.amount) == 0;
    }
    if ((now && before) || (named && (now || before)))
      return true;
  }
  return false;
}

static bool sections_tell(const Checks *c, GHashTable *mentions, const GPtrArray *sections,
                          const Difference *difference)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    if (tells(c, mentions, section->text, difference) || sections_tell(c, mentions, section->sections, difference))
      return true;
  }
  return false;
}

/* The log of our plan, or its words, say that the target was changed. */
static bool is_told(const Checks *c, const Difference *difference)
{
  const Plan *plan = c->inputs->plan;
  g_autoptr(GHashTable) mentions = mentions_new(c->report);
  for (guint i = 0; i < plan->log->len; i++)
    if (tells(c, mentions, ((const LogEntry *)g_ptr_array_index(plan->log, i))->change, difference))
      return true;
  return sections_tell(c, mentions, plan->sections, difference);
}

static void report(const Checks *c, const Difference *difference)
{
  g_autofree char *now = goal_words(difference->now), *before = goal_words(difference->before);
  g_autofree char *period = period_to_string(difference->now->period);
  const char *file = difference->before->record.source ? difference->before->record.source->path : "another plan";
  Spot spot = { &difference->now->record, "number", &difference->before->record, "number" };
  findings_add(c->findings, "M-PLAN-TARGET", &spot, "indicator %s: target %s for %s here, but %s in %s",
               difference->indicator->ref, now, period, before, file);
}

static void run(const Checks *c)
{
  enum { FEW = 3, MOST = 12 }; /* one in so many, or fewer, are slips; more are a plan of its own */
  const Also *also = also_new(c->inputs);
  Comparison comparison = { c, g_array_new(FALSE, FALSE, sizeof(Difference)), 0 };
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(c->inputs->plan->indicators, i);
    const GPtrArray *others = also_find(also, planned);
    for (guint j = 0; others && j < others->len; j++)
      if (also_is_own(also, g_ptr_array_index(others, j)))
        compare_all(&comparison, planned, g_ptr_array_index(others, j));
  }
  bool few = comparison.differences->len <= MOST && comparison.differences->len * (FEW - 1) <= comparison.same;
  for (guint i = 0; few && i < comparison.differences->len; i++) {
    const Difference *difference = &g_array_index(comparison.differences, Difference, i);
    if (!is_told(c, difference))
      report(c, difference);
  }
  g_array_unref(comparison.differences);
}

/* clang-format off */
static const Rule rules[] = {
  { "M-PLAN-TARGET", LEVEL_NOTE, "movement", "a target differs from that of the service's other plan",
    "The later plan of a service counts. Where it keeps most targets of the earlier one and says nothing of the few that differ, "
    "these are often slips.",
    "Correct the target, or let the document log say that it was changed." },
  { NULL },
};
/* clang-format on */

const Check check_superseded = { .run = run, .rules = rules };
