/* Typed values as text, in the form in which they are read. */
#include "record/value.h"

static char *codes_text(const GPtrArray *codes)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index(codes, i));
  return g_string_free(text, FALSE);
}

static char *flags_text(const Terms *terms, guint set)
{
  GString *text = g_string_new(NULL);
  for (guint value = 1; value < terms->n; value++)
    if (set & (1u << value))
      g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", terms->names[value]);
  return g_string_free(text, FALSE);
}

/* As it was written. */
static char *amount_text(const OptAmount *amount)
{
  return amount->timed ? amount_time_to_string(amount->amount) : amount_to_string(amount->amount);
}

char *value_write(const Field *field, const void *at)
{
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
    return g_strdup(*(char *const *)at);
  case FIELD_CODES:
    return codes_text(*(GPtrArray *const *)at);
  case FIELD_INT:
    return g_strdup_printf("%d", *(const int *)at);
  case FIELD_BOOL:
    return g_strdup(*(const bool *)at ? "yes" : "no");
  case FIELD_AMOUNT:
    return amount_text(at);
  case FIELD_DATE:
    return date_to_string(*(const Date *)at);
  case FIELD_PERIOD:
    return period_to_string(*(const Period *)at);
  case FIELD_TERM:
    return g_strdup(terms_name(field->detail, *(const int *)at));
  case FIELD_FLAGS:
    return flags_text(field->detail, *(const guint *)at);
  case FIELD_RUNS:
  case FIELD_PROSE:
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  g_assert_not_reached();
}
