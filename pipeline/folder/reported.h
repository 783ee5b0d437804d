/* The folders that runs fill, and nothing else: each holds a manifest of what its run made. */
#pragma once

#define MANIFEST_NAME "team/manifest.xml"

/* The folder with a manifest that a folder is, or stands in, by whatever links; it need not be there itself. NULL: there
 * is none; caller frees. */
char *reported_around(const char *folder);
