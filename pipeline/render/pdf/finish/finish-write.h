/* Writing a PDF 1.7: objects packed into compressed object streams, streams deflated once, a cross-reference stream. */
#pragma once
#include "render/pdf/finish/finish-syntax.h"

typedef struct Writer Writer;

Writer *writer_new(guint32 first_number); /* numbers below are for objects copied from another file */
void writer_free(Writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Writer, writer_free)

guint32 writer_reserve(Writer *writer, guint32 n); /* the first of n new numbers, one after the other */

/* Begins object `number`; its value is appended to what is returned, before the next call of any of these. */
GString *writer_begin(Writer *writer, guint32 number);
G_GNUC_PRINTF(3, 4) void writer_object(Writer *writer, guint32 number, const char *format, ...);
/* A stream; entries: of its dictionary, without /Length. deflate adds the /Filter. */
void writer_stream(Writer *writer, guint32 number, const char *entries, Slice data, bool deflate);

/* The whole file, with an /ID made from its bytes. Caller unrefs. The writer is used up. */
GByteArray *writer_end(Writer *writer, guint32 root, guint32 info);
