/* The sources of a report: read once, each through all its gates. */
#pragma once
#include "facts/inputs.h"
#include "manifest/manifest.h"
#include "report/request.h"

typedef enum { SOURCES_OF_SERVICE, SOURCES_OF_MODELS, SOURCES_OF_PAPER, SOURCES_OF_ABSENCE } SourcesKind;

typedef struct {
  SourcesKind kind;
  Inputs inputs;       /* of a service; of an absence its framework and period */
  GPtrArray *models;   /* of Record: Report; or the one Paper */
  GPtrArray *findings; /* of FindingList: what stands beside the models */
  bool whole;          /* there is enough to make documents of */
} Sources;

/* Reads and validates; faults go to diags, what went in to manifest. False: a wrong world (error), or a wrong command
 * line
 * (*ret_fault, caller frees). */
bool sources_read(Arena *arena, const ReportRequest *request, Sources *ret_sources, Manifest *manifest, DiagList *diags,
                  char **ret_fault, GError **error);
/* Draft when any of them is not final. */
int sources_status(const Sources *sources);
