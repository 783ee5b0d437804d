/* A sentence that is being read for facts: what pattern.c and the file about its times share. */
#pragma once
#include "facts/pattern.h"

typedef struct {
  const PatternContext *context;
  const Phrases *phrases;
  const Sentence *sentence;
  GArray *facts;
  const Indicator *named; /* the last that a code named so far, else that beside which the words stand */
  bool by_code;
  bool open; /* no figure has followed the code yet: two codes beside each other have figures that nobody can tell apart
              */
} Reader;

const Token *reader_token(const Reader *r, guint at);
/* Whether a word or phrase of the list begins there. */
bool reader_is(const Reader *r, PhraseList list, guint at);
bool reader_is_figure(const Reader *r, guint at);
/* A time that begins at the token: how many words; *ret_period not given: one that is not known. *ret_vague is set
 * where it may be the year's, or the same period's. */
guint reader_time(const Reader *r, guint at, Period *ret_period, bool *ret_vague);
