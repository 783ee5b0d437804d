/* Every report that a list names, one after the other. */
#include "base/file.h"
#include "layout/layout-read.h"
#include "manifest/manifest.h"
#include "model/year.h"
#include "program/supervise.h"
#include "programs/accounting.h"
#include "programs/choosing.h"
#include "programs/commands.h"
#include "programs/each.h"
#include "programs/home.h"
#include "programs/reporting.h"
#include "record/record-read.h"
#include "report/naming.h"
#include "validate/validate.h"
#include <stdio.h>
#include <string.h>

static char *out, *own_layouts, *anchor, *lists;
static gboolean brief, each;

static const GOptionEntry options[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "brief", 0, 0, G_OPTION_ARG_NONE, &brief,
    "Do not print what was found in the files: it stands in team/messages.txt of each folder", NULL },
  { "layouts", 0, 0, G_OPTION_ARG_FILENAME, &own_layouts, "Look for layouts in this folder first", "FOLDER" },
  { "beside", 0, 0, G_OPTION_ARG_FILENAME, &anchor,
    "Paths of the list are seen from this file's folder, instead of the list's own", "FILE" },
  { "each", 0, 0, G_OPTION_ARG_NONE, &each,
    "Several lists, each by itself: beside LIST.xml, what became of it (LIST.account) and all that was said", NULL },
  { "lists", 0, 0, G_OPTION_ARG_FILENAME, &lists, "With --each: a file that names the lists, a line each", "FILE" },
  { NULL },
};

static const char *const needed[] = { "the list of reports" };

static const Program year_program = {
  .usage = "LIST...",
  .summary =
      "Makes every report that a list names (schemas/year.xsd): services, boards, papers. One that cannot be made\n"
      "stops no other.\n\n"
      "  qmr year fixtures/year.xml\n\n"
      "Exit codes: 0 all were made of files without errors, 1 some were not, 2 usage, 3 environment.",
  .options = options,
  .min_files = 0,
  .max_files = -1,
  .needed = needed,
  .example = "fixtures/year.xml",
};

/* What the year's reports are made with. */
typedef struct {
  Program program;
  Arena *arena;
  const char *list_path;    /* or the file beside which its paths are seen */
  char *const *folders;     /* where layouts are looked for */
  const GPtrArray *layouts; /* of LayoutEntry */
  const char *shipped;      /* folder of what layouts share, or NULL */
  GHashTable *formers;      /* of Former, by their folders */
  bool alone;               /* there is one report: no other can want its folder */
  Accounting *accounting;
} Making;

/* A path of the list, as it is seen from here. */
static char *beside(const Making *making, const char *path)
{
  g_autofree char *beside = path ? layout_beside(making->list_path, path) : NULL;
  return arena_strdup(making->arena, beside);
}

static void add_files(const Making *making, const GPtrArray *files, GPtrArray *paths)
{
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add(paths, beside(making, ((const YearFile *)g_ptr_array_index(files, i))->path));
}

static char **list_end(GPtrArray *list)
{
  g_ptr_array_add(list, NULL);
  return (char **)list->pdata;
}

static char **sources_of(const Making *making, const YearReport *wanted)
{
  GPtrArray *paths = arena_list(making->arena);
  for (guint i = 0; i < wanted->models->len; i++)
    g_ptr_array_add(paths, arena_printf(making->arena, "%s/%s/team/model.xml", out ? out : "out",
                                        ((const YearFile *)g_ptr_array_index(wanted->models, i))->path));
  const char *first = wanted->paper ? wanted->paper : wanted->plan;
  if (first)
    g_ptr_array_add(paths, beside(making, first));
  if (wanted->form)
    g_ptr_array_add(paths, beside(making, wanted->form));
  add_files(making, wanted->previous, paths);
  return list_end(paths);
}

static char **codes_of(const Making *making, const GPtrArray *codes)
{
  GPtrArray *list = arena_list(making->arena);
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add(list, g_ptr_array_index(codes, i));
  return codes->len > 0 ? list_end(list) : NULL;
}

static char **settings_of(const Making *making, const GPtrArray *settings)
{
  GPtrArray *list = arena_list(making->arena);
  for (guint i = 0; i < settings->len; i++)
    g_ptr_array_add(list, ((const YearSetting *)g_ptr_array_index(settings, i))->text);
  return list_end(list);
}

