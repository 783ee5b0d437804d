/* Workbooks of hostile words, the same bytes every time, and disks that are full. */
#include "rendered.h"
#include "sample.h"
#include "testing.h"
#include "workbook.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <unistd.h>

static void write_or_fail(const Document *document, const char *path, const char *profile)
{
  g_autoptr(GError) error = NULL;
  RenderOptions options = { .profile = profile };
  if (!rendered_save(&renderer_xlsx, document, path, &options, &error))
    fail_msg("%s", error->message);
}

static void same_bytes_in_any_time_zone(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_document(arena);
  static const char *const zones[] = { "UTC", "Pacific/Auckland", "America/St_Johns" };
  for (guint p = 0; p < 2; p++) {
    g_autofree char *first = NULL;
    gsize first_length = 0;
    for (guint i = 0; i < G_N_ELEMENTS(zones); i++) {
      g_setenv("TZ", zones[i], TRUE);
      tzset();
      g_autofree char *path = g_strdup_printf("%s/%s-%u.xlsx", folder, p ? "working" : "public", i);
      write_or_fail(document, path, p ? "working" : "public");
      g_autofree char *bytes = NULL;
      gsize length = 0;
      assert_true(g_file_get_contents(path, &bytes, &length, NULL));
      if (!first) {
        first = g_steal_pointer(&bytes);
        first_length = length;
        continue;
      }
      assert_int_equal(length, first_length);
      assert_memory_equal(bytes, first, length);
    }
  }
  g_unsetenv("TZ");
  sample_clean(folder);
}

/* Control characters, injected formulas, markup, escapes, lone bytes, and forty thousand letters. */
static Document *hostile_document(Arena *arena, const char *long_text)
{
  Document *document = sample_empty(arena);
  document->title = arena_strdup(arena, "A & B <\"'> \x01 =1+1");
  static const char *const names[] = { "a/b", "History", "Q1", "R1C1", "'quoted'", "a/b", "1st", "", "[x]:*?" };
  static const char *const headings[] = { "=cmd|' /C calc'!A0", "a\nb", "A B", "=cmd|' /C calc'!A0", "", "_x0041_" };
  static const char *const words[] = { "=cmd|' /C calc'!A0",
                                       "\x01\x02\x1f",
                                       ("a\xff"
                                        "b"),
                                       "_x0041_",
                                       "</t></si>&#0;",
                                       "\xEF\xBF\xBF" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    Table *table = sample_table(arena, document, names[i], names[i]);
    table->sheet = arena_strdup(arena, names[i]);
    for (guint k = 0; k < G_N_ELEMENTS(headings); k++)
      sample_column(arena, table, headings[k]);
    RowGroup *group = sample_group(arena, table, i % 2 ? "=group" : NULL);
    Row *row = sample_row(arena, group, ROW_BODY);
    for (guint k = 0; k < G_N_ELEMENTS(words); k++)
      sample_words(arena, row, k == 5 && i == 0 ? long_text : words[k]);
  }
  return document;
}

static void check_long_text(Workbook *workbook, const char *long_text)
{
  g_autofree char *first = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "F5");
  g_autofree char *second = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "G5");
  g_autofree char *heading = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "G4");
  g_autofree char *both = g_strconcat(first, second, NULL);
  assert_string_equal(both, long_text);
  assert_true(g_str_has_suffix(heading, "(continued)"));
}

static void hostile_words_stay_words(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *long_text = g_strnfill(40000, 'm');
  g_autoptr(Arena) arena = arena_new();
  Document *document = hostile_document(arena, long_text);
  for (guint p = 0; p < 2; p++) {
    g_autofree char *path = g_strdup_printf("%s/%u.xlsx", folder, p);
    write_or_fail(document, path, p ? "working" : "public");
    g_autoptr(Workbook) workbook = workbook_open(path);
    g_autoptr(GPtrArray) names = workbook_sheets(workbook);
    static const char *const expected[] = { "Cover", "Contents", "Notes", "a b", "Table",   "Q1",
                                            "R1C1",  "quoted",   "a b 2", "1st", "Table 2", "x" };
    assert_int_equal(names->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < names->len; i++)
      assert_string_equal(g_ptr_array_index(names, i), expected[i]);
    assert_true(workbook_number(workbook, "xl/worksheets/sheet5.xml", "count(//s:f)") == 0);
    g_autofree char *command = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "A5");
    assert_string_equal(command, "=cmd|' /C calc'!A0");
    g_autofree char *heading = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "A4");
    assert_string_equal(heading, "=cmd ' /C calc'!A0"); /* "|" breaks a heading's lines */
    g_autofree char *escape = workbook_cell(workbook, "xl/worksheets/sheet4.xml", "D5");
    assert_string_equal(escape, "_x005F_x0041_"); /* read by Excel as _x0041_ */
    check_long_text(workbook, long_text);
    g_autofree char *third = workbook_table(workbook, "xl/worksheets/sheet6.xml");
    g_autofree char *table_name = workbook_string(workbook, third, "string(/s:table/@displayName)");
    assert_string_equal(table_name, "Table_Q1");
  }
  sample_clean(folder);
}

