/* The stage validate: everything that one file alone can be held against, once it has been read. */
#pragma once
#include "record/record.h"
#include "validate/kind.h"
#include "validate/schemas.h"

extern const Rule rules_validate[];

/* Model rules of its kind, then the published schema. root is a record of one of kind_specs(), as it was read; faults
 * go to diags. False: a schema cannot be had or applied. */
bool validate_record(const Record *root, Schemas *schemas, DiagList *diags, GError **error);
