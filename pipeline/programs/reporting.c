/* A folder is locked, a report made, put in place, and told of. */
#include "programs/reporting.h"
#include "base/file.h"
#include "base/text.h"
#include "program/supervise.h"
#include "programs/destination.h"
#include "programs/telling.h"
#include "report/naming.h"
#include "report/place.h"
#include "report/replaced.h"
#include <sys/stat.h>

/* ---- the run ----------------------------------------------------------------------------------------------------- */

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

/* The parent is told which folder will be the report. */
static void note_stage(SuperviseNote *note, const Folder *folder)
{
  struct stat info;
  if (stat(folder_stage(folder), &info) == 0) {
    note->device = info.st_dev;
    note->inode = info.st_ino;
  }
}

static void note_counts(SuperviseNote *note, const Outputs *files, const DiagList *diags)
{
  note->errors = diag_count(diags, LEVEL_ERROR);
  note->warnings = diag_count(diags, LEVEL_WARNING) - note->errors;
  note->notes = diag_count(diags, LEVEL_NOTE) - note->errors - note->warnings;
  for (guint i = 0; i < outputs_count(files); i++)
    if (!g_str_has_prefix(outputs_name(files, i), "team/"))
      note->pages += outputs_pages(files, i);
}

/* "2009-10-Q4/housing.xml, line 71: there is something after the end of the root element": the first error. */
static void note_fault(SuperviseNote *note, const DiagList *diags)
{
  const Diag *diag = NULL;
  for (guint i = 0; (diag = diag_get(diags, i)) && diag->level != LEVEL_ERROR;)
    i++;
  g_autofree char *text = diag ? text_tame(diag->text) : NULL,
                  *file = diag && diag->file ? file_brief(diag->file) : NULL;
  g_autofree char *line = diag && diag->line ? g_strdup_printf(", line %u", diag->line) : NULL;
  if (diag)
    g_snprintf(note->fault, sizeof note->fault, "%s%s%s%s", file ? file : "", line ? line : "", file ? ": " : "", text);
  const char *whole; /* no letter is cut in two */
  g_utf8_validate(note->fault, -1, &whole);
  note->fault[whole - note->fault] = '\0';
}

/* Whether the report was put in place before its run was stopped. */
static bool stands(const SuperviseNote *note, const Folder *folder)
{
  struct stat info;
  return note->inode && stat(folder_path(folder), &info) == 0 && info.st_dev == note->device &&
         info.st_ino == note->inode;
}

void reporting_forget(const Reporting *r, const ReportRequest *request)
{
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *misplaced = destination_fault_of_out(r->out, request);
  g_autofree char *name = misplaced ? NULL : report_folder_by_any(request);
  if (name && !misplaced)
    misplaced = destination_fault_of_folder(r->out, name, request);
  g_autoptr(Folder) folder = name && !misplaced ? folder_open(r->out, name, &error) : NULL;
  if (folder)
    folder_remove(folder_path(folder));
  else if (error)
    program_say(r->program, error->message);
  g_clear_pointer(&folder, folder_close);
  if (!misplaced)
    withdraw_elsewhere(r, request, diags);
}

static int report(const Reporting *r, const ReportRequest *request, Folder *folder, SuperviseNote *note)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_auto(GStrv) wanted = replaced_documents(folder_path(folder), request);
  g_auto(ReportMade) made = { 0 };
  Telling told = { r->program, folder_path(folder) };
  ReportRequest telling = *request;
  telling.progress = telling_progress;
  telling.data = &told;
  bool done = report_make(arena, &telling, diags, &made, &fault, &error);
  telling_progress("", &told);
  if (!made.whole && request->preview)
    folder_remove(folder_path(folder));
  if (fault) {
    g_strlcpy(note->fault, fault, sizeof note->fault);
    return program_usage(r->program, fault);
  }
  if (made.whole)
    note_stage(note, folder);
  made.all = request->all;
  made.page = request->page;
  if (!done || !place_made(arena, folder, &made, (const char *const *)wanted, diags, &error)) {
    withdraw(r, request, folder, (const char *const *)wanted, diags);
    return program_end(r->program, diags, error);
  }
  if (made.whole)
    note_counts(note, made.files, diags);
  note_fault(note, diags);
  int code = made.whole ? tell_found(r, diags) : program_end(r->program, diags, NULL);
  if (!made.whole)
    program_say(r->program, "no report was made; put right what is said above");
  else
    telling_summary(folder, made.files, diags);
  return program_finish(r->program, made.whole ? code : MAX(code, (int)EXIT_FAULTS));
}

/* The sources do not even say whose report it is: all that can be done is to say what is wrong with them. */
static int report_nowhere(const Reporting *r, const ReportRequest *request, SuperviseNote *note)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_auto(ReportMade) made = { 0 };
  report_make(arena, request, diags, &made, &fault, &error);
  if (fault)
    return program_usage(r->program, fault);
  if (request->preview)
    reporting_forget(r, request);
  else
    withdraw_elsewhere(r, request, diags);
  note_fault(note, diags);
  int code = program_end(r->program, diags, error);
  program_say(r->program, "no report was made; put right what is said above");
  return MAX(code, (int)EXIT_FAULTS);
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
  g_autofree char *misplaced = destination_fault_of_out(r->out, request);
  if (misplaced)
    return program_usage(r->program, misplaced);
  g_autofree char *name = report_folder(request);
  if (!name)
    return report_nowhere(r, request, note);
  g_autofree char *fault = destination_fault_of_folder(r->out, name, request);
  if (fault)
    return program_usage(r->program, fault);
  g_autoptr(GError) error = NULL;
  g_strlcpy(note->folder, name, sizeof note->folder); /* before anything is made there */
  g_autoptr(Folder) folder = folder_open(r->out, name, &error);
  int code = folder ? report(r, request, folder, note) : program_end(r->program, NULL, error);
  if (!note->inode)
    *note->folder = '\0';
  return code;
}

/* After a run that did not end by itself: what it left is taken away, and what it would have replaced withdrawn, unless
 * it was only interrupted, or the new report stands already. */
static void rescue(const SuperviseNote *note, const char *why, bool interrupted, void *data)
{
  const Asked *asked = data;
  const Reporting *r = asked->reporting;
  g_autoptr(GError) error = NULL;
  g_autoptr(Folder) folder = *note->folder ? folder_open(r->out, note->folder, &error) : NULL;
  g_autoptr(DiagList) diags = diag_list_new();
  bool made = folder && stands(note, folder);
  g_autofree char *said = made ? g_strdup_printf("%s was made; not all was said of it: %s", folder_path(folder), why)
                               : g_strconcat("no report was made: ", why, NULL);
  program_say(r->program, said);
  if (made || interrupted || !*note->folder)
    return;
  if (folder)
    withdraw_all(r, asked->request, folder, diags);
  program_end(r->program, diags, error);
}

static void ended(const SuperviseNote *note, void *data)
{
  ReportingEnd *end = ((const Asked *)data)->reporting->end;
  if (!end)
    return;
  end->made = note->inode != 0;
  g_strlcpy(end->folder, note->folder, sizeof end->folder);
  end->errors = note->errors;
  end->warnings = note->warnings;
  end->notes = note->notes;
  end->pages = note->pages;
  if (*note->fault) /* a page in its place has none of its own */
    g_strlcpy(end->fault, note->fault, sizeof end->fault);
}

int reporting_make(const Reporting *reporting, const ReportRequest *request)
{
  static const Supervised supervised = { run, rescue, ended };
  Asked asked = { reporting, request };
  return supervise(&supervised, &asked);
}
