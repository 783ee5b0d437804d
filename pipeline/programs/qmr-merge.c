/* qmr-merge: joins framework, plan, return and earlier documents into the report model, rates it and checks it. */
#include "base/file.h"
#include "check/checks.h"
#include "merge/join.h"
#include "program/program.h"
#include "programs/rules.h"
#include "record/record-write.h"
#include <stdio.h>

static InputPaths paths;
static char *out_path, *findings_path;

static const GOptionEntry options[] = {
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &paths.framework, "The corporate framework", "FILE" },
  { "plan", 'p', 0, G_OPTION_ARG_FILENAME, &paths.plan, "The service's plan", "FILE" },
  { "return", 'r', 0, G_OPTION_ARG_FILENAME, &paths.current, "The quarterly return; without it the plan alone is shown",
    "FILE" },
  { "previous", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths.previous,
    "An earlier return or model of the service, for charts and comparisons; may be repeated", "FILE" },
  { "also", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths.also,
    "Another framework, plan, return or model that must agree with these; may be repeated", "FILE" },
  { "accept", 0, 0, G_OPTION_ARG_FILENAME, &paths.accepted, "Findings that were reviewed and accepted", "FILE" },
  { "period", 0, 0, G_OPTION_ARG_STRING, &paths.period, "Period of the report, when there is no return", "2009-10-Q4" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where to write the model", "FILE" },
  { "findings", 0, 0, G_OPTION_ARG_FILENAME, &findings_path, "Where to write the findings as JSON", "FILE" },
  { NULL },
};

static const Program program = {
  .name = "qmr-merge",
  .usage = "--framework FILE --plan FILE [--return FILE] --out FILE",
  .summary =
      "Joins the framework, a service's plan and its return into one report model, rates every row by the\n"
      "framework's rules (stated and computed side by side) and says what is wrong with the figures.\n"
      "\n"
      "  qmr-merge --framework framework.xml --plan plans/2009-10/housing.xml \\\n"
      "      --return returns/2009-10-Q4/housing.xml --previous returns/2008-09-Q4/housing.xml \\\n"
      "      --out model.xml --findings findings.json\n"
      "  qmr-merge --framework framework.xml --plan plans/2009-10/housing.xml --period 2009-10 --out model.xml\n"
      "\n"
      "Every item of the plan is in the model, whether the return speaks of it or not. Findings are printed like\n"
      "all messages and are in the model too; 'qmr-validate --explain R-UNKNOWN' tells more about one.\n"
      "Exit codes: 0 clean, 1 errors in the data (the model is written all the same), 2 usage, 3 environment.",
  .options = options,
};

/* What the command line lacks, or NULL. */
static const char *usage_fault(void)
{
  Period period;
  if (!paths.framework)
    return "--framework is missing";
  if (!paths.plan)
    return "--plan is missing";
  if (!out_path)
    return "--out is missing";
  if (!paths.current && !paths.period)
    return "give --return, or --period when there is no return";
  if (paths.period && !period_parse(paths.period, &period))
    return "--period must look like 2009-10, 2009-10-Q4 or 2009-10-M12";
  return NULL;
}

static bool write_all(const Report *report, GError **error)
{
  g_autoptr(GString) xml = g_string_new(NULL);
  record_write(&report->record, xml);
  if (!file_replace(out_path, xml->str, xml->len, error))
    return false;
  if (!findings_path)
    return true;
  g_autoptr(GString) json = g_string_new(NULL);
  findings_write_json(report->findings, json);
  return file_replace(findings_path, json->str, json->len, error);
}

static void merge(DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Inputs inputs = { .arena = arena };
  if (!inputs_read(&paths, &inputs, diags, error))
    return;
  const History *history = history_new(&inputs);
  Report *report = join_report(&inputs, history);
  checks_find(&inputs, history, report, diags);
  write_all(report, error);
}

int main(int argc, char **argv)
{
  char **files;
  int code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  const char *fault = usage_fault();
  if (fault) {
    fprintf(stderr, "%s: %s\ntry '%s --help'\n", program.name, fault, program.name);
    return EXIT_USAGE;
  }
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  merge(diags, &error);
  return program_end(&program, diags, error);
}
