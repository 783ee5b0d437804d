/* What the return says in words, entry by entry, cut into sentences once for all checks of wording. */
#pragma once
#include "facts/fact.h"

typedef struct {
  const Record *record; /* the entry, section or statement */
  const char *part;     /* "commentary", "corrective action", "text" */
  const Prose *prose;
  GPtrArray *sentences;       /* of Sentence */
  int rating;                 /* stated for the item, or RATING_NONE */
  const Indicator *indicator; /* report row, when it is about an indicator */
  const Milestone *milestone; /* report row, when it is about a milestone */
  const Statement *statement; /* when it is the comments of one */
  const Record *document;     /* of words_new: the plan, return or paper that says it */
  Date made;                  /* likewise: the day on which it was made; not given: nobody says so */
} Speech;

/* All prose of the return that has a visible word, in document order; empty without a return. Lives as long as the
 * arena. */
GPtrArray *speeches_new(const FactTable *facts, const Report *report);
/* True when it is the commentary on how an item is doing (not its corrective action or planned activities). */
bool speech_is_commentary(const Speech *speech);

/* The words of all documents of a run: those of the return, of the plan, of earlier returns and of papers; each with
 * its document and the day on which that was made. speeches: the return's. Lives as long as the arena. */
GPtrArray *words_new(const FactTable *facts, GPtrArray *speeches);
