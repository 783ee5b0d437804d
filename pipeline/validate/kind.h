/* The kinds of file that can be checked: their root, their schema, their own rules. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"

typedef struct {
  const Spec *spec;
  const char *schema;                                 /* name of its schema file */
  void (*check)(const Record *root, DiagList *diags); /* or NULL: no rules of its own */
} FileKind;

/* The kind with that root, or NULL. */
const FileKind *kind_find(const Spec *spec);

/* The roots of all kinds, NULL-terminated, for record_read_any. */
const Spec *const *kind_specs(void);
