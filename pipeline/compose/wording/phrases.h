/* Phrases: a layout said in another language. */
#pragma once
#include "diag/diag.h"
#include "layout/layout.h"

/* Replaces the texts of the layout for which the file of words has a phrase; a note says how many have none. */
void phrases_say(Arena *arena, Layout *layout, const Words *words, DiagList *diags);
/* Marks all prose of the record as being in a language, where it does not say so itself: the document has another one.
 */
void phrases_mark(Arena *arena, const Record *record, const char *lang);
