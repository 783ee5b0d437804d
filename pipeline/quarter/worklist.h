/* What is to be made in a period: the calendar's kinds of reports, for those whom the framework names, of what the
 * council's folder holds. */
#pragma once
#include "model/calendar.h"
#include "model/framework.h"
#include "model/year.h"
#include "quarter/holding.h"

/* What there is to make a report of. Missing: its return was not received; refused: it, or its plan, cannot be taken,
 * and why stands beside; draft and final: it can be made. A service that the framework knows has one, plan or no plan.
 */
typedef enum { TASK_FINAL, TASK_DRAFT, TASK_MISSING, TASK_REFUSED } TaskState;

/* A folder of reports. */
typedef struct {
  const char *folder; /* "2009-10-Q4/housing" */
  guint place;        /* in the list */
  Whose whose;
  const char *ref;                    /* of the service, board, directorate or paper; of the council "council" */
  const char *title;                  /* what the framework calls it */
  const char *officer;                /* role code of who answers for it; or NULL */
  const Held *plan, *form, *accepted; /* NULL: there is none */
  GPtrArray *kinds;                   /* of CalendarReport: what is made of it */
  GPtrArray *earlier;                 /* of Held */
  GPtrArray *also;                    /* of Held: PDFs of others that are held against it */
  GPtrArray *needs;                   /* of Task: whose models it is made of */
  TaskState state;
  bool no_plan;         /* of a service: none is in force in the period */
  bool ours;            /* what is missing may be in a folder that cannot be opened: nobody else is asked for it */
  Date submitted;       /* the day on which its return was, as it says; of several the first */
  Date due;             /* of a paper: the first day of the papers of its meeting */
  const char *why;      /* of one that was refused, or has no plan */
  const Held *twice[2]; /* two plans, returns or papers of which nobody can tell which counts; or NULL */
  YearReport *report;   /* what 'qmr year' makes; NULL: nothing can be made */
} Task;

typedef struct {
  Period period;
  Date due;         /* by when returns were due; not given: the calendar does not say */
  GPtrArray *tasks; /* of Task, each after those that it needs */
} Worklist;

/* Paths of the reports are as holding has them. What cannot be is told: plans and returns of services that the
 * framework does not have, returns without a plan, kinds of reports for nobody. Papers of a meeting are missing from
 * their day in the calendar to the day of the meeting. */
const Worklist *worklist_make(Arena *arena, const Holding *holding, const Framework *framework,
                              const Calendar *calendar, Period period, Date today, DiagList *diags);
/* Whether there is no plan, return or paper that any of the reports could be made of. */
bool worklist_is_of_nothing(const Worklist *list);
/* The last period of which there are returns and reports are made, and which has begun; not given: there is none. */
Period worklist_last_period(const Holding *holding, const Calendar *calendar, Date today);
