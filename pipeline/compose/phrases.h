/* Phrases: a layout said in another language. */
#pragma once
#include "base/diag.h"
#include "layout/layout.h"

/* Replaces the texts of the layout for which the file of words has a phrase. A note says how many have none; nothing is
 * said when the file has no phrases at all. */
void phrases_say(Arena *arena, Layout *layout, const Words *words, DiagList *diags);
