/* Whether a report may be published: proved byte for byte, made from what is final, without errors that nobody
 * accepted, and its day has come. */
#pragma once
#include "folder/public.h"
#include "release/occasion.h"
#include "verify/verify.h"

/* What a report is judged by. */
typedef struct {
  Occasion occasion; /* what is being released */
  Date today;
  bool fewer;           /* a report may take the place of one although services of it are not available */
  const char *calendar; /* NULL: calendar.xml beside or above what the report was made from */
} Law;

typedef struct {
  Verified verified;
  char *refused; /* why it may not be published, in words; NULL: it may */
  char *absent;  /* services, with commas, of which it says only that they are not available; NULL: none */
} Judgement;

/* folder: of a report, with team/manifest.xml. What it shows to be so is worked out by making it again, never read from
 * its manifest. What is wrong with its files goes to diags. False: a wrong world. Clear *ret in any case. */
bool judge_report(Arena *arena, const char *folder, const Law *law, Judgement *ret, DiagList *diags, GError **error);
void judgement_clear(Judgement *judgement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Judgement, judgement_clear)

/* The names of the files that may be published, of those that a run made: a set of char *, owned. */
GHashTable *judge_public_names(const Manifest *made);
