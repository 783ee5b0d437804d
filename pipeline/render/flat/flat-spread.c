/* Texts that are longer than a cell may be: the rest goes into columns of its own, "(continued)". */
#include "render/flat/flat-line.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include <string.h>

/* Where a text of more than max_units is cut: after white space if there is some near. */
static const char *cut_at(const char *text, gsize max_units)
{
  const char *end = plain_end(text, max_units);
  if (!*end)
    return NULL;
  for (const char *space = end; space > text + (end - text) / 2; space--)
    if (space[-1] == ' ' || space[-1] == '\n')
      return space;
  return end;
}

static guint parts_of(const char *text, gsize max_units)
{
  guint n = 1;
  for (const char *p = cut_at(text, max_units); p; p = cut_at(p, max_units))
    n++;
  return n;
}

static guint most_parts(const FlatTable *flat, guint column, gsize max_units)
{
  guint most = 1;
  for (guint i = 0; i < flat->rows->len; i++) {
    const FlatCell *cell = &flat_row(flat, i)->cells[column];
    if (cell->kind == FLAT_TEXT && strlen(cell->text) > max_units)
      most = MAX(most, parts_of(cell->text, max_units));
  }
  return most;
}

/* Gives every row n - 1 more cells after column, which hold the rest of its text. */
static void spread_rows(FlatTable *flat, guint column, guint n, guint n_before, gsize max_units)
{
  for (guint i = 0; i < flat->rows->len; i++) {
    FlatRow *row = g_ptr_array_index(flat->rows, i);
    FlatCell *cells = arena_alloc(flat->arena, (n_before + n) * sizeof *cells);
    memcpy(cells, row->cells, (column + 1) * sizeof *cells);
    memcpy(cells + column + n, row->cells + column + 1, (n_before - column - 1) * sizeof *cells);
    const char *rest = cells[column].kind == FLAT_TEXT ? cells[column].text : NULL;
    for (guint k = 0; k < n; k++) {
      const char *cut = rest ? cut_at(rest, max_units) : NULL;
      if (rest && (cut || k > 0))
        cells[column + k] =
            flat_text_or(flat, cut ? arena_strndup(flat->arena, rest, (gsize)(cut - rest)) : rest, STATE_NONE);
      else if (k > 0)
        cells[column + k] = flat_text_or(flat, NULL, STATE_NOT_APPLICABLE);
      rest = cut;
    }
    row->cells = cells;
  }
}

void flat_spread(FlatTable *flat, const Document *document, gsize max_units)
{
  for (guint column = 0; column < flat->columns->len; column++) {
    guint n = most_parts(flat, column, max_units);
    if (n == 1)
      continue;
    spread_rows(flat, column, n, flat->columns->len, max_units);
    FlatColumn more = { .role = FLAT_CONTINUED, .source = flat_column(flat, column)->source };
    for (guint k = 1; k < n; k++) {
      flat_add_column(flat, more, phrase_with(document, "column-continued", flat_column(flat, column)->heading));
      FlatColumn added = g_array_index(flat->columns, FlatColumn, flat->columns->len - 1);
      g_array_set_size(flat->columns, flat->columns->len - 1);
      g_array_insert_val(flat->columns, column + k, added);
    }
    column += n - 1;
  }
}
