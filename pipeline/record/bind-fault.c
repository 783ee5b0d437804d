/* What binding says of structure: missing, unknown and stray things, each with what to do instead. */
#include "base/text.h"
#include "record/bind.h"
#include "record/value-guess.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <stdarg.h>
#include <string.h>

void bind_fault(const Bind *bind, const char *rule, gsize offset, const Record *owner, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *name = owner ? record_name_within(owner) : NULL;
  diag_at(bind->diags, rule, bind->source, offset, "%s%s%s", name ? name : "", name ? ": " : "", text);
}

guint bind_line(const Bind *bind, gsize offset)
{
  return source_place(bind->source, offset).line;
}

const char *field_label(const Field *field)
{
  return field->label ? field->label : field->name;
}

bool bind_is_blank(const xmlNode *node)
{
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
    return true;
  const char *text = (const char *)node->content;
  return node->type != XML_ELEMENT_NODE && (!text || text[strspn(text, " \t\r\n")] == '\0');
}

bool bind_in_namespace(const Bind *bind, const xmlNode *element)
{
  if (element->ns == bind->ns)
    return true;
  return element->ns && bind->ns && xmlStrEqual(element->ns->href, bind->ns->href);
}

enum { NEARBY_BYTES = 4096, NEARBY_NODES = 64 }; /* how far a stray word is looked for, and what stands before it */

/* Where a text node begins: text has no place of its own, so its first word is looked for after what comes before it.
 */
static gsize text_offset(const Bind *bind, const xmlNode *text)
{
  const xmlNode *before = text->prev;
  for (guint i = 0; before && before->type != XML_ELEMENT_NODE; i++)
    before = i < NEARBY_NODES ? before->prev : NULL;
  gsize from = before ? xml_offset(before) : tag_content(bind->source, xml_offset(text->parent));
  const char *word = (const char *)text->content + strspn((const char *)text->content, " \t\r\n");
  g_autofree char *start = g_strndup(word, strcspn(word, " \t\r\n&<>"));
  const char *found = start[0] ? g_strstr_len(bind->source->text + from, NEARBY_BYTES, start) : NULL;
  return found ? (gsize)(found - bind->source->text) : from;
}

void bind_stray_text(const Bind *bind, const xmlNode *text, const Record *owner, const char *remedy)
{
  g_autofree char *words = text_fold((const char *)text->content);
  enum { SHOWN = 300 };
  g_autofree char *shown = g_utf8_strlen(words, -1) > SHOWN ? g_utf8_substring(words, 0, SHOWN) : g_strdup(words);
  bind_fault(bind, "S-TEXT", text_offset(bind, text), owner, "text '%s%s' may not stand %s", shown,
             strcmp(shown, words) == 0 ? "" : "…", remedy);
}

void bind_missing(const Bind *bind, const Record *record, const Field *field)
{
  const char *label = field_label(field);
  switch (field->place) {
  case IN_ATTRIBUTE:
    if (strcmp(label, field->name) == 0)
      bind_fault(bind, "S-MISSING", record->offset, record, "attribute '%s' is missing", label);
    else
      bind_fault(bind, "S-MISSING", record->offset, record, "%s is missing (attribute '%s')", label, field->name);
    return;
  case IN_ELEMENT:
    if (field->type == FIELD_ANY)
      bind_fault(bind, "S-MISSING", record->offset, record, "%s: at least one is needed", label);
    else if (strcmp(label, field->name) == 0 || field->type == FIELD_MANY)
      bind_fault(bind, "S-MISSING", record->offset, record, "%s<%s> is missing",
                 field->type == FIELD_MANY ? "at least one " : "", field->name);
    else
      bind_fault(bind, "S-MISSING", record->offset, record, "%s is missing (element <%s>)", label, field->name);
    return;
  case IN_CONTENT:
    bind_fault(bind, "S-MISSING", record->offset, record, "has no text");
    return;
  }
}

/* The names a place knows, closed by NULL; the caller frees the list only. */
static const char **known_names(const Spec *spec, FieldPlace place)
{
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->place != place)
      continue;
    if (field->type != FIELD_ANY)
      g_ptr_array_add(names, (gpointer)field->name);
    else
      for (const Spec *const *any = field->detail; *any; any++)
        g_ptr_array_add(names, (gpointer)(*any)->element);
  }
  g_ptr_array_add(names, NULL);
  return (const char **)g_ptr_array_free(names, FALSE);
}

