/* A service plan (or directorate business plan, or improvement plan): what a service will do over some years. */
#pragma once
#include "model/closure.h"
#include "model/column-note.h"
#include "model/indicator.h"
#include "model/objective.h"
#include "model/risk.h"
#include "model/section.h"
#include "model/statement.h"

typedef struct {
  Record record;
  char *service; /* ref of the department in the framework */
  char *title;
  Period from; /* first year */
  int years;   /* how many, 1 to 5 */
  int status;  /* Status */
  char *version;
  Date date;
  GPtrArray *log;      /* of LogEntry */
  GPtrArray *sections; /* of Section */
  GPtrArray *objectives, *indicators, *risks, *equality_actions, *statements;
  GPtrArray *closed; /* of Closure: items of the last plan, or of an earlier version, that this one does not have */
  GPtrArray *column_notes; /* of ColumnNote */
} Plan;
extern const Spec plan_spec; /* root <plan> */
