/* Objectives and their milestones; their rows in plan and report. */
#include "model/objective.h"
#include "record/value.h"

/* Who leads, in words where no role code says it, and the date to which it was put off. */
#define LEAD_ROWS(type_)                                                                                               \
  FIELD(type_, lead, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                         \
      FIELD(type_, revised, "revised date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL)
#define HOW_ROWS(type_)                                                                                                \
  FIELD(type_, partners, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),                                                      \
      FIELD(type_, capacity, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),                                                  \
      FIELD(type_, success, "success criteria", IN_ELEMENT, FIELD_PROSE, 0, NULL),                                     \
      FIELD(type_, outcome, "ultimate success criteria", IN_ELEMENT, FIELD_PROSE, 0, NULL)

#define STEP_ATTRIBUTES                                                                                                \
  FIELD(Step, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),                                    \
      FIELD(Step, previously, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                               \
      FIELD(Step, due, "due date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                                 \
      FIELD_AS("due-note", Step, due_note, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                   \
      FIELD(Step, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL), LEAD_ROWS(Step)
#define STEP_ELEMENTS                                                                                                  \
  FIELD(Step, text, NULL, IN_ELEMENT, FIELD_RUNS, FIELD_REQUIRED | FIELD_NAMES, NULL), HOW_ROWS(Step)

SPEC(step_spec, Step, "step", "step", STEP_ATTRIBUTES, STEP_ELEMENTS);
SPEC(report_step_spec, Step, "step", "step", STEP_ATTRIBUTES,
     FIELD(Step, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("rating-note", Step, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     STEP_ELEMENTS, FIELD(Step, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Step, corrective, "corrective action", IN_ELEMENT, FIELD_PROSE, 0, NULL));

#define MILESTONE_ATTRIBUTES                                                                                           \
  FIELD(Milestone, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),                               \
      FIELD(Milestone, previously, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                          \
      FIELD(Milestone, year, "plan year", IN_ATTRIBUTE, FIELD_PERIOD, FIELD_APART, NULL),                              \
      FIELD(Milestone, due, "due date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                                            \
      FIELD_AS("due-note", Milestone, due_note, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                              \
      FIELD(Milestone, key, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                                  \
      FIELD_AS("new", Milestone, is_new, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                     \
      FIELD(Milestone, areas, "areas of focus", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                   \
      FIELD(Milestone, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                          \
      FIELD(Milestone, board, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                \
      FIELD(Milestone, priorities, "corporate priorities", IN_ATTRIBUTE, FIELD_CODES, 0, NULL), LEAD_ROWS(Milestone)
#define MILESTONE_ELEMENTS                                                                                             \
  FIELD(Milestone, text, NULL, IN_ELEMENT, FIELD_RUNS, FIELD_REQUIRED | FIELD_NAMES, NULL), HOW_ROWS(Milestone)

SPEC(milestone_spec, Milestone, "milestone", "milestone", MILESTONE_ATTRIBUTES, MILESTONE_ELEMENTS,
     FIELD_AS("step", Milestone, steps, NULL, IN_ELEMENT, FIELD_MANY, 0, &step_spec));
SPEC(report_milestone_spec, Milestone, "milestone", "milestone", MILESTONE_ATTRIBUTES,
     FIELD(Milestone, supplied, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Milestone, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("rating-note", Milestone, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Milestone, expected, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("previous-rating", Milestone, previous_rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Milestone, changed, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Milestone, overdue, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Milestone, closed, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(Milestone, completed, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD_AS("unknown-areas", Milestone, unknown_areas, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL), MILESTONE_ELEMENTS,
     FIELD_AS("step", Milestone, steps, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_step_spec),
     FIELD(Milestone, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Milestone, corrective, "corrective action", IN_ELEMENT, FIELD_PROSE, 0, NULL));

#define RISK_SCORE_ROWS                                                                                                \
  FIELD(RiskScore, likelihood, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                                                \
      FIELD(RiskScore, impact, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                                                \
      FIELD(RiskScore, score, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                                                 \
      FIELD(RiskScore, level, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_risk),                                         \
      FIELD(RiskScore, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state)
SPEC(initial_risk_spec, RiskScore, "initial", "initial risk", RISK_SCORE_ROWS);
SPEC(residual_risk_spec, RiskScore, "residual", "residual risk", RISK_SCORE_ROWS);

#define OBJECTIVE_ATTRIBUTES                                                                                           \
  FIELD(Objective, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),                               \
      FIELD(Objective, previously, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                           \
      FIELD(Objective, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_NAMES, NULL),                     \
      FIELD(Objective, priorities, "corporate priorities", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                        \
      FIELD(Objective, areas, "areas of focus", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                   \
      FIELD(Objective, indicators, "linked indicators", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                           \
      FIELD(Objective, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                          \
      FIELD(Objective, lead, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define OBJECTIVE_ROWS                                                                                                 \
  FIELD(Objective, points, "list of the title", IN_ELEMENT, FIELD_PROSE, 0, NULL),                                     \
      FIELD(Objective, initial, "initial risk", IN_ELEMENT, FIELD_ONE, 0, &initial_risk_spec),                         \
      FIELD(Objective, residual, "residual risk", IN_ELEMENT, FIELD_ONE, 0, &residual_risk_spec),                      \
      FIELD(Objective, text, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),                                                  \
      FIELD_AS("area", Objective, quoted, NULL, IN_ELEMENT, FIELD_MANY, 0, &area_spec)
#define OBJECTIVE_END FIELD(Objective, documents, "reference documents", IN_ELEMENT, FIELD_PROSE, 0, NULL)

SPEC(objective_spec, Objective, "objective", "objective", OBJECTIVE_ATTRIBUTES, OBJECTIVE_ROWS,
     FIELD_AS("milestone", Objective, milestones, NULL, IN_ELEMENT, FIELD_MANY, 0, &milestone_spec), OBJECTIVE_END);
SPEC(report_objective_spec, Objective, "objective", "objective", OBJECTIVE_ATTRIBUTES,
     FIELD_AS("unknown-areas", Objective, unknown_areas, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD_AS("unknown-priorities", Objective, unknown_priorities, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     OBJECTIVE_ROWS,
     FIELD_AS("milestone", Objective, milestones, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_milestone_spec),
     OBJECTIVE_END);

bool milestone_is_due(const Milestone *milestone, Period year)
{
  return !period_given(milestone->year) || period_equal(period_year(milestone->year), year);
}

int risk_product(const RiskScore *risk)
{
  bool given = risk->likelihood > 0 && risk->impact > 0;
  return given && risk->likelihood <= VALUE_INT_MAX / risk->impact ? risk->likelihood * risk->impact : 0;
}

void risk_complete(RiskScore *risk)
{
  if (!risk)
    return;
  bool lost_level = record_is_unread(&risk->record, "level");
  bool lost_score = record_is_unread(&risk->record, "score") || record_is_unread(&risk->record, "likelihood") ||
                    record_is_unread(&risk->record, "impact");
  for (guint i = 0; i < risk->record.spec->n_fields && risk->record.unread; i++)
    if (risk->record.spec->fields[i].detail != &terms_state)
      record_mark_unread(&risk->record, &risk->record.spec->fields[i]); /* each of them follows from others */
  if (risk_product(risk) > 0 && !lost_score)
    risk->score = risk_product(risk);
  if (risk->level == RISK_NONE && risk->score > 0 && !lost_level)
    risk->level = risk->score <= 4 ? RISK_LOW : risk->score <= 10 ? RISK_MEDIUM : RISK_HIGH;
}
