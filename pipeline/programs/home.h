/* Where layouts, and the style and words that they share, are looked for: beside the documents of a council, here, and
 * with the program. */
#pragma once
#include <glib.h>

/* The folders to look in, first to last, NULL-terminated: own (or NULL), layouts/ beside or above a document (or NULL),
 * layouts/ here or above, the program's own. Each once, seen from here where it stands below. Caller frees. */
char **home_layouts(const char *own, const char *document);
/* Why own cannot be looked in, or NULL. Caller frees. */
char *home_fault(const char *own);
/* The folder that came with the program, seen from here where it stands below; NULL: there is none. Caller frees. */
char *home_shipped(void);
/* The path of a file that was typed: as it was typed, or else of that name in the first of the folders that has one.
 * NULL with *ret_fault (caller frees): there is none. Caller frees. */
char *home_find(const char *typed, const char *const *folders, char **ret_fault);
