/* Levels of text in two directions, by pango's fribidi, and reordering by them (Unicode Standard Annex 9, rule L2). */
#include "render/pdf/type/bidi.h"
#include "base/text.h"
#include "record/prose-link.h"
#include "record/prose.h"
#include "render/pdf/type/fonts.h"
#include <string.h>

struct Bidi {
  GPtrArray *levels; /* of guint8 *, one a run */
  guint8 base;
};

static const char from_left[] = "\xE2\x81\xA6", from_right[] = "\xE2\x81\xA7",
                  apart_end[] = "\xE2\x81\xA9"; /* U+2066, 7, 9 */

static bool is_needed(const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->text && text_has_rtl(run->text))
      return true;
  }
  return false;
}

/* All runs in one; starts: where each begins, in characters. */
static char *join(const GPtrArray *runs, glong *starts)
{
  GString *text = g_string_new(NULL);
  glong at = 0;
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    bool note = run->style & RUN_NOTE, apart = run->lang || note; /* the number of a footnote is never mirrored */
    if (apart)
      g_string_append(text, !note && prose_lang_is_rtl(run->lang) ? from_right : from_left);
    starts[i] = at + apart;
    g_string_append(text, run->text ? run->text : "");
    if (apart)
      g_string_append(text, apart_end);
    at = starts[i] + g_utf8_strlen(run->text ? run->text : "", -1) + apart;
  }
  return g_string_free(text, FALSE);
}

/* From a level for each character to one for each byte. */
static guint8 *spread(const char *text, const guint8 *levels)
{
  guint8 *bytes = g_new0(guint8, strlen(text) + 1);
  for (const char *p = text; *p; p = g_utf8_next_char(p), levels++)
    memset(bytes + (p - text), *levels, (gsize)(g_utf8_next_char(p) - p));
  return bytes;
}

Bidi *bidi_new(const GPtrArray *runs)
{
  if (!is_needed(runs))
    return NULL;
  PangoDirection base = PANGO_DIRECTION_WEAK_LTR;
  g_autofree glong *starts = g_new0(glong, runs->len + 1);
  g_autofree char *text = join(runs, starts);
  g_autofree guint8 *levels = pango_log2vis_get_embedding_levels(text, (int)strlen(text), &base);
  Bidi *bidi = g_new0(Bidi, 1);
  bidi->base = base == PANGO_DIRECTION_RTL || base == PANGO_DIRECTION_WEAK_RTL;
  bidi->levels = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    g_ptr_array_add(bidi->levels, spread(run->text ? run->text : "", levels + starts[i]));
  }
  return bidi;
}

void bidi_free(Bidi *bidi)
{
  if (!bidi)
    return;
  g_ptr_array_unref(bidi->levels);
  g_free(bidi);
}

const guint8 *bidi_levels(const Bidi *bidi, guint run)
{
  return bidi ? g_ptr_array_index(bidi->levels, run) : NULL;
}

guint8 bidi_base(const Bidi *bidi)
{
  return bidi ? bidi->base : 0;
}

static void reverse(guint *order, guint first, guint end)
{
  for (; first + 1 < end; first++, end--) {
    guint swapped = order[first];
    order[first] = order[end - 1];
    order[end - 1] = swapped;
  }
}

void bidi_order(const guint8 *levels, guint n, guint *ret_order)
{
  guint8 highest = 0;
  for (guint i = 0; i < n; i++) {
    ret_order[i] = i;
    highest = MAX(highest, levels[i]);
  }
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0, end; i < n; i = end + 1) {
      for (end = i; end < n && levels[ret_order[end]] >= level; end++)
        ;
      reverse(ret_order, i, end);
    }
}
