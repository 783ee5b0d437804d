/* Fonts, seen from inside text: faces at a size, and tokens (words between spaces) shaped once and kept. Lengths in
 * pango units (_pu, 1/1024 pt), whole numbers, so that layout is the same everywhere. */
#pragma once
#include "render/pdf/type/text.h"
#include <pango/pangocairo.h>

enum { TOKEN_MAX_BYTES = 96 }; /* longer ones are cut into tokens glued together */

/* One glyph with the text it stands for: in logical order, each glyph a cluster of its own. */
typedef struct {
  guint32 index;
  gint32 x_pu, y_pu; /* of its origin, from the part's left end and baseline */
  guint32 bytes;     /* of the part's text */
} Glyph;

typedef struct Face Face;

/* A piece of a token in one face that is not broken, except in need. */
typedef struct {
  Face *face;
  char *text;
  Glyph *glyphs;
  guint n_glyphs;
  gint32 width_pu;
  bool rtl;
  bool may_break; /* a line may end after it */
} Part;

typedef struct {
  const Face *face; /* asked for; parts may have others */
  const char *text;
  guint length_bytes;
  bool rtl; /* shaped from right to left */
  guint n_parts;
  Part *parts;
  gint32 width_pu;
} Token;

struct Face {
  guint id, set, variant; /* variant: set of RUN_BOLD and RUN_ITALIC */
  gint32 size_pu;
  PangoContext *context; /* borrowed from the set */
  PangoFont *font;
  PangoAttrList *attributes;
  PangoAnalysis plain; /* analysis of plain words; made from plain_item */
  PangoItem *plain_item;
  cairo_scaled_font_t *scaled; /* borrowed from font */
  PangoCoverage *coverage;
  GHashTable *glyph_texts; /* glyph -> the one text it stands for; shared by the sizes of a font */
  GPtrArray *stand_ins;    /* borrowed: see fonts_stand_ins */
  guint32 space_glyph;
  gint32 space_pu, ascent_pu, descent_pu;
};

/* The face of a type style with the bold and italic of a run (RunStyle). Never NULL. */
Face *fonts_face(Fonts *fonts, const TypeStyle *type, guint run_style);
/* A face of the same look from the fallback list that has the character, or NULL. */
Face *fonts_fallback(Fonts *fonts, const Face *face, gunichar character);
/* The glyph that shows the character alone; 0: the face has none. */
guint32 face_glyph(const Face *face, gunichar character);
const Style *fonts_style(const Fonts *fonts);
gint32 type_size_pu(const TypeStyle *type);

/* The token shaped; text holds no space, and letters of one direction only. Kept until the fonts go. */
const Token *token_get(Fonts *fonts, Face *face, const char *text, gsize length_bytes, bool rtl);
/* Shapes text as one part without asking for fallbacks or breaks. For token.c. */
void part_shape(Part *part, Face *face, const char *text, gsize length_bytes, bool rtl);
void part_clear(Part *part);
/* Bytes of a part's text as they were written, stand-ins undone. Caller frees. */
char *part_written(const Part *part, gsize from_bytes, gsize length_bytes);
GHashTable *fonts_tokens(Fonts *fonts);
