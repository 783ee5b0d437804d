/* The marked content of a page: which sequences there are, what text is in them, and what is wrong with them. */
#pragma once
#include "pdf.h"

typedef struct {
  int mcid; /* -1: none */
  GString *text;
} Mark;

typedef struct {
  GPtrArray *marks;  /* of Mark, in content order */
  GString *untagged; /* operators that paint outside of any mark, the first few */
  GString *nested;   /* artefact in tagged content or the other way round, tagged in tagged */
  bool unbalanced;   /* BMC, BDC and EMC do not match */
  bool actual_text, notdef;
  guint unknown_glyphs; /* codes without text */
  GString *artefacts;   /* text of artefacts, forms included */
  GHashTable *fonts;    /* object numbers of fonts that show text */
} Content;

Content *content_read(Pdf *pdf, guint page);
void content_free(Content *content);
const Mark *content_find(const Content *content, int mcid, guint *ret_n);
