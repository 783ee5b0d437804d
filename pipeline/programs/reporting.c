/* A folder is locked, a report made, put in place, and told of. */
#include "programs/reporting.h"
#include "base/text.h"
#include "program/supervise.h"
#include "program/targets.h"
#include "program/terminal.h"
#include "report/documents.h"
#include "report/naming.h"
#include "report/place.h"
#include "report/replaced.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What progress is told of. */
typedef struct {
  const Program *program;
  const char *folder;
} Told;

/* ---- progress and summary -------------------------------------------------------------------------------------------
 */

/* On standard error: a line that is written over on a terminal, a line a step elsewhere. "": the last step is done. */
static void show_progress(const char *what, void *data)
{
  const Told *told = data;
  g_autofree char *shown = text_tame(told->folder);
  if (terminal_is(STDERR_FILENO))
    fprintf(stderr, "\r\033[K%s%s%s", *what ? shown : "", *what ? ": " : "", what);
  else if (*what)
    fprintf(stderr, "%s: %s: %s\n", told->program->name, shown, what);
}

static void print_file(const char *name, gsize length_bytes, guint pages)
{
  g_autofree char *shown = text_tame(name);
  printf("  %-36s %6" G_GSIZE_FORMAT " KB", shown, (length_bytes + 1023) / 1024);
  if (pages)
    printf(" %5u %s", pages, pages == 1 ? "page" : "pages");
  printf("\n");
}

/* How many files of the folder that a name stands in come one after the other from index on; 0: it stands in none. */
static guint run_of_folder(const Outputs *files, guint index, char **ret_folder)
{
  const char *name = outputs_name(files, index), *slash = strchr(name, '/');
  guint n = 0;
  if (!slash)
    return 0;
  *ret_folder = g_strndup(name, (gsize)(slash + 1 - name));
  while (index + n < outputs_count(files) && g_str_has_prefix(outputs_name(files, index + n), *ret_folder))
    n++;
  return n;
}

static void print_files(const Outputs *files)
{
  for (guint i = 0; i < outputs_count(files);) {
    g_autofree char *folder = NULL;
    guint n = run_of_folder(files, i, &folder);
    if (n == 0)
      print_file(outputs_name(files, i), g_bytes_get_size(outputs_bytes(files, i)), outputs_pages(files, i));
    else if (strcmp(folder, "team/") != 0)
      printf("  %-36s %6u CSV files\n", folder, n);
    i += n ? n : 1;
  }
}

static guint count(const DiagList *diags, Level level)
{
  return diag_count(diags, level) - (level < LEVEL_ERROR ? diag_count(diags, level + 1) : 0);
}

static void print_summary(const Folder *folder, const Outputs *files, const DiagList *diags)
{
  g_autofree char *shown = text_tame(folder_path(folder));
  printf("%s\n", shown);
  print_files(files);
  printf("  for the team: team/");
  guint errors = count(diags, LEVEL_ERROR), warnings = count(diags, LEVEL_WARNING), notes = count(diags, LEVEL_NOTE);
  if (errors + warnings + notes > 0)
    printf(", found: %u error%s, %u warning%s, %u note%s (team/messages.txt)", errors, errors == 1 ? "" : "s", warnings,
           warnings == 1 ? "" : "s", notes, notes == 1 ? "" : "s");
  printf("\n");
}

/* ---- the run --------------------------------------------------------------------------------------------------------
 */

/* What was found in the files of a report that was made. */
static int tell_found(const Reporting *r, DiagList *diags)
{
  bool faults = diag_count(diags, LEVEL_ERROR) > 0;
  int code = program_end(r->program, r->brief ? NULL : diags, NULL);
  return code == EXIT_CLEAN && faults ? (int)EXIT_FAULTS : code;
}

