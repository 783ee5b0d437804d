/* The words by which sentence patterns know what a sentence says: lists by meaning, data by language, to which a
 * framework adds. */
#pragma once
#include "facts/sentence.h"
#include "model/framework.h"

/* The first are those to which a framework adds, by the values of terms_phrase. */
typedef enum {
  PHRASES_NONE,
  PHRASES_TARGET,     /* "target", "goal" */
  PHRASES_BASELINE,   /* "baseline" */
  PHRASES_VALUE,      /* what a row's own figure is called: "it", "performance", "outturn" */
  PHRASES_OTHER,      /* names a time, a part or a group other than the row's: "month", "national" */
  PHRASES_ABOUT,      /* "about", "around" */
  PHRASES_OVER,       /* "over", "exceeding" */
  PHRASES_UNDER,      /* "under", "nearly" */
  PHRASES_END,        /* "completed", "open", "delivered" */
  PHRASES_MILESTONE,  /* "milestone", "action" */
  PHRASES_INDICATOR,  /* "indicator", "measure" */
  PHRASES_LINK,       /* between such a word and its figure: "of", "is", "was", "set", "at" */
  PHRASES_JOINT,      /* where a clause ends: ",", "and", "while" */
  PHRASES_CHANGE,     /* behind a figure that is a change: "points", "fewer" */
  PHRASES_DIFFERENCE, /* heads a column of changes: "change", "variance" */
  PHRASES_BEFORE,     /* "last", "previous" */
  PHRASES_AGO,        /* "ago", "earlier" */
  PHRASES_NOW,        /* "this", "current" */
  PHRASES_SAME,       /* "same" */
  PHRASES_YEAR,       /* "year" */
  PHRASES_QUARTER,    /* "quarter", "period" */
  PHRASES_NOT,        /* "not", "if", "should": the sentence does not state it */
  PHRASES_SINCE,      /* before a time with which is compared: "since", "from" */
  PHRASES_DURING,     /* before the time of a clause: "in", "for" */
  PHRASES_THAN,       /* "than" */
  PHRASES_FROM,       /* "from" */
  PHRASES_TO,         /* "to" */
  PHRASES_OF,         /* "of" */
  PHRASES_BY,         /* "by", "in": before the day of an end */
  PHRASES_AHEAD,      /* "will", "due", "expected" */
  PHRASES_WITHIN,     /* before a place, a group or a cause, of which a figure is a part: "in", "among" */
  PHRASES_PER,        /* "per", "every": a number behind it is part of a unit */
  PHRASES_AGAINST,    /* before what a figure is compared with: "against", "compared" */
  PHRASES_AIM,        /* "mean", "aim", "want": the figure is to come */
  PHRASES_RELATIVE,   /* "that", "which": behind a figure, what follows is said of a part */
  PHRASES_PART,       /* "another", "remaining": before a figure of a part */
  PHRASES_EDGE,       /* "the end of": before a time */
  PHRASES_CASES,      /* "the time", "cases": all that a share can be of */
  PHRASES_ROW,        /* "it": what the sentence before spoke of */
  PHRASES_HAS,        /* between the name of a part and its figure: "at", "with", "had" */
  PHRASES_EACH,       /* "all", "both": before the number of all there are */
  PHRASES_OUR,        /* "our", "its" */
  PHRASES_THE,        /* "the", "these" */
  PHRASES_OWN,        /* "own", "has", "employs": before the number of what somebody has */
  PHRASES_THERE,      /* "there" */
  PHRASES_STAFF,      /* "staff", "workforce": who is employed */
  PHRASES_EMPLOY,     /* "employs" */
  PHRASES_FILL,       /* "inserted", "added": "to be inserted" alone waits for its words */
  PHRASES_BE,         /* "be" */
  PHRASES_ALL         /* how many there are */
} PhraseList;

typedef struct Phrases Phrases;

/* Those of the language of the documents, with the framework's. Lives as long as the arena. */
const Phrases *phrases_new(Arena *arena, const Framework *framework);
/* Whether the token, which may be NULL, is a word of the list. */
bool phrase_is(const Phrases *phrases, PhraseList list, const Token *token);
bool phrase_at(const Phrases *phrases, PhraseList list, const Sentence *sentence, guint index);
/* The number that a word stands for: "twelve" is 12; -1: none. */
int phrase_number(const Token *token);
/* Whether one of the list stands from one token to before another. */
bool phrase_between(const Phrases *phrases, PhraseList list, const Sentence *sentence, guint from, guint end);
