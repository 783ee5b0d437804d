/* What every main() shares: options, exit codes, how diagnostics and errors are shown. */
#pragma once
#include "diag/diag.h"
#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__) /* gcc */
#define QMR_SANITIZED
#elif defined(__has_feature) /* clang */
#if __has_feature(address_sanitizer)
#define QMR_SANITIZED
#endif
#endif

enum { EXIT_CLEAN = 0, EXIT_FAULTS = 1, EXIT_USAGE = 2, EXIT_WORLD = 3 };

typedef struct {
  const char *name;    /* "qmr-merge" */
  const char *usage;   /* "PLAN RETURN" after [OPTION...] */
  const char *summary; /* what it does, with examples; shown by --help */
  const GOptionEntry *options;
  int min_files, max_files;  /* arguments that are not options; max -1: any number */
  const char *const *needed; /* the first min_files of them: "the plan" */
  const char *example;       /* a command line with all of them, without the program's name */
} Program;

/* First words that no help names: --man prints a page of the manual, --complete WORD... what may stand for the last one
 * (see complete.h). */
#define PROGRAM_MAN "--man"
#define PROGRAM_COMPLETE "--complete"

/* The first thing of every main: sets locale C, UTF-8 output and limits, and sees to it that the program ends with a
 * sentence whatever happens (see last-words.h). */
void program_prepare(const char *name);

/* Prepares, and parses options (adds --help, --format=text|json and --version). Prints usage faults and returns false
 * with *ret_exit set when the program must stop. *ret_files borrows from argv, NULL-terminated. */
bool program_begin(const Program *program, int *argc, char ***argv, char ***ret_files, int *ret_exit);

/* Says what is wrong with the command line; returns EXIT_USAGE. */
int program_usage(const Program *program, const char *fault);
/* Says which argument is missing when only n were given, with an example; returns EXIT_USAGE. */
int program_missing(const Program *program, int n);

/* Whether messages are asked for as JSON. */
bool program_as_json(void);
/* Says one thing on standard error, after the program's name. */
void program_say(const Program *program, const char *text);

/* Prints diagnostics (text or JSON as chosen) to standard error (JSON: standard output) and a GError, if any; returns
 * the exit code. */
int program_end(const Program *program, DiagList *diags, GError *error);

/* Sees to it that all that was printed on standard output got there: the last call of every command that prints.
 * Returns code; EXIT_WORLD when it did not, which is said. A reader that has gone away has read all it wanted: nothing
 * is said. */
int program_finish(const Program *program, int code);
