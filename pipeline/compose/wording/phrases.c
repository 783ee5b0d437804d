/* Phrases: every text of a layout that readers see, looked up in the file of words. */
#include "compose/wording/phrases.h"
#include <string.h>

typedef struct {
  Arena *arena;
  GHashTable *said; /* text to what is said instead */
  guint without;    /* texts that have no phrase */
  const char *first_without;
  const Record *first_record;
} Saying;

/* Attributes that readers see; all others are names, paths and conditions. */
static const char *const seen[] = { "axis",          "caption", "footer",  "group",   "group-label", "group-heading",
                                    "group-missing", "header",  "heading", "label",   "lead",        "missing",
                                    "note",          "number",  "sheet",   "subject", "title",       "value",
                                    "watermark",     "prefix",  "text" };

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

static GPtrArray *say_runs(Saying *saying, const Record *record, const GPtrArray *runs);

/* The run in other words; spaces at its ends belong to the run, not to the phrase. */
static Run *say_run(Saying *saying, const Record *record, const Run *run)
{
  Run *copy = arena_alloc(saying->arena, sizeof *copy);
  *copy = *run;
  copy->note = run->note ? say_runs(saying, record, run->note) : NULL;
  g_autofree char *text = g_strstrip(g_strdup(run->text));
  if (!*text)
    return copy;
  const char *at = strstr(run->text, text), *said = say(saying, record, arena_strdup(saying->arena, text));
  copy->text = arena_printf(saying->arena, "%.*s%s%s", (int)(at - run->text), run->text, said, at + strlen(text));
  return copy;
}

static GPtrArray *say_runs(Saying *saying, const Record *record, const GPtrArray *runs)
{
  GPtrArray *said = arena_list(saying->arena);
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add(said, say_run(saying, record, g_ptr_array_index(runs, i)));
  return said;
}

static void say_record(Saying *saying, Record *record);

static void say_field(Saying *saying, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_TEXT && *(char **)at && is_seen(field->name)) {
    *(char **)at = say(saying, record, *(char **)at);
  } else if (field->type == FIELD_RUNS && *(GPtrArray **)at) {
    *(GPtrArray **)at = say_runs(saying, record, *(GPtrArray **)at);
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

const Layout *phrases_say(Arena *arena, const Layout *layout, const Words *words, DiagList *diags)
{
  g_autoptr(GHashTable) phrases = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < words->phrases->len; i++) {
    const Phrase *phrase = g_ptr_array_index(words->phrases, i);
    g_hash_table_insert(phrases, phrase->text, phrase->as);
  }
  Saying saying = { arena, phrases, 0, NULL, NULL };
  Layout *said = record_copy(arena, &layout->record, NULL);
  say_record(&saying, &said->record);
  said->lang = words->lang;
  if (saying.without)
    diag_at(diags, "L-PHRASE", saying.first_record->source, saying.first_record->offset,
            "texts without a phrase in language '%s': %u; the first is '%s'", words->lang, saying.without,
            saying.first_without);
  return said;
}

/* ---- the language of the data ---------------------------------------------------------------------------------- */

typedef struct {
  Arena *arena;
  char *lang;
} Marking;

static GPtrArray *mark_runs(const Marking *marking, const GPtrArray *runs)
{
  GPtrArray *marked = arena_list(marking->arena);
  for (guint i = 0; runs && i < runs->len; i++) {
    Run *run = arena_alloc(marking->arena, sizeof *run);
    *run = *(const Run *)g_ptr_array_index(runs, i);
    if (!run->lang)
      run->lang = marking->lang;
    if (run->note)
      run->note = mark_runs(marking, run->note);
    g_ptr_array_add(marked, run);
  }
  return marked;
}

static GPtrArray *mark_prose_runs(GPtrArray *runs, void *marking)
{
  return mark_runs(marking, runs);
}

static void mark_record(const Marking *marking, Record *record);

static void mark_field(const Marking *marking, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_RUNS && *(GPtrArray **)at) {
    *(GPtrArray **)at = mark_runs(marking, *(GPtrArray **)at);
  } else if (field->type == FIELD_PROSE && *(Prose **)at) {
    *(Prose **)at = prose_map_runs(marking->arena, *(Prose **)at, mark_prose_runs, (void *)marking);
  } else if (field->type == FIELD_ONE && *(Record **)at) {
    mark_record(marking, *(Record **)at);
  } else if (field->type == FIELD_MANY || field->type == FIELD_ANY) {
    GPtrArray *list = *(GPtrArray **)at;
    for (guint i = 0; i < list->len; i++)
      mark_record(marking, g_ptr_array_index(list, i));
  }
}

/* What names its language itself is marked where it is chosen. */
static bool names_language(const Record *record)
{
  const Field *lang = spec_field(record->spec, "lang");
  return lang && lang->type == FIELD_CODE && field_is_set(record, lang);
}

static void mark_record(const Marking *marking, Record *record)
{
  if (names_language(record))
    return;
  for (guint i = 0; i < record->spec->n_fields; i++)
    mark_field(marking, record, &record->spec->fields[i]);
}

GPtrArray *phrases_mark_runs(Arena *arena, const GPtrArray *runs, const char *lang)
{
  const Marking marking = { arena, arena_strdup(arena, lang) };
  return mark_runs(&marking, runs);
}

Record *phrases_mark(Arena *arena, const Record *record, const char *lang)
{
  const Marking marking = { arena, arena_strdup(arena, lang) };
  Record *marked = record_copy(arena, record, NULL);
  mark_record(&marking, marked);
  return marked;
}
