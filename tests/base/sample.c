/* The rows of the made-up kind of file. */
#include "sample.h"

/* clang-format off */
SPEC(sample_milestone_spec, Milestone, "milestone", "milestone",
  FIELD(Milestone, due, "due date", IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL),
  FIELD(Milestone, code, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
  FIELD(Milestone, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
  FIELD(Milestone, target, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
  FIELD(Milestone, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),
  FIELD(Milestone, flags, NULL, IN_ATTRIBUTE, FIELD_FLAGS, 0, &terms_flag),
  FIELD(Milestone, count, "number of cases", IN_ATTRIBUTE, FIELD_INT, 0, NULL),
  FIELD(Milestone, key, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
  FIELD(Milestone, areas, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
  FIELD(Milestone, title, NULL, IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL),
  FIELD(Milestone, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL));

SPEC(note_spec, Note, "note", "note",
  FIELD(Note, words, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));

SPEC(thing_spec, Thing, "thing", "thing",
  FIELD(Thing, code, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),
  FIELD(Thing, words, NULL, IN_CONTENT, FIELD_PROSE, 0, NULL));

/* Goes by its words where it has no code. */
SPEC(named_spec, Thing, "named", "named thing",
  FIELD(Thing, code, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL),
  FIELD(Thing, words, NULL, IN_ELEMENT, FIELD_PROSE, FIELD_NAMES, NULL));

static const Spec *const plan_things[] = { &thing_spec, &note_spec, NULL };

SPEC(plan_spec, Plan, "plan", "plan",
  FIELD(Plan, code, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
  FIELD(Plan, summary, NULL, IN_ELEMENT, FIELD_RUNS, 0, NULL),
  FIELD(Plan, aside, NULL, IN_ELEMENT, FIELD_ONE, 0, &note_spec),
  FIELD(Plan, milestone, NULL, IN_ELEMENT, FIELD_MANY, 0, &sample_milestone_spec),
  FIELD(Plan, things, "notes and things", IN_ELEMENT, FIELD_ANY, 0, plan_things));

/* The same as our programs would make it: it says what could not be read. */
SPEC_MADE(made_spec, Plan, "made", "made plan", MADE_UNREAD,
  FIELD(Plan, code, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
  FIELD(Plan, milestone, NULL, IN_ELEMENT, FIELD_MANY, 0, &sample_milestone_spec),
  FIELD_AS("named", Plan, things, NULL, IN_ELEMENT, FIELD_MANY, 0, &named_spec));
