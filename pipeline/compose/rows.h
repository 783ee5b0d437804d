/* Rows: the records of a path, filtered and sorted. */
#pragma once
#include "compose/condition.h"
#include "compose/path.h"

typedef struct {
  const Path *path;
  const Condition *where; /* or NULL */
  GPtrArray *keys;        /* of SortKey */
  const LoopName *loop;   /* the name of the loop, or NULL */
  Shape shape;            /* inside: the current record is a row */
} Rows;

/* Reads rows, where and sort as they stand in attributes of those names; as may be NULL. NULL: at fault, and said so.
 */
Rows *rows_new(Compiler *compiler, const Record *record, const char *rows, const char *where, const char *sort,
               const char *as, const Shape *shape);
/* The records; caller frees the list. */
GPtrArray *rows_get(const Rows *rows, const Scope *scope);
/* The scope of one of them; *loop is where its name is kept, as long as the scope. */
Scope rows_scope(const Rows *rows, const Scope *scope, const Record *row, LoopRecord *loop);