/* Files may not grow beyond a limit, as on a full disk: never half a workbook, never a success. */
static void full_disk_is_an_error(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_document(arena);
  g_autofree char *path = g_build_filename(folder, "appendix.xlsx", NULL);
  struct rlimit before, small;
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, SIG_IGN);
  static const rlim_t limits[] = { 100, 1000, 3000, 6000, 12000 };
  for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
    small = before;
    small.rlim_cur = limits[i];
    setrlimit(RLIMIT_FSIZE, &small);
    g_autoptr(GError) error = NULL;
    bool done = rendered_save(&renderer_xlsx, document, path, NULL, &error);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(done);
    assert_non_null(error);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  }
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  assert_null(g_dir_read_name(dir)); /* nothing is left behind */
  write_or_fail(document, path, NULL);
  sample_clean(folder);
}

/* The library's temporary files are cut, yet it says that all is well: found when the parts are read again. */
static void full_temporary_disk_is_an_error(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "appendix.xlsx", NULL);
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "long", "Long");
  sample_column(arena, table, "Number");
  RowGroup *group = sample_group(arena, table, NULL);
  for (guint i = 0; i < 4000; i++)
    sample_value(arena, sample_row(arena, group, ROW_BODY), "1", UNIT_COUNT);
  struct rlimit before, small;
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, SIG_IGN);
  small = before;
  small.rlim_cur = 100000; /* more than the packed workbook, less than its sheet */
  setrlimit(RLIMIT_FSIZE, &small);
  g_autoptr(GError) error = NULL;
  bool done = rendered_save(&renderer_xlsx, document, path, NULL, &error);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(done);
  assert_non_null(strstr(error->message, "xl/worksheets/sheet4.xml is not well-formed"));
  assert_non_null(strstr(error->message, "the workbook is damaged (too little memory, or a limit of file sizes?)"));
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  sample_clean(folder);
}

static void unknown_profile_is_told(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GError) error = NULL;
  RenderOptions options = { .profile = "secret" };
  assert_false(renderer_xlsx.write(sample_document(arena), &options, NULL, &error));
  assert_string_equal(error->message, "there is no workbook profile 'secret'; the profiles are public and working");
}

/* What is printed of a workbook is told from what is final, page by page; what is final has nothing there. */
static void drafts_are_marked_on_every_sheet(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  for (guint i = 0; i < 4; i++) {
    g_autoptr(Arena) arena = arena_new();
    Document *document = sample_document(arena);
    document->watermark = i < 2 ? arena_strdup(arena, "DRAFT & more") : NULL;
    write_or_fail(document, path, i % 2 ? "working" : "public");
    g_autoptr(Workbook) workbook = workbook_open(path);
    g_autoptr(GPtrArray) sheets = workbook_sheets(workbook);
    assert_true(sheets->len > 4);
    for (guint k = 0; k < sheets->len; k++) {
      g_autofree char *part = workbook_sheet(workbook, g_ptr_array_index(sheets, k));
      g_autofree char *header = workbook_string(workbook, part, "//s:headerFooter/s:oddHeader");
      assert_string_equal(header, i < 2 ? "&CDRAFT && more" : "");
    }
  }
  sample_clean(folder);
}

static void notes_are_numbered(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  for (guint i = 0; i < 2; i++) {
    Table *table = sample_table(arena, document, i ? "two" : "one", i ? "Two" : "One");
    sample_column(arena, table, "Heading");
    sample_words(arena, sample_row(arena, sample_group(arena, table, NULL), ROW_BODY), "words");
    sample_note(arena, document, "Counted at the end of March.");
  }
  sample_note(arena, document, "The second only.");
  write_or_fail(document, path, NULL);
  g_autoptr(Workbook) workbook = workbook_open(path);
  g_autofree char *title = workbook_cell(workbook, "xl/worksheets/sheet5.xml", "A1");
  assert_string_equal(title, "Two [note 1] [note 2]");
  g_autofree char *mark = workbook_cell(workbook, "xl/worksheets/sheet3.xml", "A5");
  g_autofree char *text = workbook_cell(workbook, "xl/worksheets/sheet3.xml", "B5");
  g_autofree char *used = workbook_cell(workbook, "xl/worksheets/sheet3.xml", "C5");
  assert_string_equal(mark, "[note 1]");
  assert_string_equal(text, "Counted at the end of March.");
  assert_string_equal(used, "One\nTwo");
  sample_clean(folder);
}

