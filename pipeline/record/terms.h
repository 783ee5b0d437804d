/* Vocabularies: each value has one word in XML. Most are closed; of some a council may have words of its own. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Words of a council's own, numbered in the order in which they are first read. */
typedef struct {
  GPtrArray *words; /* of interned strings; NULL: none yet */
} TermsOwn;

/* What people write for a value of a vocabulary: "n/a", "TBC", a tick. */
typedef struct {
  const char *written; /* lower case; NULL ends the list */
  int value;
} Meant;

/* One table a vocabulary: names[value] is the word in XML; n is their count, and a NULL follows.
 * Value 0 is always "not stated" ("" in XML: attribute absent). Values from n on are words of a council's own. */
typedef struct {
  const char *label; /* "unit", for messages */
  guint n;
  const char *const *names;
  const Meant *meant; /* or NULL */
  TermsOwn *own;      /* NULL: there are no words but these */
} Terms;

/* The value of a word, or -1. */
int terms_find(const Terms *terms, const char *word);
/* The same; a word that is new is taken up where the vocabulary has room for it. */
int terms_take(const Terms *terms, const char *word);
/* The value for which people write that word, or 0. */
int terms_spoken(const Terms *terms, const char *word);
/* The value that was probably meant by a word that is none of them, or 0: by what people write, else by the spelling.
 */
int terms_meant(const Terms *terms, const char *word);
/* " (did you mean 'green'?)", or "" where nobody can tell; caller frees. */
char *terms_hint(const Terms *terms, const char *word);
/* Whether the value is a word of a council's own. */
bool terms_is_own(const Terms *terms, int value);
/* In the vocabulary's order; words of a council's own behind all others, by their letters. */
int terms_compare(const Terms *terms, int a, int b);
/* How many values there are, with 0. */
guint terms_count(const Terms *terms);
/* The word of a value, "" for 0 or out of range. */
const char *terms_name(const Terms *terms, int value);
