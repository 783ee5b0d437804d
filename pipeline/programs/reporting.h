/* Making a report and putting it in its place: what the commands that make reports share. */
#pragma once
#include "program/program.h"
#include "program/supervise.h"
#include "report/request.h"

typedef struct {
  const Program *program;
  const char *out; /* folder of all outputs */
  bool brief;      /* what was found in the files is not printed: it stands in team/messages.txt */
} Reporting;

/* Makes what is asked for below out, says what was found and what was made; returns the exit code. note: told which
 * folder is being made. */
int reporting_run(const Reporting *reporting, const ReportRequest *request, SuperviseNote *note);
/* After a run that did not end by itself: what it left is taken away, and what it would have replaced withdrawn, unless
 * it was only interrupted. */
void reporting_rescue(const Reporting *reporting, const ReportRequest *request, const SuperviseNote *note,
                      const char *why, bool interrupted);
