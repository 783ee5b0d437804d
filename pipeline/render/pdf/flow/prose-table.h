/* A small table written in prose, as a table of the document, so that it is drawn like every other. */
#pragma once
#include "document/document.h"

typedef struct ProseTable ProseTable;

ProseTable *prose_table_new(const ProseBlock *block); /* of PROSE_TABLE; borrowed */
void prose_table_free(ProseTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ProseTable, prose_table_free)
const Table *prose_table(const ProseTable *table);
