/* A table in prose as a table of data, for workbooks and CSV files. */
#pragma once
#include "document/document.h"

/* In the arena, its words borrowed. above: the heading that it stands below, its title when it has no caption; or NULL.
 * number: the how manyth of the document. NULL: it has no rows. */
Table *prose_sheet_new(Arena *arena, const Document *document, const ProseBlock *block, const GPtrArray *above,
                       guint number);