/* ---- one folder, one report -------------------------------------------------------------------------------------- */

static bool same_lists(char *const *a, char *const *b)
{
  return g_strv_equal((const char *const *)a, (const char *const *)b);
}

static void add_layouts(const GPtrArray *layouts, GPtrArray *names)
{
  for (guint i = 0; i < layouts->len; i++)
    g_ptr_array_add(names, g_ptr_array_index(layouts, i));
  if (layouts->len == 0)
    g_ptr_array_add(names, ""); /* the standard one */
}

/* The layouts of all documents of a report. */
static GPtrArray *layouts_of(Arena *arena, const YearReport *wanted)
{
  GPtrArray *names = arena_list(arena);
  if (wanted->layouts->len > 0 || wanted->documents->len == 0)
    add_layouts(wanted->layouts, names);
  for (guint i = 0; i < wanted->documents->len; i++)
    add_layouts(((const YearDocument *)g_ptr_array_index(wanted->documents, i))->layouts, names);
  return names;
}

/* Whether two reports of the list name a layout both. */
static bool share_layout(const Making *making, const YearReport *a, const YearReport *b)
{
  GPtrArray *left = layouts_of(making->arena, a), *right = layouts_of(making->arena, b);
  for (guint i = 0; i < left->len; i++)
    if (g_ptr_array_find_with_equal_func(right, g_ptr_array_index(left, i), g_str_equal, NULL))
      return true;
  return false;
}

/* A folder's report that was made before, and what it was made of. */
typedef struct {
  const YearReport *wanted;
  char *const *sources, *const *also;
  const char *accepted;
} Former;

/* Documents of the same files stand in one folder together; all else would take the place of what was made before. */
static bool is_replaced(const Making *making, const Former *former, const YearReport *wanted,
                        const ReportRequest *request)
{
  return share_layout(making, former->wanted, wanted) || !same_lists(former->sources, request->sources) ||
         !same_lists(former->also, request->also) || g_strcmp0(former->accepted, request->accepted) != 0;
}

/* Notes whose folder it is; false: another report's of the list, which is said. */
static bool claim_folder(const Making *making, const YearReport *wanted, const ReportRequest *request)
{
  g_autofree char *folder = report_folder(request);
  const Former *former = folder ? g_hash_table_lookup(making->formers, folder) : NULL;
  if (former && is_replaced(making, former, wanted, request)) {
    g_autoptr(DiagList) diags = diag_list_new();
    const Record *first = &former->wanted->record;
    diag_at(diags, "O-TWICE", wanted->record.source, wanted->record.offset,
            "its folder is %s, which is that of the report on line %u, too: it is not made", folder,
            source_place(first->source, first->offset).line);
    program_end(&making->program, diags, NULL);
    return false;
  }
  if (folder && !former) {
    Former *mine = arena_alloc(making->arena, sizeof *mine);
    *mine = (Former){ wanted, request->sources, request->also, request->accepted };
    g_hash_table_insert(making->formers, g_steal_pointer(&folder), mine);
  }
  return true;
}

/* ---- making ------------------------------------------------------------------------------------------------------ */

static int note_end(const Making *making, int code, const ReportRequest *request, const ReportingEnd *end)
{
  accounting_add(making->accounting, code, end);
  if (end->made && !end->absent)
    return code;
  for (char *const *source = request ? request->sources : NULL; source && *source; source++)
    accounting_add_file(making->accounting, *source);
  if (request && request->accepted)
    accounting_add_file(making->accounting, request->accepted);
  for (char *const *folder = making->folders; *folder; folder++)
    accounting_add_folder(making->accounting, *folder);
  return code;
}

/* Makes a page that says that there is no report; whether it stands. */
static bool make_page(const Making *making, ReportRequest *request, const ReportDocument *page, ReportingEnd *end)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new();
  g_ptr_array_add(documents, (gpointer)page);
  request->documents = documents;
  request->all = each;
  request->page = true;
  const Reporting reporting = { &making->program, out ? out : "out", brief, end };
  reporting_make(&reporting, request);
  end->absent = true;
  return end->made;
}

