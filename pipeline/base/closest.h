/* "Did you mean": the closest of some words, asked for again and again. */
#pragma once
#include <glib.h>

typedef struct Closest Closest;

/* Nobody makes so many slips: further questions have no answer, so that a file of wrong codes does not cost their
 * number times that of the right ones. */
enum { CLOSEST_QUESTIONS = 50 };

Closest *closest_new(void);
void closest_free(Closest *closest); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Closest, closest_free)

/* Adds a candidate, borrowed; empty ones, and those of more than 64 letters, are passed over. */
void closest_add(Closest *closest, const char *word);
/* The candidate with the fewest wrong letters (at most a third of word's), or NULL; the first of equals, without regard
 * to case. */
const char *closest_find(Closest *closest, const char *word);
