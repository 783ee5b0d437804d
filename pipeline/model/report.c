/* The report model: its rows. */
#include "model/report.h"

#define PERIOD(name_, member_) FIELD_AS(name_, Report, member_, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL)
#define MANY(name_, member_, spec_) FIELD_AS(name_, Report, member_, NULL, IN_ELEMENT, FIELD_MANY, 0, &spec_)

/* The plan's sections and statements keep their rows under names of their own. */
#define REPORT_FIELDS                                                                                                  \
  FIELD(Report, council, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),                                        \
      FIELD(Report, framework, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),                                  \
      FIELD(Report, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),                        \
      FIELD_AS("service-title", Report, service_title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),          \
      FIELD(Report, directorate, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                             \
      FIELD(Report, officer, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                 \
      FIELD(Report, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),                                   \
      FIELD(Report, year, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL), PERIOD("last-year", last_year),     \
      PERIOD("next-year", next_year), PERIOD("plan-from", plan_from), PERIOD("plan-second", plan_second),              \
      PERIOD("plan-third", plan_third), FIELD(Report, quarter, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                \
      FIELD_AS("half-year", Report, half_year, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                               \
      FIELD(Report, from, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                                    \
      FIELD(Report, to, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                                      \
      FIELD(Report, status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_status),                                         \
      FIELD(Report, submitted, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                               \
      FIELD(Report, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                                    \
      FIELD_AS("has-return", Report, has_return, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                             \
      FIELD(Report, absent, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                                  \
      FIELD_AS("no-plan", Report, no_plan, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                   \
      FIELD_AS("plan-title", Report, plan_title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                             \
      FIELD_AS("plan-version", Report, plan_version, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                         \
      PERIOD("compared-with", compared_with),                                                                          \
      FIELD_AS("plan-status", Report, plan_status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_status),                  \
      FIELD_AS("year-begins", Report, year_begins, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_month),                   \
      FIELD(Report, log, NULL, IN_ELEMENT, FIELD_MANY, 0, &log_entry_spec),                                            \
      MANY("priority", priorities, priority_spec), MANY("board", boards, board_spec), MANY("role", roles, role_spec),  \
      MANY("rating-rule", rating_rules, rating_rule_spec),                                                             \
      FIELD_AS("travel-rule", Report, travel, NULL, IN_ELEMENT, FIELD_ONE, 0, &travel_rule_spec),                      \
      MANY("symbol", key, key_entry_spec), MANY("shorthand", shorthand, shorthand_spec),                               \
      MANY("directorate-section", directorate_sections, section_spec),                                                 \
      MANY("directorate-statement", directorate_statements, statement_spec), MANY("unit", units, own_unit_spec),       \
      MANY("category", categories, own_category_spec), MANY("plan-section", plan_sections, report_section_spec),       \
      MANY("section", sections, report_section_spec), MANY("objective", objectives, report_objective_spec),            \
      MANY("indicator", indicators, report_indicator_spec), MANY("risk", risks, report_risk_spec),                     \
      MANY("equality-action", equality_actions, report_equality_action_spec),                                          \
      MANY("plan-statement", plan_statements, statement_spec), MANY("statement", statements, statement_spec),          \
      MANY("closed", closed, closure_spec), MANY("column-note", column_notes, report_column_note_spec),                \
      MANY("unplanned", unplanned, unplanned_spec), MANY("tally", tallies, tally_spec),                                \
      MANY("change", changes, change_spec)

SPEC_MADE(report_spec, Report, "report", "report model", MADE_UNREAD, REPORT_FIELDS);
SPEC(assured_report_spec, Report, "report", "report model", REPORT_FIELDS, MANY("finding", findings, finding_spec),
     MANY("ticks", ticks, assured_ticks_spec));

bool report_is(const Spec *spec)
{
  return spec == &report_spec || spec == &assured_report_spec;
}
