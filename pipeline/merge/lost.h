/* Readings of which nobody can read to what measure or period they belong: where one is missed, it may be theirs, and
 * is then not readable, not missing. Specs are those of the report's readings. */
#pragma once
#include "merge/readings.h"

/* One that cannot be read. */
Reading *unreadable_reading(Arena *arena, const Spec *spec, const Indicator *indicator, Measure *measure,
                            Period period);
/* Where nothing is said for the period, but something for one that cannot be read, among the measure's readings or
 * those of a measure that cannot be read (others): that, as not readable; or NULL. */
Reading *lost_reading(Arena *arena, const GPtrArray *own, const GPtrArray *others, const Spec *spec,
                      const Indicator *indicator, Measure *measure, Period period);
/* The same of an earlier period, of everything that was ever said, also where an earlier document cannot be placed. */
Reading *lost_point(Arena *arena, const Readings *readings, const Spec *spec, const Indicator *indicator,
                    Measure *measure, Period period);
/* Whether one of those that the return says may be of the period, or of a part of it; of all that was ever said. */
bool lost_is_said(const Readings *readings, const Indicator *indicator, const Measure *measure, Period period);
bool lost_within(const Readings *readings, const Indicator *indicator, const Measure *measure, Period period);
/* Adds to the report's list (into, the measure's field) what others may have said of this measure, unless it has its
 * own of the period; of a period that cannot be read, the list is marked: some of it cannot be read. */
void note_lost(Arena *arena, const GPtrArray *own, const GPtrArray *others, const Spec *spec,
               const Indicator *indicator, Measure *measure, const char *field, GPtrArray *into);
