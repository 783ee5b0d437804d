/* Cutting prose into sentences and tokens. */
#include "facts/sentence.h"
#include "base/text.h"
#include "facts/figure-scan.h"
#include <string.h>

enum { USUAL_TOKENS = 24 };

/* What is being cut. */
typedef struct {
  Arena *arena;
  const char *text, *at;
  Passage *passage;
  GPtrArray *sentences;
  Sentence *current;
} Cutter;

static Sentence *sentence_new(Cutter *cutter)
{
  Sentence *sentence = arena_alloc(cutter->arena, sizeof *sentence);
  *sentence = (Sentence){ .text = cutter->text,
                          .start = cutter->at,
                          .tokens = g_array_sized_new(FALSE, FALSE, sizeof(Token), USUAL_TOKENS),
                          .passage = cutter->passage };
  arena_own(cutter->arena, sentence->tokens, (GDestroyNotify)g_array_unref);
  return sentence;
}

static void end_sentence(Cutter *cutter)
{
  if (!cutter->current)
    return;
  cutter->current->length_bytes = (guint)(cutter->at - cutter->current->start);
  g_ptr_array_add(cutter->sentences, cutter->current);
  cutter->current = NULL;
}

static Token *add_token(Cutter *cutter, TokenKind kind, const char *start, const char *end)
{
  if (!cutter->current) {
    cutter->current = sentence_new(cutter);
    cutter->current->start = start;
  }
  Token token = { .kind = kind, .start = start, .length_bytes = (guint)(end - start) };
  g_array_append_val(cutter->current->tokens, token);
  cutter->at = end;
  return &g_array_index(cutter->current->tokens, Token, cutter->current->tokens->len - 1);
}

/* Multiplies by the word after a number: "£1.2m", "£123k", "£4 million"; of what is no money only by whole words: "130
 * thousand", but "12 m". */
static const char *take_multiplier(const char *at, bool pounds, Amount *number)
{
  static const struct {
    const char *word;
    gint64 factor;
  } rows[] = { { "million", 1000000 }, { "thousand", 1000 }, { "m", 1000000 }, { "k", 1000 } };
  const char *word = at + figure_blank(at);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    gsize length = strlen(rows[i].word);
    bool whole = g_ascii_strncasecmp(word, rows[i].word, length) == 0 && !g_ascii_isalnum(word[length]);
    bool meant = length > 1 ? pounds || word > at : pounds && word == at;
    if (whole && meant && amount_multiply(*number, amount_from_int(rows[i].factor), number))
      return word + length;
  }
  return at;
}

static const char *take_percent(const char *at, bool *ret_percent)
{
  static const char *const words[] = { "%", "per cent", "percent" };
  const char *word = at + figure_blank(at);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    bool apart = i == 0 || word > at;
    if (apart && g_ascii_strncasecmp(word, words[i], strlen(words[i])) == 0 &&
        !g_ascii_isalpha(word[strlen(words[i])])) {
      *ret_percent = true; /* and not the beginning of "percentage points" */
      return word + strlen(words[i]);
    }
  }
  return at;
}

static const char *take_ordinal(const char *at, bool *ret_ordinal)
{
  static const char *const words[] = { "st", "nd", "rd", "th" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_ascii_strncasecmp(at, words[i], 2) == 0 && !g_ascii_isalnum(at[2])) {
      *ret_ordinal = true;
      return at + 2;
    }
  return at;
}

/* "2009/10", "2009-10", "2009 / 10", "2009/2010"; the end, or NULL. */
static const char *scan_year(const char *at, int *ret_year)
{
  guint digits = 0;
  while (g_ascii_isdigit(at[digits]))
    digits++;
  int year = atoi(digits == 4 ? at : "0");
  if (year < 1990 || year > 2098)
    return NULL;
  const char *next = at + 4;
  next += strspn(next, " ");
  if (g_str_has_prefix(next, "–"))
    next += strlen("–");
  else if (*next == '/' || *next == '-')
    next++;
  else
    return NULL;
  next += strspn(next, " ");
  for (digits = 0; digits < 5 && g_ascii_isdigit(next[digits]); digits++)
    ;
  int second = atoi(next);
  bool follows = (digits == 2 && second == (year + 1) % 100) || (digits == 4 && second == year + 1);
  *ret_year = year;
  return follows ? next + digits : NULL;
}

