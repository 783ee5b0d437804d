/* Every word of a document stands in the file, once, in reading order, under its structure. */
#include "../sample.h"
#include "reader.h"
#include "testing.h"
#include <string.h>

/* ---- the document's words ---------------------------------------------------------------------------------------- */
static void say(GString *out, const char *text)
{
  g_string_append_printf(out, "%s ", text ? text : "");
}

static void say_runs(GString *out, const GPtrArray *runs)
{
  g_autofree char *text = runs ? runs_to_text(runs) : NULL;
  say(out, text);
}

static void say_prose(GString *out, const Prose *prose);

static void say_list(GString *out, const ProseBlock *block, char first)
{
  for (guint i = 0; i < block->items->len; i++) {
    if (!block->ordered)
      say(out, "•");
    else if (first == '1')
      g_string_append_printf(out, "%u. ", i + 1);
    else
      g_string_append_printf(out, "%c) ", first + (char)i);
    say_prose(out, g_ptr_array_index(block->items, i));
  }
}

static void say_prose(GString *out, const Prose *prose)
{
  for (guint i = 0; i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    say_runs(out, block->runs);
    if (block->kind == PROSE_LIST)
      say_list(out, block, 'a'); /* the sample's only numbered list stands inside another */
    for (guint r = 0; block->kind == PROSE_TABLE && r < block->rows->len; r++) {
      const GPtrArray *cells = g_ptr_array_index(block->rows, r);
      for (guint c = 0; c < cells->len; c++)
        say_runs(out, ((const ProseCell *)g_ptr_array_index(cells, c))->runs);
    }
  }
}

static void say_item(GString *out, const Document *document, const Record *item)
{
  g_autofree char *text = NULL;
  if (item->spec == &value_item_spec) {
    const Value *value = (const Value *)item;
    text = value_to_text(document, value);
    if (value->label)
      g_string_append_printf(out, "%s: ", value->label);
  } else if (item->spec == &symbol_spec) {
    text = g_strdup(((const Symbol *)item)->word);
  } else if (item->spec == &when_spec) {
    text = when_to_text(document, (const When *)item);
  } else if (item->spec == &para_spec) {
    text = runs_to_text(((const Para *)item)->runs);
  } else if (item->spec == &text_spec) {
    say_prose(out, ((const Text *)item)->prose);
  }
  say(out, text);
}

static void say_head(GString *out, const Table *table)
{
  const char *last = NULL;
  bool grouped = false;
  for (guint i = 0; i < table->columns->len; i++)
    grouped = grouped || ((const Column *)g_ptr_array_index(table->columns, i))->group;
  for (guint i = 0; grouped && i < table->columns->len; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (!column->group)
      say(out, column->heading);
    else if (g_strcmp0(last, column->group) != 0)
      say(out, column->group);
    last = column->group;
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (!grouped || column->group)
      say(out, column->heading);
  }
}

static void say_table(GString *out, const Document *document, const Table *table)
{
  say_runs(out, table->caption);
  if (!table->no_head)
    say_head(out, table);
  for (guint g = 0; g < table->groups->len; g++) {
    const RowGroup *group = g_ptr_array_index(table->groups, g);
    say_runs(out, group->label);
    for (guint r = 0; r < group->rows->len; r++) {
      const Row *row = g_ptr_array_index(group->rows, r);
      for (guint c = 0; c < row->cells->len; c++) {
        const Cell *cell = g_ptr_array_index(row->cells, c);
        for (guint i = 0; i < cell->content->len; i++)
          say_item(out, document, g_ptr_array_index(cell->content, i));
      }
    }
  }
}

static void say_blocks(GString *out, const Document *document, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &heading_spec) {
      say(out, ((const Heading *)block)->number);
      say_runs(out, ((const Heading *)block)->runs);
    } else if (block->spec == &table_spec) {
      say_table(out, document, (const Table *)block);
    } else if (block->spec == &contents_spec) {
      say(out, ((const Contents *)block)->title);
    } else if (block->spec == &box_spec) {
      say_blocks(out, document, ((const Box *)block)->blocks);
    } else if (block->spec == &keep_spec) {
      say_blocks(out, document, ((const Keep *)block)->blocks);
    } else if (block->spec != &chart_spec) {
      say_item(out, document, block);
    }
  }
}

static GStrv document_words(const Document *document)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < document->sections->len; i++)
    say_blocks(out, document, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  g_string_replace(out, "|", " ", 0);
  g_string_replace(out, "\n", " ", 0);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  g_auto(GStrv) parts = g_strsplit(out->str, " ", -1);
  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_ptr_array_add(words, g_strdup(parts[i]));
  g_ptr_array_add(words, NULL);
  return (GStrv)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}

