/* Sentence patterns: a sentence in, facts out. What none of them fits says nothing. */
#pragma once
#include "facts/fact.h"
#include "facts/phrases.h"
#include "facts/subject.h"

/* What is known of the words before they are read. */
typedef struct {
  Arena *arena; /* for the names of parts */
  const Phrases *phrases;
  Period period;              /* that their document is about; not given: nobody knows */
  Date made;                  /* day on which it was made; not given: nobody knows */
  int begins;                 /* month in which the council's year begins */
  GHashTable *mentions;       /* codes of indicators, of mentions_of; or NULL */
  GHashTable *milestones;     /* codes of milestones, of mentions_of_milestones; or NULL */
  const Subjects *subjects;   /* indicators by the words of their titles, or NULL */
  const Indicator *indicator; /* beside which they stand, or NULL */
  const Milestone *milestone;
  const Record *item;      /* of the plan beside which they stand, of any kind, or NULL */
  bool planned;            /* they are the item's own in the plan: what they count is to be done */
  const Indicator *spoken; /* of which the sentence before spoke by its title, or NULL */
} PatternContext;

/* Appends the facts of the sentence, in order: FactRow without says and record. The indicator that it names by words of
 * its title, or NULL. Patterns:
 * figure-at-time  "in quarter 1 it was 93.8%"; "HP LI 5 was 93.8% in 2009/10"
 * figure-now      "performance was 93.8%": the time is that of the document
 * target          "the target of 95%", "a 95% target for 2009/10"
 * baseline        "a baseline of 40 in 2008/09"
 * from-to         "from 902 in 2008/09 to 773 in 2009/10"
 * share           "64 of 114 (56%)"
 * titled          "221 accidental fires were attended": the words of a title stand for its code
 * part            "Ashby 89.4, Barton 87.2": parts of the row, or of what is named
 * due             "will be completed by 31 March 2010": of the milestone beside it, or the only one that is named
 * things          "9 of the 23 machines", "we own 5,240 homes": how many there are of what nothing has a code for
 * count           "22 of the 27 milestones are green" */
const Indicator *pattern_read(const PatternContext *context, const Sentence *sentence, GArray *facts);
/* Of a cell of a table in prose, that of its column and row: the time that the words name, if they name one; whether
 * they call it a target, baseline or value: Property, or PROPERTY_NONE. */
bool pattern_time(const PatternContext *context, const Sentence *sentence, Period *ret_period);
int pattern_property(const PatternContext *context, const Sentence *sentence);
