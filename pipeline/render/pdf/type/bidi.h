/* Text in two directions: the levels that the Unicode bidirectional algorithm gives a paragraph, and the order in which
 * the pieces of a line stand. Even levels are written from left to right, odd ones from right to left. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Bidi Bidi;

/* The levels of a paragraph of runs (of Run). A run whose language is written from right to left stands apart from what
 * is around it, as in a web page; the paragraph's own direction is that of its first letter outside such runs. NULL:
 * all of it is written from left to right. */
Bidi *bidi_new(const GPtrArray *runs);
void bidi_free(Bidi *bidi); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bidi, bidi_free)

/* A level for each byte of a run's text; NULL for no bidi: all are 0. */
const guint8 *bidi_levels(const Bidi *bidi, guint run);
guint8 bidi_base(const Bidi *bidi); /* level of the paragraph; 0 for NULL */

/* ret_order: the n pieces of a line from left to right, by their levels. */
void bidi_order(const guint8 *levels, guint n, guint *ret_order);
