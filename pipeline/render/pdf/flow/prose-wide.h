/* Tables in prose that are wider than a page, in parts that stand one below the other. */
#pragma once
#include "render/pdf/flow/strip.h"

/* The parts, of ProseBlock, in order: the table itself where its longest words fit side by side; else some columns
 * each, with the first column in all of them. They live in the arena; the list is the caller's. */
GPtrArray *prose_wide_parts(Arena *arena, const Draw *draw, const ProseBlock *table, double width_pt);
