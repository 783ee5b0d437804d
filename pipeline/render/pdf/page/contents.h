/* The contents list: which headings, where they were drawn, and the list itself. */
#pragma once
#include "render/pdf/flow/flow.h"

typedef struct {
  const Heading *heading;
  char *id;        /* target */
  FlowPlace place; /* where it was drawn */
  guint number;    /* page number, 1-based; 0: not known yet */
} Entry;

typedef struct Entries Entries;

Entries *entries_new(const Document *document); /* all headings of the document, in reading order */
void entries_free(Entries *entries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Entries, entries_free)
Entry *entries_find(const Entries *entries, const Heading *heading);
guint entries_count(const Entries *entries);
Entry *entries_get(const Entries *entries, guint index);

/* Draws the list below parent; a number that is not known leaves its room. */
void contents_flow(Flow *flow, Element parent, const Contents *contents, const Entries *entries);
/* Bookmarks for all headings that appear in contents, in reading order. False: there are none. */
bool contents_bookmarks(const Entries *entries, Structure *structure);
