/* Financial statements: sections, groups, lines, totals and nets. */
#include "model/statement.h"

static const char *const kind_names[] = { "", "revenue", "capital", NULL };
const Terms terms_statement_kind = { "kind of statement", G_N_ELEMENTS(kind_names) - 1, kind_names };

#define FIGURE_ROWS                                                                                                    \
  FIELD(StatementLine, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),                       \
      FIELD(StatementLine, budget, "annual budget", IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                              \
      FIELD_AS("budget-second", StatementLine, budget_second, "budget of the second year", IN_ATTRIBUTE, FIELD_AMOUNT, \
               0, NULL),                                                                                               \
      FIELD_AS("budget-third", StatementLine, budget_third, "budget of the third year", IN_ATTRIBUTE, FIELD_AMOUNT, 0, \
               NULL),                                                                                                  \
      FIELD_AS("budget-to-date", StatementLine, budget_to_date, "budget to date", IN_ATTRIBUTE, FIELD_AMOUNT, 0,       \
               NULL),                                                                                                  \
      FIELD_AS("actual-to-date", StatementLine, actual_to_date, "actual to date", IN_ATTRIBUTE, FIELD_AMOUNT, 0,       \
               NULL),                                                                                                  \
      FIELD(StatementLine, variance, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                                       \
      FIELD(StatementLine, remaining, "allocation remaining", IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL)

SPEC(line_spec, StatementLine, "line", "line", FIGURE_ROWS);
SPEC(total_spec, StatementLine, "total", "total", FIGURE_ROWS);
SPEC(net_spec, StatementLine, "net", "net line", FIGURE_ROWS);

SPEC(group_spec, StatementGroup, "group", "group of lines",
     FIELD(StatementGroup, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD_AS("line", StatementGroup, lines, NULL, IN_ELEMENT, FIELD_MANY, 0, &line_spec));

static const Spec *const section_content[] = { &line_spec, &group_spec, NULL };
SPEC(statement_section_spec, StatementSection, "section", "section of the statement",
     FIELD(StatementSection, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(StatementSection, content, NULL, IN_ELEMENT, FIELD_ANY, 0, section_content),
     FIELD(StatementSection, total, NULL, IN_ELEMENT, FIELD_ONE, 0, &total_spec));

static const Spec *const statement_content[] = { &statement_section_spec, &net_spec, NULL };
SPEC(statement_spec, Statement, "statement", "financial statement",
     FIELD(Statement, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Statement, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_statement_kind),
     FIELD(Statement, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD_AS("as-at", Statement, as_at, "as-at date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Statement, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),
     FIELD(Statement, content, NULL, IN_ELEMENT, FIELD_ANY, 0, statement_content),
     FIELD(Statement, comments, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL));