/* In place of a service's report. */
static bool stand_in(const Making *making, const YearReport *wanted, const char *period, ReportingEnd *end)
{
  const LayoutEntry *layout = layout_list_of(making->layouts, LAYOUT_OF_ABSENCE);
  g_autofree char *framework = wanted->framework ? NULL : file_above(making->list_path, "framework.xml");
  const char *path = wanted->framework ? beside(making, wanted->framework) : framework;
  if (!layout || !path || !period)
    return false;
  char *const sources[] = { (char *)path, NULL };
  const ReportDocument page = { .layout = layout->path, .shelf = making->shipped };
  ReportRequest request = {
    .sources = sources, .period = period, .name = wanted->name, .absent = wanted->absent, .no_plan = wanted->no_plan
  };
  return make_page(making, &request, &page, end);
}

/* Whether all models of a report only say that there is none. */
static bool are_all_absent(const Making *making, const YearReport *wanted)
{
  bool all = wanted->models->len > 0;
  for (guint i = 0; i < wanted->models->len && all; i++) {
    const YearFile *model = g_ptr_array_index(wanted->models, i);
    g_autofree char *folder = g_build_filename(out ? out : "out", model->path, NULL);
    const Manifest *manifest = manifest_read(making->arena, folder);
    all = manifest && manifest->absent;
  }
  return all;
}

/* Whether the layout at path asks for a parameter of that name. */
static bool asks_for(const Making *making, const char *path, const char *name)
{
  g_autoptr(DiagList) unused = diag_list_new();
  LayoutFiles files;
  bool asks = false;
  if (!layout_read(making->arena, path, NULL, making->shipped, &files, unused, NULL))
    return false;
  for (guint i = 0; i < files.layout->params->len && !asks; i++)
    asks = g_strcmp0(((const Param *)g_ptr_array_index(files.layout->params, i))->name, name) == 0;
  return asks;
}

/* In place of a report of models none of which is there. A page of the council's own need not ask whose it is. */
static bool stand_in_for_all(const Making *making, const YearReport *wanted, ReportRequest *request, ReportingEnd *end)
{
  const LayoutEntry *layout = layout_list_of(making->layouts, LAYOUT_OF_ABSENCE);
  if (!layout)
    return false;
  bool named = wanted->title && asks_for(making, layout->path, "of-whom");
  char *const settings[] = { named ? arena_printf(making->arena, "of-whom=%s", wanted->title) : NULL, NULL };
  const ReportDocument page = { .layout = layout->path, .shelf = making->shipped, .settings = settings };
  return make_page(making, request, &page, end);
}

static int make_request(const Making *making, const YearReport *wanted, const GPtrArray *documents)
{
  GPtrArray *also = arena_list(making->arena);
  add_files(making, wanted->also, also);
  g_autofree char *period = period_given(wanted->period) ? period_to_string(wanted->period) : NULL;
  ReportingEnd end = { 0 };
  const Reporting reporting = { &making->program, out ? out : "out", brief, &end };
  ReportRequest request = { .sources = sources_of(making, wanted),
                            .all = each,
                            .also = list_end(also),
                            .accepted = beside(making, wanted->accepted),
                            .period = period,
                            .name = wanted->name,
                            .documents = documents };
  if (!request.sources[0] && !wanted->absent)
    return program_usage(&making->program, "a report of the list has neither plan, nor paper, nor models");
  if (request.sources[0] && !making->alone && !claim_folder(making, wanted, &request))
    return note_end(making, EXIT_FAULTS, &request, &end);
  if (are_all_absent(making, wanted)) {
    stand_in_for_all(making, wanted, &request, &end);
    return note_end(making, EXIT_FAULTS, &request, &end);
  }
  int code = request.sources[0] ? reporting_make(&reporting, &request) : (int)EXIT_FAULTS;
  if (code == EXIT_CLEAN || end.made || !wanted->absent || supervise_was_stopped())
    return note_end(making, code, &request, &end);
  bool stands = stand_in(making, wanted, period, &end);
  note_end(making, code, &request, &end);
  return stands ? (int)EXIT_FAULTS : code;
}

/* Fills the list with the documents of a report; what is wrong with them, or NULL. Caller frees. */
static char *choose_alike(const Making *making, const GPtrArray *layouts, const GPtrArray *formats,
                          const GPtrArray *settings, bool assurance, Chosen *chosen)
{
  const Choice choice = { .layouts = codes_of(making, layouts),
                          .settings = settings_of(making, settings),
                          .formats = codes_of(making, formats),
                          .shelf = making->shipped,
                          .assurance = assurance };
  return choose(&choice, making->layouts, chosen);
}

