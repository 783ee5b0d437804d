/* Reading one figure in words: digits, groups of thousands, decimals. */
#pragma once
#include "base/amount.h"

typedef enum { SCAN_NONE, SCAN_FIGURE, SCAN_DOUBTFUL } Scan;

/* The figure that begins at the digit, as a document in English or Welsh has it ("1,234.5", "2½"), or as others write
 * it where that is beyond doubt ("1.234,5", "1'234", "1 234" with a blank that does not break); *ret_end: behind it.
 * DOUBTFUL: nobody can tell ("10²"), or it is too long to hold; all of it is to be passed over. */
Scan figure_scan(const char *at, Amount *ret_number, const char **ret_end);
/* "1 234": one figure with a blank in it, or two figures; the end, or NULL. */
const char *figure_blanks(const char *at);
/* Bytes of the blank there, of whatever width; 0: none. */
gsize figure_blank(const char *at);
