/* Sentence patterns: a sentence in, facts out. What none of them fits says nothing. */
#pragma once
#include "facts/fact.h"
#include "facts/phrases.h"

/* What is known of the words before they are read. */
typedef struct {
  const Phrases *phrases;
  Period period;              /* that their document is about; not given: nobody knows */
  int begins;                 /* month in which the council's year begins */
  GHashTable *mentions;       /* codes of indicators, of mentions_of; or NULL */
  const Indicator *indicator; /* beside which they stand, or NULL */
  const Milestone *milestone;
} PatternContext;

/* Appends the facts of the sentence, in order: FactRow without says and record. Patterns:
 * figure-at-time  "in quarter 1 it was 93.8%"; "HP LI 5 was 93.8% in 2009/10"
 * figure-now      "performance was 93.8%": the time is that of the document
 * target          "the target of 95%", "a 95% target for 2009/10"
 * baseline        "a baseline of 40 in 2008/09"
 * from-to         "from 902 in 2008/09 to 773 in 2009/10"
 * share           "64 of 114 (56%)"
 * due             "will be completed by 31 March 2010"
 * count           "22 of the 27 milestones are green" */
void pattern_read(const PatternContext *context, const Sentence *sentence, GArray *facts);
/* Of a cell of a table in prose, that of its column and row: the time that the words name, if they name one; whether
 * they call it a target, baseline or value: Property, or PROPERTY_NONE. */
bool pattern_time(const PatternContext *context, const Sentence *sentence, Period *ret_period);
int pattern_property(const PatternContext *context, const Sentence *sentence);
