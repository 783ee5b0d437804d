/* What no field is for: which fields it may have been meant for, so that none of them is called missing. */
#include "record/bind.h"
#include "record/terms.h"
#include "record/value.h"
#include "xml/xml-parse.h"
#include <string.h>

/* ---- attributes of unknown names -------------------------------------------------------------------------------- */

bool bind_could_be(const Bind *bind, const Field *field, const char *text)
{
  if (field->type == FIELD_TERM) /* not any word that a council could have */
    return terms_find(field->detail, text) > 0;
  union {
    char *text;
    int term;
    OptAmount amount;
    Date date;
    Period period;
    guint flags;
    GPtrArray *codes;
  } scratch;
  memset(&scratch, 0, sizeof scratch);
  if (field->type == FIELD_CODES)
    scratch.codes = arena_list(bind->arena);
  ValueFault fault = { 0 };
  bool fits = value_read(bind->arena, field, text, &scratch, &fault);
  g_free(fault.text);
  return fits;
}

typedef enum { OF_VALUES, OF_WORDS, NEEDED } Guess;

/* Words are what is needed, or all that a record without anything else in it would say. */
static bool is_missed(const Record *record, const Field *field)
{
  if (field->flags & (FIELD_REQUIRED | FIELD_WANTED))
    return true;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *other = &record->spec->fields[i];
    bool says = other->type == FIELD_TEXT || other->type == FIELD_AMOUNT || other->type == FIELD_TERM;
    if (other->place != IN_ATTRIBUTE || (says && field_is_set(record, other)))
      return false;
  }
  return field->type == FIELD_TEXT;
}

static bool is_meant(const Bind *bind, const Record *record, const Field *field, const char *text, Guess guess)
{
  bool spare_key = (field->flags & FIELD_KEY) && !(field->flags & FIELD_REQUIRED);
  if (field->place != IN_ATTRIBUTE || spare_key || field->type == FIELD_BOOL)
    return false;
  bool words = field->type == FIELD_TEXT || field->type == FIELD_CODE || field->type == FIELD_CODES;
  switch (guess) {
  case OF_VALUES:
    return !words && bind_could_be(bind, field, text);
  case OF_WORDS:
    return words && is_missed(record, field) && bind_could_be(bind, field, text);
  case NEEDED:
    return (field->flags & (FIELD_REQUIRED | FIELD_WANTED)) != 0;
  }
  return false;
}

static void lose_attribute(const Bind *bind, Record *record, const char *text, Guess last)
{
  bool found = false;
  for (Guess guess = OF_VALUES; guess <= last && !found; guess++)
    for (guint i = 0; i < record->spec->n_fields; i++) {
      const Field *field = &record->spec->fields[i];
      if (field_is_set(record, field) || !is_meant(bind, record, field, text, guess))
        continue;
      record_mark_unread(record, field);
      found = true;
    }
}

void bind_lost_attribute(const Bind *bind, Record *record, const char *text)
{
  lose_attribute(bind, record, text, NEEDED);
}

void bind_lost_value(const Bind *bind, Record *record, const char *text)
{
  lose_attribute(bind, record, text, OF_VALUES);
}

/* ---- elements in the wrong place -------------------------------------------------------------------------------- */

static bool is_any_of(const Field *field, const char *name)
{
  const Spec *const *any = field->type == FIELD_ANY ? field->detail : NULL;
  while (any && *any && strcmp((*any)->element, name) != 0)
    any++;
  return any && *any;
}

static const Field *element_field(const Spec *spec, const char *name)
{
  const Field *field = spec_field(spec, name);
  for (guint i = 0; !field && i < spec->n_fields; i++)
    field = is_any_of(&spec->fields[i], name) ? &spec->fields[i] : NULL;
  return field && field->place == IN_ELEMENT ? field : NULL;
}

static void mark(Record *record, const Field *field)
{
  if (field->type == FIELD_MANY || field->type == FIELD_ANY)
    record_mark_standing_in(record, field);
  else
    record_mark_unread(record, field);
}

bool bind_misses(const Record *record, const char *name)
{
  const Field *field = record ? element_field(record->spec, name) : NULL;
  return field && !field_is_set(record, field);
}

bool bind_misplaced_behind(Record *before, const char *name)
{
  const Field *field = before ? element_field(before->spec, name) : NULL;
  if (field)
    mark(before, field);
  return field != NULL;
}

const Record *bind_home(const Record *record, const char *name)
{
  while (record && !element_field(record->spec, name))
    record = record->parent;
  return record;
}

