/* Binding of the elements inside one element: order, number, uniqueness. */
#include "record/prose-parts.h"
#include "record/value.h"
#include "xml/xml-parse.h"
#include <string.h>

/* What was found so far among the children of one element. */
typedef struct {
  guint32 *first;     /* a field: offset + 1 of its first element, 0 when not seen */
  int highest;        /* index of the furthest field seen, -1 at the start */
  bool lost[2];       /* by Lost: something that no field is for came after it */
  GPtrArray *words;   /* of const xmlNode: words among it; borrowed */
  GPtrArray *kept;    /* of those before: what is missed nowhere; borrowed */
  Record *last;       /* the record that came last, or NULL */
  GPtrArray *outside; /* of const xmlNode: elements that belong in records inside; borrowed */
  GHashTable *behind; /* of const xmlNode: told as belonging in the record before; or NULL */
} Seen;

int spec_element(const Spec *spec, const char *name, const Spec **ret_spec)
{
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->place != IN_ELEMENT)
      continue;
    if (field->type == FIELD_ANY) {
      for (const Spec *const *any = field->detail; *any; any++)
        if (strcmp((*any)->element, name) == 0) {
          *ret_spec = *any;
          return (int)i;
        }
    } else if (field->name[0] == name[0] && strcmp(field->name, name) == 0) {
      *ret_spec = field->type == FIELD_ONE || field->type == FIELD_MANY ? field->detail : NULL;
      return (int)i;
    }
  }
  return -1;
}

static bool is_list(const Field *field)
{
  return field->type == FIELD_MANY || field->type == FIELD_ANY;
}

/* The words of a second one of what may be given once follow those of the first. */
static void append_words(const Bind *bind, const xmlNode *child, Record *record, const Field *field)
{
  Prose *more = field->type == FIELD_PROSE ? prose_read(bind, child, record) : NULL;
  GPtrArray *words = field->type == FIELD_RUNS ? prose_read_runs(bind, child, record) : NULL;
  if (more)
    bind_add_prose(record, field, more);
  else if (words)
    bind_add_runs(bind, record, field, words);
}

/* What is lost with an element that is taken for one of the record before it; caller frees. */
static char *held_behind(const xmlNode *child, const Record *last)
{
  g_autofree char *held = bind_held(child, true), *name = record_name_within(last);
  return g_strdup_printf("; it may be of %s, before it%s", name, held);
}

/* Of two that may be given once, and differ, neither is believed. */
static void lose_differing(const xmlNode *second, Record *first)
{
  for (guint i = 0; first && i < first->spec->n_fields; i++) {
    const Field *field = &first->spec->fields[i];
    const xmlAttr *attribute = xmlHasProp((xmlNode *)second, (const xmlChar *)field->name);
    if (field->place != IN_ATTRIBUTE || !attribute)
      continue;
    g_autofree char *there = g_strstrip(bind_attribute_text(attribute));
    g_autofree char *here = field_is_set(first, field) ? value_write(field, record_at(first, field)) : g_strdup("");
    if (strcmp(here, there) != 0)
      record_mark_standing_in(first, field);
  }
}

/* False: a second one of what may be given once. behind: it is taken for one of the record before. */
static bool check_place(const Bind *bind, const xmlNode *child, const Record *record, int index, bool behind,
                        Seen *seen)
{
  const Field *field = &record->spec->fields[index];
  gsize offset = xml_offset(child);
  g_autofree char *more = behind                     ? held_behind(child, seen->last)
                          : field->type == FIELD_ONE ? bind_held(child, true)
                                                     : g_strdup("");
  if (seen->first[index] > 0 && !is_list(field)) {
    bind_fault(bind, "S-TWICE", offset, record, "<%s> may be given only once (first on line %u)%s", field->name,
               bind_line(bind, seen->first[index] - 1), more);
    if (field->type == FIELD_ONE)
      lose_differing(child, *(Record *const *)record_at(record, field));
    return false;
  }
  if (behind) {
    bind_fault(bind, "S-ORDER", offset, record, "<%s> stands too late%s", child->name, more);
    seen->behind = seen->behind ? seen->behind : g_hash_table_new(NULL, NULL);
    g_hash_table_add(seen->behind, (gpointer)child);
  }
  seen->highest = MAX(seen->highest, index);
  if (seen->first[index] == 0)
    seen->first[index] = (guint32)offset + 1;
  return true;
}

