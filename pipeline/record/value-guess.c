/* What was meant by a number that is written in another way: with signs of its unit, a flag, a rate, a comma. */
#include "record/value-guess.h"
#include "base/amount.h"
#include "record/value-spell.h"
#include <string.h>

/* "(9702)" is negative; "£193k" counts in thousands. What is left is a number with signs of its unit. */
static char *spell_out(const char *text)
{
  gsize n = strlen(text);
  if (n > 2 && text[0] == '(' && text[n - 1] == ')')
    return g_strdup_printf("-%.*s", (int)n - 2, text + 1);
  if (n > 1 && (text[n - 1] == 'k' || text[n - 1] == 'K') && strspn(text, "0123456789,\xc2\xa3 ") == n - 1)
    return g_strdup_printf("%.*s000", (int)n - 1, text);
  return g_strdup(text);
}

char *value_guess_flagged(const char *text, const char **ret_flag)
{
  static const struct {
    const char *ends, *flag;
  } letters[] = { { "E", "estimate" },         { "(E)", "estimate" },        { "P", "provisional" },
                  { "(P)", "provisional" },    { "R", "revised" },           { "(R)", "revised" },
                  { "F", "forecast" },         { "(F)", "forecast" },        { "(est)", "estimate" },
                  { "(est.)", "estimate" },    { "est.", "estimate" },       { "est", "estimate" },
                  { "(prov)", "provisional" }, { "(prov.)", "provisional" }, { "prov.", "provisional" },
                  { "prov", "provisional" } };
  for (guint i = 0; i < G_N_ELEMENTS(letters); i++) {
    if (!g_str_has_suffix(text, letters[i].ends))
      continue;
    g_autofree char *number = g_strchomp(g_strndup(text, strlen(text) - strlen(letters[i].ends)));
    Amount amount;
    *ret_flag = letters[i].flag;
    if (amount_parse(number, &amount))
      return g_steal_pointer(&number);
    char *guess = value_guess_amount(number);
    if (guess)
      return guess;
  }
  return NULL;
}

