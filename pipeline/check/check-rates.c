/* Rates that another population makes than the one that the documents give: "221, or 10.2 for every 10,000 dwellings"
 * beside "268,000 dwellings"; two rates of the same people that cannot both be right; "2.1% of our homes, 58 in all".
 */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

typedef struct {
  const Speech *speech;
  const Sentence *sentence;
  guint first, last; /* tokens to quote */
  char *of;          /* whom there are so many of: "dwelling" */
  gint64 low, high;  /* how many of them there can be, by count and rate as they are rounded */
} Implied;

typedef struct {
  const Checks *checks;
  GHashTable *bases; /* noun to GArray of gint64: how many of them words say there are */
  GArray *implied;   /* of Implied */
  GHashTable *first; /* noun to the first Implied of it */
} Rates;

static void clear_implied(void *data)
{
  g_free(((Implied *)data)->of);
}

static bool is_one_of(const Sentence *sentence, guint at, const char *const *words)
{
  return token_is(sentence_token(sentence, at), words);
}

/* The noun at a token, of one and of many; NULL: no word. Caller frees. */
static char *noun_at(const Sentence *sentence, guint at)
{
  enum { LEAST = 4 };
  const Token *token = sentence_token(sentence, at);
  gsize length = token && token->kind == TOKEN_WORD ? strlen(token->word) : 0;
  if (length < LEAST)
    return NULL;
  return g_strndup(token->word, length - (token->word[length - 1] == 's'));
}

static bool is_count(const Sentence *sentence, guint at)
{
  return sentence_is_figure(sentence, at) && !sentence_token(sentence, at)->percent &&
         !sentence_token(sentence, at)->pounds;
}

/* Of a whole number; 0 of another, and of one too large to reckon with. */
static gint64 whole_of(const Token *token)
{
  const gint64 most = 10000000;
  bool whole = token && token->kind == TOKEN_NUMBER && token->number.scale == 0 && token->number.units < most;
  return whole ? MAX(token->number.units, 0) : 0;
}

/* "There are 268,000 dwellings": whole numbers from a thousand on, before a noun. */
static void note_base(const Rates *r, const Sentence *sentence, guint at)
{
  enum { LEAST = 1000 };
  static const char *const before[] = { "per", "every", "each", NULL };
  gint64 number = is_count(sentence, at) ? whole_of(sentence_token(sentence, at)) : 0;
  g_autofree char *noun = noun_at(sentence, at + 1);
  if (number < LEAST || !noun || (at > 0 && is_one_of(sentence, at - 1, before)))
    return;
  GArray *list = g_hash_table_lookup(r->bases, noun);
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof number);
    g_hash_table_insert(r->bases, g_steal_pointer(&noun), list);
  }
  g_array_append_val(list, number);
}

/* The last count before a token, not far off; 0: none. The tokens between are words and commas. */
static const Token *count_before(const Sentence *sentence, guint at, guint *ret_at)
{
  enum { REACH = 9 };
  for (guint i = at; i-- > 0 && at - i <= REACH;) {
    if (sentence_token(sentence, i)->kind == TOKEN_NUMBER || sentence_token(sentence, i)->kind == TOKEN_YEAR) {
      *ret_at = i;
      return is_count(sentence, i) ? sentence_token(sentence, i) : NULL;
    }
  }
  return NULL;
}

/* "per 1,000 residents", "in every 10,000 dwellings" behind a figure at the token: the round number, or 0. */
static gint64 per_at(const Sentence *sentence, guint at, guint *ret_noun)
{
  static const char *const per[] = { "per", "every", "each", NULL }, *const in[] = { "for", "in", NULL };
  guint i = at + 1 + is_one_of(sentence, at + 1, in);
  const Token *token = sentence_token(sentence, i + 1);
  gint64 number = is_one_of(sentence, i, per) ? whole_of(token) : 0;
  *ret_noun = i + 2;
  return number == 1000 || number == 10000 || number == 100000 ? number : 0;
}

static void add(const Rates *r, const Speech *speech, const Sentence *sentence, guint first, guint last, char *of,
                const Token *count, const Token *rate, gint64 per)
{
  enum { DECIMALS = 4 };
  gint64 number = whole_of(count), share = rate->number.units, tens = 1;
  if (!of || number <= 0 || share <= 0 || rate->number.scale > DECIMALS) {
    g_free(of);
    return;
  }
  for (int i = 0; i < rate->number.scale; i++)
    tens *= 10;
  gint64 people = 2 * number * per * tens; /* rates are rounded by half of their last place */
  Implied implied = { speech, sentence, first, last, of, people / (2 * share + 1), people / (2 * share - 1) };
  g_array_append_val(r->implied, implied);
}

static void note_rate(const Rates *r, const Speech *speech, const Sentence *sentence, guint at)
{
  guint noun, first;
  gint64 per = is_count(sentence, at) ? per_at(sentence, at, &noun) : 0;
  const Token *count = per > 0 ? count_before(sentence, at, &first) : NULL;
  if (count)
    add(r, speech, sentence, first, noun, noun_at(sentence, noun), count, sentence_token(sentence, at), per);
}

