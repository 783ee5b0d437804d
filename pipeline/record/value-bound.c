/* What was meant by "less than 5", "90+" or "5-7" where a target's number belongs. */
#include "base/amount.h"
#include "record/value-guess.h"
#include "record/value-spell.h"
#include <string.h>

typedef struct {
  const char *words, *bound;
} BoundWord;

/* Longer ones before those that they begin with. */
static const BoundWord before[] = {
  { "<=", "at-most" },
  { "=<", "at-most" },
  { "\u2264", "at-most" },
  { ">=", "at-least" },
  { "=>", "at-least" },
  { "\u2265", "at-least" },
  { "<", "below" },
  { ">", "above" },
  { "less than", "below" },
  { "fewer than", "below" },
  { "lower than", "below" },
  { "under", "below" },
  { "below", "below" },
  { "at most", "at-most" },
  { "up to", "at-most" },
  { "no more than", "at-most" },
  { "not more than", "at-most" },
  { "no higher than", "at-most" },
  { "maximum of", "at-most" },
  { "maximum", "at-most" },
  { "max.", "at-most" },
  { "max", "at-most" },
  { "more than", "above" },
  { "greater than", "above" },
  { "higher than", "above" },
  { "over", "above" },
  { "above", "above" },
  { "at least", "at-least" },
  { "no less than", "at-least" },
  { "not less than", "at-least" },
  { "no fewer than", "at-least" },
  { "minimum of", "at-least" },
  { "minimum", "at-least" },
  { "min.", "at-least" },
  { "min", "at-least" },
};

static const BoundWord behind[] = {
  { "or less", "at-most" },   { "or fewer", "at-most" }, { "or under", "at-most" },  { "or below", "at-most" },
  { "or lower", "at-most" },  { "maximum", "at-most" },  { "max", "at-most" },       { "+", "at-least" },
  { "or more", "at-least" },  { "or over", "at-least" }, { "or above", "at-least" }, { "or higher", "at-least" },
  { "and over", "at-least" }, { "minimum", "at-least" }, { "min", "at-least" },
};

static const char *const between[] = { " to ", "-", " and " };

/* The number alone, with or without signs of its unit; NULL: it is none. Caller frees. */
static char *plain(const char *text)
{
  g_autofree char *bare = g_strstrip(g_strdup(text));
  Amount amount;
  if (amount_parse(bare, &amount) || amount_parse_time(bare, &amount))
    return g_steal_pointer(&bare);
  char *time = value_guess_time(bare);
  return time ? time : value_guess_amount(bare);
}

static char *with_bound(const char *text, const char *bound)
{
  g_autofree char *number = plain(text);
  return number ? g_strdup_printf("number=\"%s\" bound=\"%s\"", number, bound) : NULL;
}

/* Before the first sign of a range and after it: "5-7", "5% to 7%", "between 5 and 7"; "5 and 7" alone are two. */
static char *range(const char *text)
{
  bool said = g_str_has_prefix(text, "between ");
  const char *from = said ? text + strlen("between ") : text;
  for (guint i = 0; i < G_N_ELEMENTS(between) - !said; i++) {
    const char *at = *from ? strstr(from + 1, between[i]) : NULL;
    if (!at)
      continue;
    g_autofree char *head = g_strndup(from, (gsize)(at - from));
    g_autofree char *low = plain(head);
    g_autofree char *high = plain(at + strlen(between[i]));
    if (low && high)
      return g_strdup_printf("number=\"%s\" to=\"%s\"", low, high);
  }
  return NULL;
}

char *value_guess_bound(const char *written)
{
  g_autofree char *spelled = value_spell(written), *text = g_strstrip(g_utf8_strdown(spelled, -1));
  for (guint i = 0; i < G_N_ELEMENTS(before); i++)
    if (g_str_has_prefix(text, before[i].words))
      return with_bound(text + strlen(before[i].words), before[i].bound);
  for (guint i = 0; i < G_N_ELEMENTS(behind); i++)
    if (g_str_has_suffix(text, behind[i].words)) {
      g_autofree char *head = g_strndup(text, strlen(text) - strlen(behind[i].words));
      return with_bound(head, behind[i].bound);
    }
  return range(text);
}
