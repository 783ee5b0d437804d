/* Wholes from their parts: the last one, the sum, the quotient of the sums, or the only one. */
#include "model/whole.h"
#include "model/figures.h"

typedef struct {
  Arena *arena;
  const GPtrArray *readings;
  const KindRow *kind;
  int unit;
} Making;

static const Reading *make(const Making *making, Period period);

/* The last reading of any part of the period. */
static const Reading *only_one(const GPtrArray *readings, Period period)
{
  const Reading *found = NULL;
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    bool part = reading->period.begins == period.begins && period_holds(period, reading->period);
    if (part && (!found || period_compare(reading->period, found->period) >= 0))
      found = reading;
  }
  return found;
}

static bool add(OptAmount *sum, OptAmount more)
{
  sum->given &= more.given;
  return sum->given && amount_add(sum->amount, more.amount, &sum->amount);
}

static bool is_part_unread(const Reading *part)
{
  return record_is_unread(&part->record, "numerator") || record_is_unread(&part->record, "denominator");
}

/* A figure that cannot be seen makes none of what holds it, nor does one of which cannot be read of what it is made. */
static int state_of(const Making *making, const Reading *const parts[], guint n)
{
  for (guint i = 0; i < n; i++)
    if (parts[i]->state == STATE_SUPPRESSED || parts[i]->state == STATE_NOT_READABLE)
      return parts[i]->state;
  for (guint i = 0; i < n && making->kind->whole == WHOLE_QUOTIENT; i++)
    if (is_part_unread(parts[i]))
      return STATE_NOT_READABLE;
  return STATE_NONE;
}

static bool divide(const Making *making, const Reading *const parts[], guint n, Reading *whole)
{
  guint8 scale = 0;
  for (guint i = 0; i < n; i++)
    scale = MAX(scale, parts[i]->number.amount.scale);
  Amount exact;
  if (!whole->numerator.given || !whole->denominator.given ||
      !figure_ratio(whole->numerator.amount, whole->denominator.amount, making->unit, &exact))
    return false;
  whole->number = (OptAmount){ amount_round(exact, scale), true };
  return true;
}

static const Reading *add_up(const Making *making, const Reading *const parts[], guint n, Period period)
{
  const OptAmount nothing = { amount_from_int(0), true };
  Reading *whole = (Reading *)record_copy(making->arena, &parts[n - 1]->record, parts[n - 1]->record.parent);
  whole->period = period;
  whole->number = whole->numerator = whole->denominator = nothing;
  whole->text = whole->note = NULL;
  whole->as_at = (Date){ 0 };
  whole->lower.given = whole->upper.given = whole->level.given = false; /* they do not add up */
  whole->sample = -1;
  whole->state = state_of(making, parts, n);
  whole->flags = 1u << FLAG_CALCULATED;
  bool summed = true;
  for (guint i = 0; i < n; i++) {
    whole->flags |= parts[i]->flags;
    summed &= add(&whole->number, parts[i]->number);
    add(&whole->numerator, parts[i]->numerator);
    add(&whole->denominator, parts[i]->denominator);
  }
  if (whole->state) {
    whole->flags = 0;
    reading_clear(&whole->record);
    return whole;
  }
  bool made = making->kind->whole == WHOLE_SUM ? summed : divide(making, parts, n, whole);
  return made ? whole : NULL;
}

/* A part whose figure is of another day is missing. */
static const Reading *from_parts(const Making *making, Period period)
{
  Period periods[PERIOD_PARTS];
  const Reading *parts[PERIOD_PARTS];
  guint n = period_parts(period, periods);
  for (guint i = 0; i < n; i++)
    if (!(parts[i] = make(making, periods[i])) || reading_is_of_other_day(parts[i]))
      return NULL;
  return n > 0 ? add_up(making, parts, n, period) : NULL;
}

static const Reading *last_part(const Making *making, Period period)
{
  Period periods[PERIOD_PARTS];
  guint n = period_parts(period, periods);
  return n > 0 ? make(making, periods[n - 1]) : NULL;
}

static const Reading *make(const Making *making, Period period)
{
  const Reading *own = reading_at(making->readings, period);
  bool other_day = own && reading_is_of_other_day(own) && making->kind->whole == WHOLE_SUM;
  if (own && !other_day) /* what was counted on another day is not the period's count */
    return own;
  switch (making->kind->whole) {
  case WHOLE_LAST:
    return last_part(making, period);
  case WHOLE_SUM:
  case WHOLE_QUOTIENT:
    return from_parts(making, period);
  case WHOLE_ITSELF:
    return only_one(making->readings, period);
  case WHOLE_UNKNOWN:
    break;
  }
  return NULL;
}

const Reading *whole_reading(Arena *arena, const GPtrArray *readings, const KindRow *kind, int unit, Period period)
{
  return make(&(Making){ arena, readings, kind, unit }, period);
}
