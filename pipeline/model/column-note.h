/* Notes of a plan to the columns of its tables of indicators. */
#pragma once
#include "record/record.h"

/* A note to a column of the tables of indicators: <column-note of="target" period="2011-12" text="..."/>. */
typedef struct {
  Record record;
  int of;        /* ColumnOf */
  Period period; /* of the column; not given: of all that show it */
  char *text;
} ColumnNote;
extern const Spec column_note_spec, report_column_note_spec; /* as submitted; as carried in a model */
typedef enum { COLUMN_NONE, COLUMN_TARGET, COLUMN_ACTUAL, COLUMN_BASELINE, COLUMN_QUARTILE } ColumnOf;
extern const Terms terms_column_of;
