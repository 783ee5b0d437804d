/* Proves a folder of reports. */
#include "base/text.h"
#include "program/program.h"
#include "program/supervise.h"
#include "programs/commands.h"
#include "verify/verify.h"
#include <stdio.h>

static const char *const needed[] = { "the folder of the report" };

static const Program verify_program = {
  .usage = "FOLDER",
  .summary =
      "Proves a folder of reports by its team/manifest.xml: every file is what the run made, no other file is there,\n"
      "and the same run gives the same bytes again. Nothing is written, and nothing that a file names is started.\n\n"
      "  qmr verify out/2009-10-Q4/housing\n\n"
      "Exit codes: 0 repeated, 1 altered (or nothing was proved), 2 usage, 3 unaltered but not repeatable here: what\n"
      "differs is said; or the manifest cannot be read.",
  .min_files = 1,
  .max_files = 1,
  .needed = needed,
  .example = "out/2009-10-Q4/housing",
};

static int tell(const char *path, VerifyAnswer answer, guint n)
{
  switch (answer) {
  case VERIFY_REPEATED:
    printf("%s: repeated: the same input gave the same bytes again, %u files\n", path, n);
    return EXIT_CLEAN;
  case VERIFY_UNREPEATABLE:
    printf("%s: unaltered by what its manifest says, but not repeatable here: see above what differs\n", path);
    return EXIT_WORLD;
  case VERIFY_ALTERED:
    break;
  }
  printf("%s: altered, or not proved: see above\n", path);
  return EXIT_FAULTS;
}

/* What is asked of a child, so that somebody is left to speak whatever becomes of it. */
typedef struct {
  const Program *program;
  const char *path;
} Asked;

static int run(SuperviseNote *note, void *data)
{
  (void)note;
  const Asked *asked = data;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_auto(Verified) verified;
  bool done = verify_folder(arena, asked->path, &verified, diags, &error);
  int code = program_end(asked->program, diags, error);
  g_autofree char *shown = text_tame(asked->path);
  return done ? program_finish(asked->program, tell(shown, verified.answer, verified.n)) : code;
}

static void rescue(const SuperviseNote *note, const char *why, bool interrupted, void *data)
{
  (void)note, (void)interrupted;
  const Asked *asked = data;
  g_autofree char *said = g_strdup_printf("%s: nothing was proved: %s", asked->path, why);
  program_say(asked->program, said);
}

int command_verify(const char *name, int argc, char **argv)
{
  static const Supervised supervised = { run, rescue };
  char **files;
  int code;
  Program program = verify_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  Asked asked = { &program, files[0] };
  return supervise(&supervised, &asked);
}
