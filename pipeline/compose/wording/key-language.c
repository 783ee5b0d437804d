/* Choosing entries of the key and of the shorthand by their language. */
#include "compose/wording/key-language.h"
#include "compose/wording/phrases.h"
#include "record/prose-link.h"
#include <string.h>

/* "en" of "en-GB". */
static gsize first_part(const char *language)
{
  return strcspn(language, "-");
}

bool language_speaks(const char *language, const char *of_document)
{
  return language && of_document && first_part(language) == first_part(of_document) &&
         g_ascii_strncasecmp(language, of_document, first_part(language)) == 0;
}

/* What an entry is of, whatever its language. Caller frees. */
static char *subject_of(const Record *record)
{
  if (record->spec == &key_entry_spec) {
    const KeyEntry *entry = (const KeyEntry *)record;
    return g_strdup_printf("%d %s", entry->scale, entry->name ? entry->name : "");
  }
  const Shorthand *entry = (const Shorthand *)record;
  return entry->state ? g_strdup_printf("%d", entry->state) : g_strdup(entry->ref ? entry->ref : "");
}

static const char *language_of(const Record *record)
{
  return record->spec == &key_entry_spec ? ((const KeyEntry *)record)->lang : ((const Shorthand *)record)->lang;
}

/* The better, the higher; of equals the first entry stands. */
static int worth(const Record *record, const char *language)
{
  const char *own = language_of(record);
  return !own ? 1 : language && g_ascii_strcasecmp(own, language) == 0 ? 3 : language_speaks(own, language) ? 2 : 0;
}

/* Entries of one subject without languages are no choice: all of them stand. */
static GPtrArray *choose(Arena *arena, const GPtrArray *entries, const char *language)
{
  GPtrArray *chosen = arena_list(arena);
  g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++) {
    Record *entry = g_ptr_array_index(entries, i);
    char *subject = subject_of(entry);
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, subject));
    Record *before = place ? g_ptr_array_index(chosen, place - 1) : NULL;
    if (!before || (!language_of(entry) && !language_of(before))) {
      g_ptr_array_add(chosen, entry);
      g_hash_table_replace(places, subject, GUINT_TO_POINTER(chosen->len));
      continue;
    }
    g_free(subject);
    if (worth(entry, language) > worth(before, language))
      chosen->pdata[place - 1] = entry;
  }
  return chosen;
}

/* An entry in a language that is not the document's says so. */
static void mark(Arena *arena, const GPtrArray *entries, const char *language)
{
  for (guint i = 0; i < entries->len; i++) {
    Record *entry = g_ptr_array_index(entries, i);
    GPtrArray **runs = record_at(entry, spec_field(entry->spec, "text"));
    const char *own = language_of(entry);
    if (own && *runs && !language_speaks(own, language) && prose_lang_is_good(own))
      *runs = phrases_mark_runs(arena, *runs, own);
  }
}

void key_choose(Arena *arena, Report *report, const char *language)
{
  report->key = choose(arena, report->key, language);
  report->shorthand = choose(arena, report->shorthand, language);
  mark(arena, report->key, language);
  mark(arena, report->shorthand, language);
}

void key_tell(const GPtrArray *entries, const char *language, DiagList *diags)
{
  const Record *first = NULL;
  guint without = 0;
  for (guint i = 0; i < entries->len; i++) {
    const Record *entry = g_ptr_array_index(entries, i);
    if (language_speaks(language_of(entry), language))
      continue;
    first = first ? first : entry;
    without++;
  }
  if (!without)
    return;
  bool key = first->spec == &key_entry_spec;
  const char *named = key ? ((const KeyEntry *)first)->word : ((const Shorthand *)first)->ref;
  diag_at(diags, "L-KEY", first->source, first->offset,
          "entries of the %s that the framework does not give in '%s': %u; the first is '%s'",
          key ? "key to symbols" : "shorthand", language, without, named ? named : "");
}
