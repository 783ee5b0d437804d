/* Rules that one file can be held against once it is read: what qmr-validate checks beyond the rules of reading. */
#include "validate/validate.h"

/* clang-format off */
const Rule rules_validate[] = {
  /* C: what is not there */
  { "C-BACKGROUND", LEVEL_WARNING, "coverage", "a report to a board does not say which background papers it has",
    "Section 100D of the Local Government Act 1972 asks for the list; that there are none is a statement which an officer makes, and no program.",
    "List them in <background>, or write background-papers=\"none\" on the paper." },

  /* R: references within one file */
  { "R-LINKED", LEVEL_WARNING, "references", "a linked indicator is not in the plan",
    "The report names the indicator beside the objective, but no table will hold its figures.",
    "Correct the code, add the indicator to the plan, or remove the link." },
  { "R-MEASURE", LEVEL_ERROR, "references", "a measure is named that the indicator does not have",
    "The figure would appear nowhere.",
    "Correct the code of the measure, or add the measure to the indicator." },
  { "R-PRIORITY", LEVEL_ERROR, "references", "a corporate priority is named that does not exist",
    "Reports are grouped by priority; what belongs to an unknown one would be left out.",
    "Correct the code, or add the priority to the framework." },
  { "R-RISK", LEVEL_ERROR, "references", "a risk belongs to an objective or milestone that does not exist",
    "The risk table could not say what is at risk.",
    "Correct the code, or add the objective or milestone to the plan." },
  { "R-ROLE", LEVEL_WARNING, "references", "a role code is not known",
    "Readers look up role codes in the glossary; this one would be missing.",
    "Correct the code, or add the role to the framework." },
  { "R-RULE", LEVEL_ERROR, "references", "a check is set that does not exist",
    "The council's own limit or severity would have no effect.",
    "Correct the rule's id; 'qmr explain all' shows them all." },
  { "R-STYLE", LEVEL_WARNING, "references", "a name is not in the house style",
    "The plain style would be used instead, and nobody would notice.",
    "Correct the name, or add it to the house style." },
  { "R-YEAR", LEVEL_ERROR, "references", "a year is outside the plan",
    "A milestone of a year that the plan does not cover is reported in no quarter.",
    "Correct the year, or the number of years of the plan." },

  /* S: structure */
  { "S-CHART", LEVEL_ERROR, "structure", "the parts of a chart do not fit",
    "A series with too few or too many points would show figures under the wrong quarter.",
    "Give every series as many points as there are categories; a point without a number is a gap." },
  { "S-EXEMPT", LEVEL_ERROR, "structure", "a paper names a paragraph of Schedule 12A and is not exempt",
    "The paragraph says why the public may not see a paper; a paper that names one and is called public would be released.",
    "Write part=\"exempt\"; or leave the paragraph out where the paper is for everybody." },
  { "S-FIGURE", LEVEL_ERROR, "structure", "a figure says nothing, or two things",
    "A missing figure must say why it is missing; a number beside 'not available' or 'suppressed' is a slip, or a leak.",
    "Give a number, or words, or a state such as not-available; words beside a number may say what it is (above average), anything longer goes into the commentary." },

  /* V: values */
  { "V-COLOUR", LEVEL_ERROR, "value", "not a colour",
    "Colours are written in one way, so that their contrast can be checked.",
    "Write # and six digits or letters a to f, as in #00703C." },
  { "V-RANGE", LEVEL_ERROR, "value", "a value is out of range",
    "The value cannot be right, and what is computed from it would be wrong.",
    "Use a value from the range that the message names." },
  { "V-YEAR", LEVEL_ERROR, "value", "not a whole year",
    "Plans are made by financial year; a quarter or month cannot stand in its place.",
    "Write the year alone, as in 2009-10." },

  /* X: the published schemas */
  { "X-SCHEMA", LEVEL_ERROR, "xml", "the file does not follow the published schema",
    "The schemas are what other programs rely on; a council may also use stricter ones of its own (qmr validate --schemas=FOLDER).",
    "Compare the place with the schema of this kind of file." },
  { NULL }
};
/* clang-format on */
