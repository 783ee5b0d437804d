/* Proving a folder of reports: every file is what its manifest says, and the same run gives the same bytes again. */
#pragma once
#include "report/report.h"

typedef enum {
  VERIFY_REPEATED,     /* made again, byte for byte */
  VERIFY_UNREPEATABLE, /* unaltered, but it cannot be repeated here: diags say what differs */
  VERIFY_ALTERED,      /* not what a run made, or nothing that could be proved */
} VerifyAnswer;

typedef struct {
  VerifyAnswer answer;
  guint n;            /* how many files were proved */
  const char *folder; /* its name below that of all outputs, as its manifest says; NULL: there is none */
  const char *usual; /* where such a run puts its report by itself: "2009-10-Q4/housing"; NULL: it was not made again */
  const char *base;  /* the run's working directory, absolute: its inputs are seen from there */
  ReportMade made;   /* what came out again, with a manifest of its own; nothing unless repeated */
} Verified;

/* path: a folder with team/manifest.xml, or that manifest. Only our own run is made again, in memory, from the inputs
 * that the manifest names; nothing that a file names is ever started. Words and the new manifest live in the arena.
 * False: a wrong world. Clear *ret in any case. */
bool verify_folder(Arena *arena, const char *path, Verified *ret, DiagList *diags, GError **error);
void verified_clear(Verified *verified);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Verified, verified_clear)
