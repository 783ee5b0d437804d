/* A PDF opened with libqpdf for the tests: look-ups that never fail (what is absent is null, 0 or NULL). */
#pragma once
#include <gio/gio.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef struct {
  qpdf_data qpdf;
  GByteArray *bytes;
  guint n_pages;
} Pdf;

Pdf *pdf_open(const GByteArray *bytes, GError **error); /* copies bytes */
void pdf_close(Pdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pdf, pdf_close)
GByteArray *pdf_write(Pdf *pdf); /* as changed; caller unrefs */

qpdf_oh pdf_root(Pdf *pdf);
qpdf_oh pdf_page(Pdf *pdf, guint page);
int pdf_page_number(Pdf *pdf, qpdf_oh page);                /* -1: no page of the document */
qpdf_oh pdf_get(Pdf *pdf, qpdf_oh dict, const char *key);   /* of a dictionary or a stream */
qpdf_oh pdf_path(Pdf *pdf, qpdf_oh dict, const char *keys); /* "/A/B": one after the other */
bool pdf_has(Pdf *pdf, qpdf_oh dict, const char *key);
bool pdf_is_dict(Pdf *pdf, qpdf_oh value);
bool pdf_is_null(Pdf *pdf, qpdf_oh value);
guint pdf_length(Pdf *pdf, qpdf_oh array); /* 0 for what is no array */
qpdf_oh pdf_item(Pdf *pdf, qpdf_oh array, guint i);
char *pdf_name(Pdf *pdf, qpdf_oh value); /* without its slash; "" when it is none; caller frees */
char *pdf_text(Pdf *pdf, qpdf_oh value); /* a text string as UTF-8; NULL when it is none; caller frees */
long pdf_int(Pdf *pdf, qpdf_oh value, long otherwise);
double pdf_number(Pdf *pdf, qpdf_oh value);
bool pdf_is_true(Pdf *pdf, qpdf_oh value);
int pdf_id(Pdf *pdf, qpdf_oh value);              /* object number, 0: direct */
GByteArray *pdf_stream(Pdf *pdf, qpdf_oh stream); /* decoded; NULL when it is none; caller unrefs */
GByteArray *pdf_page_content(Pdf *pdf, guint page);
/* The value of a number tree or NULL-like null. */
qpdf_oh pdf_number_tree(Pdf *pdf, qpdf_oh tree, long key);