/* " (known: a, b, c)", or what stands for it; caller frees. */
static char *known_text(const char **names, const char *none)
{
  enum { SHOWN = 12 };
  if (!names[0])
    return g_strdup_printf(" (%s)", none);
  GString *text = g_string_new(" (known: ");
  for (guint i = 0; names[i] && i < SHOWN; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", names[i]);
  g_string_append(text, g_strv_length((char **)names) > SHOWN ? ", ...)" : ")");
  return g_string_free(text, FALSE);
}

enum { HELD = 300 }; /* characters of it that a message quotes */

static void quote(GString *out, const char *label, const char *text)
{
  static const char *const looks[] = { "class", "style", NULL }; /* from web pages and word processors */
  g_autofree char *folded = text_fold(text);
  if (folded[0] && !(label && g_strv_contains(looks, label)))
    g_string_append_printf(out, "%s%s%s'%s'", out->len ? ", " : "", label ? label : "", label ? " " : "", folded);
}

/* "" of nothing; caller frees. */
static char *held_text(const char *held)
{
  if (!held[0])
    return g_strdup("");
  g_autofree char *start = g_utf8_substring(held, 0, MIN(HELD, g_utf8_strlen(held, -1)));
  return g_strdup_printf("; no report shows what it says: %s%s", start, strlen(start) == strlen(held) ? "" : "…");
}

const char *bind_unknown_attribute(const Bind *bind, const Record *record, const char *name, const char *text,
                                   gsize offset)
{
  g_autofree const char **names = known_names(record->spec, IN_ATTRIBUTE);
  const Field *element = spec_field(record->spec, name);
  const char *meant = bind_name_meant(record, name, names);
  bool figure = meant && g_str_equal(meant, "number") && spec_field(record->spec, "bound");
  g_autofree char *bound = figure ? value_guess_bound(text) : NULL;
  if (element && element->place == IN_ELEMENT)
    bind_fault(bind, "S-ATTR", offset, record, "'%s' is an element here, not an attribute: write <%s>...</%s>", name,
               name, name);
  else if (bound)
    bind_fault(bind, "S-ATTR", offset, record, "attribute '%s' is not known here (write %s)", name, bound);
  else if (meant)
    bind_fault(bind, "S-ATTR", offset, record, "attribute '%s' is not known here (did you mean '%s'?)", name, meant);
  else {
    g_autofree char *known = known_text(names, "no attributes may stand here");
    g_autoptr(GString) said = g_string_new(NULL);
    quote(said, NULL, text);
    g_autofree char *lost = held_text(said->str);
    bind_fault(bind, "S-ATTR", offset, record, "attribute '%s' is not known here%s%s", name, known, lost);
  }
  return meant;
}

const char *bind_meant_element(const Bind *bind, const Record *record, const xmlNode *element)
{
  g_autofree const char **names = known_names(record->spec, IN_ELEMENT);
  return bind_in_namespace(bind, element) ? bind_name_meant(record, (const char *)element->name, names) : NULL;
}

void bind_unknown_element(const Bind *bind, const Record *record, const xmlNode *element, const char *more)
{
  const char *name = (const char *)element->name;
  gsize offset = xml_offset(element);
  if (!bind_in_namespace(bind, element)) {
    bind_fault(bind, "S-ELEMENT", offset, record, "<%s> has another xmlns than the file; remove it%s", name, more);
    return;
  }
  g_autofree const char **names = known_names(record->spec, IN_ELEMENT);
  const Field *attribute = spec_field(record->spec, name);
  const char *meant = bind_name_meant(record, name, names);
  if (attribute && attribute->place == IN_ATTRIBUTE)
    bind_fault(bind, "S-ELEMENT", offset, record, "'%s' is an attribute here, not an element: write %s=\"...\"%s", name,
               name, more);
  else if (meant)
    bind_fault(bind, "S-ELEMENT", offset, record, "<%s> is not known here (did you mean <%s>?)%s", name, meant, more);
  else {
    g_autofree char *known = known_text(names, "no elements may stand here");
    bind_fault(bind, "S-ELEMENT", offset, record, "<%s> is not known here%s%s", name, known, more);
  }
}

/* ---- what is lost with an element ------------------------------------------------------------------------------- */

static void quote_element(GString *out, const xmlNode *element, bool deep)
{
  for (const xmlAttr *attribute = element->properties; attribute && out->len < 4 * HELD; attribute = attribute->next) {
    g_autofree char *text = bind_attribute_text(attribute);
    quote(out, (const char *)attribute->name, text);
  }
  for (const xmlNode *child = element->children; deep && child && out->len < 4 * HELD; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      quote_element(out, child, true);
    else if (!bind_is_blank(child))
      quote(out, NULL, (const char *)child->content);
}

char *bind_held(const xmlNode *element, bool deep)
{
  g_autoptr(GString) held = g_string_new(NULL);
  quote_element(held, element, deep);
  return held_text(held->str);
}

void bind_no_attributes(const Bind *bind, const xmlNode *element, const Record *owner)
{
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    gsize offset = xml_offset(element);
    tag_attribute_name(bind->source, offset, (const char *)attribute->name, &offset);
    bind_fault(bind, "S-ATTR", offset, owner, "<%s> has no attribute '%s'", element->name, attribute->name);
  }
}
