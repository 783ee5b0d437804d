/* Strips: paragraphs one below the other, with what stands beside them, and the structure they belong to. */
#include "render/pdf/flow/strip.h"
#include "render/pdf/canvas/marks.h"
#include "render/pdf/canvas/picture-draw.h"

typedef struct {
  Tag tag;
  guint parent;
  bool made;
  const char *numbering;
  Element element;
  Scope scope;
  guint columns, rows; /* that a cell covers; 0 and 1: one */
  char *alt, *lang;
} Node;

typedef struct {
  Lines *lines;
  guint node;
  guint skip; /* lines of the piece above its first */
  Align align;
  double x_pt, width_pt;
} Track;

typedef struct {
  const char *name;          /* NULL: no mark */
  const ProseBlock *picture; /* instead of a mark */
  guint node;
  double x_pt, size_pt, height_pt;
} StripMark;

/* Tracks side by side that share their lines. */
typedef struct {
  guint first_step, n_steps;
  guint first_track, n_tracks;
  StripMark mark;
} Piece;

struct Strip {
  GArray *nodes, *pieces, *tracks, *steps;
  double before_pt, after_pt;
  bool keep_next;
};

static void node_clear(gpointer data)
{
  Node *node = data;
  g_free(node->alt);
  g_free(node->lang);
}

static void track_clear(gpointer data)
{
  lines_free(((Track *)data)->lines);
}

Strip *strip_new(void)
{
  Strip *strip = g_new0(Strip, 1);
  strip->nodes = g_array_new(FALSE, TRUE, sizeof(Node));
  strip->pieces = g_array_new(FALSE, TRUE, sizeof(Piece));
  strip->tracks = g_array_new(FALSE, TRUE, sizeof(Track));
  strip->steps = g_array_new(FALSE, TRUE, sizeof(Step));
  g_array_set_clear_func(strip->nodes, node_clear);
  g_array_set_clear_func(strip->tracks, track_clear);
  g_array_set_size(strip->nodes, 1);
  return strip;
}

void strip_free(Strip *strip)
{
  if (!strip)
    return;
  g_array_unref(strip->nodes);
  g_array_unref(strip->pieces);
  g_array_unref(strip->tracks);
  g_array_unref(strip->steps);
  g_free(strip);
}

static Node *node_at(const Strip *strip, guint node)
{
  return &g_array_index(strip->nodes, Node, node);
}

guint strip_node(Strip *strip, guint parent, Tag tag)
{
  Node node = { .tag = tag, .parent = parent };
  g_array_append_val(strip->nodes, node);
  return strip->nodes->len - 1;
}

void strip_node_number(Strip *strip, guint node, const char *numbering)
{
  node_at(strip, node)->numbering = numbering;
}

void strip_node_alt(Strip *strip, guint node, const char *alt)
{
  node_at(strip, node)->alt = g_strdup(alt);
}

void strip_node_lang(Strip *strip, guint node, const char *lang)
{
  node_at(strip, node)->lang = g_strdup(lang);
}

void strip_node_scope(Strip *strip, guint node, Scope scope)
{
  node_at(strip, node)->scope = scope;
}

void strip_node_spans(Strip *strip, guint node, guint columns, guint rows)
{
  node_at(strip, node)->columns = columns;
  node_at(strip, node)->rows = rows;
}

Element strip_element(const Strip *strip, guint node)
{
  return node_at(strip, node)->element;
}

static Piece *last_piece(const Strip *strip)
{
  return &g_array_index(strip->pieces, Piece, strip->pieces->len - 1);
}

static Step *step_at(const Strip *strip, guint step)
{
  return &g_array_index(strip->steps, Step, step);
}

