/* The words of a document: three lists joined, and what may not be missing. */
#include "compose/vocabulary.h"
#include "compose/wording/key-language.h"
#include "compose/wording/key.h"
#include "document/english.h"
#include "model/report.h"

/* Needed by renderers and formats, whatever the report. */
static const char *const needed[] = {
  "contents",
  "continued",
  "date-day",
  "date-month",
  "draft",
  "fact",
  "missing-figure",
  "no",
  "none",
  "not-supplied",
  "page-of",
  "part-year",
  "part-year-alone",
  "quarter",
  "quarter-alone",
  "target",
  "value",
  "yes",
  "bound-below",
  "bound-at-most",
  "bound-above",
  "bound-at-least",
  "bound-range",
  "bound-from",
  "bound-to",
  "projected",
  "by-rule-mark",
  "by-rule",
  "marks-by-rule",
  "means-not-available",
  "means-not-applicable",
  "means-to-be-confirmed",
  "means-annual",
  "means-see-comment",
  "means-new-measure",
  "means-suppressed",
  "means-not-due",
  "means-not-supplied",
  "means-not-readable",
  "means-parts-only",
  "means-not-rated",
  "means-not-comparable",
  "means-no-clear-change",
  "means-green",
  "means-amber",
  "means-red",
  "means-complete",
  "means-better",
  "means-same",
  "means-worse",
  "chart-finding-no-clear-change",
  "chart-limits",
  "chart-undrawn",
  "limits",
  "limits-level",
  "sample",
  "chart-band",
  "chart-target",
  "chart-finding",
  "chart-finding-band",
  "chart-finding-target",
  "chart-finding-no-target",
  "chart-finding-rating-unread",
  "chart-finding-travel-unread",
  "chart-finding-better",
  "chart-finding-same",
  "chart-finding-worse",
  "chart-too-few",
  "at-least",
  "chart-gap",
  "chart-none",
  "group-unstated",
  "rows-lost",
  "rows-unread",
  "as-at",
  "as-at-not-readable",
  "rows-doubtful",
  "chart-not-readable",
  "chart-not-numbers",
};

/* Needed where the key says {rule}, and where a projection was made. */
static const char *const ruled[] = {
  "rule-for",
  "rule-for-many",
  "rule-for-nameless",
  "list-end",
  "rule-unknown",
  "rule-not-readable",
  "rule-none",
  "rule-manual",
  "rule-green",
  "rule-green-answer",
  "rule-green-within-percent",
  "rule-green-within-points",
  "rule-amber-better",
  "rule-amber-plan",
  "rule-amber-better-plan",
  "rule-amber-percent",
  "rule-amber-percent-better",
  "rule-amber-percent-plan",
  "rule-amber-percent-better-plan",
  "rule-amber-points",
  "rule-amber-points-better",
  "rule-amber-points-plan",
  "rule-amber-points-better-plan",
  "rule-amber-floor",
  "rule-amber-floor-better",
  "rule-amber-floor-plan",
  "rule-amber-floor-better-plan",
  "rule-red",
  "rule-red-percent",
  "rule-red-points",
  "rule-red-and-no-amber",
  "rule-red-answer",
  "rule-red-answer-and-no-amber",
};
static const char *const projected[] = {
  "projection-profile",       "projection-time-quarters", "projection-time-months", "projection-mean-quarter",
  "projection-mean-quarters", "projection-mean-month",    "projection-mean-months", "projection-own",
};

static const struct {
  const char *prefix;
  const Terms *terms;
} needed_terms[] = {
  { "rating", &terms_rating }, { "travel", &terms_travel }, { "state", &terms_state },
  { "flag", &terms_flag },     { "status", &terms_status }, { "category", &terms_category },
};

typedef struct {
  Compiler *compiler;
  const char
      *lang; /* of the document where the council has another: then only its words in that language count; or NULL */
  bool translated;
  GPtrArray *words;
  GHashTable *by_name; /* name to Word, both in words */
} Joining;

static void put(const Joining *joining, const char *name, const char *text)
{
  Arena *arena = joining->compiler->arena;
  Word *word = g_hash_table_lookup(joining->by_name, name);
  if (!word) {
    word = record_new(arena, &word_spec, NULL);
    word->name = arena_strdup(arena, name);
    g_hash_table_insert(joining->by_name, word->name, word);
    g_ptr_array_add(joining->words, word);
  }
  word->text = (char *)text;
}

static void put_words(const Joining *joining, const GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++) {
    const Word *word = g_ptr_array_index(words, i);
    put(joining, word->name, word->text);
  }
}

static bool counts(const Joining *joining, const char *lang)
{
  return !joining->lang || language_speaks(lang, joining->lang);
}

static const KeyEntry *entry_of(const Joining *joining, const GPtrArray *key, int scale, const char *name)
{
  for (guint i = 0; i < key->len; i++) {
    const KeyEntry *entry = g_ptr_array_index(key, i);
    if (entry->scale == scale && g_strcmp0(entry->name, name) == 0 && counts(joining, entry->lang))
      return entry;
  }
  return NULL;
}

