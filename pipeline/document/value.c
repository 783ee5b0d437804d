/* How values read: figures with unit, states and flags as words of the document's language. */
#include "document/document.h"
#include <string.h>

void document_index_words(Arena *arena, Document *document)
{
  document->word_index = g_hash_table_new(g_str_hash, g_str_equal);
  arena_own(arena, document->word_index, (GDestroyNotify)g_hash_table_unref);
  for (guint i = document->words->len; i-- > 0;) { /* of two, the first counts */
    const Word *word = g_ptr_array_index(document->words, i);
    g_hash_table_insert(document->word_index, word->name, word->text);
  }
}

const char *document_find_word(const Document *document, const char *name)
{
  if (document->word_index)
    return g_hash_table_lookup(document->word_index, name);
  for (guint i = 0; i < document->words->len; i++) {
    const Word *word = g_ptr_array_index(document->words, i);
    if (word->name[0] == name[0] && g_str_equal(word->name, name)) /* two hundred words for each figure */
      return word->text;
  }
  return NULL;
}

const char *document_word(const Document *document, const char *name)
{
  const char *word = document_find_word(document, name);
  return word ? word : name;
}

/* The word "prefix-name", or NULL when the document has none. */
static const char *find_term(const Document *document, const char *prefix, const char *name)
{
  g_autofree char *full = g_strconcat(prefix, "-", name, NULL);
  return document_find_word(document, full);
}

char *word_fill(const char *text, const char *const *names, const char *const *values)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at;) {
    const char *end = *at == '{' ? strchr(at, '}') : NULL;
    guint found = 0;
    while (end && names[found] &&
           (strlen(names[found]) != (gsize)(end - at - 1) || strncmp(names[found], at + 1, end - at - 1) != 0))
      found++;
    if (end && names[found]) {
      g_string_append(out, values[found]);
      at = end + 1;
    } else {
      g_string_append_c(out, *at++);
    }
  }
  return g_string_free(out, FALSE);
}

/* The named pattern with {n} filled in; n alone when there is no such pattern. Takes n. */
static char *fill_n(const Document *document, const char *prefix, const char *name, char *n)
{
  g_autofree char *owned = n;
  const char *pattern = *name ? find_term(document, prefix, name) : NULL;
  return pattern ? word_fill(pattern, (const char *const[]){ "n", NULL }, (const char *const[]){ n })
                 : g_steal_pointer(&owned);
}

#define MINUS "\u2212"

/* A sign of the number stands before that of its unit: "\u2212$50,000", "($50,000)". Takes n. */
static char *fill_signed(const Document *document, const char *prefix, const char *name, char *n)
{
  const char *pattern = find_term(document, prefix, name);
  bool before = pattern && pattern[0] != '{', minus = g_str_has_prefix(n, MINUS), bracket = n[0] == '(';
  if (!before || (!minus && !bracket))
    return fill_n(document, prefix, name, n);
  g_autofree char *whole = n;
  gsize length = strlen(n);
  char *bare = minus ? g_strdup(n + strlen(MINUS)) : g_strndup(n + 1, length - 2);
  g_autofree char *filled = fill_n(document, prefix, name, bare);
  return minus ? g_strconcat(MINUS, filled, NULL) : g_strconcat("(", filled, ")", NULL);
}

/* The named pattern for one, or for others. */
static char *fill_figure(const Document *document, const char *prefix, const char *name, char *n)
{
  g_autofree char *one = strcmp(n, "1") == 0 ? g_strconcat(name, "-one", NULL) : NULL;
  return fill_signed(document, prefix, one && find_term(document, prefix, one) ? one : name, n);
}

/* ---- figures -------------------------------------------------------------------------------------------------- */

static char *figure(const Value *value)
{
  Amount amount = value->number.amount;
  if (value->unit == UNIT_MINUTES_SECONDS)
    return amount_format_time(amount);
  if (!value->parentheses || amount.units >= 0)
    return amount_format(amount, value->decimals);
  g_autofree char *positive = amount_format(amount_negate(amount), value->decimals);
  return g_strconcat("(", positive, ")", NULL);
}

