/* Names: the words that may stand in ids are gathered from all that is shown, then every id is held against them. */
#include "compose/names.h"
#include "record/record-walk.h"
#include <string.h>

/* ---- words ----------------------------------------------------------------------------------------------------- */

/* Adds every word of the text, in lower case; ids are made of such words. */
static void add_words(GHashTable *words, const char *text)
{
  while (text && *text) {
    gsize length = 0;
    while (g_ascii_isalnum(text[length]))
      length++;
    if (length > 0)
      g_hash_table_add(words, g_ascii_strdown(text, (gssize)length));
    text += length + (text[length] != '\0');
  }
}

static void add_runs(const GPtrArray *runs, void *words)
{
  for (guint i = 0; i < runs->len; i++)
    add_words(words, ((const Run *)g_ptr_array_index(runs, i))->text);
}

/* Words, the look, and what only a workbook has are not what every reader sees. */
static bool is_looked_at(const Record *record)
{
  return record->spec != &word_spec && record->spec != &style_spec && record->spec != &colour_spec &&
         record->spec != &type_style_spec && record->spec != &page_style_spec;
}

static void add_shown(const Record *record, void *words)
{
  if (!is_looked_at(record))
    return;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    bool sheet = record->spec == &table_spec; /* its title, and what its groups are */
    if (field->type == FIELD_TEXT && !sheet)
      add_words(words, *(char *const *)record_at(record, field));
  }
  record_walk_runs(record, add_runs, words);
}

/* The words of the layout's ids that stand outside of {paths}. */
static void add_own(const Record *record, void *words)
{
  const Field *field = spec_field(record->spec, "id");
  const char *id = field ? *(char *const *)record_at(record, field) : NULL;
  if (!id)
    return;
  g_autoptr(GString) own = g_string_new(NULL);
  for (guint depth = 0; *id; id++) {
    depth += *id == '{';
    g_string_append_c(own, depth ? ' ' : *id);
    depth -= *id == '}' && depth > 0;
  }
  add_words(words, own->str);
}

/* ---- ids ------------------------------------------------------------------------------------------------------- */

typedef struct {
  Arena *arena;
  GHashTable *words;   /* that may stand in ids */
  GHashTable *taken;   /* new ids */
  GHashTable *renamed; /* old ids to links to the new ones */
} Naming;

/* The words of the id that may stand in it, or NULL when all may. Caller frees. */
static char *without_hidden(const Naming *naming, const char *id)
{
  g_auto(GStrv) parts = g_strsplit(id, "-", -1);
  g_autoptr(GString) kept = g_string_new(NULL);
  bool all = true;
  for (guint i = 0; parts[i]; i++) {
    bool may = g_hash_table_contains(naming->words, parts[i]);
    all &= may || (parts[i + 1] == NULL && i > 0 && strlen(parts[i]) <= 4 && g_ascii_isdigit(parts[i][0]));
    if (may)
      g_string_append_printf(kept, "%s%s", kept->len ? "-" : "", parts[i]);
  }
  if (all)
    return NULL;
  return g_strdup(kept->len ? kept->str : "part");
}

/* The id, or one like it that no other block has. */
static char *free_id(const Naming *naming, const char *base)
{
  char *id = arena_strdup(naming->arena, base);
  for (guint n = 2; g_hash_table_contains(naming->taken, id); n++)
    id = arena_printf(naming->arena, "%s-%u", base, n);
  g_hash_table_add(naming->taken, id);
  return id;
}

static char **id_of(const Record *record)
{
  if (record->spec != &heading_spec && record->spec != &table_spec && record->spec != &chart_spec)
    return NULL;
  return record_at(record, spec_field(record->spec, "id"));
}

static void take_id(const Record *record, void *data)
{
  const Naming *naming = data;
  char **id = id_of(record);
  g_autofree char *base = id && *id ? without_hidden(naming, *id) : NULL;
  if (id && *id && !base)
    g_hash_table_add(naming->taken, *id);
}

static void name_block(const Record *record, void *data)
{
  const Naming *naming = data;
  char **id = id_of(record);
  g_autofree char *base = id && *id ? without_hidden(naming, *id) : NULL;
  if (!base)
    return;
  char *better = free_id(naming, base);
  g_hash_table_insert(naming->renamed, *id, arena_printf(naming->arena, "#%s", better));
  *id = better;
}

GHashTable *names_settle(Arena *arena, Document *document, const Layout *layout)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  Naming naming = { arena, words, taken, g_hash_table_new(g_str_hash, g_str_equal) };
  add_words(words, "part facts table chart statement counts");
  record_walk(&document->record, add_shown, words);
  record_walk(&layout->record, add_own, words);
  record_walk(&document->record, take_id, &naming);
  record_walk(&document->record, name_block, &naming);
  return naming.renamed;
}
