/* Closed vocabularies: each value has one word in XML. */
#pragma once
#include <glib.h>

/* What people write for a value of a vocabulary: "n/a", "TBC", a tick. */
typedef struct {
  const char *written; /* lower case; NULL ends the list */
  int value;
} Meant;

/* One table a vocabulary: names[value] is the word in XML; n is their count, and a NULL follows.
 * Value 0 is always "not stated" ("" in XML: attribute absent). */
typedef struct {
  const char *label; /* "unit", for messages */
  guint n;
  const char *const *names;
  const Meant *meant; /* or NULL */
} Terms;

/* The value of a word, or -1. */
int terms_find(const Terms *terms, const char *word);
/* The value that was probably meant by a word that is none of them, or 0: by what people write, else by the spelling.
 */
int terms_meant(const Terms *terms, const char *word);
/* " (did you mean 'green'?)", or "" where nobody can tell; caller frees. */
char *terms_hint(const Terms *terms, const char *word);
/* The word of a value, "" for 0 or out of range. */
const char *terms_name(const Terms *terms, int value);
