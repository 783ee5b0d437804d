/* Places in a source: from byte offsets to lines and columns, only when somebody asks. */
#include "base/source.h"
#include <string.h>

static const char *line_start(const Source *source, gsize offset)
{
  const char *newline = memrchr(source->text, '\n', MIN(offset, source->length_bytes));
  return newline ? newline + 1 : source->text;
}

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

char *source_line(const Source *source, gsize offset)
{
  const char *start = line_start(source, offset);
  const char *end = memchr(start, '\n', (gsize)(source->text + source->length_bytes - start));
  if (!end)
    end = source->text + source->length_bytes;
  if (end > start && end[-1] == '\r')
    end--;
  return g_strndup(start, (gsize)(end - start));
}
