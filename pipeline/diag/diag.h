/* Diagnostics: what is wrong with the data, gathered by all stages, sorted by place, printed once. */
#pragma once
#include "diag/rule.h"
#include "diag/source.h"
#include <stdbool.h>

typedef struct {
  const Rule *rule;
  Level level;
  char *file;    /* may be NULL: concerns the run as a whole */
  guint line;    /* 0: the file as a whole */
  guint column;  /* characters, 1-based; 0: the line as a whole */
  guint page;    /* of what has pages, and then no lines; else 0 */
  gsize offset;  /* the place in bytes, when there is a line */
  char *text;    /* officer's words, lower case, no full stop */
  char *excerpt; /* the source line (of a very long one, the part around the place), or NULL */
  guint caret;   /* the place within excerpt: characters, 1-based */
} Diag;

typedef struct DiagList DiagList;

DiagList *diag_list_new(void);
void diag_list_free(DiagList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiagList, diag_list_free)

/* Adds a message about the place at offset of source (copied: the source may go). An unknown id is a bug: aborts. */
void diag_at(DiagList *list, const char *id, const Source *source, gsize offset, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

/* Adds a message with a level of its own, as the framework may set it; source NULL: about no file. */
void diag_leveled(DiagList *list, const char *id, Level level, const Source *source, gsize offset, const char *text);

/* Adds a message about a whole file (or none, if NULL). */
void diag_file(DiagList *list, const char *id, const char *file, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Adds all messages of another list, which stays as it is. */
void diag_list_add(DiagList *list, const DiagList *more);

/* Takes back what goes, of messages that have a place: in one pass, in their order. */
void diag_take_back(DiagList *list, bool (*goes)(const Diag *diag, const void *data), const void *data);

/* Sorts by file, line, column, id; equal messages become one. */
void diag_sort(DiagList *list);
guint diag_count(const DiagList *list, Level at_least); /* all, also those of which only the number was kept */
/* The files of which such messages tell. */
guint diag_count_files(const DiagList *list, Level at_least);
const Diag *diag_get(const DiagList *list, guint index); /* of those kept; NULL beyond the end */

/* At most DIAG_PER_FILE messages per file are printed and DIAG_KEPT per file and level are kept; the rest are counted.
 * Print after diag_sort. */
enum { DIAG_PER_FILE = 50, DIAG_KEPT = 200 };

/* `file:line:col: error: text [ID]`, the source line, a caret; `file.pdf, page 12: ...`. */
void diag_print_text(const DiagList *list, GString *out);
/* The same for a terminal: the level in its colour, the caret bold. */
void diag_print_coloured(const DiagList *list, GString *out);
/* One JSON object a line: file line column level rule message; of what has pages also page. */
void diag_print_json(const DiagList *list, GString *out);