static void assert_same_words(const Document *document)
{
  g_autofree char *folder = sample_folder();
  g_autofree char *path = reader_render(document, folder);
  g_autoptr(GPtrArray) got = reader_words(path);
  g_auto(GStrv) expected = document_words(document);
  for (guint i = 0; expected[i]; i++) {
    if (i >= got->len)
      fail_msg("word %u '%s' is missing at the end", i, expected[i]);
    if (!g_str_equal(g_ptr_array_index(got, i), expected[i]))
      fail_msg("word %u is '%s', expected '%s' after '%s'", i, (char *)g_ptr_array_index(got, i), expected[i],
               i ? expected[i - 1] : "");
  }
  assert_int_equal(got->len, g_strv_length(expected));
  sample_clean(folder);
}

/* ---- tests ------------------------------------------------------------------------------------------------------- */
static void the_sample(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  assert_same_words(sample_document(arena));
}

static char *long_text(guint n_words)
{
  static const char *const some[] = {
    "progress", "on", "the", "plan", "was", "steady", "and", "is", "now", "recorded"
  };
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf(text, "%s%u ", some[i % G_N_ELEMENTS(some)], i);
  return g_string_free(text, FALSE);
}

/* Cells of 4,000 words run over pages; each is one cell. */
static void rows_taller_than_pages(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "t", "Commentaries");
  sample_column(arena, table, "Ref.");
  sample_column(arena, table, "Commentary");
  sample_column(arena, table, "More");
  RowGroup *group = sample_group(arena, table, "Objective 1");
  for (guint i = 0; i < 3; i++) {
    Row *row = sample_row(arena, group, ROW_BODY);
    g_autofree char *text = long_text(4000), *ref = g_strdup_printf("HP%u", i), *more = long_text(700 * i);
    sample_words(arena, row, ref);
    sample_words(arena, row, text);
    sample_words(arena, row, more);
  }
  assert_same_words(document);
}

static void names_of_all_countries(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  sample_note(arena, document, "Władysław Żółć, Siân Dŵr, Ελένη Παπαδοπούλου, 王小明 and <AT&T> \"quoted\"");
  Table *table = sample_table(arena, document, "t", "Names");
  sample_column(arena, table, "Imię");
  sample_words(arena, sample_row(arena, sample_group(arena, table, NULL), ROW_BODY), "علي");
  assert_same_words(document);
}

static Prose *prose_of(Arena *arena, ProseBlock *first, ProseBlock *second)
{
  Prose *prose = arena_alloc(arena, sizeof *prose);
  prose->blocks = arena_list(arena);
  g_ptr_array_add(prose->blocks, first);
  if (second)
    g_ptr_array_add(prose->blocks, second);
  return prose;
}

/* Lists in lists in lists: none so deep that its words fall beside the page. */
static void lists_as_deep_as_xml_allows(void **state)
{
  enum { DEPTH = 100 };
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  DocSection *section = g_ptr_array_index(document->sections, 0);
  ProseBlock *list = NULL;
  for (guint i = DEPTH; i-- > 0;) {
    ProseBlock *para = arena_alloc(arena, sizeof *para), *outer = arena_alloc(arena, sizeof *outer);
    para->kind = PROSE_PARA;
    para->runs = arena_list(arena);
    g_ptr_array_add(para->runs, run_new(arena, arena_printf(arena, "w%u", i), 0));
    outer->kind = PROSE_LIST;
    outer->items = arena_list(arena);
    g_ptr_array_add(outer->items, prose_of(arena, para, list));
    list = outer;
  }
  Text *text = record_new(arena, &text_spec, &section->record);
  text->prose = prose_of(arena, list, NULL);
  g_ptr_array_add(section->blocks, text);
  g_autofree char *folder = sample_folder();
  g_autofree char *path = reader_render(document, folder);
  g_autoptr(GPtrArray) got = reader_words(path);
  guint found = 0;
  for (guint i = 0; i < got->len && found < DEPTH; i++) {
    g_autofree char *wanted = g_strdup_printf("w%u", found);
    found += g_str_equal(g_ptr_array_index(got, i), wanted);
  }
  assert_int_equal(found, DEPTH);
  sample_clean(folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_sample),
    cmocka_unit_test(rows_taller_than_pages),
    cmocka_unit_test(names_of_all_countries),
    cmocka_unit_test(lists_as_deep_as_xml_allows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
