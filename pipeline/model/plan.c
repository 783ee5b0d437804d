/* A service plan: its rows. */
#include "model/plan.h"

SPEC(plan_spec, Plan, "plan", "plan",
     FIELD(Plan, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Plan, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Plan, from, "first year", IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Plan, years, NULL, IN_ATTRIBUTE, FIELD_INT, FIELD_REQUIRED, NULL),
     FIELD(Plan, status, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_status),
     FIELD(Plan, version, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Plan, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Plan, log, NULL, IN_ELEMENT, FIELD_MANY, 0, &log_entry_spec),
     FIELD_AS("section", Plan, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD_AS("objective", Plan, objectives, NULL, IN_ELEMENT, FIELD_MANY, 0, &objective_spec),
     FIELD_AS("indicator", Plan, indicators, NULL, IN_ELEMENT, FIELD_MANY, 0, &indicator_spec),
     FIELD_AS("risk", Plan, risks, NULL, IN_ELEMENT, FIELD_MANY, 0, &risk_spec),
     FIELD_AS("equality-action", Plan, equality_actions, NULL, IN_ELEMENT, FIELD_MANY, 0, &equality_action_spec),
     FIELD_AS("statement", Plan, statements, NULL, IN_ELEMENT, FIELD_MANY, 0, &statement_spec),
     FIELD(Plan, closed, NULL, IN_ELEMENT, FIELD_MANY, 0, &closure_spec),
     FIELD_AS("column-note", Plan, column_notes, NULL, IN_ELEMENT, FIELD_MANY, 0, &column_note_spec));
