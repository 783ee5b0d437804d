/* The corporate framework: priorities and areas of focus, directorates, boards, roles, and the council's own rules for
 * rating, direction of travel and checks. It is valid for some years and everything that refers to it names it. */
#pragma once
#include "model/section.h"
#include "model/statement.h"
#include "record/record.h"
#include "vocabulary/vocabulary.h"

typedef struct {
  Record record;
  char *ref;       /* "11", unique in the framework */
  GPtrArray *text; /* of Run */
} Area;
extern const Spec area_spec;

typedef struct {
  Record record;
  char *ref; /* "CP2" */
  char *title;
  GPtrArray *officers; /* role codes of the directors who answer for it in a board's report */
  Prose *points;       /* the list that its title goes on with, or NULL */
  GPtrArray *areas;    /* of Area */
} Priority;
extern const Spec priority_spec;

typedef struct {
  Record record;
  char *ref; /* "health-and-partnerships": also the name of its folder and files */
  char *title;
  char *officer; /* role code of the responsible director */
} Department;
extern const Spec department_spec;

typedef struct {
  Record record;
  char *ref, *title, *officer;
  GPtrArray *departments; /* of Department */
  GPtrArray *sections;    /* of Section: what it says of itself in its business plan */
  GPtrArray *statements;  /* of Statement: its budgets */
} Directorate;
extern const Spec directorate_spec;

typedef struct {
  Record record;
  char *ref, *title;
  GPtrArray *priorities; /* codes it watches, in the order of its reports */
} Board;
extern const Spec board_spec;

typedef struct {
  Record record;
  char *ref;   /* code used in plans: "OD-PA" */
  char *title; /* "Operational Director (Prevention & Assessment)" */
} Role;
extern const Spec role_spec;

typedef enum { METHOD_NONE, METHOD_TARGET, METHOD_TOLERANCE, METHOD_FLOOR, METHOD_BINARY, METHOD_MANUAL } RatingMethod;
typedef enum { OF_NONE, OF_TARGET_PERCENT, OF_POINTS } ToleranceOf;
extern const Terms terms_method, terms_tolerance_of;

/* How a value becomes green, amber or red. Ratings are made on unrounded values.
 * target: met = green, else red. tolerance: within tolerance of the target = amber. floor: below target but not below
 * floor = amber. binary: yes/no. manual: stated by the officer, with a reason. */
typedef struct {
  Record record;
  char *ref;
  int method;
  OptAmount tolerance; /* in percent of the target, or in points of the value */
  int tolerance_of;
  OptAmount floor;
  bool green_within;    /* tolerance: within it is green, for bodies without amber */
  bool improving_amber; /* missed but better than the comparator = amber */
  bool plan_amber;      /* missed but corrective action given = amber ("red unless a plan is in hand") */
  bool use_profile;     /* cumulative values are compared with the quarter's profile, else with the year's target */
  bool stand_in;        /* what it computes stands, marked, where nobody stated a symbol */
} RatingRule;
extern const Spec rating_rule_spec;

typedef enum { COMPARE_NONE, COMPARE_SAME_PERIOD_LAST_YEAR, COMPARE_LAST_PERIOD, COMPARE_LAST_YEAR_OUTTURN } Comparator;
extern const Terms terms_comparator;

typedef struct {
  Record record;
  int comparator;
  OptAmount least_change; /* percent of the comparator; smaller changes are "same" */
  bool stand_in;          /* what it computes stands, marked, where nobody stated a direction */
} TravelRule;
extern const Spec travel_rule_spec;

typedef enum { SCALE_NONE, SCALE_MILESTONE, SCALE_INDICATOR, SCALE_TRAVEL } Scale;
extern const Terms terms_scale;

/* Wording of the printed key to symbols. */
typedef struct {
  Record record;
  int scale;
  char *name;      /* a word of rating or travel: "green", "better" */
  char *lang;      /* of word and text: "cy"; NULL: that of the council's documents */
  char *word;      /* what stands beside the symbol: "Green" */
  GPtrArray *text; /* of Run: what it means; {rule} is replaced by the rating rule in words */
} KeyEntry;
extern const Spec key_entry_spec;

