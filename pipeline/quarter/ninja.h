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
  GHashTable *known;   /* set of const Task: of which it is known that they are to be made, so that ninja is not asked;
                          or NULL */
} NinjaRun;

/* The files below state: "build.ninja", with a step a task; "tasks/NAME.xml" of each task of which something can be
 * made; what else all depend on. The same worklist gives the same bytes. */
Outputs *ninja_files(const Worklist *list, const Holding *holding, const NinjaRun *run);
/* The text of a build file with other steps: lists of Task. A step of one task is described by its folder, another one
 * by '@' and its place among the steps. */
GString *ninja_build(const GPtrArray *steps, const Holding *holding, const NinjaRun *run);
/* What makes the reports of lists that follow it: words of a command, without what starts it. Owned strings; caller
 * unrefs. */
GPtrArray *ninja_command(const Holding *holding, const NinjaRun *run);
/* The list of a task, below state: "tasks/NAME.xml". Caller frees. */
char *ninja_list(const Task *task);
/* The account of a task, below state: "tasks/NAME.account". Caller frees. */
char *ninja_account(const Task *task);
