/* qmr-merge: joins framework, plan, return and earlier documents into the report model and rates it. */
#include "base/file.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "program/program.h"
#include "programs/input-options.h"
#include "programs/rules.h"
#include "record/record-write.h"

static InputPaths paths;
static char *out_path;

static const GOptionEntry options[] = {
  INPUT_OPTIONS(paths),
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where to write the model", "FILE" },
  { NULL },
};

static const Program program = {
  .name = "qmr-merge",
  .usage = "--framework FILE --plan FILE [--return FILE] --out FILE",
  .summary =
      "Joins the framework, a service's plan and its return into one report model and rates every row by the\n"
      "framework's rules (stated and computed side by side).\n"
      "\n"
      "  qmr-merge --framework framework.xml --plan plans/2009-10/housing.xml \\\n"
      "      --return returns/2009-10-Q4/housing.xml --previous returns/2008-09-Q4/housing.xml --out model.xml\n"
      "  qmr-merge --framework framework.xml --plan plans/2009-10/housing.xml --period 2009-10 --out model.xml\n"
      "\n"
      "Every item of the plan is in the model, whether the return speaks of it or not. What contradicts what is\n"
      "found by qmr-check, which takes the same options.\n"
      "Exit codes: 0 clean, 1 errors in the data (the model is written all the same, unless plan and return are of\n"
      "different services), 2 usage, 3 environment.",
  .options = options,
};

static void merge(DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Inputs inputs = { .arena = arena };
  if (!inputs_read(&paths, &inputs, diags, error) || !refuse_strangers(&inputs, diags))
    return;
  Report *report = merge_report(&inputs);
  complete_report(arena, report);
  g_autoptr(GString) xml = g_string_new(NULL);
  record_write(&report->record, xml);
  file_replace(out_path, xml->str, xml->len, error);
}

/* What is wrong with what is to be written, or NULL; caller frees. */
static char *fault_of_output(void)
{
  g_autoptr(Targets) targets = targets_new();
  input_options_read(&paths, targets);
  targets_write(targets, out_path);
  return targets_fault(targets);
}

int main(int argc, char **argv)
{
  char **files;
  int code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  const char *fault = input_options_fault(&paths);
  if (fault || !out_path)
    return program_usage(&program, fault ? fault : "--out is missing");
  g_autofree char *unwritable = fault_of_output();
  if (unwritable)
    return program_usage(&program, unwritable);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  merge(diags, &error);
  return program_end(&program, diags, error);
}
