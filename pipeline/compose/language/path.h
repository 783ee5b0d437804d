/* Paths: names joined by "/", looked up once against the Specs of the model, then followed for each record. */
#pragma once
#include "compose/language/condition.h"

typedef struct Path Path;

/* From a record to records in one of its fields. */
typedef struct {
  const Field *field; /* ONE, MANY or ANY */
  const Spec *spec;   /* of the records; of an ANY only these */
  const Condition *filter;
} PathStep;

struct Path {
  const char *text; /* as written */
  enum { FROM_AROUND, FROM_LOOP, FROM_REPORTS, FROM_PARAM } from;
  guint up;            /* FROM_AROUND: how many records outward; FROM_LOOP: how many loops */
  const Record *param; /* FROM_PARAM: the Param */
  GPtrArray *steps;    /* of PathStep: from record to record */
  const Field *field;  /* what is asked of the records at the end; NULL: the records themselves */
  const Frame *frame;  /* of the records at the end */
  bool many;           /* can end at several records */
  bool implied;        /* finds codes, too, that nobody gave: rows are told apart by them, and never shown */
  Varies varies;       /* where it begins, and what its filters ask for */
  guint open;          /* the first step whose filter varies; as many as there are steps: none does */
};

/* The path at the scanner's place, or as a whole text; NULL: at fault, and said so. */
Path *path_scan(Scanner *scanner, const Shape *shape);
Path *path_new(Compiler *compiler, const Record *record, const char *attribute, const char *text, const Shape *shape);
/* The same, which must end at records (what: "rows are records"). */
Path *path_new_records(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                       const Shape *shape);

/* The records at the end of the path; those whose field is not set, or tells a withheld figure, are left out. Caller
 * unrefs the list, which may be kept for the next who asks: nobody changes it. */
GPtrArray *path_follow(const Path *path, const Scope *scope);
/* The first of them, or NULL. */
const Record *path_first(const Path *path, const Scope *scope);
/* How many there are for sure; *ret_more: there may be more, because something cannot be read. */
guint path_count(const Path *path, const Scope *scope, bool *ret_more);
/* Whether what it asks for may have been given, but could not be read: the value, the records, or that by which they
 * are picked. To be asked when there is none: it is then not missing. */
bool path_is_unread(const Path *path, const Scope *scope);
/* Whether it was given for sure: nobody doubts whether the path picks it. */
bool path_was_given(const Path *path, const Scope *scope);
/* Where it found some: whether a list of codes leads to more, or more stand in the list at its end. */
bool path_is_partly_unread(const Path *path, const Scope *scope);
/* Whether a record that the path found is picked by it, whatever it is that cannot be read. */
bool path_picks_for_sure(const Path *path, const Record *found, const Scope *scope);
/* Where it begins; NULL: at all reports. */
const Record *path_begin(const Path *path, const Scope *scope);
bool path_equal(const Path *a, const Path *b); /* mean the same field of the same record */

/* Notes for the compiler that what is at the end of the path is shown. */
void path_note_shown(Compiler *compiler, const Path *path);
/* "indicator/measure/value/number": where a field stands in its report; field NULL: the record. Caller frees. */
char *path_place(const Frame *frame, const Field *field);

/* A shape whose current record is one at the end of the path. */
Shape path_shape(const Path *path, const Shape *shape);
