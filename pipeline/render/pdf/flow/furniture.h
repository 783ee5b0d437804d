/* Furniture: what is drawn under the body on pages of its own at the end (rules, shades, marks beside their word,
 * repeated headings) and, on every page, the running header and footer and the watermark. */
#pragma once
#include "document/document.h"
#include "render/pdf/canvas/canvas.h"
#include "render/pdf/type/text.h"

typedef struct Strip Strip;
typedef struct Draw Draw;
typedef struct Furniture Furniture;

Furniture *furniture_new(void);
void furniture_free(Furniture *furniture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Furniture, furniture_free)

typedef enum {
  LAYER_FRAME,
  LAYER_SHADE,
  LAYER_RULE,
  LAYER_LEADER,
  LAYER_MARK,
  LAYER_PICTURE,
  LAYER_STRIP,
  N_LAYERS
} Layer;

/* A filled rectangle in a colour of the style (name borrowed from the program or the document). */
void furniture_fill(Furniture *furniture, guint page, Layer layer, const char *colour, double x_pt, double y_pt,
                    double width_pt, double height_pt);
/* Dots from x to x + width on a baseline. */
void furniture_leader(Furniture *furniture, guint page, double x_pt, double y_pt, double width_pt);
void furniture_mark(Furniture *furniture, guint page, const char *name, double x_pt, double y_pt, double size_pt);
/* A picture that is decoration; the block is borrowed. */
void furniture_picture(Furniture *furniture, guint page, const ProseBlock *picture, double x_pt, double y_pt,
                       double width_pt, double height_pt);
/* The strip drawn again; it must live as long as the furniture (furniture_own). */
void furniture_strip(Furniture *furniture, guint page, Strip *strip, double x_pt, double y_pt);
void furniture_own(Furniture *furniture, gpointer object, GDestroyNotify destroy);

/* What runs along a page. */
typedef struct {
  const DocSection *section;
  const PageStyle *style;
} Running;

/* Draws everything; running[i] belongs to drawn page i, numbers[i] is its page number, 0-based. */
void furniture_draw(Furniture *furniture, const Draw *draw, const Running *running, const guint *numbers);
