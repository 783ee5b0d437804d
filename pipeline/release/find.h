/* The reports there are below a folder. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

#define RELEASED_NAME "SHA256SUMS" /* stands in every folder that was released */

/* Names of the folders below root that hold marker ("team/manifest.xml"), sorted; of char *, owned. None inside
 * another, none hidden, none inside a folder called team; a link to a folder is named, and not followed further. NULL:
 * a folder cannot be read; no root is none. */
GPtrArray *find_folders(const char *root, const char *marker, GError **error);
