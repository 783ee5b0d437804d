/* Lines, seen from inside text: atoms (parts with what follows them) and where lines begin. */
#pragma once
#include "render/pdf/type/fonts.h"

enum { ATOM_SPACE = 1 /* a space follows */, ATOM_BREAK = 2 /* a line may end after it */, ATOM_END = 4 /* it must */ };

typedef struct {
  const Part *part;
  guint16 run;
  guint16 flags;
  guint8 level, space_level; /* see bidi.h; the latter of the space that follows */
} Atom;

typedef struct {
  guint first, n;  /* atoms */
  gint32 width_pu; /* without the space at the end */
} Line;

/* What a run asks for beyond its font; href and lang are borrowed from the document. */
typedef struct {
  const char *href, *lang;
  char *text;      /* of a link */
  char *target;    /* of the place of a footnote, or of the number before its words: what leads there */
  Element element; /* made when first drawn */
  bool made;
  guint place; /* RUN_ABOVE, RUN_BELOW or 0 */
  guint first; /* index of the run with which the same link begins, bold words of it and others */
} RunLook;

struct Lines {
  double rgb[3], link_rgb[3];
  gint32 width_pu;
  double line_height_pt, baseline_pt;
  GArray *atoms;  /* of Atom */
  GArray *lines;  /* of Line */
  RunLook *looks; /* one a run; NULL: no run has a link, a language or a place of its own */
  guint n_looks;
  bool two_directions; /* some of it is written from right to left */
  guint8 base;         /* level of the paragraph */
};

/* Appends the atoms of a text in one face; levels: of each byte, NULL where all of it is written from left to right. */
void atoms_add(GArray *atoms, Fonts *fonts, Face *face, guint run, const char *text, const guint8 *levels);
/* Breaks atoms into lines, greedily; words wider than the line are broken. Words may be cut into new atoms. */
void atoms_break(GArray *atoms, Fonts *fonts, gint32 width_pu, GArray *lines);

/* Left ends of an atom and of the space that follows it. */
typedef struct {
  gint32 x_pu, space_pu;
} AtomPlace;

/* Where a line's atoms stand when it begins at x; ret_places: one an atom. */
void line_place(const Lines *lines, const Line *line, gint32 x_pu, AtomPlace *ret_places);
gint32 atom_space_pu(const Atom *atom); /* width of the space that follows; 0: none does */
