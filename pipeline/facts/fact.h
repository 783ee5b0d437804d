/* The table of facts: what all documents of a run say, from records and from words, a row a statement. */
#pragma once
#include "facts/history.h"
#include "facts/returned.h"
#include "facts/sentence.h"
#include "model/fact.h"

/* One statement. Borrows what it points to. */
typedef struct {
  int about, property, says, sure; /* About, Property, Says, Sure */
  const char *ref;                 /* code of the thing as our plan has it; else as the document has it */
  const Record *thing;             /* the item of our plan, or NULL */
  const char *measure;             /* of an indicator; NULL: its only one, or the whole */
  Period period;                   /* as it is told */
  Period key;                      /* the same; of a figure that is the outturn of a year that year */
  OptAmount number;
  Date date;
  const char *words;
  const Record *beside;  /* of THINGS: the item of our plan beside which the words stand, or NULL */
  int unit;              /* of the number, where words say it: Unit */
  guint flags;           /* set of 1 << Flag */
  const char *pattern;   /* that read it; NULL: a record */
  const Reading *figure; /* the record of the figure, or NULL */
  const Record *record;  /* that says it, or in whose words it is said */
  const char *attribute; /* of the record, or NULL */
  const Sentence *sentence;
  guint first, last, at;  /* its tokens to quote; that of the figure or date */
  guint nth_thing, order; /* things as they come; statements of one thing by the weight of their documents */
} FactRow;

typedef struct {
  Arena *arena;
  const Inputs *inputs;
  GArray *facts;      /* of FactRow, sorted by thing, property, measure, key and order */
  GHashTable *things; /* name of a thing to its number */
  const struct Phrases *phrases;
  GHashTable *said; /* Token of figures and dates that words state with their time */
  GHashTable *cut;  /* Prose or list of Run to its sentences */
} FactTable;

/* What records say, and words; those of earlier documents, which no check asks, only with earlier_words. Lives as long
 * as the arena. */
FactTable *facts_new(const Inputs *inputs, const History *history, const Returned *returned, bool earlier_words);
/* The sentences of a record's field of prose or mixed text, or of its prose; cut once. */
GPtrArray *facts_sentences(const FactTable *table, const Record *record, const char *field);
GPtrArray *facts_sentences_of(const FactTable *table, const Prose *prose);
const FactRow *fact_at(const FactTable *table, guint index);
/* The end of the rows that speak of the same thing, property, measure and time as the row. */
guint fact_group_end(const FactTable *table, guint index);
/* Whether a pattern has read what the token says, with its time. */
bool facts_have(const FactTable *table, const Sentence *sentence, guint token);
/* Where it was written: the file, or NULL, and the byte in it. */
const Source *fact_source(const FactRow *fact);
gsize fact_offset(const FactRow *fact);

/* Adds a row; then, once, all are sorted. */
void facts_add(FactTable *table, FactRow fact);
void facts_sort(FactTable *table);

/* As people read it (facts.xml). */
FactList *facts_list(const FactTable *table);
