/* Shorthand: the marks that stand for states and flags in data: [x] not available, [e] estimated. */
#pragma once
#include "document/document.h"

#define SHORTHAND_EMPTY "[w]" /* the document says nothing here */

/* Which marks are in use. */
typedef struct {
  guint states; /* bits 1 << State */
  guint flags;  /* bits 1 << Flag */
  bool empty;
  bool unflagged;   /* a figure of which its status says that there is nothing to say */
  bool parentheses; /* negative figures in parentheses */
} Marks;

void marks_add(Marks *marks, const Marks *more);
bool marks_any(const Marks *marks);

const char *shorthand_state(const Document *document, int state); /* "[x]"; "" for STATE_NONE */
char *shorthand_flags(const Document *document, guint flags);     /* "[e] [p]", or the word for none; caller frees */
typedef struct {
  const char *mark;    /* "[e]" */
  const char *meaning; /* "estimated"; borrowed from the document */
} Shorthand;
/* One Shorthand a mark in use, in fixed order; caller unrefs. */
GArray *shorthand_list(const Document *document, const Marks *marks);
/* "[x] not yet available; [e] estimated"; caller frees. */
char *shorthand_sentence(const Document *document, const Marks *marks);
