/* What a run of many reports tells the run that began it: an account of each, and of which files it was made. */
#pragma once
#include "model/account.h"
#include "programs/reporting.h"

typedef struct Accounting Accounting;

/* For the reports below out, of what stands beside a file; the account goes to account_path, which may be NULL: none is
 * written. dated: the account is dated anew though it says the same, for a run in which nobody asks whether it does.
 * Paths are borrowed. */
Accounting *accounting_new(const char *out, const char *beside, const char *account_path, bool dated);
void accounting_free(Accounting *accounting); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Accounting, accounting_free)

void accounting_add(Accounting *accounting, int code, const ReportingEnd *end);
/* Notes that a file may have been the reason why a report was not made. */
void accounting_add_file(Accounting *accounting, const char *path);
/* Notes that what is in a folder may have been the reason why a report was not made. */
void accounting_add_folder(Accounting *accounting, const char *folder);
/* Writes it, and beside it (".looks") the seconds that it took, and how the files of which the reports were made, and
 * what was made of them, looked from outside, a line each with its path text_escape'd. An account that says the same
 * stays as it is, so that what depends on it is not made again. */
bool accounting_write(const Accounting *accounting, GError **error);
