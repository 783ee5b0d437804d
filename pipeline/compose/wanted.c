/* The wanted item: found by its ref in any list of the model. */
#include "compose/wanted.h"

static const char *ref_of(const Record *record)
{
  const Field *ref = spec_field(record->spec, "ref");
  return ref && ref->type == FIELD_CODE ? *(char *const *)record_at(record, ref) : NULL;
}

/* The lists of records in a record, one after the other; *at begins at 0. NULL: no more. */
static GPtrArray *next_list(const Record *record, guint *at)
{
  while (*at < record->spec->n_fields) {
    const Field *field = &record->spec->fields[(*at)++];
    if (field->type == FIELD_MANY || field->type == FIELD_ANY)
      return *(GPtrArray *const *)record_at(record, field);
  }
  return NULL;
}

static const Record *find_inside(const Record *record, const char *ref)
{
  const GPtrArray *list;
  for (guint at = 0; (list = next_list(record, &at));)
    for (guint i = 0; i < list->len; i++) {
      const Record *inner = g_ptr_array_index(list, i);
      const char *own = ref_of(inner);
      if (own && g_ascii_strcasecmp(own, ref) == 0)
        return inner;
      const Record *found = find_inside(inner, ref);
      if (found)
        return found;
    }
  return NULL;
}

const Record *wanted_find(const GPtrArray *reports, const char *ref)
{
  for (guint i = 0; i < reports->len; i++) {
    const Record *found = find_inside(g_ptr_array_index(reports, i), ref);
    if (found)
      return found;
  }
  return NULL;
}

void wanted_alone(const Record *wanted)
{
  for (const Record *record = wanted; record->parent; record = record->parent) {
    GPtrArray *list;
    for (guint at = 0; (list = next_list(record->parent, &at));) {
      if (!g_ptr_array_find(list, record, NULL))
        continue;
      g_ptr_array_set_size(list, 0);
      g_ptr_array_add(list, (gpointer)record);
      break;
    }
  }
}

static void add_inside(const Record *record, GPtrArray *refs)
{
  const GPtrArray *list;
  for (guint at = 0; (list = next_list(record, &at));)
    for (guint i = 0; i < list->len; i++) {
      const Record *inner = g_ptr_array_index(list, i);
      if (ref_of(inner))
        g_ptr_array_add(refs, (gpointer)ref_of(inner));
      add_inside(inner, refs);
    }
}

void wanted_add_refs(const GPtrArray *reports, GPtrArray *refs)
{
  for (guint i = 0; i < reports->len; i++)
    add_inside(g_ptr_array_index(reports, i), refs);
}
