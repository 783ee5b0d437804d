/* Asking a sentence: for words and phrases, dates and figures, and where they were written. */
#include "facts/sentence.h"
#include "vocabulary/vocabulary.h"
#include <string.h>

enum { QUOTE_CHARS = 90 };

const Source *sentence_source(const Sentence *sentence)
{
  return sentence->passage ? sentence->passage->source : NULL;
}

gsize sentence_place(const Sentence *sentence, guint index)
{
  const Token *token = sentence_token(sentence, index);
  return sentence->passage && token ? passage_place(sentence->passage, (gsize)(token->start - sentence->text)) : 0;
}

static bool matches(const Token *token, const char *word)
{
  if (*word == '*' && !word[1])
    return true;
  return token->word && *token->word == *word && strcmp(token->word, word) == 0; /* most differ at once */
}

bool sentence_says(const Sentence *sentence, const char *const *phrase, guint index)
{
  const Token *token = sentence_token(sentence, index);
  while (*phrase && token && matches(token, *phrase)) {
    phrase++;
    token = sentence_token(sentence, ++index);
  }
  return !*phrase;
}

int sentence_find(const Sentence *sentence, const char *const *phrase, guint from)
{
  for (guint i = from; i < sentence->tokens->len; i++)
    if (matches(sentence_token(sentence, i), phrase[0]) && sentence_says(sentence, phrase, i))
      return (int)i;
  return -1;
}

bool token_is(const Token *token, const char *const *words)
{
  const char *word = token ? token->word : NULL;
  for (; word && *words; words++)
    if (*word == **words && strcmp(word, *words) == 0)
      return true;
  return false;
}

bool sentence_has(const Sentence *sentence, const char *const *words)
{
  for (guint i = 0; i < sentence->tokens->len; i++)
    if (token_is(sentence_token(sentence, i), words))
      return true;
  return false;
}

bool token_fits(const Token *token, int unit)
{
  bool money = unit == UNIT_POUNDS || unit == UNIT_THOUSAND_POUNDS || unit == UNIT_MILLION_POUNDS;
  return token->percent == (unit == UNIT_PERCENT) && (!token->pounds || money);
}

int sentence_month(const Token *token)
{
  return token && token->kind == TOKEN_WORD ? token->month : 0;
}

/* A whole number without sign or unit, in a range. */
static int plain_number(const Token *token, int low, int high)
{
  if (token && token->time)
    return 0;
  bool plain = token && token->kind == TOKEN_NUMBER && token->number.scale == 0 && !token->percent && !token->pounds;
  return plain && token->number.units >= low && token->number.units <= high ? (int)token->number.units : 0;
}

bool sentence_date(const Sentence *sentence, guint index, Date *ret_date, guint *ret_last)
{
  guint at = index;
  const Token *token = sentence_token(sentence, at);
  if (token && token->kind == TOKEN_DATE) {
    int ymd = (int)token->number.units;
    *ret_date = (Date){ (gint16)(ymd / 10000), (gint8)(ymd / 100 % 100), (gint8)(ymd % 100) };
    *ret_last = at;
    return true;
  }
  int day = plain_number(sentence_token(sentence, at), 1, MOST_DAY);
  if (day)
    at++;
  const Token *of = sentence_token(sentence, at);
  if (day && of && of->word && strcmp(of->word, "of") == 0)
    at++;
  int month = sentence_month(sentence_token(sentence, at));
  if (!month)
    return false;
  int year = plain_number(sentence_token(sentence, at + 1), 1990, 2098);
  if (!day && !year)
    return false;
  *ret_date = (Date){ (gint16)year, (gint8)month, (gint8)day };
  *ret_last = year ? at + 1 : at;
  return true;
}

/* A word of capitals of two letters and more, as codes begin with. */
static bool is_capitals(const Token *token)
{
  if (!token || token->kind != TOKEN_WORD || token->length_bytes < 2)
    return false;
  for (guint i = 0; i < token->length_bytes; i++)
    if (!g_ascii_isupper(token->start[i]))
      return false;
  return true;
}

bool sentence_is_figure(const Sentence *sentence, guint index)
{
  const Token *token = sentence_token(sentence, index);
  if (!token || token->kind != TOKEN_NUMBER || token->ordinal || token->time)
    return false;
  if (token->percent || token->pounds)
    return true;
  const Token *before = index > 0 ? sentence_token(sentence, index - 1) : NULL;
  const char *previous = token->start > sentence->text ? token->start - 1 : "";
  bool year = token->number.scale == 0 && token->number.units >= 1990 && token->number.units <= 2050 &&
              token->length_bytes == 4;
  bool day = token->number.scale == 0 && token->number.units <= MOST_DAY &&
             (sentence_month(sentence_token(sentence, index + 1)) || sentence_month(before));
  return !year && !day && !is_capitals(before) && !g_ascii_isalpha(*previous);
}

bool sentence_is_figure_in(const Sentence *sentence, guint index, int unit)
{
  const Token *token = sentence_token(sentence, index);
  if (unit == UNIT_MINUTES_SECONDS)
    return token && token->time;
  return sentence_is_figure(sentence, index) && token_fits(token, unit);
}

char *sentence_quote(const Sentence *sentence, guint first, guint last)
{
  const Token *from = sentence_token(sentence, first), *to = sentence_token(sentence, last);
  g_autofree char *raw = g_strndup(from->start, (gsize)(to->start + to->length_bytes - from->start));
  for (char *at = raw; *at; at++)
    if (*at == '\n')
      *at = ' ';
  if (g_utf8_strlen(raw, -1) <= QUOTE_CHARS)
    return g_steal_pointer(&raw);
  g_autofree char *start = g_utf8_substring(raw, 0, QUOTE_CHARS);
  return g_strconcat(start, "…", NULL);
}
