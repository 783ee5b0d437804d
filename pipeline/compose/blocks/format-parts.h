/* Formats, seen from inside: what a column was read to show. */
#pragma once
#include "compose/blocks/format.h"

typedef enum {
  SHOW_BY_TYPE,
  SHOW_SYMBOL,
  SHOW_WORD,
  SHOW_PLAIN,
  SHOW_PERIOD_END,
  SHOW_MONTH,
  SHOW_PARENTHESES,
  SHOW_PAGE
} Show;

/* A path of the attribute field. */
typedef struct {
  const Path *path;
  bool count; /* how many there are */
} Shown;

struct Format {
  GPtrArray *shown; /* of Shown; empty: the template, or a page number */
  const Template *tmpl;
  Show show;
  const char *prefix;      /* before the first code, with the space after it; or "" */
  const Path *lookup;      /* to the field of the records that codes name */
  const Template *link;    /* or NULL */
  const Path *file;        /* to a field; or NULL */
  const Template *missing; /* NULL: the word missing-figure for figures, else nothing */
  bool figures;
  bool exact; /* figures keep all their decimals, however they are shown */
};