static void words_are_the_documents_own(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena); /* no table at all */
  document->lang = arena_strdup(arena, "cy");
  Word *word = record_new(arena, &word_spec, &document->record);
  word->name = arena_strdup(arena, "cover");
  word->text = arena_strdup(arena, "Clawr");
  g_ptr_array_add(document->words, word);
  write_or_fail(document, path, "working");
  g_autoptr(Workbook) workbook = workbook_open(path);
  g_autoptr(GPtrArray) names = workbook_sheets(workbook);
  assert_int_equal(names->len, 3);
  assert_string_equal(g_ptr_array_index(names, 0), "Clawr");
  g_autofree char *lang = workbook_string(workbook, "docProps/core.xml", "string(//dc:language)");
  assert_string_equal(lang, "cy");
  sample_clean(folder);
}

/* A line of the cover stands for something that was given. */
static void the_cover_says_what_was_given(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  document->council = document->subject = document->author = document->watermark = NULL;
  document->period = (Period){ 0 };
  document->undated = true;
  write_or_fail(document, path, "working");
  g_autoptr(Workbook) workbook = workbook_open(path);
  assert_int_equal((int)workbook_number(workbook, "xl/worksheets/sheet1.xml", "count(//s:row)"), 4);
  document->undated = false;
  document->author = arena_strdup(arena, "Somebody"); /* of the file's properties: nobody says that they made it */
  write_or_fail(document, path, "working");
  g_autoptr(Workbook) dated = workbook_open(path);
  assert_int_equal((int)workbook_number(dated, "xl/worksheets/sheet1.xml", "count(//s:row)"), 5);
  sample_clean(folder);
}

/* The library makes its own files in TMPDIR when what stands in the place of its lxw_tmpfile is not taken. */
static void it_is_drawn_in_memory(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder(), *watched = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_document(arena);
  g_autofree char *before = g_strdup(g_getenv("TMPDIR"));
  g_setenv("TMPDIR", watched, TRUE);
  int watch = inotify_init1(IN_NONBLOCK);
  assert_true(inotify_add_watch(watch, watched, IN_CREATE | IN_MOVED_TO) >= 0);
  write_or_fail(document, path, "working");
  char event[sizeof(struct inotify_event) + NAME_MAX + 1];
  assert_int_equal(read(watch, event, sizeof event), -1);
  assert_int_equal(errno, EAGAIN);
  close(watch);
  if (before)
    g_setenv("TMPDIR", before, TRUE);
  else
    g_unsetenv("TMPDIR");
  sample_clean(watched);
  sample_clean(folder);
}

/* More columns than a table of the workbook has: its cells, headings and filters are there all the same. */
static void wide_tables_are_plain_cells(void **state)
{
  (void)state;
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "a.xlsx", NULL);
  for (guint n = 100; n <= 101; n++) {
    g_autoptr(Arena) arena = arena_new();
    Document *document = sample_empty(arena);
    Table *table = sample_table(arena, document, "wide", "Wide");
    Row *row = sample_row(arena, sample_group(arena, table, NULL), ROW_BODY);
    for (guint i = 1; i <= n; i++) {
      sample_column(arena, table, arena_printf(arena, "Heading %u", i));
      sample_words(arena, row, arena_printf(arena, "words %u", i));
    }
    write_or_fail(document, path, "working");
    g_autoptr(Workbook) workbook = workbook_open(path);
    g_autofree char *part = workbook_sheet(workbook, "Wide"), *marked_up = workbook_table(workbook, part);
    assert_true((marked_up != NULL) == (n == 100));
    assert_true(workbook_number(workbook, marked_up ? marked_up : part, "count(//s:autoFilter)") == 1);
    g_autofree char *heading = workbook_cell(workbook, part, "CV3"), *words = workbook_cell(workbook, part, "CV4");
    assert_string_equal(heading, "Heading 100");
    assert_string_equal(words, "words 100");
    assert_true(workbook_number(workbook, part, "count(//s:pane[@state='frozen'][@ySplit='3'])") == 1);
  }
  sample_clean(folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(same_bytes_in_any_time_zone), cmocka_unit_test(hostile_words_stay_words),
    cmocka_unit_test(full_disk_is_an_error),       cmocka_unit_test(full_temporary_disk_is_an_error),
    cmocka_unit_test(unknown_profile_is_told),     cmocka_unit_test(notes_are_numbered),
    cmocka_unit_test(words_are_the_documents_own), cmocka_unit_test(drafts_are_marked_on_every_sheet),
    cmocka_unit_test(the_cover_says_what_was_given),
    cmocka_unit_test(it_is_drawn_in_memory),       cmocka_unit_test(wide_tables_are_plain_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
