/* A sentence that is being read for facts: what the files of patterns share. */
#pragma once
#include "facts/pattern.h"

typedef struct {
  const PatternContext *context;
  const Phrases *phrases;
  const Sentence *sentence;
  GArray *facts;
  const Indicator *named; /* the last that a code named so far, else that beside which the words stand */
  bool by_code;
  const Indicator *whole;  /* that the sentence as a whole names by words of its title, or NULL */
  const Indicator *titled; /* of the last clause that named one by words of its title */
  bool open; /* no figure has followed the code yet: two codes beside each other have figures that nobody can tell apart
              */
} Reader;

/* A stretch of a sentence between commas, brackets and joining words. */
typedef struct {
  guint first, end;
  guint times;   /* how many times it names; 2: several, or one that is not known */
  Period period; /* of one time */
  bool vague;    /* "last year": the year's, or the same period's */
  Period near;   /* of one that is not told in full: "in May", "on 30 September" */
  guint figures, at;
} Clause;

const Token *reader_token(const Reader *r, guint at);
/* Whether a word or phrase of the list begins there. */
bool reader_is(const Reader *r, PhraseList list, guint at);
bool reader_is_figure(const Reader *r, guint at);
/* A time that begins at the token: how many words; *ret_period not given: one that is not known. *ret_vague is set
 * where it may be the year's, or the same period's. */
guint reader_time(const Reader *r, guint at, Period *ret_period, bool *ret_vague);

/* The tokens as one clause: its times and figures. */
Clause reader_clause(const Reader *r, guint first, guint end);
/* The month, or the document's own period, that the only time of a clause most likely is: "May", "30 September". Of
 * a document of which nobody knows when it was made: not given. */
Period reader_near_time(const Reader *r, guint at);

/* One figure, which states something that is: no target, no change, nothing to come. */
bool reader_is_plain(const Reader *r, const Clause *clause);
/* A word of the list stands before the figure, with nothing but links and times between; or right behind it. */
bool reader_is_called(const Reader *r, const Clause *clause, PhraseList list, guint at);
/* Whether the figure is of the kind that the named indicator's are. */
bool reader_fits(const Reader *r, guint at);
/* Adds a figure of the named indicator. */
void reader_put(const Reader *r, const Clause *clause, const char *pattern, int property, guint at, Period period,
                int sure);

/* "221 accidental fires were attended": of what is named by words of its title. */
void reader_titled(Reader *r, const Clause *clause);
/* "Ashby 89.4, Barton 87.2": figures of parts that are called by their names. */
void reader_parts(const Reader *r);
/* "9 of the 23 machines": how many there are of things. */
void reader_things(const Reader *r);
