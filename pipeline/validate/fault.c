/* Messages about records: the record's name, the words, the place. */
#include "validate/fault.h"
#include "base/text.h"
#include <stdarg.h>
#include <string.h>

static void add(DiagList *diags, const char *id, const Record *record, gsize offset, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf(format, args);
  g_autofree char *name = record_name_within(record);
  diag_at(diags, id, record->source, offset, "%s: %s", name, text);
}

void fault_at(DiagList *diags, const char *id, const Record *record, const char *attribute, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add(diags, id, record, record_offset(record, attribute), format, args);
  va_end(args);
}

/* A code may be the start of another: "NI 15" is looked for before a comma, a quote or a space at the end of it. */
static gsize code_offset(const Record *record, const char *attribute, const char *code)
{
  gsize from = record_offset(record, attribute);
  const char *text = record->source->text, *at = text + from, *end = at + strcspn(at, "\"'<");
  for (; (at = g_strstr_len(at, end - at, code)); at++) {
    const char *after = at + strlen(code) + strspn(at + strlen(code), " \t\r\n");
    if (*after == ',' || after == end)
      return (gsize)(at - text);
  }
  return from;
}

void fault_at_code(DiagList *diags, const char *id, const Record *record, const char *attribute, const char *code,
                   const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add(diags, id, record, code_offset(record, attribute, code), format, args);
  va_end(args);
}

static const char *label_of(const Record *record, const char *attribute)
{
  const Field *field = spec_field(record->spec, attribute);
  return field && field->label ? field->label : attribute;
}

void fault_range(DiagList *diags, const Record *record, const char *attribute, int value, int low, int high)
{
  if (value >= 0 && (value < low || value > high))
    fault_at(diags, "V-RANGE", record, attribute, "%s '%d' must be from %d to %d", label_of(record, attribute), value,
             low, high);
}

void fault_size(const Record *record, const char *attribute, const char *text, void *diags)
{
  fault_at(diags, "V-RANGE", record, attribute, "%s", text);
}

void fault_year(DiagList *diags, const Record *record, const char *attribute, Period period)
{
  if (!period_given(period) || period.kind == PERIOD_YEAR)
    return;
  g_autofree char *is = period_to_string(period);
  g_autofree char *year = period_to_string(period_year(period));
  fault_at(diags, "V-YEAR", record, attribute, "%s '%s' must be a year (write %s)", label_of(record, attribute), is,
           year);
}

void fault_term(DiagList *diags, const Record *record, const char *attribute, const char *name, const Terms *terms)
{
  if (!name || terms_find(terms, name) > 0)
    return;
  g_autofree char *words = g_strjoinv(", ", (char **)terms->names + 1);
  g_autofree char *hint = terms_hint(terms, name);
  fault_at(diags, "V-ENUM", record, attribute, "%s '%s' is not one of: %s%s", label_of(record, attribute), name, words,
           hint);
}

char *fault_hint(const char *closest)
{
  return closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
}
