/* The structure tree of a PDF, owned by us: elements in reading order, with what assistive technology needs. cairo
 * marks only leaves; which element a leaf belongs to is kept here and written by finish. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* clang-format off */
typedef enum {
  TAG_DOCUMENT, TAG_SECT, TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_H5, TAG_H6, TAG_P, TAG_L, TAG_LI, TAG_LBL, TAG_LBODY,
  TAG_TABLE, TAG_CAPTION, TAG_THEAD, TAG_TBODY, TAG_TR, TAG_TH, TAG_TD, TAG_FIGURE, TAG_TOC, TAG_TOCI, TAG_REFERENCE,
  TAG_LINK, TAG_SPAN, TAG_DIV, TAG_NOTE,
} Tag;
/* clang-format on */

typedef enum { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH } Scope;

typedef guint32 Element; /* index; 0 is the Document */

typedef struct Structure Structure;

Structure *structure_new(void);
void structure_free(Structure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Structure, structure_free)

/* A new last child of parent. A leaf's parent element may get content on several pages (a split row is one TR). */
Element structure_add(Structure *structure, Element parent, Tag tag);
void structure_set_alt(Structure *structure, Element element, const char *alt); /* copied */
void structure_set_lang(Structure *structure, Element element, const char *lang);
void structure_set_scope(Structure *structure, Element element, Scope scope);
void structure_set_spans(Structure *structure, Element element, guint columns, guint rows); /* 1: none */
/* TAG_L; numbering: Disc, Decimal, LowerAlpha, UpperAlpha, LowerRoman or UpperRoman; not copied */
void structure_set_numbering(Structure *structure, Element element, const char *numbering);
void structure_set_bbox(Structure *structure, Element element, guint page, double x_pt, double y_pt, double width_pt,
                        double height_pt); /* TAG_FIGURE; y from the top */

/* Called by the canvas: the next marked content of this page belongs to element. Returns its MCID. */
guint structure_mark(Structure *structure, Element element, guint page);

/* An annotation on a page: a link to a place of the document or to an address; element is its TAG_LINK. Rectangle from
 * the top. */
void structure_link(Structure *structure, Element element, guint page, double x_pt, double y_pt, double width_pt,
                    double height_pt, const char *uri, const char *target_id, const char *contents);
/* A place that links and bookmarks can name. */
void structure_target(Structure *structure, const char *id, guint page, double y_pt);
/* A bookmark; level 1 is the top. Bookmarks come in reading order. */
void structure_bookmark(Structure *structure, guint level, const char *title, const char *target_id);
