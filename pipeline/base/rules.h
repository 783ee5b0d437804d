/* The tables of rules, one a file, each ended by an empty row. To add a rule: add a row to the file of its family. */
#pragma once
#include "base/rule.h"

extern const Rule rules_intake[]; /* F X S V and R-DUPLICATE: rules-intake.c */
extern const Rule rules_files[];  /* rules of one file, beyond reading: rules-files.c */
extern const Rule rules_checks[]; /* R C A G M W D: rules-checks.c */
extern const Rule rules_layout[]; /* L: rules-layout.c */
extern const Rule rules_output[]; /* O: rules-output.c */
