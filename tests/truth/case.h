/* Cases of the truth set: one edit of the documents of a council, and what a reader would say of it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
  char *file, *before, *after; /* before NULL: a new file */
} Edit;

typedef struct {
  char *name;
  char *kind, *truth, *twin, *base, *say; /* truth: "certain", "likely" or "true" */
  GPtrArray *at;                          /* of Edit: the place is the line of file that holds after */
  GPtrArray *edits;                       /* of Edit */
} Case;

/* The cases of files NAME.case in a folder, or of one file in which a line "case: NAME" begins each; of Case, by name.
 * What cannot be read ends the program. */
GPtrArray *cases_read(const char *path);

/* The line, from 1, on which the words stand in a text; 0: on none. */
guint case_line(const char *text, const char *words);

/* A text with one edit made in it; ends the program when it has not the words just once. Caller frees. */
char *case_edit(const Case *one, const Edit *edit, const char *text);
