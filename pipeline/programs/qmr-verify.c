/* qmr-verify: writes the manifest of a run, or recomputes one and says what differs. */
#include "base/file.h"
#include "manifest/manifest.h"
#include "program/program.h"
#include "programs/rules.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include "verify/repeat.h"

static char *make, *out_folder;
static char **inputs, **programs, **outputs, **steps;
static gboolean repeat;

static const GOptionEntry options[] = {
  { "repeat", 'r', 0, G_OPTION_ARG_NONE, &repeat,
    "Also run every step again and compare the outputs; for manifests that you trust: it runs what they say", NULL },
  { "make", 0, 0, G_OPTION_ARG_FILENAME, &make, "Write a new manifest instead of checking one", "MANIFEST" },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out_folder, "With --make: folder that holds the outputs", "DIR" },
  { "input", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &inputs, "With --make: a file that went in (may be repeated)", "FILE" },
  { "program", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &programs, "With --make: a program that ran (may be repeated)",
    "FILE" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs, "With --make: a file that came out (may be repeated)",
    "FILE" },
  { "step", 0, 0, G_OPTION_ARG_STRING_ARRAY, &steps, "With --make: a command line of the run (may be repeated)",
    "COMMAND" },
  { NULL },
};

static const Program program = {
  .name = "qmr-verify",
  .usage = "[MANIFEST]",
  .summary =
      "Recomputes the manifest of a run: says which inputs, programs and outputs are no longer what they were.\n"
      "Run it in the folder in which the run was made.\n\n"
      "  qmr-verify out/2009-10-Q4/housing/manifest.xml            has anything changed since?\n"
      "  qmr-verify --repeat out/2009-10-Q4/housing/manifest.xml   does the same input still give the same bytes?\n\n"
      "Exit codes: 0 nothing has changed, 1 something has, 2 usage, 3 the manifest cannot be read or a step cannot be "
      "run.",
  .options = options,
  .min_files = 0,
  .max_files = 1,
};

static bool add_all(Arena *arena, Manifest *manifest, int role, char **paths, GError **error)
{
  for (guint i = 0; paths && paths[i]; i++)
    if (!manifest_add(arena, manifest, role, paths[i], error))
      return false;
  return true;
}

static bool manifest_make(Arena *arena, GError **error)
{
  Manifest *manifest = record_new(arena, &manifest_spec, NULL);
  manifest->version = arena_strdup(arena, QMR_VERSION);
  manifest->out = arena_strdup(arena, out_folder ? out_folder : ".");
  for (guint i = 0; steps && steps[i]; i++)
    if (!manifest_add_step(arena, manifest, steps[i], error))
      return false;
  if (!add_all(arena, manifest, ROLE_INPUT, inputs, error) ||
      !add_all(arena, manifest, ROLE_PROGRAM, programs, error) ||
      !add_all(arena, manifest, ROLE_OUTPUT, outputs, error))
    return false;
  manifest_sort(manifest);
  g_autoptr(GString) xml = g_string_new(NULL);
  record_write(&manifest->record, xml);
  return file_replace(make, xml->str, xml->len, error);
}

/* Compares every file with its entry. */
static void manifest_check(const Manifest *manifest, DiagList *diags)
{
  static const char *const rules[] = {
    [ROLE_INPUT] = "O-INPUT", [ROLE_PROGRAM] = "O-PROGRAM", [ROLE_OUTPUT] = "O-OUTPUT"
  };
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    gsize length_bytes = 0;
    g_autofree char *hash = manifest_hash(file->path, &length_bytes, NULL);
    if (!hash)
      diag_file(diags, "O-MISSING", file->path, "is named in the manifest but cannot be read");
    else if (g_ascii_strcasecmp(hash, file->sha256) != 0)
      diag_file(diags, rules[file->role], file->path,
                "is not what it was when the manifest was made: SHA-256 is %.12s..., was %.12s...", hash, file->sha256);
  }
}

int main(int argc, char **argv)
{
  char **files = NULL;
  int code = 0;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  if (!make && !files[0]) {
    g_printerr("qmr-verify: no manifest is named; see qmr-verify --help\n");
    return EXIT_USAGE;
  }
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  GError *error = NULL;
  if (make) {
    manifest_make(arena, &error);
  } else {
    const Manifest *manifest = record_read_file(arena, files[0], &manifest_spec, diags, &error);
    bool whole = manifest && diag_count(diags, LEVEL_ERROR) == 0;
    if (whole)
      manifest_check(manifest, diags);
    if (whole && repeat && diag_count(diags, LEVEL_ERROR) == 0)
      repeat_run(manifest, files[0], diags, &error);
  }
  return program_end(&program, diags, error);
}
