/* Specimens, written row by row. Codes are numbered, so that they are unique; links point at what the specimen holds.
 */
#include "specimen.h"
#include "record/record-read.h"
#include <string.h>

typedef struct {
  GString *out;
  GHashTable *open; /* Spec to how often it is open */
  guint reopened;   /* records that stand inside one of their own kind: one at a time */
  guint next_code;
  bool unread; /* elements may say what could not be read */
} Writer;

/* Codes that others refer to, by the element that has them; and the attributes that refer. */
static const char *const known[][2] = {
  { "objective", "OBJ" }, { "milestone", "MS" }, { "measure", "MEA" }, { "role", "ROLE" }, { NULL, NULL },
};
static const char *const links[][2] = {
  { "objective", "OBJ" }, { "milestone", "MS" }, { "measure", "MEA" }, { "officer", "ROLE" }, { NULL, NULL },
};

static const char *find(const char *const (*pairs)[2], const char *name)
{
  for (; (*pairs)[0]; pairs++)
    if (strcmp((*pairs)[0], name) == 0)
      return (*pairs)[1];
  return NULL;
}

static char *code(Writer *writer, const Spec *spec, const Field *field)
{
  const char *fixed = field->flags & FIELD_KEY ? find(known, spec->element) : find(links, field->name);
  return fixed ? g_strdup(fixed) : g_strdup_printf("K %u", writer->next_code++);
}

/* Any number; sizes of the house style have ranges. */
static char *amount_of(const char *name)
{
  if (g_str_has_suffix(name, "-mm"))
    return g_strdup("125.50");
  if (g_str_has_suffix(name, "-pt"))
    return g_strdup("8.5");
  return g_strdup(strcmp(name, "leading") == 0 ? "1.25" : "-12.50");
}

/* A valid value of an attribute or a plain element; caller frees. */
static char *value(Writer *writer, const Spec *spec, const Field *field)
{
  switch (field->type) {
  case FIELD_TEXT:
    return strcmp(field->name, "value") == 0 && strcmp(spec->element, "colour") == 0
               ? g_strdup("#00703C")
               : g_strdup_printf("words %u", writer->next_code++);
  case FIELD_CODE:
    return code(writer, spec, field);
  case FIELD_CODES:
    return g_strdup("A 1, B/2, C-3");
  case FIELD_INT:
    return g_strdup("2");
  case FIELD_BOOL:
    return g_strdup("yes");
  case FIELD_AMOUNT:
    return amount_of(field->name);
  case FIELD_DATE:
    return g_strdup("2010-03-31");
  case FIELD_PERIOD:
    return g_strdup("2009-10");
  case FIELD_TERM:
    return g_strdup(((const Terms *)field->detail)->names[1]);
  case FIELD_FLAGS:
    return g_strjoin(" ", ((const Terms *)field->detail)->names[1], ((const Terms *)field->detail)->names[2], NULL);
  case FIELD_RUNS:
    return g_strdup(
        "words <b>and <i>more</i></b><br/><a href=\"https://example.org/\">link <b>in</b> it</a> <span lang=\"cy\">"
        "dau</span>");
  case FIELD_PROSE:
    return g_strdup("<h>Heading</h><p>words</p><ul><li>one</li><li><p>two</p></li></ul><ol><li>three</li></ol><table "
                    "caption=\"T\"><tr><th>A</th><td>1</td></tr><tr><td>2</td><td/></tr></table>");
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  g_assert_not_reached();
}

static void write_record(Writer *writer, const Spec *spec, const char *element, const char *extra);

static void write_element(Writer *writer, const Spec *spec, const Field *field)
{
  if (field->type == FIELD_ONE || field->type == FIELD_MANY) {
    write_record(writer, field->detail, field->name, "");
    return;
  }
  if (field->type == FIELD_ANY) {
    for (const Spec *const *any = field->detail; *any; any++)
      write_record(writer, *any, (*any)->element, "");
    return;
  }
  g_autofree char *words = value(writer, spec, field);
  g_string_append_printf(writer->out, "<%s>%s</%s>\n", field->name, words, field->name);
}

static void write_record(Writer *writer, const Spec *spec, const char *element, const char *extra)
{
  guint open = GPOINTER_TO_UINT(g_hash_table_lookup(writer->open, spec));
  if (open > 0 && writer->reopened > 0)
    return;
  writer->reopened += open;
  g_hash_table_insert(writer->open, (gpointer)spec, GUINT_TO_POINTER(open + 1));
  g_string_append_printf(writer->out, "<%s%s", element, extra);
  for (guint i = 0; i < spec->n_fields; i++) {
    if (spec->fields[i].place != IN_ATTRIBUTE)
      continue;
    g_autofree char *text = value(writer, spec, &spec->fields[i]);
    g_string_append_printf(writer->out, " %s=\"%s\"", spec->fields[i].name, text);
  }
  if (writer->unread && spec->n_fields > 0)
    g_string_append_printf(writer->out, " " UNREAD_ATTRIBUTE "=\"%s\"", spec->fields[0].name);
  g_string_append_c(writer->out, '>');
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    g_autofree char *text = field->place == IN_CONTENT ? value(writer, spec, field) : NULL;
    if (text)
      g_string_append(writer->out, text);
    else if (field->place == IN_ELEMENT)
      write_element(writer, spec, field);
  }
  g_string_append_printf(writer->out, "</%s>\n", element);
  g_hash_table_insert(writer->open, (gpointer)spec, GUINT_TO_POINTER(open));
  writer->reopened -= open;
}

char *specimen_new(const Spec *spec)
{
  g_autoptr(GHashTable) open = g_hash_table_new(g_direct_hash, g_direct_equal);
  Writer writer = { g_string_new(NULL), open, 0, 1, spec->made & MADE_UNREAD };
  write_record(&writer, spec, spec->element, " xmlns=\"" QMR_NAMESPACE "\" format=\"" QMR_FORMAT "\"");
  return g_string_free(writer.out, FALSE);
}
