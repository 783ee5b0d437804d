/* Pictures of the inputs: found beside a file, read with limits, and made anew from their dots alone, so that nothing
 * else that a file of a picture may hold (comments, places, cameras, programs) goes on. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum {
  PICTURE_MAX_BYTES = 4 * 1024 * 1024, /* of a file, and of what is made of it */
  PICTURE_MAX_SIDE = 6000,             /* dots */
  PICTURE_MAX_DOTS = 8 * 1000 * 1000,
};

typedef struct {
  guint width, height; /* dots */
  guint density;       /* dots to a px of a screen, where it is known: of drawings; 0: not known */
  bool words;          /* it was drawn with fonts */
  guint8 *rgba;        /* four bytes a dot, row by row from the top; not multiplied by the last one, which is opacity */
} Picture;

void picture_free(Picture *picture); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

/* The bytes of the file of that name in the folder or in one inside it. Names that leave the folder, and links, are
 * refused. NULL: *ret_fault says why, in words that follow the name; the caller frees both. */
guint8 *picture_load(const char *folder, const char *name, gsize *ret_bytes, char **ret_fault);

/* The picture in the bytes of a PNG. NULL: *ret_fault as above. */
Picture *picture_read(const guint8 *bytes, gsize n_bytes, char **ret_fault);
/* The same of a PNG or an SVG, which is drawn: without anything that stands outside of it, in fonts of the pages. */
Picture *picture_read_any(const guint8 *bytes, gsize n_bytes, char **ret_fault);

/* The files of the fonts that words in drawings may be drawn with, of those that are installed; caller frees. */
GPtrArray *picture_fonts(void);

/* As a PNG of nothing but its dots: the same picture gives the same bytes. NULL when it cannot be made. */
GBytes *picture_write(const Picture *picture);