/* Whether an entry of the scale may be that of any symbol: nobody can read of which, or its name is that of none. */
static bool has_unknown(const Report *report, int scale)
{
  bool any = record_is_unread(&report->record, "symbol");
  for (guint i = 0; i < report->key->len; i++) {
    const KeyEntry *entry = g_ptr_array_index(report->key, i);
    any |= entry->scale == scale && (!entry->name || terms_find(&terms_rating, entry->name) <= 0);
  }
  return any;
}

/* What the key calls the rating on that scale: never by a word of the other scale. Without an entry, what the file of
 * words says; where that entry may be one that cannot be read, that. */
static const char *rating_word(const Joining *joining, const Report *report, int scale, int rating, const char *of_file)
{
  const KeyEntry *entry = entry_of(joining, report->key, scale, terms_name(&terms_rating, rating));
  bool unread = entry ? !entry->word : rating_is_symbol(rating) && has_unknown(report, scale);
  const Word *not_readable = g_hash_table_lookup(joining->by_name, "state-not-readable");
  return unread && not_readable ? not_readable->text : entry && entry->word ? entry->word : of_file;
}

/* Both scales: rating-green is the word for all but indicators, rating-green-indicator theirs where it is another one.
 */
static void put_rating(const Joining *joining, const Report *report, int rating)
{
  g_autofree char *name = g_strconcat("rating-", terms_name(&terms_rating, rating), NULL);
  g_autofree char *own = g_strconcat(name, "-indicator", NULL);
  const Word *word = g_hash_table_lookup(joining->by_name, name);
  const char *of_file = word ? word->text : NULL;
  const char *milestone = rating_word(joining, report, SCALE_MILESTONE, rating, of_file);
  const char *indicator = rating_word(joining, report, SCALE_INDICATOR, rating, of_file);
  if (milestone && milestone != of_file)
    put(joining, name, milestone);
  if ((!joining->translated || joining->lang) && indicator && g_strcmp0(indicator, milestone) != 0)
    put(joining, own, indicator);
}

static const char *word_text(const Joining *joining, const char *name)
{
  const Word *word = g_hash_table_lookup(joining->by_name, name);
  return word ? word->text : NULL;
}

/* "Better than last year" is said of charts; a council that calls it otherwise has its own word there, too. */
static void put_chart_finding(const Joining *joining, const KeyEntry *entry, const char *of_file)
{
  if (!entry->word || !of_file || g_ascii_strcasecmp(entry->word, of_file) == 0)
    return;
  g_autofree char *name = g_strconcat("chart-finding-", entry->name, NULL);
  g_autofree char *word = g_utf8_strdown(entry->word, -1);
  const char *year = terms_find(&terms_travel, entry->name) == TRAVEL_NO_CLEAR_CHANGE
                         ? NULL
                         : word_text(joining, "chart-finding-compared");
  g_autofree char *said =
      year ? word_fill(year, (const char *const[]){ "word", NULL }, (const char *const[]){ word }) : g_strdup(word);
  put(joining, name, arena_strdup(joining->compiler->arena, said));
}

/* The key's words for the symbols of direction, the first of several. */
static void put_travel(const Joining *joining, const GPtrArray *key)
{
  for (guint i = key->len; i-- > 0;) {
    const KeyEntry *entry = g_ptr_array_index(key, i);
    g_autofree char *name = g_strconcat("travel-", entry->name, NULL);
    if (entry->scale != SCALE_TRAVEL || !counts(joining, entry->lang) || terms_find(&terms_travel, entry->name) <= 0)
      continue;
    put_chart_finding(joining, entry, word_text(joining, name));
    put(joining, name, entry->word);
  }
}

/* The key's word for a symbol; shorthand for the states it stands for. */
static void put_council(const Joining *joining, const Report *report)
{
  put_travel(joining, report->key);
  for (int rating = 1; rating < (int)terms_rating.n; rating++)
    put_rating(joining, report, rating);
  for (guint i = report->shorthand->len; i-- > 0;) {
    const Shorthand *shorthand = g_ptr_array_index(report->shorthand, i);
    g_autofree char *name = g_strconcat("shorthand-", terms_name(&terms_state, shorthand->state), NULL);
    /* without a mark that somebody gave and that can be read, the house has a word for the state */
    bool none = record_is_unread(&shorthand->record, "ref") || g_str_has_prefix(shorthand->ref, NOT_GIVEN);
    if (shorthand->state && !none && counts(joining, shorthand->lang))
      put(joining, name, shorthand->ref);
  }
}

