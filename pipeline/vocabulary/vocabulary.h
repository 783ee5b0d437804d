/* The vocabularies of the field that plans, reports and documents share: units, states, ratings ... */
#pragma once
#include "record/terms.h"
#include <stdbool.h>

/* clang-format off */
typedef enum { UNIT_NONE, UNIT_PERCENT, UNIT_COUNT, UNIT_PER_1000, UNIT_PER_10000, UNIT_PER_100000, UNIT_POUNDS,
               UNIT_THOUSAND_POUNDS, UNIT_PENCE, UNIT_DAYS, UNIT_WEEKS, UNIT_HOURS, UNIT_MINUTES, UNIT_KG, UNIT_TONNES, UNIT_RATIO, UNIT_SCORE,
               UNIT_FTE, UNIT_YES_NO, UNIT_TEXT, UNIT_NOT_READABLE, UNIT_MINUTES_SECONDS, UNIT_EUROS, UNIT_DOLLARS, UNIT_MILLION_POUNDS } Unit;
typedef enum { STATE_NONE, STATE_NOT_AVAILABLE, STATE_NOT_APPLICABLE, STATE_TO_BE_CONFIRMED, STATE_ANNUAL,
               STATE_SEE_COMMENT, STATE_NEW_MEASURE, STATE_SUPPRESSED, STATE_NOT_DUE, STATE_NOT_SUPPLIED, STATE_NOT_READABLE,
               STATE_PARTS_ONLY } State;
/* Flags are a set: bit 1 << Flag. In XML a list of words separated by spaces. */
typedef enum { FLAG_NONE, FLAG_ESTIMATE, FLAG_PROVISIONAL, FLAG_REVISED, FLAG_FORECAST, FLAG_IN_ARREARS, FLAG_CALCULATED,
               FLAG_OVER, FLAG_UNDER, FLAG_AROUND, FLAG_LOW_RELIABILITY } Flag;
typedef enum { KIND_NONE, KIND_CUMULATIVE, KIND_SNAPSHOT, KIND_ROLLING, KIND_AVERAGE, KIND_ANNUAL, KIND_SURVEY,
               KIND_FLOW, KIND_CUMULATIVE_PLAN, KIND_GRADE, KIND_RANK } Kind;
typedef enum { POLARITY_UNSTATED, POLARITY_HIGHER, POLARITY_LOWER, POLARITY_PLAN, POLARITY_CONTEXT } Polarity;
typedef enum { FREQUENCY_NONE, FREQUENCY_MONTHLY, FREQUENCY_QUARTERLY, FREQUENCY_HALF_YEARLY, FREQUENCY_ANNUAL, FREQUENCY_OCCASIONAL } Frequency;
typedef enum { CATEGORY_NONE, CATEGORY_CORPORATE_HEALTH, CATEGORY_COST_EFFICIENCY, CATEGORY_FAIR_ACCESS, CATEGORY_QUALITY,
               CATEGORY_SERVICE_DELIVERY, CATEGORY_AREA_PARTNER } Category;
typedef enum { RATING_NONE, RATING_GREEN, RATING_AMBER, RATING_RED, RATING_COMPLETE, RATING_NOT_APPLICABLE,
               RATING_NOT_AVAILABLE, RATING_NOT_DUE, RATING_NOT_SUPPLIED, RATING_NOT_READABLE, RATING_NOT_RATED } Rating;
typedef enum { TRAVEL_NONE, TRAVEL_BETTER, TRAVEL_SAME, TRAVEL_WORSE, TRAVEL_NOT_COMPARABLE, TRAVEL_NOT_READABLE,
               TRAVEL_NO_CLEAR_CHANGE } Travel;
typedef enum { RISK_NONE, RISK_LOW, RISK_MEDIUM, RISK_HIGH } RiskLevel;
typedef enum { IMPACT_UNSTATED, IMPACT_LOW, IMPACT_MEDIUM, IMPACT_HIGH, IMPACT_NONE } Impact;
typedef enum { STATUS_NONE, STATUS_DRAFT, STATUS_FINAL } Status;
/* clang-format on */

/* The flag that says of a figure how near it is, of a set: over 500, under 500, around 500; or FLAG_NONE. */
static inline int flags_nearness(unsigned flags)
{
  int flag = FLAG_OVER;
  while (flag <= FLAG_AROUND && !(flags & (1u << flag)))
    flag++;
  return flag <= FLAG_AROUND ? flag : FLAG_NONE;
}
/* Whether a symbol is shown for the rating: the others say why there is none. */
static inline bool rating_is_symbol(int rating)
{
  return rating >= RATING_GREEN && rating <= RATING_COMPLETE;
}
static inline bool travel_is_symbol(int travel)
{
  return travel >= TRAVEL_BETTER && travel <= TRAVEL_WORSE;
}

/* Months by their numbers, "01" to "12"; the value is the month. */
extern const Terms terms_month;
extern const Terms terms_unit, terms_state, terms_flag, terms_kind, terms_polarity, terms_frequency, terms_category,
    terms_rating, terms_travel, terms_risk, terms_impact, terms_status;
