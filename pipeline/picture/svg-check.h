/* SVG drawings: what may be drawn of one, written anew from what was read and understood of it. */
#pragma once
#include <glib.h>

enum {
  SVG_MAX_NODES = 50000, /* elements and attributes */
  SVG_MAX_DEPTH = 64,
};

/* What to do about one that is not drawn: the end of every fault. */
#define SVG_REMEDY "save it as PNG, about 1,500 dots wide"

/* The drawing again, in elements and attributes of SVG alone: without comments, title, description and metadata, and
 * with its pictures made anew; its words are appended to words. NULL: it is no SVG, holds what is not drawn (programs,
 * what stands elsewhere, too much of anything), or cannot be read, and *ret_fault says so in words that follow its
 * name; the caller frees both. */
GString *svg_check(const guint8 *bytes, gsize n_bytes, GString *words, char **ret_fault);
