/* qmr-ticks: what bears out each figure, date and reference that a report shows. */
#include "base/part.h"
#include "compose/compose.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "program/program.h"
#include "programs/home.h"
#include "programs/input-options.h"
#include "programs/rules.h"
#include "record/record-write.h"
#include "tick/tick.h"

static InputPaths paths;
static char *layout_path, *out_path, *page_path;
static char **settings;

static const GOptionEntry options[] = {
  INPUT_OPTIONS(paths),
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME, &layout_path, "The layout of the report: layouts/NAME.xml", "FILE" },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a parameter of the layout", "NAME=VALUE" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where to write the ticks", "FILE" },
  { "page", 0, 0, G_OPTION_ARG_FILENAME, &page_path, "Where to write the report as a document with a mark at each",
    "FILE" },
  { NULL },
};

static const Program program = {
  .name = "qmr-ticks",
  .usage = "--framework FILE --plan FILE [--return FILE] --layout FILE --out FILE",
  .summary =
      "Makes a report of a service in memory and says of each figure, date and reference that it shows which other\n"
      "place bears it out: a record of another document, an earlier return, arithmetic, words; or that nothing does.\n"
      "\n"
      "  qmr-ticks --framework framework.xml --plan plans/2009-10/housing.xml --return returns/2009-10-Q4/housing.xml "
      "\\\n"
      "      --layout layouts/NAME.xml --out report-ticks.xml\n"
      "\n"
      "Nothing is ticked by the place it was taken from, by a copy of it in the same document, or by what was "
      "computed\n"
      "of it. 'qmr report' writes the same beside each report, as team/NAME-ticks.xml.\n"
      "Exit codes: 0 clean, 1 errors in the data or the layout, 2 usage, 3 environment.",
  .options = options,
};

/* *ret_fault: what was asked for is not there. */
static const TickList *make(const Inputs *inputs, const Document **ret_page, DiagList *diags, char **ret_fault,
                            GError **error)
{
  Arena *arena = inputs->arena;
  g_autofree char *shipped = home_shipped();
  Report *report = merge_report(inputs);
  complete_report(arena, report);
  GPtrArray *models = arena_list(arena);
  g_ptr_array_add(models, report);
  Composing composing = { .models = models, .settings = settings, .origins = origins_new(arena) };
  if (!layout_read(arena, layout_path, NULL, shipped, &composing.files, diags, error))
    return NULL;
  if (composing.files.layout->of > LAYOUT_OF_REPORT) {
    *ret_fault = g_strdup("only reports of services are ticked: the layout is of something else");
    return NULL;
  }
  const Layout *layout = composing.files.layout;
  const Document *document = compose_document(arena, &composing, diags, ret_fault);
  return document ? tick_document(ticker_new(inputs), document, composing.origins,
                                  layout->files ? layout->files : layout->name, page_path ? ret_page : NULL)
                  : NULL;
}

static void run(DiagList *diags, char **ret_fault, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Inputs inputs = { .arena = arena };
  const Document *page = NULL;
  if (!inputs_read(&paths, &inputs, diags, error) || !refuse_strangers(&inputs, diags))
    return;
  const TickList *ticks = make(&inputs, &page, diags, ret_fault, error);
  if (!ticks)
    return;
  g_autoptr(GString) xml = g_string_new(NULL), html = g_string_new(NULL);
  record_write(&ticks->record, xml);
  if (page)
    record_write(&page->record, html);
  g_autoptr(GPtrArray) parts = parts_new();
  if (parts_add(parts, out_path, xml->str, xml->len, error) &&
      (!page || parts_add(parts, page_path, html->str, html->len, error)))
    parts_commit(parts, error);
}

/* What is wrong with what is to be read or written, or NULL; caller frees. */
static char *fault_of_outputs(void)
{
  if (!layout_path || !out_path)
    return g_strdup("--layout and --out are needed");
  g_autoptr(Targets) targets = targets_new();
  input_options_read(&paths, targets);
  targets_read(targets, layout_path);
  targets_write(targets, out_path);
  targets_write(targets, page_path);
  return targets_fault(targets);
}

int main(int argc, char **argv)
{
  char **files;
  int code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  const char *missing = input_options_fault(&paths);
  g_autofree char *fault = missing ? g_strdup(missing) : fault_of_outputs();
  if (fault)
    return program_usage(&program, fault);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  run(diags, &fault, &error);
  return fault ? program_usage(&program, fault) : program_end(&program, diags, error);
}
