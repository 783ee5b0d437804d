/* Makes a report of the user's own files. */
#include "programs/commands.h"
#include "programs/home.h"
#include "programs/reporting.h"
#include "xml/xml-root.h"
#include <string.h>

static char *out, *framework, *accepted, *period, *folder_name_wanted, *own_layouts, *words;
static char **layouts, **settings, **formats, **also;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &layouts,
    "Report type, by its name or file (see 'qmr layouts'); may be repeated", "NAME" },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a parameter of the layout", "NAME=VALUE" },
  { "to", 't', 0, G_OPTION_ARG_STRING_ARRAY, &formats, "Only this format: pdf, xlsx, html, csv; may be repeated", "FORMAT" },
  { "words", 'w', 0, G_OPTION_ARG_FILENAME, &words, "Say it in another language: layouts/words-cy.xml", "FILE" },
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &framework, "The corporate framework; else framework.xml beside or above the plan", "FILE" },
  { "period", 0, 0, G_OPTION_ARG_STRING, &period, "Period of a plan without a return; else its first year", "2009-10" },
  { "also", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &also, "Another service's plan or return, or a board's paper, that must agree; may be repeated", "FILE" },
  { "accept", 0, 0, G_OPTION_ARG_FILENAME, &accepted, "Findings that were looked at and accepted", "FILE" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "name", 0, 0, G_OPTION_ARG_STRING, &folder_name_wanted, "Name of the report's folder, below its period", "NAME" },
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own_layouts, "Look for layouts in this folder first", "FOLDER" },
  { NULL },
};

static const Program report_program = {
  .usage = "PLAN [RETURN] [EARLIER-RETURN...] | MODEL... | PAPER",
  .summary =
      "Makes a report: checks the files, joins, rates and checks them against each other, and writes PDF, workbook, web\n"
      "page and CSV files to out/PERIOD/SERVICE/; what is for the team alone stands in team/ there. Earlier returns give\n"
      "trends. A report of several services is made of their models (team/model.xml); a board's paper of itself.\n\n"
      "  qmr report plans/housing.xml returns/2009-10-Q4/housing.xml returns/2009-10-Q3/housing.xml\n"
      "  qmr report --layout service-plan plans/housing.xml\n"
      "  qmr report --layout NAME --name boards/safer --set NAME=VALUE out/2009-10-Q4/*/team/model.xml\n\n"
      "One run a folder at a time; whoever looks finds the old report or the new one. When none can be made, the old one is\n"
      "moved to team/withdrawn/, and said.\n"
      "Exit codes: 0 clean, 1 errors in the files (the report is made if one can be), 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = -1,
};

/* A report asked for on the command line, and all that it is made of. */
typedef struct {
  Reporting reporting;
  ReportRequest request;
  GPtrArray *documents; /* of ReportDocument, owned */
  GPtrArray *paths;     /* of char *, owned */
} Asked;

/* The file of a layout: as named, or of that name among those there are. NULL: there is none. */
static const char *layout_path(Asked *asked, const GPtrArray *list, const char *named)
{
  bool is_path = strchr(named, '/') || g_str_has_suffix(named, ".xml");
  const LayoutEntry *entry = is_path ? NULL : layout_list_find(list, named);
  if (!is_path && !entry)
    return NULL;
  char *path = g_strdup(entry ? entry->path : named);
  g_ptr_array_add(asked->paths, path);
  return path;
}

static void add_document(Asked *asked, const char *path, bool team)
{
  ReportDocument *document = g_new0(ReportDocument, 1);
  document->layout = path;
  document->words = team ? NULL : words;
  document->settings = team ? NULL : settings;
  document->formats = team ? NULL : formats;
  g_ptr_array_add(asked->documents, document);
}

static bool is_of_service(const char *source)
{
  g_autoptr(XmlRoot) root = xml_root_peek(source, NULL);
  return !root || (strcmp(root->element, "report") != 0 && strcmp(root->element, "paper") != 0);
}

/* What is wrong with the names of layouts, or NULL; caller frees. */
static char *find_layouts(Asked *asked, const GPtrArray *list, const char *source)
{
  const LayoutEntry *standard = layout_list_standard(list), *assurance = layout_list_of(list, LAYOUT_OF_FINDINGS);
  if (!layouts && !standard)
    return g_strdup("there are no layouts: name one with --layout, or their folder with --layouts");
  for (char **name = layouts; name && *name; name++) {
    const char *path = layout_path(asked, list, *name);
    if (!path)
      return g_strdup_printf("there is no layout '%s'; 'qmr layouts' lists them", *name);
    add_document(asked, path, false);
  }
  if (!layouts)
    add_document(asked, layout_path(asked, list, standard->name), false);
  if (assurance && is_of_service(source))
    add_document(asked, layout_path(asked, list, assurance->name), true);
  return NULL;
}

/* A folder's name stays below the period. */
static bool is_good_name(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (char **part = parts; *part; part++)
    if (!**part || **part == '.' || **part == ' ')
      return false;
  return *name && strlen(name) < 200 && g_utf8_validate(name, -1, NULL) && !strpbrk(name, "\n\r\t\033");
}

static char *fault_of_usage(void)
{
  static const char *const known[] = { "csv", "html", "pdf", "xlsx", NULL };
  for (char **format = formats; format && *format; format++)
    if (!g_strv_contains(known, *format))
      return g_strdup_printf("there is no format '%s': pdf, xlsx, html, csv", *format);
  Period unused;
  if (period && !period_parse(period, &unused))
    return g_strdup("--period must look like 2009-10, 2009-10-Q4 or 2009-10-M12");
  if (folder_name_wanted && !is_good_name(folder_name_wanted))
    return g_strdup_printf("--name '%s' is no name for a folder: letters and digits, parts joined by '/'", folder_name_wanted);
  return NULL;
}

static int run(SuperviseNote *note, void *data)
{
  const Asked *asked = data;
  return reporting_run(&asked->reporting, &asked->request, note);
}

static void rescue(const SuperviseNote *note, const char *why, bool interrupted, void *data)
{
  const Asked *asked = data;
  reporting_rescue(&asked->reporting, &asked->request, note, why, interrupted);
}

int command_report(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = report_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func(g_free), paths = g_ptr_array_new_with_free_func(g_free);
  Asked asked = { .reporting = { &program, out ? out : "out", false }, .documents = documents, .paths = paths };
  g_auto(GStrv) folders = home_layouts(own_layouts, files[0]);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  g_autofree char *fault = fault_of_usage();
  if (!fault)
    fault = find_layouts(&asked, list, files[0]);
  if (fault)
    return program_usage(&program, fault);
  asked.request = (ReportRequest){ .sources = files,
                                   .framework = framework,
                                   .also = also,
                                   .accepted = accepted,
                                   .period = period,
                                   .name = folder_name_wanted,
                                   .documents = documents };
  static const Supervised supervised = { run, rescue };
  return supervise(&supervised, &asked);
}
