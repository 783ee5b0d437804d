/* Reading workbooks in tests: parts through libzip, their XML through XPath. */
#pragma once
#include "document/document.h"
#include "render/format/renderer.h"
#include <libxml/xpath.h>

typedef struct {
  GHashTable *parts; /* name -> GBytes */
  GHashTable *trees; /* name -> xmlDoc */
} Workbook;

/* Fails the test when the file is no zip. */
Workbook *workbook_open(const char *path);
void workbook_free(Workbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workbook, workbook_free)
/* Names of the parts, sorted; caller frees with g_list_free. */
GList *workbook_parts(const Workbook *workbook);
/* The sheet's part for a name of the workbook: "xl/worksheets/sheet4.xml"; caller frees. */
char *workbook_sheet(Workbook *workbook, const char *name);
/* Names of the sheets, in order; caller unrefs. */
GPtrArray *workbook_sheets(Workbook *workbook);
/* XPath over a part; prefixes: s spreadsheet, c chart, dc dcterms, r relations. Number, or string (caller frees). */
double workbook_number(Workbook *workbook, const char *part, const char *xpath);
char *workbook_string(Workbook *workbook, const char *part, const char *xpath);
/* Shown text of a cell: a string, a number as written, or "" when there is none; caller frees. */
char *workbook_cell(Workbook *workbook, const char *part, const char *cell);
/* The part of the table of a sheet ("xl/tables/table1.xml") or NULL; caller frees. */
char *workbook_table(Workbook *workbook, const char *part);
/* Rows and columns of a range "A4:F9", 1-based. */
void workbook_range(const char *range, guint *ret_first_row, guint *ret_last_row, guint *ret_last_column);
char *workbook_address(guint row, guint column); /* 1-based; caller frees */