/* "2.1% of our homes have no certificate, 58 in all": of all there are, with the only other figure of the sentence. */
static void note_share(const Rates *r, const Speech *speech, const Sentence *sentence, guint at)
{
  enum { PER_CENT = 100 };
  static const char *const of[] = { "of", NULL }, *const all[] = { "our", "all", "the", NULL };
  static const char *const verbs[] = { "have", "has", "had", "are", "is", "were", "was", NULL };
  const Token *token = sentence_token(sentence, at), *count = NULL;
  if (token->kind != TOKEN_NUMBER || !token->percent)
    return;
  guint noun = at + 1;
  while (noun < at + 5 && !is_one_of(sentence, noun, of))
    noun++;
  noun += 1 + (guint)is_one_of(sentence, noun + 1, all);
  if (!is_one_of(sentence, noun - 2, of) && !is_one_of(sentence, noun - 1, of))
    return;
  if (!is_one_of(sentence, noun + 1, verbs))
    return;
  guint last = noun;
  for (guint i = 0; sentence_token(sentence, i); i++) {
    if (i == at || !sentence_is_figure(sentence, i))
      continue;
    if (count || i < at || !is_count(sentence, i))
      return;
    count = sentence_token(sentence, i);
    last = i;
  }
  if (count)
    add(r, speech, sentence, at, last, noun_at(sentence, noun), count, token, PER_CENT);
}

static void report(const Rates *r, const Implied *implied, const char *text)
{
  g_autofree char *name = record_name(implied->speech->record);
  g_autofree char *quote = sentence_quote(implied->sentence, implied->first, implied->last);
  Spot spot = {
    .record = implied->speech->record, .sentence = implied->sentence, .token = implied->first, .last = implied->last
  };
  findings_add(r->checks->findings, "W-RATE", &spot, "%s, %s: '%s' %s", name, implied->speech->part, quote, text);
}

/* The largest number of them that words give; 0: none, or one that fits. */
static gint64 base_against(const Rates *r, const Implied *implied)
{
  const GArray *list = g_hash_table_lookup(r->bases, implied->of);
  gint64 largest = 0;
  for (guint i = 0; list && i < list->len; i++) {
    gint64 base = g_array_index(list, gint64, i);
    if (100 * base >= 97 * implied->low && 100 * base <= 103 * implied->high) /* given in round numbers */
      return 0;
    largest = MAX(largest, base);
  }
  return largest;
}

/* It is of the same order: not a part of them, or a part of the year. */
static bool is_near(const Implied *implied, gint64 low, gint64 high)
{
  return implied->high < low ? 10 * low < 19 * implied->high : 10 * implied->low < 19 * high;
}

static void report_people(const Rates *r, const Implied *implied, const char *against)
{
  g_autofree char *people = amount_format(amount_from_int(implied->low), -1);
  g_autofree char *text = g_strdup_printf("means some %s of them, %s", people, against);
  report(r, implied, text);
}

/* Against what words say there are; where they do not, against the first other rate of the same. */
static void check_implied(const Rates *r, const Implied *implied)
{
  gint64 base = base_against(r, implied);
  if (base > 0 && is_near(implied, base, base)) {
    g_autofree char *there = amount_format(amount_from_int(base), -1);
    g_autofree char *against = g_strdup_printf("and there are %s", there);
    report_people(r, implied, against);
    return;
  }
  const Implied *other = g_hash_table_lookup(r->first, implied->of);
  if (!other) {
    g_hash_table_insert(r->first, implied->of, (gpointer)implied);
    return;
  }
  bool apart = 100 * implied->high < 95 * other->low || 100 * implied->low > 105 * other->high;
  if (g_hash_table_contains(r->bases, implied->of) || !apart || !is_near(implied, other->low, other->high))
    return;
  g_autofree char *quote = sentence_quote(other->sentence, other->first, other->last);
  g_autofree char *there = amount_format(amount_from_int(other->low), -1);
  g_autofree char *against = g_strdup_printf("'%s' some %s", quote, there);
  report_people(r, implied, against);
}

static void run(const Checks *c)
{
  g_autoptr(GHashTable) bases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr(GArray) implied = g_array_new(FALSE, FALSE, sizeof(Implied));
  g_array_set_clear_func(implied, clear_implied);
  g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
  Rates r = { c, bases, implied, first };
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++) {
        note_base(&r, sentence, k);
        note_rate(&r, speech, sentence, k);
        note_share(&r, speech, sentence, k);
      }
    }
  }
  for (guint i = 0; i < implied->len; i++)
    check_implied(&r, &g_array_index(implied, Implied, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "W-RATE", LEVEL_NOTE, "wording", "a rate that its count cannot make out of as many as there are",
    "A count and its rate say how many people or homes there are; the documents say another number, or another rate of the same people does.",
    "Work the rate out again, or say of which people it is." },
  { NULL },
};
/* clang-format on */

const Check check_rates = { .run = run, .rules = rules };
