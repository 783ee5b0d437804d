/* What the codes of a font mean: bytes of a shown string to text, through the font's ToUnicode map. */
#pragma once
#include "pdf.h"

typedef struct {
  GHashTable *text_by_code; /* of char * by GUINT_TO_POINTER(code) */
  guint code_bytes;         /* 1, or 2 for composite fonts */
} Glyphs;

Glyphs *glyphs_read(Pdf *pdf, qpdf_oh font);
void glyphs_free(Glyphs *glyphs);
/* Appends the text of the bytes; returns how many codes have no text, and sets *ret_notdef when code 0 was shown. */
guint glyphs_text(const Glyphs *glyphs, const guint8 *bytes, guint length, GString *out, bool *ret_notdef);
