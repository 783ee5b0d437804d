/* Rating: how a value becomes green, amber or red by the rules of the framework. Pure: no documents, no findings. */
#pragma once
#include "model/framework.h"
#include "model/reading.h"

/* All that decides one rating. */
typedef struct {
  const RatingRule *rule;               /* NULL: nothing can be said */
  int polarity;                         /* Polarity */
  OptAmount value, target;              /* unrounded */
  const char *value_text, *target_text; /* "Yes", where there is no number; or NULL */
  OptAmount band_low, band_high;        /* polarity plan: the best band; without it the target alone is best */
  const char *order;                    /* of grades, the best first; NULL: words are right or wrong */
  OptAmount moved;                      /* what improving_amber compares; not given: the value */
  OptAmount comparator;                 /* with that */
  OptAmount comparator_said;            /* how words name it; not given: as it is */
  bool strict;                          /* the target itself misses: "less than 5" */
  int aside;             /* Polarity that the plan gives beside a target that asks for another side; 0: none */
  const Reading *limits; /* the value with its confidence limits; NULL: it has none */
  bool plan_in_hand;     /* corrective action is given */
  bool sure_only;        /* the goal is that of the year, which goes on: only what is certain counts */
} RatingCase;

/* Sets the target's number, or its ends, and what they ask for; goal may be NULL. Comes after the polarity and the
 * band. */
void rating_aim(RatingCase *rating_case, const Reading *goal);
/* The Rating, or RATING_NONE when the rule cannot tell. Appends to words the rule in words with the figures it used, or
 * why it cannot tell: "target 81 or more, amber from 76.95 (5 % of target)". */
int rating_compute(const RatingCase *rating_case, GString *words);
/* Whether the limits of the value hold the target, or one end of what is planned: nobody can tell whether it is met. */
bool rating_is_open(const RatingCase *rating_case);
/* Whether the goal is missed for certain, by whatever the rule cannot tell: it cannot be green then. */
bool rating_misses(const RatingCase *rating_case);

/* Whether within its tolerance a value is green, and whether the rule ever gives amber, of a rule that computes. */
bool rating_rule_is_green_within(const RatingRule *rule);
bool rating_rule_gives_amber(const RatingRule *rule);
