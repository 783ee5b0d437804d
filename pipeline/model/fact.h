/* Facts: what the documents of a run say, a row a statement, from records and from words. No part of the model. */
#pragma once
#include "record/record.h"
#include "vocabulary/vocabulary.h"

/* What a fact is about. */
typedef enum {
  ABOUT_NONE,
  ABOUT_INDICATOR,
  ABOUT_MILESTONE,
  ABOUT_STEP,
  ABOUT_TREATMENT,
  ABOUT_EQUALITY_ACTION,
  ABOUT_STATEMENT, /* a line of one */
  ABOUT_SERVICE,
  ABOUT_THINGS /* things that words count */
} About;

typedef enum {
  PROPERTY_NONE,
  PROPERTY_VALUE,
  PROPERTY_TARGET,
  PROPERTY_BASELINE,
  PROPERTY_NUMERATOR,
  PROPERTY_DENOMINATOR,
  PROPERTY_UNIT,
  PROPERTY_POLARITY,
  PROPERTY_NAME,
  PROPERTY_DUE,
  PROPERTY_OFFICER,
  PROPERTY_RATING,
  PROPERTY_TRAVEL,
  PROPERTY_BUDGET,
  PROPERTY_ACTUAL, /* of a statement, to date */
  PROPERTY_VARIANCE,
  PROPERTY_COUNT
} Property;

/* What kind of document says it; in the order in which they are weighed. */
typedef enum {
  SAYS_NONE,
  SAYS_FRAMEWORK,
  SAYS_EARLIER, /* an earlier return or report */
  SAYS_PLAN,
  SAYS_RETURN,
  SAYS_OTHER, /* a plan, return or report of others */
  SAYS_PAPER
} Says;

/* How sure it is: a record says it; words do; words do, and the time is that of their document. */
typedef enum { SURE_NONE, SURE_RECORD, SURE_SAID, SURE_ASSUMED } Sure;

extern const Terms terms_about, terms_property, terms_says, terms_sure;

typedef struct {
  Record record;
  int about, property, says, sure; /* About, Property, Says, Sure */
  char *ref;                       /* code of the thing as our plan has it; else as the document has it */
  char *measure;                   /* of an indicator; NULL: its only one, or the whole */
  Period period;                   /* for when; not given: of no time */
  OptAmount number;
  Date date;
  char *words;   /* a name, a term, a value in words */
  int unit;      /* of the number, where words say it: Unit */
  guint flags;   /* set of 1 << Flag */
  char *pattern; /* the sentence pattern that read it; NULL: a record */
  char *file;
  int line, column; /* -1: unknown */
  int page;         /* of a file that has pages; else -1 */
  char *quote;      /* the words as they were written */
} FactRecord;
extern const Spec fact_record_spec; /* <fact> */

typedef struct {
  Record record;
  char *service;
  Period period;
  GPtrArray *facts; /* of FactRecord: by thing, property, measure, period */
} FactList;
extern const Spec fact_list_spec; /* root <facts> of facts.xml */
