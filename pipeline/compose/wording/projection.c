/* Projections in words: "in proportion to time: 2 of 4 quarters". */
#include "compose/wording/projection.h"

static char *amount_of(const Reading *reading, int decimals)
{
  return reading && reading->number.given ? amount_format(reading->number.amount, decimals) : g_strdup("");
}

/* "projection-mean-quarter" of one, "projection-mean-quarters" of several. */
static char *name_of(const Indicator *indicator, const Measure *measure)
{
  bool quarters = measure->value && measure->value->period.kind == PERIOD_QUARTER;
  switch ((ProjectedBy)indicator->projection_by) {
  case PROJECTED_BY_TIME:
    return g_strdup(quarters ? "projection-time-quarters" : "projection-time-months");
  case PROJECTED_BY_MEAN:
    return g_strconcat("projection-mean-", quarters ? "quarter" : "month", indicator->projection_of == 1 ? "" : "s",
                       NULL);
  case PROJECTED_BY_PROFILE:
    return g_strdup("projection-profile");
  case PROJECTED_BY_SERVICE:
  case PROJECTED_NOT:
    break;
  }
  return g_strdup("projection-own");
}

static char *words_of(const Document *document, const Indicator *indicator)
{
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  int decimals = indicator_decimals(indicator, measure);
  g_autofree char *name = name_of(indicator, measure), *n = g_strdup_printf("%d", indicator->projection_of);
  g_autofree char *profile = amount_of(measure->profile, decimals), *target = amount_of(measure->target, decimals);
  return word_fill(document_word(document, name), (const char *const[]){ "n", "profile", "target", NULL },
                   (const char *const[]){ n, profile, target });
}

void projection_fill(Arena *arena, const Document *document, Report *report)
{
  for (guint i = 0; i < report->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    if (indicator->projection_method || !indicator->projection_by || indicator->measures->len == 0)
      continue;
    g_autofree char *words = words_of(document, indicator);
    indicator->projection_method = arena_strdup(arena, words);
  }
}
