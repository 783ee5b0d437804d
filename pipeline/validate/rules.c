/* Rules that one file can be held against once it is read: what qmr-validate checks beyond the rules of reading. */
#include "validate/validate.h"

/* clang-format off */
const Rule rules_validate[] = {
  /* R: references within one file */
  { "R-LINKED", LEVEL_WARNING, "references", "a linked indicator is not in the plan",
    "the report names the indicator beside the objective, but no table will hold its figures",
    "correct the code, add the indicator to the plan, or remove the link" },
  { "R-MEASURE", LEVEL_ERROR, "references", "a measure is named that the indicator does not have",
    "the figure would appear nowhere",
    "correct the code of the measure, or add the measure to the indicator" },
  { "R-PRIORITY", LEVEL_ERROR, "references", "a corporate priority is named that does not exist",
    "reports are grouped by priority; what belongs to an unknown one would be left out",
    "correct the code, or add the priority to the framework" },
  { "R-RISK", LEVEL_ERROR, "references", "a risk belongs to an objective or milestone that does not exist",
    "the risk table could not say what is at risk",
    "correct the code, or add the objective or milestone to the plan" },
  { "R-ROLE", LEVEL_WARNING, "references", "a role code is not known",
    "readers look up role codes in the glossary; this one would be missing",
    "correct the code, or add the role to the framework" },
  { "R-RULE", LEVEL_ERROR, "references", "a check is set that does not exist",
    "the council's own limit or severity would have no effect",
    "correct the rule's id; 'qmr-validate --list' shows them all" },
  { "R-STYLE", LEVEL_WARNING, "references", "a name is not in the house style",
    "the plain style would be used instead, and nobody would notice",
    "correct the name, or add it to the house style" },
  { "R-YEAR", LEVEL_ERROR, "references", "a year is outside the plan",
    "a milestone of a year that the plan does not cover is reported in no quarter",
    "correct the year, or the number of years of the plan" },

  /* S: structure */
  { "S-CHART", LEVEL_ERROR, "structure", "the parts of a chart do not fit",
    "a series with too few or too many points would show figures under the wrong quarter",
    "give every series as many points as there are categories; a point without a number is a gap" },
  { "S-FIGURE", LEVEL_ERROR, "structure", "a figure says nothing, or two things",
    "a missing figure must say why it is missing; a number beside 'not available' or 'suppressed' is a slip, or a leak",
    "give a number, or words, or a state such as not-available, but only one of them; explain it in the commentary" },

  /* V: values */
  { "V-COLOUR", LEVEL_ERROR, "value", "not a colour",
    "colours are written in one way, so that their contrast can be checked",
    "write # and six digits or letters a to f, as in #00703C" },
  { "V-RANGE", LEVEL_ERROR, "value", "a value is out of range",
    "the value cannot be right, and what is computed from it would be wrong",
    "use a value from the range that the message names" },
  { "V-YEAR", LEVEL_ERROR, "value", "not a whole year",
    "plans are made by financial year; a quarter or month cannot stand in its place",
    "write the year alone, as in 2009-10" },

  /* X: the published schemas */
  { "X-SCHEMA", LEVEL_ERROR, "xml", "the file does not follow the published schema",
    "the schemas are what other programs rely on; a council may also use stricter ones of its own (--schemas)",
    "compare the place with the schema of this kind of file" },
  { NULL }
};
/* clang-format on */
