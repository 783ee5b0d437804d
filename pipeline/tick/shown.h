/* What a document shows: each of its figures, dates and references, with the place where it stands and what it was
 * taken from. */
#pragma once
#include "document/document.h"
#include "document/origins.h"
#include "facts/fact.h"
#include "model/tick.h"

typedef struct {
  int kind;          /* TickKind */
  const char *at;    /* "indicators/3/4": as in Tick */
  const char *where; /* for people: "table 'Key indicators', row 'NI 130', column 'Target 2009/10'" */
  const char *text;  /* as it is shown */
  OptAmount number;  /* as it is shown: rounded */
  Date date;
  const char *code;
  /* what it was taken from; NULL: words of the layout */
  const Record *record;
  const Field *field;       /* NULL: the figure of a Reading */
  const Sentence *sentence; /* of words; else NULL */
  guint token;
  /* the Cell, Para, Text, Heading, Chart or Table in which it stands, and as the how many-th of its content */
  const Record *holder;
  guint item;
} Shown;

/* What the words are read with, and where it goes. */
typedef struct {
  Arena *arena;
  const Document *document;
  const Origins *origins;
  const FactTable *facts;
  GHashTable *mentions; /* of mentions_of */
  GPtrArray *list;      /* of Shown, in reading order */
} Showing;

void shown_gather(Showing *showing);
