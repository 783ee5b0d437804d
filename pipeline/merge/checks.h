/* The checks: what each family may look at, and the table of families. */
#pragma once
#include "merge/findings.h"
#include "merge/history.h"
#include "merge/plan-index.h"
#include "merge/returned.h"

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned; /* the return, by ref */
  const PlanIndex *index;   /* the plan, by ref */
  const Report *report;     /* joined and judged */
  Findings *findings;
} Checks;

/* A family of checks. To add one: a file check-NAME.c with its Check, a row in checks.c, rows in base/rules-checks.c.
 */
typedef struct {
  const char *name;
  void (*run)(const Checks *checks);
} Check;

extern const Check check_agreement, check_arithmetic, check_coverage, check_rating, check_references, check_statements;

/* Runs all families. */
void checks_run(const Checks *checks);
