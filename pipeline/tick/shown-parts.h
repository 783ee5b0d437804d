/* Going through a document: what the file of its blocks and that of its words share. */
#pragma once
#include "tick/shown.h"

/* Where things are found. */
typedef struct {
  Showing *showing;
  const char *at, *where; /* of the cell or block */
  const Record *holder;
  guint item;
  guint nth; /* how many were found in it */
} Spotting;

/* Adds one; at, where, holder and item are set. */
void spotting_add(Spotting *spotting, Shown shown);
/* The figures, dates and references of words: sentences, of GPtrArray. origins: what they may have been taken from. */
void spotting_sentences(Spotting *spotting, const GPtrArray *sentences, const Origin *origins, guint n);
/* Those of runs that a template or a field of the record has made. */
void spotting_runs(Spotting *spotting, const GPtrArray *runs, const Record *record, const Field *field);
void spotting_prose(Spotting *spotting, const Prose *prose);
