/* Reading templates: texts of the layout become pieces. */
#include "compose/language/template-parts.h"
#include "model/reading.h"
#include <string.h>

typedef struct {
  Scanner scanner;
  const Shape *shape;
  const Run *look;
  bool page_numbers;
} Reader;

static Piece *piece_new(Reader *reader, PieceKind kind)
{
  Piece *piece = arena_alloc(reader->scanner.compiler->arena, sizeof *piece);
  piece->kind = kind;
  piece->look = reader->look;
  return piece;
}

static Piece *piece_add(Reader *reader, GPtrArray *pieces, PieceKind kind)
{
  Piece *piece = piece_new(reader, kind);
  g_ptr_array_add(pieces, piece);
  return piece;
}

/* alternatives: '|' ends it there. */
static void read_text(Reader *reader, GPtrArray *pieces, bool alternatives)
{
  Scanner *scanner = &reader->scanner;
  g_autoptr(GString) text = g_string_new(NULL);
  while (*scanner->at) {
    bool doubled = g_str_has_prefix(scanner->at, "[[");
    bool page =
        reader->page_numbers && (g_str_has_prefix(scanner->at, "{page}") || g_str_has_prefix(scanner->at, "{pages}"));
    if (!doubled && !page && strchr(alternatives ? "{[]|" : "{[]", *scanner->at))
      break;
    scanner->at += doubled ? 1 : 0;
    g_string_append_c(text, *scanner->at++);
  }
  if (text->len)
    piece_add(reader, pieces, PIECE_TEXT)->text = arena_strdup(scanner->compiler->arena, text->str);
}

/* Values, and readings, can be said; other records cannot. */
static bool can_be_said(const Scanner *scanner, const char *at, const Path *path)
{
  if (path->field || spec_is_reading(path->frame->spec))
    return true;
  scanner_fault(scanner, "L-KIND", at, "'%s' is a whole record (%s): say which of its fields", path->text,
                path->frame->spec->label);
  return false;
}

static bool read_path(Reader *reader, GPtrArray *pieces)
{
  Scanner *scanner = &reader->scanner;
  scanner->at++;
  scanner_space(scanner);
  if (scale_level_begins(scanner))
    return scale_level_scan(scanner, &piece_add(reader, pieces, PIECE_LEVEL)->level);
  bool count = scanner_keyword(scanner, "count");
  const char *at = scanner->at;
  Path *path = path_scan(scanner, reader->shape);
  if (!path || !(count || can_be_said(scanner, at, path)))
    return false;
  scanner_space(scanner);
  if (!scanner_take(scanner, "}")) {
    scanner_fault(scanner, "L-TEMPLATE", at, "'{%s' is not closed by '}'", path->text);
    return false;
  }
  if (!count)
    path_note_shown(scanner->compiler, path);
  piece_add(reader, pieces, count ? PIECE_COUNT : PIECE_PATH)->path = path;
  return true;
}

static bool read_pieces(Reader *reader, GPtrArray *pieces, bool optional);

/* Of several parts between the brackets, with | between them, the first is said that is not empty. */
static bool read_optional(Reader *reader, GPtrArray *pieces)
{
  Scanner *scanner = &reader->scanner;
  const char *at = scanner->at++;
  Piece *piece = piece_add(reader, pieces, PIECE_OPTIONAL);
  for (;;) {
    piece->pieces = arena_list(scanner->compiler->arena);
    if (!read_pieces(reader, piece->pieces, true))
      return false;
    if (scanner_take(scanner, "]"))
      return true;
    if (!scanner_take(scanner, "|"))
      break;
    Piece *otherwise = piece_new(reader, PIECE_OPTIONAL);
    piece->otherwise = otherwise;
    piece = otherwise;
  }
  scanner_fault(scanner, "L-TEMPLATE", at, "'[' is not closed by ']'");
  return false;
}

/* What begins with one of the marks { [ ]. */
static bool read_marked(Reader *reader, GPtrArray *pieces, bool optional)
{
  const Scanner *scanner = &reader->scanner;
  if (*scanner->at == '{')
    return read_path(reader, pieces);
  if (*scanner->at == '[' && !optional)
    return read_optional(reader, pieces);
  scanner_fault(scanner, "L-TEMPLATE", scanner->at,
                optional ? "an optional part cannot stand inside another" : "']' closes nothing");
  return false;
}

/* Up to the end of the text, or of the optional part. */
static bool read_pieces(Reader *reader, GPtrArray *pieces, bool optional)
{
  const Scanner *scanner = &reader->scanner;
  bool alternatives = optional && !reader->page_numbers; /* in page furniture '|' parts its places */
  while (*scanner->at && !(optional && strchr(alternatives ? "]|" : "]", *scanner->at))) {
    const char *at = scanner->at;
    read_text(reader, pieces, alternatives);
    if (scanner->at == at && !read_marked(reader, pieces, optional))
      return false;
  }
  return true;
}

static bool read_template(Template *tmpl, Compiler *compiler, const Record *record, const char *attribute,
                          const char *text, const Shape *shape, const Run *look, bool page_numbers)
{
  Reader reader = { scanner_new(compiler, record, attribute, text), shape, look, page_numbers };
  return read_pieces(&reader, tmpl->pieces, false);
}

static Template *template_alloc(Arena *arena, const Record *record, const char *attribute)
{
  Template *tmpl = arena_alloc(arena, sizeof *tmpl);
  *tmpl = (Template){ record, attribute, arena_list(arena) };
  return tmpl;
}

Template *template_new(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                       const Shape *shape, bool page_numbers)
{
  Template *tmpl = template_alloc(compiler->arena, record, attribute);
  return read_template(tmpl, compiler, record, attribute, text, shape, NULL, page_numbers) ? tmpl : NULL;
}

Template *template_new_runs(Compiler *compiler, const Record *record, const GPtrArray *runs, const Shape *shape)
{
  Template *tmpl = template_alloc(compiler->arena, record, NULL);
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    guint before = tmpl->pieces->len;
    if (run->note) {
      const Template *note = template_new_runs(compiler, record, run->note, shape);
      Reader reader = { .scanner = { .compiler = compiler }, .look = run };
      if (!note)
        return NULL;
      piece_add(&reader, tmpl->pieces, PIECE_NOTE)->pieces = note->pieces;
      continue;
    }
    if (!read_template(tmpl, compiler, record, NULL, run->text, shape, run, false))
      return NULL;
    if (tmpl->pieces->len == before) { /* a run that is only a line break */
      Reader reader = { .scanner = { .compiler = compiler }, .look = run };
      piece_add(&reader, tmpl->pieces, PIECE_TEXT)->text = "";
    }
  }
  return tmpl;
}
