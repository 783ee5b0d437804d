/* The report types there are, and where. */
#include "base/text.h"
#include "layout/layout-list.h"
#include "program/program.h"
#include "programs/commands.h"
#include "programs/home.h"
#include <stdio.h>
#include <string.h>

static char *own;

static const GOptionEntry options[] = {
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own, "Look in this folder first", "FOLDER" },
  { NULL },
};

static const Program layouts_program = {
  .usage = "[PLAN]",
  .summary = "Lists the report types there are, by the folders that 'qmr report' looks in, first to last: layouts/\n"
             "beside or above the plan, layouts/ here or above, and those that came with the program. Of several with\n"
             "one name the first is taken, and listed.\n\n"
             "  qmr layouts\n"
             "  qmr layouts plans/housing.xml\n\n"
             "Exit codes: 0 listed, 2 usage, 3 there are none.",
  .options = options,
  .min_files = 0,
  .max_files = 1,
};

/* Those of the list that stand in the folder; false: there are none. */
static bool print_folder(const GPtrArray *list, const char *folder, bool first)
{
  g_autofree char *shipped = home_shipped(), *shown = text_tame(folder);
  bool any = false;
  for (guint i = 0; i < list->len; i++) {
    const LayoutEntry *entry = g_ptr_array_index(list, i);
    g_autofree char *name = text_tame(entry->name);
    if (strcmp(entry->folder, folder) != 0)
      continue;
    if (!any)
      printf("%s%s%s:\n", first ? "" : "\n", shown, g_strcmp0(folder, shipped) == 0 ? " (with the program)" : "");
    any = true;
    printf("  %-32s %s\n", name, entry->broken ? "(cannot be read: 'qmr validate' says why)" : entry->about);
  }
  return any;
}

int command_layouts(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = layouts_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_autofree char *fault = home_fault(own);
  if (!fault && files[0] && !g_file_test(files[0], G_FILE_TEST_EXISTS))
    fault = g_strdup_printf("there is no file %s", files[0]);
  if (fault)
    return program_usage(&program, fault);
  g_auto(GStrv) folders = home_layouts(own, files[0]);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  bool any = false;
  for (char **folder = folders; *folder; folder++)
    any |= print_folder(list, *folder, !any);
  if (any)
    return program_finish(&program, EXIT_CLEAN);
  program_say(&program, "there are no layouts: name their folder with --layouts");
  return EXIT_WORLD;
}
