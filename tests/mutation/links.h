/* Mutants of links between items, priorities and boards. */
#pragma once
#include "mutant.h"

/* own: the item's priorities, or those of its objective. */
void links_make_areas(const Maker *maker, const Record *record, const GPtrArray *areas, const GPtrArray *own);
void links_make_board(const Maker *maker, const Record *record, const char *board, const GPtrArray *own);
