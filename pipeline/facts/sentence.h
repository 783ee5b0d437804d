/* Sentences of a commentary, cut into words, numbers, years and quarters, so that checks can compare them with the row.
 */
#pragma once
#include "base/amount.h"
#include "base/arena.h"
#include "base/date.h"
#include "record/passage.h"

typedef enum {
  TOKEN_WORD,    /* letters: in lower case */
  TOKEN_NUMBER,  /* "3,836" "3.3%" "£123,000" */
  TOKEN_YEAR,    /* a financial year: "2009/10" */
  TOKEN_QUARTER, /* "quarter 3", "Q3", "third quarter" */
  TOKEN_DATE,    /* a day in numbers: "24/9/15", "24/09/2015" */
  TOKEN_SIGN,    /* any other character: "/" "(" */
} TokenKind;

typedef struct {
  TokenKind kind;
  const char *start; /* in the text of the sentence */
  guint length_bytes;
  char *word;    /* WORD: lower case; SIGN: the character; else NULL */
  Amount number; /* NUMBER; QUARTER: 1 to 4; YEAR: the first calendar year; DATE: 20150924 */
  bool percent;  /* NUMBER: followed by % or "per cent" */
  bool pounds;   /* NUMBER: after a pound sign; thousands and millions written as k, m are multiplied in */
  bool ordinal;  /* NUMBER: "31st" */
  gint8 month;   /* WORD: 1 to 12 when it names a month */
  bool time; /* NUMBER: minutes and seconds, "8:50", "8m 50s", "8 minutes and 50 seconds": the number is in seconds */
} Token;

typedef struct {
  const char *text; /* all of the prose; tokens point into it */
  const char *start;
  guint length_bytes;
  GArray *tokens;   /* of Token */
  Passage *passage; /* where it was written; NULL: nobody knows */
} Sentence;

enum { MOST_DAY = 39 }; /* impossible days are dates, too */

/* The sentences of prose, in order; of an empty or absent prose none. Owned by the arena. */
GPtrArray *sentences_of(Arena *arena, const Prose *prose);
GPtrArray *sentences_of_text(Arena *arena, const char *text);
GPtrArray *sentences_of_passage(Arena *arena, Passage *passage);
/* Those of a record's field of words. */
GPtrArray *sentences_of_field(Arena *arena, const Record *record, const char *field);

/* Where the token was written: the file, or NULL, and the byte in it. */
const Source *sentence_source(const Sentence *sentence);
gsize sentence_place(const Sentence *sentence, guint index);

/* Whether the token is one of the words of a NULL-terminated list; NULL is none. */
bool token_is(const Token *token, const char *const *words);
static inline const Token *sentence_token(const Sentence *sentence, guint index) /* NULL beyond the end */
{
  return index < sentence->tokens->len ? &g_array_index(sentence->tokens, Token, index) : NULL;
}

/* Index of the first token of the phrase ("no significant progress") at or after from, or -1. "*" stands for any one
 * token. */
int sentence_find(const Sentence *sentence, const char *const *phrase, guint from);
/* Whether the phrase begins at the token. */
bool sentence_says(const Sentence *sentence, const char *const *phrase, guint index);
/* True for a number that counts or measures something: no year, no part of a date, of a code ("NI 130") or of an
 * ordinal, and no time. */
bool sentence_is_figure(const Sentence *sentence, guint index);
/* True for a figure of the kind that values in this Unit are; of minutes-seconds that is a time. */
bool sentence_is_figure_in(const Sentence *sentence, guint index, int unit);
/* True for a figure of the kind that values in this Unit are: percent for percent, pounds for pounds, else plain. */
bool token_fits(const Token *token, int unit);
/* 1 to 12 for the name of a month or its usual short form, else 0. */
int sentence_month(const Token *token);
/* A date that begins at the token: "31st March 2010", "31 March", "March 2010", "31/3/10"; false if none. Parts that
 * are not said are 0; impossible dates are returned as they stand. */
bool sentence_date(const Sentence *sentence, guint index, Date *ret_date, guint *ret_last);
/* True when any of the words, of a NULL-terminated list, is in it. */
bool sentence_has(const Sentence *sentence, const char *const *words);
/* The words from one token to another as they were written, cut when long; caller frees. */
char *sentence_quote(const Sentence *sentence, guint first, guint last);
