/* What a column of a table shows of a record: one or several fields, or a template, as the content of a cell. */
#pragma once
#include "compose/language/template.h"

typedef struct Format Format;

/* Reads field, value, lookup, prefix, format, link and missing of the column. NULL: at fault, and said so. */
Format *format_new(Compiler *compiler, const LayoutColumn *column, const Shape *shape);
/* The same for the fields of its attribute below, of a row below another. */
Format *format_new_below(Compiler *compiler, const LayoutColumn *column, const Shape *shape);
bool format_is_page(const Format *format); /* shows page numbers */
/* Appends to the content of the cell, in the arena. quiet: nothing is said where there is nothing. */
void format_fill(const Format *format, const Document *document, const Scope *scope, Arena *arena, bool quiet,
                 Cell *cell);
/* Where such content stands when the column does not say: figures at the end, symbols in the centre. */
Align format_align(const Format *format);