/* How figures of the unit are written, read aloud and headed. */
static void put_unit(const Joining *joining, const OwnUnit *unit)
{
  const char *ref = terms_name(&terms_unit, unit->ref), *before = unit->before ? unit->before : "";
  const char *behind = unit->brief ? unit->brief : unit->before ? "" : unit->name;
  const char *one = unit->brief || unit->before || !unit->singular ? behind : unit->singular;
  const char *gap = unit->before ? "" : " ", *named = unit->name ? unit->name : "";
  const struct {
    const char *prefix, *end, *text;
  } words[] = {
    { "unit", "", arena_printf(joining->compiler->arena, "%s{n}%s%s", before, gap, behind ? behind : "") },
    { "unit", "-one", arena_printf(joining->compiler->arena, "%s{n}%s%s", before, gap, one ? one : "") },
    { "said", "", arena_printf(joining->compiler->arena, "{n} %s", named) },
    { "said", "-one", arena_printf(joining->compiler->arena, "{n} %s", unit->singular ? unit->singular : named) },
    { "axis", "", unit->name },
  };
  for (guint i = 0; i < G_N_ELEMENTS(words) && *ref; i++) {
    g_autofree char *name = g_strconcat(words[i].prefix, "-", ref, words[i].end, NULL);
    if (words[i].text && (!g_str_has_suffix(name, "-one") || unit->singular))
      put(joining, name, words[i].text);
  }
}

static void put_own(const Joining *joining, const Report *report)
{
  for (guint i = report->units->len; i-- > 0;) {
    const OwnUnit *unit = g_ptr_array_index(report->units, i);
    if (unit->ref != UNIT_NOT_READABLE) /* nobody knows of which figures it is */
      put_unit(joining, unit);
  }
  for (guint i = report->categories->len; i-- > 0;) {
    const OwnCategory *category = g_ptr_array_index(report->categories, i);
    g_autofree char *name = g_strconcat("category-", terms_name(&terms_category, category->ref), NULL);
    if (category->title && category->ref)
      put(joining, name, category->title);
  }
}

static void need(const Joining *joining, const Words *file, const char *name)
{
  if (!g_hash_table_contains(joining->by_name, name))
    compiler_fault(joining->compiler, "L-WORD", &file->record, NULL, "the word '%s' is missing", name);
}

static void need_all(const Joining *joining, const Words *file)
{
  for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
    need(joining, file, needed[i]);
  for (guint i = 0; i < G_N_ELEMENTS(needed_terms); i++)
    for (guint value = 1; value < needed_terms[i].terms->n; value++) {
      g_autofree char *name = g_strconcat(needed_terms[i].prefix, "-", needed_terms[i].terms->names[value], NULL);
      need(joining, file, name);
    }
  for (int month = 1; month <= 12; month++) {
    g_autofree char *name = g_strdup_printf("month-%d", month), *brief = g_strdup_printf("month-short-%d", month);
    need(joining, file, name);
    need(joining, file, brief);
  }
}

/* What a file of another language does not say is said in English, and told. */
static void tell_english(const Joining *joining, const Words *file)
{
  const char *first = NULL;
  guint without = 0;
  for (guint i = 0; english_name(i) && !language_speaks("en", file->lang); i++) {
    if (g_hash_table_contains(joining->by_name, english_name(i)))
      continue;
    first = first ? first : english_name(i);
    without++;
  }
  if (without)
    diag_at(joining->compiler->diags, "L-ENGLISH", file->record.source, file->record.offset,
            "words that are said in English, because the file in '%s' does not have them: %u; the first is '%s' (%s)",
            file->lang, without, first, english_word(first));
}

/* The words of what the report holds as facts. */
static void need_facts(const Joining *joining, const Words *file, const Report *report)
{
  bool rules = false, projections = false;
  for (guint i = 0; i < report->key->len; i++)
    rules |= key_has_rule(g_ptr_array_index(report->key, i));
  for (guint i = 0; i < report->indicators->len; i++)
    projections |= ((const Indicator *)g_ptr_array_index(report->indicators, i))->projection_by != PROJECTED_NOT;
  for (guint i = 0; rules && i < G_N_ELEMENTS(ruled); i++)
    need(joining, file, ruled[i]);
  for (guint i = 0; projections && i < G_N_ELEMENTS(projected); i++)
    need(joining, file, projected[i]);
}

GPtrArray *vocabulary_join(Compiler *compiler, const Words *file, const GPtrArray *reports, const char *lang,
                           const GPtrArray *own)
{
  const Report *first = report_is(compiler->root) ? g_ptr_array_index(reports, 0) : NULL;
  g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
  Joining joining = { compiler, NULL, lang != NULL, arena_list(compiler->arena), by_name };
  put_words(&joining, file->words);
  need_all(&joining, file);
  tell_english(&joining, file);
  if (first) {
    put_council(&joining, first);
    put_own(&joining, first);
  }
  if (lang) {
    joining.lang = lang;
    put_words(&joining, file->words);
  }
  if (lang && first)
    put_council(&joining, first);
  put_words(&joining, own);
  for (guint i = 0; first && i < reports->len; i++)
    need_facts(&joining, file, g_ptr_array_index(reports, i));
  return joining.words;
}
