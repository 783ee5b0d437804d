/* Figures as people write them, for messages: what they mean where that is beyond doubt. */
#pragma once
#include <glib.h>

/* The text with signs as a keyboard has them: dashes and minus signs as '-', blanks of all widths as ' ', digits of full
 * width and other scripts as digits, ½ as .5; caller frees. */
char *value_spell(const char *written);
/* "1,234.5", "1.234,5", "1 234,5", "1'234": digits and a point. NULL where groups are not of three digits, or a comma
 * alone may stand before decimals. Caller frees. */
char *value_ungroup(const char *text);
