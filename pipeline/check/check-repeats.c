/* The same thing twice: news of the last return sent again, two indicators with one title, two milestones of a year
 * with one text. */
#include "check/checks.h"
#include "facts/gist.h"
#include "facts/likeness.h"
#include <string.h>

enum { COPIED_WORDS = 8, COPIED_PERCENT = 80 };

/* Sections that tell what is new, unlike introductions and statements on data quality, which may stay as they are. */
static bool tells_news(const Section *section)
{
  static const char *const parts[] = { "development", "issue", "news", "progress", "achievement" };
  g_autofree char *title = section->title ? g_utf8_casefold(section->title, -1) : g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if ((section->ref && strstr(section->ref, parts[i])) || strstr(title, parts[i]))
      return true;
  return false;
}

static void check_section(const Checks *c, const Section *section, const Section *before, Period period)
{
  guint words;
  if (!before || prose_is_empty(section->text) || prose_is_empty(before->text))
    return;
  guint percent = likeness(section->text, before->text, &words);
  if (words < COPIED_WORDS || percent < COPIED_PERCENT)
    return;
  g_autofree char *when = period_to_string(period);
  Spot spot = { .record = &section->record, .prose = section->text, .other = &before->record };
  if (percent == 100)
    findings_add(c->findings, "M-COPIED", &spot, "section '%s' is that of %s again", section->title, when);
  else
    findings_add(c->findings, "M-NEARLY", &spot, "section '%s' repeats %u%% of that of %s", section->title, percent,
                 when);
}

static void check_news(const Checks *c, const GPtrArray *sections, const GPtrArray *before, Period period, bool news)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    bool inside = news || tells_news(section);
    if (inside && section->ref)
      check_section(c, section, section_find(before, section->ref), period);
    check_news(c, section->sections, before, period, inside);
  }
}

/* The first record that was seen with the words, or NULL and it is remembered; takes the key. */
static const Record *seen_before(GHashTable *seen, char *key, const Record *record)
{
  const Record *first = g_hash_table_lookup(seen, key);
  if (first)
    g_free(key);
  else
    g_hash_table_insert(seen, key, (gpointer)record);
  return first;
}

static void report(const Checks *c, const Record *record, const char *attribute, const Record *first, const char *what)
{
  g_autofree char *name = record_name(record);
  g_autofree char *other = record_name(first);
  Spot spot = { record, attribute, first, attribute };
  findings_add(c->findings, "R-SAME", &spot, "%s has the %s of %s", name, what, other);
}

static void check_titles(const Checks *c)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    const Record *first =
        indicator->title ? seen_before(seen, g_utf8_casefold(indicator->title, -1), &indicator->record) : NULL;
    if (first)
      report(c, &indicator->record, "title", first, "title");
  }
}

static void check_texts(const Checks *c)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->inputs->plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      g_autofree char *text = milestone->text ? runs_to_text(milestone->text) : NULL;
      g_autofree char *due = date_to_string(milestone->due);
      g_autofree char *key = text ? g_strdup_printf("%s\n%d\n%s", text, milestone->year.year, due) : NULL;
      const Record *first = key ? seen_before(seen, g_utf8_casefold(key, -1), &milestone->record) : NULL;
      if (first)
        report(c, &milestone->record, "ref", first, "words and the date");
    }
  }
}

/* The words hold a figure or a day, which are mostly those of one thing. */
static bool is_particular(const Speech *speech)
{
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    Date date;
    guint last;
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_is_figure(sentence, j) || (sentence_date(sentence, j, &date, &last) && date.day != 0))
        return true;
  }
  return false;
}

static guint count_words(const char *text)
{
  guint spaces = 0;
  for (; *text; text++)
    spaces += *text == ' ';
  return spaces + 1;
}

/* One commentary for two items of the return, or one text for two sections. */
static void check_commentaries(const Checks *c, GHashTable *told)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    bool section = speech->record->spec == &section_spec;
    bool wanted = section || speech_is_commentary(speech);
    char *text = wanted ? prose_to_text(speech->prose) : NULL;
    bool longer = section || !is_particular(speech);
    if (text && !section && longer && speech->indicator) /* how data are had may well be told twice */
      g_clear_pointer(&text, g_free);
    if (!text || count_words(text) < (longer ? 2 * COPIED_WORDS : COPIED_WORDS)) {
      g_free(text);
      continue;
    }
    const Record *first = seen_before(seen, text, speech->record);
    if (!first)
      continue;
    g_autofree char *name = record_name(speech->record);
    g_autofree char *other = record_name(first);
    Spot spot = { .record = speech->record, .prose = speech->prose, .other = first };
    findings_add(c->findings, "W-SAME", &spot, "the words of %s are also those of %s", name, other);
    g_hash_table_add(told, (gpointer)speech->record);
  }
}

