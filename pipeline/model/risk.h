/* Risks with their treatment measures, and equality actions: planned, then reported on in quarters 2 and 4. */
#pragma once
#include "model/objective.h"
#include "vocabulary/vocabulary.h"

typedef struct {
  Record record;
  char *ref;
  GPtrArray *previously; /* earlier refs */
  Date due;
  char *due_note;
  GPtrArray *officers;
  char *lead; /* in words */
  Prose *text;
  /* report */
  bool supplied;
  int rating;
  char *rating_note; /* report: words beside it */
  Period closed;     /* by the return of an earlier period, and not spoken of since; else none */
  Prose *commentary;
} Treatment;
extern const Spec treatment_spec, report_treatment_spec;

typedef struct {
  Record record;
  char *ref;
  char *objective, *milestone; /* refs; milestone may be NULL */
  GPtrArray *text;             /* of Run: the risk identified */
  RiskScore *initial, *residual;
  GPtrArray *treatments; /* of Treatment */
  GPtrArray *context;    /* report: of Run: text of the milestone or title of the objective */
} Risk;
extern const Spec risk_spec, report_risk_spec;

/* What is done of an equality impact assessment in one year. */
typedef struct {
  Record record;
  Period period;
  char *text;
} Timetable;
extern const Spec timetable_spec;

typedef struct {
  Record record;
  char *ref;
  GPtrArray *previously; /* earlier refs */
  char *strategy;        /* strategy, policy or service */
  int impact;            /* Impact */
  Date due;
  char *due_note;
  GPtrArray *officers;
  char *lead; /* in words */
  Prose *text;
  GPtrArray *timetable; /* of Timetable */
  /* report */
  bool supplied;
  int rating;
  char *rating_note; /* report: words beside it */
  Period closed;     /* by the return of an earlier period, and not spoken of since; else none */
  Prose *commentary;
} EqualityAction;
extern const Spec equality_action_spec, report_equality_action_spec;
