/* Tokens: words between spaces, cleaned, cut where a line may end or the font changes, and shaped once through pango.
 */
#include "render/pdf/type/fonts.h"
#include <string.h>

static const char replacement[] = "\xE2\x96\xA1"; /* a white square, for what no font has */
static const char joiner[] = "\xE2\x80\x8D";      /* U+200D, for a second glyph of one character */

enum { FIRST_STAND_IN = 0xF0000 };

void part_clear(Part *part)
{
  g_free(part->text);
  g_free(part->glyphs);
}

/* One character that stands for a text of several; see fonts_stand_ins. */
static char *stand_in(Face *face, const char *text, gsize length_bytes)
{
  g_autofree char *copy = g_strndup(text, length_bytes);
  char utf8[8] = "";
  guint index = 0;
  while (index < face->stand_ins->len && !g_str_equal(g_ptr_array_index(face->stand_ins, index), copy))
    index++;
  if (index > 0xFFFD)
    return g_steal_pointer(&copy);
  if (index == face->stand_ins->len)
    g_ptr_array_add(face->stand_ins, g_steal_pointer(&copy));
  g_unichar_to_utf8(FIRST_STAND_IN + index, utf8);
  return g_strdup(utf8);
}

char *part_written(const Part *part, gsize from_bytes, gsize length_bytes)
{
  const GPtrArray *stand_ins = part->face->stand_ins;
  GString *out = g_string_new(NULL);
  for (const char *p = part->text + from_bytes; p < part->text + from_bytes + length_bytes; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c >= FIRST_STAND_IN && c < FIRST_STAND_IN + stand_ins->len)
      g_string_append(out, g_ptr_array_index(stand_ins, c - FIRST_STAND_IN));
    else
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

/* A glyph stands for one text only, the first that was met: a second would need ActualText. */
static const char *glyph_text(Face *face, guint32 glyph, const char *text, gsize length_bytes)
{
  const char *known = g_hash_table_lookup(face->glyph_texts, GUINT_TO_POINTER(glyph));
  if (known)
    return known;
  char *copy =
      g_utf8_next_char(text) < text + length_bytes ? stand_in(face, text, length_bytes) : g_strndup(text, length_bytes);
  g_hash_table_insert(face->glyph_texts, GUINT_TO_POINTER(glyph), copy);
  return copy;
}

typedef struct {
  GArray *glyphs;
  GString *text;
} Shaped;

static void add_glyph(Shaped *shaped, Face *face, const PangoGlyphInfo *info, gint32 x_pu, const char *text,
                      gsize length_bytes)
{
  if (info->glyph == PANGO_GLYPH_EMPTY || info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
    return;
  const char *stands_for = glyph_text(face, info->glyph, text, length_bytes);
  Glyph glyph = { info->glyph, x_pu + info->geometry.x_offset, info->geometry.y_offset, (guint32)strlen(stands_for) };
  g_array_append_val(shaped->glyphs, glyph);
  g_string_append(shaped->text, stands_for);
}

/* Vowels of Indian scripts are drawn before the consonant that they are written after: each glyph that is a character's
 * own goes to its place, so that it is not taken for another's here and wherever it is met again. */
static void put_in_order(const Face *face, const PangoGlyphString *glyphs, int *places, guint n, const char *text,
                         const char *end)
{
  for (guint i = 0; i < n && text < end; i++, text = g_utf8_next_char(text)) {
    guint32 own = face_glyph(face, g_utf8_get_char(text));
    guint k = i;
    while (k < n && glyphs->glyphs[places[k]].glyph != own)
      k++;
    if (k == n)
      continue;
    int place = places[k];
    memmove(places + i + 1, places + i, (k - i) * sizeof *places);
    places[i] = place;
  }
}

/* One cluster: glyphs at places[0 .. n-1] stand for text; each gets a character of it. */
static void add_cluster(Shaped *shaped, Face *face, const PangoGlyphString *glyphs, const gint32 *x_pu, int *places,
                        guint n, const char *text, gsize length_bytes)
{
  const char *end = text + length_bytes;
  if (n > 1)
    put_in_order(face, glyphs, places, n, text, end);
  for (guint i = 0; i < n; i++) {
    const char *next = i + 1 == n || text == end ? end : g_utf8_next_char(text);
    if (text == end)
      add_glyph(shaped, face, &glyphs->glyphs[places[i]], x_pu[places[i]], joiner, strlen(joiner));
    else
      add_glyph(shaped, face, &glyphs->glyphs[places[i]], x_pu[places[i]], text, (gsize)(next - text));
    text = next;
  }
}

static gint32 shape_item(Shaped *shaped, Face *face, const char *text, gsize length_bytes,
                         const PangoAnalysis *analysis, gint32 x_pu)
{
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_shape_full(text, (int)length_bytes, text, (int)length_bytes, analysis, glyphs);
  g_autofree gint32 *x = g_new(gint32, glyphs->num_glyphs + 1);
  x[0] = x_pu;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    x[i + 1] = x[i] + glyphs->glyphs[i].geometry.width;
  bool rtl = analysis->level & 1;
  g_autofree int *places = g_new(int, glyphs->num_glyphs + 1);
  for (int i = 0; i < glyphs->num_glyphs;) {
    int n = 0, start = glyphs->log_clusters[rtl ? glyphs->num_glyphs - 1 - i : i], next = (int)length_bytes;
    for (; i < glyphs->num_glyphs; i++) {
      int place = rtl ? glyphs->num_glyphs - 1 - i : i;
      if (glyphs->log_clusters[place] != start) {
        next = glyphs->log_clusters[place];
        break;
      }
      places[n++] = place;
    }
    add_cluster(shaped, face, glyphs, x, places, (guint)n, text + start, (gsize)(next - start));
  }
  gint32 end = x[glyphs->num_glyphs];
  pango_glyph_string_free(glyphs);
  return end;
}

static bool is_plain(const char *text, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (!g_ascii_isalnum(text[i]) && !strchr(".,;:'()&", text[i]))
      return false;
  return true;
}

static gint32 item_width_pu(const PangoItem *item, const char *text)
{
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_shape_full(text + item->offset, item->length, text + item->offset, item->length, &item->analysis, glyphs);
  gint32 width_pu = pango_glyph_string_get_width(glyphs);
  pango_glyph_string_free(glyphs);
  return width_pu;
}

/* Items in logical order, each placed where it stands in visual order. */
static gint32 shape_items(Shaped *shaped, Face *face, const char *text, gsize length_bytes, bool rtl)
{
  GList *items = pango_itemize_with_base_dir(face->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, text, 0,
                                             (int)length_bytes, face->attributes, NULL);
  GList *visual = pango_reorder_items(items);
  gint32 end_pu = 0;
  for (GList *l = items; l; l = l->next) {
    const PangoItem *item = l->data;
    gint32 x_pu = 0;
    for (GList *v = visual; v->data != l->data; v = v->next)
      x_pu += item_width_pu(v->data, text);
    x_pu = shape_item(shaped, face, text + item->offset, (gsize)item->length, &item->analysis, x_pu);
    end_pu = MAX(end_pu, x_pu);
  }
  g_list_free(visual);
  g_list_free_full(items, (GDestroyNotify)pango_item_free);
  return end_pu;
}

void part_shape(Part *part, Face *face, const char *text, gsize length_bytes, bool rtl)
{
  Shaped shaped = { g_array_new(FALSE, FALSE, sizeof(Glyph)), g_string_sized_new(length_bytes + 1) };
  part->face = face;
  part->rtl = rtl;
  if (!rtl && is_plain(text, length_bytes))
    part->width_pu = shape_item(&shaped, face, text, length_bytes, &face->plain, 0);
  else
    part->width_pu = shape_items(&shaped, face, text, length_bytes, rtl);
  part->n_glyphs = shaped.glyphs->len;
  part->glyphs = (Glyph *)(void *)g_array_free(shaped.glyphs, FALSE);
  part->text = g_string_free(shaped.text, FALSE);
}

/* A token's text as it will be drawn, character by character. */
typedef struct {
  GString *text;
  GArray *faces;  /* of Face *, one a character */
  GArray *breaks; /* of bool: a line may end after this character */
} Cleaned;

static Face *character_face(Fonts *fonts, Face *face, Face *before, gunichar c)
{
  if (before && g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK &&
      pango_coverage_get(before->coverage, (int)c) == PANGO_COVERAGE_EXACT)
    return before;
  return pango_coverage_get(face->coverage, (int)c) == PANGO_COVERAGE_EXACT ? face : fonts_fallback(fonts, face, c);
}

static void clean_add(Cleaned *cleaned, Face *face, const char *text, gsize length_bytes)
{
  bool no = false;
  g_string_append_len(cleaned->text, text, (gssize)length_bytes);
  g_array_append_val(cleaned->faces, face);
  g_array_append_val(cleaned->breaks, no);
}

/* Drops what has no shape (soft hyphens, direction marks), keeping its break; replaces what no font has. */
static void clean_character(Cleaned *cleaned, Fonts *fonts, Face *face, const char *p, bool may_break)
{
  gunichar c = g_utf8_get_char(p);
  GUnicodeType type = g_unichar_type(c);
  bool spacing = type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_CONTROL;
  if (type != G_UNICODE_FORMAT && !spacing && !(c >= 0xFE00 && c <= 0xFE0F)) {
    Face *before = cleaned->faces->len ? g_array_index(cleaned->faces, Face *, cleaned->faces->len - 1) : NULL;
    Face *other = character_face(fonts, face, before, c);
    if (other)
      clean_add(cleaned, other, p, (gsize)(g_utf8_next_char(p) - p));
    else if (type == G_UNICODE_SPACE_SEPARATOR)
      clean_add(cleaned, face, "\xC2\xA0", 2);
    else if ((other = character_face(fonts, face, NULL, 0x25A1)))
      clean_add(cleaned, other, replacement, strlen(replacement));
    else
      clean_add(cleaned, face, "?", 1);
  }
  if (may_break && cleaned->breaks->len && c != 0xAD)
    g_array_index(cleaned->breaks, bool, cleaned->breaks->len - 1) = true;
}

static void clean(Cleaned *cleaned, Fonts *fonts, Face *face, const char *text, gsize length_bytes)
{
  g_autofree char *composed = g_utf8_normalize(text, (gssize)length_bytes, G_NORMALIZE_NFC);
  glong n = g_utf8_strlen(composed, -1);
  g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, n + 1);
  pango_get_log_attrs(composed, (int)strlen(composed), -1, pango_language_from_string("en"), attributes, (int)n + 1);
  const char *p = composed;
  for (glong i = 0; i < n; i++, p = g_utf8_next_char(p))
    clean_character(cleaned, fonts, face, p, i + 1 < n && attributes[i + 1].is_line_break);
}

static void token_cut(Token *token, const Cleaned *cleaned)
{
  GArray *parts = g_array_new(FALSE, TRUE, sizeof(Part));
  const char *start = cleaned->text->str, *p = start;
  for (guint i = 0; i < cleaned->faces->len; i++) {
    Face *face = g_array_index(cleaned->faces, Face *, i);
    bool last = i + 1 == cleaned->faces->len, may_break = g_array_index(cleaned->breaks, bool, i);
    p = g_utf8_next_char(p);
    if (!last && !may_break && g_array_index(cleaned->faces, Face *, i + 1) == face)
      continue;
    Part part = { .may_break = may_break };
    part_shape(&part, face, start, (gsize)(p - start), token->rtl);
    g_array_append_val(parts, part);
    start = p;
  }
  token->n_parts = parts->len;
  token->parts = (Part *)(void *)g_array_free(parts, FALSE);
}

static void token_shape(Token *token, Fonts *fonts, Face *face)
{
  if (!token->rtl && is_plain(token->text, token->length_bytes)) {
    token->n_parts = 1;
    token->parts = g_new0(Part, 1);
    part_shape(token->parts, face, token->text, token->length_bytes, false);
  } else {
    Cleaned cleaned = { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(Face *)),
                        g_array_new(FALSE, FALSE, sizeof(bool)) };
    clean(&cleaned, fonts, face, token->text, token->length_bytes);
    token_cut(token, &cleaned);
    g_string_free(cleaned.text, TRUE);
    g_array_unref(cleaned.faces);
    g_array_unref(cleaned.breaks);
  }
  for (guint i = 0; i < token->n_parts; i++)
    token->width_pu += token->parts[i].width_pu;
}

const Token *token_get(Fonts *fonts, Face *face, const char *text, gsize length_bytes, bool rtl)
{
  const Token key = { .face = face, .text = text, .length_bytes = (guint)length_bytes, .rtl = rtl };
  Token *token = g_hash_table_lookup(fonts_tokens(fonts), &key);
  if (token)
    return token;
  token = g_new0(Token, 1);
  token->face = face;
  token->text = g_strndup(text, length_bytes);
  token->length_bytes = (guint)length_bytes;
  token->rtl = rtl;
  token_shape(token, fonts, face);
  g_hash_table_add(fonts_tokens(fonts), token);
  return token;
}
