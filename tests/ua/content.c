/* Reading content streams operator by operator; forms are followed where they are drawn. */
#include "content.h"
#include "glyphs.h"
#include "render/pdf/finish/finish-syntax.h"
#include <string.h>

typedef enum { LEVEL_PLAIN, LEVEL_TAGGED, LEVEL_ARTEFACT } LevelKind;

typedef struct {
  Pdf *pdf;
  Content *content;
  GArray *levels;     /* of LevelKind: the open sequences */
  Mark *mark;         /* the open tagged one, or NULL */
  GHashTable *glyphs; /* by object number of the font */
  const Glyphs *font;
  GArray *operands; /* of Slice */
} Reader;

static void mark_free(gpointer data)
{
  g_string_free(((Mark *)data)->text, TRUE);
  g_free(data);
}

static LevelKind inside(const Reader *reader)
{
  for (guint i = reader->levels->len; i-- > 0;)
    if (g_array_index(reader->levels, LevelKind, i) != LEVEL_PLAIN)
      return g_array_index(reader->levels, LevelKind, i);
  return LEVEL_PLAIN;
}

static Slice operand(const Reader *reader, guint from_end)
{
  guint n = reader->operands->len;
  return from_end < n ? g_array_index(reader->operands, Slice, n - 1 - from_end) : (Slice){ NULL, 0 };
}

static void begin(Reader *reader, bool has_properties)
{
  Slice tag = operand(reader, has_properties ? 1 : 0);
  Slice properties = has_properties ? operand(reader, 0) : (Slice){ NULL, 0 }, number = dict_get(properties, "/MCID");
  guint32 mcid = 0;
  LevelKind kind = LEVEL_PLAIN, outer = inside(reader);
  if (slice_equal(tag, "/Artifact"))
    kind = LEVEL_ARTEFACT;
  else if (slice_int(number, &mcid))
    kind = LEVEL_TAGGED;
  if (dict_get(properties, "/ActualText").at)
    reader->content->actual_text = true;
  if (kind != LEVEL_PLAIN && outer != LEVEL_PLAIN && !(kind == LEVEL_ARTEFACT && outer == LEVEL_ARTEFACT))
    g_string_append_printf(reader->content->nested, "%.*s ", (int)tag.length, tag.at);
  if (kind == LEVEL_TAGGED) {
    reader->mark = g_new0(Mark, 1);
    *reader->mark = (Mark){ .mcid = (int)mcid, .text = g_string_new(NULL) };
    g_ptr_array_add(reader->content->marks, reader->mark);
  }
  g_array_append_val(reader->levels, kind);
}

static void end(Reader *reader)
{
  if (!reader->levels->len) {
    reader->content->unbalanced = true;
    return;
  }
  g_array_set_size(reader->levels, reader->levels->len - 1);
  if (inside(reader) != LEVEL_TAGGED)
    reader->mark = NULL;
}

static void painted(Reader *reader, Slice operator)
{
  if (inside(reader) == LEVEL_PLAIN && reader->content->untagged->len < 40)
    g_string_append_printf(reader->content->untagged, "%.*s ", (int)operator.length, operator.at);
}

static GByteArray *string_bytes(Slice token)
{
  GByteArray *bytes = g_byte_array_new();
  guint8 byte = 0;
  guint digits = 0;
  for (gsize i = 1; i + 1 < token.length; i++) {
    char c = token.at[i];
    if (token.at[0] == '<') {
      int digit = g_ascii_xdigit_value(c);
      if (digit < 0)
        continue;
      byte = (guint8)(byte << 4 | digit);
      if (++digits % 2 == 0)
        g_byte_array_append(bytes, &byte, 1);
      continue;
    }
    if (c == '\\') {
      static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
      c = token.at[++i];
      const char *special = strchr(from, c);
      if (c == '\n')
        continue;
      if (c >= '0' && c <= '7') {
        guint value = 0;
        for (guint n = 0; n < 3 && token.at[i] >= '0' && token.at[i] <= '7'; n++)
          value = value * 8 + (guint)(token.at[i++] - '0');
        i--;
        c = (char)value;
      } else if (special && c)
        c = to[special - from];
    }
    g_byte_array_append(bytes, (const guint8 *)&c, 1);
  }
  return bytes;
}

static void show(Reader *reader, Slice token)
{
  if (!token.at || (token.at[0] != '(' && token.at[0] != '<') || !reader->font)
    return;
  g_autoptr(GByteArray) bytes = string_bytes(token);
  LevelKind kind = inside(reader);
  g_autoptr(GString) lost = g_string_new(NULL);
  GString *out = kind == LEVEL_ARTEFACT ? reader->content->artefacts : reader->mark ? reader->mark->text : lost;
  reader->content->unknown_glyphs += glyphs_text(reader->font, bytes->data, bytes->len, out, &reader->content->notdef);
}

static void show_all(Reader *reader)
{
  Slice last = operand(reader, 0);
  if (!last.at || last.at[0] != '[') {
    show(reader, last);
    return;
  }
  Slice rest = { last.at + 1, last.length - 2 };
  for (Slice part = value_next(&rest); part.at; part = value_next(&rest))
    show(reader, part);
}

