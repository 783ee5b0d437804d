/* Values of fields as words of the document's language. */
#pragma once
#include "document/document.h"

/* The text of one field of a record, "6, 30" or "March 2010" or "Green"; "" when it is not set. What
 * could not be read is said to be so. Caller frees. */
char *field_text(const Document *document, const Record *record, const Field *field);
/* What stands where something was given that could not be read. Borrowed. */
const char *unread_word(const Document *document);
/* "4", or "at least 4" ("Not readable" of none) when there may be more that cannot be read. Caller frees. */
char *count_text(const Document *document, guint count, bool at_least);
/* The word of a vocabulary's value: rating-green. NULL: the vocabulary has no words. Borrowed. */
const char *term_word(const Document *document, const Terms *terms, int value);
/* The same for a field of the record: the key may have words of its own for indicators. Borrowed. */
const char *symbol_word(const Document *document, const Record *record, const Terms *terms, int value);
/* The word of a level of that scale: a rating or a direction of travel. Borrowed. */
const char *scale_word(const Document *document, int scale, int value);
/* Whether the symbol of that field was computed and nobody stated it: the record says so in rating-by-rule ... */
bool term_is_by_rule(const Record *record, const Field *field);
/* The word with the sign of such symbols ("by-rule-mark"), or with the words that say so ("by-rule"); caller frees. */
char *word_by_rule(const Document *document, const char *pattern, const char *word);
/* Whether values of a vocabulary are shown as symbols: ratings and directions of travel. */
bool terms_are_symbols(const Terms *terms);
/* The figures of a reading, in the arena; "less than 5" as the words of the document. */
Value *value_from_reading(Arena *arena, const Document *document, const Record *reading);
/* "95% confidence limits 11.2% to 17.6%, sample of 400"; NULL when nothing is said. Caller frees. */
char *certainty_text(const Document *document, const Record *reading);
/* The place of the footnote to a figure, with its words, in the language of the reports (NULL: the document's); NULL:
 * it has none. */
Run *note_run(Arena *arena, const Document *document, const Record *reading, const char *lang);
/* How a figure that is no result was made: "projected: in proportion to time"; NULL of others. Caller frees. */
char *amount_method(const Document *document, const Record *record, const Field *field);
/* An amount with the unit and decimals that its record says. */
Value *value_from_amount(Arena *arena, const Record *record, const Field *field);
