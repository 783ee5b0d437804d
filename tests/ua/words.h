/* The words of a document in reading order, taken from the document itself; list labels, contents lists and charts left
 * out. */
#pragma once
#include "document/document.h"

char *words_of_document(const Document *document); /* folded; caller frees */
/* True if the words of part are all in whole, in that order; else *ret_word is the first that is missing (borrowed from
 * part). */
bool words_within(char **part, char **whole, const char **ret_word);
