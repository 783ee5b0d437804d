/* Items whose words begin alike: what an entry in too few words may mean. */
#pragma once
#include <glib.h>

typedef struct Namesakes Namesakes;

/* Of the items of a table (ref to Record), which may go away then. */
Namesakes *namesakes_new(GHashTable *items);
void namesakes_free(Namesakes *namesakes);
/* The items whose words begin so, as "'Water quality', 'Water table'", the first three of them; NULL: none. Caller
 * frees. */
char *namesakes_of(const Namesakes *namesakes, const char *words);
