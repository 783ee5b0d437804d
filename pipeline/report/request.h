/* What is asked of a report: its sources and the documents that are to be made of them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A document and how it is to be made. All borrowed. */
typedef struct {
  const char *layout;    /* path */
  const char *words;     /* path of another language's words, or NULL */
  const char *shelf;     /* folder of style and words that do not stand beside the layout, or NULL */
  char *const *formats;  /* "pdf", "xlsx" ... NULL-terminated; NULL: all */
  char *const *settings; /* NAME=VALUE, NULL-terminated; or NULL */
  const char *only;      /* a section or an item alone, or NULL */
  const char *name;      /* of its files; NULL: as the layout says */
  char *const *ticked;   /* of findings: names of the documents whose ticks it tells, NULL-terminated; NULL: all */
} ReportDocument;

/* Paths are as the user gave them, and are so in all messages. All borrowed. */
typedef struct {
  char *const *sources;  /* plan, return, earlier returns; or models; or one paper; NULL-terminated, at least one */
  const char *framework; /* NULL: framework.xml beside or above the plan */
  char *const *also;     /* others' documents that must agree; or NULL */
  const char *accepted;  /* findings that were accepted; or NULL */
  const char *period;    /* of a plan without a return; NULL: its first year */
  const char *name;      /* of the folder, below the period; NULL: as the sources say */
  const char *absent;    /* the service whose report cannot be made: the source is the framework, and a page says so */
  bool no_plan;          /* why it cannot be made: no plan of the service is in force */
  bool page;             /* its document only says that there is no report: the last one that was is kept */
  bool all;              /* these documents are all that the folder is to hold: others are withdrawn */
  bool facts;            /* what the service's documents say goes to team/facts.xml */
  bool preview;          /* for those who write it: goes to preview/, and leaves no old one when it fails */
  const GPtrArray *documents;                     /* of ReportDocument */
  void (*progress)(const char *what, void *data); /* "merging"; or NULL */
  void *data;
} ReportRequest;
