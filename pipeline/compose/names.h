/* Names of blocks: an id names a link, a sheet and a file, and so readers see it. */
#pragma once
#include "layout/layout.h"

/* Makes new ids for blocks whose id tells what the document does not show: the words of an id are words of the
 * document, or of the layout's own id. Gives the old ids with links to the new ones ("#id", in the arena); caller
 * unrefs. */
GHashTable *names_settle(Arena *arena, Document *document, const Layout *layout);
