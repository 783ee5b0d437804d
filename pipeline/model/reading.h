/* A reading: one figure of an indicator - a value, a target, a baseline - for one period and measure. */
#pragma once
#include "record/record.h"
#include "vocabulary/vocabulary.h"

/* What a number that is a target means: "less than 5", "at most 5", "more than 5", "at least 5". */
typedef enum { BOUND_NONE, BOUND_BELOW, BOUND_AT_MOST, BOUND_ABOVE, BOUND_AT_LEAST } Bound;
extern const Terms terms_bound;

typedef struct {
  Record record;
  char *measure;       /* ref of the measure; NULL: the indicator's only one */
  Period period;       /* plan: the year or quarter it is for; return: absent means the return's period */
  OptAmount number;    /* absent when state or text says more */
  char *text;          /* value in words: "Yes", "Shift in offence type" */
  int state;           /* State */
  guint flags;         /* set of 1 << Flag */
  OptAmount numerator; /* number = numerator / denominator (x 100 for percent) */
  OptAmount denominator;
  OptAmount rate; /* the same as a rate: "568 (4.81 per 1,000)" */
  int rate_unit;  /* Unit */
  Date as_at;     /* when the figure describes another date than the period's end */
  char *source;   /* where the figure was taken from; "sample" marks invented history */
  char *note;     /* words of a footnote to the figure, wherever it is shown; NULL: none */
  int bound;      /* target: Bound; none: as the polarity says */
  OptAmount to;   /* target: the other end of a range, both ends within it; "5 to 7" */
  Period until;   /* target of a plan: the last of several years that have the same */
  /* measured figures: how certain they are */
  OptAmount lower, upper; /* confidence limits, both or none */
  OptAmount level;        /* of confidence, in percent */
  int sample;             /* how many were asked or measured; -1: not said */
  int rating;             /* value of a return: Rating stated for this measure alone */
  Period ends_in;         /* report: of a period that is not of the council's year the year to which it belongs */
  char *label;            /* report: title of its measure when the indicator has several */
  int unit;               /* report: Unit of the indicator, so that the figure can stand alone */
  int decimals;           /* report: decimals to show; -1: as written */
} Reading;

/* Rows for plan and return. A Spec each, because the element is named for its role. */
extern const Spec value_spec;  /* <value>: this period's or an earlier period's value */
extern const Spec target_spec; /* <target> of a year, or of a quarter (profile) */
extern const Spec actual_spec; /* <actual>: an earlier year's outturn */
extern const Spec baseline_spec;
/* In the report model, with label, unit and decimals. */
extern const Spec report_value_spec, report_baseline_spec, report_target_spec, report_goal_spec, report_aside_spec,
    report_full_year_spec, report_before_spec, report_actual_spec, report_point_spec, report_comparator_spec,
    report_was_spec, report_now_spec, report_part_spec;

/* All-England or family quartiles of a year. */
typedef struct {
  Record record;
  char *measure;
  Period period;
  OptAmount top, middle, bottom;
  int state;
} Quartile;
extern const Spec quartile_spec;

/* Whether a figure beside the state is none that readers may see: it does not exist, or it is withheld. */
bool state_is_without_figure(int state);
/* Whether the field tells a figure (number, words, numerator, quartile) beside such a state of its record: a Reading or
 * Quartile; false for all other records. */
bool reading_hides(const Record *record, const Field *field);
/* Whether it has a number, or words that are its value: words beside a state that means that there is none are not. */
bool reading_has_figure(const Reading *reading);
/* Where its words say its own number, "11" of "To improve on 11", and how many bytes that is; NULL: nowhere. */
const char *reading_number_in_words(const Reading *reading, gsize *ret_length);
/* Words beside its figure, without that figure: "(adults)" of "96% (adults)", or beside its state; NULL: none. Those
 * alone are a value in words. */
const char *reading_words_beside(const Reading *reading);
/* Words before its figure: "To improve on" of "To improve on 11"; NULL: none. Caller frees. */
char *reading_words_before(const Reading *reading);
/* Whether the words of its note hold a number: beside a withheld figure they may tell it. */
bool reading_note_tells(const Reading *reading);
/* Takes such words out; that there is a note stays known. */
void reading_lose_note(Reading *reading);
/* Whether its figure, if it has one, is none that readers may see. */
bool reading_hides_figure(const Reading *reading);
/* Whether it tells a figure and says that there is none: one of the two is wrong. A withheld figure is there; words
 * without a figure say more of the state. */
bool reading_contradicts(const Reading *reading);
/* Whether it is a bound or a range. */
bool reading_is_bound(const Reading *reading);
/* What is wrong with its bound or range, as the end of a sentence, or NULL. */
const char *reading_bound_fault(const Reading *reading);
/* Whether it has confidence limits that hold its number. */
bool reading_has_limits(const Reading *reading);
/* What is wrong with its limits, as the end of a sentence, or NULL. */
const char *reading_limits_fault(const Reading *reading);
/* Whether the number lies within the limits, so that nobody can tell it from the reading's own. */
bool reading_may_be(const Reading *reading, Amount number);
/* Takes such figures out of the record. */
void reading_clear(Record *record);
/* The same; of a reading that contradicts itself nothing can be read. */
void reading_settle(Reading *reading);
/* The reading itself, or a copy of it without its figures where they may not be seen. */
const Reading *reading_told(Arena *arena, const Reading *reading);
/* Whether the words are Yes or No, in whatever case: all that an indicator of that unit can have. */
bool answer_is_yes_or_no(const char *words);
/* True for the Spec of any kind of reading. */
bool spec_is_reading(const Spec *spec);
/* The day that its figure is of: the last one of its period, or the as-at day of a figure of another day. */
Date reading_day(const Reading *reading);
/* Whether its as-at day lies before its period, or after the month that follows: it tells nothing of the period itself.
 * What was read in that month is the period's. */
bool reading_is_of_other_day(const Reading *reading);
/* The reading of a period in a list of Reading, or NULL; the last of several. */
Reading *reading_at(const GPtrArray *readings, Period period);
