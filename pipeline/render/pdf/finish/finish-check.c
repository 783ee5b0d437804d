/* Self-check of a page's content: a broken drawing rule stops here, before anybody reads a wrong document. */
#include "render/pdf/finish/finish-parts.h"
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

static bool check_plain(Slice content, guint page, guint n_marks, GError **error)
{
  const char *at = content.at, *end = at + content.length;
  guint next = 0;
  while (at < end) {
    if (*at == '(') {
      at = after_string(at, end);
      continue;
    }
    if (*at++ != '/')
      continue;
    if (starts(at, end, "ActualText")) {
      g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED,
                  "page %u: a glyph stands for several texts (a missing glyph or a ligature)", page + 1);
      return false;
    }
    if (starts(at, end, "MCID ") && g_ascii_strtoull(at + 5, NULL, 10) != next++)
      break;
  }
  if (at < end || next != n_marks) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "page %u: %u leaves were drawn, but cairo marked %u", page + 1,
                n_marks, next);
    return false;
  }
  return true;
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

bool finish_check_content(Slice content, Slice filter, guint page, guint n_marks, GError **error)
{
  if (!filter.at)
    return check_plain(content, page, n_marks, error);
  gsize length = 0;
  g_autofree char *plain = finish_inflate(content, filter, &length);
  if (!plain) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "page %u: its content cannot be read", page + 1);
    return false;
  }
  return check_plain((Slice){ plain, length }, page, n_marks, error);
}
