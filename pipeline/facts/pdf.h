/* PDFs that somebody supplied, among the documents of a run. */
#pragma once
#include "diag/diag.h"
#include "model/paper.h"
#include "model/supplied.h"

extern const Rule rules_pdf[]; /* F-PDF */

/* Whether the file is a PDF, or called one. */
bool pdf_is(const char *path);

/* The words of a PDF, with pages: places in its source are pages (source_place). What cannot be read goes to diags,
 * with its page. NULL: nothing can be read (said), or the world is wrong (error). In the arena. */
const Supplied *pdf_read_words(Arena *arena, const char *path, DiagList *diags, GError **error);

/* The same as a paper, so that it is asked all that papers are: each page is a section. */
Paper *pdf_read_paper(Arena *arena, const char *path, DiagList *diags, GError **error);
/* Whether a paper was a PDF: nobody knows how its sections and tables are numbered. */
bool pdf_is_paper(const Record *paper);
