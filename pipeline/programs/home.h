/* Where the layouts are: beside the documents of a council, and with the program. */
#pragma once
#include "layout/layout-list.h"

/* Folders to look in, NULL-terminated: own (or NULL), layouts/ beside or above a document, then the program's own. Seen
 * from here where they stand below. Caller frees. */
char **home_layouts(const char *own, const char *document);
