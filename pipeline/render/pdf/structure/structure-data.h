/* What a Structure holds, for structure.c and finish only: flat arrays, small enough for 3,000 pages. */
#pragma once
#include "render/pdf/structure/structure.h"

#define STRUCTURE_END G_MAXUINT32 /* end of a chain, or no extras */

typedef enum { KID_ELEMENT, KID_MARK, KID_LINK } KidKind;

/* A child: an element (value: its index), marked content (value: MCID on page) or an annotation (value: index of
 * links). */
typedef struct {
  guint32 next, value;
  guint32 page : 30, kind : 2;
} Kid;

typedef struct {
  guint8 tag, scope;
  guint32 parent, first, last; /* first, last: indexes of kids */
  guint32 extras;              /* index of extras */
} Node;

/* What few elements have. */
typedef struct {
  char *alt, *lang;
  guint columns, rows;   /* 0 and 1: none */
  const char *numbering; /* of a list, or NULL */
  bool has_bbox;
  guint page;
  double x_pt, y_pt, width_pt, height_pt;
} Extras;

typedef struct {
  Element element;
  guint page;
  double x_pt, y_pt, width_pt, height_pt;
  char *uri, *target_id, *contents;
} Link;

typedef struct {
  char *id;
  guint page;
  double y_pt;
} Target;

typedef struct {
  guint level;
  char *title, *target_id;
} Bookmark;

struct Structure {
  GArray *nodes;      /* of Node; 0 is the Document */
  GArray *kids;       /* of Kid */
  GPtrArray *extras;  /* of Extras */
  GArray *marks;      /* of Element: one for each marked content, in drawing order */
  GArray *page_marks; /* of guint32: [page] first of its marks; pages are drawn one after the other */
  GPtrArray *links, *targets, *bookmarks;
  GHashTable *target_by_id; /* borrows from targets */
};

const char *structure_tag_name(Tag tag);                                                       /* "TH" */
guint structure_page_marks(const Structure *structure, guint page, const Element **ret_marks); /* their number */
const Extras *structure_extras(const Structure *structure, const Node *node);                  /* or NULL */
const Target *structure_find_target(const Structure *structure, const char *id);               /* or NULL */
