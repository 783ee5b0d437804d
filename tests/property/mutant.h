/* Mutants: texts of XML with a few things changed by a seed, most of them still well-formed. */
#pragma once
#include <glib.h>

typedef struct {
  guint64 state;
} Dice;

Dice dice_new(guint64 seed);
guint dice_roll(Dice *dice, guint sides); /* 0 to sides - 1; 0 of none */

/* The text with one thing changed; what was done is appended to *what. Caller frees. */
char *mutant_of(const char *text, Dice *dice, GString *what);
