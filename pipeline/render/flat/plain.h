/* Plain words: runs and prose as text for the cells of spreadsheets and CSV files. */
#pragma once
#include "document/document.h"

/* Valid UTF-8 with only the characters that XML allows, line ends as '\n', ends trimmed; caller frees. */
char *plain_clean(const char *text);
/* The same on one line: white space folded. */
char *plain_line(const char *text);
/* Words of runs; a link's address follows its words in brackets, and the mark of a footnote as that of any other note;
 * document NULL: footnotes have no marks. Caller frees. */
char *plain_runs(const Document *document, const GPtrArray *runs);
/* Words of prose: a paragraph a line, list items with "•" or their number, table cells separated by " | ". Caller
 * frees. */
char *plain_prose(const Document *document, const Prose *prose);
/* Where a text's first max_units UTF-16 units, which is how Excel counts, end; its end when it has no more. */
const char *plain_end(const char *text, gsize max_units);
