/* Figures of parts that are called by their names: "Ashby 89.4, Barton 87.2"; "Barton, at 87.2%, was the lowest". */
#include "facts/pattern-reader.h"

/* A name of words with capitals, and its figure. */
typedef struct {
  guint first, last, at;
} Part;

static bool is_name(const Reader *r, guint at)
{
  const Token *token = reader_token(r, at);
  return token && token->kind == TOKEN_WORD && g_unichar_isupper(g_utf8_get_char(token->start)) &&
         sentence_month(token) == 0 && token->length_bytes > 2;
}

static bool is_part_figure(const Reader *r, guint at)
{
  const Token *token = reader_token(r, at);
  return sentence_is_figure(r->sentence, at) && !token->pounds && !token->ordinal;
}

/* The name right before the figure, or with a word between; the beginning of a sentence is no name by itself. */
static bool part_at(const Reader *r, guint at, Part *ret_part)
{
  enum { BETWEEN = 2 };
  guint end = at;
  while (end > 0 && at - end < BETWEEN && reader_is(r, PHRASES_HAS, end - 1))
    end--;
  guint first = end;
  while (first > 0 && is_name(r, first - 1))
    first--;
  if (first == end)
    return false;
  *ret_part = (Part){ first, end - 1, at };
  return true;
}

static void put(const Reader *r, const Indicator *named, const Part *part, Period period)
{
  Reader of_part = *r;
  of_part.named = named;
  Clause clause = { .first = part->first, .end = part->at + 1 };
  guint before = r->facts->len;
  reader_put(&of_part, &clause, "part", PROPERTY_VALUE, part->at, period, SURE_ASSUMED);
  FactRow *fact = &g_array_index(r->facts, FactRow, before);
  g_autofree char *name = sentence_quote(r->sentence, part->first, part->last);
  fact->measure = arena_strdup(r->context->arena, name);
}

/* In a list of parts their unit goes without saying. */
static bool fits(const Reader *r, const Indicator *named, const Part *part, bool list)
{
  Reader of_part = *r;
  of_part.named = named;
  return reader_fits(&of_part, part->at) || (list && named->unit == UNIT_PERCENT);
}

/* "Ashby 89.4,": the figure right behind the name ends its clause. */
static bool is_of_list(const Reader *r, const Part *part)
{
  guint next = part->at + 1;
  return part->at == part->last + 1 &&
         (!reader_token(r, next) || reader_is(r, PHRASES_JOINT, next) || reader_token(r, next)->kind == TOKEN_SIGN);
}

void reader_parts(const Reader *r)
{
  enum { MOST = 20 };
  Part parts[MOST];
  guint n = 0, names = 0, listed = 0;
  const Indicator *named = r->context->indicator ? r->context->indicator : r->titled;
  for (guint i = 1; named && reader_token(r, i) && n < MOST; i++)
    n += is_part_figure(r, i) && part_at(r, i, &parts[n]);
  for (guint i = 0; i < n; i++) {
    names += parts[i].first > 0;
    listed += is_of_list(r, &parts[i]);
  }
  if (n == 0 || names == 0)
    return;
  Clause all = reader_clause(r, 0, r->sentence->tokens->len);
  Period period = all.times == 0 ? r->context->period : all.times == 1 ? all.period : all.near;
  for (guint i = 0; i < n && period_given(period); i++)
    if (fits(r, named, &parts[i], listed > 1 && listed == n))
      put(r, named, &parts[i], period);
}
