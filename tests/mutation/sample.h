/* Samples: documents of one run whose every finding is known, read once and then changed in one place at a time. */
#pragma once
#include "facts/inputs.h"

typedef enum { FRAMEWORK, PLAN, RETURN, N_DOCUMENTS } Document;

typedef struct {
  const char *name;
  const char *paths[N_DOCUMENTS]; /* below the root of the sources */
  const char *const *previous;    /* earlier returns, oldest first, NULL-terminated */
  const char *const *known;       /* "RULE item" of each finding that is right; NULL-terminated */
  const Record *roots[N_DOCUMENTS];
  Inputs inputs; /* as they are unchanged; borrowed from the arena given to samples_read */
} Sample;

/* All samples, read from files below root; the number in *ret_n. A file that cannot be read is fatal. */
Sample *samples_read(Arena *arena, const char *root, guint *ret_n);

/* The spec of a document's root. */
const Spec *sample_spec(Document document);
