/* Accepts a finding that somebody has looked at: writes it into accepted.xml. */
#include "base/file.h"
#include "base/part.h"
#include "base/text.h"
#include "check/accept.h"
#include "model/report.h"
#include "program/program.h"
#include "program/targets.h"
#include "programs/commands.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include "report/recall.h"
#include "validate/validate.h"
#include <stdio.h>
#include <string.h>

static char *role, *reason, *accepted_file;

static const GOptionEntry options[] = {
  { "role", 'r', 0, G_OPTION_ARG_STRING, &role, "Who accepts it: code of a role of the framework", "ROLE" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why, in a sentence; the assurance report shows it", "TEXT" },
  { "accepted", 0, 0, G_OPTION_ARG_FILENAME, &accepted_file,
    "Write it into this file; else the one that the report was made with, else accepted.xml beside the plan", "FILE" },
  { NULL },
};

static const char *const needed[] = { "the folder of the report" };

static const Program accept_program = {
  .usage = "[RULE [ITEM]] FOLDER",
  .summary =
      "Accepts a finding that somebody has looked at and answers for. FOLDER is that of the report; RULE and ITEM are\n"
      "those of the finding, as team/findings.xml and the assurance report name them (the item's code alone will do; "
      "a\n"
      "finding on nothing in particular has none). It is written into accepted.xml of the service, and counts for "
      "every\n"
      "report of the period that is made with it, as long as the finding says the same.\n"
      "With a folder alone it lists what may be accepted there, and what to type.\n\n"
      "  qmr accept out/2009-10-Q4/housing\n"
      "  qmr accept G-BETTER 'NI 123' --role OD-HP --reason 'The target was agreed anew in May.' "
      "out/2009-10-Q4/housing\n"
      "  qmr report --accept plans/accepted.xml plans/housing.xml returns/2009-10-Q4/housing.xml\n\n"
      "Faults of a file (a date that is none) are no findings: put them right. A file that is another service's, or "
      "has\n"
      "faults, is never overwritten; comments in it are not kept.\n"
      "Exit codes: 0 accepted, 1 it was accepted before, or cannot be, 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = 3,
  .needed = needed,
  .example = "G-BETTER 'NI 123' --role OD-HP --reason 'The target was agreed anew.' out/2009-10-Q4/housing",
};

/* What stands in the team's part of a report's folder. */
typedef struct {
  Arena *arena;
  const char *folder; /* as it was named */
  const Manifest *manifest;
  const Report *model;
  const FindingList *findings;
  const ReportRequest *request; /* that the report was made of */
  char *base;                   /* where: NULL: here; else absolute */
} Desk;

static void *read_team(const Desk *desk, const char *name, const Spec *spec, DiagList *diags, GError **error)
{
  const Spec *const specs[] = { spec, NULL };
  g_autofree char *path = g_build_filename(desk->folder, "team", name, NULL);
  return record_read_own(desk->arena, path, specs, diags, error);
}

/* The hash that a file of the team had when it was made, or NULL. */
static const char *hash_made(const Manifest *manifest, const char *name)
{
  g_autofree char *wanted = g_build_filename("team", name, NULL);
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    g_autofree char *path = manifest_path(file);
    if (file->role == ROLE_TEAM && strcmp(path, wanted) == 0)
      return file->sha256;
  }
  return NULL;
}

/* What was changed by hand is no finding of a run's. */
static void check_made(const Desk *desk, const char *name, DiagList *diags)
{
  g_autofree char *path = g_build_filename(desk->folder, "team", name, NULL), *hash = manifest_hash(path, NULL);
  const char *made = hash_made(desk->manifest, name);
  if (hash && (!made || g_ascii_strcasecmp(hash, made) != 0))
    diag_file(diags, "O-OUTPUT", path, "is not what the run made: make the report again");
}

