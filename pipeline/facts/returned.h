/* The entries of a return, looked up by what they speak of. */
#pragma once
#include "facts/closings.h"

typedef struct {
  GHashTable *milestones; /* ref to MilestoneProgress without step */
  GHashTable *steps;      /* "milestone\nstep" to MilestoneProgress */
  GHashTable *indicators; /* ref to IndicatorProgress */
  GHashTable *treatments; /* ref to TreatmentProgress */
  GHashTable *equality;   /* ref to EqualityProgress */
  GHashTable *closed;     /* ref to Closure */
  GHashTable *partly;     /* refs of milestones of which a step is spoken of, nobody can read which */
  GHashTable *twice;      /* of these entries: those with a second one beside them */
  const Closings *before; /* what earlier documents closed; NULL: none of them is asked */
  struct {
    bool milestones, steps, indicators, treatments, equality;
    bool revised; /* milestones or steps that they put off */
  } nameless;     /* there are entries that do not say, readably, of which item they speak: it can be any */
} Returned;

/* Tables are empty when there is no return; they live as long as the arena. Of several entries with one ref the first
 * counts. */
Returned *returned_new(Arena *arena, const Return *current);
const MilestoneProgress *returned_step(const Returned *returned, const char *milestone, const char *step);
