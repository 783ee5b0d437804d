/* What the files of the guard share; included by book*.c only. */
#pragma once
#include "render/xlsx/book.h"
#include "render/xlsx/names.h"
#include <xlsxwriter.h>

struct Book {
  int fd;
  char path[32]; /* that leads to it */
  lxw_workbook *workbook;
  Names *names;
  GPtrArray *sheets;   /* of Sheet */
  GHashTable *formats; /* "look/total/number format" -> lxw_format */
  GArray *targets;     /* guint: target lines of each chart, in order */
  char *failure;       /* what failed first, or NULL */
};

struct Sheet {
  Book *book;
  lxw_worksheet *worksheet;
  char *name;
  bool has_table;
  guint heading_row; /* of the table */
  GArray *breaks;    /* lxw_row_t: where pages begin */
};

/* Keeps the first failure. */
void book_note(Book *book, lxw_error code, const char *what);
void book_fail(Book *book, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Clean text of at most max_units; caller frees. */
char *book_string(const char *text, gsize max_units);
