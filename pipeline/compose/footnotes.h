/* Footnotes of a composed document: numbered in reading order, their words in paragraphs of their own. */
#pragma once
#include "document/document.h"

/* Gives the footnotes one row of numbers, those of the same words one number, and puts their words, once, right below the table they stand in; those of other
 * words before the next heading or table with footnotes, at the latest at the end of the box or section. Words are
 * copied, never changed where they stand: they may be the model's. */
void footnotes_settle(Arena *arena, Document *document);
