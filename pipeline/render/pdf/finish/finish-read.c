/* Reading cairo's file: xref table, objects, pages. Only what cairo writes is understood; all else is refused. */
#include "render/pdf/finish/finish-read.h"
#include <string.h>

static bool refuse(GError **error, const char *what)
{
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "cairo wrote a PDF of a form that is not known: %s", what);
  return false;
}

static bool take(Slice *rest, const char *word)
{
  Slice before = *rest, value = value_next(rest);
  if (slice_equal(value, word))
    return true;
  *rest = before;
  return false;
}

static Slice slice_from(Slice bytes, guint64 offset)
{
  return offset < bytes.length ? (Slice){ bytes.at + offset, bytes.length - offset } : (Slice){ NULL, 0 };
}

/* Rows of a section: fixed 20 bytes each. */
static bool read_section(CairoFile *file, Slice *rest, guint32 first, guint32 count)
{
  while (rest->length && (rest->at[0] == '\n' || rest->at[0] == '\r' || rest->at[0] == ' '))
    *rest = slice_from(*rest, 1);
  if (rest->length / 20 < count || count > G_MAXUINT32 - first)
    return false;
  if (file->offsets->len < first + count)
    g_array_set_size(file->offsets, first + count);
  for (guint32 i = 0; i < count; i++) {
    const char *row = rest->at + (gsize)i * 20;
    if (row[17] == 'n')
      g_array_index(file->offsets, guint64, first + i) = g_ascii_strtoull(row, NULL, 10);
  }
  *rest = slice_from(*rest, (guint64)count * 20);
  return true;
}

static Slice last_startxref(Slice bytes)
{
  static const char word[] = "startxref";
  Slice tail = bytes.length > 64 ? slice_from(bytes, bytes.length - 64) : bytes;
  const char *at = memmem(tail.at, tail.length, word, sizeof word - 1);
  return at ? (Slice){ at + sizeof word - 1, tail.length - (gsize)(at - tail.at) - (sizeof word - 1) }
            : (Slice){ NULL, 0 };
}

bool cairo_file_read(Slice bytes, CairoFile *ret_file, GError **error)
{
  CairoFile file = { .bytes = bytes, .offsets = g_array_new(FALSE, TRUE, sizeof(guint64)) };
  Slice rest = last_startxref(bytes);
  Slice start = rest.at ? value_next(&rest) : rest;
  char digits[24] = "";
  if (start.at && start.length < sizeof digits)
    memcpy(digits, start.at, start.length);
  rest = slice_from(bytes, g_ascii_strtoull(digits, NULL, 10));
  bool good = start.at && rest.at && take(&rest, "xref");
  while (good && !take(&rest, "trailer")) {
    guint32 first, count;
    good = slice_int(value_next(&rest), &first) && slice_int(value_next(&rest), &count) &&
           read_section(&file, &rest, first, count);
  }
  Slice trailer = good ? value_next(&rest) : (Slice){ NULL, 0 };
  if (!good || !slice_ref(dict_get(trailer, "/Root"), &file.root) || dict_get(trailer, "/Prev").at) {
    cairo_file_clear(&file);
    return refuse(error, "no plain table of objects");
  }
  *ret_file = file;
  return true;
}

void cairo_file_clear(CairoFile *file)
{
  g_clear_pointer(&file->offsets, g_array_unref);
}

bool cairo_file_object(const CairoFile *file, guint32 number, Slice *ret_value, Slice *ret_stream)
{
  if (number >= file->offsets->len || !g_array_index(file->offsets, guint64, number))
    return false;
  Slice rest = slice_from(file->bytes, g_array_index(file->offsets, guint64, number));
  guint32 found, generation, length;
  if (!rest.at || !slice_int(value_next(&rest), &found) || found != number ||
      !slice_int(value_next(&rest), &generation) || !take(&rest, "obj"))
    return false;
  *ret_value = value_next(&rest);
  *ret_stream = (Slice){ NULL, 0 };
  if (!take(&rest, "stream"))
    return ret_value->at != NULL;
  if (!slice_int(cairo_file_resolve(file, dict_get(*ret_value, "/Length")), &length))
    return false;
  gsize skip = rest.length && rest.at[0] == '\r' ? 2 : 1;
  if (rest.length < skip + length)
    return false;
  *ret_stream = (Slice){ rest.at + skip, length };
  return true;
}

Slice cairo_file_resolve(const CairoFile *file, Slice slice)
{
  guint32 number;
  Slice value, stream;
  if (!slice_ref(slice, &number))
    return slice;
  return cairo_file_object(file, number, &value, &stream) ? value : (Slice){ NULL, 0 };
}

GArray *cairo_file_pages(const CairoFile *file, GError **error)
{
  Slice root, stream;
  Slice tree = { NULL, 0 };
  if (cairo_file_object(file, file->root, &root, &stream))
    tree = cairo_file_resolve(file, dict_get(root, "/Pages"));
  Slice kids = cairo_file_resolve(file, dict_get(tree, "/Kids"));
  if (!kids.at || kids.at[0] != '[') {
    refuse(error, "no list of pages");
    return NULL;
  }
  g_autoptr(GArray) pages = g_array_new(FALSE, FALSE, sizeof(guint32));
  Slice rest = { kids.at + 1, kids.length - 2 };
  for (Slice kid = value_next(&rest); kid.at; kid = value_next(&rest)) {
    guint32 number;
    if (!slice_ref(kid, &number) || !slice_equal(dict_get(cairo_file_resolve(file, kid), "/Type"), "/Page")) {
      refuse(error, "pages are not in one list");
      return NULL;
    }
    g_array_append_val(pages, number);
  }
  return g_steal_pointer(&pages);
}