static char *name_of(Slice token)
{
  return g_strndup(token.at ? token.at : "", token.length);
}

static void choose_font(Reader *reader, qpdf_oh resources)
{
  g_autofree char *name = name_of(operand(reader, 1));
  qpdf_oh font = pdf_get(reader->pdf, pdf_get(reader->pdf, resources, "/Font"), name);
  gpointer id = GINT_TO_POINTER(pdf_id(reader->pdf, font));
  Glyphs *glyphs = g_hash_table_lookup(reader->glyphs, id);
  if (!glyphs) {
    glyphs = glyphs_read(reader->pdf, font);
    g_hash_table_insert(reader->glyphs, id, glyphs);
  }
  g_hash_table_add(reader->content->fonts, id);
  reader->font = glyphs;
}

static void read_stream(Reader *reader, Slice rest, qpdf_oh resources, guint depth);

static void draw_object(Reader *reader, qpdf_oh resources, guint depth)
{
  g_autofree char *name = name_of(operand(reader, 0));
  qpdf_oh object = pdf_get(reader->pdf, pdf_get(reader->pdf, resources, "/XObject"), name);
  g_autofree char *subtype = pdf_name(reader->pdf, pdf_get(reader->pdf, object, "/Subtype"));
  g_autoptr(GByteArray) stream = g_str_equal(subtype, "Form") && depth < 8 ? pdf_stream(reader->pdf, object) : NULL;
  if (stream)
    read_stream(reader, (Slice){ (const char *)stream->data, stream->len }, pdf_get(reader->pdf, object, "/Resources"),
                depth + 1);
  else
    painted(reader, operand(reader, 0));
}

static bool is_one_of(Slice operator, const char * const * words)
{
  for (; *words; words++)
    if (slice_equal(operator, * words))
      return true;
  return false;
}

static void run_operator(Reader *reader, Slice operator, qpdf_oh resources, guint depth)
{
  static const char *const paints[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "EI", NULL };
  static const char *const shows[] = { "Tj", "TJ", "'", "\"", NULL };
  if (slice_equal(operator, "BDC"))
    begin(reader, true);
  else if (slice_equal(operator, "BMC"))
    begin(reader, false);
  else if (slice_equal(operator, "EMC"))
    end(reader);
  else if (slice_equal(operator, "Tf"))
    choose_font(reader, resources);
  else if (slice_equal(operator, "Do"))
    draw_object(reader, resources, depth);
  else if (is_one_of(operator, shows)) {
    painted(reader, operator);
    show_all(reader);
  } else if (is_one_of(operator, paints))
    painted(reader, operator);
}

static void read_stream(Reader *reader, Slice rest, qpdf_oh resources, guint depth)
{
  guint levels = reader->levels->len;
  for (Slice token = value_next(&rest); token.at; token = value_next(&rest)) {
    if (g_ascii_isalpha(token.at[0]) || token.at[0] == '\'' || token.at[0] == '"') {
      run_operator(reader, token, resources, depth);
      g_array_set_size(reader->operands, 0);
    } else
      g_array_append_val(reader->operands, token);
  }
  if (reader->levels->len != levels)
    reader->content->unbalanced = true;
}

Content *content_read(Pdf *pdf, guint page)
{
  Content *content = g_new0(Content, 1);
  content->marks = g_ptr_array_new_with_free_func(mark_free);
  content->untagged = g_string_new(NULL);
  content->nested = g_string_new(NULL);
  content->artefacts = g_string_new(NULL);
  content->fonts = g_hash_table_new(NULL, NULL);
  Reader reader = { .pdf = pdf,
                    .content = content,
                    .levels = g_array_new(FALSE, FALSE, sizeof(LevelKind)),
                    .glyphs = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)glyphs_free),
                    .operands = g_array_new(FALSE, FALSE, sizeof(Slice)) };
  g_autoptr(GByteArray) bytes = pdf_page_content(pdf, page);
  read_stream(&reader, (Slice){ (const char *)bytes->data, bytes->len },
              pdf_get(pdf, pdf_page(pdf, page), "/Resources"), 0);
  g_array_unref(reader.levels);
  g_array_unref(reader.operands);
  g_hash_table_unref(reader.glyphs);
  return content;
}

void content_free(Content *content)
{
  g_ptr_array_unref(content->marks);
  g_string_free(content->untagged, TRUE);
  g_string_free(content->nested, TRUE);
  g_string_free(content->artefacts, TRUE);
  g_hash_table_unref(content->fonts);
  g_free(content);
}

const Mark *content_find(const Content *content, int mcid, guint *ret_n)
{
  const Mark *found = NULL;
  *ret_n = 0;
  for (guint i = 0; i < content->marks->len; i++) {
    const Mark *mark = g_ptr_array_index(content->marks, i);
    if (mark->mcid != mcid)
      continue;
    found = mark;
    ++*ret_n;
  }
  return found;
}