/* Shorthand and abbreviations: "NYA". state: the State it stands for, if any. */
typedef struct {
  Record record;
  char *ref;
  int state;
  char *lang;      /* likewise */
  GPtrArray *text; /* of Run */
} Shorthand;
extern const Spec shorthand_spec;

/* A unit of the council's own: "PJ", or what the council calls one of those that there are. */
typedef struct {
  Record record;
  int ref;        /* Unit: what plans write */
  char *name;     /* "petajoules": on the axis of a chart, and read aloud */
  char *singular; /* "petajoule", of 1 */
  char *before;   /* before the figure: "$" */
  char *brief;    /* behind it: "PJ"; NULL: its name */
  int decimals;   /* to show where the plan does not say; -1: as written */
} OwnUnit;
extern const Spec own_unit_spec;

/* A category of indicators: of the council's own, or what it calls one of those that there are, in the order of its
 * reports. */
typedef struct {
  Record record;
  int ref; /* Category */
  char *title;
  Prose *note; /* what readers must know of its indicators */
} OwnCategory;
extern const Spec own_category_spec;

/* A council's own setting of a check. */
typedef struct {
  Record record;
  char *rule;      /* rule id */
  int severity;    /* 1 + Level; 0: as built in */
  OptAmount limit; /* tolerance or threshold, in the unit that the rule's explanation says */
  bool off;
} CheckSetting;
extern const Spec check_setting_spec;

/* A rule that is not told of an item, or for a time, with the reason. */
typedef struct {
  Record record;
  char *rule;    /* rule id */
  char *item;    /* its code, or its name: "HP LI 5", "indicator HP LI 5"; NULL: of all */
  Period period; /* of the report, or its year; not given: always */
  char *reason;
} Silence;
extern const Spec silence_spec;
extern const Terms terms_severity; /* "", note, warning, error */

/* A word of the council's own that says in sentences what others do: "ambition" means target. */
typedef struct {
  Record record;
  int means; /* of terms_phrase */
  char *text;
} OwnPhrase;
extern const Terms terms_phrase; /* in the order of the lists of facts/phrases */
extern const Spec own_phrase_spec;

typedef struct FrameworkIndex FrameworkIndex; /* what is looked up by reference */

typedef struct {
  Record record;
  char *council;   /* "Merebank Borough Council" */
  char *title;     /* "Corporate Plan 2006-2011" */
  Period from, to; /* years */
  int year_begins; /* month in which the council's year begins; 0: April */
  GPtrArray *priorities, *directorates, *boards, *roles, *rating_rules, *key, *shorthand, *checks, *units, *categories;
  GPtrArray *silences;                 /* of Silence */
  GPtrArray *phrases;                  /* of OwnPhrase */
  GPtrArray *plan_sections, *sections; /* of Section: what the centre says once for all services */
  TravelRule *travel;
  const FrameworkIndex *index; /* or NULL */
} Framework;
extern const Spec framework_spec; /* root <framework> */

/* Makes the look-ups below quick; the lists stay as they are from then on. */
void framework_index(Arena *arena, Framework *framework);
/* The council's own words for a unit, or NULL; whether it has the unit, or everybody has it. The same for categories.
 */
OwnUnit *framework_unit(const Framework *framework, int unit);
bool framework_knows_unit(const Framework *framework, int unit);
bool framework_knows_category(const Framework *framework, int category);
/* The unit that everybody or the framework has and that is spelled most like it; NULL: none is. Borrowed. */
const char *framework_closest_unit(const Framework *framework, int unit);
Area *framework_area(const Framework *framework, const char *ref); /* or NULL */
Priority *framework_priority(const Framework *framework, const char *ref);
Role *framework_role(const Framework *framework, const char *ref);
Department *framework_department(const Framework *framework, const char *ref, Directorate **ret_directorate);
/* Whether there is a rule for the direction of travel that cannot be read. */
bool framework_travel_is_unread(const Framework *framework);
/* Whether the rule of that reference may be one whose reference cannot be read. */
bool framework_rule_is_unread(const Framework *framework, const char *ref);
/* NULL ref: the first, unless one that cannot be read may be it. */
RatingRule *framework_rating_rule(const Framework *framework, const char *ref);
bool framework_rates(const Framework *framework);                               /* it has a rating rule */