/* Yes or no, for figures that stand for them. */
static const char *yes_no(const Document *document, const Value *value)
{
  return document_word(document, amount_is_zero(value->number.amount) ? "no" : "yes");
}

/* The words of the flags, "E, R"; prefix shorthand or flag. NULL: none. */
static char *flag_words(const Document *document, guint flags, const char *prefix)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint flag = 1; flag < terms_flag.n; flag++) {
    if (!(flags & (1u << flag)) || flags_nearness(1u << flag))
      continue;
    const char *name = terms_flag.names[flag];
    const char *word = find_term(document, prefix, name);
    if (!word)
      word = find_term(document, "flag", name);
    g_string_append_printf(out, "%s%s", out->len ? ", " : "", word ? word : name);
  }
  return out->len ? g_strdup(out->str) : NULL;
}

/* What stands instead of a figure: words as given, else the state by its prefix (shorthand or state). */
static const char *instead(const Document *document, const Value *value, const char *prefix)
{
  if (value->text)
    return value->text;
  const char *name = terms_name(&terms_state, value->state);
  if (!*name)
    return "";
  const char *word = find_term(document, prefix, name);
  if (!word)
    word = find_term(document, "state", name);
  return word ? word : name;
}

Amount figure_shown(Amount amount, int unit, int decimals)
{
  if (unit == UNIT_YES_NO)
    return amount_from_int(!amount_is_zero(amount));
  return decimals < 0 ? amount : amount_round(amount, MIN((guint)decimals, AMOUNT_MAX_SCALE));
}

/* "803.8 per 100,000": the way of reading aloud, where it differs from that of the table. */
static char *figure_aloud(const Document *document, const Value *value)
{
  const char *unit = terms_name(&terms_unit, value->unit);
  bool time = value->unit == UNIT_MINUTES_SECONDS;
  char *number = time ? amount_format_time(value->number.amount) : amount_format(value->number.amount, value->decimals);
  return fill_figure(document, *unit && find_term(document, "said", unit) ? "said" : "unit", unit, number);
}

char *value_rate(const Document *document, const Value *value)
{
  if (!value->number.given || !value->rate.given)
    return NULL;
  const Value rate = { .number = value->rate, .unit = value->rate_unit, .decimals = -1 };
  return figure_aloud(document, &rate);
}

/* "To improve on over 568 (4.81 per 1,000)": what stands before and behind a figure. Takes the figure. */
static char *with_surroundings(const Document *document, const Value *value, char *figure)
{
  int near = value->number.given ? flags_nearness(value->flags) : FLAG_NONE;
  char *text = near ? fill_n(document, "near", terms_name(&terms_flag, near), figure) : figure;
  if (value->number.given && value->before) {
    g_autofree char *bare = text;
    text = g_strdup_printf("%s %s", value->before, bare);
  }
  g_autofree char *rate = value_rate(document, value);
  if (!rate)
    return text;
  g_autofree char *owned = text;
  return g_strdup_printf("%s (%s)", text, rate);
}

char *value_to_text(const Document *document, const Value *value)
{
  g_autofree char *flags = flag_words(document, value->flags, "shorthand");
  g_autofree char *text = NULL;
  if (!value->number.given)
    text = g_strdup(instead(document, value, "shorthand"));
  else if (value->unit == UNIT_YES_NO)
    text = g_strdup(yes_no(document, value));
  else
    text = fill_figure(document, "unit", terms_name(&terms_unit, value->unit), figure(value));
  text = with_surroundings(document, value, g_steal_pointer(&text));
  return flags && *text ? g_strdup_printf("%s (%s)", text, flags) : g_steal_pointer(&text);
}

char *value_to_sentence(const Document *document, const Value *value)
{
  g_autofree char *flags = flag_words(document, value->flags, "flag");
  g_autofree char *text = NULL;
  if (!value->number.given)
    text = value->text ? g_strdup(value->text) : g_utf8_strdown(instead(document, value, "state"), -1);
  else if (value->unit == UNIT_YES_NO)
    text = g_utf8_strdown(yes_no(document, value), -1);
  else
    text = figure_aloud(document, value);
  text = with_surroundings(document, value, g_steal_pointer(&text));
  return flags && *text ? g_strdup_printf("%s, %s", text, flags) : g_steal_pointer(&text);
}
