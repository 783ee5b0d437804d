/* Pictures: what is made of them holds nothing but what is seen, whatever their bytes are. */
#include "testing.h"

#include "picture/picture.h"
#include <string.h>

static Picture *drawn(guint width, guint height, guint kind)
{
  Picture *picture = g_new0(Picture, 1);
  picture->width = width;
  picture->height = height;
  picture->rgba = g_malloc((gsize)width * height * 4);
  for (guint i = 0; i < width * height; i++) {
    guint8 *dot = picture->rgba + (gsize)i * 4;
    dot[0] = (guint8)(i * 7);
    dot[1] = kind & 1 ? (guint8)(i * 3) : dot[0];
    dot[2] = (guint8)(kind & 1 ? i / width : dot[0]);
    dot[3] = kind & 2 ? (guint8)(i * 5) : 0xFF;
  }
  return picture;
}

/* Grey or coloured, opaque or not: the same dots come back, and the same bytes again. */
static void test_same_dots_same_bytes(void **state)
{
  (void)state;
  for (guint kind = 0; kind < 4; kind++) {
    g_autoptr(Picture) picture = drawn(17, 9, kind);
    g_autoptr(GBytes) once = picture_write(picture);
    gsize n;
    const guint8 *bytes = g_bytes_get_data(once, &n);
    g_autofree char *fault = NULL;
    g_autoptr(Picture) again = picture_read(bytes, n, &fault);
    assert_null(fault);
    assert_int_equal(again->width, 17);
    assert_int_equal(again->height, 9);
    assert_memory_equal(again->rgba, picture->rgba, 17 * 9 * 4);
    g_autoptr(GBytes) twice = picture_write(again);
    assert_true(g_bytes_equal(once, twice));
  }
}

/* The checksum that ends a chunk of a PNG. */
static guint32 checksum(const guint8 *bytes, gsize n)
{
  guint32 sum = 0xFFFFFFFF;
  for (gsize i = 0; i < n; i++) {
    sum ^= bytes[i];
    for (guint k = 0; k < 8; k++)
      sum = sum & 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
  }
  return ~sum;
}

static void put_number(guint8 *at, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8)(number >> (24 - 8 * i));
}

/* With one more chunk behind the first. */
static GByteArray *with_chunk(GBytes *png, const char *kind, const char *words)
{
  gsize n, length = strlen(words);
  const guint8 *bytes = g_bytes_get_data(png, &n);
  g_autofree guint8 *chunk = g_malloc(length + 12);
  put_number(chunk, (guint32)length);
  memcpy(chunk + 4, kind, 4);
  memcpy(chunk + 8, words, length);
  put_number(chunk + 8 + length, checksum(chunk + 4, length + 4));
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, bytes, 33);
  g_byte_array_append(out, chunk, (guint)length + 12);
  return g_byte_array_append(out, bytes + 33, (guint)n - 33);
}

static void test_nothing_but_dots(void **state)
{
  (void)state;
  static const char *const kinds[] = { "tEXt", "eXIf", "iTXt", "zTXt", "iCCP", "prVt", "tIME", "pHYs", "sRGB" };
  g_autoptr(Picture) picture = drawn(12, 12, 3);
  g_autoptr(GBytes) clean = picture_write(picture);
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    GByteArray *dirty = with_chunk(clean, kinds[i], "Author-CANARY-of-a-person");
    g_autofree char *fault = NULL;
    g_autoptr(Picture) again = picture_read(dirty->data, dirty->len, &fault);
    assert_null(fault);
    g_autoptr(GBytes) made = picture_write(again);
    assert_true(g_bytes_equal(clean, made));
    g_byte_array_unref(dirty);
  }
}

/* Cut short and with bytes changed: a picture of sane size, or words that say what is wrong. */
static void test_damaged(void **state)
{
  (void)state;
  g_autoptr(Picture) picture = drawn(40, 30, 3);
  g_autoptr(GBytes) png = picture_write(picture);
  gsize n;
  const guint8 *bytes = g_bytes_get_data(png, &n);
  guint faults = 0;
  for (guint seed = 0; seed < 3000; seed++) {
    g_autoptr(GRand) dice = g_rand_new_with_seed(seed);
    gsize length = seed % 3 == 0 ? (gsize)g_rand_int_range(dice, 0, (gint)n) : n;
    g_autofree guint8 *copy = g_memdup2(bytes, n);
    for (guint k = 0; seed % 3 && k < seed % 5 + 1; k++)
      copy[g_rand_int_range(dice, 0, (gint)n)] ^= (guint8)g_rand_int_range(dice, 1, 256);
    g_autofree char *fault = NULL;
    g_autoptr(Picture) read = picture_read(copy, length, &fault);
    assert_true((read == NULL) == (fault != NULL));
    assert_true(!read || (gsize)read->width * read->height <= PICTURE_MAX_DOTS);
    faults += fault != NULL;
  }
  assert_true(faults > 2000);
}

static void check_fault(guint32 width, guint32 height, const char *says)
{
  g_autoptr(Picture) picture = drawn(4, 4, 0);
  g_autoptr(GBytes) png = picture_write(picture);
  gsize n;
  g_autofree guint8 *copy = g_memdup2(g_bytes_get_data(png, &n), g_bytes_get_size(png));
  n = g_bytes_get_size(png);
  put_number(copy + 16, width);
  put_number(copy + 20, height);
  put_number(copy + 29, checksum(copy + 12, 17));
  g_autofree char *fault = NULL;
  assert_null(picture_read(copy, n, &fault));
  assert_non_null(strstr(fault, says));
}

/* A few bytes that say that they are a picture as large as a town: refused before there is room made for it. */
static void test_too_large(void **state)
{
  (void)state;
  check_fault(60000, 60000, "60000 by 60000 dots");
  check_fault(0xFFFFFFFF, 1, "is too big");
  check_fault(1, 0x80000000, "is too big");
  check_fault(5000, 5000, "8 million");
  check_fault(0, 5, "0 dots");
  check_fault(5000, 5, "damaged or cut short"); /* as many rows as it says are not there */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_same_dots_same_bytes),
    cmocka_unit_test(test_nothing_but_dots),
    cmocka_unit_test(test_damaged),
    cmocka_unit_test(test_too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
