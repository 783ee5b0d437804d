/* Rules of the families R C A G M W D: references, coverage, arithmetic, rating, movement, wording, agreement. */
#include "base/rules.h"

/* clang-format off */
const Rule rules_checks[] = {
  /* R: references; those within one file are checked by qmr-validate */
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
  { NULL }
};
