/* Looking for folders of reports below a folder. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

typedef enum {
  SEARCH_OUTERMOST, /* none inside another; a link to a folder is named, and not followed further; so is one in which it
                       cannot be seen whether marker is there */
  SEARCH_ALL,       /* those inside others, too; no links, and what cannot be read is passed over */
} SearchFor;

/* Names of the folders below root that hold marker ("team/manifest.xml"), sorted; of char *, owned. None hidden, none
 * inside a folder called team. NULL: a folder cannot be read; no root is none. */
GPtrArray *search_folders(const char *root, const char *marker, SearchFor what, GError **error);
