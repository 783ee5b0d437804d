/* Building tables of the document: what blocks that end as tables share. */
#pragma once
#include "compose/blocks/block.h"

Table *maker_add_table(Maker *maker, const char *id, const GPtrArray *caption);
/* A footnote behind the caption; words NULL or empty: none. */
void table_add_note(Maker *maker, Table *table, char *words);
/* The heading is made unique within the table. share: -1 for 10. */
Column *table_add_column(Maker *maker, Table *table, const char *heading, int share, int align);
RowGroup *table_add_group(Maker *maker, Table *table, const GPtrArray *label); /* label may be NULL */
Row *group_add_row(Maker *maker, RowGroup *group);
Cell *row_add_cell(Maker *maker, Row *row);
void cell_add_words(Maker *maker, Cell *cell, const char *style, const char *words);
void cell_add_own(Maker *maker, Cell *cell, const char *words); /* words of the reports */
void cell_add_runs(Maker *maker, Cell *cell, const char *style, const GPtrArray *runs);
/* The most a sheet's title can have is 31 characters: cut at a word. NULL gives NULL. */
char *maker_sheet(Maker *maker, const Template *tmpl, const Scope *scope);

/* A column of the layout: what it shows and whether it is there. */
typedef struct {
  const LayoutColumn *column;
  const Template *heading, *group, *note;
  const Condition *when;
  const Format *format; /* NULL: the kind of block decides */
  const Format *below;  /* in rows below; NULL: nothing */
  /* a loop of columns: */
  const Rows *rows; /* NULL: this is one column */
  GPtrArray *nodes; /* of ColumnNode */
} ColumnNode;

/* A column as it is shown. */
typedef struct {
  const ColumnNode *node;
  const Rows *rows;     /* of the loop around, or NULL */
  const Record *record; /* of that loop */
  bool row_header;      /* in the place of one that is not shown */
} ShownColumn;

/* From where columns are seen. */
typedef struct {
  Shape around;       /* headings and conditions */
  const Shape *row;   /* formats; NULL: columns have only a field, which the caller checks */
  const Shape *below; /* fields of rows below; NULL: there are none */
} ColumnShapes;

/* Nodes of the columns, those at fault left out. False: some were at fault. */
bool columns_compile(Compiler *compiler, const GPtrArray *columns, const ColumnShapes *shapes, GPtrArray **ret_nodes);
/* The columns whose condition holds, loops rolled out (of ShownColumn); caller frees the list. Where those that head
 * the rows are not among them the first one does. */
GArray *columns_shown(const GPtrArray *nodes, const Scope *scope);
/* Whether a loop of columns may have more that cannot be read. */
bool columns_are_unread(const GPtrArray *nodes, const Scope *scope);
/* Adds the columns to the table. */
void columns_make(Maker *maker, const GArray *shown, const Scope *scope, Table *table);
/* What the column sees where scope is seen; *loop is where its loop's record is kept, as long as the scope. */
Scope column_scope(const ShownColumn *shown, const Scope *scope, LoopRecord *loop);
