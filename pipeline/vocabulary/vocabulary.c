/* The words of the closed vocabularies, indexed by their values. */
#include "vocabulary/vocabulary.h"

/* TERMS(unit, "unit", rows...) defines terms_unit; the names end with a NULL that is not counted. */
#define TERMS(name_, label_, ...)                                                                                      \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names }

/* clang-format off */
TERMS(unit, "unit",
  [UNIT_PERCENT] = "percent",
  [UNIT_COUNT] = "count",
  [UNIT_PER_1000] = "per-1000",
  [UNIT_PER_10000] = "per-10000",
  [UNIT_PER_100000] = "per-100000",
  [UNIT_POUNDS] = "pounds",
  [UNIT_THOUSAND_POUNDS] = "thousand-pounds",
  [UNIT_PENCE] = "pence",
  [UNIT_DAYS] = "days",
  [UNIT_WEEKS] = "weeks",
  [UNIT_HOURS] = "hours",
  [UNIT_MINUTES] = "minutes",
  [UNIT_KG] = "kg",
  [UNIT_TONNES] = "tonnes",
  [UNIT_RATIO] = "ratio",
  [UNIT_SCORE] = "score",
  [UNIT_FTE] = "fte",
  [UNIT_YES_NO] = "yes-no",
  [UNIT_TEXT] = "text",
  [UNIT_NOT_READABLE] = "not-readable");

TERMS(state, "state",
  [STATE_NOT_AVAILABLE] = "not-available",
  [STATE_NOT_APPLICABLE] = "not-applicable",
  [STATE_TO_BE_CONFIRMED] = "to-be-confirmed",
  [STATE_ANNUAL] = "annual",
  [STATE_SEE_COMMENT] = "see-comment",
  [STATE_NEW_MEASURE] = "new-measure",
  [STATE_SUPPRESSED] = "suppressed",
  [STATE_NOT_DUE] = "not-due",
  [STATE_NOT_SUPPLIED] = "not-supplied",
  [STATE_NOT_READABLE] = "not-readable");

TERMS(flag, "flag",
  [FLAG_ESTIMATE] = "estimate",
  [FLAG_PROVISIONAL] = "provisional",
  [FLAG_REVISED] = "revised",
  [FLAG_FORECAST] = "forecast",
  [FLAG_IN_ARREARS] = "in-arrears",
  [FLAG_CALCULATED] = "calculated");

TERMS(kind, "kind",
  [KIND_CUMULATIVE] = "cumulative",
  [KIND_SNAPSHOT] = "snapshot",
  [KIND_ROLLING] = "rolling",
  [KIND_AVERAGE] = "average",
  [KIND_ANNUAL] = "annual",
  [KIND_SURVEY] = "survey",
  [KIND_FLOW] = "flow",
  [KIND_CUMULATIVE_PLAN] = "cumulative-over-plan",
  [KIND_GRADE] = "grade",
  [KIND_RANK] = "rank");

TERMS(polarity, "polarity",
  [POLARITY_HIGHER] = "higher",
  [POLARITY_LOWER] = "lower",
  [POLARITY_PLAN] = "plan",
  [POLARITY_CONTEXT] = "context");

TERMS(frequency, "frequency",
  [FREQUENCY_MONTHLY] = "monthly",
  [FREQUENCY_QUARTERLY] = "quarterly",
  [FREQUENCY_HALF_YEARLY] = "half-yearly",
  [FREQUENCY_ANNUAL] = "annual",
  [FREQUENCY_OCCASIONAL] = "occasional");

TERMS(category, "category",
  [CATEGORY_CORPORATE_HEALTH] = "corporate-health",
  [CATEGORY_COST_EFFICIENCY] = "cost-efficiency",
  [CATEGORY_FAIR_ACCESS] = "fair-access",
  [CATEGORY_QUALITY] = "quality",
  [CATEGORY_SERVICE_DELIVERY] = "service-delivery",
  [CATEGORY_AREA_PARTNER] = "area-partner");

TERMS(rating, "rating",
  [RATING_GREEN] = "green",
  [RATING_AMBER] = "amber",
  [RATING_RED] = "red",
  [RATING_COMPLETE] = "complete",
  [RATING_NOT_APPLICABLE] = "not-applicable",
  [RATING_NOT_AVAILABLE] = "not-available",
  [RATING_NOT_DUE] = "not-due",
  [RATING_NOT_SUPPLIED] = "not-supplied",
  [RATING_NOT_READABLE] = "not-readable",
  [RATING_NOT_RATED] = "not-rated");

TERMS(travel, "direction of travel",
  [TRAVEL_BETTER] = "better",
  [TRAVEL_SAME] = "same",
  [TRAVEL_WORSE] = "worse",
  [TRAVEL_NOT_COMPARABLE] = "not-comparable",
  [TRAVEL_NOT_READABLE] = "not-readable");

TERMS(risk, "risk level",
  [RISK_LOW] = "low",
  [RISK_MEDIUM] = "medium",
  [RISK_HIGH] = "high");

TERMS(status, "status",
  [STATUS_DRAFT] = "draft",
  [STATUS_FINAL] = "final");
/* clang-format on */
