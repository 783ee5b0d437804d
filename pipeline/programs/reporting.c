/* A folder is locked, a report made, put in place, and told of. */
#include "programs/reporting.h"
#include "base/text.h"
#include "report/documents.h"
#include "report/naming.h"
#include "report/place.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- progress and summary -------------------------------------------------------------------------------------------
 */

/* A line that is written over on a terminal; nothing elsewhere. */
static void show_progress(const char *what, void *folder)
{
  if (!isatty(STDOUT_FILENO))
    return;
  g_autofree char *shown = text_tame(folder);
  printf("\r\033[K%s%s%s", *what ? shown : "", *what ? ": " : "", what);
  fflush(stdout);
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
  if (diag_count(diags, LEVEL_NOTE) > 0)
    printf(", found: %u errors, %u warnings, %u notes (team/messages.txt)", count(diags, LEVEL_ERROR),
           count(diags, LEVEL_WARNING), count(diags, LEVEL_NOTE));
  printf("\n");
}

/* ---- the run --------------------------------------------------------------------------------------------------------
 */

/* The names of the documents that are asked for; caller frees. */
static char **wanted_names(const ReportRequest *request)
{
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < request->documents->len; i++)
    g_ptr_array_add(names, documents_name(g_ptr_array_index(request->documents, i)));
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

static int end(const Reporting *r, DiagList *diags, GError *error)
{
  bool faults = diags && diag_count(diags, LEVEL_ERROR) > 0;
  int code = program_end(r->program, r->brief ? NULL : diags, error);
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

static int report(const Reporting *r, const ReportRequest *request, Folder *folder)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_auto(GStrv) wanted = wanted_names(request);
  g_auto(ReportMade) made = { 0 };
  ReportRequest told = *request;
  told.progress = show_progress;
  told.data = (gpointer)folder_path(folder);
  bool done = report_make(arena, &told, folder_stage(folder), diags, &made, &fault, &error);
  show_progress("", NULL);
  if (!made.whole && request->preview)
    folder_remove(folder_path(folder));
  if (fault)
    return program_usage(r->program, fault);
  if (!done || !place_made(arena, folder, &made, (const char *const *)wanted, diags, &error)) {
    withdraw(r, request, folder, (const char *const *)wanted, diags);
    return end(r, diags, error);
  }
  int code = end(r, diags, NULL);
  if (!made.whole)
    program_say(r->program, "no report was made; put right what is said above");
  else
    print_summary(folder, made.files, diags);
  return made.whole ? code : MAX(code, (int)EXIT_FAULTS);
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
  int code = end(r, diags, error);
  program_say(r->program, "no report was made; put right what is said above");
  return MAX(code, (int)EXIT_FAULTS);
}

int reporting_run(const Reporting *r, const ReportRequest *request, SuperviseNote *note)
{
  g_autofree char *name = report_folder(request);
  if (!name)
    return report_nowhere(r, request);
  g_autoptr(GError) error = NULL;
  g_autoptr(Folder) folder = folder_open(r->out, name, &error);
  if (!folder)
    return end(r, NULL, error);
  g_strlcpy(note->folder, name, sizeof note->folder);
  int code = report(r, request, folder);
  *note->folder = '\0';
  return code;
}

void reporting_rescue(const Reporting *r, const ReportRequest *request, const SuperviseNote *note, const char *why,
                      bool interrupted)
{
  g_autofree char *said = g_strconcat("no report was made: ", why, NULL);
  program_say(r->program, said);
  if (!*note->folder)
    return;
  g_autoptr(GError) error = NULL;
  g_autoptr(Folder) folder = folder_open(r->out, note->folder, &error);
  g_autoptr(DiagList) diags = diag_list_new();
  g_auto(GStrv) wanted = wanted_names(request);
  if (folder && !interrupted)
    withdraw(r, request, folder, (const char *const *)wanted, diags);
  end(r, diags, error);
}
