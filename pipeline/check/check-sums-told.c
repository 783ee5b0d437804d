/* Parts that words list beside their whole: "410 in all (Jul 120, Aug 140, Sep 150)", "568 ... 340 of them in one town
 * and 228 in the other", "Four teams:" before a list of three. */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

static void report(const Checks *c, const Speech *speech, const Sentence *sentence, guint first, guint last,
                   const char *what)
{
  findings_remark(c->findings, speech, "W-SUM", sentence, first, last, what);
}

static bool is_word(const Sentence *sentence, guint at, const char *word)
{
  const Token *token = sentence_token(sentence, at);
  return token && token->word && strcmp(token->word, word) == 0;
}

static bool is_count(const Sentence *sentence, guint at)
{
  return sentence_is_figure(sentence, at) && !sentence_token(sentence, at)->percent;
}

/* "(Jul 120, Aug 140, Sep 160)" from the bracket at: figures each after a word, joined by commas; how many, their sum,
 * the closing bracket. */
static guint parts_at(const Sentence *sentence, guint at, Amount *ret_sum, guint *ret_end)
{
  guint parts = 0, i = at + 1;
  *ret_sum = amount_from_int(0);
  while (sentence_token(sentence, i) && !is_word(sentence, i, ")")) {
    while (sentence_token(sentence, i) && sentence_token(sentence, i)->kind == TOKEN_WORD)
      i++;
    const Token *number = sentence_token(sentence, i);
    if (!number || number->kind != TOKEN_NUMBER || number->percent || number->ordinal ||
        !amount_add(*ret_sum, number->number, ret_sum))
      return 0;
    parts++;
    i++;
    while (is_word(sentence, i, ",") || is_word(sentence, i, "and"))
      i++;
  }
  *ret_end = i;
  return sentence_token(sentence, i) ? parts : 0;
}

/* A figure before the bracket that is nearly their sum, and none that is. */
static void check_bracket(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  enum { LEAST = 2, NEAR_PERCENT = 15 };
  Amount sum, near;
  guint end, whole = 0;
  bool found = false;
  if (!is_word(sentence, at, "(") || parts_at(sentence, at, &sum, &end) < LEAST ||
      !figure_percent_of(sum, amount_from_int(NEAR_PERCENT), &near))
    return;
  for (guint i = 0; i < at; i++) {
    if (!is_count(sentence, i))
      continue;
    Amount figure = sentence_token(sentence, i)->number;
    if (amount_compare(figure, sum) == 0)
      return;
    if (figure_close(figure, sum, near)) {
      found = true;
      whole = i;
    }
  }
  if (!found)
    return;
  g_autofree char *is = amount_format(sum, -1);
  g_autofree char *what = g_strdup_printf("but the parts in brackets make %s", is);
  report(c, speech, sentence, whole, end, what);
}

/* A count that is nearly the sum, in the sentence up to a token; *ret_same when one is the sum. */
static bool near_count(const Sentence *sentence, guint end, Amount sum, Amount *ret_whole, bool *ret_same)
{
  enum { NEAR_PERCENT = 5 };
  Amount near;
  bool found = false;
  for (guint i = 0; i < end && figure_percent_of(sum, amount_from_int(NEAR_PERCENT), &near); i++) {
    if (!is_count(sentence, i))
      continue;
    Amount figure = sentence_token(sentence, i)->number;
    *ret_same |= amount_compare(figure, sum) == 0;
    if (figure_close(figure, sum, near)) {
      found = true;
      *ret_whole = figure;
    }
  }
  return found;
}

/* "568 calls; 340 of them came from tenants and 238 from owners": two parts, all there are; the whole stands before
 * them, in this sentence or the one before. */
static void check_of_them(const Checks *c, const Speech *speech, const Sentence *sentence, guint index)
{
  static const char *const others[] = { "other", "others", "rest", "remaining", "remainder", "elsewhere", NULL };
  Amount sum = amount_from_int(0), whole = amount_from_int(0);
  guint parts = 0, first = 0, last = 0;
  for (guint i = 0; sentence_token(sentence, i) && !(parts > 0 && is_word(sentence, i, ";")); i++) {
    bool them =
        is_word(sentence, i + 1, "of") && (is_word(sentence, i + 2, "them") || is_word(sentence, i + 2, "these"));
    if (!is_count(sentence, i) || (parts == 0 && !them))
      continue;
    first = parts++ == 0 ? i : first;
    last = i;
    if (!amount_add(sum, sentence_token(sentence, i)->number, &sum))
      return;
  }
  if (parts != 2 || sentence_has(sentence, others))
    return;
  bool same = false, near = near_count(sentence, first, sum, &whole, &same);
  if (!near && index > 0) {
    const Sentence *before = g_ptr_array_index(speech->sentences, index - 1);
    near = near_count(before, before->tokens->len, sum, &whole, &same);
  }
  if (!near || same)
    return;
  g_autofree char *is = amount_format(sum, -1), *all = amount_format(whole, -1);
  g_autofree char *what = g_strdup_printf("the parts make %s, and there are %s", is, all);
  report(c, speech, sentence, first, last, what);
}

