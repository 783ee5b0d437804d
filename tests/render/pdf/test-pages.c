/* Pages: headings stay with what follows, heads and labels are said again, pages are numbered, contents are right. */
#include "../sample.h"
#include "reader.h"
#include "testing.h"
#include <string.h>

typedef struct {
  Arena *arena;
  Document *document;
  char *folder, *path;
  char **pages; /* text as laid out */
} Printed;

static void printed_begin(Printed *p)
{
  p->arena = arena_new();
  p->document = sample_empty(p->arena);
  p->document->watermark = NULL; /* it would stand between the lines of the text as laid out */
}

static void printed_render(Printed *p)
{
  p->folder = sample_folder();
  p->path = reader_render(p->document, p->folder);
  g_autofree char *text = reader_pages(p->path);
  p->pages = g_strsplit(text, "\f", -1);
}

static void printed_end(Printed *p)
{
  sample_clean(p->folder);
  g_strfreev(p->pages);
  g_free(p->path);
  g_free(p->folder);
  arena_free(p->arena);
}

static GPtrArray *blocks_of(const Printed *p)
{
  const GPtrArray *sections = p->document->sections;
  return ((DocSection *)g_ptr_array_index(sections, sections->len - 1))->blocks;
}

static void add_paras(Printed *p, guint n)
{
  for (guint i = 0; i < n; i++) {
    Para *para = record_new(p->arena, &para_spec, NULL);
    para->runs = arena_list(p->arena);
    g_ptr_array_add(para->runs, run_new(p->arena, arena_printf(p->arena, "filler line %u", i), 0));
    g_ptr_array_add(blocks_of(p), para);
  }
}

static void add_heading(Printed *p, const char *text)
{
  Heading *heading = record_new(p->arena, &heading_spec, NULL);
  heading->level = 1;
  heading->contents = true;
  heading->runs = arena_list(p->arena);
  g_ptr_array_add(heading->runs, run_new(p->arena, text, 0));
  g_ptr_array_add(blocks_of(p), heading);
}

static int page_with(const Printed *p, const char *text)
{
  for (int i = 0; p->pages[i]; i++)
    if (strstr(p->pages[i], text))
      return i;
  return -1;
}

static Table *add_table(Printed *p, guint n_rows, const char *label)
{
  Table *table = sample_table(p->arena, p->document, "t", "Table caption");
  sample_column(p->arena, table, "First");
  sample_column(p->arena, table, "Second");
  RowGroup *group = sample_group(p->arena, table, label);
  for (guint i = 0; i < n_rows; i++) {
    Row *row = sample_row(p->arena, group, ROW_BODY);
    g_autofree char *words = g_strdup_printf("row%u", i);
    sample_words(p->arena, row, words);
    sample_words(p->arena, row, "cell");
  }
  return table;
}

/* Wherever on a page a heading comes, its table's caption, head and first two rows come with it. */
static void headings_stay_with_tables(void **state)
{
  (void)state;
  for (guint n = 20; n < 44; n += 1) {
    Printed p = { 0 };
    printed_begin(&p);
    add_paras(&p, n);
    add_heading(&p, "The heading");
    add_table(&p, 40, "The label");
    printed_render(&p);
    int page = page_with(&p, "The heading");
    assert_true(page >= 0);
    assert_int_equal(page_with(&p, "Table caption"), page);
    assert_int_equal(page_with(&p, "First"), page);
    assert_int_equal(page_with(&p, "The label"), page);
    assert_int_equal(page_with(&p, "row0"), page);
    assert_int_equal(page_with(&p, "row1"), page);
    printed_end(&p);
  }
}

static void heads_and_labels_are_said_again(void **state)
{
  (void)state;
  Printed p = { 0 };
  printed_begin(&p);
  add_table(&p, 120, "The label");
  printed_render(&p);
  guint n = reader_page_count(p.path);
  assert_true(n >= 3);
  for (guint i = 0; i < n; i++) {
    g_autofree char *number = g_strdup_printf("Page %u of %u", i + 1, n);
    assert_non_null(strstr(p.pages[i], "First"));
    assert_non_null(strstr(p.pages[i], number));
    assert_true((strstr(p.pages[i], "The label (continued)") != NULL) == (i > 0));
  }
  g_autofree char *structure = reader_structure(p.path);
  assert_null(strstr(structure, "(continued)")); /* furniture, not content */
  printed_end(&p);
}

static void few_rows_are_not_parted(void **state)
{
  (void)state;
  for (guint n = 26; n < 40; n += 2) {
    Printed p = { 0 };
    printed_begin(&p);
    add_paras(&p, n);
    add_table(&p, 5, NULL);
    printed_render(&p);
    assert_int_equal(page_with(&p, "row0"), page_with(&p, "row4"));
    printed_end(&p);
  }
}

static void kept_blocks_share_a_page(void **state)
{
  (void)state;
  for (guint n = 20; n < 40; n += 3) {
    Printed p = { 0 };
    printed_begin(&p);
    add_paras(&p, n);
    Keep *keep = record_new(p.arena, &keep_spec, NULL);
    GPtrArray *outside = blocks_of(&p);
    guint first = outside->len;
    add_heading(&p, "Kept heading");
    add_paras(&p, 12);
    while (outside->len > first) {
      g_ptr_array_add(keep->blocks, g_ptr_array_index(outside, first));
      g_ptr_array_remove_index(outside, first);
    }
    Para *last = record_new(p.arena, &para_spec, NULL);
    last->runs = arena_list(p.arena);
    g_ptr_array_add(last->runs, run_new(p.arena, "the last of the kept", 0));
    g_ptr_array_add(keep->blocks, last);
    g_ptr_array_add(outside, keep);
    printed_render(&p);
    assert_int_equal(page_with(&p, "Kept heading"), page_with(&p, "the last of the kept"));
    printed_end(&p);
  }
}