/* False: something cannot be read; why stands in diags or error. */
static bool read_desk(Desk *desk, DiagList *diags, GError **error)
{
  desk->manifest = read_team(desk, "manifest.xml", &manifest_spec, diags, error);
  desk->model = desk->manifest ? read_team(desk, "model.xml", &report_spec, diags, error) : NULL;
  desk->findings = desk->model ? read_team(desk, "findings.xml", &finding_list_spec, diags, error) : NULL;
  if (!desk->findings)
    return false;
  check_made(desk, "model.xml", diags);
  check_made(desk, "findings.xml", diags);
  if (diag_count(diags, LEVEL_ERROR) > 0)
    return false;
  g_autofree char *here = g_get_current_dir(), *full = g_canonicalize_filename(desk->folder, here);
  g_autofree char *base = text_unescape(desk->manifest->base), *there = g_canonicalize_filename(base, full);
  desk->base = strcmp(there, here) == 0 ? NULL : arena_strdup(desk->arena, there);
  desk->request = recall_request(desk->arena, desk->manifest);
  return true;
}

/* A path of the run, seen from here; caller frees. */
static char *seen(const Desk *desk, const char *path)
{
  return desk->base ? g_canonicalize_filename(path, desk->base) : g_strdup(path);
}

/* Where it is to be written; caller frees. */
static char *target(const Desk *desk)
{
  if (accepted_file)
    return g_strdup(accepted_file);
  if (desk->request->accepted)
    return seen(desk, desk->request->accepted);
  g_autofree char *plan = seen(desk, desk->request->sources[0]), *folder = g_path_get_dirname(plan);
  return strcmp(folder, ".") == 0 ? g_strdup("accepted.xml") : g_build_filename(folder, "accepted.xml", NULL);
}

/* A link stays one: it is the file that it leads to that is read and written. Caller frees. */
static char *place_of(const char *path)
{
  return g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? file_real(path) : g_strdup(path);
}

/* Why it cannot be written there, or NULL; caller frees. */
static char *fault_of_target(const char *path)
{
  g_autofree char *place = place_of(path);
  g_autoptr(Targets) targets = targets_new();
  targets_write(targets, place);
  return targets_fault(targets);
}

/* What was accepted before; NULL with no fault: nothing. A file that was used and is gone is no reason to make another.
 */
static const Accepted *read_old(const Desk *desk, const char *path, DiagList *diags, char **ret_fault, GError **error)
{
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    if (!accepted_file && desk->request->accepted)
      *ret_fault = g_strdup_printf(
          "%s, which the report was made with, is not there any more: name a file with --accepted", path);
    return NULL;
  }
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  const Accepted *old = record_read_file(desk->arena, path, &accepted_spec, diags, error);
  bool read = old && validate_record(&old->record, schemas, diags, error);
  if (!*error && (!read || diag_count(diags, LEVEL_ERROR) > 0))
    *ret_fault = g_strdup_printf(
        "%s is left as it is: put right what is said above, or name another file with --accepted", path);
  return old;
}

static const Accepted *accept(const Desk *desk, const Accepted *old, const char *rule, const char *item,
                              char **ret_fault)
{
  Framework *framework = record_new(desk->arena, &framework_spec, NULL);
  framework->roles = desk->model->roles;
  const AcceptWish wish = { .rule = rule,
                            .item = item,
                            .role = role,
                            .reason = reason,
                            .service = desk->model->service,
                            .period = desk->findings->period };
  return accept_add(desk->arena, old, framework, desk->findings->findings, &wish, ret_fault);
}

/* ---- what is said ---------------------------------------------------------------------------------------------- */

static void append_word(GString *line, const char *word)
{
  bool plain = *word;
  for (const char *at = word; *at; at++)
    plain &= g_ascii_isalnum(*at) || strchr("/._-=", *at) != NULL;
  g_autofree char *quoted = plain ? g_strdup(word) : g_shell_quote(word);
  g_string_append_printf(line, " %s", quoted);
}

static void append_path(GString *line, const Desk *desk, const char *option, const char *path)
{
  g_autofree char *shown = seen(desk, path);
  if (option)
    append_word(line, option);
  append_word(line, shown);
}

