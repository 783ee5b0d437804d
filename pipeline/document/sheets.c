/* Sheets: whether a workbook can hold those that the document needs. */
#include "document/document.h"
#include "record/prose-shape.h"

typedef struct {
  guint n;
  const Table *widest;
} Sheets;

static void count(Sheets *sheets, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &box_spec)
      count(sheets, ((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      count(sheets, ((const Keep *)block)->blocks);
    if (block->spec == &text_spec) {
      g_autoptr(GPtrArray) tables = g_ptr_array_new();
      prose_tables(((const Text *)block)->prose, tables);
      sheets->n += tables->len;
    }
    const Table *table = block->spec == &table_spec ? (const Table *)block : NULL;
    if (!table || table->no_sheet)
      continue;
    sheets->n++;
    if (!sheets->widest || table->columns->len > sheets->widest->columns->len)
      sheets->widest = table;
  }
}

static char *too_wide(const Table *table)
{
  if (!table || table->columns->len <= DOCUMENT_MAX_SHEET_COLUMNS)
    return NULL;
  g_autofree char *has = amount_format(amount_from_int(table->columns->len), 0);
  g_autofree char *most = amount_format(amount_from_int(DOCUMENT_MAX_SHEET_COLUMNS), 0);
  return g_strdup_printf(
      "the table '%s' has %s columns, and a sheet of a workbook holds at most %s: make several tables of "
      "it, or give it no-sheet=\"yes\"",
      table->id, has, most);
}

char *document_too_many_sheets(const Document *document)
{
  Sheets sheets = { 0 };
  for (guint i = 0; i < document->sections->len; i++)
    count(&sheets, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  if (sheets.n <= DOCUMENT_MAX_SHEETS)
    return too_wide(sheets.widest);
  g_autofree char *has = amount_format(amount_from_int(sheets.n), 0);
  g_autofree char *most = amount_format(amount_from_int(DOCUMENT_MAX_SHEETS), 0);
  return g_strdup_printf(
      "the document has %s tables, and a workbook holds at most %s: make it of fewer services, or give "
      "tables no-sheet=\"yes\"",
      has, most);
}
