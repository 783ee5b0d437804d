/* One part of a service's report, for those who write it. */
#include "programs/choosing.h"
#include "programs/commands.h"
#include "programs/home.h"
#include "programs/reporting.h"
#include "xml/xml-root.h"
#include <string.h>

static char *out, *framework, *own_layouts, *layout;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME, &layout, "Report type, by its name or file (see 'qmr layouts')",
    "LAYOUT" },
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &framework,
    "The corporate framework; else framework.xml beside or above the plan", "FILE" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own_layouts, "Look for layouts in this folder first", "FOLDER" },
  { NULL },
};

static const char *const needed[] = { "the part to be shown", "the plan or the paper", "the return" };

static const Program preview_program = {
  .usage = "PART PLAN RETURN [EARLIER-RETURN...] | PART PAPER",
  .summary = "Shows one section, objective or indicator alone, by its name or reference, as PDF and web page:\n"
             "out/preview/SERVICE/preview.pdf and preview.html; of a paper in out/preview/REF/.\n\n"
             "  qmr preview 'HP 2' plans/housing.xml returns/2009-10-Q4/housing.xml\n"
             "  qmr preview key-developments plans/housing.xml returns/2009-10-Q4/housing.xml\n"
             "  qmr preview recommendation papers/support-centre.xml\n\n"
             "When none can be made, no old one is left.\n"
             "Exit codes: 0 clean, 1 errors in the files, 2 usage (or nothing shows the part), 3 environment.",
  .options = options,
  .min_files = 2,
  .max_files = -1,
  .needed = needed,
  .example = "'HP 2' plans/housing.xml returns/2009-10-Q4/housing.xml",
};

static bool is_lone_plan(const XmlRoot *root, char **files)
{
  return root && strcmp(root->element, "plan") == 0 && !files[2];
}

/* The layout that shows a paper, unless one is named; NULL: the standard one, or none. */
static const char *usual_layout(const GPtrArray *list, const XmlRoot *root)
{
  bool paper = root && strcmp(root->element, "paper") == 0;
  const LayoutEntry *entry = paper ? layout_list_of(list, LAYOUT_OF_PAPER) : NULL;
  return entry ? entry->name : NULL;
}

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
  g_auto(GStrv) folders = home_layouts(own_layouts, files[1]);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  g_autoptr(XmlRoot) root = xml_root_peek(files[1], NULL);
  if (is_lone_plan(root, files) && !layout)
    return program_missing(&program, 2);
  layouts[0] = layout ? layout : (char *)usual_layout(list, root);
  g_autofree char *shipped = home_shipped();
  const Choice choice = {
    .layouts = layouts[0] ? layouts : NULL, .formats = pages, .shelf = shipped, .only = files[0], .name = "preview"
  };
  g_autofree char *fault = home_fault(own_layouts);
  if (!fault)
    fault = choose(&choice, list, &chosen);
  const Reporting reporting = { &program, out ? out : "out", false };
  const ReportRequest request = {
    .sources = files + 1, .framework = framework, .preview = true, .documents = chosen.documents
  };
  if (fault) {
    reporting_forget(&reporting, &request);
    return program_usage(&program, fault);
  }
  return reporting_make(&reporting, &request);
}
