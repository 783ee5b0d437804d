/* Making a report and putting it in its place: what the commands that make reports share. */
#pragma once
#include "program/program.h"
#include "report/request.h"

/* What became of a report. */
typedef struct {
  bool made;                            /* it stands in its folder, and its run was not cut short */
  bool absent;                          /* in place of a report that could not be made */
  char folder[4096];                    /* below that of all outputs; "": the sources do not say */
  guint errors, warnings, notes, pages; /* of a report that was made */
  char fault[512];                      /* the first error of the files; "": none */
} ReportingEnd;

typedef struct {
  const Program *program;
  const char *out;   /* folder of all outputs */
  bool brief;        /* what was found in the files is not printed: it stands in team/messages.txt */
  ReportingEnd *end; /* filled in; or NULL */
} Reporting;

/* Makes what is asked for below out in a process of its own, says what was found and what was made; returns the exit
 * code. When that process does not end by itself, what it left is taken away, and what it would have replaced
 * withdrawn, unless it was only interrupted. */
int reporting_make(const Reporting *reporting, const ReportRequest *request);
/* A preview cannot be made: takes away the old one of the same files, or of the same service. */
void reporting_forget(const Reporting *reporting, const ReportRequest *request);
