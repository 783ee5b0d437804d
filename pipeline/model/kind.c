/* The table of kinds of values. */
#include "model/kind.h"
#include <glib.h>

/* clang-format off */
static const KindRow rows[] = {
  [KIND_NONE]            = { WHOLE_UNKNOWN,  MOVE_FIGURES,    GOAL_BY_UNIT,      PROJECT_NOTHING, RUNS_NOT,     true },
  [KIND_CUMULATIVE]      = { WHOLE_LAST,     MOVE_INCREMENTS, GOAL_PART_OR_SURE, PROJECT_TOTAL,   RUNS_IN_YEAR, true },
  [KIND_CUMULATIVE_PLAN] = { WHOLE_LAST,     MOVE_INCREMENTS, GOAL_PART_OR_SURE, PROJECT_NOTHING, RUNS_IN_PLAN, true },
  [KIND_FLOW]            = { WHOLE_SUM,      MOVE_FIGURES,    GOAL_PART,         PROJECT_SUM,     RUNS_NOT,     true },
  [KIND_SNAPSHOT]        = { WHOLE_LAST,     MOVE_FIGURES,    GOAL_PART_OR_YEAR, PROJECT_NOTHING, RUNS_NOT,     true },
  [KIND_ROLLING]         = { WHOLE_LAST,     MOVE_FIGURES,    GOAL_PART_OR_YEAR, PROJECT_NOTHING, RUNS_NOT,     true },
  [KIND_AVERAGE]         = { WHOLE_QUOTIENT, MOVE_FIGURES,    GOAL_PART_OR_YEAR, PROJECT_MEAN,    RUNS_NOT,     true },
  [KIND_ANNUAL]          = { WHOLE_ITSELF,   MOVE_FIGURES,    GOAL_YEAR,         PROJECT_NOTHING, RUNS_NOT,     true },
  [KIND_SURVEY]          = { WHOLE_ITSELF,   MOVE_FIGURES,    GOAL_YEAR,         PROJECT_NOTHING, RUNS_NOT,     true },
  [KIND_GRADE]           = { WHOLE_LAST,     MOVE_ORDER,      GOAL_PART_OR_YEAR, PROJECT_NOTHING, RUNS_NOT,     false },
  [KIND_RANK]            = { WHOLE_LAST,     MOVE_ORDER,      GOAL_PART_OR_YEAR, PROJECT_NOTHING, RUNS_NOT,     true },
};
/* clang-format on */

bool unit_adds_up(int unit)
{
  return unit == UNIT_COUNT || unit == UNIT_POUNDS || unit == UNIT_THOUSAND_POUNDS || unit == UNIT_KG ||
         unit == UNIT_TONNES || unit == UNIT_EUROS || unit == UNIT_DOLLARS || unit == UNIT_MILLION_POUNDS;
}

bool unit_is_money(int unit)
{
  return unit == UNIT_POUNDS || unit == UNIT_THOUSAND_POUNDS || unit == UNIT_MILLION_POUNDS || unit == UNIT_PENCE ||
         unit == UNIT_EUROS || unit == UNIT_DOLLARS;
}

bool kind_adds_up(int kind)
{
  return kind_row(kind)->whole == WHOLE_SUM || kind_row(kind)->runs_up != RUNS_NOT;
}

const KindRow *kind_row(int kind)
{
  return &rows[kind > 0 && kind < (int)G_N_ELEMENTS(rows) ? kind : KIND_NONE];
}

int kind_polarity(int kind, const char *order, int polarity)
{
  if (polarity != POLARITY_UNSTATED)
    return polarity;
  return kind == KIND_RANK ? POLARITY_LOWER : kind == KIND_GRADE && order ? POLARITY_HIGHER : polarity;
}
