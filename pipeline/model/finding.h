/* A finding of the checks, carried in the model: what is wrong, where, and what to do. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"

typedef struct {
  Record record;
  char *rule;   /* rule id */
  int severity; /* 1 + Level */
  char *family; /* "arithmetic" */
  char *item;   /* name of the item: "indicator HP LI 5", or NULL */
  char *file;
  int line, column; /* -1: unknown */
  char *other_file; /* second place, where two statements disagree; or NULL */
  int other_line;
  char *text;    /* officer's words */
  char *remedy;  /* what to do */
  bool accepted; /* reviewed and accepted */
  char *accepted_by, *accepted_reason;
} Finding;
extern const Spec finding_spec; /* <finding> */