/* The parts behind a colon, each of which begins with its number: how many there are, their sum, the last of them. 0:
 * something else stands among them. */
static guint parts_behind(const Sentence *sentence, guint colon, Amount *ret_sum, guint *ret_last)
{
  guint parts = 0;
  *ret_sum = amount_from_int(0);
  for (guint i = colon; sentence_token(sentence, i); i++) {
    if (i > colon && !is_word(sentence, i, ",") && !is_word(sentence, i, "and"))
      continue;
    guint at = i + 1 + is_word(sentence, i + 1, "and");
    if (!is_count(sentence, at) || !amount_add(*ret_sum, sentence_token(sentence, at)->number, ret_sum))
      return 0;
    parts++;
    *ret_last = i = at;
  }
  return parts;
}

/* "The service employs 95 people: 40 in the depot, 30 on the rounds and 15 in the office". */
static void check_colon(const Checks *c, const Speech *speech, const Sentence *sentence, guint colon)
{
  enum { LEAST = 3, NEAR_PERCENT = 30 };
  Amount sum, near;
  guint last = 0, whole = colon;
  if (!is_word(sentence, colon, ":") || parts_behind(sentence, colon, &sum, &last) < LEAST)
    return;
  while (whole > 0 && !is_count(sentence, whole - 1))
    whole--;
  const Token *said = whole > 0 ? sentence_token(sentence, whole - 1) : NULL;
  if (!said || said->pounds || amount_compare(said->number, sum) == 0 ||
      !figure_percent_of(sum, amount_from_int(NEAR_PERCENT), &near) || !figure_close(said->number, sum, near))
    return;
  g_autofree char *is = amount_format(sum, -1);
  g_autofree char *what = g_strdup_printf("but the parts behind the colon make %s", is);
  report(c, speech, sentence, whole - 1, last, what);
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static guint number_word(const char *word, gsize length)
{
  static const char *const words[] = { "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && g_ascii_strncasecmp(word, words[i], length) == 0)
      return i + 2;
  return 0;
}

/* " months": the number is of a stretch of time. */
static bool is_span(const char *after)
{
  static const char *const words[] = { " month", " week", " day", " year", " quarter", " hour", " minute" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_ascii_strncasecmp(after, words[i], strlen(words[i])) == 0)
      return true;
  return false;
}

/* The only number up to ten of the last sentence that ends in a colon; 0: none, or several. */
static guint announced(const ProseBlock *block)
{
  g_autofree char *text = block->runs ? runs_to_text(block->runs) : g_strdup("");
  g_strchomp(text);
  if (!g_str_has_suffix(text, ":"))
    return 0;
  char *stop = g_strrstr(text, ". ");
  guint found = 0;
  for (const char *at = stop ? stop + 2 : text; *at;) {
    gsize length = 0;
    while (g_ascii_isalnum(at[length]))
      length++;
    guint number = length > 0 && !is_span(at + length) ? number_word(at, length) : 0;
    if (number && found)
      return 0;
    found = number ? number : found;
    at += MAX(length, 1);
  }
  return found;
}

static void check_list(const Checks *c, const Speech *speech, guint at)
{
  const ProseBlock *lead = g_ptr_array_index(speech->prose->blocks, at),
                   *list = g_ptr_array_index(speech->prose->blocks, at + 1);
  guint said = lead->kind == PROSE_PARA && list->kind == PROSE_LIST ? announced(lead) : 0;
  if (said == 0 || said == list->items->len)
    return;
  g_autofree char *text = runs_to_text(lead->runs), *name = record_name(speech->record);
  const Prose place = { .source = speech->prose->source, .offset = lead->offset };
  Spot spot = { .record = speech->record, .prose = &place };
  findings_add(c->findings, "W-LIST", &spot, "%s, %s: '%.60s', but the list has %u", name, speech->part, text,
               list->items->len);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++) {
        check_bracket(c, speech, sentence, k);
        check_colon(c, speech, sentence, k);
      }
      check_of_them(c, speech, sentence, j);
    }
    for (guint j = 0; speech->prose && j + 1 < speech->prose->blocks->len; j++)
      check_list(c, speech, j);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-LIST", LEVEL_NOTE, "wording", "a list that has more or fewer than the words before it say",
    "The sentence that ends in a colon says how many follow.", "Correct the number or the list." },
  { NULL },
};
/* clang-format on */

const Check check_sums_told = { .run = run, .rules = rules };
