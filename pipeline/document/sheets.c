/* Sheets: how many a workbook of the document needs. */
#include "document/document.h"

static guint count(const GPtrArray *blocks)
{
  guint n = 0;
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &table_spec)
      n += !((const Table *)block)->no_sheet;
    else if (block->spec == &box_spec)
      n += count(((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      n += count(((const Keep *)block)->blocks);
  }
  return n;
}

char *document_too_many_sheets(const Document *document)
{
  guint n = 0;
  for (guint i = 0; i < document->sections->len; i++)
    n += count(((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  if (n <= DOCUMENT_MAX_SHEETS)
    return NULL;
  g_autofree char *has = amount_format(amount_from_int(n), 0);
  g_autofree char *most = amount_format(amount_from_int(DOCUMENT_MAX_SHEETS), 0);
  return g_strdup_printf(
      "the document has %s tables, and a workbook holds at most %s: make it of fewer services, or give "
      "tables no-sheet=\"yes\"",
      has, most);
}
