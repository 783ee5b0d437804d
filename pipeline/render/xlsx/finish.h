/* The post-pass: every part of the workbook is read again, proved whole, completed, and packed with fixed dates. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

typedef struct {
  const char *lang;
  const GArray *targets; /* guint: target lines of each chart */
} FinishBook;

/* Reads the library's file; the finished one, or NULL: GError (the file is damaged). */
GBytes *finish_book(const char *from, const FinishBook *finish, GError **error);