static void tell(const Desk *desk, const char *path)
{
  g_autoptr(GString) line = g_string_new("qmr report --accept");
  g_autofree char *shown = text_tame(path);
  append_word(line, path);
  g_autofree char *plan = seen(desk, desk->request->sources[0]), *found = file_above(plan, "framework.xml");
  g_autofree char *framework = desk->request->framework ? seen(desk, desk->request->framework) : NULL;
  if (framework && g_strcmp0(found, framework) != 0)
    append_path(line, desk, "--framework", desk->request->framework);
  for (char *const *also = desk->request->also; *also; also++)
    append_path(line, desk, "--also", *also);
  for (char *const *source = desk->request->sources; *source; source++)
    append_path(line, desk, NULL, *source);
  g_autofree char *said = text_tame(line->str);
  printf("%s: written\nmake the report again with it:\n  %s\n", shown, said);
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

static int refuse(const Program *program, const char *fault)
{
  program_say(program, fault);
  return EXIT_FAULTS;
}

/* The file is ours from before it is read until it is written: what another accepts meanwhile is not lost. */
static int add_to_file(const Program *program, const Desk *desk, const char *path, const char *rule, const char *item,
                       DiagList *diags, GError **error)
{
  g_autofree char *fault = NULL, *place = place_of(path);
  g_autoptr(Part) part = part_new(place, error);
  const Accepted *old = part ? read_old(desk, path, diags, &fault, error) : NULL;
  if (*error || fault) {
    int code = program_end(program, diags, *error);
    return fault ? refuse(program, fault) : code;
  }
  const Accepted *accepted = accept(desk, old, rule, item, &fault);
  if (!accepted)
    return refuse(program, fault);
  g_autoptr(GString) xml = g_string_new(NULL);
  record_write(&accepted->record, xml);
  if (!part_write(part, xml->str, xml->len, error) || !part_commit(part, error))
    return program_end(program, NULL, *error);
  tell(desk, path);
  return program_finish(program, EXIT_CLEAN);
}

static int write_accepted(const Program *program, const Desk *desk, const char *rule, const char *item, DiagList *diags,
                          GError **error)
{
  g_autofree char *path = target(desk), *fault = fault_of_target(path);
  if (fault)
    return program_usage(program, fault);
  if (!accept(desk, NULL, rule, item, &fault)) /* whatever the file says */
    return refuse(program, fault);
  return add_to_file(program, desk, path, rule, item, diags, error);
}

/* What may be accepted, with what to type: the findings that nobody has accepted, each once. */
static int list_findings(const Program *program, const Desk *desk)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < desk->findings->findings->len; i++) {
    const Finding *finding = g_ptr_array_index(desk->findings->findings, i);
    if (finding->accepted || !finding->rule || !finding->text)
      continue;
    g_autoptr(GString) line = g_string_new("qmr accept");
    append_word(line, finding->rule);
    if (finding->item)
      append_word(line, finding->item);
    g_string_append(line, " --role ROLE --reason TEXT");
    append_word(line, desk->folder);
    g_autofree char *said = text_tame(line->str), *text = text_tame(finding->text);
    bool first = g_hash_table_add(told, g_strdup(line->str));
    printf("%s: %s\n%s%s%s", finding->rule, text, first ? "  " : "", first ? said : "", first ? "\n" : "");
  }
  if (g_hash_table_size(told) == 0)
    printf("%s: there is no finding to accept\n", desk->folder);
  return program_finish(program, EXIT_CLEAN);
}

/* rule NULL: lists what may be accepted. */
static int accept_finding(const Program *program, const char *rule, const char *item, const char *folder)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Desk desk = { .arena = arena, .folder = folder };
  if (read_desk(&desk, diags, &error))
    return rule ? write_accepted(program, &desk, rule, item, diags, &error) : list_findings(program, &desk);
  int code = program_end(program, diags, error);
  program_say(program, desk.findings ? "nothing can be accepted of a report that was changed after it was made"
                                     : "nothing can be accepted: name the folder of a service's report, with "
                                       "team/findings.xml in it");
  return code;
}

int command_accept(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = accept_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  if (!files[1] && rule_find(files[0]) && !g_file_test(files[0], G_FILE_TEST_IS_DIR))
    return program_missing(&program, 0);
  if (!files[1] && !role && !reason)
    return accept_finding(&program, NULL, NULL, files[0]);
  if (!files[1])
    return program_usage(&program, "name the rule of the finding, its item, and the folder of the report");
  if (!role || !reason)
    return program_usage(&program, role ? "say why it is accepted: --reason TEXT" : "say who accepts it: --role ROLE");
  return accept_finding(&program, files[0], files[2] ? files[1] : NULL, files[files[2] ? 2 : 1]);
}