bool bind_belongs_inside(const Spec *spec, const char *name)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == FIELD_MANY && element_field(spec->fields[i].detail, name))
      return true;
  return false;
}

/* Whether it holds items of which each has a reference of its own: one more may be missed beside others. */
static bool is_item(const Field *field)
{
  const Spec *spec = field->type == FIELD_MANY ? field->detail : NULL;
  for (guint i = 0; spec && i < spec->n_fields; i++)
    if (spec->fields[i].flags & FIELD_UNIQUE)
      return true;
  return false;
}

static bool is_key(const Field *field)
{
  return field->place == IN_ATTRIBUTE && (field->type == FIELD_CODE || field->type == FIELD_PERIOD);
}

/* Whether the record has the keys that the element names: its measure and period. */
static bool has_keys(const xmlNode *element, const Record *item)
{
  for (guint i = 0; i < item->spec->n_fields; i++) {
    const Field *field = &item->spec->fields[i];
    if (!is_key(field))
      continue;
    g_autofree char *is = field_is_set(item, field) ? value_write(field, record_at(item, field)) : g_strdup("");
    const xmlAttr *attribute = xmlHasProp((xmlNode *)element, (const xmlChar *)field->name);
    g_autofree char *wanted = attribute ? g_strstrip(bind_attribute_text(attribute)) : g_strdup("");
    if (strcmp(is, wanted) != 0)
      return false;
  }
  return true;
}

/* Whether records of the list say of which measure they are as the element does: all of an item do, or none. */
static bool is_alike(const xmlNode *element, const Record *item)
{
  const Field *measure = spec_field(item->spec, "measure");
  return !measure ||
         field_is_set(item, measure) == (xmlHasProp((xmlNode *)element, (const xmlChar *)"measure") != NULL);
}

/* Whether the element may be one of a list of figures that stand under no reference: not where there is one of that
 * measure and period, nor where measures are told and it tells none. */
static bool is_missed_in(const xmlNode *element, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const Record *item = g_ptr_array_index(items, i);
    if (!is_alike(element, item) || has_keys(element, item))
      return false;
  }
  return true;
}

static bool may_hold(const Record *record, const Field *field, const xmlNode *element)
{
  if (is_item(field) || !field_is_set(record, field))
    return true;
  return field->type == FIELD_MANY && is_missed_in(element, *(GPtrArray *const *)record_at(record, field));
}

void bind_misplaced_outside(const Record *record, const xmlNode *element)
{
  const char *name = (const char *)element->name;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *list = &record->spec->fields[i];
    const Field *field = list->type == FIELD_MANY ? element_field(list->detail, name) : NULL;
    const GPtrArray *items = field ? *(GPtrArray *const *)record_at(record, list) : NULL;
    for (guint k = 0; items && k < items->len; k++)
      if (may_hold(g_ptr_array_index(items, k), field, element))
        mark(g_ptr_array_index(items, k), field);
  }
}

/* Whether each of its records says what it speaks of. */
static bool has_key(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & FIELD_KEY) &&
        ((spec->fields[i].flags & (FIELD_REQUIRED | FIELD_UNIQUE)) || spec_naming_field(spec)))
      return true;
  return false;
}

/* The nearest record around that has such an element; or NULL. */
static Record *owner_of(Record *record, const char *name, const Field **ret_field)
{
  Record *around = record->parent;
  while (around && !(*ret_field = element_field(around->spec, name)))
    around = around->parent;
  return around;
}

/* A slip in the tags above it: an item of its own is read in the list where it belongs; of anything else only that is
 * known that it is missed there. */
bool bind_misplaced_inside(const Bind *bind, const xmlNode *element, Record *record)
{
  const char *name = (const char *)element->name;
  const Field *field = NULL;
  Record *around = owner_of(record, name, &field);
  if (!around)
    return false;
  bool whole = field->type == FIELD_MANY && has_key(field->detail) && bind_fits(element, field->detail);
  if (!whole) {
    mark(around, field);
    return false;
  }
  g_autofree char *place = record_name(around);
  bind_fault(bind, "S-ELEMENT", xml_offset(element), record, "<%s> may not stand here; it is read as part of %s", name,
             place);
  g_ptr_array_add(*(GPtrArray **)record_at(around, field), bind_record(bind, element, field->detail, around));
  return true;
}

bool bind_fits(const xmlNode *element, const Spec *spec)
{
  guint all = 0, known = 0;
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next, all++) {
    const Field *field = spec_field(spec, (const char *)attribute->name);
    known += field && field->place == IN_ATTRIBUTE;
  }
  return all == 0 || known * 2 > all;
}
