/* The kinds of items of which generated files can hold any number. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What stands in a slot of a file: before, then `each` as often as there are items, then after. */
typedef struct {
  const char *slot; /* NULL ends the list */
  const char *before, *each, *after;
} Part;

typedef enum { OF_SERVICE, OF_PAPER, OF_DOCUMENT } Family;

typedef struct {
  const char *name; /* NULL ends the list */
  Part parts[8];
  Family family; /* whose files hold the items */
  bool drawings; /* drawing-1.svg and so on stand beside them */
} Kind;

/* A file with {slots}. */
typedef struct {
  const char *name; /* NULL ends the list */
  const char *text;
} Skeleton;

extern const Kind kinds[];
extern const Skeleton skeletons[];
