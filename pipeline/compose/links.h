/* Links inside the document. */
#pragma once
#include "document/document.h"

/* Links that lead to no heading of the document lose their target: in a preview the place may have been left out, and
 * prose may name one that is not there. Those to ids in renamed (to links, "#id") follow. */
void links_settle(Document *document, GHashTable *renamed);
