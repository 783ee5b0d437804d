/* Sums as they are checked: terms with their words, and which printed figures are already known to be wrong, so that
 * one fault gives one finding and not one in every total above it. */
#pragma once
#include "check/findings.h"

extern const Rule rules_sums[];

/* What is known of the figures of one statement. */
typedef struct {
  GHashTable *suspects; /* OptAmount to Amount: a printed figure and what it would be if it were the wrong one */
  GHashTable *flagged;  /* OptAmount: figures that a finding names */
} Suspicions;

void suspicions_init(Suspicions *suspicions);
void suspicions_clear(Suspicions *suspicions);

typedef struct Sum Sum;

Sum *sum_new(void);
void sum_free(Sum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sum, sum_free)

/* Adds a printed term, or takes it away; a term that is not given makes the sum say nothing. */
void sum_add(Sum *sum, const OptAmount *term, bool minus);

/* A printed figure that a sum should give. */
typedef struct {
  const OptAmount *printed;
  const Record *record;  /* that holds it */
  const char *attribute; /* its name there */
  const char *what;      /* in words: "annual budget" */
  bool exact;            /* nothing was rounded: things that are counted */
} Printed;

/* Compares, and adds the finding id ("9 + 7 − 3 = 13, printed 12") unless a suspect among the terms explains the
 * difference or the figure is flagged already. Figures are rounded to their last digit: a difference of a few such
 * units (the limit of A-ROUNDING) is a note. True when the figure is right or excused. */
bool sum_check(const Sum *sum, const Printed *printed, const char *id, Findings *findings, Suspicions *suspicions);
