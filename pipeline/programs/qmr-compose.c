/* qmr-compose: a layout and what it is made from (report models, or a paper) become a document. */
#include "base/file.h"
#include "compose/composition.h"
#include "compose/wording/phrases.h"
#include "program/program.h"
#include "programs/rules.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include <stdio.h>

static char *layout_path, *out_path, *only, *words_path;
static char **settings;

static const GOptionEntry options[] = {
  { "layout", 'l', 0, G_OPTION_ARG_FILENAME, &layout_path, "The layout: layouts/NAME.xml", "FILE" },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a parameter of the layout", "NAME=VALUE" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only a section of the layout, or an item of the data", "ID|REF" },
  { "words", 'w', 0, G_OPTION_ARG_FILENAME, &words_path, "Say it in another language: layouts/words-cy.xml", "FILE" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where the document is written", "FILE" },
  { NULL },
};

static const Program program = {
  .name = "qmr-compose",
  .usage = "--layout FILE --out FILE MODEL...",
  .summary =
      "Makes a document from report models (or a board's paper) as a layout says.\n\n"
      "  qmr-compose --layout layouts/NAME.xml --out document.xml model.xml\n"
      "  qmr-compose --layout layouts/NAME.xml --only 'HP 1' --out preview.xml model.xml\n\n"
      "Exit codes: 0 clean, 1 faults in the layout or the models (nothing is written), 2 usage, 3 a file cannot be\n"
      "read or written.",
  .options = options,
  .min_files = 1,
  .max_files = -1,
};

/* A file that the layout names stands beside it. */
static void *read_beside(Arena *arena, const char *name, const Spec *spec, DiagList *diags, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(layout_path);
  g_autofree char *path = g_str_equal(folder, ".") ? g_strdup(name) : g_build_filename(folder, name, NULL);
  return record_read_file(arena, path, spec, diags, error);
}

static bool read_layout(Arena *arena, Composition *composition, DiagList *diags, GError **error)
{
  Layout *layout = record_read_file(arena, layout_path, &layout_spec, diags, error);
  if (!layout || !layout->style || !layout->words)
    return false;
  composition->layout = layout;
  composition->style = read_beside(arena, layout->style, &style_spec, diags, error);
  if (!composition->style)
    return false;
  composition->words = words_path ? record_read_file(arena, words_path, &words_spec, diags, error)
                                  : read_beside(arena, layout->words, &words_spec, diags, error);
  if (!composition->words || diag_count(diags, LEVEL_ERROR) > 0) /* what must be there may be missing */
    return false;
  if (words_path && g_strcmp0(layout->lang, composition->words->lang) != 0) {
    composition->data_lang = layout->lang;
    phrases_say(arena, layout, composition->words, diags);
  }
  return true;
}

static bool read_reports(Arena *arena, char **paths, Composition *composition, DiagList *diags, GError **error)
{
  GPtrArray *reports = arena_list(arena);
  composition->reports = reports;
  for (; *paths; paths++) {
    void *report = record_read_own(arena, *paths, composition_root(composition->layout), diags, error);
    if (!report)
      return false;
    if (composition->data_lang)
      phrases_mark(arena, report, composition->data_lang);
    g_ptr_array_add(reports, report);
  }
  return true;
}

/* What was asked for on the command line must be in the layout. */
static bool check_wishes(Arena *arena, Composition *composition, char **ret_fault)
{
  for (char **setting = settings; setting && *setting; setting++)
    if (!composition_set(arena, composition->layout, *setting, ret_fault))
      return false;
  return !only || composition_only(composition, only, ret_fault);
}

static int usage(const char *fault)
{
  fprintf(stderr, "qmr-compose: %s\ntry 'qmr-compose --help'\n", fault);
  return EXIT_USAGE;
}

static bool write_document(const Document *document, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  record_write(&document->record, out);
  return file_replace(out_path, out->str, out->len, error);
}

int main(int argc, char **argv)
{
  char **files;
  int exit_code;
  rules_add_all();
  if (!program_begin(&program, &argc, &argv, &files, &exit_code))
    return exit_code;
  if (!layout_path || !out_path)
    return usage("--layout and --out are needed");

  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *source_name = g_path_get_basename(files[0]);
  Composition composition = { .source_name = source_name };

  bool read =
      read_layout(arena, &composition, diags, &error) && read_reports(arena, files, &composition, diags, &error);
  if (read && !check_wishes(arena, &composition, &fault))
    return usage(fault);
  const Document *document = read ? composition_make(arena, &composition, diags) : NULL;
  if (document && only && document->sections->len == 0) {
    g_autofree char *nowhere = g_strdup_printf("nothing in layout %s shows '%s'", composition.layout->name, only);
    return usage(nowhere);
  }
  if (document && diag_count(diags, LEVEL_ERROR) == 0)
    write_document(document, &error);
  return program_end(&program, diags, error);
}
