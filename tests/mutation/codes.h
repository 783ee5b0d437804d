/* Mutants of codes, which all generators of references share. */
#pragma once
#include "mutant.h"

extern const char *const code_of_nothing; /* that no document uses */

bool codes_contain(const GPtrArray *codes, const char *code);
/* The list with its at-th code replaced; caller frees. */
char *codes_with(const GPtrArray *codes, guint at, const char *code);
/* A value of an attribute begins at at, or the next code of its list. */
bool codes_begin(const char *text, const char *at);

/* Every code of a list attribute made to dangle, and to stand twice. */
void codes_make_list(const Maker *maker, const Record *record, const char *attribute, const GPtrArray *codes);
/* The attribute made to dangle, where there is one. */
void codes_make_one(const Maker *maker, const Record *record, const char *attribute);
/* The ref of each record made to dangle (dangles: what names it, or NULL), and to be that of the next one. */
void codes_make_refs(const Maker *maker, const GPtrArray *records, const char *dangles);
