/* The post-pass over a workbook's parts, through libzip. */
#include "render/xlsx/finish.h"
#include "render/xlsx/patch.h"
#include "xml/well-formed.h"
#include <string.h>
#include <zip.h>

enum { DEFLATE_LEVEL = 6 }; /* the library's 9 takes twice the time for one part in a hundred */
enum { DOS_NOON = 12 << 11, DOS_DATE_1980_01_01 = 1 << 5 | 1 }; /* noon: no time zone moves it to another day */

static bool fail(GError **error, const char *text, const char *part)
{
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
              "%s: %s; the workbook is damaged (too little memory, or a limit of file sizes?)", part, text);
  return false;
}

/* The bytes of a part; NULL when they are cut or their checksum is wrong. */
static GString *read_part(zip_t *zip, zip_uint64_t index)
{
  zip_stat_t stat;
  zip_file_t *file = zip_stat_index(zip, index, 0, &stat) == 0 ? zip_fopen_index(zip, index, 0) : NULL;
  if (!file)
    return NULL;
  GString *part = g_string_sized_new(stat.size + 1);
  g_string_set_size(part, stat.size);
  bool whole = zip_fread(file, part->str, stat.size) == (zip_int64_t)stat.size;
  if (zip_fclose(file) == 0 && whole)
    return part;
  g_string_free(part, TRUE);
  return NULL;
}

/* "xl/charts/chart3.xml" gives 3; 0 for other parts. */
static guint chart_number(const char *name)
{
  static const char prefix[] = "xl/charts/chart";
  return g_str_has_prefix(name, prefix) ? (guint)g_ascii_strtoull(name + strlen(prefix), NULL, 10) : 0;
}

static bool patch_part(const char *name, GString *part, const FinishBook *finish, GError **error)
{
  if (g_str_equal(name, "xl/styles.xml"))
    return patch_styles(part, error);
  if (g_str_equal(name, "docProps/core.xml"))
    return patch_core(part, finish->lang, error);
  if (g_str_has_prefix(name, "xl/worksheets/sheet"))
    patch_numbers(part);
  guint chart = chart_number(name);
  if (chart == 0)
    return true;
  return patch_chart(part, finish->lang,
                     chart <= finish->targets->len ? g_array_index(finish->targets, guint, chart - 1) : 0, error);
}

static bool is_xml(const char *name)
{
  return g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rels");
}

static bool check_part(const char *name, const GString *part, GError **error)
{
  g_autoptr(GError) fault = NULL;
  return !is_xml(name) || well_formed_check(name, part->str, part->len, &fault) || fail(error, fault->message, name);
}

/* Adds a part with a fixed date; takes the bytes. */
static bool add_part(zip_t *zip, const char *name, GString *part)
{
  gsize length_bytes = part->len;
  char *bytes = g_string_free(part, FALSE);
  zip_source_t *source = zip_source_buffer(zip, bytes, length_bytes, 1);
  zip_int64_t index = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, DEFLATE_LEVEL) == 0 &&
         zip_file_set_dostime(zip, (zip_uint64_t)index, DOS_NOON, DOS_DATE_1980_01_01, 0) == 0;
}

static bool copy_part(zip_t *from, zip_t *to, zip_uint64_t index, const FinishBook *finish, GError **error)
{
  const char *name = zip_get_name(from, index, 0);
  GString *part = read_part(from, index);
  if (!part)
    return fail(error, "cannot be read again", name ? name : "a part");
  if (!check_part(name, part, error) || !patch_part(name, part, finish, error) || !check_part(name, part, error)) {
    g_string_free(part, TRUE);
    return false;
  }
  return add_part(to, name, part) || fail(error, "cannot be packed", name);
}

static bool copy_parts(zip_t *from, zip_t *to, const FinishBook *finish, GError **error)
{
  zip_int64_t n = zip_get_num_entries(from, 0);
  if (n <= 0)
    return fail(error, "holds no parts", "workbook");
  for (zip_int64_t i = 0; i < n; i++)
    if (!copy_part(from, to, (zip_uint64_t)i, finish, error))
      return false;
  return true;
}

/* All bytes of the packed workbook; NULL: GError. */
static GString *packed_bytes(zip_source_t *source)
{
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
    return NULL;
  GString *bytes = g_string_sized_new(stat.size + 1);
  g_string_set_size(bytes, stat.size);
  bool whole = zip_source_read(source, bytes->str, stat.size) == (zip_int64_t)stat.size;
  zip_source_close(source);
  if (whole)
    return bytes;
  g_string_free(bytes, TRUE);
  return NULL;
}

static GString *pack(zip_t *from, const FinishBook *finish, GError **error)
{
  zip_error_t fault;
  zip_error_init(&fault);
  zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &fault);
  zip_t *to = memory ? zip_open_from_source(memory, ZIP_TRUNCATE, &fault) : NULL;
  zip_error_fini(&fault);
  if (!to) {
    zip_source_free(memory);
    fail(error, "cannot be packed", "workbook");
    return NULL;
  }
  zip_source_keep(memory);
  GString *bytes = NULL;
  if (!copy_parts(from, to, finish, error)) {
    zip_discard(to);
  } else if (zip_close(to) != 0) {
    zip_discard(to);
    fail(error, "cannot be packed", "workbook");
  } else {
    bytes = packed_bytes(memory);
    if (!bytes)
      fail(error, "cannot be packed", "workbook");
  }
  zip_source_free(memory);
  return bytes;
}

GBytes *finish_book(const char *from, const FinishBook *finish, GError **error)
{
  int code = 0;
  zip_t *zip = zip_open(from, ZIP_RDONLY | ZIP_CHECKCONS, &code);
  if (!zip) {
    fail(error, "cannot be opened again", "workbook");
    return NULL;
  }
  GString *bytes = pack(zip, finish, error);
  zip_discard(zip);
  return bytes ? g_string_free_to_bytes(bytes) : NULL;
}
