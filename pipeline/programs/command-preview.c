/* One part of a service's report, for those who write it. */
#include "programs/choosing.h"
#include "programs/commands.h"
#include "programs/home.h"
#include "programs/reporting.h"

static char *out, *framework, *own_layouts, *layout;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME, &layout, "Report type, by its name or file (see 'qmr layouts')", "NAME" },
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &framework,
    "The corporate framework; else framework.xml beside or above the plan", "FILE" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own_layouts, "Look for layouts in this folder first", "FOLDER" },
  { NULL },
};

static const Program preview_program = {
  .usage = "PART PLAN RETURN [EARLIER-RETURN...]",
  .summary = "Shows one section, objective or indicator alone, by its name or reference, as PDF and web page:\n"
             "out/preview/SERVICE/preview.pdf and preview.html.\n\n"
             "  qmr preview 'HP 2' plans/housing.xml returns/2009-10-Q4/housing.xml\n"
             "  qmr preview key-developments plans/housing.xml returns/2009-10-Q4/housing.xml\n\n"
             "When none can be made, no old one is left.\n"
             "Exit codes: 0 clean, 1 errors in the files, 2 usage (or nothing shows the part), 3 environment.",
  .options = options,
  .min_files = 3,
  .max_files = -1,
};

int command_preview(const char *name, int argc, char **argv)
{
  static char *pages[] = { "pdf", "html", NULL };
  char **files, *layouts[] = { NULL, NULL };
  int code;
  Program program = preview_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_auto(Chosen) chosen = { 0 };
  chosen_init(&chosen);
  layouts[0] = layout;
  g_auto(GStrv) folders = home_layouts(own_layouts, files[1]);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  g_autofree char *shipped = home_shipped();
  const Choice choice = {
    .layouts = layout ? layouts : NULL, .formats = pages, .shelf = shipped, .only = files[0], .name = "preview"
  };
  g_autofree char *fault = home_fault(own_layouts);
  if (!fault)
    fault = choose(&choice, list, &chosen);
  if (fault)
    return program_usage(&program, fault);
  const Reporting reporting = { &program, out ? out : "out", false };
  const ReportRequest request = {
    .sources = files + 1, .framework = framework, .preview = true, .documents = chosen.documents
  };
  return reporting_make(&reporting, &request);
}
