/* Ids of blocks: names that links, sheets and files can have. */
#pragma once
#include <glib.h>

/* Letters, digits and "-" made of the text, not too long; "" when it has none. Links are made by the same rule. Caller
 * frees. */
char *id_from_text(const char *text);
/* The same without an end: what tells two texts apart that begin alike. Caller frees. */
char *id_whole(const char *text);
