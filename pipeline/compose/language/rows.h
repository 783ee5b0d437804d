/* Rows: the records of a path, filtered and sorted. */
#pragma once
#include "compose/language/condition.h"
#include "compose/language/path.h"

typedef struct {
  const Path *path;
  const Condition *where; /* or NULL */
  Path *distinct;         /* only the first record of each value; or NULL */
  GPtrArray *keys;        /* of SortKey */
  const LoopName *loop;   /* the name of the loop, or NULL */
  Shape shape;            /* inside: the current record is a row */
} Rows;

/* The attributes of those names; all but rows may be NULL. */
typedef struct {
  const char *rows, *where, *distinct, *sort, *as;
} RowsText;

/* NULL: at fault, and said so. */
Rows *rows_new(Compiler *compiler, const Record *record, const RowsText *text, const Shape *shape);
/* The records; caller unrefs the list, which may be kept for the next who asks: nobody changes it. */
GPtrArray *rows_get(const Rows *rows, const Scope *scope);
/* Of how many records of the path nobody knows whether they are rows, because what the condition asks for could not be
 * read: those that were left out, and those that are held among the rows by what stands in. */
typedef struct {
  guint left_out, held;
} RowsUnread;
RowsUnread rows_unread(const Rows *rows, const Scope *scope);
/* How many of the list, which are rows that were got, meet the condition, too (NULL: any), for sure; *ret_more: there
 * may be more. */
guint rows_count(const Rows *rows, const GPtrArray *list, const Condition *where, const Scope *scope, bool *ret_more);
/* For each record of the list the index of the first one with the same value of path, which has a field; records
 * without the value are alike. Caller frees. */
guint *rows_alike(const Rows *rows, const Path *path, const Scope *scope, const GPtrArray *list);
/* The scope of one of them; *loop is where its name is kept, as long as the scope. */
Scope rows_scope(const Rows *rows, const Scope *scope, const Record *row, LoopRecord *loop);
