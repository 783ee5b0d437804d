/* qmr-validate: checks framework, plan, return, layout and all other files of the pipeline, each for itself. */
#include "diag/manual.h"
#include "program/program.h"
#include "programs/rules.h"
#include "record/record-read.h"
#include "validate/validate.h"
#include <stdio.h>

static char *schemas_directory, *explain;
static gboolean list;

static const GOptionEntry options[] = {
  { "schemas", 0, 0, G_OPTION_ARG_FILENAME, &schemas_directory,
    "Directory with stricter schemas; built-in ones fill the gaps", "DIR" },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &explain, "What a rule means and what to do; 'all' for all rules", "RULE" },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List all rules", NULL },
  { NULL },
};

static const Program program = {
  .name = "qmr-validate",
  .usage = "FILE...",
  .summary = "Checks files of the reports and says what is wrong, where, and what to write instead.\n"
             "The root element says what a file is: framework, plan, return, report, paper, layout,\n"
             "style, words, document, accepted. Only what one file can tell is checked; qmr-merge checks how\n"
             "files fit together.\n\n"
             "  qmr-validate plans/hp.xml returns/*/hp.xml\n"
             "  qmr-validate --explain V-DATE\n\n"
             "Exit codes: 0 clean, 1 faults in the files, 2 usage, 3 a file or schema cannot be read.",
  .options = options,
  .min_files = 0,
  .max_files = -1,
};

/* All gates for one file. */
static bool validate_file(const char *path, Schemas *schemas, DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  const Record *root = record_read_any(arena, path, kind_specs(), diags, error);
  if (!root)
    return !*error;
  return validate_record(root, schemas, diags, error);
}

/* Every file; what keeps one from being read is added to *ret_failure and stops no other. */
static void validate_all(char **paths, Schemas *schemas, DiagList *diags, GError **ret_failure)
{
  for (char **path = paths; *path; path++) {
    GError *error = NULL;
    if (validate_file(*path, schemas, diags, &error))
      continue;
    if (*ret_failure)
      g_prefix_error(&error, "%s\n%s: ", (*ret_failure)->message, program.name);
    g_clear_error(ret_failure);
    *ret_failure = error;
  }
}

/* Prints the manual; false when there is no such rule. */
static bool print_manual(void)
{
  g_autofree char *text = list ? manual_list() : manual_explain(explain);
  if (text) {
    fputs(text, stdout);
    return true;
  }
  g_autofree char *fault = manual_unknown(explain);
  fprintf(stderr, "%s: %s\n", program.name, fault);
  return false;
}

int main(int argc, char **argv)
{
  char **paths;
  int code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &paths, &code))
    return code;
  if (list || explain)
    return print_manual() ? program_end(&program, NULL, NULL) : EXIT_USAGE;
  if (!paths[0]) {
    fprintf(stderr, "%s: a file is missing\ntry '%s --help'\n", program.name, program.name);
    return EXIT_USAGE;
  }
  g_autoptr(Schemas) schemas = schemas_new(schemas_directory);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) failure = NULL;
  validate_all(paths, schemas, diags, &failure);
  return program_end(&program, diags, failure);
}