void strip_add(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt, double before_pt,
               double after_pt)
{
  guint first = strip->steps->len, n = MAX(lines_count(lines), 1);
  Piece piece = { .first_step = first, .n_steps = n, .first_track = strip->tracks->len, .n_tracks = 1 };
  Track track = { lines, node, 0, align, x_pt, width_pt };
  g_array_append_val(strip->pieces, piece);
  g_array_append_val(strip->tracks, track);
  g_array_set_size(strip->steps, first + n);
  for (guint i = first; i < first + n; i++)
    step_at(strip, i)->height_pt = lines_line_height_pt(lines);
  place_paragraph((Step *)(void *)strip->steps->data, first, n);
  if (first)
    step_at(strip, first)->gap_pt = MAX(before_pt, strip->after_pt);
  else
    strip->before_pt = before_pt;
  step_at(strip, first)->keep = strip->keep_next;
  strip->keep_next = false;
  strip->after_pt = after_pt;
}

void strip_beside(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt)
{
  Piece *piece = last_piece(strip);
  Track track = { lines, node, 0, align, x_pt, width_pt };
  guint n = lines_count(lines), old = piece->n_steps;
  g_array_append_val(strip->tracks, track);
  piece->n_tracks++;
  if (n > old) {
    g_array_set_size(strip->steps, piece->first_step + n);
    piece->n_steps = n;
    for (guint i = piece->first_step + 1; i < piece->first_step + n; i++)
      *step_at(strip, i) = (Step){ .height_pt = lines_line_height_pt(lines) };
    place_paragraph((Step *)(void *)strip->steps->data, piece->first_step, n);
  }
}

void strip_beside_last(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt)
{
  guint skip = last_piece(strip)->n_steps - 1;
  strip_beside(strip, node, lines, align, x_pt, width_pt);
  g_array_index(strip->tracks, Track, strip->tracks->len - 1).skip = skip;
}

void strip_mark(Strip *strip, guint node, const char *name, double x_pt, double size_pt)
{
  Piece *piece = last_piece(strip);
  piece->mark = (StripMark){ name, NULL, node, x_pt, size_pt, size_pt };
  Step *step = step_at(strip, piece->first_step);
  step->height_pt = MAX(step->height_pt, size_pt + 1);
}

void strip_picture(Strip *strip, guint node, const ProseBlock *picture, double x_pt, double width_pt, double height_pt,
                   double gap_pt)
{
  guint first = strip->steps->len;
  Piece piece = { .first_step = first, .n_steps = 1, .first_track = strip->tracks->len };
  piece.mark = (StripMark){ NULL, picture, node, x_pt, width_pt, height_pt };
  Step step = { .height_pt = height_pt, .keep = strip->keep_next };
  if (first)
    step.gap_pt = MAX(gap_pt, strip->after_pt);
  else
    strip->before_pt = gap_pt;
  g_array_append_val(strip->pieces, piece);
  g_array_append_val(strip->steps, step);
  strip->keep_next = false;
  strip->after_pt = gap_pt;
}

void strip_keep_next(Strip *strip)
{
  strip->keep_next = true;
}

void strip_pad(Strip *strip, double after_pt)
{
  strip->after_pt = MAX(strip->after_pt, after_pt);
}

guint strip_steps(const Strip *strip, const Step **ret_steps)
{
  *ret_steps = (const Step *)(void *)strip->steps->data;
  return strip->steps->len;
}

double strip_height_pt(const Strip *strip)
{
  return place_height_pt((const Step *)(void *)strip->steps->data, 0, strip->steps->len);
}

double strip_before_pt(const Strip *strip)
{
  return strip->before_pt;
}

double strip_after_pt(const Strip *strip)
{
  return strip->after_pt;
}

/* ---- drawing --------------------------------------------------------------------------------------------------- */
static Element node_element(Strip *strip, Structure *structure, guint index)
{
  Node *node = node_at(strip, index);
  if (index == STRIP_ROOT || node->made)
    return node->element;
  node->element = structure_add(structure, node_element(strip, structure, node->parent), node->tag);
  node->made = true;
  if (node->alt)
    structure_set_alt(structure, node->element, node->alt);
  if (node->lang)
    structure_set_lang(structure, node->element, node->lang);
  if (node->scope != SCOPE_NONE)
    structure_set_scope(structure, node->element, node->scope);
  structure_set_spans(structure, node->element, node->columns, node->rows);
  if (node->tag == TAG_L)
    structure_set_numbering(structure, node->element, node->numbering ? node->numbering : "Disc");
  return node->element;
}

