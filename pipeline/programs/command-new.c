/* A council to start from. Its files are fixtures/new, built in. */
#include "base/outputs.h"
#include "base/part.h"
#include "base/text.h"
#include "program/program.h"
#include "program/targets.h"
#include "programs/commands.h"
#include <stdio.h>
#include <string.h>

#define RESOURCE_PATH "/qmr/new/"

GResource *new_get_resource(void); /* made by glib-compile-resources */

static const char *const needed[] = { "the folder to be made" };

static const Program new_program = {
  .usage = "FOLDER",
  .summary =
      "Makes a folder with a small council in it, to be changed into yours: framework, calendar, a plan and a return,\n"
      "each explained by what stands between its lines. read-me-first.txt says what to do next.\n\n"
      "  qmr new council\n"
      "  qmr quarter council\n\n"
      "A folder that holds anything is left as it is.\n"
      "Exit codes: 0 made, 2 usage, 3 environment.",
  .min_files = 1,
  .max_files = 1,
  .needed = needed,
  .example = "council",
};

/* Adds the files below a folder of those built in, "" or with a slash at its end. */
static bool add_files(const char *below, Outputs *files, GError **error)
{
  g_autofree char *folder = g_strconcat(RESOURCE_PATH, below, NULL);
  g_auto(GStrv) names = g_resource_enumerate_children(new_get_resource(), folder, 0, error);
  bool done = names != NULL;
  for (char **name = names; done && *name; name++) {
    g_autofree char *path = g_strconcat(folder, *name, NULL);
    if (g_str_has_suffix(path, "/")) {
      done = add_files(path + strlen(RESOURCE_PATH), files, error);
    } else {
      GBytes *bytes = g_resource_lookup_data(new_get_resource(), path, 0, error);
      done = bytes != NULL;
      if (bytes)
        outputs_add(files, path + strlen(RESOURCE_PATH), bytes);
    }
  }
  return done;
}

/* Why the folder cannot be filled, or NULL; caller frees. */
static char *fault_of_folder(const char *path)
{
  g_autoptr(Targets) targets = targets_new();
  targets_write_folder(targets, path);
  char *fault = targets_fault(targets);
  g_autoptr(GDir) folder = fault ? NULL : g_dir_open(path, 0, NULL);
  if (folder && g_dir_read_name(folder))
    fault =
        g_strdup_printf("%s is not empty, and nothing in it is to be lost: name a folder that is not there yet", path);
  return fault;
}

static bool write_council(const char *path, GError **error)
{
  g_autoptr(Outputs) files = outputs_new();
  g_autoptr(GPtrArray) parts = parts_new();
  return add_files("", files, error) && outputs_add_parts(files, path, parts, error) && parts_commit(parts, error);
}

int command_new(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = new_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_autofree char *fault = fault_of_folder(files[0]);
  if (fault)
    return program_usage(&program, fault);
  g_autoptr(GError) error = NULL;
  if (!write_council(files[0], &error))
    return program_end(&program, NULL, error);
  g_autofree char *shown = text_tame(files[0]), *word = g_shell_quote(shown);
  printf("%s: made; read read-me-first.txt there\nits reports are made by:\n  cd %s && qmr quarter .\n", shown, word);
  return program_finish(&program, EXIT_CLEAN);
}
