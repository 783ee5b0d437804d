/* Accepting findings: reviewed exceptions are marked, and lapsed ones are told of. */
#pragma once
#include "check/findings.h"
#include "model/acceptance.h"

extern const Rule rules_accept[];

/* Marks the findings that accepted names for the period with their role and reason. An exception for the period that no
 * finding answers to has lapsed: that is a finding itself. */
void accept_findings(const Accepted *accepted, Period period, Findings *findings);
