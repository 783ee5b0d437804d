/* The HTML renderer's parts: one self-contained page, written into memory. */
#pragma once
#include "base/unique.h"
#include "document/document.h"

typedef struct {
  const Document *document;
  GString *out;         /* what stands in the body */
  GHashTable *headings; /* Heading * -> id, owned */
  GPtrArray *contents;  /* of Heading: all, in order */
  GHashTable *named;    /* id -> Heading *: the first of that id */
  Unique *ids;
  int level;   /* of the heading before; 0: none yet */
  bool titled; /* the h1 is written */
  bool labels; /* a list has labels of its own */
  guint charts;
  bool pictures;    /* there are some */
  guint shares;     /* of all columns of the table in hand */
  bool widths[101]; /* percentages in use by columns and charts: classes w1 to w100 */
} Html;

/* html-words.c */
void html_text(GString *out, const char *text);                         /* escaped; line ends become <br> */
void html_attribute(GString *out, const char *name, const char *value); /* ` name="value"` */
void html_runs(Html *html, const GPtrArray *runs);
void html_para_runs(Html *html, const Para *para); /* its words, as a link when they lead to a file */
void html_prose(Html *html, const Prose *prose, int level); /* of its headings; 0: they are bold words, as in cells */
void html_heading_begin(Html *html, int level, const char *id); /* levels are kept in order; id NULL: none */
void html_heading_end(Html *html);
char *html_id(Html *html, const char *prefix, const char *wanted); /* unique, valid; caller frees */

/* html-table.c, html-symbol.c, html-chart.c, html-style.c */
void html_table(Html *html, const Table *table);
void html_symbol(Html *html, const Symbol *symbol);
void html_mark(const Document *document, GString *out, const char *name); /* the shape alone, hidden from readers */
void html_chart(Html *html, const Chart *chart);
void html_style(const Html *html, GString *css);
void html_colour(const Document *document, GString *out, const char *name); /* "#RRGGBB" */
