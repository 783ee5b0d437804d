/* Financial statements: revenue and capital, in sections with totals, and the net lines between them.
 *
 * Statements are in thousands of pounds unless they say otherwise. Variance = budget to date - actual to date, also for
 * income, whose figures are negative; so (3) is adverse. Remaining (capital) = budget - actual to date. */
#pragma once
#include "record/record.h"
#include "vocabulary/vocabulary.h"

typedef enum { STATEMENT_NONE, STATEMENT_REVENUE, STATEMENT_CAPITAL } StatementKind;
extern const Terms terms_statement_kind;

/* Figures of one line; the row of a total or a net line looks the same. */
typedef struct {
  Record record;
  char *title;
  OptAmount budget;                      /* whole year: annual budget or capital allocation */
  OptAmount budget_second, budget_third; /* of the plan's later years */
  OptAmount budget_to_date;              /* profile */
  OptAmount actual_to_date;
  OptAmount variance;
  OptAmount remaining; /* capital: allocation remaining */
} StatementLine;
extern const Spec line_spec;  /* <line> */
extern const Spec total_spec; /* <total>: sum of the section's lines and groups */
extern const Spec net_spec;   /* <net>: sum of all sections above it */

/* Lines that belong together under a name, without a total of their own: "Community Care". */
typedef struct {
  Record record;
  char *title;
  GPtrArray *lines; /* of StatementLine */
} StatementGroup;
extern const Spec group_spec;

typedef struct {
  Record record;
  char *title;          /* "Expenditure", "Income", "Recharges" */
  GPtrArray *content;   /* of StatementLine (line_spec) and StatementGroup, as printed */
  StatementLine *total; /* or NULL */
} StatementSection;
extern const Spec statement_section_spec;

typedef struct {
  Record record;
  char *ref;
  int kind;    /* StatementKind */
  char *title; /* "Commissioning and Complex Care" */
  Date as_at;
  int unit;           /* Unit; 0 means thousand-pounds */
  GPtrArray *content; /* of StatementSection and StatementLine (net_spec), as printed */
  Prose *comments;
} Statement;
extern const Spec statement_spec;
