/* Accepting findings: reviewed exceptions are marked, and lapsed ones are told of; new ones are added. */
#pragma once
#include "check/findings.h"
#include "model/acceptance.h"

extern const Rule rules_accept[];

/* Marks the findings that the accepted ones of inputs (not NULL) name for the period with their role and reason. One
 * for the period that no finding answers to has lapsed, one of another service or of an unknown role does not count:
 * that is a finding itself. */
void accept_findings(const Inputs *inputs, Findings *findings);

/* What somebody accepts, as typed. */
typedef struct {
  const char *rule;
  const char *item; /* as the finding names it, "indicator HP LI 5", or its code alone; NULL: a finding without item */
  const char *role; /* of the framework */
  const char *reason;
  const char *service; /* whose findings they are */
  Period period;       /* of the report */
} AcceptWish;

/* The record to be written as the service's accepted.xml: what was accepted before (old; NULL: nothing), without what
 * has lapsed, and every finding (list of Finding) that wish names. NULL: *ret_fault says why not, in a sentence's end;
 * the caller frees it. Lives as long as the arena and what it was given; nothing is accepted twice. */
Accepted *accept_add(Arena *arena, const Accepted *old, const Framework *framework, const GPtrArray *findings,
                     const AcceptWish *wish, char **ret_fault);
