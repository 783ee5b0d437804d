/* Periods of documents told in the council's year. */
#include "model/council-year.h"
#include "model/plan.h"
#include "model/return.h"
#include "record/record-walk.h"

int council_year_begins(const Framework *framework)
{
  return framework->year_begins == 4 ? BEGINS_APRIL : framework->year_begins;
}

/* ---- periods that must be the council's own ---------------------------------------------------------------------- */

static const char *const month_names[] = { "January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December" };

typedef struct {
  int begins;
  DiagList *diags;
} Settling;

/* Whether it is written as the council's years are, or their quarters and months. */
static bool is_own(Period written, int begins)
{
  bool kind = written.kind != PERIOD_SPAN && written.kind != PERIOD_TERM;
  return kind && written.begins == (begins == BEGINS_JANUARY ? BEGINS_JANUARY : BEGINS_APRIL);
}

static char *days_of(Period period)
{
  Date first = period_first_day(period), last = period_last_day(period);
  const char *from = month_names[first.month - 1], *to = month_names[last.month - 1];
  if (first.year == last.year)
    return period.kind == PERIOD_MONTH ? g_strdup_printf("%s %d", from, first.year)
                                       : g_strdup_printf("%s to %s %d", from, to, first.year);
  return g_strdup_printf("%s %d to %s %d", from, first.year, to, last.year);
}

/* The quarter or month of that number, or the year, which the writer may have meant. */
static Period meant(Period written, int begins)
{
  bool part = written.kind == PERIOD_QUARTER || written.kind == PERIOD_MONTH;
  Period own = { part ? written.kind : PERIOD_YEAR, written.year, (gint8)(part ? written.part : 0), (gint8)begins, 0 };
  return own;
}

static char *remedy(Period written, int begins)
{
  Period same = period_settle(written, begins), numbered = meant(written, begins);
  g_autofree char *other = period_to_string(numbered), *other_days = days_of(numbered);
  if (same.begins != begins || same.kind == PERIOD_SPAN || period_equal(same, numbered))
    return g_strdup_printf("write %s for %s", other, other_days);
  g_autofree char *days = period_to_string(same);
  return g_strdup_printf("write %s for these months, or %s for %s", days, other, other_days);
}

char *council_year_fault(Period written, int begins)
{
  if (!period_given(written) || is_own(written, begins))
    return NULL;
  g_autofree char *days = days_of(written), *instead = remedy(written, begins);
  int month = begins == BEGINS_APRIL ? 4 : begins;
  return g_strdup_printf("is %s, but the council's year begins in %s: %s", days, month_names[month - 1], instead);
}

static void refuse(const Settling *s, Record *record, const Field *field)
{
  Period *period = record_at(record, field);
  g_autofree char *fault = council_year_fault(*period, s->begins);
  if (!fault)
    return;
  g_autofree char *name = record_name(record), *is = period_to_string(*period);
  diag_at(s->diags, "V-PERIOD", record->source, record_offset(record, field->name), "%s: %s '%s' %s", name,
          field->label ? field->label : field->name, is, fault);
  *period = (Period){ 0 };
  record_mark_unread(record, field);
}

static const char *own_field(const Record *record)
{
  return record->spec == &return_spec      ? "period"
         : record->spec == &plan_spec      ? "from"
         : record->spec == &milestone_spec ? "year"
                                           : NULL;
}

static void check(const Record *visited, void *data)
{
  const Settling *s = data;
  Record *record = (Record *)visited;
  const char *name = own_field(record);
  const Field *field = name ? spec_field(record->spec, name) : NULL;
  if (field)
    refuse(s, record, field);
}

static void check_framework(const Settling *s, Framework *framework)
{
  static const char *const names[] = { "from", "to" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    refuse(s, &framework->record, spec_field(&framework_spec, names[i]));
}

void council_year_settle(Record *root, int begins, DiagList *diags)
{
  Settling settling = { begins, diags };
  bool unknown = root->spec == &framework_spec && record_is_unread(root, "year-begins");
  if (diags && !unknown && root->spec == &framework_spec)
    check_framework(&settling, (Framework *)root);
  else if (diags && !unknown)
    record_walk(root, check, &settling);
  record_settle_periods(root, begins);
}
