/* What a figure is compared with, and which way it went. */
#pragma once
#include "facts/inputs.h"

/* The value that is judged: numerator / denominator unrounded where they give the printed number, else the number. */
OptAmount judged_value(const Reading *reading, int unit);
/* The number; not given for NULL. */
OptAmount judged_number(const Reading *reading);
/* The words of a reading that has no number, if they can be judged: of yes and no only these, of numbers none. */
const char *judged_words(const Reading *reading);
/* Words of which nobody knows which is better. */
bool judged_grade_without_order(const Indicator *indicator, const Measure *measure);

/* What is compared: the figures; of running totals, from one period to the next, what each period added. */
void compare_movement(const Inputs *inputs, const Indicator *indicator, const Measure *measure, OptAmount *ret_now,
                      OptAmount *ret_before);
/* Travel of a measure. Where there is no figure nobody compares; a framework without any rule, of rating or of travel,
 * leaves all symbols to the officers. */
int compare_travel(const Inputs *inputs, const Indicator *indicator, const Measure *measure);
/* Travel of all its measures together. Conflict once found stays: better, worse and better again is no trend. */
int compare_travel_all(const Indicator *report);
/* Whether the value is a part of what adds up to a year, for which band and range are planned. */
bool band_is_of_year(const Indicator *indicator, const Measure *measure);
