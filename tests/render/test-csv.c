/* CSV files read back by a reader of RFC 4180. */
#include "render/format/renderer.h"
#include "rendered.h"
#include "sample.h"
#include "testing.h"
#include <string.h>

/* Rows of fields; fails on anything that RFC 4180 does not allow. Caller unrefs. */
static GPtrArray *read_csv(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    fail_msg("no file %s", path);
  assert_true(g_utf8_validate(text, -1, NULL));
  GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func(g_free);
  for (const char *p = text; *p;) {
    g_autoptr(GString) field = g_string_new(NULL);
    if (*p == '"') {
      for (p++; *p && !(p[0] == '"' && p[1] != '"'); p += p[0] == '"' ? 2 : 1)
        g_string_append_c(field, *p);
      assert_true(*p++ == '"');
    } else {
      for (; *p && *p != ',' && *p != '\r'; p++) {
        assert_true(*p != '"' && *p != '\n');
        g_string_append_c(field, *p);
      }
    }
    g_ptr_array_add(row, g_strdup(field->str));
    if (*p == ',') {
      p++;
      continue;
    }
    assert_true(p[0] == '\r' && p[1] == '\n');
    p += 2;
    if (rows->len > 0)
      assert_int_equal(row->len, ((GPtrArray *)g_ptr_array_index(rows, 0))->len);
    g_ptr_array_add(rows, row);
    row = g_ptr_array_new_with_free_func(g_free);
  }
  g_ptr_array_unref(row);
  return rows;
}

static const char *field(const GPtrArray *rows, guint row, guint column)
{
  assert_true(row < rows->len);
  const GPtrArray *fields = g_ptr_array_index(rows, row);
  assert_true(column < fields->len);
  return g_ptr_array_index(fields, column);
}

static void write_or_fail(const Document *document, const char *folder)
{
  g_autoptr(GError) error = NULL;
  if (!rendered_save(&renderer_csv, document, folder, NULL, &error))
    fail_msg("%s", error->message);
}

static void sample_reads_back(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autoptr(Arena) arena = arena_new();
  write_or_fail(sample_document(arena), folder);
  g_autoptr(GPtrArray) revenue = read_csv(folder, "statement-hp-revenue.csv");
  assert_string_equal(field(revenue, 0, 4), "Annual budget (£’000)");
  assert_string_equal(field(revenue, 2, 7), "-27");
  g_autoptr(GPtrArray) others = read_csv(folder, "other-indicators.csv");
  assert_string_equal(field(others, 1, 4), "%");
  assert_string_equal(field(others, 1, 8), "12.84");
  assert_string_equal(field(others, 6, 3), "Female");
  assert_string_equal(field(others, 6, 9), "[e]");
  g_autoptr(GPtrArray) risks = read_csv(folder, "risks.csv");
  assert_string_equal(field(risks, 1, 2), "2010-03");
  assert_string_equal(field(risks, 2, 2), "2010-05-31");
  g_autoptr(GPtrArray) notes = read_csv(folder, "notes.csv");
  assert_string_equal(field(notes, 1, 0), "[x]");
  assert_string_equal(field(notes, 1, 1), "Not yet available");
  g_autoptr(GPtrArray) contents = read_csv(folder, "contents.csv");
  assert_string_equal(field(contents, 1, 0), "text-table-1.csv"); /* of prose */
  assert_string_equal(field(contents, 2, 0), "milestones-counts.csv");
  for (guint i = 1; i < contents->len; i++) {
    g_autoptr(GPtrArray) table = read_csv(folder, field(contents, i, 0));
    g_autofree char *n = g_strdup_printf("%u", table->len - 1);
    assert_string_equal(field(contents, i, 2), n);
  }
  sample_clean(folder);
}

static void hostile_words_are_no_formulas(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "../../etc/passwd", "Hostile");
  static const char *const words[] = { "=1+1", "+44", "-x", "@SUM(A1)", "a,\"b\"\nc", "-5", "tab\there" };
  static const char *const read[] = { "'=1+1", "'+44", "'-x", "'@SUM(A1)", "a,\"b\"\nc", "'-5", "tab\there" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    sample_column(arena, table, i == 0 ? "=HYPERLINK(\"x\")" : "Same");
  sample_column(arena, table, "Number");
  Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    sample_words(arena, row, words[i]);
  sample_value(arena, row, "-1234.50", UNIT_POUNDS);
  sample_table(arena, document, "notes", "Called like ours");
  sample_column(arena, g_ptr_array_index(((DocSection *)g_ptr_array_index(document->sections, 0))->blocks, 1), "x");
  write_or_fail(document, folder);
  g_autoptr(GPtrArray) rows = read_csv(folder, "------etc-passwd.csv");
  assert_string_equal(field(rows, 0, 0), "'=HYPERLINK(\"x\")");
  assert_string_equal(field(rows, 0, 2), "Same 2");
  for (guint i = 0; i < G_N_ELEMENTS(read); i++)
    assert_string_equal(field(rows, 1, i), read[i]);
  assert_string_equal(field(rows, 0, 7), "Number (£)");
  assert_string_equal(field(rows, 1, 7), "-1234.50");
  g_autoptr(GPtrArray) second = read_csv(folder, "notes-2.csv");
  assert_string_equal(field(second, 1, 0), "[w]"); /* a table without rows says so */
  sample_clean(folder);
}

/* Every record of every file says it, in its last column; what is no draft has no such column. */
static void draft_is_said_in_every_record(void **state)
{
  (void)state;
  for (int kind = 0; kind < 3; kind++) { /* the sample, the sample as a draft, a draft without tables and notes */
    g_autofree char *folder = sample_folder();
    g_autoptr(Arena) arena = arena_new();
    Document *document = kind == 2 ? sample_empty(arena) : sample_document(arena);
    document->watermark = kind == 0 ? NULL : (char *)"DRAFT, \"not\" final";
    write_or_fail(document, folder);
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    guint n = 0;
    for (const char *name; (name = g_dir_read_name(files)); n++) {
      g_autoptr(GPtrArray) rows = read_csv(folder, name);
      const guint last = ((GPtrArray *)g_ptr_array_index(rows, 0))->len - 1;
      bool none = rows->len == 1 && g_str_equal(name, "notes.csv"); /* the heading says it */
      const char *heading = none ? "Status: DRAFT, \"not\" final" : "Report status";
      assert_int_equal(g_str_equal(field(rows, 0, last), heading), kind > 0);
      for (guint i = 1; i < rows->len; i++)
        assert_int_equal(g_str_equal(field(rows, i, last), "DRAFT, \"not\" final"), kind > 0);
    }
    assert_true(n >= 2);
    sample_clean(folder);
  }
}

static void unwritable_folder_is_told(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GError) error = NULL;
  assert_false(rendered_save(&renderer_csv, sample_document(arena), "/dev/null/tables", NULL, &error));
  assert_true(g_str_has_prefix(error->message, "cannot make the folder /dev/null"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sample_reads_back),
    cmocka_unit_test(hostile_words_are_no_formulas),
    cmocka_unit_test(draft_is_said_in_every_record),
    cmocka_unit_test(unwritable_folder_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
