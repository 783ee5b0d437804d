/* The report model: framework, plan and return of one service and period, joined and rated. It is what layouts
 * see: every name in it can be used in a layout. Root <report> of model.xml. */
#pragma once
#include "model/change.h"
#include "model/finding.h"
#include "model/framework.h"
#include "model/plan.h"
#include "model/return.h"
#include "model/tick.h"
#include "model/unplanned.h"

typedef struct {
  Record record;
  char *council;
  char *framework; /* title of the corporate framework */
  char *service;   /* ref */
  char *service_title;
  char *directorate; /* title */
  char *officer;     /* role code of the department's director */
  Period period;
  Period year;     /* the period's year */
  int year_begins; /* month in which the council's year begins; 0: April */
  Period last_year, next_year;
  Period plan_from; /* first year of the plan, and the two after it */
  Period plan_second, plan_third;
  int quarter;    /* 1-4; 0 for a whole year */
  bool half_year; /* quarter 2 or 4: risks and equality actions are reported */
  Date from, to;  /* first and last day */
  int status;     /* final when plan, return and earlier returns are; else draft */
  Date submitted;
  Date date; /* of the document: submitted, else last day of the period */
  bool has_return;
  bool absent;  /* it stands in for a report that could not be made: nothing of the service is in it but its names */
  bool no_plan; /* of one that is absent: no plan of the service is in force in the period */
  char *plan_title, *plan_version;
  int plan_status;
  GPtrArray *log;                                             /* of LogEntry, from the plan */
  GPtrArray *priorities;                                      /* of Priority, from the framework */
  GPtrArray *boards, *roles, *key, *shorthand, *rating_rules; /* from the framework; compose fills in {rule} */
  GPtrArray *directorate_sections, *directorate_statements;   /* of the directorate, from the framework */
  GPtrArray *units, *categories;                              /* the council's own, from the framework */
  TravelRule *travel;
  GPtrArray *plan_sections;            /* of Section, from the plan */
  GPtrArray *sections;                 /* of Section, from the return */
  GPtrArray *objectives;               /* of Objective, report rows, all milestones of the plan */
  GPtrArray *indicators;               /* of Indicator, report rows */
  GPtrArray *risks, *equality_actions; /* report rows */
  GPtrArray *plan_statements, *statements;
  GPtrArray *closed;       /* of Closure */
  GPtrArray *column_notes; /* of ColumnNote, from the plan */
  GPtrArray *unplanned;    /* of Unplanned: entries of the return that belong to no item of the plan */
  Period compared_with;    /* period of the last report or return that it is compared with; not given: there is none */
  GPtrArray *tallies;      /* of ItemTally: how many items there were then, and are */
  GPtrArray *changes;      /* of Change: what has changed since */
  GPtrArray *findings;     /* of Finding; only where the model is read together with its findings */
  GPtrArray *ticks;        /* of TickList, likewise: of each document that was ticked */
} Report;
extern const Spec report_spec;
/* What layouts for the team see: the model with the findings on it. Never written. */
extern const Spec assured_report_spec;
/* Whether it is one of both: what layouts see may be a paper, or a run. */
bool report_is(const Spec *spec);
