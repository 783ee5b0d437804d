/* Carrying a record of the plan or the return over into the report, where the same structure has more rows. */
#pragma once
#include "record/record.h"

/* A record of spec with every field that record has under the same name in the same place; records inside are carried
 * over likewise. Keeps the place where record was read. */
void *carry_over(Arena *arena, const Record *record, const Spec *spec, Record *parent);

/* The records of list, each carried over to spec. */
GPtrArray *carry_list(Arena *arena, const GPtrArray *list, const Spec *spec, Record *parent);
