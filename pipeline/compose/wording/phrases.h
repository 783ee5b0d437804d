/* Phrases: a layout said in another language. */
#pragma once
#include "diag/diag.h"
#include "layout/layout.h"

/* A copy of the layout in which the texts are said for which the file of words has a phrase; a note says how many have
 * none. */
const Layout *phrases_say(Arena *arena, const Layout *layout, const Words *words, DiagList *diags);
/* A copy of the record with all its prose marked as being in a language, where it does not say so itself: the document
 * has another one. */
Record *phrases_mark(Arena *arena, const Record *record, const char *lang);
/* Copies of the runs, marked likewise. */
GPtrArray *phrases_mark_runs(Arena *arena, const GPtrArray *runs, const char *lang);
