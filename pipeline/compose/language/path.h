/* Paths: names joined by "/", looked up once against the Specs of the model, then followed for each record. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/scope.h"

typedef struct Path Path;
typedef struct PathStep PathStep;

struct Path {
  const char *text; /* as written */
  enum { FROM_AROUND, FROM_LOOP, FROM_REPORTS, FROM_PARAM } from;
  guint up;            /* FROM_AROUND: how many records outward; FROM_LOOP: how many loops */
  const Record *param; /* FROM_PARAM: the Param */
  GPtrArray *steps;    /* of PathStep: from record to record */
  const Field *field;  /* what is asked of the records at the end; NULL: the records themselves */
  const Frame *frame;  /* of the records at the end */
  bool many;           /* can end at several records */
};

/* The path at the scanner's place, or as a whole text; NULL: at fault, and said so. */
Path *path_scan(Scanner *scanner, const Shape *shape);
Path *path_new(Compiler *compiler, const Record *record, const char *attribute, const char *text, const Shape *shape);
/* The same, which must end at records (what: "rows are records"). */
Path *path_new_records(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                       const Shape *shape);

/* Appends the records at the end of the path; those whose field is not set, or tells a withheld figure, are
 * left out. */
void path_follow(const Path *path, const Scope *scope, GPtrArray *records);
/* The first of them, or NULL. */
const Record *path_first(const Path *path, const Scope *scope);
guint path_count(const Path *path, const Scope *scope); /* how many there are */
bool path_equal(const Path *a, const Path *b);          /* mean the same field of the same record */

/* A shape whose current record is one at the end of the path. */
Shape path_shape(const Path *path, const Shape *shape);
