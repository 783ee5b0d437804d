/* Paragraphs: runs become atoms, atoms lines; their size and how they are drawn. */
#include "render/pdf/type/lines.h"
#include "record/prose.h"
#include "render/pdf/type/bidi.h"
#include "render/pdf/type/pen.h"
#include <math.h>

static gint32 to_pu(double pt)
{
  return (gint32)floor(CLAMP(pt, 0, 20000) * PANGO_SCALE + 0.5);
}

static double to_pt(gint32 pu)
{
  return pu / (double)PANGO_SCALE;
}

double text_line_height_pt(const TypeStyle *type)
{
  double leading = type->leading.given ? amount_to_double(type->leading.amount) : 1.3;
  return to_pt(type_size_pu(type)) * CLAMP(leading, 0.8, 4);
}

double text_ascent_pt(Fonts *fonts, const TypeStyle *type)
{
  return to_pt(fonts_face(fonts, type, 0)->ascent_pu);
}

/* What leads back to where a footnote's number stands: "note:3-ref" of "#note:3", and the other way round. */
static char *note_target(const char *href)
{
  static const char back[] = "-ref";
  return g_str_has_suffix(href, back) ? g_strndup(href + 1, strlen(href + 1) - strlen(back))
                                      : g_strconcat(href + 1, back, NULL);
}

/* The run goes on with the link of the one before. */
static bool is_of_link_before(const GPtrArray *runs, guint index)
{
  const Run *run = g_ptr_array_index(runs, index), *before = index ? g_ptr_array_index(runs, index - 1) : NULL;
  return before && run->href && g_strcmp0(before->href, run->href) == 0 && g_strcmp0(before->lang, run->lang) == 0 &&
         !((before->style | run->style) & RUN_NOTE);
}

static void looks_take(Lines *lines, const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    guint place = run->style & (RUN_ABOVE | RUN_BELOW);
    if (!run->href && !run->lang && !place)
      continue;
    if (!lines->looks) {
      lines->looks = g_new0(RunLook, runs->len);
      lines->n_looks = runs->len;
    }
    lines->looks[i].href = run->href;
    lines->looks[i].lang = run->lang;
    lines->looks[i].place = place;
    lines->looks[i].first = is_of_link_before(runs, i) ? lines->looks[i - 1].first : i;
    RunLook *link = run->href ? &lines->looks[lines->looks[i].first] : NULL;
    g_autofree char *text = link ? link->text : NULL;
    if (link)
      link->text = g_strconcat(text ? text : "", run->text, NULL);
    if (run->href && (run->style & RUN_NOTE))
      lines->looks[i].target = note_target(run->href);
  }
}

static Lines *lines_alloc(Fonts *fonts, const TypeStyle *type, double width_pt)
{
  Lines *lines = g_new0(Lines, 1);
  const Face *face = fonts_face(fonts, type, 0);
  style_colour(fonts_style(fonts), type->colour ? type->colour : "text", lines->rgb);
  style_colour(fonts_style(fonts), "link", lines->link_rgb);
  lines->width_pu = to_pu(width_pt);
  lines->line_height_pt = text_line_height_pt(type);
  lines->baseline_pt = (lines->line_height_pt + to_pt(face->ascent_pu - face->descent_pu)) / 2;
  lines->atoms = g_array_new(FALSE, FALSE, sizeof(Atom));
  lines->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  return lines;
}

/* Numbers of footnotes are small, and what stands above or below the line. */
static Face *run_face(Fonts *fonts, const TypeStyle *type, const Run *run)
{
  TypeStyle small = *type;
  small.size_pt =
      (OptAmount){ .amount = { .units = type_size_pu(type) * 70 / PANGO_SCALE, .scale = 2 }, .given = true };
  return fonts_face(fonts, run->style & (RUN_NOTE | RUN_ABOVE | RUN_BELOW) ? &small : type, run->style);
}

static void add_runs(GArray *atoms, Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, const Bidi *bidi)
{
  for (guint i = 0; i < runs->len && i < G_MAXUINT16; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & RUN_BREAK && atoms->len)
      g_array_index(atoms, Atom, atoms->len - 1).flags |= ATOM_END | ATOM_SPACE;
    if (run->text)
      atoms_add(atoms, fonts, run_face(fonts, type, run), i, run->text, bidi_levels(bidi, i));
  }
}

Lines *lines_new(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, double width_pt)
{
  Lines *lines = lines_alloc(fonts, type, width_pt);
  looks_take(lines, runs);
  g_autoptr(Bidi) bidi = bidi_new(runs);
  lines->two_directions = bidi;
  lines->base = bidi_base(bidi);
  add_runs(lines->atoms, fonts, type, runs, bidi);
  atoms_break(lines->atoms, fonts, lines->width_pu, lines->lines);
  return lines;
}

Lines *lines_new_text(Fonts *fonts, const TypeStyle *type, const char *text, double width_pt)
{
  Run run = { .text = (char *)text };
  gpointer only[] = { &run };
  const GPtrArray runs = { only, 1 };
  return lines_new(fonts, type, &runs, width_pt);
}

