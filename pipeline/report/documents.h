/* The documents of a report: composed and rendered in memory. */
#pragma once
#include "base/outputs.h"
#include "report/sources.h"
#include "tick/tick.h"

/* All of one document; what is composed borrows the sources. */
typedef struct {
  Arena *arena;
  const Sources *sources;
  const GPtrArray *findings; /* of FindingList, one for each model; NULL: none are at hand */
  const Ticker *ticker;      /* what documents are held against; NULL: they are not */
  GPtrArray *ticks;          /* of TickList, of the documents so far */
  Manifest *manifest;
  DiagList *diags;
  DiagList *told;    /* what is said of the documents that are made, each in a file of its own */
  DiagList *unmade;  /* why documents were not made: said, but no part of what is made */
  Outputs *files;    /* named below the folder of outputs */
  GHashTable *fonts; /* set of char *: paths of those that are in the manifest */
} Making;

/* Makes the document in all its formats: what a layout of findings makes is for the team. False: a wrong world (error),
 * a wrong command line (*ret_fault, caller frees), or faults of layout or data, said in diags (unmade, when there is no
 * document). */
bool documents_make(const Making *making, const GPtrArray *models, const ReportDocument *wanted, char **ret_fault,
                    GError **error);
/* Whether its layout shows findings: then it is made after the others, whose ticks it tells. */
bool documents_are_of_findings(const ReportDocument *wanted);
/* Adds a file to the outputs and to the manifest; takes the bytes. document: that it belongs to; NULL: to the run. */
void documents_add_file(const Making *making, int role, const char *document, const char *path, GBytes *bytes);
/* A record as an XML file for the team. */
void documents_add_record(const Making *making, const char *document, const char *path, const Record *record);
/* What is wrong with a list of formats, which may be NULL; NULL: nothing. Caller frees. */
char *documents_fault_of_formats(char *const *formats);
/* The name of its files, when the layout can be read; else that of the layout. Caller frees. */
char *documents_name(const ReportDocument *wanted);
