/* Codes that the framework does not have: they were given, and are shown as they stand. */
#pragma once
#include "facts/inputs.h"

/* Marks the lists of priorities and areas of focus that hold such codes: what is listed by them may lack what was
 * meant. Roles that are not known are called by their codes. Where the framework has none of a kind, it is not asked.
 */
void unknown_fill(const Inputs *inputs, Report *report);
