/* What all checks say of a run, in process: the gates of the changed document, then joining and the checks. */
#pragma once
#include "sample.h"

typedef struct {
  char *rule;
  char *item; /* the finding's, or NULL */
  char *file; /* may be NULL */
  guint line; /* 0: unknown */
  char *other_file;
  guint other_line;
  char *text;
} Hit;

typedef struct {
  GArray *hits; /* of Hit */
} Hits;

/* Checks the sample with the text of one document replaced; text NULL: as it is. Caller frees. */
Hits *assess(const Sample *sample, Document document, const char *text);
void hits_free(Hits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Hits, hits_free)

/* How many hits have the rule and item of hit. */
guint hits_like(const Hits *hits, const Hit *hit);
