/* The words of the closed vocabularies, indexed by their values. */
#include "vocabulary/vocabulary.h"

/* TERMS(unit, "unit", rows...) defines terms_unit; the names end with a NULL that is not counted. */
#define TERMS(name_, label_, ...) TERMS_AS(name_, label_, NULL, __VA_ARGS__)
/* The same, with what people write in place of these words. */
#define TERMS_AS(name_, label_, meant_, ...)                                                                           \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names, meant_, NULL }

/* The same, with words of a council's own. */
#define TERMS_OPEN(name_, label_, meant_, ...)                                                                         \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  static TermsOwn name_##_own;                                                                                         \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names, meant_, &name_##_own }

/* clang-format off */
static const Meant month_meant[] = {
  { "january", 1 }, { "jan", 1 }, { "1", 1 }, { "february", 2 }, { "feb", 2 }, { "2", 2 },
  { "march", 3 }, { "mar", 3 }, { "3", 3 }, { "april", 4 }, { "apr", 4 }, { "4", 4 },
  { "may", 5 }, { "5", 5 }, { "june", 6 }, { "jun", 6 }, { "6", 6 }, { "july", 7 },
  { "jul", 7 }, { "7", 7 }, { "august", 8 }, { "aug", 8 }, { "8", 8 }, { "september", 9 },
  { "sep", 9 }, { "9", 9 }, { "october", 10 }, { "oct", 10 }, { "november", 11 }, { "nov", 11 },
  { "december", 12 }, { "dec", 12 }, { "sept", 9 },
  { NULL, 0 },
};
TERMS_AS(month, "month", month_meant, "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
static const Meant unit_meant[] = {
  { "%", UNIT_PERCENT }, { "per cent", UNIT_PERCENT }, { "percentage", UNIT_PERCENT },
  { "number", UNIT_COUNT }, { "no", UNIT_COUNT }, { "no.", UNIT_COUNT }, { "nr", UNIT_COUNT }, { "#", UNIT_COUNT }, { "num", UNIT_COUNT },
  { "per 1,000", UNIT_PER_1000 }, { "per 1000", UNIT_PER_1000 }, { "/1000", UNIT_PER_1000 }, { "per thousand", UNIT_PER_1000 },
  { "per 10,000", UNIT_PER_10000 }, { "per 10000", UNIT_PER_10000 },
  { "per 100,000", UNIT_PER_100000 }, { "per 100000", UNIT_PER_100000 },
  { "£", UNIT_POUNDS }, { "gbp", UNIT_POUNDS }, { "pound", UNIT_POUNDS },
  { "£'000", UNIT_THOUSAND_POUNDS }, { "£000", UNIT_THOUSAND_POUNDS }, { "£000s", UNIT_THOUSAND_POUNDS }, { "£'000s", UNIT_THOUSAND_POUNDS }, { "£k", UNIT_THOUSAND_POUNDS }, { "k£", UNIT_THOUSAND_POUNDS }, { "£ '000", UNIT_THOUSAND_POUNDS },
  { "p", UNIT_PENCE }, { "penny", UNIT_PENCE }, { "€", UNIT_EUROS }, { "eur", UNIT_EUROS }, { "$", UNIT_DOLLARS }, { "£m", UNIT_MILLION_POUNDS }, { "£ million", UNIT_MILLION_POUNDS }, { "£million", UNIT_MILLION_POUNDS }, { "mm:ss", UNIT_MINUTES_SECONDS }, { "min:sec", UNIT_MINUTES_SECONDS },
  { "day", UNIT_DAYS }, { "calendar days", UNIT_DAYS }, { "working days", UNIT_DAYS },
  { "hr", UNIT_HOURS }, { "hrs", UNIT_HOURS }, { "h", UNIT_HOURS },
  { "min", UNIT_MINUTES }, { "mins", UNIT_MINUTES },
  { "kilogram", UNIT_KG }, { "kilograms", UNIT_KG }, { "kgs", UNIT_KG },
  { "t", UNIT_TONNES }, { "tonne", UNIT_TONNES }, { "tons", UNIT_TONNES },
  { "y/n", UNIT_YES_NO }, { "yes/no", UNIT_YES_NO }, { "boolean", UNIT_YES_NO },
  { "words", UNIT_TEXT }, { "narrative", UNIT_TEXT },
  { NULL, 0 },
};
TERMS_OPEN(unit, "unit", unit_meant,
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
  [UNIT_NOT_READABLE] = "not-readable",
  [UNIT_MINUTES_SECONDS] = "minutes-seconds",
  [UNIT_EUROS] = "euros",
  [UNIT_DOLLARS] = "dollars",
  [UNIT_MILLION_POUNDS] = "million-pounds");

static const Meant state_meant[] = {
  { "n/a", STATE_NOT_APPLICABLE }, { "na", STATE_NOT_APPLICABLE }, { "n.a.", STATE_NOT_APPLICABLE }, { "not applicable", STATE_NOT_APPLICABLE }, { "n\\a", STATE_NOT_APPLICABLE }, { "z", STATE_NOT_APPLICABLE }, { "[z]", STATE_NOT_APPLICABLE },
  { "nya", STATE_NOT_AVAILABLE }, { "not available", STATE_NOT_AVAILABLE }, { "not yet available", STATE_NOT_AVAILABLE }, { "no data", STATE_NOT_AVAILABLE }, { "awaited", STATE_NOT_AVAILABLE }, { "-", STATE_NOT_AVAILABLE }, { "–", STATE_NOT_AVAILABLE }, { "—", STATE_NOT_AVAILABLE }, { "..", STATE_NOT_AVAILABLE }, { "...", STATE_NOT_AVAILABLE }, { ":", STATE_NOT_AVAILABLE }, { "x", STATE_NOT_AVAILABLE }, { "[x]", STATE_NOT_AVAILABLE },
  { "tbc", STATE_TO_BE_CONFIRMED }, { "tbd", STATE_TO_BE_CONFIRMED }, { "tba", STATE_TO_BE_CONFIRMED }, { "t.b.c.", STATE_TO_BE_CONFIRMED }, { "to be confirmed", STATE_TO_BE_CONFIRMED }, { "to be determined", STATE_TO_BE_CONFIRMED }, { "pending", STATE_TO_BE_CONFIRMED },
  { "annual", STATE_ANNUAL }, { "annually", STATE_ANNUAL }, { "reported annually", STATE_ANNUAL }, { "yearly", STATE_ANNUAL },
  { "see comment", STATE_SEE_COMMENT }, { "see commentary", STATE_SEE_COMMENT }, { "refer to comment", STATE_SEE_COMMENT }, { "see below", STATE_SEE_COMMENT },
  { "new", STATE_NEW_MEASURE }, { "new measure", STATE_NEW_MEASURE }, { "new indicator", STATE_NEW_MEASURE },
  { "c", STATE_SUPPRESSED }, { "confidential", STATE_SUPPRESSED }, { "withheld", STATE_SUPPRESSED }, { "[c]", STATE_SUPPRESSED }, { "*", STATE_SUPPRESSED }, { "suppressed to protect confidentiality", STATE_SUPPRESSED },
  { "not due", STATE_NOT_DUE }, { "not yet due", STATE_NOT_DUE },
  { "not supplied", STATE_NOT_SUPPLIED }, { "none", STATE_NOT_SUPPLIED }, { "nil return", STATE_NOT_SUPPLIED }, { "missing", STATE_NOT_SUPPLIED },
  { NULL, 0 },
};
TERMS_AS(state, "state", state_meant,
  [STATE_NOT_AVAILABLE] = "not-available",
  [STATE_NOT_APPLICABLE] = "not-applicable",
  [STATE_TO_BE_CONFIRMED] = "to-be-confirmed",
  [STATE_ANNUAL] = "annual",
  [STATE_SEE_COMMENT] = "see-comment",
  [STATE_NEW_MEASURE] = "new-measure",
  [STATE_SUPPRESSED] = "suppressed",
  [STATE_NOT_DUE] = "not-due",
  [STATE_NOT_SUPPLIED] = "not-supplied",
  [STATE_NOT_READABLE] = "not-readable",
  [STATE_PARTS_ONLY] = "parts-only");

static const Meant flag_meant[] = {
  { "e", FLAG_ESTIMATE }, { "(e)", FLAG_ESTIMATE }, { "estimated", FLAG_ESTIMATE }, { "est", FLAG_ESTIMATE },
  { "p", FLAG_PROVISIONAL }, { "(p)", FLAG_PROVISIONAL }, { "prov", FLAG_PROVISIONAL },
  { "r", FLAG_REVISED }, { "(r)", FLAG_REVISED },
  { "f", FLAG_FORECAST }, { "(f)", FLAG_FORECAST }, { "projected", FLAG_FORECAST },
  { "arrears", FLAG_IN_ARREARS }, { "in arrears", FLAG_IN_ARREARS },
  { NULL, 0 },
};
TERMS_AS(flag, "flag", flag_meant,
  [FLAG_ESTIMATE] = "estimate",
  [FLAG_PROVISIONAL] = "provisional",
  [FLAG_REVISED] = "revised",
  [FLAG_FORECAST] = "forecast",
  [FLAG_IN_ARREARS] = "in-arrears",
  [FLAG_CALCULATED] = "calculated",
  [FLAG_OVER] = "over",
  [FLAG_UNDER] = "under",
  [FLAG_AROUND] = "around",
  [FLAG_LOW_RELIABILITY] = "low-reliability");

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

static const Meant polarity_meant[] = {
  { "high", POLARITY_HIGHER }, { "up", POLARITY_HIGHER }, { "higher is better", POLARITY_HIGHER }, { "bigger is better", POLARITY_HIGHER }, { "increase", POLARITY_HIGHER }, { "maximise", POLARITY_HIGHER }, { "+", POLARITY_HIGHER },
  { "low", POLARITY_LOWER }, { "down", POLARITY_LOWER }, { "lower is better", POLARITY_LOWER }, { "smaller is better", POLARITY_LOWER }, { "decrease", POLARITY_LOWER }, { "minimise", POLARITY_LOWER }, { "-", POLARITY_LOWER },
  { "plan is best", POLARITY_PLAN }, { "band", POLARITY_PLAN }, { "range", POLARITY_PLAN },
  { "none", POLARITY_CONTEXT }, { "n/a", POLARITY_CONTEXT }, { "neutral", POLARITY_CONTEXT },
  { NULL, 0 },
};
TERMS_AS(polarity, "polarity", polarity_meant,
  [POLARITY_HIGHER] = "higher",
  [POLARITY_LOWER] = "lower",
  [POLARITY_PLAN] = "plan",
  [POLARITY_CONTEXT] = "context");

static const Meant frequency_meant[] = {
  { "month", FREQUENCY_MONTHLY },
  { "quarter", FREQUENCY_QUARTERLY },
  { "half yearly", FREQUENCY_HALF_YEARLY }, { "six-monthly", FREQUENCY_HALF_YEARLY }, { "six monthly", FREQUENCY_HALF_YEARLY }, { "biannual", FREQUENCY_HALF_YEARLY },
  { "annually", FREQUENCY_ANNUAL }, { "yearly", FREQUENCY_ANNUAL }, { "year", FREQUENCY_ANNUAL },
  { "ad hoc", FREQUENCY_OCCASIONAL },
  { NULL, 0 },
};
TERMS_AS(frequency, "frequency", frequency_meant,
  [FREQUENCY_MONTHLY] = "monthly",
  [FREQUENCY_QUARTERLY] = "quarterly",
  [FREQUENCY_HALF_YEARLY] = "half-yearly",
  [FREQUENCY_ANNUAL] = "annual",
  [FREQUENCY_OCCASIONAL] = "occasional");

TERMS_OPEN(category, "category", NULL,
  [CATEGORY_CORPORATE_HEALTH] = "corporate-health",
  [CATEGORY_COST_EFFICIENCY] = "cost-efficiency",
  [CATEGORY_FAIR_ACCESS] = "fair-access",
  [CATEGORY_QUALITY] = "quality",
  [CATEGORY_SERVICE_DELIVERY] = "service-delivery",
  [CATEGORY_AREA_PARTNER] = "area-partner");

static const Meant rating_meant[] = {
  { "✓", RATING_GREEN }, { "✔", RATING_GREEN }, { "☑", RATING_GREEN }, { "✅", RATING_GREEN }, { "tick", RATING_GREEN }, { "g", RATING_GREEN }, { "on track", RATING_GREEN }, { "on target", RATING_GREEN }, { "yes", RATING_GREEN },
  { "?", RATING_AMBER }, { "a", RATING_AMBER }, { "yellow", RATING_AMBER }, { "orange", RATING_AMBER }, { "question mark", RATING_AMBER },
  { "×", RATING_RED }, { "x", RATING_RED }, { "✗", RATING_RED }, { "✘", RATING_RED }, { "☒", RATING_RED }, { "❌", RATING_RED }, { "cross", RATING_RED }, { "r", RATING_RED }, { "off track", RATING_RED }, { "off target", RATING_RED }, { "no", RATING_RED },
  { "completed", RATING_COMPLETE }, { "done", RATING_COMPLETE }, { "achieved", RATING_COMPLETE }, { "c", RATING_COMPLETE },
  { "n/a", RATING_NOT_APPLICABLE }, { "na", RATING_NOT_APPLICABLE }, { "not applicable", RATING_NOT_APPLICABLE },
  { "nya", RATING_NOT_AVAILABLE }, { "not available", RATING_NOT_AVAILABLE }, { "not yet available", RATING_NOT_AVAILABLE }, { "tbc", RATING_NOT_AVAILABLE }, { "tbd", RATING_NOT_AVAILABLE }, { "to be confirmed", RATING_NOT_AVAILABLE },
  { "not due", RATING_NOT_DUE }, { "annual", RATING_NOT_DUE }, { "not yet due", RATING_NOT_DUE },
  { "not supplied", RATING_NOT_SUPPLIED },
  { "not rated", RATING_NOT_RATED }, { "none", RATING_NOT_RATED }, { "-", RATING_NOT_RATED }, { "–", RATING_NOT_RATED },
  { NULL, 0 },
};
TERMS_AS(rating, "rating", rating_meant,
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

static const Meant travel_meant[] = {
  { "↑", TRAVEL_BETTER }, { "⇧", TRAVEL_BETTER }, { "▲", TRAVEL_BETTER }, { "improved", TRAVEL_BETTER }, { "improving", TRAVEL_BETTER },
  { "→", TRAVEL_SAME }, { "↔", TRAVEL_SAME }, { "⇔", TRAVEL_SAME }, { "=", TRAVEL_SAME }, { "no change", TRAVEL_SAME }, { "unchanged", TRAVEL_SAME }, { "static", TRAVEL_SAME }, { "steady", TRAVEL_SAME },
  { "↓", TRAVEL_WORSE }, { "⇩", TRAVEL_WORSE }, { "▼", TRAVEL_WORSE }, { "declined", TRAVEL_WORSE }, { "deteriorated", TRAVEL_WORSE }, { "worsened", TRAVEL_WORSE },
  { "n/a", TRAVEL_NOT_COMPARABLE }, { "na", TRAVEL_NOT_COMPARABLE }, { "not comparable", TRAVEL_NOT_COMPARABLE }, { "not applicable", TRAVEL_NOT_COMPARABLE }, { "-", TRAVEL_NOT_COMPARABLE },
  { NULL, 0 },
};
TERMS_AS(travel, "direction of travel", travel_meant,
  [TRAVEL_BETTER] = "better",
  [TRAVEL_SAME] = "same",
  [TRAVEL_WORSE] = "worse",
  [TRAVEL_NOT_COMPARABLE] = "not-comparable",
  [TRAVEL_NOT_READABLE] = "not-readable",
  [TRAVEL_NO_CLEAR_CHANGE] = "no-clear-change");

TERMS(risk, "risk level",
  [RISK_LOW] = "low",
  [RISK_MEDIUM] = "medium",
  [RISK_HIGH] = "high");

TERMS(impact, "impact",
  [IMPACT_LOW] = "low",
  [IMPACT_MEDIUM] = "medium",
  [IMPACT_HIGH] = "high",
  [IMPACT_NONE] = "none");

static const Meant status_meant[] = {
  { "approved", STATUS_FINAL }, { "published", STATUS_FINAL }, { "signed off", STATUS_FINAL },
  { "provisional", STATUS_DRAFT }, { "in draft", STATUS_DRAFT },
  { NULL, 0 },
};
TERMS_AS(status, "status", status_meant,
  [STATUS_DRAFT] = "draft",
  [STATUS_FINAL] = "final");
/* clang-format on */
