/* The pages of a PDF as a <supplied> document. */
#pragma once
#include "pdf/layout.h"

typedef struct {
  guint pages;       /* that the file has */
  const char *why;   /* why nothing, or not all of it, was read; NULL: all was */
  guint stopped;     /* the page at which reading ended; 0: none */
  GPtrArray *read;   /* of Page */
  GPtrArray *blocks; /* of GPtrArray of Block, beside them */
} PdfWords;

/* Appends the document; when it grows too large it ends at a page. */
void pdf_write(PdfWords *words, GString *out);
