/* Placing: how many lines of a paragraph, and of the cells of a row, go on a page. */
#include "render/pdf/flow/place.h"

void place_paragraph(Step *steps, guint first, guint n)
{
  if (n < 2)
    return;
  steps[first + 1].keep = true;
  steps[first + n - 1].keep = true;
}

double place_height_pt(const Step *steps, guint first, guint n)
{
  double height_pt = 0;
  for (guint i = first; i < first + n; i++)
    height_pt += (i > first ? steps[i].gap_pt : 0) + steps[i].height_pt;
  return height_pt;
}

/* Hairs are not counted: sums of the same heights may differ in the last digit. */
static const double hair_pt = 0.01;

guint place_fit(const Step *steps, guint n, guint first, double room_pt, bool force)
{
  double height_pt = 0;
  guint fit = 0, allowed = 0;
  for (guint i = first; i < n; i++) {
    height_pt += (i > first ? steps[i].gap_pt : 0) + steps[i].height_pt;
    if (height_pt > room_pt + hair_pt)
      break;
    fit = i + 1 - first;
    if (i + 1 == n || !steps[i + 1].keep)
      allowed = fit;
  }
  if (allowed || !force || first == n)
    return allowed;
  return MAX(fit, 1);
}

double place_least_pt(const Step *steps, guint n, guint first)
{
  guint end = first;
  while (end < n) {
    end++;
    if (end == n || !steps[end].keep)
      break;
  }
  return place_height_pt(steps, first, end - first);
}

bool place_row(PlaceCell *cells, guint n, double room_pt, bool force)
{
  bool begins = true, any = false;
  for (guint i = 0; i < n; i++)
    begins = begins && cells[i].done == 0;
  for (guint i = 0; i < n; i++) {
    PlaceCell *cell = &cells[i];
    cell->take = place_fit(cell->steps, cell->n, cell->done, room_pt, force);
    if (begins && cell->n && !cell->take)
      return false;
    any = any || cell->take;
  }
  return any || begins;
}
