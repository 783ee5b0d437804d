/* Rules: every message of every program has an id with a row beside the code that says it; `qmr explain ID` prints it.
 */
#pragma once
#include <glib.h>

typedef enum { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR } Level;

/* Ids are stable and never used again. First letter: F bytes of a file, X XML, S structure, V value,
 * L layout, R references, C coverage, A arithmetic, G rating (RAG), M movement, W wording, D agreement across
 * documents, O output, Q a council's folder in a quarter run. */
typedef struct {
  const char *id;          /* "V-DATE" */
  Level level;             /* default severity; the framework may change it for R C A G M W D rules */
  const char *family;      /* "value", "coverage" ... */
  const char *title;       /* one line, lower case, no full stop */
  const char *explanation; /* why it matters, for an officer */
  const char *remedy;      /* what to do */
  const char *follows;     /* ids of rules of which this one, of the same item, is a consequence, with spaces between */
} Rule;

const char *level_name(Level level); /* "note", "warning", "error" */

/* Makes the rows of a table, ended by an empty row, known. main does so for all parts before anything else. */
void rules_add(const Rule *table);

/* The row of an id, or NULL. Ids are compared without regard to case. */
const Rule *rule_find(const char *id);

/* All rows, sorted by id. */
const Rule *const *rule_all(guint *ret_n);

/* The row as a manual page section; caller frees. */
char *rule_explain(const Rule *rule);
