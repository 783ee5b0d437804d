/* Carrying a record over to another spec of the same structure, which has more rows or fewer. */
#pragma once
#include "record/record.h"

/* A record of spec with every field that record has under the same name in the same place; records inside are carried
 * over likewise. Keeps the place where record was read. */
void *record_carry(Arena *arena, const Record *record, const Spec *spec, Record *parent);

/* Marks in to what could not be read in from, field by field of one name. */
void record_carry_unread(const Record *from, Record *to);

/* The same of one field of from, in a field of another name. */
void record_carry_unread_as(const Record *from, const char *name, Record *to, const char *as);

/* The records of list, each carried over to spec. */
GPtrArray *record_carry_list(Arena *arena, const GPtrArray *list, const Spec *spec, Record *parent);
