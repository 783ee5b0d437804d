/* Notes: small print that stands below a table, numbered through the document as [note 1], [note 2]. */
#pragma once
#include "document/document.h"

typedef struct {
  guint number;      /* from 1 */
  char *text;        /* plain words */
  GPtrArray *tables; /* const Table *: those it stands below */
} Note;

typedef struct Notes Notes;

/* Paragraphs of style "note" that follow a table directly, equal texts as one note, numbered after the footnotes; and
 * the footnotes whose marks stand in the tables (of Table, borrowed), wherever their words stand. */
Notes *notes_new(const Document *document, const GPtrArray *tables);
void notes_free(Notes *notes); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Notes, notes_free)
guint notes_count(const Notes *notes);
const Note *notes_get(const Notes *notes, guint index);
/* " [note 1] [note 2]" for a table, without footnotes, whose marks stand in its cells; or ""; caller frees. */
char *notes_marks(const Document *document, const Notes *notes, const Table *table);
