/* Walking a document as a reader would. */
#include "words.h"
#include "base/text.h"
#include <string.h>

static void put(GString *out, const char *text)
{
  if (!text)
    return;
  g_string_append(out, text);
  g_string_append_c(out, ' ');
}

static void put_runs(GString *out, const GPtrArray *runs)
{
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    g_string_append(out, run->style & RUN_BREAK ? " " : "");
    g_string_append(out, run->text);
  }
  g_string_append_c(out, ' ');
}

static void put_prose(GString *out, const Prose *prose);

static void put_prose_cell(GString *out, const ProseCell *cell)
{
  if (cell->prose)
    put_prose(out, cell->prose);
  else
    put_runs(out, cell->runs);
}

static void put_prose(GString *out, const Prose *prose)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    put_runs(out, block->runs);
    for (guint k = 0; block->kind == PROSE_LIST && k < block->items->len; k++)
      put_prose(out, g_ptr_array_index(block->items, k));
    for (guint k = 0; block->kind == PROSE_TABLE && k < block->rows->len; k++) {
      const GPtrArray *row = g_ptr_array_index(block->rows, k);
      for (guint c = 0; c < row->len; c++)
        put_prose_cell(out, g_ptr_array_index(row, c));
    }
  }
}

static void put_value(GString *out, const Document *document, const Value *value)
{
  g_autofree char *text = value_to_text(document, value);
  if (value->label)
    g_string_append_printf(out, "%s: ", value->label);
  g_autoptr(GString) words = g_string_new(text);
  for (guint i = 0; value->notes && i < value->notes->len; i++)
    g_string_append(words, ((const Run *)g_ptr_array_index(value->notes, i))->text);
  put(out, words->str);
}

static void put_cell(GString *out, const Document *document, const Cell *cell)
{
  for (guint i = 0; i < cell->content->len; i++) {
    const Record *item = g_ptr_array_index(cell->content, i);
    if (item->spec == &value_item_spec)
      put_value(out, document, (const Value *)item);
    else if (item->spec == &symbol_spec)
      put(out, ((const Symbol *)item)->word);
    else if (item->spec == &para_spec)
      put_runs(out, ((const Para *)item)->runs);
    else if (item->spec == &text_spec)
      put_prose(out, ((const Text *)item)->prose);
    else if (item->spec == &when_spec) {
      g_autofree char *text = when_to_text(document, (const When *)item);
      put(out, text);
    }
  }
}

static void put_heading(GString *out, const char *heading, const GPtrArray *notes)
{
  g_autoptr(GString) text = g_string_new(heading);
  for (guint i = 0; notes && i < notes->len; i++)
    g_string_append(text, ((const Run *)g_ptr_array_index(notes, i))->text);
  g_strdelimit(text->str, "|", ' ');
  put(out, text->str);
}

/* Headings that neighbours share, with those that stand alone, come before those below them. */
static void put_head(GString *out, const Table *table)
{
  bool two = false;
  for (guint i = 0; i < table->columns->len; i++)
    two = two || ((const Column *)g_ptr_array_index(table->columns, i))->group;
  const char *before = NULL;
  for (guint i = 0; two && i < table->columns->len; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (!column->group)
      put_heading(out, column->heading, column->notes);
    else if (g_strcmp0(before, column->group) != 0)
      put_heading(out, column->group, NULL);
    before = column->group;
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (!two || column->group)
      put_heading(out, column->heading, column->notes);
  }
}

static void put_table(GString *out, const Document *document, const Table *table)
{
  put_runs(out, table->caption);
  if (!table->no_head)
    put_head(out, table);
  for (guint g = 0; g < table->groups->len; g++) {
    const RowGroup *group = g_ptr_array_index(table->groups, g);
    put_runs(out, group->label);
    for (guint r = 0; r < group->rows->len; r++) {
      const Row *row = g_ptr_array_index(group->rows, r);
      for (guint c = 0; c < row->cells->len; c++)
        put_cell(out, document, g_ptr_array_index(row->cells, c));
    }
  }
}

static void put_blocks(GString *out, const Document *document, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &heading_spec) {
      put(out, ((const Heading *)block)->number);
      put_runs(out, ((const Heading *)block)->runs);
    } else if (block->spec == &para_spec)
      put_runs(out, ((const Para *)block)->runs);
    else if (block->spec == &text_spec)
      put_prose(out, ((const Text *)block)->prose);
    else if (block->spec == &table_spec)
      put_table(out, document, (const Table *)block);
    else if (block->spec == &box_spec)
      put_blocks(out, document, ((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      put_blocks(out, document, ((const Keep *)block)->blocks);
    else if (block->spec == &contents_spec)
      put(out, ((const Contents *)block)->title);
  }
}

char *words_of_document(const Document *document)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < document->sections->len; i++)
    put_blocks(out, document, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return text_fold(out->str);
}

bool words_within(char **part, char **whole, const char **ret_word)
{
  for (; *part; part++, whole++) {
    while (*whole && !g_str_equal(*whole, *part))
      whole++;
    if (!*whole) {
      *ret_word = *part;
      return false;
    }
  }
  return true;
}