/* The world was wrong: what would have been replaced is no longer true of these files. */
static void withdraw(const Reporting *r, const ReportRequest *request, Folder *folder, const char *const *wanted,
                     DiagList *diags)
{
  if (request->preview) { /* an old one would be taken for the new one */
    folder_remove(folder_path(folder));
    return;
  }
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GError) error = NULL;
  if (!place_nothing(arena, folder, wanted, diags, &error))
    program_say(r->program, error->message);
}

/* No report of the request can be true any more: neither in this folder... */
static void withdraw_all(const Reporting *r, const ReportRequest *request, Folder *folder, DiagList *diags)
{
  g_auto(GStrv) wanted = replaced_documents(folder_path(folder), request);
  withdraw(r, request, folder, (const char *const *)wanted, diags);
}

/* ...nor in any other that was made of the same sources. */
static void withdraw_elsewhere(const Reporting *r, const ReportRequest *request, DiagList *diags)
{
  g_autoptr(GPtrArray) names = replaced_folders(r->out, request);
  for (guint i = 0; i < names->len; i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(Folder) folder = folder_open(r->out, g_ptr_array_index(names, i), &error);
    if (folder)
      withdraw_all(r, request, folder, diags);
    else
      program_say(r->program, error->message);
  }
}

static int report(const Reporting *r, const ReportRequest *request, Folder *folder)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_auto(GStrv) wanted = replaced_documents(folder_path(folder), request);
  g_auto(ReportMade) made = { 0 };
  Told told = { r->program, folder_path(folder) };
  ReportRequest telling = *request;
  telling.progress = show_progress;
  telling.data = &told;
  bool done = report_make(arena, &telling, folder_stage(folder), diags, &made, &fault, &error);
  show_progress("", &told);
  if (!made.whole && request->preview)
    folder_remove(folder_path(folder));
  if (fault)
    return program_usage(r->program, fault);
  if (!done || !place_made(arena, folder, &made, (const char *const *)wanted, diags, &error)) {
    withdraw(r, request, folder, (const char *const *)wanted, diags);
    return program_end(r->program, diags, error);
  }
  int code = made.whole ? tell_found(r, diags) : program_end(r->program, diags, NULL);
  if (!made.whole)
    program_say(r->program, "no report was made; put right what is said above");
  else
    print_summary(folder, made.files, diags);
  return program_finish(r->program, made.whole ? code : MAX(code, (int)EXIT_FAULTS));
}

/* The sources do not even say whose report it is: all that can be done is to say what is wrong with them. */
static int report_nowhere(const Reporting *r, const ReportRequest *request)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_auto(ReportMade) made = { 0 };
  report_make(arena, request, ".", diags, &made, &fault, &error);
  if (fault)
    return program_usage(r->program, fault);
  withdraw_elsewhere(r, request, diags);
  int code = program_end(r->program, diags, error);
  program_say(r->program, "no report was made; put right what is said above");
  return MAX(code, (int)EXIT_FAULTS);
}

/* The first path of a list that leads into a folder, or NULL. */
static const char *find_inside(const char *folder, const char *const *paths)
{
  for (; paths && *paths; paths++)
    if (targets_is_inside(folder, *paths))
      return *paths;
  return NULL;
}

/* An input that stands in the folder that will be replaced, or NULL. */
static const char *input_inside(const char *folder, const ReportRequest *request)
{
  const char *single[] = { request->framework, NULL, NULL };
  single[single[0] ? 1 : 0] = request->accepted;
  const char *found = find_inside(folder, (const char *const *)request->sources);
  if (!found)
    found = find_inside(folder, (const char *const *)request->also);
  if (!found)
    found = find_inside(folder, single);
  for (guint i = 0; i < request->documents->len && !found; i++) {
    const ReportDocument *document = g_ptr_array_index(request->documents, i);
    const char *shown[] = { document->layout, document->words, NULL };
    found = find_inside(folder, shown);
  }
  return found;
}