static char *choose_all(const Making *making, const YearReport *wanted, Chosen *chosen)
{
  bool assurance = wanted->plan != NULL;
  char *fault = NULL;
  if (wanted->layouts->len > 0 || wanted->documents->len == 0)
    fault = choose_alike(making, wanted->layouts, wanted->formats, wanted->settings,
                         assurance && wanted->documents->len == 0, chosen);
  for (guint i = 0; i < wanted->documents->len && !fault; i++) {
    const YearDocument *document = g_ptr_array_index(wanted->documents, i);
    fault = choose_alike(making, document->layouts, document->formats, document->settings,
                         assurance && i + 1 == wanted->documents->len, chosen);
  }
  return fault;
}

static int make_one(const Making *making, const YearReport *wanted)
{
  g_auto(Chosen) chosen = { 0 };
  chosen_init(&chosen);
  g_autofree char *fault = choose_all(making, wanted, &chosen);
  if (!fault)
    return make_request(making, wanted, chosen.documents);
  ReportingEnd end = { 0 };
  g_strlcpy(end.fault, fault, sizeof end.fault);
  return note_end(making, program_usage(&making->program, fault), NULL, &end);
}

/* Faults in the data were said, and the report was made; anything worse is counted. The worst code. */
static int make_all(const Making *making, const Year *year)
{
  int worst = EXIT_CLEAN;
  for (guint i = 0; i < year->reports->len && !supervise_was_stopped(); i++) {
    printf("%u of %u\n", i + 1, year->reports->len);
    int code = make_one(making, g_ptr_array_index(year->reports, i));
    worst = MAX(worst, code);
  }
  return worst;
}

static const Year *read_list(Arena *arena, const char *path, DiagList *diags, GError **error)
{
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  const Year *year = record_read_file(arena, path, &year_spec, diags, error);
  return year && validate_record(&year->record, schemas, diags, error) ? year : NULL;
}

/* Makes them all, and gives the account that is asked for; the exit code. */
static int make_list(const Program *program, Arena *arena, const Year *year, const char *beside_path,
                     const char *account)
{
  g_auto(GStrv) folders = home_layouts(own_layouts, beside_path);
  g_autoptr(GPtrArray) list = layout_list((const char *const *)folders);
  g_autofree char *shipped = home_shipped();
  g_autoptr(GHashTable) formers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(Accounting) accounting = accounting_new(out ? out : "out", beside_path, account, lists != NULL);
  g_autoptr(GError) error = NULL;
  const Making making = { *program,  arena, beside_path, folders, list, shipped, formers, year->reports->len == 1,
                          accounting };
  int code = make_all(&making, year);
  if (supervise_was_stopped() || accounting_write(accounting, &error))
    return code;
  return program_end(program, NULL, error);
}

static int make_file(const Program *program, const char *path, const char *account)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  const Year *year = read_list(arena, path, diags, &error);
  int code = program_end(program, diags, error);
  if (!year || code != EXIT_CLEAN)
    return code;
  if (year->reports->len > 0)
    return make_list(program, arena, year, anchor ? anchor : path, account);
  g_autofree char *said = g_strdup_printf("%s names no report: nothing is made", path);
  program_say(program, said);
  return EXIT_CLEAN;
}

/* What cannot be asked for, or NULL; caller frees. */
static char *fault_of(char *const *files)
{
  if (lists && (!each || files[0]))
    return g_strdup("--lists stands for the lists of --each");
  if (!each && files[0] && files[1])
    return g_strdup_printf("'%s' is one too many", files[1]);
  return home_fault(own_layouts);
}

int command_year(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = year_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  if (!lists && !files[0])
    return program_missing(&program, 0);
  g_autofree char *fault = fault_of(files);
  if (fault)
    return program_usage(&program, fault);
  if (!each)
    return program_finish(&program, make_file(&program, files[0], NULL));
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) named = lists ? each_named(lists, &error) : NULL;
  if (lists && !named)
    return program_end(&program, NULL, error);
  return program_finish(&program, each_list(&program, lists ? named : files, make_file));
}
