/* Notes: small print that stands below a table, numbered through the document as [note 1], [note 2]. */
#pragma once
#include "document/document.h"

typedef struct {
  guint number;      /* from 1 */
  char *text;        /* plain words */
  GPtrArray *tables; /* const Table *: those it stands below */
} Note;

/* Paragraphs of style "note" that follow a table directly; equal texts are one note. Caller unrefs. */
GPtrArray *notes_of(const Document *document);
/* " [note 1] [note 2]" for a table, or ""; caller frees. */
char *notes_marks(const Document *document, const GPtrArray *notes, const Table *table);