/* What no field is for stood between the furthest field so far and the one of that index: it may be any of them. Words
 * that are missed nowhere are kept. */
static void settle_lost(const Bind *bind, Record *record, Seen *seen, guint index)
{
  guint from = (guint)MAX(seen->highest, 0);
  bool missed = seen->lost[LOST_WORDS] && index > 0 && record_mark_lost(record, LOST_WORDS, from, index - 1);
  bool kept = !missed && bind_has_room(record->spec);
  for (guint i = 0; i < seen->words->len; i++) {
    const xmlNode *node = g_ptr_array_index(seen->words, i);
    if (node->type != XML_ELEMENT_NODE) /* told when it was seen */
      continue;
    g_autofree char *held = kept ? g_strdup("") : bind_held(node, true);
    bind_unknown_element(bind, record, node, held);
  }
  if (!missed)
    g_ptr_array_extend(seen->kept, seen->words, NULL, NULL);
  if (seen->lost[LOST_RECORD])
    record_mark_lost(record, LOST_RECORD, from, index);
  seen->lost[LOST_WORDS] = seen->lost[LOST_RECORD] = false;
  g_ptr_array_set_size(seen->words, 0);
}

/* Attributes, or elements in it that are not those of prose. */
static bool looks_like_record(const xmlNode *element)
{
  const xmlNode *inner = xmlFirstElementChild((xmlNode *)element);
  return element->properties || (inner && !prose_knows((const char *)inner->name));
}

/* What no field is for: it belongs in another record, or nobody knows what it was. Words are told when it is known
 * whether they are kept. */
static void lose(const Bind *bind, const xmlNode *child, const Record *record, Seen *seen)
{
  char *name = (char *)child->name;
  bool behind = bind_misplaced_behind(seen->last, name), inside = !behind && bind_belongs_inside(record->spec, name);
  Lost lost = looks_like_record(child) ? LOST_RECORD : LOST_WORDS;
  if (inside)
    g_ptr_array_add(seen->outside, (gpointer)child);
  else if (!behind)
    seen->lost[lost] = true;
  if (!inside && !behind && lost == LOST_WORDS) {
    g_ptr_array_add(seen->words, (gpointer)child);
    return;
  }
  g_autofree char *more = behind ? held_behind(child, seen->last) : bind_held(child, true);
  bind_unknown_element(bind, record, child, more);
}

static void bind_one(const Bind *bind, const xmlNode *child, Record *record, const Field *field, const Spec *spec,
                     Seen *seen)
{
  if (!spec) {
    bind_no_attributes(bind, child, record);
    bind_content(bind, child, record, field);
    return;
  }
  Record *inner = bind_record(bind, child, spec, record);
  seen->last = inner;
  if (is_list(field))
    g_ptr_array_add(*(GPtrArray **)record_at(record, field), inner);
  else
    *(Record **)record_at(record, field) = inner;
}

static void bind_child(const Bind *bind, const xmlNode *child, Record *record, Seen *seen)
{
  const Spec *spec = NULL;
  bool known_ns = bind_in_namespace(bind, child);
  int index = known_ns ? spec_element(record->spec, (const char *)child->name, &spec) : -1;
  if (index < 0 && known_ns && bind_misplaced_inside(bind, child, record))
    return;
  if (index < 0) { /* a slip in the name: its content is read as what was meant */
    const char *meant = bind_meant_element(bind, record, child);
    index = meant ? spec_element(record->spec, meant, &spec) : -1;
    if (index >= 0 && spec && !bind_fits(child, spec))
      index = -1;
    if (index < 0) {
      lose(bind, child, record, seen);
      return;
    }
    bind_unknown_element(bind, record, child, "");
    if (seen->first[index] > 0 && !is_list(&record->spec->fields[index])) {
      append_words(bind, child, record, &record->spec->fields[index]);
      return;
    }
    seen->first[index] = (guint32)xml_offset(child) + 1;
  } else {
    settle_lost(bind, record, seen, (guint)index);
    bool behind = index < seen->highest && bind_misses(seen->last, (const char *)child->name);
    bool fits = check_place(bind, child, record, index, behind, seen);
    if (behind) /* it is that of the record before, not of this one */
      bind_misplaced_behind(seen->last, (const char *)child->name);
    else if (!fits)
      append_words(bind, child, record, &record->spec->fields[index]);
    if (behind || !fits)
      return;
  }
  bind_one(bind, child, record, &record->spec->fields[index], spec, seen);
}

