/* A run of a council's period: what was received of whom and when, what was made of it, and what is still to be chased.
 * It is what layouts for the team of kind "run" see. Root <run>; team/run.xml of the period. */
#pragma once
#include "model/calendar.h"
#include "model/framework.h"

/* What was received of a service. Not expected: the report is made of those of others, or of a plan or paper. */
typedef enum {
  RECEIVED_NONE,
  RECEIVED_FINAL,
  RECEIVED_DRAFT,
  RECEIVED_MISSING,
  RECEIVED_REFUSED,
  RECEIVED_NOT_EXPECTED
} Received;
extern const Terms terms_received;

/* What was made: a report of data without errors, or with; a page that says that there is none; nothing. */
typedef enum { MADE_NONE, MADE_CLEAN, MADE_WITH_ERRORS, MADE_PAGE, MADE_NOTHING } MadeOf;
extern const Terms terms_made;

/* A file of a folder. */
typedef struct {
  Record record;
  char *name; /* "report.pdf" */
  char *path; /* as seen from team/ of the period: "../housing/report.pdf" */
} RunFile;
extern const Spec run_file_spec; /* <file>, <team-file> */

/* What was said of the council's folder: of a file that belongs to nobody, that stands there twice. */
typedef struct {
  Record record;
  char *text; /* as it is printed: file, level, words, rule */
} RunMessage;
extern const Spec run_message_spec; /* <message> */

/* A folder of reports. */
typedef struct {
  Record record;
  int whose;      /* Whose */
  char *folder;   /* "2009-10-Q4/housing" */
  char *title;    /* the service, board, directorate or paper */
  char *officer;  /* role code of who answers for it */
  int received;   /* Received */
  bool no_plan;   /* of a service: none is in force in the period */
  Date submitted; /* as the return says */
  int days_late;  /* of a return: days after the day it was due; of a missing one until the day of the run; -1: none */
  char *reason;   /* why it was refused, or not made; of one with errors the first */
  char *ask;      /* what is asked of who answers for it; NULL: nothing */
  int made;       /* what was made */
  bool fresh;     /* by this run */
  int errors, warnings, notes, pages;
  GPtrArray *files;      /* of RunFile: its documents, and what may be published with them */
  GPtrArray *team_files; /* of RunFile: its assurance report, and what was said of it */
} RunReport;
extern const Spec run_report_spec; /* <report> */

typedef struct {
  Record record;
  char *council;
  Period period;
  int year_begins;
  Date date;           /* day of the run */
  Date due;            /* day by which returns were due */
  char *cut_short;     /* why the run did not come to its end; NULL: it did */
  GPtrArray *roles;    /* of Role, from the framework */
  GPtrArray *reports;  /* of RunReport */
  GPtrArray *messages; /* of RunMessage */
} RunOfPeriod;
extern const Spec run_spec; /* root <run> */
