/* Reading pictures of prose: found, made anew, carried along as they are printed. */
#include "base/text.h"
#include "picture/picture.h"
#include "record/prose-parts.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

/* Of what one file names; what is carried along is bounded by the size of the file that holds it. */
enum { ALL_MAX_BYTES = 8 * 1024 * 1024, MAX_PICTURES = 200 };

/* The attributes of a picture as they were written; NULL: not given. */
typedef struct {
  char *file, *data, *density, *alt, *caption, *decorative;
} Said;

static void said_clear(Said *said)
{
  g_free(said->file);
  g_free(said->data);
  g_free(said->density);
  g_free(said->alt);
  g_free(said->caption);
  g_free(said->decorative);
}

static void G_GNUC_PRINTF(4, 5)
    fault(const ProseReader *reader, const xmlNode *element, const char *attribute, const char *format, ...)
{
  gsize offset = xml_offset(element);
  if (attribute)
    tag_attribute(reader->bind->source, offset, attribute, &offset);
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  bind_fault(reader->bind, "V-PICTURE", offset, reader->owner, "%s", text);
}

static void read_said(const ProseReader *reader, const xmlNode *element, Said *said)
{
  const struct {
    const char *name;
    char **at;
  } known[] = { { "file", &said->file }, { "data", &said->data },       { "density", &said->density },
                { "alt", &said->alt },   { "caption", &said->caption }, { "decorative", &said->decorative } };
  bool carried = xmlHasProp(element, BAD_CAST "data");
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    const char *name = (const char *)attribute->name;
    guint i = 0;
    while (i < G_N_ELEMENTS(known) && (attribute->ns || strcmp(name, known[i].name) != 0))
      i++;
    if (i < G_N_ELEMENTS(known) && (carried || known[i].at != &said->density)) {
      g_autofree char *raw = bind_attribute_text(attribute);
      *known[i].at = text_fold(raw);
      continue;
    }
    gsize offset = xml_offset(element);
    tag_attribute_name(reader->bind->source, offset, name, &offset);
    bind_fault(reader->bind, "S-ATTR", offset, reader->owner,
               "<picture> has no attribute '%s', only 'file', 'alt', 'caption' and 'decorative'", name);
  }
}

/* A picture holds nothing: words in it are told, and printed as its caption is. */
static char *words_inside(const ProseReader *reader, const xmlNode *element)
{
  GPtrArray *runs = prose_read_runs(reader->bind, element, reader->owner);
  if (!runs)
    return NULL;
  fault(reader, element, NULL, "<picture> may hold no words; write them as its caption=\"...\"");
  return runs_to_text(runs);
}

static GPtrArray *runs_of(const ProseReader *reader, const xmlNode *element, const char *name, char *text)
{
  if (!text || !text[0])
    return NULL;
  if (text_length(text) > VALUE_TEXT_CHARS) {
    fault(reader, element, name, "%s is longer than 8,000 characters", name);
    g_utf8_offset_to_pointer(text, VALUE_TEXT_CHARS)[0] = '\0';
  }
  GPtrArray *runs = arena_list(reader->bind->arena);
  g_ptr_array_add(runs, run_new(reader->bind->arena, text, 0));
  return runs;
}

/* ---- what it looks like ------------------------------------------------------------------------------------------ */

static bool is_noted(const ProseReader *reader, const char *path)
{
  const GPtrArray *files = reader->bind->source->files;
  for (guint i = 0; i < files->len; i++)
    if (strcmp(((const SourceFile *)g_ptr_array_index(files, i))->path, path) == 0)
      return true;
  return false;
}

/* Notes the file as read, once. */
static void note_file(const ProseReader *reader, const char *path, const guint8 *bytes, gsize n, bool is_font)
{
  if (is_noted(reader, path))
    return;
  Arena *arena = reader->bind->arena;
  g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
  SourceFile *file = arena_alloc(arena, sizeof *file);
  file->path = arena_strdup(arena, path);
  file->sha256 = arena_strdup(arena, hash);
  file->is_font = is_font;
  g_ptr_array_add(reader->bind->source->files, file);
}

/* What words in a drawing look like depends on them. */
static void note_fonts(const ProseReader *reader)
{
  g_autoptr(GPtrArray) fonts = picture_fonts();
  for (guint i = 0; i < fonts->len; i++) {
    const char *path = g_ptr_array_index(fonts, i);
    g_autofree char *bytes = NULL;
    gsize n = 0;
    if (!is_noted(reader, path) && g_file_get_contents(path, &bytes, &n, NULL))
      note_file(reader, path, (const guint8 *)bytes, n, true);
  }
}

/* Its bytes: of the file, or those that an earlier stage carries along. */
static guint8 *bytes_of(const ProseReader *reader, const Said *said, gsize *ret_bytes, char **ret_fault)
{
  const Source *source = reader->bind->source;
  if (said->data)
    return g_base64_decode(said->data, ret_bytes);
  if (++*source->pictures > MAX_PICTURES) {
    *ret_fault = g_strdup_printf("is one too many: one file may show %d", MAX_PICTURES);
    return NULL;
  }
  g_autofree char *folder = g_path_get_dirname(source->path);
  guint8 *bytes = picture_load(folder, said->file, ret_bytes, ret_fault);
  if (bytes) {
    g_autofree char *path =
        strcmp(folder, ".") == 0 ? g_strdup(said->file) : g_build_filename(folder, said->file, NULL);
    note_file(reader, path, bytes, *ret_bytes, false);
  }
  return bytes;
}