/* Given as an attribute by mistake: told there. */
static bool has_attribute(const xmlNode *element, const char *name)
{
  return xmlHasProp((xmlNode *)element, (const xmlChar *)name) != NULL;
}

void bind_children(const Bind *bind, const xmlNode *element, Record *record)
{
  const Spec *spec = record->spec;
  g_autoptr(GPtrArray) outside = g_ptr_array_new(), words = g_ptr_array_new(), kept = g_ptr_array_new();
  Seen seen = { g_newa0(guint32, spec->n_fields + 1), -1, { false }, words, kept, NULL, outside, NULL };
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      bind_child(bind, child, record, &seen);
    else if (!bind_is_blank(child)) {
      bind_stray_text(bind, child, record, "here, only elements");
      seen.lost[LOST_WORDS] = true;
      g_ptr_array_add(words, (gpointer)child);
    }
  }
  settle_lost(bind, record, &seen, spec->n_fields);
  bind_order(bind, element, record, seen.behind);
  g_clear_pointer(&seen.behind, g_hash_table_unref);
  bind_keep_words(bind, kept, record);
  for (guint i = 0; i < outside->len; i++)
    bind_misplaced_outside(record, g_ptr_array_index(outside, i));
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->place != IN_ELEMENT)
      continue;
    if (seen.first[i] == 0 && has_attribute(element, field->name))
      record_mark_unread(record, field);
    else if (seen.first[i] == 0 && (field->flags & FIELD_REQUIRED))
      bind_missing(bind, record, field);
    if (is_list(field))
      bind_unique(bind, record, field);
  }
}

bool spec_holds_its_kind(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == FIELD_MANY && spec->fields[i].detail == spec)
      return true;
  return false;
}

/* Adds the value of one unique field to those seen, or tells that it is there already. Records one inside the other, as
 * sections are, are looked for by their names, wherever they stand: a name that is used twice may stand for one that is
 * then looked for in vain. */
static void check_unique(const Bind *bind, GHashTable *seen, Record *item, const Field *field)
{
  if (field->type >= FIELD_RUNS || !field_is_set(item, field))
    return;
  g_autofree char *value = value_write(field, record_at(item, field));
  char *key = g_strdup_printf("%s/%s/%s", item->spec->element, field->name, value);
  const Record *first = g_hash_table_lookup(seen, key);
  if (!first) {
    g_hash_table_insert(seen, key, (gpointer)item);
    return;
  }
  g_free(key);
  if (field_is_implied(item, field))
    bind_fault(bind, "R-DUPLICATE", item->offset, item,
               "another one has the same words and no reference either (on line %u); give each a ref of its own%s",
               bind_line(bind, first->offset), spec_apart_field(item->spec) ? ", or its own plan year" : "");
  else
    bind_fault(bind, "R-DUPLICATE", record_offset(item, field->name), item, "%s '%s' is used twice (first on line %u)",
               field_label(field), value, bind_line(bind, first->offset));
  if (spec_holds_its_kind(item->spec))
    record_mark_standing_in(item, field);
}

void bind_unique(const Bind *bind, const Record *record, const Field *list)
{
  const GPtrArray *items = *(GPtrArray *const *)record_at(record, list);
  g_autoptr(GHashTable) seen = NULL;
  for (guint i = 0; i < items->len; i++) {
    Record *item = g_ptr_array_index(items, i);
    for (guint j = 0; j < item->spec->n_fields; j++) {
      if (!(item->spec->fields[j].flags & FIELD_UNIQUE))
        continue;
      if (!seen)
        seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
      check_unique(bind, seen, item, &item->spec->fields[j]);
    }
  }
}