/* A folder's name stays below the period, and apart from what is for the team. */
static bool is_good_name(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (char **part = parts; *part; part++)
    if (!**part || **part == '.' || **part == ' ' || g_ascii_strcasecmp(*part, "team") == 0)
      return false;
  return *name && strlen(name) < 200 && g_utf8_validate(name, -1, NULL) && !strpbrk(name, "\n\r\t\033");
}

/* Whether a folder is public/ or one of those that a release fills below it. */
static bool is_released(const char *folder)
{
  g_autofree char *here = g_get_current_dir(), *full = g_canonicalize_filename(folder, here);
  g_auto(GStrv) parts = g_strsplit(full, "/", -1);
  Period unused;
  for (char **part = parts; *part; part++)
    if (strcmp(*part, "public") == 0 && (!part[1] || strcmp(part[1], "papers") == 0 || period_parse(part[1], &unused)))
      return true;
  return false;
}

/* Why nothing can be made there, or NULL; caller frees. */
static char *fault_of_place(const char *out, const ReportRequest *request)
{
  if (is_released(out))
    return g_strdup_printf("%s is filled by 'qmr release' alone: name another folder with --out", out);
  if (request->name && !is_good_name(request->name))
    return g_strdup_printf("'%s' is no name for a folder: letters and digits, parts joined by '/'", request->name);
  return NULL;
}

/* Why the folder cannot be made, or NULL; caller frees. */
static char *fault_of_folder(const char *out, const char *name, const ReportRequest *request)
{
  g_autofree char *folder = g_build_filename(out, name, NULL), *other = replaced_neighbour(out, name);
  if (g_file_test(folder, G_FILE_TEST_IS_SYMLINK))
    return g_strdup_printf("%s is a link, and a run replaces folders: remove it, or give another --out or --name",
                           folder);
  const char *input = input_inside(folder, request);
  if (input)
    return g_strdup_printf("%s stands in %s, which this run replaces: move it, or give another --out or --name", input,
                           folder);
  return other ? g_strdup_printf("%s and %s are folders of two reports, one inside the other: give another --name",
                                 folder, other)
               : NULL;
}

/* What a child makes, and its parent sees to. */
typedef struct {
  const Reporting *reporting;
  const ReportRequest *request;
} Asked;

static int run(SuperviseNote *note, void *data)
{
  const Asked *asked = data;
  const Reporting *r = asked->reporting;
  const ReportRequest *request = asked->request;
  g_autofree char *misplaced = fault_of_place(r->out, request);
  if (misplaced)
    return program_usage(r->program, misplaced);
  g_autofree char *name = report_folder(request);
  if (!name)
    return report_nowhere(r, request);
  g_autofree char *fault = fault_of_folder(r->out, name, request);
  if (fault)
    return program_usage(r->program, fault);
  g_autoptr(GError) error = NULL;
  g_strlcpy(note->folder, name, sizeof note->folder); /* before anything is made there */
  g_autoptr(Folder) folder = folder_open(r->out, name, &error);
  int code = folder ? report(r, request, folder) : program_end(r->program, NULL, error);
  *note->folder = '\0';
  return code;
}

/* After a run that did not end by itself: what it left is taken away, and what it would have replaced withdrawn, unless
 * it was only interrupted. */
static void rescue(const SuperviseNote *note, const char *why, bool interrupted, void *data)
{
  const Asked *asked = data;
  const Reporting *r = asked->reporting;
  g_autofree char *said = g_strconcat("no report was made: ", why, NULL);
  program_say(r->program, said);
  if (!*note->folder)
    return;
  g_autoptr(GError) error = NULL;
  g_autoptr(Folder) folder = folder_open(r->out, note->folder, &error);
  g_autoptr(DiagList) diags = diag_list_new();
  if (interrupted)
    return;
  if (folder)
    withdraw_all(r, asked->request, folder, diags);
  program_end(r->program, diags, error);
}

int reporting_make(const Reporting *reporting, const ReportRequest *request)
{
  static const Supervised supervised = { run, rescue };
  Asked asked = { reporting, request };
  return supervise(&supervised, &asked);
}