void lines_free(Lines *lines)
{
  if (!lines)
    return;
  for (guint i = 0; i < lines->n_looks; i++) {
    g_free(lines->looks[i].text);
    g_free(lines->looks[i].target);
  }
  g_free(lines->looks);
  g_array_unref(lines->atoms);
  g_array_unref(lines->lines);
  g_free(lines);
}

guint lines_count(const Lines *lines)
{
  return lines->lines->len;
}

double lines_height_pt(const Lines *lines, guint first, guint n)
{
  return lines->line_height_pt * MIN(n, lines->lines->len - MIN(first, lines->lines->len));
}

double lines_line_height_pt(const Lines *lines)
{
  return lines->line_height_pt;
}

double lines_width_pt(const Lines *lines)
{
  gint32 width_pu = 0;
  for (guint i = 0; i < lines->lines->len; i++)
    width_pu = MAX(width_pu, g_array_index(lines->lines, Line, i).width_pu);
  return to_pt(width_pu);
}

void lines_widths_pt(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, double *ret_min_pt, double *ret_max_pt)
{
  g_autoptr(GArray) atoms = g_array_new(FALSE, FALSE, sizeof(Atom));
  g_autoptr(Bidi) bidi = bidi_new(runs);
  add_runs(atoms, fonts, type, runs, bidi);
  gint32 word = 0, line = 0, min = 0, max = 0;
  for (guint i = 0; i < atoms->len; i++) {
    const Atom *atom = &g_array_index(atoms, Atom, i);
    word += atom->part->width_pu;
    line += atom->part->width_pu;
    min = MAX(min, word);
    max = MAX(max, line);
    if (atom->flags & (ATOM_BREAK | ATOM_END))
      word = 0;
    line = atom->flags & ATOM_END ? 0 : line + (atom->flags & ATOM_SPACE ? atom->part->face->space_pu : 0);
  }
  *ret_min_pt = to_pt(min);
  *ret_max_pt = to_pt(max);
}

static bool has_long_word(const GPtrArray *runs, gsize skip_bytes)
{
  gsize length = 0;
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    length = run->style & RUN_BREAK ? 0 : length;
    for (const char *p = run->text ? run->text : ""; *p; p++) {
      length = *p == ' ' ? 0 : length + 1;
      if (length >= skip_bytes)
        return true;
    }
  }
  return false;
}

double lines_min_pt(Fonts *fonts, const TypeStyle *type, const GPtrArray *runs, gsize skip_bytes)
{
  double min_pt = 0, max_pt;
  if (has_long_word(runs, skip_bytes))
    lines_widths_pt(fonts, type, runs, &min_pt, &max_pt);
  return min_pt;
}

/* ---- drawing --------------------------------------------------------------------------------------------------- */
typedef struct {
  Lines *lines;
  Fonts *fonts;
  Canvas *canvas;
  Element element; /* of the paragraph */
  int look;        /* whose leaf is open: index of a RunLook, -1 the paragraph, -2 none */
  bool leaves;
} Drawing;

static int atom_look(const Lines *lines, const Atom *atom)
{
  const RunLook *look = lines->looks ? &lines->looks[atom->run] : NULL;
  return look && (look->href || look->lang) ? (int)look->first : -1;
}

static Element look_element(Drawing *d, RunLook *look)
{
  Structure *structure = canvas_structure(d->canvas);
  if (!look->made) {
    Element around = look->target ? structure_add(structure, d->element, TAG_REFERENCE) : d->element;
    look->element = structure_add(structure, around, look->href ? TAG_LINK : TAG_SPAN);
    if (look->lang)
      structure_set_lang(structure, look->element, look->lang);
    look->made = true;
  }
  return look->element;
}

static void leaf_close(Drawing *d)
{
  pen_end(fonts_pen(d->fonts));
  if (d->leaves && d->look != -2)
    canvas_leaf_end(d->canvas);
  d->look = -2;
}

static void leaf_switch(Drawing *d, int look)
{
  if (d->look == look)
    return;
  leaf_close(d);
  if (d->leaves)
    canvas_leaf_begin(d->canvas, look < 0 ? d->element : look_element(d, &d->lines->looks[look]));
  pen_begin(fonts_pen(d->fonts), d->canvas);
  d->look = look;
}

/* The link's rectangle on this line: atoms of one link side by side. */
static void mark_links(Drawing *d, const Atom *atoms, guint n, const AtomPlace *places, double y_pt)
{
  for (guint i = 0, end; i < n; i = end) {
    int look = atom_look(d->lines, &atoms[i]);
    gint32 left = places[i].x_pu, right = left + atoms[i].part->width_pu;
    for (end = i + 1; end < n && atom_look(d->lines, &atoms[end]) == look; end++) {
      left = MIN(left, places[end].x_pu);
      right = MAX(right, places[end].x_pu + atoms[end].part->width_pu);
    }
    const RunLook *link = look < 0 ? NULL : &d->lines->looks[look];
    if (link && link->href)
      structure_link(canvas_structure(d->canvas), link->element, canvas_page(d->canvas), to_pt(left), y_pt,
                     to_pt(right - left), d->lines->line_height_pt, link->href[0] == '#' ? NULL : link->href,
                     link->href[0] == '#' ? link->href + 1 : NULL, link->text);
    if (link && link->target)
      structure_target(canvas_structure(d->canvas), link->target, canvas_page(d->canvas), y_pt);
  }
}

