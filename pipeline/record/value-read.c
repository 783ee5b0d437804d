/* Typed values from text, each with the words for what may be wrong with it. */
#include "base/text.h"
#include "record/value-guess.h"
#include "record/value-spell.h"
#include "record/value.h"
#include <string.h>

static bool fault(ValueFault *ret_fault, const char *rule, char *text)
{
  *ret_fault = (ValueFault){ .rule = rule, .text = text };
  return false;
}

static bool check_length(const char *text, glong most, ValueFault *ret_fault)
{
  glong length = text_length(text);
  if (length <= most)
    return true;
  g_autofree char *has = amount_format(amount_from_int(length), 0);
  g_autofree char *may = amount_format(amount_from_int(most), 0);
  fault(ret_fault, "V-LENGTH", g_strdup_printf("is %s characters; at most %s", has, may));
  ret_fault->no_quote = true;
  return false;
}

bool value_is_code(const char *text)
{
  if (!g_ascii_isalnum(text[0]) || strlen(text) > VALUE_CODE_CHARS)
    return false;
  for (const char *at = text; *at; at++)
    if (!g_ascii_isalnum(*at) && !strchr(" ./-&()", *at))
      return false;
  return true;
}

static bool check_code(const char *text, ValueFault *ret_fault)
{
  if (!check_length(text, VALUE_CODE_CHARS, ret_fault))
    return false;
  if (value_is_code(text))
    return true;
  return fault(
      ret_fault, "V-CODE",
      g_strdup("is not a code (use letters, digits, spaces and . / - & ( ), beginning with a letter or digit)"));
}

static bool read_codes(Arena *arena, const char *text, GPtrArray *list, ValueFault *ret_fault)
{
  g_auto(GStrv) parts = g_strsplit(text, ",", -1);
  for (char **part = parts; *part; part++) {
    g_strstrip(*part);
    if (!(*part)[0])
      return fault(ret_fault, "V-CODE", g_strdup("has nothing between two commas (write codes as: 6, 30, 31)"));
    if (strchr(*part, ';'))
      return fault(ret_fault, "V-CODE", g_strdup("has a semicolon between codes (write a comma: 6, 30, 31)"));
    if (!check_code(*part, ret_fault))
      return false;
  }
  for (char **part = parts; *part; part++)
    g_ptr_array_add(list, arena_strdup(arena, *part));
  return true;
}

static bool read_int(const char *text, int *ret_value, ValueFault *ret_fault)
{
  guint64 value;
  if (!g_ascii_string_to_unsigned(text, 10, 0, VALUE_INT_MAX, &value, NULL))
    return fault(ret_fault, "V-INT", g_strdup("is not a whole number from 0 to 1,000,000"));
  *ret_value = (int)value;
  return true;
}

static bool read_bool(const char *text, bool *ret_value, ValueFault *ret_fault)
{
  bool yes = strcmp(text, "yes") == 0;
  if (!yes && strcmp(text, "no") != 0)
    return fault(ret_fault, "V-BOOL", g_strdup("must be yes or no"));
  *ret_value = yes;
  return true;
}

/* Digits, perhaps with a sign and a point, and nothing else: then there are too many of them. */
static bool is_long_number(const char *text)
{
  const char *at = text + (text[0] == '-');
  gsize whole = strspn(at, "0123456789");
  const char *point = at + whole;
  return whole > 0 && (*point == '\0' || (*point == '.' && point[1] && !point[1 + strspn(point + 1, "0123456789")]));
}

/* "6m", which may be millions or minutes. */
static bool may_be_minutes(const char *text)
{
  gsize digits = strspn(text, "0123456789");
  return digits > 0 && strcmp(text + digits, "m") == 0;
}

/* Whether it is "1.2 million", "3rd" or "3 of 4", which are told. */
static bool other_numbers(const char *text, ValueFault *ret_fault)
{
  g_autofree char *whole = NULL, *counted = NULL;
  const char *word;
  g_autofree char *place = value_guess_place(text), *parts = value_guess_parts(text);
  if (value_guess_scaled(text, &whole, &counted, &word))
    fault(ret_fault, "V-NUM",
          g_strdup_printf("must be written %s; where the unit counts in %s, %s%s%.*s%s", whole, word, counted,
                          may_be_minutes(text) ? "; where it is minutes, " : "",
                          may_be_minutes(text) ? (int)strlen(text) - 1 : 0, text, may_be_minutes(text) ? ":00" : ""));
  else if (place)
    fault(ret_fault, "V-NUM", g_strdup_printf("must be written %s", place));
  else if (value_is_year(text))
    fault(ret_fault, "V-NUM", g_strdup("is a year, not a figure; the year that a figure is for is its period"));
  else if (parts)
    fault(ret_fault, "V-NUM", g_strdup_printf("is two figures: write one, with %s beside it", parts));
  return ret_fault->text != NULL;
}

