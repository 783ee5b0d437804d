/* Reading a layout: what its parts need while their names are looked up, and where their faults go. */
#pragma once
#include "base/text.h"
#include "diag/diag.h"
#include "layout/layout.h"

typedef struct {
  Arena *arena; /* owns all that is compiled */
  DiagList *diags;
  const Style *style; /* the house style the layout names */
  GPtrArray *params;  /* of Param, with the values that were set */
  guint inside;       /* depth of boxes and kept blocks */
  const Spec *root;   /* of the records given: report or paper */
  guint conditions;   /* that are being read, one inside the other */
  int year_begins;    /* month in which the council's year begins; 0: April */
  GHashTable *shown;  /* set of char *: places of fields that the layout shows somewhere; or NULL */
} Compiler;

/* A text of the layout being taken apart: a path, a condition or a template. */
typedef struct {
  Compiler *compiler;
  const Record *record;  /* of the layout, where it stands */
  const char *attribute; /* NULL: the record's content */
  const char *text, *at;
} Scanner;

/* A message about the whole attribute (NULL: the record). */
void compiler_fault(Compiler *compiler, const char *rule, const Record *record, const char *attribute,
                    const char *format, ...) G_GNUC_PRINTF(5, 6);
/* A message about the place `at` inside the scanner's text. */
void scanner_fault(const Scanner *scanner, const char *rule, const char *at, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

Scanner scanner_new(Compiler *compiler, const Record *record, const char *attribute, const char *text);
void scanner_space(Scanner *scanner);                     /* passes over white space */
bool scanner_take(Scanner *scanner, const char *token);   /* passes over it, if it stands here */
bool scanner_keyword(Scanner *scanner, const char *word); /* the same for a whole word, and the space after it */
bool scanner_ends(const Scanner *scanner);                /* after a list of fields; false: at fault, and said so */
char *scanner_name(Scanner *scanner);                     /* letters, digits and "-"; NULL when none stands here */
