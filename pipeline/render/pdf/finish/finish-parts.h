/* The parts of finishing, in the order in which they run; shared by the files finish-*.c only. */
#pragma once
#include "render/pdf/finish/finish-read.h"
#include "render/pdf/finish/finish-write.h"
#include "render/pdf/finish/finish.h"
#include "render/pdf/structure/structure-data.h"

#define FINISH_CREATOR "qmr-render"
#define FINISH_PRODUCER "qmr-render " QMR_VERSION

typedef struct {
  guint32 number;          /* of its object, in the finished file */
  guint32 body, furniture; /* cairo's page objects */
  guint32 place;           /* 0-based in the document */
  double height_pt;
  GArray *annotations; /* of guint32: object numbers, or NULL */
} FinishPage;

typedef struct {
  const Finish *in;
  const Structure *structure;
  CairoFile cairo;
  Writer *writer;
  FinishPage *pages; /* by drawn page */
  guint32 catalog, info, page_tree, tree_root, parent_tree, first_element, first_annotation;
} Finishing;

/* Everything of cairo's file that pages need; refuses broken drawing rules. */
bool finish_pages(Finishing *finishing, GError **error);
/* Annotations of links: fills pages' annotations; runs before finish_pages. */
bool finish_links(Finishing *finishing, GError **error);
void finish_tree(Finishing *finishing);
/* Number of the outline's root, 0 for none. */
bool finish_outline(Finishing *finishing, guint32 *ret_outline, GError **error);
bool finish_catalog(Finishing *finishing, GError **error);

/* A page's content, inflated, its n_marks leaves as marked content numbered from 0; NULL when they are others, or when
 * it holds ActualText. Caller frees. */
GString *finish_content(Slice content, Slice filter, guint page, guint n_marks, GError **error);
/* Data of a stream without its /FlateDecode filter (absent filter: as it is); NULL when it is damaged. Caller frees. */
char *finish_inflate(Slice data, Slice filter, gsize *ret_length);
void finish_put_destination(const Finishing *finishing, GString *out, const Target *target);
/* A ToUnicode map in which stand-ins are replaced by their texts; NULL when the stream is damaged. */
GString *finish_glyph_map(Slice data, Slice filter, const GPtrArray *stand_ins);
char *finish_xmp(const Document *document); /* caller frees */
GByteArray *finish_srgb(void);              /* an ICC profile of sRGB; caller unrefs */
/* Another form of PDF made plain (xref table, plain objects) through libqpdf. */
GByteArray *finish_plain(const GByteArray *pdf, GError **error);
