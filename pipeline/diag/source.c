/* Places in a source: from byte offsets to lines and columns, only when somebody asks. */
#include "diag/source.h"
#include <string.h>

Place source_place(const Source *source, gsize offset)
{
  const char *at = source->text + MIN(offset, source->length_bytes);
  const char *start = source->text;
  Place place = { source->path, 1, 0 };
  for (const char *newline; (newline = memchr(start, '\n', (gsize)(at - start))); start = newline + 1)
    place.line++;
  place.column = (guint)g_utf8_strlen(start, at - start) + 1;
  return place;
}

const char *source_line(const Source *source, gsize offset, gsize *ret_length_bytes)
{
  gsize at = MIN(offset, source->length_bytes);
  const char *newline = memrchr(source->text, '\n', at);
  const char *start = newline ? newline + 1 : source->text;
  const char *end = strchrnul(source->text + at, '\n');
  if (end > source->text + at && end[-1] == '\r')
    end--;
  *ret_length_bytes = (gsize)(end - start);
  return start;
}

char *source_sha256(const Source *source)
{
  const char *bytes = source->raw ? source->raw : source->text;
  gsize length_bytes = source->raw ? source->raw_bytes : source->length_bytes;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length_bytes);
}
