/* The reports of a year: a list of what is made from what, so that one command makes them all. */
#pragma once
#include "record/record.h"

/* A path, or the name of a folder below that of all outputs. */
typedef struct {
  Record record;
  char *path;
} YearFile;

/* A parameter of the layouts: NAME=VALUE. */
typedef struct {
  Record record;
  char *text;
} YearSetting;

/* One folder of reports. Of plan, paper and models there is one; paths are seen from the list's folder. */
typedef struct {
  Record record;
  char *plan, *form, *paper; /* form: the return */
  char *accepted;
  Period period;       /* of a plan without a return */
  char *name;          /* of the folder, below the period; NULL: the service's */
  GPtrArray *layouts;  /* names of layouts, of char *; none: the standard one */
  GPtrArray *formats;  /* of char *; none: all */
  GPtrArray *previous; /* of YearFile: earlier returns */
  GPtrArray *also;     /* of YearFile: others' documents that must agree */
  GPtrArray *models;   /* of YearFile: folders of reports made before, "2012-13-Q2/safeguarding" */
  GPtrArray *settings; /* of YearSetting */
} YearReport;

typedef struct {
  Record record;
  GPtrArray *reports; /* of YearReport */
} Year;
extern const Spec year_spec; /* root <year> */
