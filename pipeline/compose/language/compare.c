/* Comparing values of fields: by the type that their Spec says. */
#include "compose/language/compare.h"
#include "base/text.h"
#include <string.h>

static bool is_text(const Field *field)
{
  return field->type == FIELD_TEXT || field->type == FIELD_CODE;
}

Comparable field_comparable(const Field *field)
{
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
  case FIELD_BOOL:
    return COMPARE_EQUAL;
  case FIELD_INT:
  case FIELD_AMOUNT:
  case FIELD_DATE:
  case FIELD_PERIOD:
  case FIELD_TERM:
    return COMPARE_ORDER;
  case FIELD_CODES:
  case FIELD_FLAGS:
    return COMPARE_MEMBER;
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  return COMPARE_NOTHING;
}

bool fields_alike(const Field *a, const Field *b)
{
  bool texts_a = is_text(a) || a->type == FIELD_CODES, texts_b = is_text(b) || b->type == FIELD_CODES;
  if (texts_a || texts_b)
    return texts_a && texts_b;
  return a->type == b->type && a->detail == b->detail;
}

static int compare_ints(gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int values_compare(const Field *field, const void *a, const void *b)
{
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
    return text_compare(*(char *const *)a, *(char *const *)b);
  case FIELD_BOOL:
    return compare_ints(*(const bool *)a, *(const bool *)b);
  case FIELD_INT:
    return compare_ints(*(const int *)a, *(const int *)b);
  case FIELD_TERM:
    return terms_compare(field->detail, *(const int *)a, *(const int *)b);
  case FIELD_AMOUNT:
    return amount_compare(((const OptAmount *)a)->amount, ((const OptAmount *)b)->amount);
  case FIELD_DATE:
    return date_compare(*(const Date *)a, *(const Date *)b);
  case FIELD_PERIOD:
    return period_compare(*(const Period *)a, *(const Period *)b);
  case FIELD_CODES:
  case FIELD_FLAGS:
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  return 0;
}

bool value_has(Lookup *lookup, const Field *field, const void *list, const Field *other_field, const void *other)
{
  if (field->type == FIELD_FLAGS)
    return (*(const guint *)list & *(const guint *)other) != 0;
  const GPtrArray *codes = *(GPtrArray *const *)list;
  if (other_field->type != FIELD_CODES)
    return lookup_code(lookup, codes, *(char *const *)other) < codes->len;
  const GPtrArray *others = *(GPtrArray *const *)other;
  for (guint i = 0; i < others->len; i++)
    if (lookup_code(lookup, codes, g_ptr_array_index(others, i)) < codes->len)
      return true;
  return false;
}

/* ---- words of the layout ----------------------------------------------------------------------------------------- */

static const void *fault_word(const Scanner *scanner, const char *at, const Field *field, const char *word,
                              const char *wanted)
{
  scanner_fault(scanner, "L-VALUE", at, "'%s' can never be '%s': it is %s", field->name, word, wanted);
  return NULL;
}

static const void *term_from_word(const Scanner *scanner, const char *at, const Field *field, const char *word)
{
  const Terms *terms = field->detail;
  int value = terms_find(terms, word);
  if (value > 0) {
    guint *slot = arena_alloc(scanner->compiler->arena, sizeof *slot);
    *slot = field->type == FIELD_FLAGS ? 1u << value : (guint)value;
    return slot;
  }
  g_autofree char *all = g_strjoinv(", ", (char **)terms->names + 1);
  g_autofree char *wanted = g_strdup_printf("one of %s", all);
  return fault_word(scanner, at, field, word, wanted);
}

static bool int_from_word(const char *word, int *ret_value)
{
  guint64 value;
  if (!g_ascii_string_to_unsigned(word, 10, 0, G_MAXINT, &value, NULL))
    return false;
  *ret_value = (int)value;
  return true;
}

const void *value_from_word(const Scanner *scanner, const char *at, const Field *field, const char *word)
{
  /* big enough and aligned for every type below */
  union {
    char *text;
    bool yes;
    int number;
    OptAmount amount;
    Date date;
    Period period;
  } *slot = arena_alloc(scanner->compiler->arena, sizeof *slot);
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
  case FIELD_CODES:
    slot->text = arena_strdup(scanner->compiler->arena, word);
    return slot;
  case FIELD_BOOL:
    slot->yes = g_str_equal(word, "yes");
    return slot->yes || g_str_equal(word, "no") ? slot : fault_word(scanner, at, field, word, "yes or no");
  case FIELD_INT:
    return int_from_word(word, &slot->number) ? slot : fault_word(scanner, at, field, word, "a whole number");
  case FIELD_AMOUNT:
    slot->amount.given = amount_parse(word, &slot->amount.amount);
    return slot->amount.given ? slot : fault_word(scanner, at, field, word, "a number");
  case FIELD_DATE:
    return date_parse(word, &slot->date) ? slot : fault_word(scanner, at, field, word, "a date (YYYY-MM-DD)");
  case FIELD_PERIOD:
    if (!period_parse(word, &slot->period))
      return fault_word(scanner, at, field, word, "a period (2009-10-Q4)");
    slot->period = period_settle(slot->period, scanner->compiler->year_begins);
    return slot;
  case FIELD_TERM:
  case FIELD_FLAGS:
    return term_from_word(scanner, at, field, word);
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  return NULL;
}
