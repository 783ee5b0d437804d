/* Where a report may go: what keeps a run from a folder, before anything is made. */
#pragma once
#include "report/request.h"

/* Why nothing can be made below out, or by the name that was asked for; NULL: nothing. Caller frees. */
char *destination_fault_of_out(const char *out, const ReportRequest *request);
/* Why the folder "out/NAME" cannot be made; NULL: nothing. Caller frees. */
char *destination_fault_of_folder(const char *out, const char *name, const ReportRequest *request);
