/* Reading a layout with the house style and the words that it names. */
#pragma once
#include "diag/diag.h"
#include "layout/layout.h"
#include <stdbool.h>

/* Borrowed from the arena. */
typedef struct {
  const Layout *layout;
  const Style *style;
  const Words *words;
  bool translated; /* the words are not the layout's, but those of another language that were asked for */
  bool shelved;    /* style or words did not stand beside the layout, but on the shelf */
} LayoutFiles;

/* Reads the layout at path and what it names: beside it, else on the shelf, a folder of what layouts share (NULL: there
 * is none). words_path: another language's words, or NULL. Faults go to diags; false when one of the files cannot be
 * used (said there), or cannot be opened (error). */
bool layout_read(Arena *arena, const char *path, const char *words_path, const char *shelf, LayoutFiles *ret_files,
                 DiagList *diags, GError **error);
/* The path of a file that a layout names: beside it. Caller frees. */
char *layout_beside(const char *layout_path, const char *name);
