/* The council's key and shorthand in the document's language. */
#pragma once
#include "diag/diag.h"
#include "model/report.h"

/* Whether words in one language can stand in a document of another: "cy" in "cy-GB". NULL: they cannot. */
bool language_speaks(const char *language, const char *of_document);
/* Keeps of each entry of the report's key and shorthand the one in the document's language; without it, the one that
 * names no language. */
void key_choose(Arena *arena, Report *report, const char *language);
/* A note of how many entries of such a list are not in the language of the document, where there are any. */
void key_tell(const GPtrArray *entries, const char *language, DiagList *diags);
