/* What documents say, a row a statement. */
#include "model/fact.h"

#define TERMS(name_, label_, ...)                                                                                      \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names, NULL, NULL }

TERMS(about, "what it is about", "indicator", "milestone", "step", "treatment", "equality-action", "statement",
      "service", "things");
TERMS(property, "property", "value", "target", "baseline", "numerator", "denominator", "unit", "polarity", "name",
      "due", "officer", "rating", "travel", "budget", "actual", "variance", "count");
TERMS(says, "who says it", "framework", "earlier", "plan", "return", "other", "paper");
TERMS(sure, "how sure it is", "record", "said", "assumed");

SPEC(fact_record_spec, FactRecord, "fact", "fact",
     FIELD(FactRecord, about, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_about),
     FIELD(FactRecord, ref, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_KEY, NULL),
     FIELD(FactRecord, measure, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(FactRecord, property, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_property),
     FIELD(FactRecord, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(FactRecord, number, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(FactRecord, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),
     FIELD(FactRecord, flags, NULL, IN_ATTRIBUTE, FIELD_FLAGS, 0, &terms_flag),
     FIELD(FactRecord, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(FactRecord, words, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(FactRecord, says, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_says),
     FIELD(FactRecord, sure, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_sure),
     FIELD(FactRecord, pattern, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(FactRecord, file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(FactRecord, line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(FactRecord, column, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(FactRecord, page, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(FactRecord, quote, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL));

SPEC(fact_list_spec, FactList, "facts", "facts",
     FIELD(FactList, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(FactList, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD_AS("fact", FactList, facts, NULL, IN_ELEMENT, FIELD_MANY, 0, &fact_record_spec));
