/* Sets of codes with the record that first had each. */
#include "validate/codes.h"
#include "base/closest.h"
#include "base/joined.h"
#include "validate/fault.h"

struct Codes {
  GHashTable *first;  /* code to the record that has it, or to itself */
  GHashTable *listed; /* code and parent: the binder tells of a second one */
  Closest *closest;   /* in order, for hints */
  bool incomplete;    /* a code could not be read: it may be the one that is asked for */
};

Codes *codes_new(void)
{
  Codes *codes = g_new0(Codes, 1);
  codes->first = g_hash_table_new(g_str_hash, g_str_equal);
  codes->listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  codes->closest = closest_new();
  return codes;
}

void codes_free(Codes *codes)
{
  if (!codes)
    return;
  g_hash_table_unref(codes->first);
  g_hash_table_unref(codes->listed);
  closest_free(codes->closest);
  g_free(codes);
}

void codes_know(Codes *codes, const char *code)
{
  codes->incomplete |= !code;
  if (!code || g_hash_table_contains(codes->first, code))
    return;
  g_hash_table_insert(codes->first, (gpointer)code, NULL);
  closest_add(codes->closest, code);
}

void codes_add(Codes *codes, const char *code, const Record *record, const char *attribute, DiagList *diags)
{
  const Field *field = spec_field(record->spec, attribute);
  const Record *first = code ? g_hash_table_lookup(codes->first, code) : NULL;
  bool told = (field->flags & FIELD_UNIQUE) &&
              !g_hash_table_add(codes->listed, g_strdup_printf("%p/%s", (void *)record->parent, code));
  if (first && !told)
    fault_at(diags, "R-DUPLICATE", record, attribute, "%s '%s' is used twice (first on line %u)",
             field->label ? field->label : attribute, code, source_place(first->source, first->offset).line);
  if (!first)
    codes_know(codes, code);
  if (!first && code)
    g_hash_table_replace(codes->first, (gpointer)code, (gpointer)record);
}

bool codes_has(const Codes *codes, const char *code)
{
  return codes->incomplete || g_hash_table_contains(codes->first, code);
}

char *codes_hint(const Codes *codes, const char *code)
{
  g_autofree char *joined = joined_codes(code, codes->first);
  if (joined)
    return g_strdup_printf(" (write %s)", joined);
  return fault_hint(closest_find(codes->closest, code));
}