/* Whether something stands beside the number that has a place of its own: "27 & 30", "5*", "5 days". */
static bool beside_number(const char *text, ValueFault *ret_fault)
{
  g_autofree char *first = NULL, *second = NULL;
  const char *word;
  g_autofree char *marked = value_guess_marked(text), *power = value_guess_power(text),
                  *counted = value_guess_counted(text, &word);
  if (value_guess_two(text, &first, &second))
    fault(
        ret_fault, "V-NUM",
        g_strdup_printf("is two figures: give the indicator two measures (<measure ref=\"...\">), and write %s for the "
                        "one and %s for the other",
                        first, second));
  else if (marked)
    fault(ret_fault, "V-NUM",
          g_strdup_printf("must be written %s; what the sign behind it stands for goes into note", marked));
  else if (power)
    fault(ret_fault, "V-NUM", g_strdup_printf("must be written %s", power));
  else if (counted)
    fault(ret_fault, "V-NUM",
          g_strdup_printf("must be written %s; the unit of the indicator says what '%s' does", counted, word));
  return ret_fault->text != NULL;
}

/* Whether the number has a flag or a rate beside it, which are told. */
static bool flagged_number(const char *text, ValueFault *ret_fault)
{
  const char *flag;
  g_autofree char *flagged = value_guess_flagged(text, &flag), *number = NULL, *rate = NULL;
  g_autofree char *near = flagged ? NULL : value_guess_near(text, &flag);
  if (flagged || near)
    fault(ret_fault, "V-NUM",
          g_strdup_printf("must be written %s, with flags=\"%s\" beside it", flagged ? flagged : near, flag));
  else if (value_guess_rate(text, &number, &rate))
    fault(ret_fault, "V-NUM",
          g_strdup_printf("must be written %s, with rate=\"%s\" and rate-unit beside it%s", number, rate,
                          strlen(rate) <= 2 ? "; when it is the mark of a footnote, with the words in note" : ""));
  return ret_fault->text != NULL;
}

/* What was meant by text that is no number; false. */
static bool guess_amount(const Field *field, const char *text, ValueFault *ret_fault)
{
  g_autofree char *time = field->flags & FIELD_TIMED ? value_guess_time(text) : NULL;
  if (time)
    return fault(ret_fault, "V-NUM",
                 g_strdup_printf("must be written %s: minutes, a colon and two digits of seconds", time));
  g_autofree char *guess = value_guess_amount(text);
  bool thousands = guess && strchr("kK", text[strlen(text) - 1]);
  if (thousands)
    return fault(ret_fault, "V-NUM",
                 g_strdup_printf("must be written %s; in thousand-pounds, without the last three noughts", guess));
  if (guess)
    return fault(ret_fault, "V-NUM", g_strdup_printf("must be written %s", guess));
  g_autofree char *spelled = value_spell(text);
  if (flagged_number(spelled, ret_fault) || other_numbers(spelled, ret_fault) || beside_number(spelled, ret_fault))
    return false;
  g_autofree char *pointed = value_guess_point(spelled);
  if (pointed)
    return fault(ret_fault, "V-NUM",
                 g_strdup_printf("has a comma; decimals follow a point (did you mean %s?)", pointed));
  return fault(ret_fault, "V-NUM", g_strdup("is not a number (use digits, a point and at most 9 decimals: -1234.50)"));
}

static bool read_amount(const Field *field, const char *text, OptAmount *ret_amount, ValueFault *ret_fault)
{
  ret_amount->timed = (field->flags & FIELD_TIMED) && amount_parse_time(text, &ret_amount->amount);
  ret_amount->given = ret_amount->timed || amount_parse(text, &ret_amount->amount);
  if (ret_amount->given)
    return true;
  if (is_long_number(text))
    return fault(ret_fault, "V-NUM", g_strdup("has too many digits (at most 15, of which 9 decimals)"));
  return guess_amount(field, text, ret_fault);
}

