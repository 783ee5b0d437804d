/* Places in a source: from byte offsets to lines and columns, only when somebody asks. */
#include "diag/source.h"
#include <stdbool.h>
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

guint source_page(const Source *source, gsize offset)
{
  guint from = 0, end = source->n_pages;
  while (end > from + 1) {
    guint middle = (from + end) / 2;
    if (source->pages[middle].offset <= offset)
      from = middle;
    else
      end = middle;
  }
  return source->n_pages > 0 ? source->pages[from].page : 0;
}

Place source_place(const Source *source, gsize offset)
{
  if (source->n_pages > 0)
    return (Place){ source->path, 0, 0, source_page(source, offset) };
  gsize at = MIN(offset, source->length_bytes);
  gsize i = source->marks ? at / SOURCE_MARK_BYTES : 0;
  SourceMark before = source->marks ? source->marks[i] : (SourceMark){ 0, 0 };
  SourceMark here = count(before, source->text + i * SOURCE_MARK_BYTES, source->text + at);
  return (Place){ source->path, here.lines + 1, here.characters + 1, 0 };
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

/* What stands for a letter; *ret_bytes: how long it is. */
static char entity_at(const char *text, gsize *ret_bytes)
{
  static const struct {
    const char *name;
    char letter;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };
  for (guint i = 0; i < G_N_ELEMENTS(entities); i++)
    if (g_str_has_prefix(text, entities[i].name)) {
      *ret_bytes = strlen(entities[i].name);
      return entities[i].letter;
    }
  *ret_bytes = 1;
  return *text;
}

char *source_words(const char *line, gsize length_bytes, gsize offset, gsize *ret_offset)
{
  GString *words = g_string_new(NULL);
  bool in_tag = false;
  *ret_offset = 0;
  for (gsize i = 0, n; i < length_bytes; i += n) {
    char letter = entity_at(line + i, &n);
    bool begins = line[i] == '<', space = words->len == 0 || words->str[words->len - 1] == ' ';
    in_tag |= begins;
    if (begins && !space)
      g_string_append_c(words, ' '); /* between two cells */
    else if (!in_tag && !(letter == ' ' && space))
      g_string_append_c(words, letter);
    in_tag &= line[i] != '>';
    if (i <= offset)
      *ret_offset = words->len > 0 && !in_tag && line[i] != '>' ? words->len - 1 : words->len;
  }
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate(words, words->len - 1);
  *ret_offset = MIN(*ret_offset, words->len);
  while (*ret_offset > 0 && (words->str[*ret_offset] & 0xC0) == 0x80)
    (*ret_offset)--;
  return g_string_free(words, FALSE);
}

char *source_sha256(const Source *source)
{
  const char *bytes = source->raw ? source->raw : source->text;
  gsize length_bytes = source->raw ? source->raw_bytes : source->length_bytes;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length_bytes);
}
