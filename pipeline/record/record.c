/* Records: making, copying, naming, pointing at them. */
#include "record/record.h"
#include "base/text.h"
#include "record/value.h"
#include "xml/tag.h"
#include <string.h>

enum { NAME_CHARS = 60 }; /* of a key that is a text; codes are shorter */

static bool is_list(FieldType type)
{
  return type == FIELD_CODES || type == FIELD_MANY || type == FIELD_ANY;
}

const Field *spec_naming_field(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].flags & FIELD_NAMES)
      return &spec->fields[i];
  return NULL;
}

const Field *spec_code_field(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & FIELD_KEY) && spec->fields[i].type == FIELD_CODE)
      return &spec->fields[i];
  return NULL;
}

void *record_at(const Record *record, const Field *field)
{
  return (char *)record + field->offset;
}

void *record_new(Arena *arena, const Spec *spec, Record *parent)
{
  Record *record = arena_alloc(arena, spec->size);
  record->spec = spec;
  record->parent = parent;
  for (guint i = 0; i < spec->n_fields; i++) {
    if (is_list(spec->fields[i].type))
      *(GPtrArray **)record_at(record, &spec->fields[i]) = arena_list(arena);
    else if (spec->fields[i].type == FIELD_INT)
      *(int *)record_at(record, &spec->fields[i]) = -1;
  }
  return record;
}

/* This record and those around it hold something that could not be read. */
static void note_unread(Record *record)
{
  for (; record && !record->unread_within; record = record->parent)
    record->unread_within = true;
}

/* Replaces a shared list in the copy by its own one. */
static void copy_list(Arena *arena, Record *copy, const Field *field)
{
  GPtrArray **at = record_at(copy, field);
  const GPtrArray *shared = *at;
  *at = arena_list(arena);
  for (guint i = 0; shared && i < shared->len; i++) {
    gpointer item = g_ptr_array_index(shared, i);
    g_ptr_array_add(*at, field->type == FIELD_CODES ? item : record_copy(arena, item, copy));
  }
}

void *record_copy(Arena *arena, const Record *record, Record *parent)
{
  const Spec *spec = record->spec;
  Record *copy = arena_alloc(arena, spec->size);
  memcpy(copy, record, spec->size);
  copy->parent = parent;
  if (copy->unread_within)
    note_unread(parent);
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (is_list(field->type)) {
      copy_list(arena, copy, field);
    } else if (field->type == FIELD_ONE) {
      Record **at = record_at(copy, field);
      *at = *at ? record_copy(arena, *at, copy) : NULL;
    }
  }
  return copy;
}

const Field *spec_field(const Spec *spec, const char *name)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (strcmp(spec->fields[i].name, name) == 0)
      return &spec->fields[i];
  return NULL;
}

/* The beginning of words, in quotation marks; caller frees. */
static char *short_name(const char *words)
{
  if (g_utf8_strlen(words, -1) <= NAME_CHARS)
    return g_strdup_printf("'%s'", words);
  g_autofree char *start = g_utf8_substring(words, 0, NAME_CHARS);
  return g_strdup_printf("'%s…'", g_strchomp(start));
}

/* The key's value, or NULL; caller frees. */
static char *key_value(const Record *record)
{
  const Spec *spec = record->spec;
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if ((field->flags & FIELD_KEY) && field->type < FIELD_RUNS && field_is_set(record, field)) {
      g_autofree char *value = value_write(field, record_at(record, field));
      return field_is_implied(record, field) ? short_name(value) : g_steal_pointer(&value);
    }
  }
  return NULL;
}

char *record_name(const Record *record)
{
  g_autofree char *value = key_value(record);
  return value ? g_strdup_printf("%s %s", record->spec->label, value) : g_strdup(record->spec->label);
}

char *record_name_within(const Record *record)
{
  g_autofree char *value = key_value(record);
  for (const Record *around = record->parent; !value && around && around->parent; around = around->parent) {
    g_autofree char *key = key_value(around);
    if (key)
      return g_strdup_printf("%s of %s %s", record->spec->label, around->spec->label, key);
  }
  return record_name(record);
}

gsize record_offset(const Record *record, const char *attribute)
{
  gsize offset = record->offset;
  if (attribute && record->source)
    tag_attribute(record->source, record->offset, attribute, &offset);
  return offset;
}

/* Of the first 64 fields: no spec has more. */
static guint64 field_bit(const Record *record, const Field *field)
{
  gsize index = (gsize)(field - record->spec->fields);
  return index < 64 ? (guint64)1 << index : 0;
}

bool field_is_unread(const Record *record, const Field *field)
{
  guint64 unread = record->unread & (record->unread ? field_bit(record, field) : 0);
  return unread && ((record->standing_in & unread) || !field_is_set(record, field));
}

bool record_is_unread(const Record *record, const char *name)
{
  const Field *field = record->unread ? spec_field(record->spec, name) : NULL;
  return field && field_is_unread(record, field);
}

bool field_is_hidden(const Record *record, const Field *field)
{
  return field_is_unread(record, field) && !(field->type == FIELD_CODES && field_is_set(record, field));
}

void record_mark_unread(Record *record, const Field *field)
{
  record->unread |= field_bit(record, field);
  note_unread(record);
}

void record_mark_standing_in(Record *record, const Field *field)
{
  record_mark_unread(record, field);
  record->standing_in |= field_bit(record, field);
}

