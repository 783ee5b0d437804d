/* Building tables of the document: what blocks that end as tables share. */
#pragma once
#include "compose/block.h"

Table *maker_add_table(Maker *maker, const char *id, const GPtrArray *caption);
/* The heading is made unique within the table. share: -1 for 10. */
Column *table_add_column(Maker *maker, Table *table, const char *heading, int share, int align);
RowGroup *table_add_group(Maker *maker, Table *table, const GPtrArray *label); /* label may be NULL */
Row *group_add_row(Maker *maker, RowGroup *group);
Cell *row_add_cell(Maker *maker, Row *row);
void cell_add_words(Maker *maker, Cell *cell, const char *style, const char *words);
void cell_add_runs(Maker *maker, Cell *cell, const char *style, const GPtrArray *runs);
/* The most a sheet's title can have is 31 characters: cut at a word. NULL gives NULL. */
char *maker_sheet(Maker *maker, const Template *tmpl, const Scope *scope);

/* A column of the layout: what it shows and whether it is there. */
typedef struct {
  const LayoutColumn *column;
  const Template *heading, *group;
  const Condition *when;
  const Format *format; /* NULL: the kind of block decides */
} ColumnNode;

/* Nodes of the columns, those at fault left out: headings and conditions are seen from around, formats from a row. With
 * formats false a column has only a field, which the caller checks. False: some were at fault. */
bool columns_compile(Compiler *compiler, const GPtrArray *columns, const Shape *around, const Shape *row, bool formats,
                     GPtrArray **ret_nodes);
/* The nodes whose condition holds; caller frees the list. */
GPtrArray *columns_shown(const GPtrArray *nodes, const Scope *scope);
/* Adds the columns to the table. */
void columns_make(Maker *maker, const GPtrArray *shown, const Scope *scope, Table *table);
