/* Codes made to dangle, to stand twice, to mean another thing. */
#include "codes.h"
#include <string.h>

const char *const code_of_nothing = "ZZ 99";

bool codes_contain(const GPtrArray *codes, const char *code)
{
  for (guint i = 0; codes && i < codes->len; i++)
    if (strcmp(g_ptr_array_index(codes, i), code) == 0)
      return true;
  return false;
}

/* The list with its i-th code replaced; caller frees. */
char *codes_with(const GPtrArray *codes, guint at, const char *code)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", i == at ? code : (char *)g_ptr_array_index(codes, i));
  return g_string_free(out, FALSE);
}

static char *xml(const char *text)
{
  return g_markup_escape_text(text, -1);
}

/* Every code of a list attribute made to dangle, and to stand twice. */
void codes_make_list(const Maker *maker, const Record *record, const char *attribute, const GPtrArray *codes)
{
  for (guint i = 0; codes && i < codes->len; i++) {
    g_autofree char *value = codes_with(codes, i, code_of_nothing);
    g_autofree char *escaped = xml(value);
    mutant_offer(maker, MUTANT_DANGLING, record, attribute, escaped, "the list of what exists", NULL);
    if (i == 0)
      continue;
    g_autofree char *twice = codes_with(codes, i, g_ptr_array_index(codes, 0));
    g_autofree char *again = xml(twice);
    mutant_offer(maker, MUTANT_TWICE, record, attribute, again, "the same code twice in a list", NULL);
  }
}

void codes_make_one(const Maker *maker, const Record *record, const char *attribute)
{
  g_autofree char *written = mutant_attribute(record, attribute);
  if (written)
    mutant_offer(maker, MUTANT_DANGLING, record, attribute, code_of_nothing, "the list of what exists", NULL);
}

/* A value of an attribute begins there, or the next code of its list. */
bool codes_begin(const char *text, const char *at)
{
  return at > text + 1 && (at[-1] == '"' || (at[-1] == ' ' && at[-2] == ','));
}

/* The value of an attribute "previously", which names what is no more. */
static bool is_former(const char *text, const char *at)
{
  static const char attribute[] = "previously=\"";
  gsize length = strlen(attribute);
  return (gsize)(at - text) > length && strncmp(at - length, attribute, length) == 0;
}
/* Another place of plan or return names the code. */
static bool is_named(const Maker *maker, const char *code)
{
  guint n = 0;
  for (guint i = PLAN; i < N_DOCUMENTS; i++) {
    const char *text = maker->sample->roots[i]->source->text;
    for (const char *at = text; (at = strstr(at, code)); at++)
      n += codes_begin(text, at) && strchr("\",", at[strlen(code)]) && !is_former(text, at);
  }
  return n > 1;
}

/* Codes of the entries of a list: to code_of_nothing, and to the next one's. */
void codes_make_refs(const Maker *maker, const GPtrArray *records, const char *dangles)
{
  for (guint i = 0; records && i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    const Record *next = records->len > 1 ? g_ptr_array_index(records, (i + 1) % records->len) : NULL;
    g_autofree char *written = mutant_attribute(record, "ref");
    g_autofree char *other = next ? mutant_attribute(next, "ref") : NULL;
    if (!written)
      continue;
    bool named = dangles && (record->source == maker->sample->roots[RETURN]->source || is_named(maker, written));
    mutant_offer(maker, MUTANT_DANGLING, record, "ref", code_of_nothing, named ? dangles : NULL,
                 "nothing refers to it");
    if (other)
      mutant_offer(maker, MUTANT_TWICE, record, "ref", other, "two with one code", NULL);
  }
}
