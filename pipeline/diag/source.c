/* Places in a source: from byte offsets to lines and columns, only when somebody asks. */
#include "diag/source.h"
#include <string.h>

/* Counts on from before to end. */
static SourceMark count(SourceMark before, const char *start, const char *end)
{
  for (const char *newline; (newline = memchr(start, '\n', (gsize)(end - start))); start = newline + 1)
    before = (SourceMark){ before.lines + 1, 0 };
  for (; start < end; start++)
    before.characters += (*start & 0xC0) != 0x80; /* all bytes of a character but the first have these bits */
  return before;
}

void source_mark(Source *source, Arena *arena)
{
  gsize n = source->length_bytes / SOURCE_MARK_BYTES;
  SourceMark *marks = arena_alloc(arena, (n + 1) * sizeof *marks);
  for (gsize i = 0; i < n; i++) {
    const char *start = source->text + i * SOURCE_MARK_BYTES;
    marks[i + 1] = count(marks[i], start, start + SOURCE_MARK_BYTES);
  }
  source->marks = marks;
}

Place source_place(const Source *source, gsize offset)
{
  gsize at = MIN(offset, source->length_bytes);
  gsize i = source->marks ? at / SOURCE_MARK_BYTES : 0;
  SourceMark before = source->marks ? source->marks[i] : (SourceMark){ 0, 0 };
  SourceMark here = count(before, source->text + i * SOURCE_MARK_BYTES, source->text + at);
  return (Place){ source->path, here.lines + 1, here.characters + 1 };
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
