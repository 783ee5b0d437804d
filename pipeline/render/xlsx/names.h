/* Names: what Excel accepts as names of sheets and tables, made from any words and unique in a workbook. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { NAME_SHEET_MAX_UNITS = 31, NAME_TABLE_MAX = 100 };

typedef struct Names Names; /* the names taken, without regard to case */

Names *names_new(void);
void names_free(Names *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Names, names_free)

/* A sheet's name: at most 31 UTF-16 units, without []:*?/\, not "History"; caller frees. */
char *names_sheet(Names *names, const char *wanted);
/* A table's name: letters, digits and "_", not like a cell's address; caller frees. */
char *names_table(Names *names, const char *wanted);
