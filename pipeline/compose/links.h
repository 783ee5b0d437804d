/* Links inside the document. */
#pragma once
#include "document/document.h"

/* Links that lead to no heading of the document lose their target: in a preview the place may have been left out, and
 * prose may name one that is not there. Links name a heading by all words of its id (anchors, to Heading), though the
 * id itself is cut; those to ids in renamed (to links, "#id") follow. */
void links_settle(Arena *arena, Document *document, GHashTable *anchors, GHashTable *renamed);
