/* Reading workbooks in tests. */
#include "workbook.h"
#include "testing.h"
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <string.h>
#include <zip.h>

static void tree_free(void *tree)
{
  xmlFreeDoc(tree);
}

static GBytes *read_part(zip_t *zip, zip_uint64_t index)
{
  zip_stat_t stat;
  assert_int_equal(zip_stat_index(zip, index, 0, &stat), 0);
  char *bytes = g_malloc(stat.size + 1);
  zip_file_t *file = zip_fopen_index(zip, index, 0);
  assert_non_null(file);
  assert_int_equal(zip_fread(file, bytes, stat.size), stat.size);
  zip_fclose(file);
  return g_bytes_new_take(bytes, stat.size);
}

Workbook *workbook_open(const char *path)
{
  Workbook *workbook = g_new0(Workbook, 1);
  workbook->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  workbook->trees = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, tree_free);
  int code = 0;
  zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
  assert_non_null(zip);
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
    const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
    assert_true(g_hash_table_insert(workbook->parts, g_strdup(name), read_part(zip, (zip_uint64_t)i)));
  }
  zip_discard(zip);
  return workbook;
}

void workbook_free(Workbook *workbook)
{
  if (!workbook)
    return;
  g_hash_table_unref(workbook->parts);
  g_hash_table_unref(workbook->trees);
  g_free(workbook);
}

GList *workbook_parts(const Workbook *workbook)
{
  return g_list_sort(g_hash_table_get_keys(workbook->parts), (GCompareFunc)strcmp);
}

static xmlDoc *tree_of(Workbook *workbook, const char *part)
{
  xmlDoc *tree = g_hash_table_lookup(workbook->trees, part);
  if (tree)
    return tree;
  GBytes *bytes = g_hash_table_lookup(workbook->parts, part);
  if (!bytes)
    fail_msg("no part %s", part);
  tree = xmlReadMemory(g_bytes_get_data(bytes, NULL), (int)g_bytes_get_size(bytes), part, NULL, XML_PARSE_NONET);
  if (!tree)
    fail_msg("%s is not well-formed", part);
  g_hash_table_insert(workbook->trees, g_strdup(part), tree);
  return tree;
}

static xmlXPathObject *evaluate(Workbook *workbook, const char *part, const char *xpath)
{
  static const char *const prefixes[][2] = {
    { "s", "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
    { "c", "http://schemas.openxmlformats.org/drawingml/2006/chart" },
    { "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "p", "http://schemas.openxmlformats.org/package/2006/relationships" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "dcterms", "http://purl.org/dc/terms/" },
  };
  xmlXPathContext *context = xmlXPathNewContext(tree_of(workbook, part));
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++)
    xmlXPathRegisterNs(context, BAD_CAST prefixes[i][0], BAD_CAST prefixes[i][1]);
  xmlXPathObject *result = xmlXPathEvalExpression(BAD_CAST xpath, context);
  xmlXPathFreeContext(context);
  assert_non_null(result);
  return result;
}

double workbook_number(Workbook *workbook, const char *part, const char *xpath)
{
  xmlXPathObject *result = evaluate(workbook, part, xpath);
  double number = xmlXPathCastToNumber(result);
  xmlXPathFreeObject(result);
  return number;
}

char *workbook_string(Workbook *workbook, const char *part, const char *xpath)
{
  xmlXPathObject *result = evaluate(workbook, part, xpath);
  xmlChar *text = xmlXPathCastToString(result);
  xmlXPathFreeObject(result);
  char *copy = g_strdup((const char *)text);
  xmlFree(text);
  return copy;
}

GPtrArray *workbook_sheets(Workbook *workbook)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  guint n = (guint)workbook_number(workbook, "xl/workbook.xml", "count(//s:sheet)");
  for (guint i = 1; i <= n; i++) {
    g_autofree char *xpath = g_strdup_printf("string(//s:sheet[%u]/@name)", i);
    g_ptr_array_add(names, workbook_string(workbook, "xl/workbook.xml", xpath));
  }
  return names;
}

char *workbook_sheet(Workbook *workbook, const char *name)
{
  g_autoptr(GPtrArray) names = workbook_sheets(workbook);
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal(g_ptr_array_index(names, i), name))
      return g_strdup_printf("xl/worksheets/sheet%u.xml", i + 1);
  fail_msg("no sheet %s", name);
  return NULL;
}

char *workbook_cell(Workbook *workbook, const char *part, const char *cell)
{
  g_autofree char *type_path = g_strdup_printf("string(//s:c[@r='%s']/@t)", cell);
  g_autofree char *value_path = g_strdup_printf("string(//s:c[@r='%s']/s:v)", cell);
  g_autofree char *type = workbook_string(workbook, part, type_path);
  g_autofree char *value = workbook_string(workbook, part, value_path);
  if (!g_str_equal(type, "s"))
    return g_steal_pointer(&value);
  g_autofree char *shared = g_strdup_printf("string(//s:si[%d]/s:t)", atoi(value) + 1);
  return workbook_string(workbook, "xl/sharedStrings.xml", shared);
}

char *workbook_table(Workbook *workbook, const char *part)
{
  g_autofree char *base = g_path_get_basename(part);
  g_autofree char *relations = g_strdup_printf("xl/worksheets/_rels/%s.rels", base);
  if (!g_hash_table_contains(workbook->parts, relations))
    return NULL;
  g_autofree char *target =
      workbook_string(workbook, relations, "string(//p:Relationship[contains(@Type, '/table')]/@Target)");
  return *target ? g_strconcat("xl/", target + strlen("../"), NULL) : NULL;
}

void workbook_range(const char *range, guint *ret_first_row, guint *ret_last_row, guint *ret_last_column)
{
  guint first = 0, last = 0;
  char column[4] = "";
  assert_int_equal(sscanf(range, "A%u:%3[A-Z]%u", &first, column, &last), 3);
  guint number = 0;
  for (const char *p = column; *p; p++)
    number = number * 26 + (guint)(*p - 'A' + 1);
  *ret_first_row = first;
  *ret_last_row = last;
  *ret_last_column = number;
}

char *workbook_address(guint row, guint column)
{
  g_autoptr(GString) name = g_string_new(NULL);
  for (; column > 0; column = (column - 1) / 26)
    g_string_prepend_c(name, (char)('A' + (column - 1) % 26));
  g_string_append_printf(name, "%u", row);
  return g_string_free(g_steal_pointer(&name), FALSE);
}
