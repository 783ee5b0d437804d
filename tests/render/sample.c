/* Documents for the renderers' tests. */
#include "sample.h"
#include "record/record-read.h"
#include "testing.h"
#include <glib/gstdio.h>

Document *sample_golden(Arena *arena, const char *name)
{
  const char *root = g_getenv("QMR_TESTS");
  g_autofree char *path = g_build_filename(root ? root : "tests", "golden/render", name, "document.xml", NULL);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Document *document = record_read_file(arena, path, &document_spec, diags, &error);
  if (!document)
    fail_msg("%s: %s", path, error ? error->message : "faults");
  assert_int_equal(diag_count(diags, LEVEL_ERROR), 0);
  return document;
}

Document *sample_document(Arena *arena)
{
  return sample_golden(arena, "sample");
}

Document *sample_empty(Arena *arena)
{
  Document *document = sample_document(arena);
  g_ptr_array_set_size(document->sections, 0);
  DocSection *section = record_new(arena, &doc_section_spec, &document->record);
  g_ptr_array_add(document->sections, section);
  return document;
}

static GPtrArray *runs_of(Arena *arena, const char *text)
{
  GPtrArray *runs = arena_list(arena);
  g_ptr_array_add(runs, run_new(arena, text, 0));
  return runs;
}

static void add_block(Document *document, void *block)
{
  DocSection *section = g_ptr_array_index(document->sections, document->sections->len - 1);
  g_ptr_array_add(section->blocks, block);
}

Table *sample_table(Arena *arena, Document *document, const char *id, const char *caption)
{
  Table *table = record_new(arena, &table_spec, NULL);
  table->id = arena_strdup(arena, id);
  table->caption = caption ? runs_of(arena, caption) : arena_list(arena);
  add_block(document, table);
  return table;
}

Column *sample_column(Arena *arena, Table *table, const char *heading)
{
  Column *column = record_new(arena, &column_spec, &table->record);
  column->heading = arena_strdup(arena, heading);
  g_ptr_array_add(table->columns, column);
  return column;
}

RowGroup *sample_group(Arena *arena, Table *table, const char *label)
{
  RowGroup *group = record_new(arena, &row_group_spec, &table->record);
  group->label = label ? runs_of(arena, label) : NULL;
  g_ptr_array_add(table->groups, group);
  return group;
}

Row *sample_row(Arena *arena, RowGroup *group, RowKind kind)
{
  Row *row = record_new(arena, &row_spec, &group->record);
  row->kind = (int)kind;
  g_ptr_array_add(group->rows, row);
  return row;
}

Cell *sample_cell(Arena *arena, Row *row)
{
  Cell *cell = record_new(arena, &cell_spec, &row->record);
  g_ptr_array_add(row->cells, cell);
  return cell;
}

void sample_words(Arena *arena, Row *row, const char *text)
{
  Cell *cell = sample_cell(arena, row);
  Para *para = record_new(arena, &para_spec, &cell->record);
  para->runs = runs_of(arena, text);
  g_ptr_array_add(cell->content, para);
}

Value *sample_value(Arena *arena, Row *row, const char *number, int unit)
{
  Cell *cell = sample_cell(arena, row);
  Value *value = record_new(arena, &value_item_spec, &cell->record);
  value->number.given = number != NULL;
  if (number)
    assert_true(amount_parse(number, &value->number.amount));
  value->unit = unit;
  g_ptr_array_add(cell->content, value);
  return value;
}

void sample_note(Arena *arena, Document *document, const char *text)
{
  Para *para = record_new(arena, &para_spec, NULL);
  para->style = arena_strdup(arena, "note");
  para->runs = runs_of(arena, text);
  add_block(document, para);
}

char *sample_folder(void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp("qmr-render-XXXXXX", &error);
  assert_non_null(folder);
  return folder;
}

void sample_clean(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  assert_non_null(dir);
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      sample_clean(path);
    else
      g_unlink(path);
  }
  g_rmdir(folder);
}
