/* A strip: a column of measured content (of a page, a cell, a contents entry), cut into steps that placing understands.
 * It is drawn from any step to any step, so a cell that runs over pages is one cell. */
#pragma once
#include "document/document.h"
#include "render/pdf/flow/furniture.h"
#include "render/pdf/flow/place.h"
#include "render/pdf/type/text.h"

/* What drawing needs; shared by a run. */
struct Draw {
  const Document *document;
  const Style *style;
  Fonts *fonts;
  Canvas *canvas;
  Structure *structure;
  Furniture *furniture;
  bool dry; /* nothing is drawn: only how many pages it takes */
};

Strip *strip_new(void);
void strip_free(Strip *strip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Strip, strip_free)

enum { STRIP_ROOT = 0 }; /* the node of the element given when drawing */

/* A node of structure below another; its element is made when its first content is drawn. */
guint strip_node(Strip *strip, guint parent, Tag tag);
void strip_node_number(Strip *strip, guint node, const char *numbering); /* TAG_L; see structure_set_numbering */
void strip_node_alt(Strip *strip, guint node, const char *alt);          /* copied */
void strip_node_lang(Strip *strip, guint node, const char *lang);        /* copied */
void strip_node_scope(Strip *strip, guint node, Scope scope);
void strip_node_spans(Strip *strip, guint node, guint columns, guint rows); /* TAG_TH, TAG_TD */
Element strip_element(const Strip *strip, guint node);                      /* 0 before it is made */

/* A paragraph below what is there; lines are taken over. after_pt is the least gap to the next. */
void strip_add(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt, double before_pt,
               double after_pt);
/* Text beside the paragraph added last: a list's number, a neighbour cell. */
void strip_beside(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt);
/* The same, beside the paragraph's last line (one line). */
void strip_beside_last(Strip *strip, guint node, Lines *lines, Align align, double x_pt, double width_pt);
/* A mark in the first line of what was added last. node of a TAG_FIGURE, or STRIP_ROOT: a word stands beside it,
 * furniture. */
void strip_mark(Strip *strip, guint node, const char *name, double x_pt, double size_pt);
/* A picture below what is there. node of a TAG_FIGURE, or STRIP_ROOT: it is decoration. The block is borrowed. */
void strip_picture(Strip *strip, guint node, const ProseBlock *picture, double x_pt, double width_pt, double height_pt,
                   double gap_pt);
/* The paragraph added last stays with the next one. */
void strip_keep_next(Strip *strip);
/* Adds room below the last. */
void strip_pad(Strip *strip, double after_pt);

guint strip_steps(const Strip *strip, const Step **ret_steps);
double strip_height_pt(const Strip *strip);
double strip_before_pt(const Strip *strip); /* wanted above the first */
double strip_after_pt(const Strip *strip);  /* wanted below the last */

/* Draws steps first .. first + n - 1 with the first one's top at y (below its gap); on furniture pages the element is
 * not used. */
void strip_draw(Strip *strip, const Draw *draw, Element root, guint first, guint n, double x_pt, double y_pt);
