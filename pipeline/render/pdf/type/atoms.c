/* Breaking into lines: greedy, from the widths of parts; a word wider than the line is cut between its characters. */
#include "render/pdf/type/lines.h"
#include <string.h>

/* A token's end, at a character that does not combine with the one before. */
static gsize token_length(const char *text, gsize length_bytes)
{
  if (length_bytes <= TOKEN_MAX_BYTES)
    return length_bytes;
  const char *end = g_utf8_find_prev_char(text, text + TOKEN_MAX_BYTES + 1);
  for (const char *p = end; p > text + TOKEN_MAX_BYTES / 2; p = g_utf8_find_prev_char(text, p))
    if (!g_unichar_ismark(g_utf8_get_char(p)))
      return (gsize)(p - text);
  return (gsize)(end - text);
}

static void add_token(GArray *atoms, Fonts *fonts, Face *face, guint run, const char *text, gsize length_bytes,
                      guint8 level)
{
  const Token *token = token_get(fonts, face, text, length_bytes, level & 1);
  for (guint i = 0; i < token->n_parts; i++) {
    Atom atom = { &token->parts[i], (guint16)run, token->parts[i].may_break ? ATOM_BREAK : 0, level, level };
    g_array_append_val(atoms, atom);
  }
}

static void add_space(GArray *atoms, guint8 level)
{
  if (!atoms->len)
    return;
  Atom *last = &g_array_index(atoms, Atom, atoms->len - 1);
  last->flags |= ATOM_SPACE | ATOM_BREAK;
  last->space_level = level;
}

void atoms_add(GArray *atoms, Fonts *fonts, Face *face, guint run, const char *text, const guint8 *levels)
{
  for (const char *p = text; *p;) {
    guint8 level = levels ? levels[p - text] : 0;
    if (*p == ' ') {
      add_space(atoms, level);
      p++;
      continue;
    }
    gsize length = 0;
    while (p[length] && p[length] != ' ' && (!levels || levels[p + length - text] == level))
      length++;
    length = token_length(p, length);
    add_token(atoms, fonts, face, run, p, length, level);
    p += length;
  }
}

typedef struct {
  GArray *atoms, *lines;
  Fonts *fonts;
  gint32 width_pu;
  Line line;   /* being filled */
  gint32 x_pu; /* its end with the space after it */
} Breaker;

static void line_end(Breaker *b)
{
  g_array_append_val(b->lines, b->line);
  b->line = (Line){ .first = b->line.first + b->line.n };
  b->x_pu = 0;
}

static void line_take(Breaker *b, const Atom *atom)
{
  b->line.n++;
  b->line.width_pu = b->x_pu + atom->part->width_pu;
  b->x_pu = b->line.width_pu + (atom->flags & ATOM_SPACE ? atom->part->face->space_pu : 0);
}

/* Bytes of a part that fit in room, at least one character. */
static gsize part_fit(const Part *part, gint32 room_pu)
{
  gsize bytes = 0;
  guint share = (guint)((gint64)part->n_glyphs * MAX(room_pu, 0) / MAX(part->width_pu, 1));
  for (guint i = 0; part->rtl && i < part->n_glyphs && i < MAX(share, 1); i++)
    bytes += part->glyphs[i].bytes;
  if (part->rtl)
    return bytes;
  for (guint i = 0; i < part->n_glyphs; i++) {
    gint32 end_pu = i + 1 < part->n_glyphs ? part->glyphs[i + 1].x_pu : part->width_pu;
    if (bytes && end_pu > room_pu)
      break;
    bytes += part->glyphs[i].bytes;
  }
  return bytes;
}

/* Cuts the atom at index in two so that the first fits in room; false if it has only one character. */
static bool atom_cut(Breaker *b, guint index, gint32 room_pu)
{
  Atom atom = g_array_index(b->atoms, Atom, index);
  gsize bytes = part_fit(atom.part, room_pu), length = strlen(atom.part->text);
  if (bytes == 0 || bytes >= length)
    return false;
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Atom));
  g_autofree char *head = part_written(atom.part, 0, bytes), *tail = part_written(atom.part, bytes, length - bytes);
  add_token(pieces, b->fonts, atom.part->face, atom.run, head, strlen(head), atom.level);
  add_token(pieces, b->fonts, atom.part->face, atom.run, tail, strlen(tail), atom.level);
  if (pieces->len) {
    g_array_index(pieces, Atom, pieces->len - 1).flags = atom.flags;
    g_array_index(pieces, Atom, pieces->len - 1).space_level = atom.space_level;
  }
  g_array_remove_index(b->atoms, index);
  g_array_insert_vals(b->atoms, index, pieces->data, pieces->len);
  bool cut = pieces->len > 1;
  g_array_unref(pieces);
  return cut;
}

/* Takes one atom of a word that is wider than the line, cutting it where needed. */
static void take_in_need(Breaker *b, guint index)
{
  const Atom *atom = &g_array_index(b->atoms, Atom, index);
  if (b->x_pu + atom->part->width_pu > b->width_pu) {
    gint32 room_pu = b->width_pu - b->x_pu;
    if (b->line.n && room_pu < b->width_pu / 4) {
      line_end(b);
      room_pu = b->width_pu;
    }
    if (b->x_pu + atom->part->width_pu > b->width_pu && !atom_cut(b, index, room_pu) && b->line.n)
      line_end(b);
  }
  line_take(b, &g_array_index(b->atoms, Atom, index));
}

/* The atoms from first that are not parted: up to one after which a line may end. */
static guint unit_length(const GArray *atoms, guint first, gint32 *ret_width_pu)
{
  *ret_width_pu = 0;
  guint i = first;
  for (; i < atoms->len; i++) {
    const Atom *atom = &g_array_index(atoms, Atom, i);
    *ret_width_pu += atom->part->width_pu;
    if (atom->flags & (ATOM_BREAK | ATOM_END))
      return i + 1 - first;
  }
  return i - first;
}

void atoms_break(GArray *atoms, Fonts *fonts, gint32 width_pu, GArray *lines)
{
  Breaker b = { .atoms = atoms, .lines = lines, .fonts = fonts, .width_pu = MAX(width_pu, 1) };
  for (guint i = 0; i < atoms->len;) {
    gint32 unit_pu;
    guint n = unit_length(atoms, i, &unit_pu);
    bool begins = i == 0 || g_array_index(atoms, Atom, i - 1).flags & (ATOM_BREAK | ATOM_END);
    if (begins && b.line.n && b.x_pu + unit_pu > b.width_pu)
      line_end(&b);
    guint last;
    if (unit_pu > b.width_pu || !begins) {
      take_in_need(&b, i);
      last = i++;
    } else {
      for (guint k = 0; k < n; k++)
        line_take(&b, &g_array_index(atoms, Atom, i + k));
      last = i + n - 1;
      i += n;
    }
    if (g_array_index(atoms, Atom, last).flags & ATOM_END)
      line_end(&b);
  }
  if (b.line.n)
    line_end(&b);
}
