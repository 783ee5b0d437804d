/* The tokens of a sentence that is read, and its times: "Q3", "March 2010", "the same quarter last year". */
#include "facts/pattern-reader.h"

const Token *reader_token(const Reader *r, guint at)
{
  return sentence_token(r->sentence, at);
}

bool reader_is(const Reader *r, PhraseList list, guint at)
{
  return phrase_is(r->phrases, list, reader_token(r, at));
}

bool reader_is_figure(const Reader *r, guint at)
{
  const Token *token = reader_token(r, at);
  return sentence_is_figure(r->sentence, at) || (token && token->kind == TOKEN_NUMBER && token->time);
}

static const Period unknown = { PERIOD_NONE, 0, 0 };

static Period year_of(const Reader *r, int year)
{
  return r->context->begins == BEGINS_JANUARY ? unknown
                                              : (Period){ PERIOD_YEAR, (gint16)year, 0, (gint8)r->context->begins };
}

/* "quarter 3 of 2009/10", "Q3": how many words. */
static guint quarter_at(const Reader *r, guint at, Period *ret_period)
{
  enum { REACH = 3 };
  Period year = period_given(r->context->period) ? period_year(r->context->period) : unknown;
  guint words = 1;
  for (guint i = at + 1; i <= at + REACH && reader_token(r, i) && !reader_is_figure(r, i); i++)
    if (reader_token(r, i)->kind == TOKEN_YEAR) {
      year = year_of(r, (int)reader_token(r, i)->number.units);
      words = i - at + 1;
      break;
    }
  if (year.kind == PERIOD_YEAR)
    *ret_period = (Period){ PERIOD_QUARTER, year.year, (gint8)reader_token(r, at)->number.units, year.begins };
  return words;
}

/* "March 2010": a month; days are no time of a figure. */
static guint month_at(const Reader *r, guint at, Period *ret_period)
{
  Date date;
  guint last;
  if (!sentence_date(r->sentence, at, &date, &last))
    return sentence_month(reader_token(r, at)) ? 1 : 0;
  if (date.day == 0)
    *ret_period = period_settle((Period){ PERIOD_MONTH, date.year, date.month, BEGINS_JANUARY }, r->context->begins);
  return last - at + 1;
}

/* The month that was last, or is now, on that day. */
static Period last_month(const Reader *r, int month)
{
  Date made = r->context->made;
  int year = month <= made.month ? made.year : made.year - 1;
  return period_settle((Period){ PERIOD_MONTH, (gint16)year, (gint8)month, BEGINS_JANUARY }, r->context->begins);
}

Period reader_near_time(const Reader *r, guint at)
{
  Date date = { 0, 0, 0 };
  guint last;
  Period now = r->context->period;
  int month = sentence_month(reader_token(r, at));
  bool day = sentence_date(r->sentence, at, &date, &last) && date.day > 0;
  if (day && period_given(now)) {
    Date end = period_last_day(now);
    return date.day == end.day && date.month == end.month && (date.year == 0 || date.year == end.year) ? now : unknown;
  }
  return month > 0 && !day && date.year == 0 && date_given(r->context->made) ? last_month(r, month) : unknown;
}

/* "last year", "the same quarter last year", "a year ago", "this quarter". */
static guint told_at(const Reader *r, guint at, Period *ret_period, bool *ret_vague)
{
  enum { REACH = 3 };
  Period now = r->context->period;
  bool known = period_given(now);
  if (reader_is(r, PHRASES_SAME, at) && reader_is(r, PHRASES_QUARTER, at + 1))
    for (guint i = at + 2; i <= at + 1 + REACH; i++)
      if (reader_is(r, PHRASES_BEFORE, i) && reader_is(r, PHRASES_YEAR, i + 1)) {
        *ret_period = known ? period_back(now, 1, 0) : unknown;
        return i + 2 - at;
      }
  if (reader_is(r, PHRASES_BEFORE, at) && reader_is(r, PHRASES_YEAR, at + 1)) {
    *ret_period = known ? period_back(period_year(now), 1, 0) : unknown;
    *ret_vague = true;
    return 2;
  }
  if (reader_is(r, PHRASES_BEFORE, at) && reader_is(r, PHRASES_QUARTER, at + 1)) {
    *ret_period = known && now.kind == PERIOD_QUARTER ? period_back(now, 0, 1) : unknown;
    return 2;
  }
  if (reader_is(r, PHRASES_NOW, at) && (reader_is(r, PHRASES_YEAR, at + 1) || reader_is(r, PHRASES_QUARTER, at + 1))) {
    *ret_period = known && reader_is(r, PHRASES_YEAR, at + 1) ? period_year(now) : now;
    return 2;
  }
  return reader_is(r, PHRASES_YEAR, at) && reader_is(r, PHRASES_AGO, at + 1) ? 2
                                                                             : 0; /* the same period's, or the year's */
}

static bool is_bare_year(const Token *token)
{
  return token->kind == TOKEN_NUMBER && !token->percent && !token->pounds && token->number.scale == 0 &&
         token->number.units >= 1990 && token->number.units <= 2050 && token->length_bytes == 4;
}

/* A time that begins at the token: how many words; not given: one that is not known. */
guint reader_time(const Reader *r, guint at, Period *ret_period, bool *ret_vague)
{
  const Token *token = reader_token(r, at);
  *ret_period = unknown;
  if (token->kind == TOKEN_QUARTER)
    return quarter_at(r, at, ret_period);
  if (token->kind == TOKEN_YEAR) {
    *ret_period = year_of(r, (int)token->number.units);
    return 1;
  }
  guint words = told_at(r, at, ret_period, ret_vague);
  words = words ? words : month_at(r, at, ret_period);
  return words ? words : is_bare_year(token) || reader_is(r, PHRASES_OTHER, at);
}
