/* Checks framework, plan, return, layout and all other files of the pipeline, each for itself. */
#include "base/file.h"
#include "base/text.h"
#include "diag/manual.h"
#include "model/council-year.h"
#include "model/plan.h"
#include "program/program.h"
#include "programs/commands.h"
#include "record/record-read.h"
#include "validate/kind.h"
#include "validate/validate.h"
#include "xml/xml-root.h"
#include <stdio.h>
#include <string.h>

static char *schemas_directory, *explain;
static gboolean list;

static const GOptionEntry options[] = {
  { "schemas", 0, 0, G_OPTION_ARG_FILENAME, &schemas_directory,
    "Directory with stricter schemas; built-in ones fill the gaps", "DIR" },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &explain, "What a rule means and what to do; 'all' for all rules", "RULE" },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List all rules", NULL },
  { NULL },
};

static const char *const needed[] = { "a file to check" };

static const Program validate_program = {
  .usage = "FILE...",
  .options = options,
  .min_files = 0,
  .max_files = -1,
  .needed = needed,
  .example = "plans/housing.xml returns/2009-10-Q4/housing.xml",
};

/* The roots of all kinds of file, in lines. */
static char *list_kinds(void)
{
  enum { LINE_LETTERS = 90 };
  GString *kinds = g_string_new(NULL);
  gsize begin = 0;
  for (const Spec *const *spec = kind_specs(); *spec; spec++) {
    bool fits = kinds->len - begin + strlen((*spec)->element) + 2 < LINE_LETTERS;
    g_string_append(kinds, kinds->len == 0 ? "  " : fits ? ", " : ",\n  ");
    begin = fits ? begin : kinds->len;
    g_string_append(kinds, (*spec)->element);
  }
  return g_string_free(kinds, FALSE);
}

/* What the program does, under the name that it was called by; caller frees. */
static char *summary(const char *name)
{
  g_autofree char *kinds = list_kinds();
  return g_strdup_printf(
      "Checks files of the reports and says what is wrong, where, and what to write instead.\n"
      "The root element says what a file is:\n"
      "%s.\n"
      "Only what one file can tell is checked; qmr-merge and qmr-check hold files against each other.\n\n"
      "  %s plans/hp.xml returns/*/hp.xml\n"
      "  %s --explain V-DATE\n\n"
      "Exit codes: 0 clean, 1 faults in the files, 2 usage, 3 a file or schema cannot be read.",
      kinds, name, name);
}

/* The month in which the year of the framework beside or above a file begins; of several files each looks for its own.
 */
static int year_begins_near(const char *path)
{
  g_autofree char *framework = file_above(path, "framework.xml");
  g_autoptr(XmlRoot) root = framework ? xml_root_peek(framework, NULL) : NULL;
  const char *value = root ? xml_root_attribute(root, "year-begins") : NULL;
  g_autofree char *month = value ? text_fold(value) : NULL;
  const Framework said = { .year_begins = month ? MAX(0, terms_find(&terms_month, month)) : 0 };
  return council_year_begins(&said);
}

/* A framework says it itself, and so does what our programs made. */
static int year_begins(const Record *root, const char *path)
{
  if (root->spec == &framework_spec)
    return council_year_begins((const Framework *)root);
  const Field *field = spec_field(root->spec, "year-begins");
  return field ? *(const int *)record_at(root, field) : year_begins_near(path);
}

static void check_unit(const Framework *framework, const Record *record, int unit, DiagList *diags)
{
  const char *closest = framework_knows_unit(framework, unit) ? NULL : framework_closest_unit(framework, unit);
  g_autofree char *name = closest ? record_name_within(record) : NULL;
  if (closest)
    diag_at(diags, "R-OWN-UNIT", record->source, record_offset(record, "unit"),
            "%s: nobody says what unit '%s' is (did you mean '%s'?)", name, terms_name(&terms_unit, unit), closest);
}

/* Slips in the units of a plan, where its framework stands beside or above it; units that are like none are left to
 * those who hold files against each other. */
