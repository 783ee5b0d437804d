/* What a sentence claims of the row beside it, read by a few named patterns: "in quarter 1 it was 93.8%", "1.8 points
 * better than last year", "we missed the target by 0.4 points". What none of them fits claims nothing. */
#pragma once
#include "facts/sentence.h"

typedef enum {
  CLAIM_FIGURE,      /* "in quarter 1 it was 93.8%": the figure of a time */
  CLAIM_TARGET,      /* "the target of 95%": the figure is a target */
  CLAIM_OVER,        /* "over 95%": the figure is more than that */
  CLAIM_UNDER,       /* "nearly 95%": less */
  CLAIM_APART,       /* "1.8 points better than in quarter 1": between the figure and that of a time */
  CLAIM_FROM_TARGET, /* "missed the target by 0.4 points": between the figure and its target */
  CLAIM_MOVED,       /* "performance fell compared with quarter 1" */
} ClaimKind;

/* Of which time the figure is, or with which it is compared. */
typedef enum { WHEN_NOW, WHEN_QUARTER, WHEN_LAST_QUARTER, WHEN_LAST_YEAR } When;

typedef struct {
  ClaimKind kind;
  When when;
  int quarter;          /* WHEN_QUARTER: 1 to 4 */
  guint at;             /* the figure's token; MOVED: the verb's */
  guint first, last;    /* the tokens to quote */
  int direction;        /* APART, MOVED: +1 more, -1 less; 0 not said */
  bool better_or_worse; /* the direction is that of better (+1) and worse (-1) */
  bool of_row;          /* the words say that it is the row's own figure: "it", "the figure", "up from" */
  bool hedged;          /* "about 90%" */
} Claim;

/* All claims of a sentence, in order: of Claim; g_array_unref. */
GArray *claims_of(const Sentence *sentence);
/* The claim whose figure is that token and whose kind is so, or NULL. */
const Claim *claim_at(const GArray *claims, ClaimKind kind, guint token);
