/* Two versions of a document, figure by figure: what is shown otherwise, by cell and words. */
#pragma once
#include "document/document.h"
#include "model/tick.h"

typedef struct {
  const char *where;     /* "table 'Key indicators', row 'NI 130', column 'Target'", or "under 'Introduction'" */
  const char *old, *new; /* NULL: it is not in that version */
} ShownChange;

/* Tables go by their ids, rows by what heads them, columns by their headings, words by the heading above them. Of
 * ShownChange, in the order of the new version; what is there no more follows. In the arena. */
GPtrArray *changes_between(Arena *arena, const Document *old, const Document *new);
/* A JSON array, one change an element. */
void changes_write_json(const GPtrArray *changes, GString *out);
/* A line a change. */
void changes_write_text(const GPtrArray *changes, GString *out);
