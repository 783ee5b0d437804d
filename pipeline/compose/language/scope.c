/* Scopes: noting when the wanted item is met, and what is shown. */
#include "compose/language/scope.h"
#include "model/reading.h"

void scope_meet(const Scope *scope, const Record *record)
{
  World *world = scope->world;
  for (; world->wanted && !world->met && record; record = record->parent)
    world->met = record == world->wanted;
}

static guint64 set_of(const Record *record, const Field *field)
{
  return G_GUINT64_CONSTANT(1) << (guint)(field - record->spec->fields);
}

static guint64 told_of(GHashTable *told, const Record *record)
{
  return (guint64)GPOINTER_TO_SIZE(g_hash_table_lookup(told, record));
}

/* What is shown of a figure, however it is shown: its limits, sample and rate stand beside it. */
static guint64 figure_of(const Record *record)
{
  static const char *const names[] = { "number", "to",    "bound", "text",  "state",  "flags", "unit",
                                       "label",  "lower", "upper", "level", "sample", "rate",  "rate-unit" };
  guint64 set = 0;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    const Field *field = spec_field(record->spec, names[i]);
    set |= field ? set_of(record, field) : 0;
  }
  return set;
}

void scope_tell(const Scope *scope, const Record *record, const Field *field)
{
  const World *world = scope->world;
  GHashTable *told = world->told;
  if (world->origins && world->place)
    origins_note(world->origins, world->place, world->filling->len, record, field);
  if (!told)
    return;
  const Field *title = field || !record->parent ? NULL : spec_field(record->parent->spec, "title");
  if (title && spec_is_reading(record->spec) && ((const Reading *)record)->label)
    scope_tell(scope, record->parent, title); /* the label says it */
  guint64 set = told_of(told, record) | (field ? set_of(record, field) : figure_of(record));
  g_hash_table_insert(told, (gpointer)record, GSIZE_TO_POINTER((gsize)set));
}

bool scope_was_told(GHashTable *told, const Record *record, const Field *field)
{
  return (told_of(told, record) & set_of(record, field)) != 0;
}
