/* The program that reads a PDF, run once: a process with limits that holds the file, and nothing else. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

/* What the file is not. */
typedef enum { PDF_IS_ONE, PDF_IS_NONE, PDF_IS_TOO_LARGE } PdfKind;

/* The <supplied> document that qmr-pdf-words makes of a file, which nobody has checked; caller frees. NULL: the file is
 * none that is read (*ret_kind), the program came to no end (*ret_kind is PDF_IS_ONE, no error), or the world is wrong
 * (error). */
GString *pdf_run(const char *path, PdfKind *ret_kind, GError **error);
