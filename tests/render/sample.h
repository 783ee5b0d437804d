/* Documents for the renderers' tests: the sample of the golden cases, and ones made by hand. */
#pragma once
#include "document/document.h"

/* Documents of tests/golden/render; the second is the sample. They live in the arena. */
Document *sample_golden(Arena *arena, const char *name);
Document *sample_document(Arena *arena);
/* An empty document with the sample's style and words. */
Document *sample_empty(Arena *arena);

Table *sample_table(Arena *arena, Document *document, const char *id, const char *caption);
Column *sample_column(Arena *arena, Table *table, const char *heading);
RowGroup *sample_group(Arena *arena, Table *table, const char *label);
Row *sample_row(Arena *arena, RowGroup *group, RowKind kind);
Cell *sample_cell(Arena *arena, Row *row);
void sample_words(Arena *arena, Row *row, const char *text);
Value *sample_value(Arena *arena, Row *row, const char *number, int unit); /* number NULL: none */
void sample_note(Arena *arena, Document *document, const char *text);      /* small print below what is last */

/* A new folder for outputs; removed by sample_clean. */
char *sample_folder(void);
void sample_clean(const char *folder);
