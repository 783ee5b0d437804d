/* PNG: one door to libpng. */
#include "picture/picture.h"
#include <png.h>
#include <setjmp.h>
#include <string.h>

enum { RGBA = 4, HEADER_BYTES = 33 /* signature and the first chunk, which says the size */ };

void picture_free(Picture *picture)
{
  if (picture)
    g_free(picture->rgba);
  g_free(picture);
}

/* libpng's own words are for programmers. */
static void fail(png_structp png, png_const_charp words)
{
  (void)words;
  png_longjmp(png, 1);
}

static void be_silent(png_structp png, png_const_charp words)
{
  (void)png;
  (void)words;
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

typedef struct {
  const guint8 *at, *end;
  Picture *picture;
  png_bytep *rows;
  png_structp png;
  png_infop info;
} Reading;

static void give(png_structp png, png_bytep out, png_size_t n)
{
  Reading *reading = png_get_io_ptr(png);
  if (n > (gsize)(reading->end - reading->at))
    png_error(png, "cut short");
  memcpy(out, reading->at, n);
  reading->at += n;
}

static void set_limits(png_structp png)
{
  png_set_user_limits(png, PICTURE_MAX_SIDE, PICTURE_MAX_SIDE);
  png_set_chunk_cache_max(png, 16);
  png_set_chunk_malloc_max(png, 1024 * 1024);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1); /* profiles, comments: not even unpacked */
}

/* Whatever it is made of, eight bits of red, green, blue and opacity come out. */
static void set_transforms(Reading *reading)
{
  png_structp png = reading->png;
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
  png_read_update_info(png, reading->info);
  if (png_get_rowbytes(png, reading->info) != (gsize)reading->picture->width * RGBA)
    png_error(png, "rows of another length");
}

static void read_rows(Reading *reading)
{
  Picture *picture = reading->picture;
  if (setjmp(png_jmpbuf(reading->png))) {
    g_clear_pointer(&reading->picture, picture_free);
    return;
  }
  set_limits(reading->png);
  png_set_read_fn(reading->png, reading, give);
  png_read_info(reading->png, reading->info);
  set_transforms(reading);
  picture->rgba = g_malloc((gsize)picture->width * picture->height * RGBA);
  reading->rows = g_new(png_bytep, picture->height);
  for (guint i = 0; i < picture->height; i++)
    reading->rows[i] = picture->rgba + (gsize)i * picture->width * RGBA;
  png_read_image(reading->png, reading->rows);
  png_read_end(reading->png, NULL);
}

static guint32 number_at(const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

static char *too_large(guint32 width, guint32 height)
{
  if (width == 0 || height == 0)
    return g_strdup("is damaged: it says that it is 0 dots wide or high");
  if (width > PICTURE_MAX_SIDE || height > PICTURE_MAX_SIDE || (guint64)width * height > PICTURE_MAX_DOTS)
    return g_strdup_printf("is too big: %u by %u dots, where %u on a side and 8 million in all are the most; save it "
                           "smaller",
                           width, height, PICTURE_MAX_SIDE);
  return NULL;
}

/* What another file is. */
static char *other_kind(const guint8 *bytes, gsize n)
{
  g_autofree char *start = g_strndup((const char *)bytes, MIN(n, 512));
  if (n == 0)
    return g_strdup("is empty");
  if (n >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
    return g_strdup("is a JPEG picture; open it in Paint and save it as PNG");
  if (strstr(start, "<svg") || strstr(start, "<?xml"))
    return g_strdup("is an SVG drawing; save it as PNG, about 1,500 dots wide");
  return g_strdup("is no PNG picture; open it in Paint and save it as PNG");
}

Picture *picture_read(const guint8 *bytes, gsize n_bytes, char **ret_fault)
{
  bool whole = n_bytes >= HEADER_BYTES && memcmp(bytes + 12, "IHDR", 4) == 0;
  if (n_bytes < 8 || png_sig_cmp(bytes, 0, 8) != 0)
    *ret_fault = other_kind(bytes, n_bytes);
  else if (n_bytes > PICTURE_MAX_BYTES)
    *ret_fault = g_strdup("is too big: 4 MB is the most; save it smaller");
  else if (whole)
    *ret_fault = too_large(number_at(bytes + 16), number_at(bytes + 20));
  else
    *ret_fault = g_strdup("is damaged or cut short; save it again");
  if (*ret_fault)
    return NULL;
  Reading reading = { .at = bytes, .end = bytes + n_bytes, .picture = g_new0(Picture, 1) };
  reading.picture->width = number_at(bytes + 16);
  reading.picture->height = number_at(bytes + 20);
  reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, be_silent);
  reading.info = reading.png ? png_create_info_struct(reading.png) : NULL;
  if (reading.info)
    read_rows(&reading);
  else
    g_clear_pointer(&reading.picture, picture_free);
  png_destroy_read_struct(&reading.png, &reading.info, NULL);
  g_free(reading.rows);
  if (!reading.picture)
    *ret_fault = g_strdup("is damaged or cut short; save it again");
  return reading.picture;
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

/* Which bytes of a dot are needed. */
typedef struct {
  bool colour, opacity;
} Needs;

static Needs needs_of(const Picture *picture)
{
  Needs needs = { false, false };
  const guint8 *end = picture->rgba + (gsize)picture->width * picture->height * RGBA;
  for (const guint8 *dot = picture->rgba; dot < end && !(needs.colour && needs.opacity); dot += RGBA) {
    needs.colour = needs.colour || dot[0] != dot[1] || dot[1] != dot[2];
    needs.opacity = needs.opacity || dot[3] != 0xFF;
  }
  return needs;
}

static void pack_row(const Picture *picture, guint row, Needs needs, guint8 *out)
{
  const guint8 *dot = picture->rgba + (gsize)row * picture->width * RGBA;
  for (guint i = 0; i < picture->width; i++, dot += RGBA) {
    *out++ = dot[0];
    if (needs.colour) {
      *out++ = dot[1];
      *out++ = dot[2];
    }
    if (needs.opacity)
      *out++ = dot[3];
  }
}

static void take(png_structp png, png_bytep bytes, png_size_t n)
{
  g_byte_array_append(png_get_io_ptr(png), bytes, (guint)n);
}

static void no_flush(png_structp png)
{
  (void)png;
}

static bool write_rows(png_structp png, png_infop info, const Picture *picture, guint8 *row, GByteArray *out)
{
  static const int types[2][2] = { { PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA },
                                   { PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA } };
  const Needs needs = needs_of(picture);
  if (setjmp(png_jmpbuf(png)))
    return false;
  png_set_write_fn(png, out, take, no_flush);
  png_set_IHDR(png, info, picture->width, picture->height, 8, types[needs.colour][needs.opacity], PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (guint i = 0; i < picture->height; i++) {
    pack_row(picture, i, needs, row);
    png_write_row(png, row);
  }
  png_write_end(png, NULL);
  return true;
}

GBytes *picture_write(const Picture *picture)
{
  g_autofree guint8 *row = g_malloc((gsize)picture->width * RGBA);
  GByteArray *out = g_byte_array_new();
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, be_silent);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  bool written = info && write_rows(png, info, picture, row, out);
  png_destroy_write_struct(&png, &info);
  if (written)
    return g_byte_array_free_to_bytes(out);
  g_byte_array_unref(out);
  return NULL;
}
