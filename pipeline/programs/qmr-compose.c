/* qmr-compose: a layout and what it is made from (report models, their findings, or papers) become a document. */
#include "base/file.h"
#include "compose/compose.h"
#include "model/council-year.h"
#include "model/paper.h"
#include "model/report.h"
#include "program/program.h"
#include "program/targets.h"
#include "programs/home.h"
#include "programs/rules.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include <string.h>

static char *layout_path, *out_path, *only, *words_path;
static char **settings;
static gboolean tell_unshown;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME, &layout_path, "The layout: layouts/NAME.xml", "FILE" },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a parameter of the layout", "NAME=VALUE" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only a section of the layout, or an item of the data", "ID|REF" },
  { "words", 'w', 0, G_OPTION_ARG_FILENAME, &words_path,
    "Say it in another language: words-cy.xml, looked for as layouts are", "FILE" },
  { "tell-unshown", 0, 0, G_OPTION_ARG_NONE, &tell_unshown,
    "Tell what was supplied, and is neither shown nor left out by the layout", NULL },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where the document is written", "FILE" },
  { NULL },
};

static const char *const needed[] = { "a model or a paper" };

static const Program program = {
  .name = "qmr-compose",
  .usage = "--layout FILE --out FILE MODEL...",
  .summary =
      "Makes a document from report models (or a board's paper) as a layout says.\n\n"
      "  qmr-compose --layout layouts/NAME.xml --out document.xml model.xml\n"
      "  qmr-compose --layout layouts/NAME.xml --only 'HP 1' --out preview.xml model.xml\n"
      "  qmr-compose --layout layouts/NAME.xml --out document.xml model.xml findings.xml report-ticks.xml\n\n"
      "Exit codes: 0 clean, 1 faults in the layout or the models (nothing is written), 2 usage, 3 a file cannot be\n"
      "read or written.",
  .options = options,
  .min_files = 1,
  .max_files = -1,
  .needed = needed,
  .example = "--layout layouts/NAME.xml --out document.xml model.xml",
};

/* Models, and findings apart; false when one cannot be read. */
static bool read_models(Arena *arena, char **paths, Composing *composing, DiagList *diags, GError **error)
{
  const Layout *layout = composing->files.layout;
  bool of_findings = layout->of == LAYOUT_OF_FINDINGS;
  const Spec *const specs[] = { compose_root(layout), of_findings ? &finding_list_spec : NULL,
                                of_findings ? &tick_list_spec : NULL, NULL };
  GPtrArray *models = arena_list(arena), *findings = arena_list(arena), *ticks = arena_list(arena);
  for (; *paths; paths++) {
    Record *record = record_read_own(arena, *paths, specs, diags, error);
    if (!record)
      return false;
    if (record->spec == &report_spec)
      council_year_settle(record, ((const Report *)record)->year_begins, NULL);
    g_ptr_array_add(record->spec == &finding_list_spec ? findings : record->spec == &tick_list_spec ? ticks : models,
                    record);
  }
  composing->models = models;
  composing->findings = findings;
  composing->ticks = ticks;
  return true;
}

static bool write_document(const Document *document, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  record_write(&document->record, out);
  return file_replace(out_path, out->str, out->len, error);
}

/* What is wrong with what is to be written, or NULL; caller frees. The layout names a style and words of its own: they
 * are known when it was read. */
static char *fault_of_output(char **paths, const LayoutFiles *files)
{
  g_autoptr(Targets) targets = targets_new();
  targets_read_all(targets, paths);
  targets_read(targets, layout_path);
  targets_read(targets, words_path);
  targets_read(targets, files ? files->style->record.source->path : NULL);
  targets_read(targets, files ? files->words->record.source->path : NULL);
  targets_write(targets, out_path);
  return targets_fault(targets);
}

/* *ret_fault: what was asked for is not there, or cannot be written. */
static void compose(char **paths, DiagList *diags, char **ret_fault, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  Composing composing = { .settings = settings, .only = only, .unshown = tell_unshown ? diags : NULL };
  g_autofree char *shipped = home_shipped();
  if (!layout_read(arena, layout_path, words_path, shipped, &composing.files, diags, error) ||
      !read_models(arena, paths, &composing, diags, error))
    return;
  *ret_fault = composing.models->len > 0 ? fault_of_output(paths, &composing.files) : g_strdup("a model is missing");
  if (*ret_fault)
    return;
  const Document *document = compose_document(arena, &composing, diags, ret_fault);
  if (document && diag_count(diags, LEVEL_ERROR) == 0)
    write_document(document, error);
}

/* Words are looked for where they were named, beside the layout, and where layouts are. False: there are none. */
static bool find_words(char **ret_fault)
{
  g_autofree char *folder = g_path_get_dirname(layout_path);
  g_auto(GStrv) folders = home_layouts(strcmp(folder, ".") == 0 ? NULL : folder, NULL);
  char *found = words_path ? home_find(words_path, (const char *const *)folders, ret_fault) : NULL;
  g_free(words_path);
  words_path = found;
  return !*ret_fault;
}

int main(int argc, char **argv)
{
  char **files;
  int code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  if (!layout_path || !out_path)
    return program_usage(&program, "--layout and --out are needed");
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  if (find_words(&fault))
    fault = fault_of_output(files, NULL);
  if (!fault)
    compose(files, diags, &fault, &error);
  return fault ? program_usage(&program, fault) : program_end(&program, diags, error);
}
