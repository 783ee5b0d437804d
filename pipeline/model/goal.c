/* What a target asks for. */
#include "model/goal.h"
#include "model/figures.h"

static int side_of(int bound)
{
  return bound == BOUND_BELOW || bound == BOUND_AT_MOST ? POLARITY_LOWER : POLARITY_HIGHER;
}

int goal_polarity(const Reading *target, int polarity)
{
  if (!target || !reading_is_bound(target) || polarity == POLARITY_CONTEXT)
    return polarity;
  return target->to.given ? POLARITY_PLAN : side_of(target->bound);
}

bool goal_contradicts(const Reading *target, int polarity)
{
  bool sided = polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER;
  return sided && goal_polarity(target, polarity) != polarity;
}

static bool same_amount(OptAmount a, OptAmount b)
{
  return a.given == b.given && (!a.given || amount_compare(a.amount, b.amount) == 0);
}

bool goal_same(const Reading *a, const Reading *b)
{
  return same_amount(a->number, b->number) && same_amount(a->to, b->to) && a->bound == b->bound;
}

bool goal_names(const Reading *target, Amount number)
{
  return (target->number.given && figure_same(target->number.amount, number)) ||
         (target->to.given && figure_same(target->to.amount, number));
}

char *goal_words(const Reading *target)
{
  static const char *const words[] = { "", "less than ", "at most ", "more than ", "at least " };
  if (!target->number.given)
    return g_strdup(target->text ? target->text : terms_name(&terms_state, target->state));
  g_autofree char *number = figure_text(&target->number);
  g_autofree char *to = target->to.given ? figure_text(&target->to) : NULL;
  return g_strconcat(words[CLAMP(target->bound, 0, 4)], number, to ? " to " : "", to ? to : "", NULL);
}
