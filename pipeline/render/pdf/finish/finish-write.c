/* Writing a PDF: object streams of 200 objects, one deflate, a cross-reference stream, an /ID from the content. */
#include "render/pdf/finish/finish-write.h"
#include <libdeflate.h>
#include <string.h>

enum { PACK_OBJECTS = 200, DEFLATE_LEVEL = 6 };

/* Where an object is: kind 0 nowhere, 1 at a byte, 2 in an object stream at index. */
typedef struct {
  guint32 place;
  guint16 index;
  guint8 kind;
} Place;

struct Writer {
  GByteArray *bytes;
  GArray *places; /* of Place, by number */
  GString *pack, *pack_index;
  guint32 pack_number;
  guint16 n_packed;
  struct libdeflate_compressor *compressor;
  guint8 *scratch;
  gsize scratch_bytes;
};

Writer *writer_new(guint32 first_number)
{
  static const char head[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  Writer *writer = g_new0(Writer, 1);
  writer->bytes = g_byte_array_sized_new(1 << 16);
  g_byte_array_append(writer->bytes, (const guint8 *)head, sizeof head - 1);
  writer->places = g_array_new(FALSE, TRUE, sizeof(Place));
  g_array_set_size(writer->places, first_number);
  writer->pack = g_string_new(NULL);
  writer->pack_index = g_string_new(NULL);
  writer->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
  if (!writer->compressor)
    g_error("%s: failed to allocate a compressor", G_STRLOC); /* as GLib says it */
  return writer;
}

void writer_free(Writer *writer)
{
  if (!writer)
    return;
  if (writer->bytes)
    g_byte_array_unref(writer->bytes);
  g_array_unref(writer->places);
  g_string_free(writer->pack, TRUE);
  g_string_free(writer->pack_index, TRUE);
  libdeflate_free_compressor(writer->compressor);
  g_free(writer->scratch);
  g_free(writer);
}

guint32 writer_reserve(Writer *writer, guint32 n)
{
  guint32 first = writer->places->len;
  g_array_set_size(writer->places, first + n);
  return first;
}

static Slice deflated(Writer *writer, Slice data)
{
  gsize bound = libdeflate_zlib_compress_bound(writer->compressor, data.length);
  if (bound > writer->scratch_bytes) {
    g_free(writer->scratch);
    writer->scratch = g_malloc(bound);
    writer->scratch_bytes = bound;
  }
  gsize length = libdeflate_zlib_compress(writer->compressor, data.at, data.length, writer->scratch, bound);
  g_assert(length > 0);
  return (Slice){ (const char *)writer->scratch, length };
}

static void append(Writer *writer, const char *text)
{
  g_byte_array_append(writer->bytes, (const guint8 *)text, (guint)strlen(text));
}

void writer_stream(Writer *writer, guint32 number, const char *entries, Slice data, bool deflate)
{
  g_array_index(writer->places, Place, number) = (Place){ .place = writer->bytes->len, .kind = 1 };
  if (deflate)
    data = deflated(writer, data);
  g_autofree char *head = g_strdup_printf("%u 0 obj\n<<%s%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", number, entries,
                                          deflate ? "/Filter/FlateDecode" : "", data.length);
  append(writer, head);
  g_byte_array_append(writer->bytes, (const guint8 *)data.at, (guint)data.length);
  append(writer, "\nendstream\nendobj\n");
}

static void pack_end(Writer *writer)
{
  if (!writer->n_packed)
    return;
  g_autofree char *entries =
      g_strdup_printf("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, writer->n_packed, writer->pack_index->len);
  g_string_prepend_len(writer->pack, writer->pack_index->str, (gssize)writer->pack_index->len);
  writer_stream(writer, writer->pack_number, entries, (Slice){ writer->pack->str, writer->pack->len }, true);
  g_string_truncate(writer->pack, 0);
  g_string_truncate(writer->pack_index, 0);
  writer->n_packed = 0;
}

GString *writer_begin(Writer *writer, guint32 number)
{
  if (writer->n_packed == PACK_OBJECTS)
    pack_end(writer);
  if (!writer->n_packed)
    writer->pack_number = writer_reserve(writer, 1);
  g_array_index(writer->places, Place, number) =
      (Place){ .place = writer->pack_number, .index = writer->n_packed, .kind = 2 };
  if (writer->n_packed++)
    g_string_append_c(writer->pack, '\n');
  g_string_append_printf(writer->pack_index, "%u %" G_GSIZE_FORMAT " ", number, writer->pack->len);
  return writer->pack;
}

void writer_object(Writer *writer, guint32 number, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_string_append_vprintf(writer_begin(writer, number), format, args);
  va_end(args);
}

static void put_row(GByteArray *rows, Place place)
{
  guint32 at = place.kind ? place.place : 0;
  guint16 index = place.kind ? place.index : 65535;
  const guint8 row[7] = { place.kind, (guint8)(at >> 24),   (guint8)(at >> 16), (guint8)(at >> 8),
                          (guint8)at, (guint8)(index >> 8), (guint8)index };
  g_byte_array_append(rows, row, sizeof row);
}

GByteArray *writer_end(Writer *writer, guint32 root, guint32 info)
{
  pack_end(writer);
  guint32 number = writer_reserve(writer, 1), at = writer->bytes->len;
  g_array_index(writer->places, Place, number) = (Place){ .place = at, .kind = 1 };
  g_autoptr(GByteArray) rows = g_byte_array_new();
  for (guint i = 0; i < writer->places->len; i++)
    put_row(rows, g_array_index(writer->places, Place, i));
  g_autofree char *id = g_compute_checksum_for_data(G_CHECKSUM_MD5, writer->bytes->data, writer->bytes->len);
  g_autofree char *entries = g_strdup_printf("/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
                                             writer->places->len, root, info, id, id);
  writer_stream(writer, number, entries, (Slice){ (const char *)rows->data, rows->len }, true);
  g_autofree char *tail = g_strdup_printf("startxref\n%u\n%%%%EOF\n", at);
  append(writer, tail);
  return g_steal_pointer(&writer->bytes);
}
