/* Findings that were reviewed and accepted: kept in a file of their own, and lapsing when what they say changes. */
#pragma once
#include "record/record.h"

/* One exception: the finding of that rule on that item, as long as it says exactly the same. */
typedef struct {
  Record record;
  char *rule;    /* rule id */
  char *item;    /* as the finding names it: "indicator HP LI 5"; NULL: a finding without item */
  Period period; /* of the reports for which it was accepted: a quarter, or a whole year */
  char *by;      /* role code of who accepted it */
  char *text;    /* the finding's text, word for word */
  char *reason;
} Acceptance;
extern const Spec acceptance_spec; /* <exception> */

typedef struct {
  Record record;
  char *service;
  GPtrArray *exceptions; /* of Acceptance */
} Accepted;
extern const Spec accepted_spec; /* root <accepted> */
