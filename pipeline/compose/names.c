/* Names: the words that may stand in ids are gathered from all that is shown, then every id is held against them. */
#include "compose/names.h"
#include "record/record-walk.h"
#include <string.h>

/* ---- words ----------------------------------------------------------------------------------------------------- */

enum { WORD_LETTERS = 40 }; /* no id is longer */

/* The words that ids are made of: letters and digits in lower case. */
typedef struct {
  GHashTable *may;    /* of char *: may stand in an id */
  GHashTable *sought; /* of char *: stand in one, but were not met yet */
} IdWords;

typedef void (*WordVisit)(const char *word, const IdWords *words);

static void each_word(const char *text, WordVisit visit, const IdWords *words)
{
  char word[WORD_LETTERS + 1];
  while (text && *text) {
    gsize length = 0;
    for (; g_ascii_isalnum(text[length]); length++)
      if (length < WORD_LETTERS)
        word[length] = g_ascii_tolower(text[length]);
    if (length > 0 && length <= WORD_LETTERS) {
      word[length] = '\0';
      visit(word, words);
    }
    text += length + (text[length] != '\0');
  }
}

static void allow(const char *word, const IdWords *words)
{
  g_hash_table_add(words->may, g_strdup(word));
}

static void seek(const char *word, const IdWords *words)
{
  if (!g_hash_table_contains(words->may, word))
    g_hash_table_add(words->sought, g_strdup(word));
}

static void meet(const char *word, const IdWords *words)
{
  if (g_hash_table_remove(words->sought, word))
    allow(word, words);
}

static void meet_runs(const GPtrArray *runs, void *words)
{
  for (guint i = 0; i < runs->len; i++)
    each_word(((const Run *)g_ptr_array_index(runs, i))->text, meet, words);
}

/* Fixed phrases, the look, and what only a workbook has are not what every reader sees. */
static bool is_looked_at(const Record *record)
{
  return record->spec != &word_spec && record->spec != &style_spec && record->spec != &colour_spec &&
         record->spec != &type_style_spec && record->spec != &page_style_spec;
}

static void meet_shown(const Record *record, void *data)
{
  const IdWords *words = data;
  if (!is_looked_at(record) || g_hash_table_size(words->sought) == 0)
    return;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    bool sheet = record->spec == &table_spec; /* its title, and what its groups are */
    if (field->type == FIELD_TEXT && !sheet)
      each_word(*(char *const *)record_at(record, field), meet, words);
  }
  record_walk_runs(record, meet_runs, data);
}

/* The words of the layout's ids that stand outside of {paths}. */
static void allow_own(const Record *record, void *words)
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
  each_word(own->str, allow, words);
}

static char **id_of(const Record *record)
{
  if (record->spec != &heading_spec && record->spec != &table_spec && record->spec != &chart_spec)
    return NULL;
  return record_at(record, spec_field(record->spec, "id"));
}

static void seek_id(const Record *record, void *words)
{
  char **id = id_of(record);
  if (id)
    each_word(*id, seek, words);
}

/* ---- ids ------------------------------------------------------------------------------------------------------- */

typedef struct {
  Arena *arena;
  GHashTable *words;   /* that may stand in ids */
  GHashTable *taken;   /* new ids */
  GHashTable *next;    /* ids without their numbers to the next number */
  GHashTable *renamed; /* old ids to links to the new ones */
} Naming;

/* A number that maker_id added. */
static bool is_counter(const char *part)
{
  return strlen(part) <= 5 && strspn(part, "0123456789") == strlen(part);
}

/* The words of the id that may stand in it, or NULL when all may. Caller frees. */
static char *without_hidden(const Naming *naming, const char *id)
{
  g_auto(GStrv) parts = g_strsplit(id, "-", -1);
  g_autoptr(GString) kept = g_string_new(NULL);
  bool all = true;
  for (guint i = 0; parts[i]; i++) {
    bool may = g_hash_table_contains(naming->words, parts[i]);
    all &= may || (parts[i + 1] == NULL && i > 0 && is_counter(parts[i]));
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
  guint n = MAX(GPOINTER_TO_UINT(g_hash_table_lookup(naming->next, base)), 2);
  for (; g_hash_table_contains(naming->taken, id); n++)
    id = arena_printf(naming->arena, "%s-%u", base, n);
  g_hash_table_insert(naming->next, g_strdup(base), GUINT_TO_POINTER(n));
  g_hash_table_add(naming->taken, id);
  return id;
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
  g_autoptr(GHashTable) may = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) sought = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  IdWords words = { may, sought };
  g_autoptr(GHashTable) next = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Naming naming = { arena, may, taken, next, g_hash_table_new(g_str_hash, g_str_equal) };
  each_word("part facts table chart statement counts", allow, &words);
  record_walk(&layout->record, allow_own, &words);
  record_walk(&document->record, seek_id, &words);
  record_walk(&document->record, meet_shown, &words);
  record_walk(&document->record, take_id, &naming);
  record_walk(&document->record, name_block, &naming);
  return naming.renamed;
}
