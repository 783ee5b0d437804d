/* What a run of many reports tells the run that began it: an account of each, and of which files it was made. */
#pragma once
#include "model/account.h"
#include "programs/reporting.h"

typedef struct Accounting Accounting;

/* For the reports below out; the account goes to account_path, the files to depfile_path; either may be NULL. Paths are
 * borrowed. */
Accounting *accounting_new(const char *out, const char *account_path, const char *depfile_path);
void accounting_free(Accounting *accounting); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Accounting, accounting_free)

void accounting_add(Accounting *accounting, int code, const ReportingEnd *end);
/* Notes that what is in a folder may have been the reason why a report was not made. */
void accounting_add_folder(Accounting *accounting, const char *folder);
/* Writes both, and beside the account (".looks") how those files looked from outside, a line each with its path
 * text_escape'd. An account that says the same stays as it is, so that what depends on it is not made again. */
bool accounting_write(const Accounting *accounting, GError **error);
