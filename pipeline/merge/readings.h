/* What is known of an indicator: all readings and quartiles that anybody gave, parted by its measures. */
#pragma once
#include "facts/history.h"

typedef struct {
  const GPtrArray *targets, *actuals, *quartiles; /* of the plan */
  const GPtrArray *ever;                          /* everything that was ever said, the least weighty first */
  const GPtrArray *said;                          /* by the return */
  struct {
    const GPtrArray *targets, *actuals, *ever, *said;
  } lost;         /* of a measure that cannot be read */
  bool ever_lost; /* an earlier document cannot be placed: it may have said something */
  bool unnamed;   /* which the measure is cannot be read: anything may be said of it */
  struct {
    bool targets, actuals, quartiles, said;
  } some_lost; /* something among them cannot be read, not even what it is */
} Readings;

/* Of the indicator as a whole; said is what the return says of it, or NULL. */
Readings readings_of(const Inputs *inputs, const History *history, const Indicator *planned,
                     const IndicatorProgress *said, bool again);

/* The same by measures. */
typedef struct ReadingsByMeasure ReadingsByMeasure;
ReadingsByMeasure *readings_part(Arena *arena, const Readings *all);
/* Of one of several measures. */
Readings readings_of_measure(const ReadingsByMeasure *parted, const Measure *measure);

/* A reading as the report shows it (spec), able to stand alone; without figures that its state says are not to be
 * seen. */
Reading *reading_in_report(Arena *arena, const Reading *reading, const Spec *spec, const Indicator *indicator,
                           Measure *measure);
/* Order of two readings by period, for g_ptr_array_sort. */
gint readings_compare(gconstpointer a, gconstpointer b);

/* Readings of the measure among list, as report rows in the order of their periods. */
void readings_take(Arena *arena, const GPtrArray *list, const Spec *spec, const Indicator *indicator, Measure *measure,
                   GPtrArray *into);
/* Whether its period is one of the council's own year. */
bool reading_is_own(const Inputs *inputs, const Reading *reading);
/* Of readings of other years and spans of years the last one that ends in the council's year, or NULL: a part is none.
 */
Reading *readings_other_in(const Inputs *inputs, const GPtrArray *readings, Period year);
