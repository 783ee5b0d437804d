/* Two versions of a report, figure by figure. */
#include "program/program.h"
#include "programs/commands.h"
#include "record/record-read.h"
#include "tick/changes.h"
#include <stdio.h>

static char *name_of_report;
static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Show the changes as JSON", NULL },
  { "document", 0, 0, G_OPTION_ARG_STRING, &name_of_report, "Of folders, which document (report)", "NAME" },
  { NULL },
};

static const char *const needed[] = { "the old version", "the new version" };

static const Program compare_program = {
  .usage = "OLD NEW",
  .summary =
      "Shows what two versions of a report show otherwise: each figure, date, symbol and text that changed, with its\n"
      "table, row and column, or the heading under which it stands. OLD and NEW are folders of reports, or documents\n"
      "(team/NAME.xml).\n\n"
      "  qmr compare out.yesterday/2009-10-Q4/housing out/2009-10-Q4/housing\n"
      "  qmr compare --json old/team/report.xml new/team/report.xml\n\n"
      "Exit codes: 0 they show the same, 1 something changed, 2 usage, 3 environment.",
  .options = options,
  .min_files = 2,
  .max_files = 2,
  .needed = needed,
  .example = "OLD NEW",
};

static const Document *read_version(Arena *arena, const char *path, DiagList *diags, GError **error)
{
  g_autofree char *name = g_strconcat(name_of_report ? name_of_report : "report", ".xml", NULL);
  bool folder = g_file_test(path, G_FILE_TEST_IS_DIR);
  g_autofree char *whole = folder ? g_build_filename(path, "team", name, NULL) : g_strdup(path);
  const Spec *const specs[] = { &document_spec, NULL };
  return (const Document *)record_read_own(arena, whole, specs, diags, error);
}

/* How many changes there are; -1: they cannot be told. */
static int compare(char **files, bool json, DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  const Document *old = read_version(arena, files[0], diags, error);
  const Document *new = old ? read_version(arena, files[1], diags, error) : NULL;
  if (!new)
    return -1;
  const GPtrArray *changes = changes_between(arena, old, new);
  g_autoptr(GString) out = g_string_new(NULL);
  if (json)
    changes_write_json(changes, out);
  else
    changes_write_text(changes, out);
  fputs(out->str, stdout);
  return (int)changes->len;
}

int command_compare(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = compare_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  int changes = compare(files, as_json, diags, &error);
  if (changes < 0)
    return program_end(&program, diags, error);
  return program_finish(&program, changes > 0 ? EXIT_FAULTS : EXIT_CLEAN);
}