/* "2010-02-31": the right form, but no such day. */
static bool is_dated(const char *text)
{
  static const char form[] = "9999-99-99";
  for (gsize i = 0; i < strlen(form); i++)
    if (form[i] == '9' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
      return i == strlen("9999-99") && text[i] == '\0';
  return text[strlen(form)] == '\0';
}

static bool read_date(const char *text, Date *ret_date, ValueFault *ret_fault)
{
  if (date_parse(text, ret_date))
    return true;
  if (is_dated(text))
    return fault(
        ret_fault, "V-DATE",
        g_strdup(text[0] == '2' && text[1] == '0' ? "is not in the calendar" : "is not between 2000 and 2099"));
  g_autofree char *guess = date_guess(text);
  if (guess)
    return fault(ret_fault, "V-DATE", g_strdup_printf("must be written %s", guess));
  return fault(ret_fault, "V-DATE", g_strdup("is not a date (use YYYY-MM-DD)"));
}

static bool read_period(const char *text, Period *ret_period, ValueFault *ret_fault)
{
  if (period_parse(text, ret_period))
    return true;
  g_autofree char *guess = period_advice(text);
  return guess
             ? fault(ret_fault, "V-PERIOD", g_strdup_printf("must be written %s", guess))
             : fault(
                   ret_fault, "V-PERIOD",
                   g_strdup(
                       "is not a period (use 2009-10 for a year, 2009-10-Q4 for a quarter, 2009-10-M12 for a month)"));
}

static char *not_one_of(const Terms *terms, const char *word)
{
  g_autoptr(GString) text = g_string_new("is not one of: ");
  for (guint value = 1; value < terms->n; value++)
    g_string_append_printf(text, "%s%s", value > 1 ? ", " : "", terms->names[value]);
  g_autofree char *hint = terms_hint(terms, word);
  g_string_append(text, hint);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static bool read_term(const Terms *terms, const char *text, int *ret_value, ValueFault *ret_fault)
{
  if (terms->own && !value_is_code(text) && terms_meant(terms, text) <= 0)
    return fault(ret_fault, "V-ENUM",
                 g_strdup("is not a code for one of the council's own (use letters, digits, spaces and . / - & ( ), "
                          "beginning with a letter or digit); how it is printed is its name and short"));
  bool room = terms->own && value_is_code(text) && terms_spoken(terms, text) == 0; /* for one of the council's own */
  int value = room ? terms_take(terms, text) : terms_find(terms, text);
  if (value <= 0)
    return fault(ret_fault, "V-ENUM", not_one_of(terms, text));
  *ret_value = value;
  return true;
}

static bool read_flags(const Terms *terms, const char *text, guint *ret_set, ValueFault *ret_fault)
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  guint set = 0;
  for (char **word = words; *word; word++) {
    int value = terms_find(terms, *word);
    if (value <= 0) {
      g_autofree char *wrong = not_one_of(terms, *word);
      return fault(ret_fault, "V-ENUM",
                   words[1] ? g_strdup_printf("holds '%s', which %s", *word, wrong) : g_steal_pointer(&wrong));
    }
    set |= 1u << value;
  }
  *ret_set = set;
  return true;
}

bool value_read(Arena *arena, const Field *field, const char *text, void *at, ValueFault *ret_fault)
{
  if (!text[0]) {
    fault(ret_fault, "V-EMPTY",
          g_strdup(field->flags & FIELD_REQUIRED ? "is empty" : "is empty (leave it out instead)"));
    ret_fault->no_quote = true;
    return false;
  }
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
    if (field->type == FIELD_CODE ? !check_code(text, ret_fault) : !check_length(text, VALUE_TEXT_CHARS, ret_fault))
      return false;
    *(char **)at = arena_strdup(arena, text);
    return true;
  case FIELD_CODES:
    return read_codes(arena, text, *(GPtrArray **)at, ret_fault);
  case FIELD_INT:
    return read_int(text, at, ret_fault);
  case FIELD_BOOL:
    return read_bool(text, at, ret_fault);
  case FIELD_AMOUNT:
    return read_amount(field, text, at, ret_fault);
  case FIELD_DATE:
    return read_date(text, at, ret_fault);
  case FIELD_PERIOD:
    return read_period(text, at, ret_fault);
  case FIELD_TERM:
    return read_term(field->detail, text, at, ret_fault);
  case FIELD_FLAGS:
    return read_flags(field->detail, text, at, ret_fault);
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  g_assert_not_reached();
}