/* Minutes and seconds in words; the end, or NULL: "8:50", but no time of the day ("8:50 am") and no ratio ("3:1"). */
static const char *scan_time(const char *at, Amount *ret_seconds)
{
  static const char *const minutes[] = { "minutes", "minute", "mins", "min", "m" };
  static const char *const seconds[] = { "seconds", "second", "secs", "sec", "s" };
  gsize digits = strspn(at, "0123456789");
  const char *next = at + digits + strspn(at + digits, " ");
  const char *word = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(minutes) && !word; i++)
    if (g_ascii_strncasecmp(next, minutes[i], strlen(minutes[i])) == 0)
      word = minutes[i];
  if (digits == 0 || digits > 4)
    return NULL;
  bool colon = at[digits] == ':';
  next = colon ? at + digits + 1 : word ? next + strlen(word) : at;
  next += word ? strspn(next, " ,") : 0;
  next += word && g_str_has_prefix(next, "and ") ? strlen("and ") : 0;
  gsize n = strspn(next, "0123456789");
  const char *end = next + n;
  if (n == 0 || n > 2 || (colon && n < 2) || atoi(next) > 59 || (!colon && !word))
    return NULL;
  const char *rest = end + strspn(end, " ");
  for (guint i = 0; i < G_N_ELEMENTS(seconds) && word; i++)
    if (g_ascii_strncasecmp(rest, seconds[i], strlen(seconds[i])) == 0 && !g_ascii_isalpha(rest[strlen(seconds[i])])) {
      *ret_seconds = amount_from_int((gint64)atoi(at) * 60 + atoi(next));
      return rest + strlen(seconds[i]);
    }
  bool of_day = g_ascii_strncasecmp(rest, "am", 2) == 0 || g_ascii_strncasecmp(rest, "pm", 2) == 0 || *end == ':';
  if (!colon || of_day)
    return NULL;
  *ret_seconds = amount_from_int((gint64)atoi(at) * 60 + atoi(next));
  return end;
}

/* "24/9/15", "24/09/2015": the end, or NULL; the day may be none that there is. */
static const char *scan_day(const char *at, Amount *ret_day)
{
  static const char *const digits = "0123456789";
  gsize n = strspn(at, digits), m, y;
  if (n < 1 || n > 2 || at[n] != '/')
    return NULL;
  const char *months = at + n + 1;
  m = strspn(months, digits);
  if (m < 1 || m > 2 || months[m] != '/')
    return NULL;
  const char *years = months + m + 1, *end = years + strspn(years, digits);
  y = (gsize)(end - years);
  int day = atoi(at), month = atoi(months), year = atoi(years) + (y == 2 ? 2000 : 0);
  bool whole = (y == 2 || y == 4) && *end != '/' && !g_ascii_isalpha(*end);
  if (!whole || day < 1 || day > MOST_DAY || month < 1 || month > 12 || year < 1990 || year > 2098)
    return NULL;
  *ret_day = amount_from_int((gint64)year * 10000 + month * 100 + day);
  return end;
}

/* Whether a code may go on there: "NI 130 250 homes". */
static bool is_in_code(const Cutter *cutter)
{
  const GArray *tokens = cutter->current ? cutter->current->tokens : NULL;
  const Token *last = tokens && tokens->len > 0 ? &g_array_index(tokens, Token, tokens->len - 1) : NULL;
  return last && last->kind == TOKEN_WORD && g_ascii_isupper(*last->start);
}

static void take_number(Cutter *cutter)
{
  const char *start = cutter->at, *end;
  bool pounds = g_str_has_prefix(start, "£");
  const char *digits = pounds ? start + strlen("£") : start;
  int year;
  if (!pounds && (end = scan_year(start, &year))) {
    add_token(cutter, TOKEN_YEAR, start, end)->number = amount_from_int(year);
    return;
  }
  Amount number;
  if (!pounds && (end = scan_day(start, &number))) {
    add_token(cutter, TOKEN_DATE, start, end)->number = number;
    return;
  }
  if (!pounds && (end = scan_time(start, &number))) {
    Token *time = add_token(cutter, TOKEN_NUMBER, start, end);
    time->number = number;
    time->time = true;
    return;
  }
  const char *doubtful = is_in_code(cutter) ? NULL : figure_blanks(digits);
  if (doubtful) {
    add_token(cutter, TOKEN_SIGN, start, doubtful)->word = (char *)"#";
    return;
  }
  if (figure_scan(digits, &number, &end) != SCAN_FIGURE) { /* nobody can tell, or too long to hold: pass it over */
    add_token(cutter, TOKEN_SIGN, start, end)->word = (char *)"#";
    return;
  }
  bool percent = false, ordinal = false;
  const char *multiplied = take_multiplier(end, pounds, &number);
  if (pounds || multiplied > end)
    end = multiplied;
  else
    end = take_percent(take_ordinal(end, &ordinal), &percent);
  Token *token = add_token(cutter, TOKEN_NUMBER, start, end);
  token->number = number;
  token->percent = percent;
  token->pounds = pounds;
  token->ordinal = ordinal;
}

/* "q3", "quarter 3", "qtr. 3", "quarter three"; "third quarter" is found when the word quarter is met. */
static bool is_quarter_word(const char *word)
{
  return strcmp(word, "quarter") == 0 || strcmp(word, "qtr") == 0 || strcmp(word, "q") == 0;
}

static int number_word(const char *word, const char *const *words)
{
  for (int i = 0; words[i]; i++)
    if (strcmp(words[i], word) == 0)
      return i + 1;
  return 0;
}

