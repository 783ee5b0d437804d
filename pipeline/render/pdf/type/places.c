/* Where the atoms of a line and the spaces between them stand. */
#include "render/pdf/type/bidi.h"
#include "render/pdf/type/lines.h"

gint32 atom_space_pu(const Atom *atom)
{
  return atom->flags & ATOM_SPACE ? atom->part->face->space_pu : 0;
}

static void place_atoms(const Atom *atoms, guint n, gint32 x_pu, AtomPlace *ret_places)
{
  for (guint i = 0; i < n; i++) {
    ret_places[i] = (AtomPlace){ x_pu, x_pu + atoms[i].part->width_pu };
    x_pu = ret_places[i].space_pu + atom_space_pu(&atoms[i]);
  }
}

/* Atoms and spaces in the order that their levels give; the space at the line's end has the paragraph's (rule L1). */
static void place_by_levels(const Atom *atoms, guint n, guint8 base, gint32 x_pu, AtomPlace *ret_places)
{
  g_autofree guint8 *levels = g_new(guint8, 2 * n + 1);
  g_autofree guint *order = g_new(guint, 2 * n + 1);
  for (guint i = 0; i < n; i++) {
    levels[2 * i] = atoms[i].level;
    levels[2 * i + 1] = i + 1 < n ? atoms[i].space_level : base;
  }
  bidi_order(levels, 2 * n, order);
  for (guint k = 0; k < 2 * n; k++) {
    guint i = order[k] / 2;
    if (order[k] % 2 == 0) {
      ret_places[i].x_pu = x_pu;
      x_pu += atoms[i].part->width_pu;
    } else {
      ret_places[i].space_pu = x_pu;
      x_pu += i + 1 < n ? atom_space_pu(&atoms[i]) : 0;
    }
  }
}

void line_place(const Lines *lines, const Line *line, gint32 x_pu, AtomPlace *ret_places)
{
  const Atom *atoms = &g_array_index(lines->atoms, Atom, line->first);
  if (lines->two_directions)
    place_by_levels(atoms, line->n, lines->base, x_pu, ret_places);
  else
    place_atoms(atoms, line->n, x_pu, ret_places);
}
