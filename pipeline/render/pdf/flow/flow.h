/* The flow: pages begun when needed, and what waits to be drawn with the thing that follows it (headings, captions). */
#pragma once
#include "render/pdf/flow/strip.h"

/* A drawn page: whose it is and where it comes in the document. */
typedef struct {
  Running running;
  guint rank; /* pages are ordered by rank, then as drawn */
} FlowPage;

/* Where something was drawn. */
typedef struct {
  bool known;
  guint rank, page; /* page: as drawn */
} FlowPlace;

typedef struct {
  Draw draw;
  const DocSection *section;
  const PageStyle *page_style;
  guint rank;
  GArray *pages;                               /* of FlowPage; in a dry run: only counted */
  double left_pt, width_pt, top_pt, bottom_pt; /* of the text area */
  double y_pt;                                 /* where the next thing goes, before its gap */
  double after_pt;                             /* gap wanted by the last thing */
  bool endless;                                /* one page without end, for measuring */
  bool page_open, empty;                       /* empty: nothing on this page yet */
  bool at_top;                                 /* of a page or box: the next gap falls away */
  guint page;                                  /* drawn number of the page */
  int last_level;                              /* of the heading before */
  GPtrArray *waiting;                          /* of Waiting: strips that stay with what follows */
  const char *frame;                           /* colour of the box around what is drawn, or NULL */
  double frame_top_pt;
} Flow;

void flow_init(Flow *flow, const Draw *draw, GArray *pages);
void flow_clear(Flow *flow);

/* Another section or kind of page: the next thing begins a new page when new_page, or when the kind changes. */
void flow_section(Flow *flow, const DocSection *section, bool new_page);
void flow_page_break(Flow *flow); /* ends the page; the next begins at once */
void flow_page_end(Flow *flow);   /* ends the page; the next begins with the next thing */

/* The strip will be drawn together with the next thing. Taken over. id: a target, ret_place: set when it is drawn; NULL
 * or borrowed. */
void flow_wait(Flow *flow, Strip *strip, Element element, const char *id, FlowPlace *ret_place);
/* Makes room for least_pt (a gap of before_pt above it), beginning a page if needed, draws what waits, and puts y below
 * the gap. */
void flow_need(Flow *flow, double before_pt, double least_pt);
double flow_room_pt(const Flow *flow);
/* Height of a page's text area. */
double flow_page_room_pt(const Flow *flow);
/* Something of that height was drawn at y. */
void flow_advance(Flow *flow, double height_pt, double after_pt);
/* Draws a strip over pages below the element. Not taken over. */
void flow_strip(Flow *flow, Strip *strip, Element element);
/* Draws what still waits. */
void flow_flush(Flow *flow);

/* A box: what follows stands on a tinted ground with a bar at its left. */
void flow_frame_begin(Flow *flow, const char *tone, double least_pt);
void flow_frame_end(Flow *flow);

double flow_frame_width_pt(void); /* that the box takes from the width */
/* What follows is height high and stays on one page where it can. */
void flow_keep(Flow *flow, double height_pt);
/* For measuring: a dry flow like another, with one page without end. y then is the height. */
void flow_init_endless(Flow *flow, const Flow *like, double width_pt);
void flow_clear_endless(Flow *flow);

/* Rules and shades under what is drawn on this page. Nothing in a dry run. */
void flow_fill(Flow *flow, Layer layer, const char *colour, double x_pt, double y_pt, double width_pt,
               double height_pt);