static void underline(Drawing *d, gint32 x_pu, gint32 width_pu, gint32 baseline_pu)
{
  cairo_t *cr = canvas_cairo(d->canvas);
  cairo_set_source_rgb(cr, d->lines->link_rgb[0], d->lines->link_rgb[1], d->lines->link_rgb[2]);
  cairo_rectangle(cr, to_pt(x_pu), to_pt(baseline_pu) + 1.2, to_pt(width_pu), 0.5);
  cairo_fill(cr);
}

static void draw_atom(Drawing *d, const Atom *atom, bool joined, const AtomPlace *place, gint32 y_pu)
{
  const Part *part = atom->part;
  int look = atom_look(d->lines, atom);
  bool link = look >= 0 && d->lines->looks[look].href;
  const double *rgb = link ? d->lines->link_rgb : d->lines->rgb;
  gint32 space_pu = atom_space_pu(atom);
  bool note = link && d->lines->looks[look].target;
  guint stands = d->lines->looks ? d->lines->looks[atom->run].place : 0;
  gint32 ascent_pu = part->face->ascent_pu;
  y_pu -= note || stands & RUN_ABOVE ? ascent_pu / 2 : stands & RUN_BELOW ? -ascent_pu / 5 : 0;
  leaf_switch(d, look);
  pen_part(fonts_pen(d->fonts), part, rgb, place->x_pu, y_pu);
  if (space_pu)
    pen_space(fonts_pen(d->fonts), part->face, rgb, place->space_pu, y_pu);
  if (!link || note)
    return;
  bool behind = place->space_pu == place->x_pu + part->width_pu, before = place->space_pu + space_pu == place->x_pu;
  bool together = joined && (behind || before);
  underline(d, together && before && !behind ? place->space_pu : place->x_pu,
            part->width_pu + (together ? space_pu : 0), y_pu);
}

static void draw_line(Drawing *d, const Line *line, Align align, double x_pt, double y_pt, double width_pt)
{
  const Atom *atoms = &g_array_index(d->lines->atoms, Atom, line->first);
  double spare_pt = MAX(0, width_pt - to_pt(line->width_pu));
  Align end = d->lines->base ? ALIGN_START : ALIGN_END;
  double start_pt = align == ALIGN_CENTRE ? x_pt + spare_pt / 2 : align == end ? x_pt + spare_pt : x_pt;
  g_autofree AtomPlace *many = line->n > 64 ? g_new(AtomPlace, line->n) : NULL;
  AtomPlace few[64], *places = many ? many : few;
  line_place(d->lines, line, to_pu(start_pt), places);
  for (guint i = 0; i < line->n; i++)
    draw_atom(d, &atoms[i], i + 1 < line->n && atom_look(d->lines, &atoms[i + 1]) == atom_look(d->lines, &atoms[i]),
              &places[i], to_pu(y_pt + d->lines->baseline_pt));
  if (d->lines->looks && d->leaves)
    mark_links(d, atoms, line->n, places, y_pt);
}

void lines_draw(Lines *lines, Fonts *fonts, Canvas *canvas, Element element, guint first, guint n, Align align,
                double x_pt, double y_pt, double width_pt)
{
  Drawing d = { lines, fonts, canvas, element, -2, !canvas_may_draw(canvas) };
  for (guint i = first; i < first + n && i < lines->lines->len; i++)
    draw_line(&d, &g_array_index(lines->lines, Line, i), align, x_pt, y_pt + (i - first) * lines->line_height_pt,
              width_pt);
  leaf_close(&d);
}

/* ---- one line -------------------------------------------------------------------------------------------------- */
double text_width_pt(Fonts *fonts, const TypeStyle *type, const char *text)
{
  g_autoptr(Lines) lines = lines_new_text(fonts, type, text, 20000);
  return lines_width_pt(lines);
}

void text_draw(Fonts *fonts, Canvas *canvas, const TypeStyle *type, const double rgb[3], double x_pt, double y_pt,
               const char *text)
{
  g_assert(canvas_may_draw(canvas));
  g_autoptr(Lines) lines = lines_new_text(fonts, type, text, 20000);
  memcpy(lines->rgb, rgb, sizeof lines->rgb);
  if (lines_count(lines))
    lines_draw(lines, fonts, canvas, 0, 0, 1, ALIGN_START, x_pt, y_pt - lines->baseline_pt, 20000);
}

double lines_line_width_pt(const Lines *lines, guint line)
{
  return line < lines->lines->len ? to_pt(g_array_index(lines->lines, Line, line).width_pu) : 0;
}
