/* What fills a cell: shared by the files that make fields and readings its content. */
#pragma once
#include "compose/blocks/format-parts.h"

typedef struct {
  const Format *format;
  const Document *document;
  const Scope *scope;
  Arena *arena;
  Cell *cell;
} Filler;

void filler_add_runs(const Filler *filler, const GPtrArray *runs);
void filler_add_words(const Filler *filler, const char *words);
/* Words of the reports, in their language. */
void filler_add_own(const Filler *filler, const char *words);
void filler_add_value(const Filler *filler, Value *value);
/* A figure with its measure, note, period, day and certainty, where they are not what stands around it. */
void filler_add_reading(const Filler *filler, const Record *record, const PathStep *last);
