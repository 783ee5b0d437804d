/* Passages: what somebody wrote in one place, as it is read, and where each letter of it stands in the file. */
#pragma once
#include "record/record.h"

typedef struct Passage {
  const char *text; /* folded; paragraphs, lines and footnotes parted by '\n' */
  gsize length_bytes;
  const Source *source;  /* NULL: nobody wrote it */
  gsize offset;          /* where it begins: '<' of its element */
  const Prose *prose;    /* what it was read into; NULL: text alone */
  const char *attribute; /* its name, where it is one; offset is then that of its tag */
  guint32 *places;       /* of each byte of text; NULL: nobody has asked yet */
  Arena *arena;
} Passage;

/* Of prose that may be NULL: a passage without text. */
Passage *passage_of_prose(Arena *arena, const Prose *prose);
/* Of mixed text written in the element whose '<' stands there, with its footnotes. */
Passage *passage_of_runs(Arena *arena, GPtrArray *runs, const Source *source, gsize offset);
/* Of a record's field of text, mixed text or prose. */
Passage *passage_of_field(Arena *arena, const Record *record, const char *name);
/* The byte of the file at which the letter at that byte of the text was written. All places are found in one walk, when
 * the first is asked for; a letter that nobody wrote so ("Not readable") has the place of its paragraph. */
gsize passage_place(Passage *passage, gsize at);
