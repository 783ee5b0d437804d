/* The table of kinds of values. */
#include "model/kind.h"
#include <glib.h>

static const KindRow rows[] = {
  [KIND_NONE] = { YEAR_LAST, PROJECT_NOTHING, false },     [KIND_CUMULATIVE] = { YEAR_LAST, PROJECT_TOTAL, true },
  [KIND_SNAPSHOT] = { YEAR_LAST, PROJECT_NOTHING, false }, [KIND_ROLLING] = { YEAR_LAST, PROJECT_NOTHING, false },
  [KIND_AVERAGE] = { YEAR_QUOTIENT, PROJECT_MEAN, false }, [KIND_ANNUAL] = { YEAR_ITSELF, PROJECT_NOTHING, false },
  [KIND_SURVEY] = { YEAR_ITSELF, PROJECT_NOTHING, false },
};

const KindRow *kind_row(int kind)
{
  return &rows[kind > 0 && kind < (int)G_N_ELEMENTS(rows) ? kind : KIND_NONE];
}
