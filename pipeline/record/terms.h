/* Closed vocabularies: each value has one word in XML. */
#pragma once
#include <glib.h>

/* One table a vocabulary: names[value] is the word in XML; n is their count, and a NULL follows.
 * Value 0 is always "not stated" ("" in XML: attribute absent). */
typedef struct {
  const char *label; /* "unit", for messages */
  guint n;
  const char *const *names;
} Terms;

/* The value of a word, or -1. */
int terms_find(const Terms *terms, const char *word);
/* The word of a value, "" for 0 or out of range. */
const char *terms_name(const Terms *terms, int value);
