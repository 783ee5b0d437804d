/* The account of a run that made the reports of a list: what became of each. No clock in it: the same files give the
 * same account. */
#pragma once
#include "record/record.h"

typedef struct {
  Record record;
  char *folder; /* text_escape'd, below that of all outputs; NULL: the sources do not say */
  bool made;    /* it stands there */
  bool absent;  /* a page stands there that says that there is no report */
  int code;     /* exit code of its run */
  int errors, warnings, notes, pages;
  char *reason;           /* the first error of the files, or why they were not even read; NULL: there was none */
  char *model, *findings; /* SHA-256 of the model that others are made of, and of what was found; NULL: none */
} AccountRow;
extern const Spec account_row_spec; /* <report> */

typedef struct {
  Record record;
  GPtrArray *rows; /* of AccountRow, in the order of the list */
} Account;
extern const Spec account_spec; /* root <account> */
