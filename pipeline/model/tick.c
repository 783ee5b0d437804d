/* Ticks: their rows. */
#include "model/tick.h"

#define TERMS(name_, label_, ...)                                                                                      \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names, NULL, NULL }

TERMS(tick_kind, "what is shown", "figure", "date", "reference");
TERMS(strength, "strength", "other-record", "earlier-record", "arithmetic", "other-words", "own-record", "own-words",
      "open");
TERMS(tick_rule, "rule", "agrees", "sum", "part", "difference", "ratio", "product", "resolves");

SPEC(tick_part_spec, TickPart, "part", "part", FIELD(TickPart, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(TickPart, file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(TickPart, line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(TickPart, column, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL));

SPEC(tick_source_spec, TickSource, "source", "source",
     FIELD(TickSource, strength, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_strength),
     FIELD(TickSource, rule, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_tick_rule),
     FIELD(TickSource, more, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("part", TickSource, parts, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_part_spec));

SPEC(tick_spec, Tick, "tick", "tick",
     FIELD(Tick, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_tick_kind),
     FIELD(Tick, at, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Tick, where, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Tick, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Tick, strength, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_strength),
     FIELD(Tick, file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Tick, line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(Tick, column, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("source", Tick, sources, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_source_spec));

#define COUNT(member_) FIELD(TickCount, member_, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL)
#define COUNT_AS(name_, member_) FIELD_AS(name_, TickCount, member_, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL)
SPEC(tick_count_spec, TickCount, "tally", "tally",
     FIELD(TickCount, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_tick_kind), COUNT(all),
     COUNT(ticked), COUNT(weak), COUNT(open), COUNT_AS("other-record", other_record),
     COUNT_AS("earlier-record", earlier_record), COUNT(arithmetic), COUNT_AS("other-words", other_words),
     COUNT_AS("own-record", own_record), COUNT_AS("own-words", own_words));

SPEC(tick_suggestion_spec, TickSuggestion, "suggestion", "suggestion",
     FIELD(TickSuggestion, at, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(TickSuggestion, where, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(TickSuggestion, text, NULL, IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL));

SPEC(tick_list_spec, TickList, "ticks", "ticks",
     FIELD(TickList, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(TickList, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(TickList, document, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(TickList, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("tally", TickList, counts, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_count_spec),
     FIELD_AS("tick", TickList, ticks, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_spec),
     FIELD_AS("suggestion", TickList, suggestions, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_suggestion_spec));

SPEC(assured_ticks_spec, TickList, "ticks", "ticks",
     FIELD(TickList, document, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(TickList, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(TickList, more, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("tally", TickList, counts, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_count_spec),
     FIELD_AS("open", TickList, open, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_spec),
     FIELD_AS("suggestion", TickList, suggestions, NULL, IN_ELEMENT, FIELD_MANY, 0, &tick_suggestion_spec));
