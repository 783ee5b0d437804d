/* Planting: unique words and figures put into every field of a record that can hold them. */
#pragma once
#include "record/record.h"

/* What may become of a canary. */
typedef enum {
  FATE_WORD,     /* in a file only if its reader sees it there */
  FATE_FIGURE,   /* a figure with more decimals than are shown: only if the pages show all of them */
  FATE_WITHHELD, /* a figure beside a state that withholds it: nowhere */
  FATE_NEVER,    /* what is said to the team alone: nowhere */
} Fate;

typedef struct {
  GString *list;     /* "canary TAB fate TAB place" a line */
  GHashTable *codes; /* of char *: a code as it was to what stands for it, in all files the same */
  guint n;           /* canaries so far */
  guint n_readings;
  bool own; /* only what the documents have: no list of a root that is empty gets a record, and nothing is withheld */
} Planting;

/* Fills the record and all records in it, once more with one record where a list is empty; file says where in the list.
 */
void plant_record(Planting *planting, Arena *arena, Record *root, const char *file);
/* The same for layouts, words and styles: only what is free text, set already, and no path, condition or name. */
void plant_layout(Planting *planting, Arena *arena, Record *root, const char *file);
/* The record as XML with comments and processing instructions between its elements. Caller frees. */
GString *plant_write(Planting *planting, const Record *root, const char *file);