/* Contents stand first, are drawn last, and give the pages on which the headings stand. */
static void contents_give_the_pages(void **state)
{
  (void)state;
  Printed p = { 0 };
  printed_begin(&p);
  Contents *contents = record_new(p.arena, &contents_spec, NULL);
  contents->title = arena_strdup(p.arena, "Contents");
  contents->depth = 2;
  g_ptr_array_add(blocks_of(&p), contents);
  for (guint i = 0; i < 90; i++) {
    add_heading(&p, arena_printf(p.arena, "Chapter%u", i));
    add_paras(&p, 9);
  }
  printed_render(&p);
  guint n = reader_page_count(p.path);
  assert_non_null(strstr(p.pages[0], "Contents"));
  g_autofree char *list = g_strconcat(p.pages[0], p.pages[1], p.pages[2], NULL);
  for (guint i = 0; i < 90; i += 7) {
    g_autofree char *name = g_strdup_printf("Chapter%u\n", i);
    int page = page_with(&p, name); /* in the list the number follows on the same line */
    assert_in_range(page, 3, n);
    g_autofree char *pattern = g_strdup_printf("Chapter%u +%d\n", i, page + 1);
    assert_true(g_regex_match_simple(pattern, list, 0, 0));
  }
  printed_end(&p);
}

/* Sections that share a page with the one before. */
static void contents_of_short_sections(void **state)
{
  (void)state;
  Printed p = { 0 };
  printed_begin(&p);
  Contents *contents = record_new(p.arena, &contents_spec, NULL);
  contents->depth = 1;
  g_ptr_array_add(blocks_of(&p), contents);
  for (guint i = 0; i < 12; i++) {
    g_ptr_array_add(p.document->sections, record_new(p.arena, &doc_section_spec, &p.document->record));
    add_heading(&p, arena_printf(p.arena, "Chapter%u", i));
    add_paras(&p, 10);
  }
  printed_render(&p);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *name = g_strdup_printf("Chapter%u\n", i);
    g_autofree char *pattern = g_strdup_printf("Chapter%u +%d\n", i, page_with(&p, name) + 1);
    assert_true(g_regex_match_simple(pattern, p.pages[0], 0, 0));
  }
  printed_end(&p);
}

/* A commentary that goes on says whose it is. */
static void rows_that_go_on_are_named(void **state)
{
  (void)state;
  Printed p = { 0 };
  printed_begin(&p);
  Table *table = add_table(&p, 0, NULL);
  ((Column *)g_ptr_array_index(table->columns, 0))->share = 1;
  ((Column *)g_ptr_array_index(table->columns, 1))->share = 4;
  Row *row = sample_row(p.arena, g_ptr_array_index(table->groups, 0), ROW_BODY);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 1500; i++)
    g_string_append(text, "commentary ");
  sample_words(p.arena, row, "PI 7");
  sample_words(p.arena, row, text->str);
  printed_render(&p);
  guint n = reader_page_count(p.path);
  assert_true(n > 1);
  for (guint i = 0; i < n; i++) {
    assert_non_null(strstr(p.pages[i], "PI 7"));
    assert_true((strstr(p.pages[i], "(continued)") != NULL) == (i > 0));
  }
  printed_end(&p);
}

static void ugly_documents(void **state)
{
  (void)state;
  Printed p = { 0 };
  printed_begin(&p);
  g_autofree char *title = g_strnfill(400, 'T'), *many = g_strnfill(3000, 'x');
  add_heading(&p, title);
  Table *empty = sample_table(p.arena, p.document, "e", "Nothing in it");
  sample_column(p.arena, empty, "Alone");
  Table *wide = sample_table(p.arena, p.document, "w", NULL);
  for (guint i = 0; i < 60; i++)
    sample_column(p.arena, wide, "Extraordinarily|long heading");
  Row *row = sample_row(p.arena, sample_group(p.arena, wide, many), ROW_TOTAL);
  for (guint i = 0; i < 60; i++)
    sample_words(p.arena, row, "incomprehensibilities");
  printed_render(&p);
  assert_true(reader_page_count(p.path) >= 1);
  assert_true(page_with(&p, "Nothing in it") >= 0);
  printed_end(&p);
}

static void same_document_same_bytes(void **state)
{
  (void)state;
  g_autofree char *first = NULL, *second = NULL;
  gsize n_first, n_second;
  for (guint i = 0; i < 2; i++) {
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *folder = sample_folder();
    g_autofree char *path = reader_render(sample_document(arena), folder);
    assert_true(g_file_get_contents(path, i ? &second : &first, i ? &n_second : &n_first, NULL));
    sample_clean(folder);
  }
  assert_int_equal(n_first, n_second);
  assert_memory_equal(first, second, n_first);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(headings_stay_with_tables),  cmocka_unit_test(heads_and_labels_are_said_again),
    cmocka_unit_test(few_rows_are_not_parted),    cmocka_unit_test(kept_blocks_share_a_page),
    cmocka_unit_test(contents_give_the_pages),    cmocka_unit_test(ugly_documents),
    cmocka_unit_test(contents_of_short_sections), cmocka_unit_test(rows_that_go_on_are_named),
    cmocka_unit_test(same_document_same_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
