/* What a rule means. */
#include "diag/manual.h"
#include "program/program.h"
#include "programs/commands.h"
#include <stdio.h>

static const Program explain_program = {
  .usage = "RULE|all",
  .summary = "What a rule means, why it matters and what to do. The id stands at the end of every message.\n\n"
             "  qmr explain V-DATE\n"
             "  qmr explain all\n\n"
             "Exit codes: 0 told, 2 there is no such rule.",
  .min_files = 0,
  .max_files = 1,
};

int command_explain(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = explain_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  const char *id = files[0] ? files[0] : "all";
  g_autofree char *text = manual_explain(id), *fault = text ? NULL : manual_unknown(id);
  if (!text)
    return program_usage(&program, fault);
  fputs(text, stdout);
  return program_finish(&program, EXIT_CLEAN);
}
