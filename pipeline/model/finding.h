/* Findings of the checks: what is wrong, where, and what to do. No part of the model, so that a model can be shown. */
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
  int page;         /* of a file that has pages; else -1 */
  char *other_file; /* second place, where two statements disagree; or NULL */
  int other_line, other_page;
  char *text;    /* officer's words */
  char *remedy;  /* what to do */
  bool accepted; /* reviewed and accepted */
  char *accepted_by, *accepted_reason;
} Finding;
extern const Spec finding_spec; /* <finding> */

/* What the checks found in the documents of a service for a period. */
typedef struct {
  Record record;
  char *service;
  Period period;
  GPtrArray *findings; /* of Finding, sorted by severity (errors first), place, rule */
} FindingList;
extern const Spec finding_list_spec; /* root <findings> of findings.xml */
