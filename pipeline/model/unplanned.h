/* Entries of a return that belong to no item of the plan: carried in the model apart, so that nothing said is lost. */
#pragma once
#include "model/reading.h"

/* clang-format off */
typedef enum { ENTRY_NONE, ENTRY_MILESTONE, ENTRY_STEP, ENTRY_INDICATOR, ENTRY_MEASURE, ENTRY_TREATMENT, ENTRY_EQUALITY, ENTRY_CLOSED } EntryKind;
typedef enum { STRAY_NONE, STRAY_NOT_PLANNED, STRAY_SECOND, STRAY_REPORTED, STRAY_NOT_READABLE } Stray;
/* clang-format on */
extern const Terms terms_entry, terms_stray;

typedef struct {
  Record record;
  int kind;    /* EntryKind */
  int why;     /* Stray: why it belongs nowhere */
  char *ref;   /* as given; NULL: it could not be read */
  char *title; /* or the words by which it was named */
  char *part;  /* ref of the step or measure, or NULL */
  int rating, expected, travel;
  char *rating_note, *travel_note; /* words beside the symbols */
  char *reason;
  GPtrArray *values; /* of Reading (report_value_spec) */
  Prose *commentary, *corrective, *activities, *data_note;
} Unplanned;
extern const Spec unplanned_spec; /* <unplanned> */