/* Dots to a px of a screen, as an earlier stage wrote it. */
static guint density_of(const char *density)
{
  return density && g_ascii_isdigit(density[0]) && density[0] != '0' && !density[1] ? (guint)(density[0] - '0') : 1;
}

/* The picture made anew, as text; NULL: *ret_fault says why. */
static char *made_anew(const ProseReader *reader, ProseBlock *block, const guint8 *bytes, gsize n, const Said *said,
                       char **ret_fault)
{
  bool carried = said->data;
  g_autoptr(Picture) picture = (carried ? picture_read : picture_read_any)(bytes, n, ret_fault);
  g_autoptr(GBytes) png = picture ? picture_write(picture) : NULL;
  if (!png)
    return NULL;
  gsize size = g_bytes_get_size(png), *all = reader->bind->source->picture_bytes;
  if (size > PICTURE_MAX_BYTES)
    *ret_fault = g_strdup("is too big: 4 MB is the most that a picture may take; save it with fewer dots");
  else if (!carried && *all + size > ALL_MAX_BYTES)
    *ret_fault = g_strdup("is one too many: the pictures of one file may take 8 MB together; save them smaller");
  if (*ret_fault)
    return NULL;
  *all += carried ? 0 : size;
  block->density = carried ? density_of(said->density) : MAX(1, picture->density);
  block->width = MAX(1, picture->width / block->density);
  block->height = MAX(1, picture->height / block->density);
  if (picture->words)
    note_fonts(reader);
  g_autofree char *text = g_base64_encode(g_bytes_get_data(png, NULL), size);
  return arena_strdup(reader->bind->arena, text);
}

static void read_dots(const ProseReader *reader, const xmlNode *element, const Said *said, ProseBlock *block)
{
  g_autofree char *why = NULL;
  gsize n = 0;
  if (!said->file && !said->data) {
    fault(reader, element, NULL,
          "<picture> lacks the attribute 'file': write the name of a PNG or SVG picture beside this file");
    return;
  }
  g_autofree guint8 *bytes = bytes_of(reader, said, &n, &why);
  block->data = bytes ? made_anew(reader, block, bytes, n, said, &why) : NULL;
  if (!block->data)
    fault(reader, element, said->data ? "data" : "file", "picture '%.80s' %s", said->data ? "data" : said->file,
          why ? why : "cannot be made anew");
}

/* ---- what it says ------------------------------------------------------------------------------------------------ */

static void read_alt(const ProseReader *reader, const xmlNode *element, Said *said, ProseBlock *block)
{
  bool yes = said->decorative && strcmp(said->decorative, "yes") == 0;
  block->alt = runs_of(reader, element, "alt", said->alt);
  if (said->decorative && !yes && strcmp(said->decorative, "no") != 0)
    fault(reader, element, "decorative", "decorative '%.40s' is neither yes nor no", said->decorative);
  if (block->alt && yes)
    fault(reader, element, "decorative",
          "a picture that has a text alternative is not decorative: leave one of the two");
  if (block->alt || yes)
    return;
  fault(reader, element, said->alt ? "alt" : NULL,
        "<picture> %s: write alt=\"...\" with what it shows, for those who do not see it, or decorative=\"yes\" if it "
        "says "
        "nothing",
        said->alt ? "has an empty text alternative" : "lacks the attribute 'alt'");
  bool lost = said->decorative || prose_has_slip(element, "alt") || prose_has_slip(element, "decorative");
  const char *words = lost ? NOT_READABLE : "Picture without a description";
  block->alt = arena_list(reader->bind->arena);
  g_ptr_array_add(block->alt, run_new(reader->bind->arena, words, 0));
}

/* Words stand where the picture cannot. */
static ProseBlock *in_words(const ProseReader *reader, ProseBlock *block)
{
  Arena *arena = reader->bind->arena;
  GPtrArray *runs = arena_list(arena);
  g_ptr_array_add(runs,
                  run_new(arena, block->alt || block->runs ? "Picture not readable: " : "Picture not readable", 0));
  for (guint i = 0; block->alt && i < block->alt->len; i++)
    g_ptr_array_add(runs, g_ptr_array_index(block->alt, i));
  for (guint i = 0; block->runs && i < block->runs->len; i++) {
    Run *run = g_ptr_array_index(block->runs, i);
    run->style |= block->alt ? RUN_BREAK : 0;
    g_ptr_array_add(runs, run);
  }
  block->kind = PROSE_PARA;
  block->runs = runs;
  block->alt = NULL;
  return block;
}

ProseBlock *prose_read_picture(const ProseReader *reader, const xmlNode *element)
{
  Said said = { 0 };
  ProseBlock *block = prose_block_new(reader, element, PROSE_PICTURE);
  read_said(reader, element, &said);
  g_autofree char *inside = words_inside(reader, element);
  if (inside && said.caption) {
    char *both = g_strdup_printf("%s %s", said.caption, inside);
    g_free(said.caption);
    said.caption = both;
  } else if (inside) {
    said.caption = g_steal_pointer(&inside);
  }
  if (!said.caption && prose_has_slip(element, "caption"))
    said.caption = g_strdup(NOT_READABLE);
  block->runs = runs_of(reader, element, "caption", said.caption);
  read_alt(reader, element, &said, block);
  read_dots(reader, element, &said, block);
  said_clear(&said);
  return block->data ? block : in_words(reader, block);
}
