/* What earlier documents said: previous returns and report models of the service, looked up by reference. */
#pragma once
#include "facts/inputs.h"

typedef struct {
  const Record *document; /* Return or Report */
  Period period;
  GHashTable *milestones; /* ref to MilestoneProgress (without step) or Milestone */
  GHashTable *indicators; /* ref to IndicatorProgress or Indicator */
  GHashTable *treatments; /* ref to TreatmentProgress or Treatment */
  GHashTable *former;     /* codes that items of the plan had before it: code to the item that has it no more */
  bool before_plan;       /* codes are those of an earlier plan */
  struct {
    bool milestones, indicators;
  } nameless; /* there are entries of which nobody can read of which item they speak: it can be any */
} Past;

typedef struct {
  GPtrArray *past;    /* of Past, oldest first; all before the period of the report */
  GHashTable *former; /* as in Past */
  GPtrArray *strange; /* of Past, likewise: of a service that cannot be read, or that the framework does not have: it
                       may be this one, misspelt */
  bool closings_lost; /* and have closed some */
  bool lost;          /* there is one more that nobody can place: it may have spoken of any item */
} History;

/* The documents of inputs that are earlier than the period; lives as long as the arena. */
History *history_new(const Inputs *inputs);
/* The latest, or NULL. */
const Past *history_last(const History *history);
/* The latest of the strange ones, if it is later than the latest of the others; or NULL. */
const Past *history_last_strange(const History *history);

/* What it says of an item, or NULL. Codes are given out anew with a new plan: in documents before the plan an item goes
 * by its earlier code, and its own code may be that of another item. */
const Record *past_milestone(const Past *past, const Milestone *milestone);
const Record *past_indicator(const Past *past, const Indicator *indicator);
const Record *past_treatment(const Past *past, const Treatment *treatment);
/* Rating and commentary of any such item. */
int past_rating(const Record *item);
const Prose *past_commentary(const Record *item);
/* Appends what an indicator item knows: const Reading, each with its period (copies where the document left it out). */
void past_readings(Arena *arena, const Past *past, const Record *item, GPtrArray *readings);
