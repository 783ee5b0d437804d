/* Ticks: what bears out the figures, dates and references that a document shows, as auditors tick and tie them. No part
 * of the model or the document: what is published does not know of them. */
#pragma once
#include "record/record.h"

typedef enum { TICK_NONE, TICK_FIGURE, TICK_DATE, TICK_REFERENCE } TickKind;

/* How strong what bears it out is, the strongest first. Words may have been copied from the very figure, and what
 * stands in the same document was written by the same hand: the last three alone make a weak tick. */
typedef enum {
  STRENGTH_NONE,
  STRENGTH_OTHER_RECORD,   /* a record of another document */
  STRENGTH_EARLIER_RECORD, /* an earlier return, of its own period */
  STRENGTH_ARITHMETIC,     /* what other figures make by a rule: a declared sum, a difference, a ratio, a product */
  STRENGTH_OTHER_WORDS,    /* words of another document */
  STRENGTH_OWN_RECORD,     /* another record of the document in which it was written */
  STRENGTH_OWN_WORDS,      /* words of that document */
  STRENGTH_OPEN            /* nothing */
} Strength;

typedef enum {
  TICK_BY_NONE,
  TICK_BY_AGREES,
  TICK_BY_SUM,
  TICK_BY_PART, /* of a sum, difference, ratio or product that holds */
  TICK_BY_DIFFERENCE,
  TICK_BY_RATIO,
  TICK_BY_PRODUCT,
  TICK_BY_RESOLVES /* what the reference names is there */
} TickRule;

extern const Terms terms_tick_kind, terms_strength, terms_tick_rule;

/* A place that says so, or one of the figures by which it follows. */
typedef struct {
  Record record;
  char *text; /* the figure, or the words */
  char *file;
  int line, column; /* -1: unknown */
} TickPart;
extern const Spec tick_part_spec; /* <part> */

typedef struct {
  Record record;
  int strength, rule; /* Strength, TickRule */
  GPtrArray *parts;   /* of TickPart: of agreement the one place; long sums say the first ones */
  int more;           /* parts that are not said; -1: none */
} TickSource;
extern const Spec tick_source_spec; /* <source> */

typedef struct {
  Record record;
  int kind; /* TickKind */
  char *at; /* the cell: "indicators/3/4", table, row and column from 1; or section and block; the nth figure in it */
  char *where;  /* the same for people */
  char *text;   /* as it is shown */
  int strength; /* Strength of the first source */
  char *file;   /* from where it was taken, or NULL */
  int line, column;
  GPtrArray *sources; /* of TickSource, the strongest first */
} Tick;
extern const Spec tick_spec; /* <tick> */

/* How many figures, dates or references, and by what they are borne out. */
typedef struct {
  Record record;
  int kind;                    /* TickKind */
  int all, ticked, weak, open; /* weak: of those ticked */
  int other_record, earlier_record, arithmetic, other_words, own_record, own_words;
} TickCount;
extern const Spec tick_count_spec; /* <tally> */

/* Figures that add up though nobody declared it: for people to look at, no finding. */
typedef struct {
  Record record;
  char *at, *where;
  char *text; /* in a sentence */
} TickSuggestion;
extern const Spec tick_suggestion_spec; /* <suggestion> */

typedef struct {
  Record record;
  char *service;
  Period period;
  char *document; /* name of its files: "report" */
  char *title;
  GPtrArray *counts, *ticks, *suggestions;
  /* in the assurance report, instead of the ticks: */
  GPtrArray *open; /* of Tick: those of figures and dates that nothing bears out, the first ones */
  int more;        /* how many further ones there are; -1: none */
} TickList;
extern const Spec tick_list_spec;    /* root <ticks> */
extern const Spec assured_ticks_spec; /* <ticks> of assured_report_spec */

static inline bool strength_is_weak(int strength)
{
  return strength >= STRENGTH_OTHER_WORDS && strength <= STRENGTH_OWN_WORDS;
}
