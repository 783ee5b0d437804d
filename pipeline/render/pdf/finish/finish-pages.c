/* Pages: body content with its leaves marked, furniture of the same page as an artefact under it, fonts and images
 * copied.
 */
#include "render/pdf/finish/finish-parts.h"
#include <string.h>

/* Numbers of cairo's objects that pages need, each once. */
typedef struct {
  GArray *queue; /* of guint32 */
  bool *seen, *is_glyph_map;
  guint32 n;
} Wanted;

static void want(Wanted *wanted, guint32 number)
{
  if (number >= wanted->n || wanted->seen[number])
    return;
  wanted->seen[number] = true;
  g_array_append_val(wanted->queue, number);
}

/* Every reference within a value. */
static void want_all(Wanted *wanted, Slice value)
{
  if (!value.at)
    return;
  guint32 number;
  bool is_dict = value.length >= 4 && value.at[0] == '<' && value.at[1] == '<', is_array = value.at[0] == '[';
  if (!is_dict && !is_array) {
    if (slice_ref(value, &number))
      want(wanted, number);
    return;
  }
  Slice rest = is_dict ? dict_inside(value) : (Slice){ value.at + 1, value.length - 2 };
  for (Slice part = value_next(&rest); part.at; part = value_next(&rest))
    want_all(wanted, part);
}

/* Entries of a stream's dictionary without /Length. */
static GString *stream_entries(Slice dict)
{
  GString *entries = g_string_new(NULL);
  Slice rest = dict_inside(dict), key, value;
  while (dict_next(&rest, &key, &value)) {
    if (slice_equal(key, "/Length"))
      continue;
    put_slice(entries, key);
    g_string_append_c(entries, ' ');
    put_slice(entries, value);
  }
  return entries;
}

/* cairo 1.16 leaves out what PDF/UA wants of a CIDFontType2: that glyphs are numbered as in the font. */
static void put_patched(GString *out, Slice value)
{
  if (slice_equal(dict_get(value, "/Subtype"), "/CIDFontType2") && !dict_get(value, "/CIDToGIDMap").at) {
    put_slice(out, (Slice){ value.at, value.length - 2 });
    g_string_append(out, "/CIDToGIDMap/Identity>>");
  } else
    put_slice(out, value);
}

static bool copy_glyph_map(Finishing *finishing, guint32 number, Slice data, Slice filter, GError **error)
{
  g_autoptr(GString) map = finish_glyph_map(data, filter, finishing->in->stand_ins);
  if (!map) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo's object %u cannot be read", number);
    return false;
  }
  writer_stream(finishing->writer, number, "", (Slice){ map->str, map->len }, true);
  return true;
}

static bool copy_object(Finishing *finishing, Wanted *wanted, guint32 number, GError **error)
{
  Slice value, stream;
  if (!cairo_file_object(&finishing->cairo, number, &value, &stream)) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo's object %u cannot be read", number);
    return false;
  }
  const GPtrArray *stand_ins = finishing->in->stand_ins;
  if (stream.at && wanted->is_glyph_map[number] && stand_ins && stand_ins->len)
    return copy_glyph_map(finishing, number, stream, dict_get(value, "/Filter"), error);
  if (stream.at) {
    g_autoptr(GString) entries = stream_entries(value);
    g_autofree char *dict = g_strdup_printf("<<%s>>", entries->str);
    want_all(wanted, (Slice){ dict, strlen(dict) });
    writer_stream(finishing->writer, number, entries->str, stream, !dict_get(value, "/Filter").at);
  } else {
    want_all(wanted, value);
    guint32 map;
    if (slice_ref(dict_get(value, "/ToUnicode"), &map) && map < wanted->n)
      wanted->is_glyph_map[map] = true;
    put_patched(writer_begin(finishing->writer, number), value);
  }
  return true;
}

/* cairo's resources of a page, with its furniture as one more form. */
static void put_resources(GString *out, Slice resources, guint32 furniture)
{
  Slice rest = dict_inside(resources), key, value;
  bool found = false;
  g_string_append(out, "<<");
  while (dict_next(&rest, &key, &value)) {
    put_slice(out, key);
    g_string_append_c(out, ' ');
    if (slice_equal(key, "/XObject") && value.length >= 4) {
      found = true;
      put_slice(out, (Slice){ value.at, value.length - 2 });
      g_string_append_printf(out, "/Furn %u 0 R>>", furniture);
    } else
      put_slice(out, value);
  }
  if (!found)
    g_string_append_printf(out, "/XObject<</Furn %u 0 R>>", furniture);
  g_string_append(out, ">>");
}

typedef struct {
  Slice box, resources, content, filter;
  guint32 content_number;
} CairoPage;