/* Turns the last word into a quarter when the words before or the digit after say which. */
static void try_quarter(Cutter *cutter)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth", NULL };
  GArray *tokens = cutter->current->tokens;
  Token *last = &g_array_index(tokens, Token, tokens->len - 1);
  const char *next = cutter->at + strspn(cutter->at, ". ");
  bool digit =
      *next >= '1' && *next <= '4' && !g_ascii_isalnum(next[1]) && !(next[1] == '.' && g_ascii_isdigit(next[2]));
  if (digit) {
    last->kind = TOKEN_QUARTER;
    last->number = amount_from_int(*next - '0');
    cutter->at = next + 1;
    last->length_bytes = (guint)(cutter->at - last->start);
    return;
  }
  Token *before = tokens->len > 1 ? last - 1 : NULL;
  int which = before && before->kind == TOKEN_WORD ? number_word(before->word, ordinals) : 0;
  if (which == 0)
    return;
  before->kind = TOKEN_QUARTER;
  before->number = amount_from_int(which);
  before->length_bytes = (guint)(cutter->at - before->start);
  g_array_set_size(tokens, tokens->len - 1);
}

/* 1 to 12 for the name of a month or its usual short form, else 0. */
static gint8 month_of(const Token *token)
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };
  if (token->length_bytes < 3 || !strchr("jfmasond", *token->word))
    return 0;
  for (gint8 i = 0; i < 12; i++)
    if (*token->word == *names[i] &&
        (strcmp(token->word, names[i]) == 0 ||
         (token->length_bytes <= 4 && i != 4 && strncmp(token->word, names[i], token->length_bytes) == 0)))
      return i + 1;
  return 0;
}

static void take_word(Cutter *cutter)
{
  const char *end = cutter->at;
  while (g_unichar_isalpha(g_utf8_get_char(end)) || *end == '\'' || g_str_has_prefix(end, "’"))
    end = g_utf8_next_char(end);
  Token *token = add_token(cutter, TOKEN_WORD, cutter->at, end);
  token->word = arena_strndup(cutter->arena, token->start, token->length_bytes);
  if (!text_lower_ascii(token->word)) {
    g_autofree char *lower = g_utf8_strdown(token->word, -1);
    token->word = arena_strdup(cutter->arena, lower);
  }
  token->month = month_of(token);
  if (is_quarter_word(token->word))
    try_quarter(cutter);
}

/* A full stop ends a sentence before a space and a capital, or at the end; not after "Qtr" or one letter. */
static bool ends_sentence(const Cutter *cutter)
{
  const char *at = cutter->at;
  if (*at == '\n' || *at == '!' || *at == '?')
    return true;
  if (*at != '.')
    return false;
  const char *next = at + 1 + strspn(at + 1, " \n\t)\"'");
  gunichar follows = g_utf8_get_char(next);
  return *next == '\0' ||
         (next > at + 1 && (g_unichar_isupper(follows) || g_unichar_isdigit(follows) || follows == 0xA3));
}

static void cut(Cutter *cutter)
{
  while (*cutter->at) {
    gunichar character = g_utf8_get_char(cutter->at);
    if (ends_sentence(cutter)) {
      end_sentence(cutter);
      cutter->at++;
    } else if (g_unichar_isspace(character)) {
      cutter->at = g_utf8_next_char(cutter->at);
    } else if (g_ascii_isdigit(*cutter->at) || (character == 0xA3 && g_ascii_isdigit(cutter->at[2]))) {
      take_number(cutter);
    } else if (g_unichar_isalpha(character)) {
      take_word(cutter);
    } else {
      const char *end = g_utf8_next_char(cutter->at);
      char *sign = arena_strndup(cutter->arena, cutter->at, (gsize)(end - cutter->at));
      add_token(cutter, TOKEN_SIGN, cutter->at, end)->word = sign;
    }
  }
  end_sentence(cutter);
}

static GPtrArray *cut_all(Cutter cutter)
{
  cutter.sentences = arena_list(cutter.arena);
  cutter.at = cutter.text;
  if (cutter.at)
    cut(&cutter);
  return cutter.sentences;
}

GPtrArray *sentences_of_text(Arena *arena, const char *text)
{
  return cut_all((Cutter){ .arena = arena, .text = arena_strdup(arena, text) });
}

GPtrArray *sentences_of_passage(Arena *arena, Passage *passage)
{
  return cut_all((Cutter){ .arena = arena, .text = passage->text, .passage = passage });
}

GPtrArray *sentences_of_field(Arena *arena, const Record *record, const char *field)
{
  return sentences_of_passage(arena, passage_of_field(arena, record, field));
}

GPtrArray *sentences_of(Arena *arena, const Prose *prose)
{
  return prose ? sentences_of_passage(arena, passage_of_prose(arena, prose)) : arena_list(arena);
}
