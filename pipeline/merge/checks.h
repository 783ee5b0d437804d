/* The checks: what each family may look at, and the table of families. */
#pragma once
#include "merge/findings.h"
#include "merge/history.h"
#include "merge/plan-index.h"
#include "merge/returned.h"
#include "merge/speech.h"

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned; /* the return, by ref */
  const PlanIndex *index;   /* the plan, by ref */
  const Report *report;     /* joined and judged */
  GPtrArray *speeches;      /* of Speech: all words of the return */
  Findings *findings;
} Checks;

/* A family of checks. To add one: a file check-NAME.c with its Check, a row in checks.c, rows in base/rules-checks.c.
 */
typedef struct {
  const char *name;
  void (*run)(const Checks *checks);
} Check;

extern const Check check_agreement, check_arithmetic, check_belonging, check_blanks, check_by_quarter, check_claims,
    check_comments, check_counts, check_coverage, check_dates, check_figures, check_key, check_links, check_movement,
    check_papers, check_plan, check_pools, check_progress, check_quoted, check_ranges, check_rating, check_recalled,
    check_references, check_repeats, check_sections, check_spending, check_statements, check_states, check_thread,
    check_times, check_told, check_tone, check_treatment, check_units, check_unknown, check_wording;

/* Runs all families on a joined report: its findings, and the same as messages in diags. */
void checks_find(const Inputs *inputs, const History *history, Report *report, DiagList *diags);