static void draw_shape(const Draw *draw, const StripMark *mark, double left_pt, double top_pt)
{
  cairo_t *cr = canvas_cairo(draw->canvas);
  if (mark->picture)
    picture_draw(cr, mark->picture, left_pt, top_pt, mark->size_pt, mark->height_pt);
  else
    mark_draw(cr, draw->style, mark->name, left_pt, top_pt, mark->size_pt);
}

static void draw_mark(Strip *strip, const Draw *draw, const StripMark *mark, double x_pt, double y_pt, double height_pt)
{
  double left_pt = x_pt + mark->x_pt, top_pt = y_pt + (height_pt - mark->height_pt) / 2;
  if (canvas_may_draw(draw->canvas)) {
    draw_shape(draw, mark, left_pt, top_pt);
    return;
  }
  guint page = canvas_page(draw->canvas);
  if (mark->node == STRIP_ROOT && mark->picture) {
    furniture_picture(draw->furniture, page, mark->picture, left_pt, top_pt, mark->size_pt, mark->height_pt);
    return;
  }
  if (mark->node == STRIP_ROOT) {
    furniture_mark(draw->furniture, page, mark->name, left_pt, top_pt, mark->size_pt);
    return;
  }
  Element element = node_element(strip, draw->structure, mark->node);
  structure_set_bbox(draw->structure, element, page, left_pt, top_pt, mark->size_pt, mark->height_pt);
  canvas_leaf_begin(draw->canvas, element);
  draw_shape(draw, mark, left_pt, top_pt);
  canvas_leaf_end(draw->canvas);
}

/* Lines from .. from + n - 1 of a piece, the first at y; every track begins with the piece's first line. */
static void draw_piece(Strip *strip, const Draw *draw, const Piece *piece, guint from, guint n, double x_pt,
                       double y_pt)
{
  double first_pt = step_at(strip, piece->first_step)->height_pt;
  bool furniture = canvas_may_draw(draw->canvas);
  if ((piece->mark.name || piece->mark.picture) && from == 0)
    draw_mark(strip, draw, &piece->mark, x_pt, y_pt, first_pt);
  for (guint k = 0; k < piece->n_tracks; k++) {
    const Track *track = &g_array_index(strip->tracks, Track, piece->first_track + k);
    guint first = MAX(from, track->skip), end = MIN(from + n, track->skip + lines_count(track->lines));
    if (first >= end)
      continue;
    double line_pt = lines_line_height_pt(track->lines);
    double down_pt = (first - from) * line_pt + (from == 0 ? (first_pt - line_pt) / 2 : 0);
    Element element = furniture ? 0 : node_element(strip, draw->structure, track->node);
    lines_draw(track->lines, draw->fonts, draw->canvas, element, first - track->skip, end - first, track->align,
               x_pt + track->x_pt, y_pt + down_pt, track->width_pt);
  }
}

void strip_draw(Strip *strip, const Draw *draw, Element root, guint first, guint n, double x_pt, double y_pt)
{
  if (draw->dry)
    return;
  node_at(strip, STRIP_ROOT)->element = root;
  guint step = first;
  for (guint i = 0; i < strip->pieces->len && step < first + n; i++) {
    const Piece *piece = &g_array_index(strip->pieces, Piece, i);
    if (piece->first_step + piece->n_steps <= step)
      continue;
    guint from = step - piece->first_step, count = MIN(piece->first_step + piece->n_steps, first + n) - step;
    y_pt += step > first ? step_at(strip, step)->gap_pt : 0;
    draw_piece(strip, draw, piece, from, count, x_pt, y_pt);
    y_pt += place_height_pt((const Step *)(void *)strip->steps->data, step, count);
    step += count;
  }
}
