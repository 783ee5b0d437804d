/* What one run of qmr-merge is given: documents, read, and the period that is asked for. */
#pragma once
#include "model/acceptance.h"
#include "model/paper.h"
#include "model/report.h"

/* Records are borrowed from arena. */
typedef struct {
  Arena *arena;
  const Framework *framework;
  const Plan *plan;
  const Return *current; /* the return of the period, or NULL */
  GPtrArray *previous;   /* of Record: Return or Report, in the order of their periods, oldest first */
  bool closings_lost;    /* that one may close items */
  bool previous_lost;    /* there is one more that cannot be read, or its period */
  GPtrArray *also;       /* of Record: of others, in the order given, to agree with: Framework, Plan, Return, Report, Paper */
  const Accepted *accepted; /* reviewed findings, or NULL */
  Period period;
} Inputs;

typedef struct {
  const char *framework, *plan, *current; /* paths; current may be NULL */
  const char *accepted;                   /* or NULL */
  char **previous, **also;                /* NULL-terminated, or NULL */
  const char *period;                     /* when there is no return; NULL: the return's */
} InputPaths;

/* Reads all documents; faults go to diags. False when there is not enough to make a report of: no framework, no plan or
 * no period (said in diags), or when a file cannot be opened (error). */
bool inputs_read(const InputPaths *paths, Inputs *inputs, DiagList *diags, GError **error);

/* Makes a document that was read ready for the others: its periods told in the framework's year, what cannot be read
 * said in the fields. The framework comes first. diags NULL: our programs have made it. */
void inputs_settle(const Inputs *inputs, Record *record, DiagList *diags);

/* Takes the earlier documents in the order of their periods; those without one cannot be placed in time, which reading
 * has said. */
void inputs_place_previous(Inputs *inputs, const GPtrArray *documents);

/* Period of a previous document, and the service it is about. */
Period inputs_document_period(const Record *document);
const char *inputs_document_service(const Record *document);
