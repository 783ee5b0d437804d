/* Mutants: one figure, symbol, date, reference or total of a sample changed, and what should be seen of it.
 *
 * A generator says for every mutant by which criterion a rule can see it, worked out from the sample's data and not
 * from the checks; NULL when the changed document is as plausible as the one before. */
#pragma once
#include "sample.h"

typedef enum {
  MUTANT_STATEMENT,
  MUTANT_PARTS,
  MUTANT_MEASURES,
  MUTANT_RISK,
  MUTANT_COUNTS,
  MUTANT_LINES,
  MUTANT_DANGLING,
  MUTANT_TWICE,
  MUTANT_ELSEWHERE,
  MUTANT_NUMBERING,
  MUTANT_VALUE,
  MUTANT_HISTORY,
  MUTANT_TARGET,
  MUTANT_QUARTILE,
  MUTANT_ZERO,
  MUTANT_CARRIED,
  MUTANT_SYMBOL,
  MUTANT_PROGRESS,
  MUTANT_TRAVEL,
  MUTANT_POLARITY,
  MUTANT_UNIT,
  MUTANT_RULE,
  MUTANT_DUE,
  MUTANT_DATE,
  MUTANT_IMPOSSIBLE,
  MUTANT_PERIOD,
  MUTANT_QUOTED,
  MUTANT_YEAR_WORDS,
  MUTANT_DATE_WORDS,
  MUTANT_COPIED,
  MUTANT_DELETED,
  MUTANT_ADDED,
  MUTANT_KINDS
} MutantKind;

typedef struct {
  MutantKind kind;
  Document document;
  gsize from, to;       /* bytes of the document that are replaced */
  const char *text;     /* by what */
  const Record *record; /* that is changed */
  const char *name;     /* how a finding may name the thing changed, beside its place and its item's code; or NULL */
  const char *covered;  /* what a rule can see */
  const char *why;      /* when not covered: why nothing can be seen */
  const char *detail;   /* of the record, in words: "number" */
} Mutant;

typedef struct Maker Maker;
struct Maker {
  const Sample *sample;
  void (*visit)(const Mutant *mutant, void *data);
  void *data;
};

/* The item that a record belongs to: the nearest one upward with a code of its own, or the document. */
const Record *mutant_item(const Record *record);
/* Its code, or NULL. */
const char *mutant_code(const Record *item);
/* Where the record's element ends, after its end tag. */
gsize mutant_end(const Record *record);
/* The attribute's value as written, caller frees; NULL: it has none. */
char *mutant_attribute(const Record *record, const char *attribute);
/* The document that a record was read from. */
Document mutant_document(const Maker *maker, const Record *record);

/* Offers the record with another value of an attribute. covered or why may be NULL. */
void mutant_offer(const Maker *maker, MutantKind kind, const Record *record, const char *attribute, const char *value,
                  const char *covered, const char *why);
/* Offers the document with the bytes of a record replaced; text may hold anything. */
void mutant_offer_bytes(const Maker *maker, MutantKind kind, const Record *record, gsize from, gsize to,
                        const char *text, const char *detail, const char *covered, const char *why);

/* The generators. */
void make_figures(const Maker *maker);
void make_values(const Maker *maker);
void make_symbols(const Maker *maker);
void make_dates(const Maker *maker);
void make_references(const Maker *maker);
void make_words(const Maker *maker);
void make_items(const Maker *maker);
