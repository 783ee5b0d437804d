/* qmr-check: what contradicts what in the documents of a service. */
#include "base/part.h"
#include "check/checks.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "program/program.h"
#include "programs/input-options.h"
#include "programs/rules.h"
#include "record/record-write.h"

static InputPaths paths;
static char *out_path, *json_path, *facts_path;

static const GOptionEntry options[] = {
  INPUT_OPTIONS(paths),
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where to write the findings", "FILE" },
  { "json", 0, 0, G_OPTION_ARG_FILENAME, &json_path, "Where to write them as JSON", "FILE" },
  { "facts", 0, 0, G_OPTION_ARG_FILENAME, &facts_path, "Where to write what all documents say, a row a statement",
    "FILE" },
  { NULL },
};

static const Program program = {
  .name = "qmr-check",
  .usage = "--framework FILE --plan FILE [--return FILE] [--out FILE]",
  .summary =
      "Holds the framework, a service's plan, its return, earlier returns and others' documents against each other\n"
      "and says what contradicts what: findings, for the team and never for publication.\n"
      "\n"
      "  qmr-check --framework framework.xml --plan plans/2009-10/housing.xml \\\n"
      "      --return returns/2009-10-Q4/housing.xml --previous returns/2008-09-Q4/housing.xml --out findings.xml\n"
      "\n"
      "Findings are printed like all messages, but for those that --accept names; --out has them all. Layouts of\n"
      "findings show them beside the model. --facts shows what was understood: each statement of each document, also "
      "of\n"
      "its sentences, with the place, the time and the sentence pattern that read it. 'qmr explain R-UNKNOWN' tells "
      "more about one.\n"
      "Exit codes: 0 clean, 1 errors in the data (the findings are written all the same), 2 usage, 3 environment.",
  .options = options,
};

static bool write_all(const FindingList *findings, const FactList *facts, GError **error)
{
  g_autoptr(GString) xml = g_string_new(NULL), json = g_string_new(NULL), said = g_string_new(NULL);
  record_write(&findings->record, xml);
  findings_write_json(findings, json);
  if (facts)
    record_write(&facts->record, said);
  g_autoptr(GPtrArray) parts = parts_new();
  return (!out_path || parts_add(parts, out_path, xml->str, xml->len, error)) &&
         (!json_path || parts_add(parts, json_path, json->str, json->len, error)) &&
         (!facts_path || parts_add(parts, facts_path, said->str, said->len, error)) && parts_commit(parts, error);
}

static void check(DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Inputs inputs = { .arena = arena };
  if (!inputs_read(&paths, &inputs, diags, error) || !refuse_strangers(&inputs, diags))
    return;
  const FindingList *findings = check_report(&inputs, merge_report(&inputs), diags);
  const FactTable *facts =
      facts_path ? facts_new(&inputs, history_new(&inputs), returned_new(arena, inputs.current), true) : NULL;
  write_all(findings, facts ? facts_list(facts) : NULL, error);
}

/* What is wrong with what is to be written, or NULL; caller frees. */
static char *fault_of_outputs(void)
{
  g_autoptr(Targets) targets = targets_new();
  input_options_read(&paths, targets);
  targets_write(targets, out_path);
  targets_write(targets, json_path);
  targets_write(targets, facts_path);
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
  if (fault)
    return program_usage(&program, fault);
  g_autofree char *unwritable = fault_of_outputs();
  if (unwritable)
    return program_usage(&program, unwritable);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  check(diags, &error);
  return program_end(&program, diags, error);
}
