/* Reading what cairo wrote: a PDF of the classic form (xref table, plain objects), held in memory. */
#pragma once
#include "render/pdf/finish/finish-syntax.h"
#include <gio/gio.h>

typedef struct {
  Slice bytes;
  GArray *offsets; /* of guint64: [number] place of the object, 0: free */
  guint32 root;
} CairoFile;

/* False and G_IO_ERROR_NOT_SUPPORTED when the file is of another form. bytes must outlive it. */
bool cairo_file_read(Slice bytes, CairoFile *ret_file, GError **error);
void cairo_file_clear(CairoFile *file);

/* The object's value and, if it is a stream, its data (absent otherwise); false if there is no such object. */
bool cairo_file_object(const CairoFile *file, guint32 number, Slice *ret_value, Slice *ret_stream);
/* slice itself, or the value it refers to. */
Slice cairo_file_resolve(const CairoFile *file, Slice slice);
/* The numbers of all pages, in order. Caller unrefs; NULL and a GError when the page tree is not flat. */
GArray *cairo_file_pages(const CairoFile *file, GError **error);
