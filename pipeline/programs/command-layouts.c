/* The report types there are. */
#include "program/program.h"
#include "programs/commands.h"
#include "programs/home.h"
#include <stdio.h>

static char *own;

static const GOptionEntry options[] = {
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own, "Look in this folder first", "FOLDER" },
  { NULL },
};

static const Program layouts_program = {
  .usage = "",
  .summary =
      "Lists the report types there are: those of layouts/ here or above, and those that came with the program.\n\n"
      "  qmr layouts\n\n"
      "Exit codes: 0 listed, 2 usage.",
  .options = options,
  .min_files = 0,
  .max_files = 0,
};

int command_layouts(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = layouts_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_auto(GStrv) folders = home_layouts(own, "layouts");
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  for (guint i = 0; i < list->len; i++) {
    const LayoutEntry *entry = g_ptr_array_index(list, i);
    printf("%-34s %s\n", entry->name, entry->about);
  }
  return program_finish(&program, EXIT_CLEAN);
}
