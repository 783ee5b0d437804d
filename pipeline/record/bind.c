/* Gate 3 of reading: the root and what holds for every record - attributes, then content or children, then what is
 * missing. */
#include "record/bind.h"
#include "base/text.h"
#include "record/record-read.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

static const Field *content_field(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].place == IN_CONTENT)
      return &spec->fields[i];
  return NULL;
}

/* What has no code goes by its words; what has neither cannot be told from others. Where the words must be given anyway
 * it is said already that they are missing. */
static void bind_name(const Bind *bind, Record *record)
{
  const Field *names = spec_naming_field(record->spec), *code = names ? spec_code_field(record->spec) : NULL;
  if (!code)
    return;
  record_imply_code(bind->arena, record, bind->named);
  bool unread = field_is_unread(record, code) || field_is_unread(record, names);
  if (!field_is_set(record, code) && !unread && !(names->flags & FIELD_REQUIRED))
    bind_fault(bind, "S-NAME", record->offset, record,
               "neither '%s' nor '%s' says which item of the plan this is about", code->name, names->name);
}

/* A date that is given in words only, where they certainly say one: for the checks, and shown as the words. */
static void bind_dates(Record *record)
{
  const Field *due = spec_field(record->spec, "due"), *note = due ? spec_field(record->spec, "due-note") : NULL;
  const char *words = note && !field_is_unread(record, note) ? *(char *const *)record_at(record, note) : NULL;
  if (!words || field_is_set(record, due) || field_is_unread(record, due))
    return;
  if (date_in_words(words, record_at(record, due)))
    record_mark_implied(record, due);
}

Record *bind_record(const Bind *bind, const xmlNode *element, const Spec *spec, Record *parent)
{
  Record *record = record_new(bind->arena, spec, parent);
  record->source = bind->source;
  record->offset = (guint32)xml_offset(element);
  bind_attributes(bind, element, record);
  const Field *content = content_field(spec);
  if (content)
    bind_content(bind, element, record, content);
  else
    bind_children(bind, element, record);
  bind_name(bind, record);
  bind_dates(record);
  return record;
}

/* "<plan> or <return>"; caller frees. */
static char *spec_list(const Spec *const *specs)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; specs[i]; i++)
    g_string_append_printf(text, "%s<%s>", i == 0 ? "" : specs[i + 1] ? ", " : " or ", specs[i]->element);
  return g_string_free(text, FALSE);
}

static const Spec *find_spec(const Bind *bind, const xmlNode *root, const Spec *const *specs)
{
  const char *name = (const char *)root->name;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; specs[i]; i++) {
    if (strcmp(specs[i]->element, name) == 0)
      return specs[i];
    g_ptr_array_add(names, (gpointer)specs[i]->element);
  }
  g_ptr_array_add(names, NULL);
  const char *closest = text_closest(name, (const char *const *)names->pdata);
  g_autofree char *known = spec_list(specs);
  if (closest)
    bind_fault(bind, "S-ROOT", xml_offset(root), NULL, "<%s> is not a kind of file known here (did you mean <%s>?)",
               name, closest);
  else
    bind_fault(bind, "S-ROOT", xml_offset(root), NULL, "the file holds <%s>; expected here: %s", name, known);
  return NULL;
}

static void check_namespace(const Bind *bind, const xmlNode *root)
{
  const char *uri = root->ns ? (const char *)root->ns->href : NULL;
  if (g_strcmp0(uri, QMR_NAMESPACE) == 0)
    return;
  gsize offset = xml_offset(root);
  if (uri)
    tag_attribute(bind->source, offset, "xmlns", &offset);
  if (!uri)
    bind_fault(bind, "S-NAMESPACE", offset, NULL, "<%s> lacks xmlns=\"%s\"", root->name, QMR_NAMESPACE);
  else if (g_str_has_prefix(uri, "urn:qmr:"))
    bind_fault(bind, "S-NAMESPACE", offset, NULL, "this file is made for a newer version (%s; this program reads %s)",
               uri, QMR_NAMESPACE);
  else
    bind_fault(bind, "S-NAMESPACE", offset, NULL, "xmlns '%s' is not known here; write xmlns=\"%s\"", uri,
               QMR_NAMESPACE);
}

static bool is_newer(const char *format)
{
  Amount has, reads;
  return amount_parse(format, &has) && amount_parse(QMR_FORMAT, &reads) && amount_compare(has, reads) > 0;
}

static void check_format(const Bind *bind, const xmlNode *root)
{
  gsize offset = xml_offset(root);
  const xmlAttr *attribute = xmlHasProp((xmlNode *)root, (const xmlChar *)"format");
  if (!attribute) {
    bind_fault(bind, "S-FORMAT", offset, NULL, "<%s> lacks format=\"%s\"", root->name, QMR_FORMAT);
    return;
  }
  g_autofree char *format = bind_attribute_text(attribute);
  if (strcmp(format, QMR_FORMAT) == 0)
    return;
  tag_attribute(bind->source, offset, "format", &offset);
  if (is_newer(format))
    bind_fault(bind, "S-FORMAT", offset, NULL, "format '%s' is made for a newer version; this program reads %s", format,
               QMR_FORMAT);
  else
    bind_fault(bind, "S-FORMAT", offset, NULL, "format '%s' is not known here; write format=\"%s\"", format,
               QMR_FORMAT);
}

Record *bind_root(Bind *bind, const xmlNode *root, const Spec *const *specs)
{
  bind->ns = root->ns;
  const Spec *spec = find_spec(bind, root, specs);
  if (!spec)
    return NULL;
  bind->unread = spec->made & MADE_UNREAD;
  bind->para_chars = spec->made & MADE_LONG ? G_MAXLONG : VALUE_TEXT_CHARS;
  check_namespace(bind, root);
  check_format(bind, root);
  return bind_record(bind, root, spec, NULL);
}