static void check_units_near(Arena *arena, const Record *root, const char *path, DiagList *diags)
{
  g_autofree char *file = root->spec == &plan_spec ? file_above(path, "framework.xml") : NULL;
  g_autoptr(DiagList) others = diag_list_new(); /* of the framework, which is not asked about */
  g_autoptr(GError) error = NULL;
  const Framework *framework = file ? record_read_file(arena, file, &framework_spec, others, &error) : NULL;
  const Plan *plan = (const Plan *)root;
  if (!framework || record_is_unread(&framework->record, "unit"))
    return;
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    check_unit(framework, &indicator->record, indicator->unit, diags);
    for (guint k = 0; k < indicator->measures->len; k++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, k);
      check_unit(framework, &measure->record, measure->unit, diags);
    }
  }
}

/* All gates for one file. */
static bool validate_file(const char *path, Schemas *schemas, DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Record *root = record_read_any(arena, path, kind_specs(), diags, error);
  if (!root)
    return !*error;
  council_year_settle(root, year_begins(root, path), diags);
  check_units_near(arena, root, path, diags);
  return validate_record(root, schemas, diags, error);
}

/* Every file; what keeps one from being read stops no other: all but the last such fault are said at once. */
static GError *validate_all(const Program *program, char **paths, Schemas *schemas, DiagList *diags)
{
  GError *failure = NULL;
  for (char **path = paths; *path; path++) {
    GError *error = NULL;
    if (validate_file(*path, schemas, diags, &error))
      continue;
    if (failure)
      program_say(program, failure->message);
    g_clear_error(&failure);
    failure = error;
  }
  return failure;
}

/* Prints the manual; false when there is no such rule. */
static bool print_manual(const char *name)
{
  g_autofree char *text = list ? manual_list() : manual_explain(explain);
  if (text) {
    fputs(text, stdout);
    return true;
  }
  g_autofree char *fault = manual_unknown(explain);
  fprintf(stderr, "%s: %s\n", name, fault);
  return false;
}

static void tell_more(guint n, const char *one)
{
  if (n > 0)
    printf(", %u %s%s", n, one, n == 1 ? "" : "s");
}

static const Diag *first_fault(const DiagList *diags)
{
  guint i = 0;
  while (diag_get(diags, i) && diag_get(diags, i)->level < LEVEL_ERROR)
    i++;
  return diag_get(diags, i);
}

/* "25 faults in 1 of 3 files, 2 notes": what the messages above come to. */
static void tell_counts(const DiagList *diags, guint n_files)
{
  guint errors = diag_count(diags, LEVEL_ERROR), warnings = diag_count(diags, LEVEL_WARNING) - errors;
  const char *files = n_files == 1 ? "file" : "files";
  if (errors == 0)
    printf("no faults in %u %s", n_files, files);
  else
    printf("%u fault%s in %u of %u %s", errors, errors == 1 ? "" : "s", diag_count_files(diags, LEVEL_ERROR), n_files,
           files);
  tell_more(warnings, "warning");
  tell_more(diag_count(diags, LEVEL_NOTE) - errors - warnings, "note");
  const Diag *first = first_fault(diags);
  g_autofree char *more =
      first ? g_strdup_printf("; 'qmr explain %s' says what the first means", first->rule->id) : NULL;
  puts(more ? more : "");
}

/* tell: people hear that all is well; programs read the exit code. */
static int validate(const char *name, bool tell, int argc, char **argv)
{
  char **paths;
  int code;
  g_autofree char *about = summary(name);
  Program program = validate_program;
  program.name = name;
  program.summary = about;
  if (!program_begin(&program, &argc, &argv, &paths, &code))
    return code;
  if (list || explain)
    return print_manual(name) ? program_end(&program, NULL, NULL) : EXIT_USAGE;
  if (!paths[0])
    return program_missing(&program, 0);
  g_autoptr(Schemas) schemas = schemas_new(schemas_directory);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) failure = validate_all(&program, paths, schemas, diags);
  code = program_end(&program, diags, failure);
  if (tell && !failure && !program_as_json())
    tell_counts(diags, g_strv_length(paths));
  return program_finish(&program, code);
}

int command_validate(const char *name, int argc, char **argv)
{
  return validate(name, true, argc, argv);
}

int stage_validate(const char *name, int argc, char **argv)
{
  return validate(name, false, argc, argv);
}
