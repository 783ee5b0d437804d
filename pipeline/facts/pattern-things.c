/* How many there are of things that have no code: "9 of the 23 machines", "all 12 teams", "we own 5,240 homes", "a
 * staff of 630". */
#include "facts/gist.h"
#include "facts/pattern-reader.h"
#include <string.h>

enum { LEAST = 3, WORDS = 4 };

/* The number at the token, in figures or in words. */
static bool is_number(const Reader *r, guint at, Amount *ret_number)
{
  const Token *token = reader_token(r, at);
  int word = phrase_number(token);
  bool figure = token && sentence_is_figure(r->sentence, at) && !token->percent && !token->pounds && !token->time &&
                token->number.scale == 0;
  *ret_number = figure ? token->number : amount_from_int(MAX(word, 0));
  return figure || word >= 0;
}

/* A word that may belong to the name of things: "pay machines". */
static bool is_of_name(const Reader *r, guint at)
{
  const Token *token = reader_token(r, at);
  return token && token->kind == TOKEN_WORD && !reader_is(r, PHRASES_LINK, at) && !reader_is(r, PHRASES_WITHIN, at) &&
         !reader_is(r, PHRASES_JOINT, at) && !reader_is(r, PHRASES_RELATIVE, at) && !reader_is(r, PHRASES_OWN, at) &&
         !reader_is(r, PHRASES_OF, at) && !reader_is(r, PHRASES_CHANGE, at) && !reader_is(r, PHRASES_BY, at) &&
         !reader_is(r, PHRASES_AHEAD, at) && !reader_is(r, PHRASES_OTHER, at) && !reader_is(r, PHRASES_YEAR, at);
}

/* The words by which things are called from the token on, as stems with spaces between; the last is that of the noun.
 * What stands in words behind "of" makes them a part of something. NULL: none. Caller frees. */
static char *name_at(const Reader *r, guint at, guint *ret_last)
{
  g_autoptr(GString) name = g_string_new(NULL);
  guint i = at;
  for (; i < at + WORDS && is_of_name(r, i); i++) {
    g_autofree char *stem = gist_stem(reader_token(r, i)->word);
    if (!*stem)
      break;
    g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", stem);
  }
  *ret_last = i > at ? i - 1 : at;
  bool of = reader_is(r, PHRASES_OF, i) || is_of_name(r, i);
  return name->len > 0 && !of ? g_string_free(g_steal_pointer(&name), FALSE) : NULL;
}

static void put(const Reader *r, guint first, guint at, guint last, Amount number, const char *name, int sure)
{
  const char *noun = strrchr(name, ' ');
  FactRow fact = { .about = ABOUT_THINGS,
                   .ref = arena_strdup(r->context->arena, noun ? noun + 1 : name),
                   .property = PROPERTY_COUNT,
                   .number = { number, true, false },
                   .words = arena_strdup(r->context->arena, name),
                   .beside = r->context->item,
                   .pattern = "things",
                   .sure = sure,
                   .sentence = r->sentence,
                   .first = first,
                   .last = last,
                   .at = at };
  g_array_append_val(r->facts, fact);
}

/* "all 12", "we own 12", "our 12": all there are, whoever speaks; "9 of the 12": all of those meant here. SURE_NONE: it
 * may be some of them. */
static int sure_of(const Reader *r, guint at)
{
  guint before = at;
  bool ours = false;
  Amount part;
  while (before > 0 && (reader_is(r, PHRASES_OUR, before - 1) || reader_is(r, PHRASES_THE, before - 1))) {
    ours |= reader_is(r, PHRASES_OUR, before - 1);
    before--;
  }
  bool of = before > 0 && before < at && reader_is(r, PHRASES_OF, before - 1);
  guint whole = before - of;
  bool all = whole > 0 && reader_is(r, PHRASES_EACH, whole - 1);
  bool share = of && whole > 0 && is_number(r, whole - 1, &part);
  bool has =
      before == at && at > 0 && (reader_is(r, PHRASES_OWN, at - 1) || (at > 1 && reader_is(r, PHRASES_THERE, at - 2)));
  if (ours || has)
    return SURE_SAID;
  return all || share || r->context->planned ? SURE_ASSUMED : SURE_NONE;
}

/* "employed 612 people", "a staff of 630" */
static bool read_staff(const Reader *r, guint at, Amount number)
{
  bool people = at > 0 && reader_is(r, PHRASES_EMPLOY, at - 1) && reader_is(r, PHRASES_STAFF, at + 1);
  bool staff = at > 1 && reader_is(r, PHRASES_OF, at - 1) && reader_is(r, PHRASES_STAFF, at - 2);
  if (!people && !staff)
    return false;
  put(r, people ? at - 1 : at - 2, at, people ? at + 1 : at, number, "staff", SURE_SAID);
  return true;
}

void reader_things(const Reader *r)
{
  Amount number;
  guint last;
  for (guint i = 0; reader_token(r, i); i++) {
    if (!is_number(r, i, &number) || number.units < LEAST || read_staff(r, i, number))
      continue;
    int sure = sure_of(r, i);
    g_autofree char *name = sure ? name_at(r, i + 1, &last) : NULL;
    if (name)
      put(r, i, i, last, number, name, sure);
  }
}
