/* Phrases: the fixed words of workbooks, CSV files and pages; a document's own words go before the English ones here.
 */
#pragma once
#include "document/document.h"

/* The phrase of that name; borrowed. An unknown name is its own phrase. */
const char *phrase(const Document *document, const char *name);
/* The same; "" for an unknown name. */
const char *phrase_known(const Document *document, const char *name);
/* The phrase with its {n} replaced by text; caller frees. */
char *phrase_with(const Document *document, const char *name, const char *text);
/* Words of a unit alone: "%", "per 1,000", "£’000"; "number" for counts. Caller frees. */
char *phrase_unit(const Document *document, int unit);
/* The word of a symbol that brings none: "Green", "Better". Borrowed. */
const char *phrase_symbol(const Document *document, const char *name);
