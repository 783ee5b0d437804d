/* Sets of codes: what exists in a file, so that what is used twice and what names nothing can be told. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"
#include <stdbool.h>

typedef struct Codes Codes;

Codes *codes_new(void);
void codes_free(Codes *codes); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Codes, codes_free)

/* Adds a code (borrowed; NULL: one that could not be read) of record; R-DUPLICATE at its attribute when it is there
 * already. The binder has told of two within one list, so only those of different lists are told here. */
void codes_add(Codes *codes, const char *code, const Record *record, const char *attribute, DiagList *diags);
/* Adds a code without telling of duplicates. */
void codes_know(Codes *codes, const char *code);
/* True also when some code could not be read: that one may be meant, and was told already. */
bool codes_has(const Codes *codes, const char *code);
/* " (did you mean 'HP LI 5'?)" or ""; caller frees. */
char *codes_hint(const Codes *codes, const char *code);
