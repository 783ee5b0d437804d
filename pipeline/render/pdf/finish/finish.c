/* Finishing: cairo's pages and fonts are kept, its structure tree is thrown away and ours is written. */
#include "render/pdf/finish/finish-parts.h"

/* Every drawn page once in the order, with its furniture page after all body pages. */
static bool pages_read(Finishing *finishing, GError **error)
{
  const Finish *in = finishing->in;
  g_autoptr(GArray) numbers = cairo_file_pages(&finishing->cairo, error);
  if (!numbers)
    return false;
  bool good = numbers->len == 2 * in->n_pages && in->n_pages > 0;
  guint32 first = writer_reserve(finishing->writer, in->n_pages);
  finishing->pages = g_new0(FinishPage, in->n_pages);
  for (guint i = 0; i < in->n_pages && good; i++) {
    guint drawn = in->order[i];
    good = drawn < in->n_pages && !finishing->pages[drawn].number;
    if (!good)
      break;
    FinishPage *page = &finishing->pages[drawn];
    *page = (FinishPage){ .number = first + i,
                          .place = i,
                          .body = g_array_index(numbers, guint32, drawn),
                          .furniture = g_array_index(numbers, guint32, drawn + in->n_pages) };
    Slice dict, none;
    good = cairo_file_object(&finishing->cairo, page->body, &dict, &none);
    Slice box = good ? cairo_file_resolve(&finishing->cairo, dict_get(dict, "/MediaBox")) : (Slice){ NULL, 0 };
    Slice rest = box.length > 2 ? (Slice){ box.at + 1, box.length - 2 } : box;
    for (guint side = 0; side < 4 && rest.at; side++)
      page->height_pt = slice_double(value_next(&rest));
  }
  if (!good)
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%u pages were drawn, but cairo wrote %u with their furniture",
                in->n_pages, numbers->len);
  return good;
}

/* Numbers are given before anything is written, so that objects can name each other. */
static void numbers_reserve(Finishing *finishing)
{
  const Structure *structure = finishing->structure;
  finishing->catalog = writer_reserve(finishing->writer, 5);
  finishing->info = finishing->catalog + 1;
  finishing->page_tree = finishing->catalog + 2;
  finishing->tree_root = finishing->catalog + 3;
  finishing->parent_tree = finishing->catalog + 4;
  finishing->first_element = writer_reserve(finishing->writer, structure->nodes->len);
  finishing->first_annotation = writer_reserve(finishing->writer, structure->links->len);
}

static GByteArray *finish_read_file(const Finish *finish, Slice bytes, GError **error)
{
  Finishing finishing = { .in = finish, .structure = finish->structure };
  if (!cairo_file_read(bytes, &finishing.cairo, error))
    return NULL;
  finishing.writer = writer_new(finishing.cairo.offsets->len);
  GByteArray *result = NULL;
  if (pages_read(&finishing, error)) {
    numbers_reserve(&finishing);
    bool good = finish_links(&finishing, error) && finish_pages(&finishing, error) && finish_catalog(&finishing, error);
    if (good) {
      finish_tree(&finishing);
      result = writer_end(finishing.writer, finishing.catalog, finishing.info);
    }
  }
  for (guint i = 0; finishing.pages && i < finish->n_pages; i++)
    if (finishing.pages[i].annotations)
      g_array_unref(finishing.pages[i].annotations);
  g_free(finishing.pages);
  writer_free(finishing.writer);
  cairo_file_clear(&finishing.cairo);
  return result;
}

GByteArray *finish_pdf(const Finish *finish, GError **error)
{
  g_autoptr(GError) form = NULL;
  Slice bytes = { (const char *)finish->cairo_pdf->data, finish->cairo_pdf->len };
  GByteArray *result = finish_read_file(finish, bytes, &form);
  if (result || !g_error_matches(form, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)) {
    if (form)
      g_propagate_error(error, g_steal_pointer(&form));
    return result;
  }
  g_autoptr(GByteArray) plain = finish_plain(finish->cairo_pdf, error);
  return plain ? finish_read_file(finish, (Slice){ (const char *)plain->data, plain->len }, error) : NULL;
}
