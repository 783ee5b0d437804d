/* Objectives and their milestones: what a service wants to achieve and the dated steps to it. In an improvement plan an
 * objective is a theme and its milestones are the actions. Plan rows say what is planned; report rows add the progress.
 */
#pragma once
#include "model/framework.h"
#include "record/record.h"
#include "vocabulary/vocabulary.h"

/* A part of a milestone with a date of its own. */
typedef struct {
  Record record;
  char *ref;
  GPtrArray *previously; /* earlier refs, within the milestone */
  Date due;
  char *due_note; /* "TBC", "Spring 2010": when no date says it, or beside the date */
  GPtrArray *officers;
  char *lead;   /* who leads, in words: "all divisional managers" */
  Date revised; /* the date to which it was put off */
  Prose *partners, *capacity, *success, *outcome;
  GPtrArray *text;                /* of Run */
  int rating;                     /* report: Rating */
  char *rating_note;              /* report: words beside it */
  Prose *commentary, *corrective; /* report */
} Step;
extern const Spec step_spec, report_step_spec;

typedef struct {
  Record record;
  char *ref;             /* unique in the plan: "HP1-03" */
  GPtrArray *previously; /* earlier refs: several that became this one */
  Period year;           /* plan year under which it stands */
  Date due;
  char *due_note;
  bool key, is_new;
  GPtrArray *areas;      /* codes of areas of focus */
  GPtrArray *officers;   /* role codes */
  char *board;           /* ref of the board that watches it, or NULL */
  GPtrArray *priorities; /* corporate priorities, where narrower than the objective's */
  char *lead;            /* who leads, in words: "Leader" */
  Date revised;          /* the date to which it was put off: by the plan, or by the return */
  GPtrArray *text;       /* of Run */
  Prose *partners, *capacity;
  Prose *success;   /* criteria, intermediate */
  Prose *outcome;   /* criteria, ultimate */
  GPtrArray *steps; /* of Step */
  /* progress, from the return; only in the report */
  bool supplied;            /* the return has an entry */
  int rating;               /* Rating as stated; NOT_SUPPLIED when there is none, NOT_RATED of an entry without one */
  char *rating_note;        /* words beside it */
  int expected;             /* Rating expected at year end, if stated */
  int previous_rating;      /* Rating in the previous period's report */
  bool changed;             /* rating, due date or text differ from the previous period's report */
  Period closed;            /* by the return of an earlier period, and not spoken of since; else none */
  Period completed;         /* of the earlier period in which it was reported complete, and not spoken of since */
  bool overdue;             /* due before the period's end and neither green nor complete */
  GPtrArray *unknown_areas; /* of areas, those that the framework does not have */
  Prose *commentary, *corrective;
} Milestone;
extern const Spec milestone_spec, report_milestone_spec;

/* Likelihood x impact, each 1 to 4; or only the level. */
typedef struct {
  Record record;
  int likelihood, impact, score; /* -1: not given; the report's score is computed where both are given */
  int level;                     /* RiskLevel */
  int state;                     /* State: why there is no score */
} RiskScore;
extern const Spec initial_risk_spec, residual_risk_spec;
/* Likelihood times impact; 0 when one is not given, or the product is no number that a score can be. */
int risk_product(const RiskScore *risk);
/* The score that follows from likelihood and impact, and its level: low 1 to 4, medium to 10, high to 16. What was
 * given, but cannot be read, is not replaced by what it should be. Accepts NULL. */
void risk_complete(RiskScore *risk);

typedef struct {
  Record record;
  char *ref; /* "HP 1" */
  char *previously;
  char *title;
  GPtrArray *priorities, *areas, *indicators;    /* codes */
  GPtrArray *unknown_areas, *unknown_priorities; /* report: those that the framework does not have */
  GPtrArray *officers;
  char *lead; /* in words */
  RiskScore *initial, *residual;
  Prose *points; /* the list that its title goes on with, or NULL */
  Prose *text;
  GPtrArray *quoted;     /* of Area: areas of focus as the plan quotes them */
  GPtrArray *milestones; /* of Milestone */
  Prose *documents;      /* reference documents */
} Objective;
extern const Spec objective_spec, report_objective_spec;

/* Whether a return of that year should speak of the milestone: it stands under that plan year. */
bool milestone_is_due(const Milestone *milestone, Period year);