static bool cairo_page_read(const CairoFile *file, guint32 number, CairoPage *ret_page, GError **error)
{
  Slice dict, none, content_dict;
  CairoPage page = { { NULL, 0 } };
  bool good = cairo_file_object(file, number, &dict, &none) &&
              slice_ref(dict_get(dict, "/Contents"), &page.content_number) &&
              cairo_file_object(file, page.content_number, &content_dict, &page.content) && page.content.at;
  if (good) {
    page.box = cairo_file_resolve(file, dict_get(dict, "/MediaBox"));
    page.resources = cairo_file_resolve(file, dict_get(dict, "/Resources"));
    page.filter = dict_get(content_dict, "/Filter");
  }
  if (!good || !page.box.at || !page.resources.at) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo's page object %u cannot be read", number);
    return false;
  }
  *ret_page = page;
  return true;
}

static void put_furniture(Finishing *finishing, Wanted *wanted, const CairoPage *page)
{
  g_autoptr(GString) entries = g_string_new("/Type/XObject/Subtype/Form/BBox");
  put_slice(entries, page->box);
  g_string_append(entries, "/Resources ");
  put_slice(entries, page->resources);
  if (page->filter.at) {
    g_string_append(entries, "/Filter ");
    put_slice(entries, page->filter);
  }
  writer_stream(finishing->writer, page->content_number, entries->str, page->content, !page->filter.at);
  wanted->seen[page->content_number] = true;
  want_all(wanted, page->resources);
}

/* The body, its leaves as marked content. */
static bool put_body(Finishing *finishing, Wanted *wanted, const CairoPage *page, guint drawn, guint n_marks,
                     GError **error)
{
  g_autoptr(GString) content = finish_content(page->content, page->filter, drawn, n_marks, error);
  if (!content)
    return false;
  writer_stream(finishing->writer, page->content_number, "", (Slice){ content->str, content->len }, true);
  wanted->seen[page->content_number] = true;
  want_all(wanted, page->resources);
  return true;
}

static bool put_page(Finishing *finishing, Wanted *wanted, guint drawn, guint32 common, GError **error)
{
  const FinishPage *page = &finishing->pages[drawn];
  const Element *marks;
  guint n_marks = structure_page_marks(finishing->structure, drawn, &marks);
  CairoPage body, furniture;
  if (!cairo_page_read(&finishing->cairo, page->body, &body, error) ||
      !cairo_page_read(&finishing->cairo, page->furniture, &furniture, error) ||
      !put_body(finishing, wanted, &body, drawn, n_marks, error))
    return false;
  put_furniture(finishing, wanted, &furniture);
  GString *out = writer_begin(finishing->writer, page->number);
  g_string_append_printf(out, "<</Type/Page/Parent %u 0 R/MediaBox", finishing->page_tree);
  put_slice(out, body.box);
  g_string_append_printf(out, "/Contents[%u 0 R %u 0 R]/StructParents %u/Tabs/S/Resources", common, body.content_number,
                         page->place);
  put_resources(out, body.resources, furniture.content_number);
  if (page->annotations) {
    g_string_append(out, "/Annots[");
    for (guint i = 0; i < page->annotations->len; i++)
      g_string_append_printf(out, "%u 0 R ", g_array_index(page->annotations, guint32, i));
    g_string_append_c(out, ']');
  }
  g_string_append(out, ">>");
  return true;
}

static void put_page_tree(Finishing *finishing)
{
  GString *out = writer_begin(finishing->writer, finishing->page_tree);
  g_string_append_printf(out, "<</Type/Pages/Count %u/Kids[", finishing->in->n_pages);
  for (guint i = 0; i < finishing->in->n_pages; i++)
    g_string_append_printf(out, "%u 0 R ", finishing->pages[finishing->in->order[i]].number);
  g_string_append(out, "]>>");
}

bool finish_pages(Finishing *finishing, GError **error)
{
  static const char artefact[] = "q /Artifact<</Type/Pagination>>BDC /Furn Do EMC Q\n";
  guint32 common = writer_reserve(finishing->writer, 1);
  writer_stream(finishing->writer, common, "", (Slice){ artefact, sizeof artefact - 1 }, false);
  guint32 n = finishing->cairo.offsets->len;
  Wanted wanted = { g_array_new(FALSE, FALSE, sizeof(guint32)), g_new0(bool, n), g_new0(bool, n), n };
  bool good = true;
  for (guint i = 0; i < finishing->in->n_pages && good; i++)
    good = put_page(finishing, &wanted, finishing->in->order[i], common, error);
  for (guint i = 0; i < wanted.queue->len && good; i++)
    good = copy_object(finishing, &wanted, g_array_index(wanted.queue, guint32, i), error);
  g_array_unref(wanted.queue);
  g_free(wanted.seen);
  g_free(wanted.is_glyph_map);
  if (good)
    put_page_tree(finishing);
  return good;
}
