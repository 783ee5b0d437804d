/* Indicators: measured quantities with targets; the plan says what is measured, the report adds values and ratings. */
#pragma once
#include "model/reading.h"

typedef enum {
  MEASURE_CHART_NONE,
  MEASURE_CHART_COLUMNS,
  MEASURE_CHART_LINES,
  MEASURE_CHART_STACKED,
  MEASURE_CHART_NO
} MeasureChart;
extern const Terms terms_measure_chart;

/* A period of which a return states why it has no figure: not the report's own, nor one that an outturn tells. */
typedef struct {
  Record record;
  Period period;
  int state; /* State */
} Gap;
extern const Spec report_gap_spec;

/* One row of an indicator: male / female, a) / b), primary / secondary. In the report every indicator has at least one
 * (ref NULL for an indicator without sub-measures), holding the figures that a report of this period shows. */
typedef struct {
  Record record;
  char *ref;
  char *title;
  int unit;             /* Unit, where it is not the indicator's: "a) %, b) number"; else 0 */
  int decimals;         /* likewise; else -1 */
  int chart;            /* MeasureChart: how it is best drawn; lines and stacked: with the others of that kind */
  Reading *value;       /* report: this period */
  Reading *target;      /* report: of the period's year */
  Reading *profile;     /* report: target of the very part of the year that the value is of, where the plan has one */
  Reading *goal;        /* report: that target, when the value was rated by it and the year's is another */
  Reading *aside;       /* report: that target, when the value was not rated by it, and the year's is another */
  Reading *actual;      /* report: last year's outturn */
  Reading *comparator;  /* report: same period last year (or as the framework says) */
  Reading *before;      /* report: that, where no other figure of the row tells it */
  Reading *full_year;   /* report: at the year's end that of the year, where the value is a part of it */
  GPtrArray *parts;     /* report: of Reading, what the return gives for parts of its period, oldest first */
  GPtrArray *points;    /* report: of Reading, all known periods, oldest first */
  GPtrArray *gaps;      /* report: of Gap, the periods of which returns state why there is no figure */
  GPtrArray *total_of;  /* refs of the measures that it is the total of */
  GPtrArray *targets;   /* report: of Reading by year, as planned */
  GPtrArray *profiles;  /* report: of Reading, the targets of parts of years */
  GPtrArray *actuals;   /* report: of Reading by year */
  GPtrArray *baselines; /* report: of Reading, as planned */
  GPtrArray *quartiles; /* report: of Quartile */
  /* report, for this measure alone */
  int rating, travel;            /* as shown: stated, or what the rule computes where it may stand in */
  int stated;                    /* Rating as stated; of the only measure that is the indicator's */
  int computed, computed_travel; /* by the rules */
  bool rating_by_rule, travel_by_rule;
  bool missed;      /* as the indicator's, below */
  char *rule_words; /* likewise, where a symbol is stated for it */
} Measure;
extern const Spec measure_spec, report_measure_spec;

/* How a projection was made: by the profile of the year, in proportion to time, by the mean so far, or by the service.
 */
typedef enum {
  PROJECTED_NOT,
  PROJECTED_BY_PROFILE,
  PROJECTED_BY_TIME,
  PROJECTED_BY_MEAN,
  PROJECTED_BY_SERVICE
} ProjectedBy;
extern const Terms terms_projected_by;

/* A code that an indicator had before, and the last year in which it had it. */
typedef struct {
  Record record;
  char *ref;
  Period period;
} Former;
extern const Spec former_spec;

typedef struct {
  Record record;
  char *code;            /* as printed, where two indicators share one; NULL: ref */
  char *ref;             /* with its year its identity: "HP LI 5" */
  GPtrArray *previously; /* codes it had before: "PA 8", "NI 39" */
  GPtrArray *also;       /* codes it has in other documents: "SCS/SH7a" */
  char *title;
  int category; /* Category */
  bool key, is_new, placeholder;
  int unit;     /* Unit */
  int decimals; /* decimals to show; -1: as written */
  int polarity, kind, frequency;
  char *order;                   /* kind grade: the grades, the best first, with semicolons between */
  int every_years;               /* survey every n years */
  bool in_arrears;               /* values come one quarter late */
  char *rule;                    /* ref of the rating rule; NULL: the framework's first */
  OptAmount band_low, band_high; /* polarity plan */
  GPtrArray *priorities, *areas, *officers;
  char *lead;               /* in words */
  GPtrArray *unknown_areas; /* report: of areas, those that the framework does not have */
  char *board, *source;
  char *no_chart; /* why it cannot be charted, when known beforehand */
  Prose *points;  /* the list that its title goes on with, or NULL */
  Prose *definition;
  GPtrArray *former;   /* of Former */
  char *formerly;      /* report: they in words, "PA 8 (2007/08)", and codes without a year */
  GPtrArray *measures; /* of Measure */
  GPtrArray *baselines, *actuals, *targets, *quartiles; /* of Reading, Quartile (plan) */
  /* report */
  bool supplied;
  Period closed; /* by the return of an earlier period, and not spoken of since; else none */
  int rating;    /* Rating as stated, else as computed where it may stand in, else why there is none */
  bool rating_by_rule, travel_by_rule; /* nobody stated it: it is what the rule computes */
  char *rating_note, *travel_note;     /* words beside the symbols, or in their place */
  int expected;                        /* Rating expected at year end */
  int computed;                        /* Rating by the rule, 0 when the rule cannot tell */
  bool missed;                         /* the target is missed for certain, where the rule cannot tell by how much */
  char *rule_words;                    /* the rule that computed it, in words: "5 % of target" */
  int travel;                          /* Travel as stated, else as computed where it may stand in */
  int computed_travel;
  char *reason;            /* for a rating that overrides the rule */
  OptAmount projection;    /* year-end projection, if one can be made */
  int projection_by;       /* ProjectedBy */
  int projection_of;       /* quarters or months of the year of which it was made; -1: none */
  char *projection_method; /* in words: those of the service; compose words the others */
  Prose *commentary, *corrective, *activities, *data_note;
} Indicator;
extern const Spec indicator_spec, report_indicator_spec;

/* Its title, or its code. */
const char *measure_name(const Measure *measure);

/* The unit, and the decimals to show, of an indicator's measure; measure may be NULL. */
int indicator_unit(const Indicator *indicator, const Measure *measure);
int indicator_decimals(const Indicator *indicator, const Measure *measure);
/* True when the reading is of that measure of the indicator: by ref, or because there is only one. */
bool indicator_owns(const Indicator *indicator, const Measure *measure, const Reading *reading);
/* Whether figures of periods that are not of the council's year have told a yearly one, this year or last: of those
 * nobody knows when the next one comes. Of an indicator of a report, its points filled. */
bool indicator_is_told_otherwise(const Indicator *indicator, Period period);
/* Whether a return of that period should hold the indicator, by its frequency. */
bool indicator_is_due(const Indicator *indicator, Period period);
/* Whether it has one figure a year, or less often. */
bool indicator_is_yearly(const Indicator *indicator);

/* The State that is stated of a period without a figure: by the value, an outturn or a gap; STATE_NONE: nobody did. */
int measure_state_at(const Measure *measure, Period period);
bool measure_has_figure(const Measure *measure); /* its value is a number or words */
/* The measure that is the whole: the total of others, else the first. */
const Measure *indicator_whole(const Indicator *indicator);
/* The Polarity as stated, else as its kind says. */
int indicator_polarity(const Indicator *indicator);