/* It tells of a month or a figure, and not of where data come from. */
static bool is_event(const Sentence *sentence)
{
  static const char *const data[] = { "figure", "figures", "data",      "survey",  "estimate", "statistics",
                                      "return", "returns", "published", "records", "census",   NULL };
  bool told = false;
  for (guint i = 0; sentence_token(sentence, i); i++)
    told |= sentence_is_figure(sentence, i) || sentence_month(sentence_token(sentence, i));
  return told && !sentence_has(sentence, data);
}

/* One sentence in the commentaries of two items that are not the same otherwise, which are told. */
static void check_sentences(const Checks *c, GHashTable *told)
{
  enum { LEAST_TOKENS = 9 };
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; speech_is_commentary(speech) && j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      bool telling = is_event(sentence) || (!speech->indicator && sentence->tokens->len >= 2 * LEAST_TOKENS);
      if (sentence->tokens->len < LEAST_TOKENS || !telling)
        continue;
      char *text = g_strndup(sentence->start, sentence->length_bytes);
      const Record *first = seen_before(seen, text, speech->record);
      if (!first || first == speech->record || g_hash_table_contains(told, speech->record))
        continue;
      g_autofree char *name = record_name(speech->record), *other = record_name(first);
      if (strcmp(name, other) == 0)
        continue; /* one item, spoken of twice */
      g_autofree char *quote = sentence_quote(sentence, 0, sentence->tokens->len - 1);
      Spot spot = { .record = speech->record, .sentence = sentence, .last = sentence->tokens->len - 1, .other = first };
      findings_add(c->findings, "W-SAME", &spot, "'%s' stands in the commentaries of %s and of %s", quote, other, name);
    }
  }
}

/* It is worth asking for twins of it: it tells of an event, or is long. *ret_wording is its own. */
static bool is_wording(const Speech *speech, GHashTable *wording)
{
  enum { LEAST = 6, LONG = 16 };
  bool event = false;
  gist_add_wording(wording, speech->sentences);
  for (guint i = 0; i < speech->sentences->len; i++)
    event |= is_event(g_ptr_array_index(speech->sentences, i));
  guint words = g_hash_table_size(wording);
  return words >= LEAST && (event || (words >= LONG && !speech->indicator));
}

/* Two commentaries of other items that are the same but for a word or two. */
static void check_nearly(const Checks *c, GHashTable *told)
{
  enum { PERCENT = 75, COMMON = 30 };
  g_autoptr(Gists) gists = gists_new();
  g_autoptr(GPtrArray) speeches = g_ptr_array_new();
  g_autoptr(GPtrArray) wordings = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < c->speeches->len; i++) {
    Speech *speech = g_ptr_array_index(c->speeches, i);
    g_autoptr(GHashTable) wording = gist_new();
    if (!speech_is_commentary(speech) || !is_wording(speech, wording))
      continue;
    guint other, ties, shared = gists_nearest(gists, wording, speeches->len, COMMON, &other, &ties);
    const Speech *twin = shared > 0 ? g_ptr_array_index(speeches, other) : NULL;
    bool both = twin && shared * 100 >= PERCENT * g_hash_table_size(wording) &&
                shared * 100 >= PERCENT * g_hash_table_size(g_ptr_array_index(wordings, other));
    g_autofree char *name = record_name(speech->record), *first = twin ? record_name(twin->record) : NULL;
    if (both && !g_hash_table_contains(told, speech->record) && strcmp(name, first) != 0) {
      Spot spot = { .record = speech->record, .prose = speech->prose, .other = twin->record };
      findings_add(c->findings, "W-ALIKE", &spot, "the words of %s are nearly those of %s", name, first);
    }
    gists_add(gists, speeches->len, wording);
    g_ptr_array_add(speeches, speech);
    g_ptr_array_add(wordings, g_steal_pointer(&wording));
  }
}

static void run(const Checks *c)
{
  const Past *last = history_last(c->history);
  g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL); /* of Record */
  check_titles(c);
  check_texts(c);
  check_commentaries(c, told);
  check_sentences(c, told);
  check_nearly(c, told);
  if (last && last->document->spec == &return_spec && c->inputs->current)
    check_news(c, c->inputs->current->sections, ((const Return *)last->document)->sections, last->period, false);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-SAME", LEVEL_NOTE, "references", "two codes for what seems to be one thing",
    "Two indicators with one title, or two milestones with the same words and date, would be reported twice.",
    "Take one of them out, or let the words say how they differ." },
  { "W-SAME", LEVEL_NOTE, "wording", "one commentary for two items",
    "A figure or a day in words is mostly that of one thing; the words have perhaps slipped into the wrong row.",
    "Check to which of the two the words belong." },
  { "W-ALIKE", LEVEL_NOTE, "wording", "two commentaries that differ by a word or two",
    "The words of one item have perhaps been copied into the row of another and touched up.",
    "Check to which of the two the words belong.", "W-SAME" },
  { NULL },
};
/* clang-format on */

const Check check_repeats = { .run = run, .rules = rules };
