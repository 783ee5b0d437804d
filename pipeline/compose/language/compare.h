/* Comparing values of fields, of one record with another's or with a word of the layout. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/lookup.h"

/* What kind of comparing a field knows. */
typedef enum { COMPARE_NOTHING, COMPARE_EQUAL, COMPARE_ORDER, COMPARE_MEMBER } Comparable;
Comparable field_comparable(const Field *field);

/* True when values of a can be compared with values of b. */
bool fields_alike(const Field *a, const Field *b);

/* Order of two values of fields that are alike: negative, 0 or positive. Both must be set. */
int values_compare(const Field *field, const void *a, const void *b);

/* Whether a list or set (CODES, FLAGS) has the other value (alike: CODES, CODE, TEXT; FLAGS). */
bool value_has(Lookup *lookup, const Field *field, const void *list, const Field *other_field, const void *other);

/* A value for the field from a word of the layout, in the arena; for CODES a CODE's. NULL: said to be at fault. */
const void *value_from_word(const Scanner *scanner, const char *at, const Field *field, const char *word);
