/* A worklist as ninja reads it: a list of reports for 'qmr year' a task, and a build file. */
#pragma once
#include "base/outputs.h"
#include "quarter/worklist.h"

/* How the tasks are run. All borrowed. */
typedef struct {
  const char *program; /* path of qmr */
  const char *out;     /* folder of all outputs */
  const char *state;   /* folder of these files and of what ninja keeps */
  const char *layouts; /* what layouts there are to choose from, as text */
  const char *launch;  /* what starts a task: "nice -n 10"; or NULL */
} NinjaRun;

/* The files below state: "build.ninja", and "tasks/NAME.xml" of each task of which something can be made. The same
 * worklist gives the same bytes. */
Outputs *ninja_files(const Worklist *list, const Holding *holding, const NinjaRun *run);
/* The list of a task, below state: "tasks/NAME.xml". Caller frees. */
char *ninja_list(const Task *task);
/* The account of a task, below state: "tasks/NAME.account". Caller frees. */
char *ninja_account(const Task *task);
