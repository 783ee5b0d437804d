/* Repeating a run: the manifest's steps are run again into an empty folder and the outputs compared byte for byte. */
#pragma once
#include "manifest/manifest.h"

/* Differences go to diags (O-DIFFERS, O-MISSING). The folder is made in the temporary directory and removed again.
 * False: the folder could not be made or a program could not be started. */
bool repeat_run(const Manifest *manifest, const char *manifest_path, DiagList *diags, GError **error);
