/* What a request would replace, when it cannot say so itself: its sources or layouts can no longer be read, but
 * manifests of earlier runs name them. */
#pragma once
#include "report/request.h"

/* Names below out ("2009-10-Q4/housing") of the folders that were made of the same sources, by one of the layouts that
 * are asked for, or by any when none is; of char *, owned, sorted. */
GPtrArray *replaced_folders(const char *out, const ReportRequest *request);
/* The names of the documents that are asked for, as their layouts say, and as the manifest of the folder at path calls
 * those of the same layouts. NULL-terminated; caller frees. */
char **replaced_documents(const char *path, const ReportRequest *request);
/* A folder of reports that stands above or below "out/NAME", so that both cannot be: its path, or NULL; caller frees.
 */
char *replaced_neighbour(const char *out, const char *name);
