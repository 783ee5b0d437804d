/* Makes a report of the user's own files. */
#include "program/supervise.h"
#include "programs/choosing.h"
#include "programs/commands.h"
#include "programs/home.h"
#include "programs/reporting.h"
#include "report/naming.h"
#include "xml/xml-root.h"
#include <string.h>

static char *out, *framework, *accepted, *period, *folder_name_wanted, *own_layouts, *words;
static char **layouts, **settings, **formats, **also;
static gboolean facts;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &layouts,
    "Report type, by its name or file (see 'qmr layouts'); may be repeated", "LAYOUT" },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a parameter of the layout", "NAME=VALUE" },
  { "to", 't', 0, G_OPTION_ARG_STRING_ARRAY, &formats,
    "Only this format: pdf, xlsx, html, csv; may be repeated. Others that this report had go", "pdf|xlsx|html|csv" },
  { "words", 'w', 0, G_OPTION_ARG_FILENAME, &words,
    "Say it in another language: words-cy.xml, looked for as layouts are", "FILE" },
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &framework,
    "The corporate framework; else framework.xml beside or above the plan", "FILE" },
  { "period", 0, 0, G_OPTION_ARG_STRING, &period, "Period of a plan without a return; else its first year", "2009-10" },
  { "also", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &also,
    "Another service's plan or return, a board's paper, or a PDF of others, that must agree; may be repeated", "FILE" },
  { "accept", 0, 0, G_OPTION_ARG_FILENAME, &accepted, "Findings that were looked at and accepted", "FILE" },
  { "facts", 0, 0, G_OPTION_ARG_NONE, &facts,
    "Write what was understood of the documents, sentence by sentence, to team/facts.xml", NULL },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "name", 0, 0, G_OPTION_ARG_STRING, &folder_name_wanted, "Name of the report's folder, below its period", "NAME" },
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own_layouts, "Look for layouts in this folder first", "FOLDER" },
  { NULL },
};

static const char *const needed[] = { "a plan, models or a paper" };

static const Program report_program = {
  .usage = "PLAN [RETURN] [EARLIER-RETURN...] | MODEL... | PAPER...",
  .summary =
      "Makes a report: checks the files, joins, rates and checks them against each other, and writes PDF, workbook, "
      "web\n"
      "page and CSV files to out/PERIOD/SERVICE/; what is for the team alone stands in team/ there. Earlier returns "
      "give\n"
      "trends. A report of several services is made of their models (team/model.xml); a board's paper of itself.\n\n"
      "  qmr report plans/housing.xml returns/2009-10-Q4/housing.xml returns/2009-10-Q3/housing.xml\n"
      "  qmr report --layout NAME plans/housing.xml\n"
      "  qmr report --layout NAME --name boards/safer --set NAME=VALUE out/2009-10-Q4/*/team/model.xml\n\n"
      "One run a folder at a time; whoever looks finds the old report or the new one. When none can be made, the old "
      "one is\n"
      "moved to team/withdrawn/, and said.\n"
      "Exit codes: 0 clean, 1 errors in the files (the report is made if one can be), 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = -1,
  .needed = needed,
  .example = "plans/housing.xml returns/2009-10-Q4/housing.xml",
};

static bool is_root(const char *source, const char *element)
{
  g_autoptr(XmlRoot) root = xml_root_peek(source, NULL);
  return root && strcmp(root->element, element) == 0;
}

/* A return says its period itself. */
static char *fault_of_period(char **files)
{
  g_autoptr(XmlRoot) root = period && files[1] ? xml_root_peek(files[1], NULL) : NULL;
  const char *said = root && strcmp(root->element, "return") == 0 ? xml_root_attribute(root, "period") : NULL;
  if (!said || strcmp(said, period) == 0)
    return NULL;
  return g_strdup_printf("--period is %s, and %s is of %s: leave out one of them", period, files[1], said);
}

static char *fault_of_usage(char **sources)
{
  static char **const files[] = { &accepted, &framework };
  Period unused;
  if (period && (!period_parse(period, &unused) || !period_is_own(unused, unused.begins)))
    return g_strdup("--period must look like 2009-10, 2009-10-Q4 or 2009-10-M12");
  char *fault = home_fault(own_layouts);
  if (!fault)
    fault = fault_of_period(sources);
  for (guint i = 0; i < G_N_ELEMENTS(files) && !fault; i++)
    if (*files[i] && !g_file_test(*files[i], G_FILE_TEST_EXISTS))
      fault = g_strdup_printf("there is no file %s", *files[i]);
  return fault;
}

/* Each paper is a report of its own; the worst code. */
static int make_papers(const Reporting *reporting, ReportRequest request, char **papers)
{
  int worst = EXIT_CLEAN;
  for (; *papers && !supervise_was_stopped(); papers++) {
    char *const one[] = { *papers, NULL };
    request.sources = one;
    int code = reporting_make(reporting, &request);
    worst = code > worst ? code : worst;
  }
  return worst;
}

/* Whether a paper would take the place of another one of them. */
static bool is_paper_twice(ReportRequest request, char **papers)
{
  g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (; *papers; papers++) {
    char *const one[] = { *papers, NULL };
    request.sources = one;
    char *folder = report_folder(&request);
    if (folder && !g_hash_table_add(folders, folder))
      return true;
  }
  return false;
}

/* What is to be made of the files, by the options; what is wrong with them, or NULL. Caller frees. */
static char *choose_documents(char **files, const char *words_path, const char *shelf, Chosen *chosen)
{
  g_auto(GStrv) folders = home_layouts(own_layouts, files[0]);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  bool papers = is_root(files[0], "paper");
  if (papers && !layouts)
    return g_strdup("a paper needs a layout of papers: name one with --layout ('qmr layouts' lists them)");
  const Choice choice = { .layouts = layouts,
                          .settings = settings,
                          .formats = formats,
                          .words = words_path,
                          .shelf = shelf,
                          .assurance = !papers && !is_root(files[0], "report") };
  return choose(&choice, list, chosen);
}

/* The words of another language, where they were found; NULL: none are wanted, or (*ret_fault) there are none. */
static char *find_words(char **files, char **ret_fault)
{
  g_auto(GStrv) folders = home_layouts(own_layouts, files[0]);
  return words ? home_find(words, (const char *const *)folders, ret_fault) : NULL;
}

static int make(const Program *program, char **files, const GPtrArray *documents)
{
  const Reporting reporting = { program, out ? out : "out", false };
  const ReportRequest request = { .sources = files,
                                  .framework = framework,
                                  .also = also,
                                  .accepted = accepted,
                                  .period = period,
                                  .facts = facts,
                                  .name = folder_name_wanted,
                                  .documents = documents };
  if (!is_root(files[0], "paper"))
    return reporting_make(&reporting, &request);
  if (is_paper_twice(request, files))
    return program_usage(program, "two papers are of one item of one meeting, and one would replace the other");
  return make_papers(&reporting, request, files);
}

int command_report(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = report_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_auto(Chosen) chosen = { 0 };
  chosen_init(&chosen);
  g_autofree char *fault = fault_of_usage(files), *shipped = home_shipped();
  g_autofree char *found = fault ? NULL : find_words(files, &fault);
  if (!fault)
    fault = choose_documents(files, found, shipped, &chosen);
  return fault ? program_usage(&program, fault) : make(&program, files, chosen.documents);
}
