/* Phrases: every text of a layout that readers see, looked up in the file of words. */
#include "compose/wording/phrases.h"
#include "record/record-walk.h"
#include <string.h>

typedef struct {
  Arena *arena;
  GHashTable *said; /* text to what is said instead */
  guint without;    /* texts that have no phrase */
  const char *first_without;
  const Record *first_record;
} Saying;

/* Attributes that readers see; all others are names, paths and conditions. */
static const char *const seen[] = { "axis",          "caption",   "footer",  "group",   "group-label",
                                    "group-missing", "header",    "heading", "label",   "lead",
                                    "missing",       "number",    "sheet",   "subject", "title",
                                    "value",         "watermark", "prefix",  "text" };

static bool is_seen(const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS(seen); i++)
    if (g_str_equal(seen[i], name))
      return true;
  return false;
}

/* Whether words stand outside of the {paths}. */
static bool has_words(const char *text)
{
  guint depth = 0;
  for (; *text; text = g_utf8_next_char(text)) {
    depth += *text == '{';
    depth -= *text == '}' && depth > 0;
    if (!depth && *text != '}' && g_unichar_isalpha(g_utf8_get_char(text)))
      return true;
  }
  return false;
}

static char *say(Saying *saying, const Record *record, char *text)
{
  char *said = g_hash_table_lookup(saying->said, text);
  if (said || !has_words(text))
    return said ? said : text;
  if (saying->without++ == 0) {
    saying->first_without = text;
    saying->first_record = record;
  }
  return text;
}

/* Spaces at the ends of a run belong to the run, not to the phrase. */
static void say_run(Saying *saying, const Record *record, Run *run)
{
  g_autofree char *text = g_strstrip(g_strdup(run->text));
  if (!*text)
    return;
  const char *at = strstr(run->text, text), *said = say(saying, record, arena_strdup(saying->arena, text));
  run->text = arena_printf(saying->arena, "%.*s%s%s", (int)(at - run->text), run->text, said, at + strlen(text));
}

static void say_record(Saying *saying, Record *record);

static void say_field(Saying *saying, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_TEXT && *(char **)at && is_seen(field->name)) {
    *(char **)at = say(saying, record, *(char **)at);
  } else if (field->type == FIELD_RUNS && *(GPtrArray **)at) {
    GPtrArray *runs = *(GPtrArray **)at;
    for (guint i = 0; i < runs->len; i++)
      say_run(saying, record, g_ptr_array_index(runs, i));
  } else if ((field->type == FIELD_MANY || field->type == FIELD_ANY) && field->detail != &param_spec) {
    GPtrArray *list = *(GPtrArray **)at;
    for (guint i = 0; i < list->len; i++)
      say_record(saying, g_ptr_array_index(list, i));
  }
}

static void say_record(Saying *saying, Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++)
    say_field(saying, record, &record->spec->fields[i]);
}

void phrases_say(Arena *arena, Layout *layout, const Words *words, DiagList *diags)
{
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < words->phrases->len; i++) {
    const Phrase *phrase = g_ptr_array_index(words->phrases, i);
    g_hash_table_insert(said, phrase->text, phrase->as);
  }
  Saying saying = { arena, said, 0, NULL, NULL };
  say_record(&saying, &layout->record);
  layout->lang = words->lang;
  if (!saying.without)
    return;
  diag_at(diags, "L-PHRASE", saying.first_record->source, saying.first_record->offset,
          "texts without a phrase in language '%s': %u; the first is '%s'", words->lang, saying.without,
          saying.first_without);
}

/* ---- the language of the data ---------------------------------------------------------------------------------- */

static void mark_runs(const GPtrArray *runs, void *lang)
{
  for (guint i = 0; i < runs->len; i++) {
    Run *run = g_ptr_array_index(runs, i);
    if (!run->lang)
      run->lang = lang;
  }
}

static void mark_record(const Record *record, void *lang)
{
  record_walk_runs(record, mark_runs, lang);
}

void phrases_mark(Arena *arena, const Record *record, const char *lang)
{
  record_walk(record, mark_record, arena_strdup(arena, lang));
}
