/* What a council's folder holds: plans, returns, papers and accepted findings, known by what their root elements say,
 * not by their names. */
#pragma once
#include "base/arena.h"
#include "base/period.h"
#include "diag/diag.h"

typedef struct {
  const char *path;    /* as seen from where the run stands */
  const char *below;   /* the same, as seen from root */
  const char *service; /* of plans and returns; of papers their ref */
  Period period;       /* of a return; of a plan its first year */
  int years;           /* of a plan */
  Date date;           /* a return was submitted, a paper's meeting is; not given: it does not say */
  bool is_final;
  bool unread, empty; /* nobody can read what it is; service and period are what its place says */
} Held;

typedef struct {
  const char *root, *framework, *calendar;             /* paths; framework.xml and calendar.xml in root */
  GPtrArray *plans, *returns, *papers, *accepted;      /* of Held, by service, period and path */
  const char *shut_plans, *shut_returns, *shut_papers; /* the first folder of them that cannot be opened; or NULL */
  GPtrArray *pdfs;                                     /* likewise, of others, below papers/: by period and path */
} Holding;

/* Looks through plans/, returns/, papers/ and accepted/ of root, and what is in them. What begins like none of these is
 * taken for what its place says (returns/2009-10-Q4/housing.xml), so that it is refused and not missing. A folder that
 * cannot be opened is told. NULL: there is no framework or calendar. */
const Holding *holding_look(Arena *arena, const char *root, DiagList *diags, GError **error);

/* The plan of a service that is in force in a period: the one that began last. NULL: there is none, or two began
 * together: then they are in ret_twice, which holds NULL otherwise. */
const Held *holding_plan(const Holding *holding, const char *service, Period period, const Held *ret_twice[2]);
/* The return of a service for a period; NULL: there is none, or there are two, in ret_twice likewise. */
const Held *holding_return(const Holding *holding, const char *service, Period period, const Held *ret_twice[2]);
/* The day on which its return for a period was submitted, as it says; of several the first. Not given: none says so. */
Date holding_submitted(const Holding *holding, const char *service, Period period);
/* Appends the PDFs that lie in papers/ in a folder of the period, or of a meeting at which its reports are shown. */
void holding_pdfs(const Holding *holding, Period period, GPtrArray *pdfs);
/* Whether a meeting is one of those after a period's end and before the end of the period after the next. */
bool holding_is_shown(Period period, Date meeting);
/* What was accepted of a service's findings; NULL: nothing, or there are two such files (*ret_other is the second one).
 */
const Held *holding_accepted(const Holding *holding, const char *service, const Held **ret_other);
/* Appends the returns of a service before the period that a report of it can show: from the plan's first year, and at
 * least from the year before the period's. Those of which there are two are left out. */
void holding_earlier(const Holding *holding, const Held *plan, Period period, GPtrArray *earlier);
