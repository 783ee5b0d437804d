/* Notes to columns: their rows. */
#include "model/column-note.h"

static const char *const column_of_names[] = { "", "target", "actual", "baseline", "quartile", NULL };
const Terms terms_column_of = { "column", G_N_ELEMENTS(column_of_names) - 1, column_of_names, NULL, NULL };
#define COLUMN_NOTE(flags_)                                                                                            \
  FIELD(ColumnNote, of, "column", IN_ATTRIBUTE, FIELD_TERM, flags_, &terms_column_of),                                 \
      FIELD(ColumnNote, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),                                            \
      FIELD(ColumnNote, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, flags_, NULL)
SPEC(column_note_spec, ColumnNote, "column-note", "note to a column", COLUMN_NOTE(FIELD_REQUIRED));
SPEC(report_column_note_spec, ColumnNote, "column-note", "note to a column", COLUMN_NOTE(0));
