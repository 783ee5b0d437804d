/* A page's content: its leaves become marked content. A broken drawing rule stops here, before anybody reads a wrong
 * document. */
#include "render/pdf/finish/finish-parts.h"
#include "render/pdf/structure/leaf-mark.h"
#include <libdeflate.h>
#include <string.h>

static bool starts(const char *at, const char *end, const char *word)
{
  gsize length = strlen(word);
  return (gsize)(end - at) >= length && memcmp(at, word, length) == 0;
}

static const char *after_string(const char *at, const char *end)
{
  for (at++; at < end && *at != ')'; at++)
    if (*at == '\\' || *at == '(') /* cairo escapes parentheses; others may nest them */
      at = *at == '(' ? after_string(at, end) - 1 : at + 1;
  return MIN(at + 1, end);
}

static bool refuse(GError **error, guint page, const char *words)
{
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "page %u: %s", page + 1, words);
  return false;
}

static bool is_number_part(char c)
{
  return g_ascii_isdigit(c) || c == '.' || c == '-';
}

/* The content with its leaves as marked content, numbered from 0; how many there were. */
static bool put_marked(GString *out, Slice content, guint page, guint *ret_n, GError **error)
{
  const char *at = content.at, *end = at + content.length, *kept = at;
  bool open = false;
  while (at < end) {
    if (*at == '(') {
      at = after_string(at, end);
      continue;
    }
    if (*at == '/' && starts(at, end, "/ActualText"))
      return refuse(error, page, "a glyph stands for several texts (a missing glyph or a ligature)");
    bool apart = *at == '0' && (at == content.at || !is_number_part(at[-1]));
    bool begins = apart && starts(at, end, LEAF_MARK_BEGIN), ends = apart && starts(at, end, LEAF_MARK_END);
    if (!begins && !ends) {
      at++;
      continue;
    }
    if (begins == open)
      return refuse(error, page, open ? "a leaf begins within another" : "a leaf ends that has not begun");
    g_string_append_len(out, kept, at - kept);
    if (begins)
      g_string_append_printf(out, "/Span << /MCID %u >> BDC", (*ret_n)++);
    else
      g_string_append(out, "EMC");
    open = begins;
    kept = at += begins ? strlen(LEAF_MARK_BEGIN) : strlen(LEAF_MARK_END);
  }
  g_string_append_len(out, kept, end - kept);
  return !open || refuse(error, page, "a leaf has no end");
}

char *finish_inflate(Slice data, Slice filter, gsize *ret_length)
{
  if (!filter.at) {
    *ret_length = data.length;
    return g_memdup2(data.at, data.length);
  }
  if (!slice_equal(filter, "/FlateDecode"))
    return NULL;
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
  g_autofree char *out = NULL;
  for (gsize room = 4 * data.length + 64; result == LIBDEFLATE_INSUFFICIENT_SPACE && room < 1u << 30; room *= 2) {
    out = g_realloc(out, room);
    result = libdeflate_zlib_decompress(decompressor, data.at, data.length, out, room, ret_length);
  }
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS ? g_steal_pointer(&out) : NULL;
}

GString *finish_content(Slice content, Slice filter, guint page, guint n_marks, GError **error)
{
  gsize length = 0;
  g_autofree char *plain = finish_inflate(content, filter, &length);
  if (!plain) {
    refuse(error, page, "its content cannot be read");
    return NULL;
  }
  guint n = 0;
  GString *out = g_string_sized_new(length);
  bool good = put_marked(out, (Slice){ plain, length }, page, &n, error);
  if (good && n != n_marks) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "page %u: %u leaves were drawn, but cairo marked %u", page + 1,
                n_marks, n);
    good = false;
  }
  return good ? out : (g_string_free(out, TRUE), NULL);
}
