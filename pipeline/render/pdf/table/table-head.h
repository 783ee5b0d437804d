/* A table's head: headings, with the words shared by neighbours above them. Drawn once in the body, again as furniture.
 */
#pragma once
#include "render/pdf/flow/flow.h"
#include "render/pdf/table/table-grid.h"

typedef struct TableHead TableHead;

TableHead *table_head_new(const Draw *draw, const Grid *grid);
void table_head_free(TableHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableHead, table_head_free)
double table_head_height_pt(const TableHead *head);
void table_head_draw(TableHead *head, Flow *flow, Element table);
void table_head_repeat(TableHead *head, Flow *flow); /* it must then live as long as the furniture */
