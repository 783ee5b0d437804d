/* Where a report belongs, from a look at its sources: so that its folder can be locked before anything is read. */
#pragma once
#include "report/request.h"

/* "2009-10-Q4/housing" below the folder of all outputs: the period and the service as the root elements say them, one
 * to one; of models "2009-10-Q4/reports/LAYOUT"; of papers "papers/2010-05-11/REF", or "papers/undated/REF"
 * when the date is none; the request's name takes the place of what follows the period or date. A preview's is
 * "preview/" and its last name. NULL: they do not say enough. Caller frees. */
char *report_folder(const ReportRequest *request);
/* The same by the first of the sources that says it: where a preview was, when its plan can no longer be read. */
char *report_folder_by_any(const ReportRequest *request);
