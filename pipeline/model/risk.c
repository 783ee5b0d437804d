/* Risks with their treatment measures, and equality actions; their rows in plan and report. */
#include "model/risk.h"

#define ACTION_ROWS(type_)                                                                                             \
  FIELD(type_, due, "due date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                                    \
      FIELD_AS("due-note", type_, due_note, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                  \
      FIELD(type_, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                              \
      FIELD(type_, lead, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define PROGRESS_ROWS(type_)                                                                                           \
  FIELD(type_, supplied, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                                     \
      FIELD(type_, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),                                          \
      FIELD_AS("rating-note", type_, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),         \
      FIELD(type_, closed, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL)
#define REF_ROW(type_) FIELD(type_, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL)
#define PREVIOUSLY_ROW(type_) FIELD(type_, previously, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL)
#define TEXT_ROW(type_) FIELD(type_, text, NULL, IN_ELEMENT, FIELD_PROSE, FIELD_REQUIRED | FIELD_NAMES, NULL)
#define COMMENTARY_ROW(type_) FIELD(type_, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL)

SPEC(treatment_spec, Treatment, "treatment", "risk treatment", REF_ROW(Treatment), PREVIOUSLY_ROW(Treatment),
     ACTION_ROWS(Treatment), TEXT_ROW(Treatment));
SPEC(report_treatment_spec, Treatment, "treatment", "risk treatment", REF_ROW(Treatment), PREVIOUSLY_ROW(Treatment),
     ACTION_ROWS(Treatment), PROGRESS_ROWS(Treatment), TEXT_ROW(Treatment), COMMENTARY_ROW(Treatment));

#define RISK_ROWS                                                                                                      \
  REF_ROW(Risk), FIELD(Risk, objective, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                      \
      FIELD(Risk, milestone, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                 \
      FIELD(Risk, text, NULL, IN_ELEMENT, FIELD_RUNS, FIELD_REQUIRED | FIELD_NAMES, NULL),                             \
      FIELD(Risk, initial, "initial risk", IN_ELEMENT, FIELD_ONE, 0, &initial_risk_spec),                              \
      FIELD(Risk, residual, "residual risk", IN_ELEMENT, FIELD_ONE, 0, &residual_risk_spec)
SPEC(risk_spec, Risk, "risk", "risk", RISK_ROWS,
     FIELD_AS("treatment", Risk, treatments, NULL, IN_ELEMENT, FIELD_MANY, 0, &treatment_spec));
SPEC(report_risk_spec, Risk, "risk", "risk", RISK_ROWS, FIELD(Risk, context, NULL, IN_ELEMENT, FIELD_RUNS, 0, NULL),
     FIELD_AS("treatment", Risk, treatments, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_treatment_spec));

SPEC(timetable_spec, Timetable, "timetable", "timetable",
     FIELD(Timetable, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Timetable, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));
#define TIMETABLE_ROW FIELD(EqualityAction, timetable, NULL, IN_ELEMENT, FIELD_MANY, 0, &timetable_spec)

#define EQUALITY_ROWS                                                                                                  \
  REF_ROW(EqualityAction), PREVIOUSLY_ROW(EqualityAction),                                                             \
      FIELD(EqualityAction, strategy, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),                           \
      FIELD(EqualityAction, impact, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_impact), ACTION_ROWS(EqualityAction)
SPEC(equality_action_spec, EqualityAction, "equality-action", "equality action", EQUALITY_ROWS,
     TEXT_ROW(EqualityAction), TIMETABLE_ROW);
SPEC(report_equality_action_spec, EqualityAction, "equality-action", "equality action", EQUALITY_ROWS,
     PROGRESS_ROWS(EqualityAction), TEXT_ROW(EqualityAction), TIMETABLE_ROW, COMMENTARY_ROW(EqualityAction));
