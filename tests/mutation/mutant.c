/* Offering mutants: places in the text of a record. */
#include "mutant.h"
#include "model/plan.h"
#include "xml/tag.h"
#include <string.h>

const char *mutant_code(const Record *item)
{
  const Field *field = spec_field(item->spec, "ref");
  return field && field->type == FIELD_CODE ? *(char **)record_at(item, field) : NULL;
}

const Record *mutant_item(const Record *record)
{
  static const Spec *const parts[] = { &measure_spec, &step_spec };
  for (; record->parent; record = record->parent) {
    bool part = false;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
      part |= record->spec == parts[i];
    if (!part && mutant_code(record))
      return record;
  }
  return record;
}

/* True when the tag at at opens or closes an element of that name. */
static bool is_tag(const char *at, const char *name)
{
  gsize length = strlen(name);
  return strncmp(at, name, length) == 0 && strchr(" \t\r\n/>", at[length]);
}

gsize mutant_end(const Record *record)
{
  const char *text = record->source->text, *name = record->spec->element;
  guint depth = 0;
  for (const char *at = text + record->offset; (at = strchr(at, '<')); at++) {
    const char *end = strchr(at, '>');
    if (is_tag(at + 1, name) && end[-1] != '/')
      depth++;
    else if (at[1] == '/' && is_tag(at + 2, name))
      depth--;
    if (depth == 0)
      return (gsize)(end + 1 - text);
  }
  g_error("%s has no end", name);
}

static bool find(const Record *record, const char *attribute, gsize *ret_from, gsize *ret_to)
{
  if (!tag_attribute(record->source, record->offset, attribute, ret_from))
    return false;
  const char *value = record->source->text + *ret_from;
  *ret_to = *ret_from + (gsize)(strchr(value, value[-1]) - value);
  return true;
}

char *mutant_attribute(const Record *record, const char *attribute)
{
  gsize from, to;
  return find(record, attribute, &from, &to) ? g_strndup(record->source->text + from, to - from) : NULL;
}

Document mutant_document(const Maker *maker, const Record *record)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    if (maker->sample->roots[i]->source == record->source)
      return i;
  g_error("a record of no document of %s", maker->sample->name);
}

void mutant_offer_bytes(const Maker *maker, MutantKind kind, const Record *record, gsize from, gsize to,
                        const char *text, const char *detail, const char *covered, const char *why)
{
  Mutant mutant = { kind, mutant_document(maker, record), from, to, text, record, text, covered, why, detail };
  maker->visit(&mutant, maker->data);
}

void mutant_offer(const Maker *maker, MutantKind kind, const Record *record, const char *attribute, const char *value,
                  const char *covered, const char *why)
{
  gsize from, to;
  if (!find(record, attribute, &from, &to))
    g_error("%s has no %s", record->spec->element, attribute);
  if (strlen(value) == to - from && strncmp(record->source->text + from, value, to - from) == 0)
    return;
  mutant_offer_bytes(maker, kind, record, from, to, value, attribute, covered, why);
}
