/* A reading: one figure of an indicator; its rows in plan, return and report. */
#include "model/reading.h"
#include <string.h>

static const char *const bound_names[] = { "", "below", "at-most", "above", "at-least", NULL };
const Terms terms_bound = { "bound", G_N_ELEMENTS(bound_names) - 1, bound_names };

#define READING_ROWS                                                                                                   \
  FIELD(Reading, measure, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                    \
      FIELD(Reading, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),                                               \
      FIELD(Reading, number, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),                                     \
      FIELD(Reading, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                   \
      FIELD(Reading, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state),                                          \
      FIELD(Reading, flags, NULL, IN_ATTRIBUTE, FIELD_FLAGS, 0, &terms_flag),                                          \
      FIELD(Reading, numerator, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                                            \
      FIELD(Reading, denominator, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                                          \
      FIELD(Reading, rate, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                                                 \
      FIELD_AS("rate-unit", Reading, rate_unit, "unit of the rate", IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),         \
      FIELD_AS("as-at", Reading, as_at, "as-at date", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),                              \
      FIELD(Reading, source, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                 \
      FIELD(Reading, note, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)

#define BOUND_ROWS                                                                                                     \
  FIELD(Reading, bound, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_bound),                                              \
      FIELD(Reading, to, "end of the range", IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL)

#define LIMIT_ROWS                                                                                                     \
  FIELD(Reading, lower, "lower limit", IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),                                 \
      FIELD(Reading, upper, "upper limit", IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),                             \
      FIELD(Reading, level, "confidence level", IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),                                  \
      FIELD(Reading, sample, "sample size", IN_ATTRIBUTE, FIELD_INT, 0, NULL)

#define SHOWN_ROWS                                                                                                     \
  FIELD_AS("ends-in", Reading, ends_in, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),                                    \
      FIELD(Reading, label, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                  \
      FIELD(Reading, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),                                            \
      FIELD(Reading, decimals, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL)

SPEC(value_spec, Reading, "value", "value", READING_ROWS, LIMIT_ROWS,
     FIELD(Reading, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating));
SPEC(target_spec, Reading, "target", "target", READING_ROWS, BOUND_ROWS,
     FIELD(Reading, until, "last year", IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL));
SPEC(actual_spec, Reading, "actual", "actual", READING_ROWS, LIMIT_ROWS);
SPEC(baseline_spec, Reading, "baseline", "baseline", READING_ROWS);
SPEC(report_value_spec, Reading, "value", "value", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_was_spec, Reading, "was", "figure as it was", READING_ROWS, LIMIT_ROWS, BOUND_ROWS, SHOWN_ROWS);
SPEC(report_now_spec, Reading, "now", "figure as it is", READING_ROWS, LIMIT_ROWS, BOUND_ROWS, SHOWN_ROWS);
SPEC(report_baseline_spec, Reading, "baseline", "baseline", READING_ROWS, SHOWN_ROWS);
SPEC(report_target_spec, Reading, "target", "target", READING_ROWS, BOUND_ROWS, SHOWN_ROWS);
SPEC(report_goal_spec, Reading, "goal", "goal", READING_ROWS, BOUND_ROWS, SHOWN_ROWS);
SPEC(report_aside_spec, Reading, "aside", "aside", READING_ROWS, BOUND_ROWS, SHOWN_ROWS);
SPEC(report_full_year_spec, Reading, "full-year", "figure of the year", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_part_spec, Reading, "part", "figure of a part", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_before_spec, Reading, "before", "figure before", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_actual_spec, Reading, "actual", "actual", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_point_spec, Reading, "point", "point", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);
SPEC(report_comparator_spec, Reading, "comparator", "comparator", READING_ROWS, LIMIT_ROWS, SHOWN_ROWS);

SPEC(quartile_spec, Quartile, "quartile", "quartiles",
     FIELD(Quartile, measure, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Quartile, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Quartile, top, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Quartile, middle, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Quartile, bottom, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Quartile, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state));

bool state_is_without_figure(int state)
{
  switch ((State)state) {
  case STATE_NOT_AVAILABLE:
  case STATE_NOT_APPLICABLE:
  case STATE_TO_BE_CONFIRMED:
  case STATE_SUPPRESSED:
  case STATE_NOT_DUE:
  case STATE_NOT_SUPPLIED:
  case STATE_NOT_READABLE:
  case STATE_PARTS_ONLY:
    return true;
  case STATE_NONE:
  case STATE_ANNUAL:
  case STATE_SEE_COMMENT:
  case STATE_NEW_MEASURE:
    return false;
  }
  return false;
}

/* The state of a reading or of quartiles; STATE_NONE of anything else. */
static int state_of(const Record *record)
{
  if (record->spec == &quartile_spec)
    return ((const Quartile *)record)->state;
  return spec_is_reading(record->spec) ? ((const Reading *)record)->state : STATE_NONE;
}

/* Figures in the words: digits that are no year and no day of a month, or an answer. */
static bool words_tell_figure(const char *words)
{
  static const char year[] = "(19|20)[0-9]{2}([-/][0-9]{2,4})?";
  static const char day[] = "[0-9]{1,2}(st|nd|rd|th)?( of)? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  static const char part[] = "(quarter|Q) ?[1-4]";
  g_autofree char *pattern = g_strdup_printf("\\b(%s|%s|%s)", year, day, part);
  g_autoptr(GRegex) times = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal(times, words, -1, 0, "", 0, NULL);
  return !rest || strpbrk(rest, "0123456789") || answer_is_yes_or_no(words);
}

/* "Survey not held" beside not-available. What is withheld must not be told in words either. */
static bool says_more_of_state(const Reading *reading)
{
  bool stated = reading->state == STATE_NOT_AVAILABLE || reading->state == STATE_NOT_APPLICABLE ||
                reading->state == STATE_TO_BE_CONFIRMED || reading->state == STATE_NOT_DUE;
  return stated && reading->text && !reading->number.given && !words_tell_figure(reading->text);
}

bool reading_hides(const Record *record, const Field *field)
{
  if (field->type == FIELD_TEXT && g_str_equal(field->name, "note"))
    return state_of(record) == STATE_SUPPRESSED && reading_note_tells((const Reading *)record);
  if (field->type == FIELD_TEXT && g_str_equal(field->name, "text") && spec_is_reading(record->spec) &&
      says_more_of_state((const Reading *)record))
    return false;
  bool figure = field->type == FIELD_AMOUNT || (field->type == FIELD_TEXT && g_str_equal(field->name, "text")) ||
                (field->type == FIELD_INT && g_str_equal(field->name, "sample"));
  return figure && state_is_without_figure(state_of(record));
}

/* Numbers that are withheld are small, and may be said in words. */
static bool is_number_word(const char *word)
{
  static const char *const words[] = { "one",   "two",  "three", "four",   "five",   "six", "seven",
                                       "eight", "nine", "ten",   "eleven", "twelve", NULL };
  g_autofree char *folded = g_utf8_casefold(word, -1);
  return g_strv_contains(words, folded);
}

bool reading_note_tells(const Reading *reading)
{
  g_autoptr(GString) word = g_string_new(NULL);
  for (const char *at = reading->note; at; at = *at ? g_utf8_next_char(at) : NULL) {
    gunichar c = g_utf8_get_char(at);
    if (g_unichar_type(c) == G_UNICODE_DECIMAL_NUMBER || g_unichar_type(c) == G_UNICODE_OTHER_NUMBER)
      return true;
    if (g_unichar_isalpha(c)) {
      g_string_append_unichar(word, c);
      continue;
    }
    if (is_number_word(word->str))
      return true;
    g_string_truncate(word, 0);
  }
  return false;
}

void reading_lose_note(Reading *reading)
{
  if (!reading_note_tells(reading))
    return;
  reading->note = NULL;
  record_mark_unread(&reading->record, spec_field(reading->record.spec, "note"));
}

bool reading_hides_figure(const Reading *reading)
{
  return state_is_without_figure(reading->state) || !(reading->number.given || reading->text);
}

bool reading_has_figure(const Reading *reading)
{
  return reading->number.given || (reading->text && !state_is_without_figure(reading->state));
}

/* The number at the place, with commas in it or not, and how long it is; a sign before it is of the number. */
static bool number_at(const char *words, const char *at, gsize *ret_length, Amount *ret_number)
{
  gsize length = strspn(at, "0123456789,.");
  while (length > 0 && (at[length - 1] == ',' || at[length - 1] == '.'))
    length--;
  g_autoptr(GString) digits = g_string_new(NULL);
  bool minus = (at > words && at[-1] == '-') || (at >= words + 3 && g_str_has_prefix(at - 3, "\u2212"));
  if (minus)
    g_string_append_c(digits, '-');
  for (gsize i = 0; i < length; i++)
    if (at[i] != ',')
      g_string_append_c(digits, at[i]);
  *ret_length = length;
  return amount_parse(digits->str, ret_number);
}

const char *reading_number_in_words(const Reading *reading, gsize *ret_length)
{
  const char *words = reading->number.given ? reading->text : NULL;
  for (const char *at = words; at && *at;) {
    Amount number;
    gsize length = 1;
    bool begins = g_ascii_isdigit(*at) && (at == words || !g_ascii_isalnum(at[-1]));
    if (begins && number_at(words, at, &length, &number) && amount_compare(number, reading->number.amount) == 0) {
      *ret_length = length;
      return at;
    }
    at += begins ? MAX(length, 1) : 1;
  }
  return NULL;
}

const char *reading_words_beside(const Reading *reading)
{
  if (says_more_of_state(reading))
    return reading->text;
  if (!reading->text || state_is_without_figure(reading->state))
    return NULL;
  if (!reading->number.given)
    return reading->state != STATE_NONE ? reading->text : NULL;
  gsize length;
  const char *words = reading->text, *number = reading_number_in_words(reading, &length);
  if (number) {
    words = number + length;
    words += strspn(words, "%,; ");
  }
  return *words ? words : NULL;
}

char *reading_words_before(const Reading *reading)
{
  static const char *const signs[] = { "£", "€", "$", "-", "\u2212", " " };
  gsize length;
  const char *number = reading_number_in_words(reading, &length);
  g_autofree char *words =
      number && !state_is_without_figure(reading->state) ? g_strndup(reading->text, number - reading->text) : NULL;
  for (guint i = 0; words && i < G_N_ELEMENTS(signs); i++)
    if (g_str_has_suffix(words, signs[i])) {
      words[strlen(words) - strlen(signs[i])] = '\0';
      i = (guint)-1; /* from the first on */
    }
  return words && *words ? g_steal_pointer(&words) : NULL;
}

bool reading_contradicts(const Reading *reading)
{
  bool told = reading->number.given || (reading->text && !says_more_of_state(reading));
  return told && reading->state != STATE_SUPPRESSED && state_is_without_figure(reading->state);
}

void reading_clear(Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (!reading_hides(record, field))
      continue;
    if (field->type == FIELD_AMOUNT)
      *(OptAmount *)record_at(record, field) = (OptAmount){ .given = false };
    else if (field->type == FIELD_INT)
      *(int *)record_at(record, field) = -1;
    else
      *(char **)record_at(record, field) = NULL;
  }
  if (state_is_without_figure(state_of(record)) && spec_is_reading(record->spec))
    ((Reading *)record)->bound = BOUND_NONE;
}

bool reading_is_bound(const Reading *reading)
{
  return reading->bound != BOUND_NONE || reading->to.given;
}

const char *reading_bound_fault(const Reading *reading)
{
  if (!reading_is_bound(reading))
    return NULL;
  if (!reading->number.given)
    return reading->to.given ? "has the end of a range and no number where it begins"
                             : "has a bound and no number that it is of";
  if (reading->bound && reading->to.given)
    return "has a bound and the end of a range: a range is number=\"5\" to=\"7\" alone";
  if (reading->to.given && amount_compare(reading->to.amount, reading->number.amount) < 0)
    return "ends before it begins: the smaller figure is the number, the larger one to";
  return NULL;
}

const char *reading_limits_fault(const Reading *reading)
{
  bool any = reading->lower.given || reading->upper.given || reading->level.given;
  if (!any)
    return NULL;
  if (!reading->lower.given || !reading->upper.given)
    return "has one confidence limit or a level without the limits: lower and upper belong together";
  if (amount_compare(reading->lower.amount, reading->upper.amount) > 0)
    return "has a lower confidence limit above the upper one";
  if (!reading->number.given)
    return "has confidence limits and no number that they are of";
  if (amount_compare(reading->number.amount, reading->lower.amount) < 0 ||
      amount_compare(reading->number.amount, reading->upper.amount) > 0)
    return "lies outside its confidence limits";
  if (reading->level.given && (amount_compare(reading->level.amount, amount_from_int(50)) < 0 ||
                               amount_compare(reading->level.amount, amount_from_int(100)) >= 0))
    return "has a confidence level that is none: it is given in percent, as 95";
  return NULL;
}

bool reading_has_limits(const Reading *reading)
{
  return reading->lower.given && reading->upper.given && !reading_limits_fault(reading);
}

bool reading_may_be(const Reading *reading, Amount number)
{
  return reading_has_limits(reading) && amount_compare(reading->lower.amount, number) <= 0 &&
         amount_compare(number, reading->upper.amount) <= 0;
}

void reading_settle(Reading *reading)
{
  if (reading_contradicts(reading) || reading_bound_fault(reading)) {
    reading->state = STATE_NOT_READABLE;
    reading->flags = 0;
  }
  reading_clear(&reading->record);
}

const Reading *reading_told(Arena *arena, const Reading *reading)
{
  if (!reading || !state_is_without_figure(reading->state))
    return reading;
  Record *copy = record_copy(arena, &reading->record, reading->record.parent);
  reading_clear(copy);
  return (const Reading *)copy;
}

bool answer_is_yes_or_no(const char *words)
{
  return g_ascii_strcasecmp(words, "yes") == 0 || g_ascii_strcasecmp(words, "no") == 0;
}

bool spec_is_reading(const Spec *spec)
{
  return spec->size == sizeof(Reading) && spec_field(spec, "numerator") != NULL;
}

bool reading_is_of_other_day(const Reading *reading)
{
  if (!date_given(reading->as_at) || !period_given(reading->period) || period_has_day(reading->period, reading->as_at))
    return false;
  Date last = period_last_day(reading->period), day = reading->as_at;
  bool read_after = date_compare(day, last) > 0 && day.year * 12 + day.month - last.year * 12 - last.month <= 1;
  return !read_after;
}

Date reading_day(const Reading *reading)
{
  return reading_is_of_other_day(reading) ? reading->as_at : period_last_day(reading->period);
}

Reading *reading_at(const GPtrArray *readings, Period period)
{
  for (guint i = readings->len; i > 0; i--) {
    Reading *reading = g_ptr_array_index(readings, i - 1);
    if (period_equal(reading->period, period))
      return reading;
  }
  return NULL;
}
