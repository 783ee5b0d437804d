/* What can be seen of a changed figure: the other statements of the documents that it contradicts. Worked out from the
 * sample's records in plain floating point, apart from the checks. */
#pragma once
#include "mutant.h"

/* What the return says of an indicator of the plan, or NULL. */
const IndicatorProgress *sight_said(const Sample *sample, const Indicator *planned);
/* True when an earlier document's code means that indicator. */
bool sight_is_of(const Sample *sample, const Indicator *planned, const char *code);
/* The figure of a measure (NULL: the only one) in a period other than the report's, from any document. */
bool sight_figure(const Sample *sample, const Indicator *planned, const char *measure, Period period,
                  double *ret_number);
/* The goal of the period: the quarter's profile where the rule uses it, else the year's target. */
bool sight_goal(const Sample *sample, const Indicator *planned, const char *measure, double *ret_number);
/* Green, amber or red by the indicator's rule; RATING_NONE when no rule can tell. */
int sight_rating(const Sample *sample, const Indicator *planned, double value, double goal, bool goal_given);
/* True when the stated symbol is one that the figures bear out, with one measure's value changed (measure and value).
 */
/* Before the year's end, whether the commentary says what will be by then: the symbol is an outlook. */
bool sight_looks_ahead(const Sample *sample, const IndicatorProgress *said);
bool sight_symbol_fits(const Sample *sample, const Indicator *planned, int stated, const char *measure, double value);
/* True when the words hold the number. */
bool sight_quotes(const Prose *prose, double number);
/* The unit of a reading of the planned indicator, or of the measure that it names. */
int sight_unit(const Indicator *planned, const Reading *reading);
/* By what the new number of this period's value can be seen to be wrong, or NULL. */
const char *sight_of_value(const Sample *sample, const Indicator *planned, const Reading *reading, double now,
                           guint decimals);
