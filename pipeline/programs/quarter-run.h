/* One run of a council's period, from its folder to the table at the end. */
#pragma once
#include "program/program.h"

/* What was asked for. All borrowed. */
typedef struct {
  const Program *program;
  const char *root;     /* the council's folder */
  const char *period;   /* NULL: the last one of which there are returns */
  const char *out;      /* folder of all outputs */
  const char *launch;   /* what starts a task; or NULL */
  int jobs;             /* tasks at a time; 0: as many as there are processors */
  double limit_seconds; /* 0: none */
  bool dry;             /* says what would be made, and why */
  bool quiet;           /* no table: a summary */
} QuarterRun;

/* Makes what is to be made, and says so; the exit code. */
int quarter_run(const QuarterRun *asked);
