/* Areas of focus and boards that do not belong to an item's priorities. */
#include "links.h"
#include "codes.h"

/* The priority that holds an area, or NULL. */
static const char *priority_of(const Maker *maker, const char *area)
{
  const GPtrArray *priorities = maker->sample->inputs.framework->priorities;
  for (guint i = 0; i < priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(priorities, i);
    for (guint j = 0; j < priority->areas->len; j++)
      if (g_strcmp0(mutant_code(g_ptr_array_index(priority->areas, j)), area) == 0)
        return priority->ref;
  }
  return NULL;
}

typedef bool (*Fits)(const Maker *maker, const char *code, const GPtrArray *priorities);

static bool area_fits(const Maker *maker, const char *area, const GPtrArray *priorities)
{
  const char *priority = priority_of(maker, area);
  return !priority || priorities->len == 0 || codes_contain(priorities, priority);
}

static bool board_fits(const Maker *maker, const char *code, const GPtrArray *priorities)
{
  const GPtrArray *boards = maker->sample->inputs.framework->boards;
  for (guint i = 0; i < boards->len; i++) {
    const Board *board = g_ptr_array_index(boards, i);
    bool watches = board->priorities->len == 0 || priorities->len == 0;
    for (guint j = 0; j < priorities->len; j++)
      watches |= codes_contain(board->priorities, g_ptr_array_index(priorities, j));
    if (g_strcmp0(board->ref, code) == 0)
      return watches;
  }
  return true;
}

/* How many items of the plan use the code outside their priorities: where it is the custom, one more says nothing. */
static guint strange_uses(const Maker *maker, const char *code, Fits fits)
{
  const Plan *plan = maker->sample->inputs.plan;
  bool area = fits == area_fits;
  guint n = 0;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    n += area && codes_contain(objective->areas, code) && !fits(maker, code, objective->priorities);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      bool uses_it = area ? codes_contain(milestone->areas, code) : g_strcmp0(milestone->board, code) == 0;
      n += uses_it && !fits(maker, code, milestone->priorities->len ? milestone->priorities : objective->priorities);
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    bool uses_it = area ? codes_contain(indicator->areas, code) : g_strcmp0(indicator->board, code) == 0;
    n += uses_it && !fits(maker, code, indicator->priorities);
  }
  return n;
}

static const char *sight_of_link(const Maker *maker, const char *code, const GPtrArray *priorities, Fits fits)
{
  return !fits(maker, code, priorities) && strange_uses(maker, code, fits) == 0 ? "the only use outside its priority"
                                                                                : NULL;
}

static const char *const meant = "within its priorities, or others do so too";
void links_make_areas(const Maker *maker, const Record *record, const GPtrArray *areas, const GPtrArray *own)
{
  const GPtrArray *priorities = maker->sample->inputs.framework->priorities;
  codes_make_list(maker, record, "areas", areas);
  for (guint i = 0; areas && i < areas->len && i < priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(priorities, i);
    const Area *area = priority->areas->len ? g_ptr_array_index(priority->areas, 0) : NULL;
    if (!area || codes_contain(areas, area->ref))
      continue;
    g_autofree char *value = codes_with(areas, i, area->ref);
    mutant_offer(maker, MUTANT_ELSEWHERE, record, "areas", value, sight_of_link(maker, area->ref, own, area_fits),
                 meant);
  }
}

void links_make_board(const Maker *maker, const Record *record, const char *board, const GPtrArray *own)
{
  const GPtrArray *boards = maker->sample->inputs.framework->boards;
  codes_make_one(maker, record, "board");
  for (guint i = 0; board && i < boards->len; i++) {
    const char *code = mutant_code(g_ptr_array_index(boards, i));
    mutant_offer(maker, MUTANT_ELSEWHERE, record, "board", code, sight_of_link(maker, code, own, board_fits), meant);
  }
}
