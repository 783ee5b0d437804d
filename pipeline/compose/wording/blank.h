/* What merge puts where something must stand and nothing was given, in words of the document's language. */
#pragma once
#include "document/document.h"

/* Says it in the record and all inside. */
void blank_fill(Arena *arena, const Document *document, Record *root);
