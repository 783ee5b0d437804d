/* Decimals that tell figures apart. */
#pragma once
#include "model/indicator.h"

/* Gives measures of a judged indicator more decimals where those of the plan would show a figure as zero that is none,
 * or a value as equal to what it was rated by, or compared with, that is not. At most three more. */
void decimals_settle(Indicator *indicator);
