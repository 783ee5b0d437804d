/* A page of the manual in the language of man(7), written from what --help tells. */
#pragma once
#include "program/program.h"

/* Begins a page, "qmr report" gives that of qmr-report(1); about: one line, lower case, no full stop. Caller frees. */
GString *man_page_new(const char *name, const char *about);
/* Begins a section: "FILES". */
void man_page_section(GString *page, const char *title);
/* Text as in a summary: paragraphs between empty lines, examples on lines that begin with blanks. */
void man_page_text(GString *page, const char *text);
/* A term and what it means. */
void man_page_entry(GString *page, const char *term, const char *text);
/* The section of exit codes, from the sentence "Exit codes: 0 clean, 1 ..." of a text. */
void man_page_exit_codes(GString *page, const char *text);
/* Names of other pages, NULL-terminated: "qmr-report". */
void man_page_see_also(GString *page, const char *const *names);

/* The whole page of a program; shared: options that all programs have. Caller frees. */
GString *man_page_of(const Program *program, const GOptionEntry *shared);
