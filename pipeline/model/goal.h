/* Goals: what a target asks for, by its own words ("at most 5", "5 to 7") or by the polarity. Pure. */
#pragma once
#include "model/reading.h"

/* Which values are better beside the target, or NULL: of a bound its own side, of a range those within it, else as the
 * polarity says. */
int goal_polarity(const Reading *target, int polarity);
/* Whether the target asks for another side than the one that the polarity calls better. */
bool goal_contradicts(const Reading *target, int polarity);
/* Whether two targets are the same figures, and the same bound. */
bool goal_same(const Reading *a, const Reading *b);
/* Whether the number is the target's, or one end of its range; rounded it may be. */
bool goal_names(const Reading *target, Amount number);
/* "less than 5", "5 to 7", "5"; caller frees. */
char *goal_words(const Reading *target);
