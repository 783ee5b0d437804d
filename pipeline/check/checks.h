/* The checks: what each family may look at, and the table of families. */
#pragma once
#include "check/findings.h"
#include "facts/fact.h"
#include "facts/plan-index.h"
#include "facts/speech.h"
#include "facts/thread.h"

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned; /* the return, by ref */
  const PlanIndex *index;   /* the plan, by ref */
  const Threads *threads;   /* what became of the items of the last report */
  const FactTable *facts;   /* what all documents say */
  const Report *report;     /* joined and judged */
  GPtrArray *speeches;      /* of Speech: all words of the return */
  GHashTable *nameless;     /* specs of items of plan and framework of which a code cannot be read */
  GPtrArray *words;         /* of Speech: all words of plan, returns and papers */
  Findings *findings;
} Checks;

/* A family of checks. To add one: a file check-NAME.c with its rules and its Check, a row in checks.c. */
typedef struct {
  void (*run)(const Checks *checks);
  const Rule *rules; /* that it alone raises, ended by an empty row; NULL: none of its own */
} Check;

extern const Check check_agreement, check_answers, check_arithmetic, check_belonging, check_blanks, check_bounds,
    check_by_quarter, check_claims, check_comments, check_counts, check_coverage, check_dates, check_figures,
    check_grades, check_interval, check_key, check_links, check_movement, check_own, check_papers, check_periods,
    check_wholes, check_withheld, check_plan, check_pools, check_progress, check_quoted, check_ranges, check_rating,
    check_recalled, check_references, check_repeats, check_said, check_sections, check_spending, check_statements,
    check_states, check_superseded, check_leaks, check_tense, check_year_words, check_pointers, check_tables,
    check_sums_told, check_row_changes, check_slipped, check_plan_order, check_outstanding, check_officers,
    check_thread, check_times, check_told, check_totals, check_tone, check_treatment, check_units, check_unknown,
    check_wording, check_rows, check_rates, check_also, check_things, check_possible, check_plan_years;

/* Whether a code that nobody has may be that of such an item, which cannot be read: that was told already. */
bool checks_may_be(const Checks *checks, const Spec *spec);

/* Visits what plan (actuals, targets) and return (values) say of each indicator. */
typedef void (*ReadingVisit)(const Checks *checks, const Indicator *planned, const Reading *reading);
void checks_each_reading(const Checks *checks, ReadingVisit visit);

/* Makes the rules of all families known. */
void checks_add_rules(void);

/* The stage check: all families are put to the inputs and to the report that was merged from them. The findings, in the
 * arena of the inputs; those that are not accepted go to diags as messages, too. */
FindingList *check_report(const Inputs *inputs, const Report *report, DiagList *diags);
