/* Finishing: cairo's bytes and our structure become a tagged, accessible PDF (PDF/UA-1, PDF/A-3a where it holds). */
#pragma once
#include "document/document.h"
#include "render/pdf/structure/structure.h"

typedef struct {
  const GByteArray *cairo_pdf; /* body pages 0 .. n-1 as drawn, then n furniture pages */
  guint n_pages;
  const guint *order; /* order[i]: drawn page that is the i-th page of the document (contents are drawn last) */
  const Structure *structure;
  const Document *document;   /* language, title, subject, author, date */
  const GPtrArray *stand_ins; /* of char *: what U+F0000 + index stands for in maps of fonts; or NULL */
  const GString *attachment;  /* XML: the data of what is shown, attached as document.xml; or NULL */
} Finish;

/* The finished file's bytes; NULL and a GError when a drawing rule was broken (our bug) or cairo wrote what is not
 * understood. Caller frees. */
GByteArray *finish_pdf(const Finish *finish, GError **error);
