/* Proving a folder of reports: every file is what its manifest says, and the same run gives the same bytes again. */
#pragma once
#include "manifest/manifest.h"

typedef enum {
  VERIFY_REPEATED,     /* made again, byte for byte */
  VERIFY_UNREPEATABLE, /* unaltered, but it cannot be repeated here: diags say what differs */
  VERIFY_ALTERED,      /* not what a run made, or nothing that could be proved */
} VerifyAnswer;

/* path: a folder with team/manifest.xml, or that manifest. Only our own run is made again, in memory, from the inputs that
 * the manifest names; nothing that a file names is ever started. Changes the working directory to that of the run. *ret_n:
 * how many files were proved. False: a wrong world. */
bool verify_folder(const char *path, VerifyAnswer *ret_answer, guint *ret_n, DiagList *diags, GError **error);
