/* Binding of the attributes of one element. */
#include "record/bind.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

#define XML_NS_URI "http://www.w3.org/XML/1998/namespace"
#define XSI_NS_URI "http://www.w3.org/2001/XMLSchema-instance"

char *bind_attribute_text(const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;
  if (!text)
    return g_strdup("");
  if (!text->next && text->type == XML_TEXT_NODE)
    return g_strdup((const char *)text->content);
  xmlChar *joined = xmlNodeListGetString(attribute->doc, text, 1);
  char *copy = g_strdup(joined ? (char *)joined : "");
  xmlFree(joined);
  return copy;
}

/* Attributes that editors put on the root and that say nothing to us. */
static bool is_tolerated(const xmlAttr *attribute, bool root)
{
  const char *name = (const char *)attribute->name;
  if (!attribute->ns)
    return root && strcmp(name, "format") == 0; /* checked with the root */
  const char *uri = (const char *)attribute->ns->href;
  return root && ((strcmp(uri, XML_NS_URI) == 0 && strcmp(name, "lang") == 0) ||
                  (strcmp(uri, XSI_NS_URI) == 0 && g_str_has_suffix(name, "Location")));
}

/* What could not be read when the file was made. */
static bool is_unread_list(const Bind *bind, const xmlAttr *attribute)
{
  return bind->unread && !attribute->ns && strcmp((const char *)attribute->name, UNREAD_ATTRIBUTE) == 0;
}

static void bind_unread(const Bind *bind, const xmlAttr *attribute, Record *record)
{
  g_autofree char *text = bind_attribute_text(attribute);
  g_auto(GStrv) names = g_strsplit_set(text, " \t\r\n", -1);
  for (char **name = names; *name; name++) {
    const Field *field = spec_field(record->spec, *name);
    gsize offset = record->offset;
    tag_attribute(bind->source, offset, UNREAD_ATTRIBUTE, &offset);
    if (field)
      record_mark_standing_in(record, field);
    else if (**name)
      bind_fault(bind, "S-UNREAD", offset, record, "%s '%s' is no part of it", UNREAD_ATTRIBUTE, *name);
  }
}

static int find_field(const Spec *spec, const char *name)
{
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->place == IN_ATTRIBUTE && field->name[0] == name[0] && strcmp(field->name, name) == 0)
      return (int)i;
  }
  return -1;
}

static char *full_name(const xmlAttr *attribute)
{
  const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL;
  return g_strconcat(prefix ? prefix : "", prefix ? ":" : "", (const char *)attribute->name, NULL);
}

/* Tells of an attribute without a field; marks the field that was meant, so that it is not called missing as well. */
static void unknown(const Bind *bind, const xmlAttr *attribute, Record *record, bool *seen)
{
  g_autofree char *name = full_name(attribute);
  gsize offset = record->offset;
  tag_attribute_name(bind->source, offset, name, &offset);
  g_autofree char *text = g_strstrip(bind_attribute_text(attribute));
  const char *meant = bind_unknown_attribute(bind, record, name, text, offset);
  if (!meant) {
    bind_lost_attribute(bind, record, text);
    return;
  }
  int index = find_field(record->spec, meant);
  if (!bind_could_be(bind, &record->spec->fields[index], text))
    bind_lost_value(bind, record, text);
  seen[index] = true;
  if (!field_is_set(record, &record->spec->fields[index]))
    record_mark_unread(record, &record->spec->fields[index]);
}

static void bind_one(const Bind *bind, const xmlAttr *attribute, Record *record, const Field *field)
{
  const xmlNode *text = attribute->children;
  bool plain = text && !text->next && text->type == XML_TEXT_NODE;
  g_autofree char *joined = plain ? NULL : bind_attribute_text(attribute);
  bind_text(bind, record, field, plain ? (const char *)text->content : joined, record->offset);
}

/* Keys come first, so that every later message can name the record; what is not known last, when it is known what is
 * missed. */
typedef enum { PASS_KEYS, PASS_OTHERS, PASS_UNKNOWN } Pass;

static Pass pass_of(const Spec *spec, int index)
{
  if (index < 0)
    return PASS_UNKNOWN;
  return spec->fields[index].flags & FIELD_KEY ? PASS_KEYS : PASS_OTHERS;
}

static void bind_pass(const Bind *bind, const xmlNode *element, Record *record, Pass pass, bool *seen)
{
  const Spec *spec = record->spec;
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    if (is_tolerated(attribute, !record->parent))
      continue;
    if (is_unread_list(bind, attribute)) {
      if (pass == PASS_OTHERS)
        bind_unread(bind, attribute, record);
      continue;
    }
    int index = attribute->ns ? -1 : find_field(spec, (const char *)attribute->name);
    if (pass_of(spec, index) != pass)
      continue;
    if (index < 0) {
      unknown(bind, attribute, record, seen);
      continue;
    }
    seen[index] = true;
    bind_one(bind, attribute, record, &spec->fields[index]);
  }
}

/* Given as an element by mistake: told there. */
static bool has_child(const xmlNode *element, const char *name)
{
  for (const xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, name) == 0)
      return true;
  return false;
}

void bind_attributes(const Bind *bind, const xmlNode *element, Record *record)
{
  const Spec *spec = record->spec;
  bool *seen = g_newa0(bool, spec->n_fields + 1);
  for (Pass pass = PASS_KEYS; pass <= PASS_UNKNOWN; pass++)
    bind_pass(bind, element, record, pass, seen);
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->place != IN_ATTRIBUTE || seen[i])
      continue;
    if (has_child(element, field->name))
      record_mark_unread(record, field);
    else if (field->flags & FIELD_REQUIRED)
      bind_missing(bind, record, field);
  }
}