/* What a number of time counts, by the word or sign behind it, in seconds; 0: none. */
static int seconds_in(const char *word)
{
  static const struct {
    const char *words[9];
    int seconds;
  } rows[] = { { { "h", "hr", "hrs", "hour", "hours", NULL }, 3600 },
               { { "m", "min", "mins", "minute", "minutes", "\'", "\u2032", "\u2019", NULL }, 60 },
               { { "s", "sec", "secs", "second", "seconds", "\"", "\u2033", "\u201d", NULL }, 1 } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (g_strv_contains(rows[i].words, word))
      return rows[i].seconds;
  return 0;
}

/* Adds one number and its word; the rest of the text, or NULL. *unit: what the next one counts less than. */
static const char *add_time(const char *at, int *unit, gint64 *total)
{
  enum { LONGEST = 7 };
  gsize digits = strspn(at, "0123456789"), blank = strspn(at + digits, " ");
  const char *word = at + digits + blank;
  gsize length = strcspn(word, " .,0123456789");
  g_autofree char *name = g_strndup(word, length);
  int seconds = seconds_in(name);
  if (digits == 0 || digits > LONGEST || seconds == 0 || seconds >= *unit)
    return NULL;
  *total += g_ascii_strtoll(at, NULL, 10) * seconds;
  *unit = seconds;
  const char *next = word + length + strspn(word + length, " .,");
  return g_str_has_prefix(next, "and ") ? next + strlen("and ") : next;
}

/* "6:60", "1:06:35", "6:35.4": parts between colons, the last of them seconds, of which tenths are rounded. */
static bool with_colons(const char *text, gint64 *ret_seconds)
{
  enum { LONGEST = 7 };
  gint64 total = 0;
  guint colons = 0;
  for (const char *at = text;; at++) {
    gsize digits = strspn(at, "0123456789");
    if (digits == 0 || digits > LONGEST)
      return false;
    total = total * 60 + g_ascii_strtoll(at, NULL, 10);
    at += digits;
    bool tenths = *at == '.' && at[1] && !at[1 + strspn(at + 1, "0123456789")];
    *ret_seconds = total + (tenths && at[1] >= '5');
    if (*at != ':')
      return colons > 0 && colons <= 2 && (*at == '\0' || tenths);
    colons++;
  }
}

char *value_guess_time(const char *written)
{
  g_autofree char *text = g_strstrip(g_utf8_strdown(written, -1));
  gint64 seconds = 0;
  int unit = G_MAXINT;
  if (!with_colons(text, &seconds)) {
    seconds = 0;
    for (const char *at = text; at && *at;)
      if (!(at = add_time(at, &unit, &seconds)))
        return NULL;
    bool millions = unit == 60 && g_str_has_suffix(text, "m") && !strchr(text, 'h');
    if (unit == G_MAXINT || millions)
      return NULL;
  }
  return amount_time_to_string(amount_from_int(seconds));
}

/* Takes the word off the end, and blanks before it. */
static void drop_end(char *text, const char *word)
{
  if (g_str_has_suffix(text, word) && strlen(text) > strlen(word))
    text[strlen(text) - strlen(word)] = '\0';
  g_strchomp(text);
}

/* The figure without sign, currency and percent; caller frees. */
static char *bare(const char *spelled, bool *ret_negative)
{
  static const char *const around[] = { "\u00a3", "\u20ac", "$", "%", "per cent", "percent" };
  g_autofree char *text = spell_out(spelled);
  const char *at = text;
  *ret_negative = false;
  for (const char *before = NULL; at != before;) {
    before = at;
    at += strspn(at, " +");
    *ret_negative |= *at == '-';
    at += *at == '-';
    for (guint i = 0; i < 3; i++)
      at += g_str_has_prefix(at, around[i]) ? strlen(around[i]) : 0;
  }
  char *rest = g_strdup(at);
  for (guint i = 0; i < G_N_ELEMENTS(around); i++)
    drop_end(rest, around[i]);
  drop_end(rest, "."); /* a comma is left: "1," may be the beginning of 1,192 */
  drop_end(rest, ";");
  return rest;
}

/* ".5" and ",5" with their nought; ",192" may be decimals, or the end of 1,192; of thousands, "k" comes into its
 * decimals. */
static char *with_nought(const char *text, const char *written)
{
  bool thousands = *written && strchr("kK", written[strlen(written) - 1]);
  return thousands || (text[0] == ',' && strlen(text + 1) == 3) ? NULL : g_strdup_printf("0.%s", text + 1);
}

char *value_guess_amount(const char *written)
{
  bool negative;
  g_autofree char *spelled = value_spell(written), *text = bare(spelled, &negative);
  g_autofree char *whole = text[0] == '.' || text[0] == ',' ? with_nought(text, spelled) : value_ungroup(text);
  g_autofree char *number = whole ? g_strconcat(negative ? "-" : "", whole, NULL) : NULL;
  Amount amount;
  return number && strcmp(number, written) != 0 && amount_parse(number, &amount) ? g_steal_pointer(&number) : NULL;
}

char *value_guess_near(const char *text, const char **ret_flag)
{
  static const struct {
    const char *begins, *flag;
  } words[] = { { "at least ", "over" },  { ">=", "over" },        { "=>", "over" },        { "\u2265", "over" },
                { "at most ", "under" },  { "up to ", "under" },   { "<=", "under" },       { "\u2264", "under" },
                { "more than ", "over" }, { "over ", "over" },     { "above ", "over" },    { "less than ", "under" },
                { "under ", "under" },    { "below ", "under" },   { "around ", "around" }, { "about ", "around" },
                { "approx. ", "around" }, { "approx ", "around" }, { "circa ", "around" },  { "c. ", "around" },
                { "ca. ", "around" },     { "ca ", "around" },     { "c", "around" },       { "~", "around" },
                { ">", "over" },          { "<", "under" } };
  g_autofree char *lower = g_ascii_strdown(text, -1);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    if (!g_str_has_prefix(lower, words[i].begins))
      continue;
    g_autofree char *rest = g_strstrip(g_strdup(lower + strlen(words[i].begins)));
    g_autofree char *number = value_guess_amount(rest);
    Amount amount;
    *ret_flag = words[i].flag;
    if (number || amount_parse(rest, &amount))
      return number ? g_steal_pointer(&number) : g_steal_pointer(&rest);
  }
  return NULL;
}

bool value_guess_rate(const char *text, char **ret_number, char **ret_rate)
{
  const char *open = strchr(text, '(');
  if (!open || open == text || !g_str_has_suffix(text, ")"))
    return false;
  g_autofree char *number = g_strstrip(g_strndup(text, (gsize)(open - text)));
  g_autofree char *rate = g_strndup(open + 1, strcspn(open + 1, " )%"));
  g_autofree char *guess = value_guess_amount(number);
  Amount amount;
  bool both = (guess || amount_parse(number, &amount)) && amount_parse(rate, &amount);
  if (both) {
    *ret_number = guess ? g_steal_pointer(&guess) : g_steal_pointer(&number);
    *ret_rate = g_steal_pointer(&rate);
  }
  return both;
}

