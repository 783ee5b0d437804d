/* The status of a run: what was received and made, and whom to chase, as a page for the team. */
#pragma once
#include "layout/layout-list.h"
#include "model/run.h"
#include "quarter/outcome.h"

/* What a run knows of itself. */
typedef struct {
  const char *out;   /* folder of all outputs */
  GHashTable *fresh; /* set of folders (char *) that this run made */
  Date today;
  const char *cut_short; /* why the run did not come to its end; NULL: it did */
  const DiagList *diags; /* what was said of the council's folder */
} RunNow;

/* The record of a run: outcomes against what the calendar asks for. */
RunOfPeriod *status_of(Arena *arena, const Framework *framework, const Worklist *list, const GPtrArray *outcomes,
                       const RunNow *now);
/* Files named below the period's folder: "team/status.html", "team/status-tables/chase.csv", "team/run.xml",
 * "team/chase.txt" with words to send, "team/summary.txt" for a mail. Empty when no layout of runs is among the
 * entries. NULL: a wrong world. */
Outputs *status_render(Arena *arena, const RunOfPeriod *run, const GPtrArray *layouts, const char *shelf,
                       DiagList *diags, GError **error);
