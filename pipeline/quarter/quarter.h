/* All reports of a council's period: what is missing is told, what is there is made, and only what changed. */
#pragma once
#include "diag/rule.h"

extern const Rule rules_quarter[]; /* Q */
