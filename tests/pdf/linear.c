/* Work of laying out so many pages, each with so many lines of words and of a table: counted by test-linear.sh. */
#include "pdf/write.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put(GArray *letters, float x, float y, const char *text)
{
  for (; *text; text++, x += 5) {
    StreamLetter letter = { x, y, x + 5, y + 11, 10, (guint32)*text, 0 };
    g_array_append_val(letters, letter);
  }
  StreamLetter end = { x, y, x, y + 11, 10, '\n', 0 };
  g_array_append_val(letters, end);
}

static GArray *page_of(guint number, guint lines)
{
  GArray *letters = g_array_new(FALSE, FALSE, sizeof(StreamLetter));
  put(letters, 50, 20, "Merebank Borough Council");
  for (guint i = 0; i < lines; i++) {
    float y = 100 + 13 * (float)i;
    g_autofree char *text = g_strdup_printf("line %u of page %u goes on with words", i, number);
    put(letters, 50, y, text);
    if (i % 20 < 10)
      continue;
    put(letters, 300, y, "1,204");
    put(letters, 400, y, "12%");
  }
  return letters;
}

int main(int argc, char **argv)
{
  if (argc != 3)
    return 2;
  g_autoptr(GStringChunk) chunk = g_string_chunk_new(1 << 16);
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(page_free);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint number = 1; number <= (guint)atoi(argv[1]); number++) {
    g_autoptr(GArray) letters = page_of(number, (guint)atoi(argv[2]));
    StreamPage head = { STREAM_MARK, number, 595, 842, letters->len, 0, 0, "" };
    g_ptr_array_add(pages, page_new(&head, (const StreamLetter *)(const void *)letters->data, chunk));
  }
  layout_all(pages, blocks);
  g_autoptr(GString) out = g_string_new(NULL);
  PdfWords words = { .pages = pages->len, .read = pages, .blocks = blocks };
  pdf_write(&words, out);
  puts(out->str);
  return 0;
}
