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

/* Documents of a folder that are asked for alike. */
typedef struct {
  Record record;
  GPtrArray *layouts;  /* names of layouts, of char *; none: the standard one */
  GPtrArray *formats;  /* of char *; none: all */
  GPtrArray *settings; /* of YearSetting */
} YearDocument;

/* One folder of reports. Of plan, paper and models there is one; paths are seen from the list's folder. */
typedef struct {
  Record record;
  char *plan, *form, *paper; /* form: the return */
  char *accepted;
  char *absent;    /* the service whose report it is: when it cannot be made, or there is no plan to make it of, a page
                      says so in its place */
  bool no_plan;    /* why: no plan of it is in force in the period */
  char *title;     /* of a report of models: what it is called on a page that says that none of them is there */
  char *framework; /* for such a page; NULL: framework.xml beside or above the list */
  Period period;   /* of a plan without a return */
  char *name;      /* of the folder, below the period; NULL: the service's */
  GPtrArray *layouts; /* as in YearDocument; none: the standard one, unless there are documents */
  GPtrArray *formats;
  GPtrArray *previous;  /* of YearFile: earlier returns */
  GPtrArray *also;      /* of YearFile: others' documents that must agree */
  GPtrArray *models;    /* of YearFile: folders of reports made before, "2012-13-Q2/safeguarding" */
  GPtrArray *settings;  /* of YearSetting */
  GPtrArray *documents; /* of YearDocument: asked for otherwise than by these */
} YearReport;

typedef struct {
  Record record;
  GPtrArray *reports; /* of YearReport */
} Year;
extern const Spec year_spec; /* root <year> */
extern const Spec year_previous_spec, year_also_spec, year_model_spec, year_setting_spec, year_document_spec,
    year_report_spec; /* <previous>, <also>, <model>, <set>, <document>, <report> */