char *value_guess_point(const char *written)
{
  bool negative;
  g_autofree char *spelled = value_spell(written), *text = bare(spelled, &negative);
  g_autofree char *pointed = g_strdelimit(g_strdup(text), ",", '.');
  g_autofree char *number = g_strconcat(negative ? "-" : "", pointed, NULL);
  Amount amount;
  return strchr(text, ',') && amount_parse(number, &amount) ? g_steal_pointer(&number) : NULL;
}

/* The digits with their point moved to the right; noughts fill in. Caller frees. */
static char *shift(const char *number, guint places)
{
  const char *point = strchr(number, '.');
  gsize whole = point ? (gsize)(point - number) : strlen(number);
  GString *digits = g_string_new_len(number, (gssize)whole);
  const char *rest = point ? point + 1 : "";
  for (guint i = 0; i < places; i++)
    g_string_append_c(digits, *rest ? *rest++ : '0');
  if (*rest)
    g_string_append_printf(digits, ".%s", rest);
  return g_string_free(digits, FALSE);
}

bool value_guess_scaled(const char *text, char **ret_whole, char **ret_counted, const char **ret_word)
{
  static const struct {
    const char *written, *word;
    guint places;
  } scales[] = {
    { "k", "thousands", 3 },          { "thousand", "thousands", 3 },  { "m", "millions", 6 },
    { "mn", "millions", 6 },          { "million", "millions", 6 },    { "millions", "millions", 6 },
    { "bn", "thousand millions", 9 }, { "b", "thousand millions", 9 }, { "billion", "thousand millions", 9 }
  };
  g_autofree char *lower = g_utf8_strdown(text, -1);
  const char *at = lower;
  while (*at && (strchr(" $-", *at) || g_str_has_prefix(at, "\u00a3") || g_str_has_prefix(at, "\u20ac")))
    at = g_utf8_next_char(at);
  gsize n = strspn(at, "0123456789.,");
  g_autofree char *written = g_strndup(at, n), *scale = g_strstrip(g_strdup(at + n));
  g_autofree char *guess = value_guess_amount(written);
  const char *number = guess ? guess : written;
  Amount amount;
  for (guint i = 0; i < G_N_ELEMENTS(scales) && amount_parse(number, &amount); i++)
    if (strcmp(scales[i].written, scale) == 0) {
      const char *sign = strchr(lower, '-') ? "-" : "";
      g_autofree char *whole = shift(number, scales[i].places);
      *ret_whole = g_strconcat(sign, whole, NULL);
      *ret_counted = g_strconcat(sign, number, NULL);
      *ret_word = scales[i].word;
      return true;
    }
  return false;
}

/* "3 of 4", "5th of 43": what stands before and after; false: there are no two whole numbers. Caller frees both. */
static bool split_of(const char *text, char **ret_first, char **ret_second)
{
  static const char *const between[] = { " out of ", " of ", " in ", "/" };
  for (guint i = 0; i < G_N_ELEMENTS(between); i++) {
    const char *at = strstr(text, between[i]);
    const char *second = at ? at + strlen(between[i]) : "";
    if (!*second || second[strspn(second, "0123456789")] != '\0')
      continue;
    *ret_first = g_strndup(text, (gsize)(at - text));
    *ret_second = g_strdup(second);
    return true;
  }
  return false;
}

char *value_guess_place(const char *text)
{
  g_autofree char *first = NULL, *second = NULL;
  const char *place = split_of(text, &first, &second) ? first : text;
  gsize n = strspn(place, "0123456789");
  bool ordinal = n > 0 && (strcmp(place + n, "st") == 0 || strcmp(place + n, "nd") == 0 ||
                           strcmp(place + n, "rd") == 0 || strcmp(place + n, "th") == 0);
  return ordinal || (n > 0 && place[n] == '=' && place[n + 1] == '\0') ? g_strndup(place, n) : NULL;
}

char *value_guess_parts(const char *text)
{
  g_autofree char *first = NULL, *second = NULL;
  if (!split_of(text, &first, &second) || !*first || first[strspn(first, "0123456789")] != '\0')
    return NULL;
  return g_strdup_printf("numerator=\"%s\" denominator=\"%s\"", first, second);
}
