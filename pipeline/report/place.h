/* Putting what was made in the place of what was there: other documents of the folder stay as long as they were made
 * from the same files; what is no longer true is withdrawn, into team/withdrawn/, and said. */
#pragma once
#include "folder/folder.h"
#include "report/report.h"

/* Puts files and manifest in place; wanted: the names of the documents that were asked for, made or not. What is
 * withdrawn is said in diags. Where no report was made, none is marked as withdrawn that never was: a folder that is
 * not there is not made. */
bool place_made(Arena *arena, Folder *folder, const ReportMade *made, const char *const *wanted, DiagList *diags,
                GError **error);
/* Nothing was made, or it could not be put in place: withdraws what wanted names. */
bool place_nothing(Arena *arena, Folder *folder, const char *const *wanted, DiagList *diags, GError **error);
