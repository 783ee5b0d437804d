/* A quarterly return: what a service says about one period. */
#pragma once
#include "model/closure.h"
#include "model/reading.h"
#include "model/section.h"
#include "model/statement.h"

/* Progress on a milestone. */
typedef struct {
  Record record;
  char *milestone;  /* ref */
  char *title;      /* or its words */
  char *step;       /* ref of one of its steps, or NULL */
  char *step_title; /* or the words of it */
  Date revised;     /* the date to which it is put off */
  int rating, expected;
  char *rating_note; /* words beside the symbol, or where it would stand */
  Prose *commentary, *corrective;
} MilestoneProgress;
extern const Spec milestone_progress_spec; /* <milestone ref="..." rating="..."> */

/* What is said of an indicator. */
typedef struct {
  Record record;
  char *indicator; /* ref */
  char *title;     /* or its words */
  int rating, expected, travel;
  char *rating_note, *travel_note; /* words beside the symbols, or where they would stand */
  char *reason;                    /* why the rating differs from the rule */
  OptAmount projection;
  char *projection_method;
  GPtrArray *values; /* of Reading (value_spec); without a period: the return's; others: history */
  Prose *commentary, *corrective, *activities, *data_note;
} IndicatorProgress;
extern const Spec indicator_progress_spec; /* <indicator ref="..."> */

typedef struct {
  Record record;
  char *treatment; /* ref */
  char *title;     /* or its words */
  int rating;
  char *rating_note;
  Prose *commentary;
} TreatmentProgress;
extern const Spec treatment_progress_spec; /* <treatment ref="..."> */

typedef struct {
  Record record;
  char *action; /* ref */
  char *title;  /* or its words */
  int rating;
  char *rating_note;
  Prose *commentary;
} EqualityProgress;
extern const Spec equality_progress_spec; /* <equality-action ref="..."> */

typedef struct {
  Record record;
  char *service;
  Period period;
  int status; /* Status */
  Date submitted;
  Date due;      /* when it should have been submitted */
  char *officer; /* role code of who signs it off */
  GPtrArray *sections, *milestones, *indicators, *treatments, *equality_actions, *statements, *closed;
} Return;
extern const Spec return_spec; /* root <return> */
