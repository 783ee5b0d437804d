/* The words of a PDF that somebody supplied, page by page, as qmr-pdf-words writes them. */
#pragma once
#include "record/record.h"

/* Where a block of words stands on its page: in points from the left and the top. */
typedef struct {
  Record record;
  int left, top, width, height;
  int over; /* bytes of the block, as it is written, before the next page begins; -1: it ends on its own */
} SuppliedPlace;
extern const Spec supplied_place_spec;

/* What of a page nobody can read. */
typedef enum {
  LACKS_NOTHING,
  LACKS_WORDS,   /* it is a picture */
  LACKS_LETTERS, /* its fonts do not say which letters they show */
  LACKS_REST     /* it holds more words than are read */
} SuppliedLacks;

typedef struct {
  Record record;
  int number;
  char *label; /* as the file calls it: "iv"; NULL: by its number */
  int width, height;
  int lacks;         /* SuppliedLacks */
  Prose *text;       /* or NULL */
  GPtrArray *places; /* of SuppliedPlace: one a block of the text */
} SuppliedPage;
extern const Spec supplied_page_spec;

/* Why it was not read, or not to its end. */
typedef enum { WHY_NONE, WHY_LOCKED, WHY_BROKEN, WHY_SLOW, WHY_MUCH } SuppliedWhy;

typedef struct {
  Record record;
  int pages;       /* that the file has; 0: it could not be opened */
  int stopped;     /* the first page that was not read; -1: all were */
  int why;         /* SuppliedWhy */
  GPtrArray *page; /* of SuppliedPage, by number */
} Supplied;
extern const Spec supplied_spec; /* root <supplied> */
