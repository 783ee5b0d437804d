/* Where names are looked up. A Shape is known when the layout is read: the kind of the current record, of the records
 * around it and of the loops. A Scope is the same for one record when the document is made. */
#pragma once
#include "compose/language/lookup.h"
#include "diag/diag.h"
#include "document/origins.h"

/* The kind of a record and of those that hold it, the report outermost. */
typedef struct Frame Frame;
struct Frame {
  const Spec *spec;
  const Frame *around; /* NULL: none */
  const char *name;    /* by which a path comes to it; NULL: where paths begin */
};

/* A loop that gave its record a name. */
typedef struct LoopName LoopName;
struct LoopName {
  const char *name;
  const Frame *frame;
  const LoopName *outer;
};

typedef struct {
  const Frame *frame;
  const LoopName *loops;
} Shape;

typedef struct LoopRecord LoopRecord;
struct LoopRecord {
  const Record *record;
  const LoopRecord *outer;
};

/* What is around everything. */
typedef struct {
  const GPtrArray *reports; /* all that were given */
  const Record *wanted;     /* preview of one item: that item; NULL: everything is wanted */
  bool met;                 /* it, or something in it, has been shown */
  const char *lang;         /* language of the reports' own words, where the document has another; or NULL */
  bool unread;              /* something in them was given, but could not be read */
  GHashTable *told;         /* Record to the set of its fields that were shown; or NULL: nobody asks */
  Origins *origins;         /* where what is shown was taken from; or NULL: nobody asks */
  const Record *place;      /* the cell that is being filled, or NULL */
  const GPtrArray *filling; /* its content so far */
  Lookup *lookup;
  DiagList *diags; /* what is found while the document is made */
} World;

typedef struct {
  const Record *record;    /* current; its parents are the records around it */
  const LoopRecord *loops; /* as many as the Shape has LoopNames */
  World *world;
} Scope;

/* Notes that the record is shown. */
void scope_meet(const Scope *scope, const Record *record);
/* Notes that a field of the record is shown; NULL: what a figure tells, or a section. */
void scope_tell(const Scope *scope, const Record *record, const Field *field);
/* Whether it was. */
bool scope_was_told(GHashTable *told, const Record *record, const Field *field);
