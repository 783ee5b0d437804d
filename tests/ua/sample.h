/* A small good document: cover, heading, paragraph, table split over two pages, list, figure, contents with links. */
#pragma once
#include "render/pdf/finish/finish.h"

/* The finished bytes; names beyond Latin-1 and punctuation that PDF syntax uses are in it. Fails the test on an error.
 */
GByteArray *sample_pdf(void);

/* What may go wrong while drawing, and what may not matter. */
typedef enum {
  SAMPLE_GOOD,
  SAMPLE_COMPRESSED,   /* cairo deflates its pages itself */
  SAMPLE_PACKED,       /* cairo's file comes with packed objects, as newer versions write it */
  SAMPLE_DAMAGED,      /* such a file, cut */
  SAMPLE_LEAF_LOST,    /* a leaf of the structure is not drawn */
  SAMPLE_LEAF_NESTED,  /* one leaf within another */
  SAMPLE_GLYPH_SHARED, /* one glyph stands for two texts, as a missing glyph does */
  SAMPLE_LINK_DEAD,
  SAMPLE_BOOKMARK_DEAD,
  SAMPLE_PAGE_LOST,   /* a furniture page is not drawn */
  SAMPLE_ORDER_WRONG, /* a page stands twice in the order */
} SampleKind;
GByteArray *sample_try(SampleKind kind, GError **error); /* NULL and a GError when finishing refuses it */
extern const char *const sample_words;                   /* its text in reading order, words parted by single spaces */
