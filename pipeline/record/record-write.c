/* Writing records as XML from the rows of their Spec. */
#include "record/record-write.h"
#include "record/prose-write.h"
#include "record/record-read.h"
#include "record/value.h"
#include "xml/escape.h"

typedef struct {
  GString *out;
  bool unread; /* what could not be read is said */
} Writer;

/* Names of the fields that could not be read, in their order, in files that say so. */
static void write_unread(GString *out, const Record *record)
{
  const char *before = " " UNREAD_ATTRIBUTE "=\"";
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (!field_is_unread(record, field))
      continue;
    g_string_append_printf(out, "%s%s", before, field->name);
    before = " ";
  }
  if (before[1] == '\0')
    g_string_append_c(out, '"');
}

static void write_record(const Writer *writer, const Record *record, const char *element, guint depth);

static void write_tag(GString *out, const char *start, const char *element, const char *end)
{
  g_string_append(out, start);
  g_string_append(out, element);
  g_string_append(out, end);
}

static void write_attributes(GString *out, const Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->place != IN_ATTRIBUTE || !field_is_set(record, field) || field_is_implied(record, field))
      continue;
    g_autofree char *value = value_write(field, record_at(record, field));
    g_string_append_c(out, ' ');
    g_string_append(out, field->name);
    g_string_append(out, "=\"");
    escape_attribute(out, value);
    g_string_append_c(out, '"');
  }
}

/* What stands between the tags for a field that holds no records. */
static void write_value(GString *out, const Record *record, const Field *field, guint depth)
{
  const void *at = record_at(record, field);
  if (field->type == FIELD_PROSE) {
    prose_write(out, *(Prose *const *)at, depth);
  } else if (field->type == FIELD_RUNS) {
    prose_write_runs(out, *(GPtrArray *const *)at);
  } else {
    g_autofree char *value = value_write(field, at);
    escape_content(out, value);
  }
}

static void write_field(const Writer *writer, const Record *record, const Field *field, guint depth)
{
  GString *out = writer->out;
  const void *at = record_at(record, field);
  if (field->type == FIELD_ONE) {
    write_record(writer, *(Record *const *)at, field->name, depth);
    return;
  }
  if (field->type == FIELD_MANY || field->type == FIELD_ANY) {
    const GPtrArray *items = *(GPtrArray *const *)at;
    for (guint i = 0; i < items->len; i++) {
      const Record *item = g_ptr_array_index(items, i);
      write_record(writer, item, field->type == FIELD_ANY ? item->spec->element : field->name, depth);
    }
    return;
  }
  escape_indent(out, depth);
  write_tag(out, "<", field->name, ">");
  write_value(out, record, field, depth);
  write_tag(out, "</", field->name, ">");
}

/* Attributes, then content or children, then the end tag: everything after "<element". */
static void write_rest(const Writer *writer, const Record *record, const char *element, guint depth)
{
  GString *out = writer->out;
  write_attributes(out, record);
  if (writer->unread && record->unread)
    write_unread(out, record);
  gsize start = out->len;
  g_string_append_c(out, '>');
  bool children = false;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->place == IN_ATTRIBUTE || !field_is_set(record, field))
      continue;
    children |= field->place == IN_ELEMENT;
    if (field->place == IN_CONTENT)
      write_value(out, record, field, depth);
    else
      write_field(writer, record, field, depth + 1);
  }
  if (children)
    escape_indent(out, depth);
  if (out->len == start + 1) {
    g_string_truncate(out, start);
    g_string_append(out, "/>");
  } else {
    write_tag(out, "</", element, ">");
  }
}

static void write_record(const Writer *writer, const Record *record, const char *element, guint depth)
{
  escape_indent(writer->out, depth);
  write_tag(writer->out, "<", element, "");
  write_rest(writer, record, element, depth);
}

void record_write(const Record *root, GString *out)
{
  g_string_append_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\" format=\"%s\"",
                         root->spec->element, QMR_NAMESPACE, QMR_FORMAT);
  const Writer writer = { out, root->spec->made & MADE_UNREAD };
  write_rest(&writer, root, root->spec->element, 0);
  g_string_append_c(out, '\n');
}
