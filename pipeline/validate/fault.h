/* Faults of records, and the small checks that several kinds of file share. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"
#include <stdbool.h>

/* Adds "milestone HP1-3: text" at the record's attribute (NULL: its tag). */
void fault_at(DiagList *diags, const char *id, const Record *record, const char *attribute, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

/* The same at one code of the attribute's list. */
void fault_at_code(DiagList *diags, const char *id, const Record *record, const char *attribute, const char *code,
                   const char *format, ...) G_GNUC_PRINTF(6, 7);

/* V-RANGE unless the whole number is absent (-1) or from low to high. */
void fault_range(DiagList *diags, const Record *record, const char *attribute, int value, int low, int high);

/* V-RANGE in the words of who found a size out of range; diags: a DiagList. */
void fault_size(const Record *record, const char *attribute, const char *text, void *diags);

/* V-YEAR unless the period is absent or a financial year. */
void fault_year(DiagList *diags, const Record *record, const char *attribute, Period period);

/* V-ENUM unless name is one of the words. */
void fault_term(DiagList *diags, const Record *record, const char *attribute, const char *name, const Terms *terms);

/* " (did you mean 'NI 130'?)", or "" for NULL; caller frees. */
char *fault_hint(const char *closest);