bool field_is_implied(const Record *record, const Field *field)
{
  return record->implied && (record->implied & field_bit(record, field));
}

bool record_goes_by_words(const Record *record)
{
  const Field *code = spec_code_field(record->spec);
  return code && field_is_implied(record, code);
}

char *record_own_code(const Record *record)
{
  const Field *code = spec_code_field(record->spec);
  return code && !field_is_implied(record, code) ? *(char *const *)record_at(record, code) : NULL;
}

void record_mark_implied(Record *record, const Field *field)
{
  record->implied |= field_bit(record, field);
}

char *record_naming_words(const Record *record)
{
  const Field *field = spec_naming_field(record->spec);
  void *const *at = field ? record_at(record, field) : NULL;
  if (!at || !*at || field_is_unread(record, field))
    return NULL;
  g_autofree char *words = field->type == FIELD_RUNS    ? runs_to_text(*at)
                           : field->type == FIELD_PROSE ? prose_to_text(*at)
                                                        : g_strdup(*at);
  return text_fold(words);
}

const Field *spec_note_field(const Spec *spec, const Field *field)
{
  if (field->type != FIELD_TERM)
    return NULL;
  g_autofree char *name = g_strconcat(field->name, "-note", NULL);
  return spec_field(spec, name);
}

const Field *spec_apart_field(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].flags & FIELD_APART)
      return &spec->fields[i];
  return NULL;
}

/* "Train the wardens (2010-11)" where another one of these words, before it, stands in another year; else the words.
 * Caller frees. */
static char *words_apart(const Record *record, const char *words, GHashTable *named)
{
  const Field *apart = spec_apart_field(record->spec);
  char *key = apart ? g_strdup_printf("%s/%s", record->spec->element, words) : NULL;
  const Record *first = key ? g_hash_table_lookup(named, key) : NULL;
  if (key && !first) {
    g_hash_table_insert(named, key, (gpointer)record);
    return g_strdup(words);
  }
  g_free(key);
  if (!first || !field_is_set(record, apart) || !field_is_set(first, apart))
    return g_strdup(words);
  g_autofree char *own = value_write(apart, record_at(record, apart));
  g_autofree char *other = value_write(apart, record_at(first, apart));
  return strcmp(own, other) == 0 ? g_strdup(words) : g_strdup_printf("%s (%s)", words, own);
}

void record_imply_code(Arena *arena, Record *record, GHashTable *named)
{
  const Field *names = spec_naming_field(record->spec), *code = names ? spec_code_field(record->spec) : NULL;
  if (!code || *(char **)record_at(record, code) || (record->unread & field_bit(record, code)))
    return;
  g_autofree char *words = record_naming_words(record);
  if (!words || !*words)
    return;
  g_autofree char *told = words_apart(record, words, named);
  *(char **)record_at(record, code) = arena_strdup(arena, told);
  record_mark_implied(record, code);
}

void record_clear_unread(Record *record, const Field *field)
{
  record->unread &= ~field_bit(record, field);
  record->standing_in &= ~field_bit(record, field);
}

static bool is_leaf(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].place != IN_ATTRIBUTE)
      return false;
  return true;
}

static bool holds_words(const Field *field)
{
  return field->place == IN_ELEMENT && (field->type == FIELD_PROSE || field->type == FIELD_RUNS);
}

static bool holds_records(const Field *field)
{
  return field->type == FIELD_ONE || field->type == FIELD_MANY || field->type == FIELD_ANY;
}

/* A code by which others name the record is looked for by them; a title is only shown. */
static bool may_be_lost(const Field *field)
{
  return !(field->flags & FIELD_KEY) || field->type == FIELD_TEXT;
}

bool record_mark_lost(Record *record, Lost lost, guint from, guint to)
{
  bool leaf = is_leaf(record->spec), any = leaf;
  for (guint i = leaf ? 0 : from; i < record->spec->n_fields && (leaf || i <= to); i++) {
    const Field *field = &record->spec->fields[i];
    if (leaf && may_be_lost(field))
      record_mark_unread(record, field);
    else if (lost == LOST_RECORD && holds_records(field))
      record_mark_standing_in(record, field);
    bool words = holds_words(field) && !field_is_set(record, field);
    if (lost == LOST_WORDS && words)
      record_mark_unread(record, field);
    any |= words || (lost == LOST_RECORD && holds_records(field));
  }
  return any;
}

bool field_is_set(const Record *record, const Field *field)
{
  const void *at = record_at(record, field);
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
    return *(void *const *)at != NULL;
  case FIELD_CODES:
  case FIELD_MANY:
  case FIELD_ANY:
    return *(GPtrArray *const *)at && (*(GPtrArray *const *)at)->len > 0;
  case FIELD_INT: /* record_new makes it -1 */
    return *(const int *)at >= 0;
  case FIELD_BOOL:
    return *(const bool *)at || (field->flags & FIELD_REQUIRED);
  case FIELD_TERM:
    return *(const int *)at != 0;
  case FIELD_AMOUNT:
    return ((const OptAmount *)at)->given;
  case FIELD_DATE:
    return date_given(*(const Date *)at);
  case FIELD_PERIOD:
    return period_given(*(const Period *)at);
  case FIELD_FLAGS:
    return *(const guint *)at != 0;
  }
  return false;
}
