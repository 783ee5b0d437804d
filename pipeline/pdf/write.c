/* Writing <supplied>. */
#include "pdf/write.h"
#include <math.h>
#include <string.h>

enum { MOST_BYTES = 14 * 1000 * 1000, MOST_ELEMENTS = 350 * 1000, BEYOND = 20000 };

typedef struct {
  GString *out;
  guint elements;
} Writer;

static void append_escaped(GString *out, const char *text)
{
  for (const char *at = text; *at; at++)
    switch (*at) {
    case '&':
      g_string_append(out, "&amp;");
      break;
    case '<':
      g_string_append(out, "&lt;");
      break;
    case '>':
      g_string_append(out, "&gt;");
      break;
    case '"':
      g_string_append(out, "&quot;");
      break;
    default:
      g_string_append_c(out, *at);
    }
}

static void write_words(Writer *w, const char *indent, const char *element, const char *text)
{
  g_string_append_printf(w->out, "%s<%s>", indent, element);
  append_escaped(w->out, text);
  g_string_append_printf(w->out, "</%s>\n", element);
  w->elements++;
}

static void write_cell(Writer *w, const Cell *cell, bool header)
{
  const char *element = header ? "th" : "td";
  g_string_append_printf(w->out, "<%s", element);
  if (cell->columns > 1)
    g_string_append_printf(w->out, " colspan=\"%u\"", cell->columns);
  g_string_append_c(w->out, '>');
  for (guint i = 0; i < cell->texts->len; i++) {
    const char *text = g_ptr_array_index(cell->texts, i);
    if (cell->texts->len > 1)
      g_string_append(w->out, "<p>");
    append_escaped(w->out, text);
    if (cell->texts->len > 1)
      g_string_append(w->out, "</p>");
    w->elements++;
  }
  g_string_append_printf(w->out, "</%s>", element);
  w->elements += 2;
}

static void write_block(Writer *w, const Block *block)
{
  if (block->kind != BLOCK_TABLE) {
    write_words(w, "      ", block->kind == BLOCK_HEADING ? "h" : "p", block->text->str);
    return;
  }
  g_string_append(w->out, "      <table>\n");
  for (guint i = 0; i < block->rows->len; i++) {
    const Row *row = g_ptr_array_index(block->rows, i);
    g_string_append(w->out, "        <tr>");
    for (guint k = 0; k < row->cells->len; k++)
      write_cell(w, g_ptr_array_index(row->cells, k), row->header);
    g_string_append(w->out, "</tr>\n");
    w->elements++;
  }
  g_string_append(w->out, "      </table>\n");
}

static int points(float length)
{
  return (int)floorf(CLAMP(length, 0, BEYOND) + 0.5F);
}

static void write_place(Writer *w, const Block *block)
{
  const Box *box = &block->box;
  g_string_append_printf(w->out, "    <place left=\"%d\" top=\"%d\" width=\"%d\" height=\"%d\"", points(box->left),
                         points(box->top), points(box->right - box->left), points(box->bottom - box->top));
  if (block->over > 0) {
    g_autofree char *here = g_strndup(block->text->str, block->over);
    g_autoptr(GString) written = g_string_new(NULL);
    append_escaped(written, here);
    g_string_append_printf(w->out, " over=\"%" G_GSIZE_FORMAT "\"", written->len);
  }
  g_string_append(w->out, "/>\n");
  w->elements += 6;
}

/* Most of what it holds cannot be read. */
static bool is_unread(const Page *page)
{
  return page->unread * 4 > page->letters;
}

static void write_page(Writer *w, const Page *page, const GPtrArray *blocks)
{
  g_string_append_printf(w->out, "  <page number=\"%u\"", page->number);
  g_autofree char *number = g_strdup_printf("%u", page->number);
  if (*page->label && strcmp(page->label, number) != 0 && g_utf8_validate(page->label, -1, NULL) &&
      strlen(page->label) == strspn(page->label, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-"))
    g_string_append_printf(w->out, " label=\"%s\"", page->label);
  g_string_append_printf(w->out, " width=\"%d\" height=\"%d\"", points(page->width), points(page->height));
  if (is_unread(page) || page->crowded || (page->letters == 0 && page->pictures > 0))
    g_string_append_printf(w->out, " lacks=\"%s\"", is_unread(page) ? "letters" : page->crowded ? "rest" : "words");
  w->elements += 6;
  if (blocks->len == 0) {
    g_string_append(w->out, "/>\n");
    return;
  }
  g_string_append(w->out, ">\n    <text>\n");
  for (guint i = 0; i < blocks->len; i++)
    write_block(w, g_ptr_array_index(blocks, i));
  g_string_append(w->out, "    </text>\n");
  for (guint i = 0; i < blocks->len; i++)
    write_place(w, g_ptr_array_index(blocks, i));
  g_string_append(w->out, "  </page>\n");
}

static void write_root(const PdfWords *words, GString *out)
{
  g_string_append_printf(
      out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<supplied xmlns=\"urn:qmr:1\" format=\"1.0\" pages=\"%u\"",
      words->pages);
  if (words->why)
    g_string_append_printf(out, " why=\"%s\"", words->why);
  if (words->why && words->stopped > 0)
    g_string_append_printf(out, " stopped=\"%u\"", words->stopped);
  g_string_append(out, ">\n");
}

void pdf_write(PdfWords *words, GString *out)
{
  Writer w = { g_string_new(NULL), 0 };
  for (guint i = 0; i < words->read->len; i++) {
    const Page *page = g_ptr_array_index(words->read, i);
    gsize before = w.out->len;
    write_page(&w, page, g_ptr_array_index(words->blocks, i));
    if (w.out->len <= MOST_BYTES && w.elements <= MOST_ELEMENTS)
      continue;
    g_string_truncate(w.out, before);
    words->why = "much";
    words->stopped = page->number;
    break;
  }
  write_root(words, out);
  g_string_append_len(out, w.out->str, (gssize)w.out->len);
  g_string_append(out, "</supplied>\n");
  g_string_free(w.out, TRUE);
}
