/* What else the documents of the run say of a figure, date or reference that is shown: its independent sources. */
#pragma once
#include "facts/fact.h"
#include "tick/shown.h"

typedef struct Evidence Evidence;

/* Indexes the table of facts and the registers; borrows them, and lives as long as the arena. */
Evidence *evidence_new(Arena *arena, const FactTable *facts, const Inputs *inputs);
/* Appends the sources of what is shown, of TickSource: those that agree with it, or by which it follows. */
void evidence_find(const Evidence *evidence, const Shown *shown, Tick *tick);

/* ---- the ways to find them, a file each -------------------------------------------------------------------------- */

struct Evidence {
  Arena *arena;
  const FactTable *facts;
  const Inputs *inputs;
  GHashTable *by_place;  /* a record as it was written, to 1 + the index of its last fact */
  GHashTable *by_token;  /* Token to the same */
  GHashTable *dues;      /* a thing of our plan as it was written, to 1 + the index of the first fact of its days */
  guint *before;         /* by fact: 1 + the index of the one before it of the same place or token; 0: none */
  guint *group;          /* by fact: the first of those that speak of the same */
  GHashTable *registers; /* "role OD-HP" to the Record that defines it */
  GHashTable *sums;      /* Record of a statement's line to what adds up there */
};

/* Whether both were written at the same place, and in the same file. */
bool evidence_same_place(const Record *a, const Record *b);
bool evidence_same_file(const Record *a, const Record *b);
/* The statement of a date that a field shows: of a day to which a thing was put off the return's, where it has one; 1 +
 * its index among the facts; 0: nobody knows. */
guint evidence_own_day(const Evidence *evidence, const Shown *shown);
/* A source with its first part; returns it. */
TickSource *evidence_add(const Evidence *evidence, Tick *tick, int strength, int rule);
void evidence_add_part(const Evidence *evidence, TickSource *source, const Record *record, const char *attribute,
                       const OptAmount *number, const char *text);
void evidence_add_fact(const Evidence *evidence, TickSource *source, const FactRow *fact);

void evidence_find_agreement(const Evidence *evidence, const Shown *shown, Tick *tick);
void evidence_find_ratio(const Evidence *evidence, const Shown *shown, Tick *tick);
void evidence_find_parts(const Evidence *evidence, const Shown *shown, Tick *tick);     /* of indicators with totals */
void evidence_find_statement(const Evidence *evidence, const Shown *shown, Tick *tick); /* sums and differences */
void evidence_find_product(const Evidence *evidence, const Shown *shown, Tick *tick);   /* scores of risks */
void evidence_find_register(const Evidence *evidence, const Shown *shown, Tick *tick);
void evidence_fill_registers(Evidence *evidence);
