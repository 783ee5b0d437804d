/* Lines, seen from inside text: atoms (parts with what follows them) and where lines begin. */
#pragma once
#include "render/pdf/type/fonts.h"

enum { ATOM_SPACE = 1 /* a space follows */, ATOM_BREAK = 2 /* a line may end after it */, ATOM_END = 4 /* it must */ };

typedef struct {
  const Part *part;
  guint16 run;
  guint16 flags;
} Atom;

typedef struct {
  guint first, n;  /* atoms */
  gint32 width_pu; /* without the space at the end */
} Line;

/* What a run asks for beyond its font; href and lang are borrowed from the document. */
typedef struct {
  const char *href, *lang;
  char *text;      /* of a link */
  Element element; /* made when first drawn */
  bool made;
} RunLook;

struct Lines {
  double rgb[3], link_rgb[3];
  gint32 width_pu;
  double line_height_pt, baseline_pt;
  GArray *atoms;  /* of Atom */
  GArray *lines;  /* of Line */
  RunLook *looks; /* one a run; NULL: no run has a link or language */
  guint n_looks;
};

/* Appends the atoms of a text in one face. */
void atoms_add(GArray *atoms, Fonts *fonts, Face *face, guint run, const char *text);
/* Breaks atoms into lines, greedily; words wider than the line are broken. Words may be cut into new atoms. */
void atoms_break(GArray *atoms, Fonts *fonts, gint32 width_pu, GArray *lines);
