/* The table of results: by kind of mutant how many were made, how many a rule can see, how many were found. */
#pragma once
#include "mutant.h"

typedef struct {
  guint made, covered, found, beyond; /* beyond: found although no rule was thought to see it */
} Count;

typedef struct {
  Count counts[MUTANT_KINDS];
  GHashTable *reasons[MUTANT_KINDS]; /* why not covered, to number */
} Tally;

void tally_init(Tally *tally);
void tally_clear(Tally *tally);
void tally_add(Tally *tally, const Mutant *mutant, bool found);
/* Families whose findings count for a kind: first letters of rule ids. */
const char *tally_families(MutantKind kind);
const char *tally_title(MutantKind kind);
/* The table in Markdown, on standard output. */
void tally_print(const Tally *tally);
/* 100% of arithmetic and references, 95% of each other kind that a rule covers. */
bool tally_is_good(const Tally *tally);
