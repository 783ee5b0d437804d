/* A quarterly return: its rows. */
#include "model/return.h"

/* The words of an item that has no reference in the plan. */
#define TITLE(type_) FIELD(type_, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_NAMES, NULL)
#define REF(type_, member_, label_)                                                                                    \
  FIELD_AS("ref", type_, member_, label_, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL), TITLE(type_)
#define RATING(type_, flags_)                                                                                          \
  FIELD(type_, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, flags_, &terms_rating),                                         \
      FIELD_AS("rating-note", type_, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define EXPECTED(type_) FIELD(type_, expected, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating)
#define COMMENTARY(type_) FIELD(type_, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL)
#define CORRECTIVE(type_) FIELD(type_, corrective, "corrective action", IN_ELEMENT, FIELD_PROSE, 0, NULL)

SPEC(milestone_progress_spec, MilestoneProgress, "milestone", "milestone",
     FIELD_AS("ref", MilestoneProgress, milestone, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL),
     TITLE(MilestoneProgress), FIELD(MilestoneProgress, step, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("step-title", MilestoneProgress, step_title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(MilestoneProgress, revised, "revised date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     RATING(MilestoneProgress, FIELD_WANTED), EXPECTED(MilestoneProgress), COMMENTARY(MilestoneProgress),
     CORRECTIVE(MilestoneProgress));

SPEC(indicator_progress_spec, IndicatorProgress, "indicator", "indicator", REF(IndicatorProgress, indicator, NULL),
     RATING(IndicatorProgress, 0), EXPECTED(IndicatorProgress),
     FIELD(IndicatorProgress, travel, "direction of travel", IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("travel-note", IndicatorProgress, travel_note, "words of the direction of travel", IN_ATTRIBUTE,
              FIELD_TEXT, 0, NULL),
     FIELD(IndicatorProgress, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(IndicatorProgress, projection, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD_AS("projection-method", IndicatorProgress, projection_method, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("value", IndicatorProgress, values, NULL, IN_ELEMENT, FIELD_MANY, 0, &value_spec),
     COMMENTARY(IndicatorProgress), CORRECTIVE(IndicatorProgress),
     FIELD(IndicatorProgress, activities, "key activities", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("data-note", IndicatorProgress, data_note, "data commentary", IN_ELEMENT, FIELD_PROSE, 0, NULL));

SPEC(treatment_progress_spec, TreatmentProgress, "treatment", "risk treatment", REF(TreatmentProgress, treatment, NULL),
     RATING(TreatmentProgress, FIELD_WANTED), COMMENTARY(TreatmentProgress));
SPEC(equality_progress_spec, EqualityProgress, "equality-action", "equality action",
     REF(EqualityProgress, action, NULL), RATING(EqualityProgress, FIELD_WANTED), COMMENTARY(EqualityProgress));
SPEC(return_spec, Return, "return", "return",
     FIELD(Return, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Return, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Return, status, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_status),
     FIELD(Return, submitted, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Return, due, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Return, officer, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("section", Return, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD_AS("milestone", Return, milestones, NULL, IN_ELEMENT, FIELD_MANY, 0, &milestone_progress_spec),
     FIELD_AS("indicator", Return, indicators, NULL, IN_ELEMENT, FIELD_MANY, 0, &indicator_progress_spec),
     FIELD_AS("treatment", Return, treatments, NULL, IN_ELEMENT, FIELD_MANY, 0, &treatment_progress_spec),
     FIELD_AS("equality-action", Return, equality_actions, NULL, IN_ELEMENT, FIELD_MANY, 0, &equality_progress_spec),
     FIELD_AS("statement", Return, statements, NULL, IN_ELEMENT, FIELD_MANY, 0, &statement_spec),
     FIELD(Return, closed, NULL, IN_ELEMENT, FIELD_MANY, 0, &closure_spec));
