/* Carrying records over to other specs, field by field. */
#include "record/record-carry.h"
#include <string.h>

/* Bytes of a field that is carried by copying them; 0 for lists and records. */
static gsize size_of(FieldType type)
{
  switch (type) {
  case FIELD_TEXT:
  case FIELD_CODE:
  case FIELD_RUNS:
  case FIELD_PROSE:
    return sizeof(void *);
  case FIELD_INT:
  case FIELD_TERM:
    return sizeof(int);
  case FIELD_BOOL:
    return sizeof(bool);
  case FIELD_AMOUNT:
    return sizeof(OptAmount);
  case FIELD_DATE:
    return sizeof(Date);
  case FIELD_PERIOD:
    return sizeof(Period);
  case FIELD_FLAGS:
    return sizeof(guint);
  case FIELD_CODES:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    return 0;
  }
  return 0;
}

static void carry_any(Arena *arena, const GPtrArray *from, GPtrArray *to, Record *parent)
{
  for (guint i = 0; from && i < from->len; i++)
    g_ptr_array_add(to, record_copy(arena, g_ptr_array_index(from, i), parent));
}

static GPtrArray *list_at(const Record *record, const Field *field)
{
  return *(GPtrArray *const *)record_at(record, field);
}

static void carry_codes(const GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; from && i < from->len; i++)
    g_ptr_array_add(to, g_ptr_array_index(from, i));
}

static Record *carry_one(Arena *arena, const Record *one, const Spec *spec, Record *parent)
{
  return one ? record_carry(arena, one, spec, parent) : NULL;
}

static void carry_field(Arena *arena, const Record *from, Record *to, const Field *field)
{
  const void *old = record_at(from, field);
  void *new = record_at(to, field);
  switch (field->type) {
  case FIELD_CODES:
    carry_codes(list_at(from, field), list_at(to, field));
    break;
  case FIELD_ONE:
    *(Record **)new = carry_one(arena, *(Record *const *)old, field->detail, to);
    break;
  case FIELD_MANY:
    *(GPtrArray **)new = record_carry_list(arena, list_at(from, field), field->detail, to);
    break;
  case FIELD_ANY:
    carry_any(arena, list_at(from, field), list_at(to, field), to);
    break;
  default:
    memcpy(new, old, size_of(field->type));
  }
}

/* Field and same are of one name. */
static void carry_mark(const Record *from, Record *to, const Field *field)
{
  const Field *same = spec_field(from->spec, field->name);
  if (!same || !field_is_unread(from, same))
    return;
  if (field_is_set(from, same))
    record_mark_standing_in(to, field);
  else
    record_mark_unread(to, field);
}

void record_carry_unread(const Record *from, Record *to)
{
  for (guint i = 0; from->unread && i < to->spec->n_fields; i++)
    carry_mark(from, to, &to->spec->fields[i]);
}

void record_carry_unread_as(const Record *from, const char *name, Record *to, const char *as)
{
  const Field *field = spec_field(to->spec, as);
  if (!record_is_unread(from, name))
    return;
  if (field->type == FIELD_MANY || field->type == FIELD_ANY)
    record_mark_standing_in(to, field);
  else
    record_mark_unread(to, field);
}

/* Codes that stand for themselves in both. */
static void carry_implied(const Record *from, Record *to)
{
  for (guint i = 0; from->implied && i < to->spec->n_fields; i++) {
    const Field *same = spec_field(from->spec, to->spec->fields[i].name);
    if (same && field_is_implied(from, same))
      record_mark_implied(to, &to->spec->fields[i]);
  }
}

void *record_carry(Arena *arena, const Record *record, const Spec *spec, Record *parent)
{
  Record *copy = record_new(arena, spec, parent);
  copy->source = record->source;
  copy->offset = record->offset;
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    const Field *same = spec_field(record->spec, field->name);
    if (same && same->type == field->type && same->offset == field->offset)
      carry_field(arena, record, copy, field);
  }
  record_carry_unread(record, copy);
  carry_implied(record, copy);
  return copy;
}

GPtrArray *record_carry_list(Arena *arena, const GPtrArray *list, const Spec *spec, Record *parent)
{
  GPtrArray *copies = arena_list(arena);
  for (guint i = 0; list && i < list->len; i++)
    g_ptr_array_add(copies, record_carry(arena, g_ptr_array_index(list, i), spec, parent));
  return copies;
}
