/* A finished PDF as readers see it, through poppler's pdftotext and pdfinfo. */
#pragma once
#include "document/document.h"

/* Renders into folder/report.pdf and returns that path; caller frees. Fails the test when it cannot. */
char *reader_render(const Document *document, const char *folder);
/* Page by page as laid out (pages parted by \f). Caller frees. */
char *reader_pages(const char *path);
/* The structure tree with its words. Caller frees. */
char *reader_structure(const char *path);
/* Words of the structure's text in reading order, those of contents lists and figures left out. Of char *. */
GPtrArray *reader_words(const char *path);
guint reader_page_count(const char *path);
