/* The figure of a year or quarter from those of its quarters or months, as the kind of value says. */
#pragma once
#include "model/kind.h"
#include "model/reading.h"

/* The reading of the period among readings of one measure: its own, else what follows from its parts - the last part's
 * own, or a new one in the arena, marked as calculated. NULL: nobody can tell. What follows from a withheld part is
 * withheld, too, as the part follows from it. unit: Unit, by which numerators are divided. */
const Reading *whole_reading(Arena *arena, const GPtrArray *readings, const KindRow *kind, int unit, Period period);
