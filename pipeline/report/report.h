/* A report from its sources to the last page, in memory: the stages one after the other, each file read once. Nothing
 * is written; what is made is named below a folder of outputs. */
#pragma once
#include "base/outputs.h"
#include "manifest/manifest.h"
#include "report/request.h"

typedef struct {
  Outputs *files;     /* named below the folder; what is for the team below team/ */
  Manifest *manifest; /* of these files, without itself */
  bool whole;         /* every document was made */
  bool all;           /* what was asked for is all that the folder is to hold */
  bool page;          /* it only says that there is no report */
} ReportMade;

/* Makes what is asked for. Faults of the data go to diags, and to a file for the team. False: a wrong world (error) or
 * a wrong command line (*ret_fault, caller frees).
 * Clear ret_made in any case. */
bool report_make(Arena *arena, const ReportRequest *request, DiagList *diags, ReportMade *ret_made, char **ret_fault,
                 GError **error);
void report_made_clear(ReportMade *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ReportMade, report_made_clear)
