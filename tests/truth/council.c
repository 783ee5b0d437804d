/* Running the gates and checks on the documents of a base. */
#include "council.h"
#include "base/file.h"
#include "check/checks.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "model/council-year.h"
#include "model/year.h"
#include "record/record-read.h"
#include "validate/validate.h"
#include <glib/gstdio.h>
#include <string.h>

struct Council {
  Arena *arena;
  char *copy;
  const Year *year;
  Schemas *schemas;
};

static void hit_free(gpointer data)
{
  Hit *hit = data;
  g_free(hit->rule);
  g_free(hit->text);
  g_free(hit->file);
  g_free(hit->other_file);
  g_free(hit);
}

/* The files of a run: plan, return, earlier returns, others'; of char *, borrowed. */
static GPtrArray *run_files(const YearReport *run)
{
  GPtrArray *files = g_ptr_array_new();
  char *own[] = { run->plan, run->form, run->paper };
  for (guint i = 0; i < G_N_ELEMENTS(own); i++)
    if (own[i])
      g_ptr_array_add(files, own[i]);
  const GPtrArray *lists[] = { run->previous, run->also };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      g_ptr_array_add(files, ((YearFile *)g_ptr_array_index(lists[i], k))->path);
  return files;
}

static void copy_file(const char *base, const char *copy, const char *file)
{
  g_autofree char *from = g_build_filename(base, file, NULL), *to = g_build_filename(copy, file, NULL);
  g_autofree char *folder = g_path_get_dirname(to), *text = NULL;
  gsize length = 0;
  if (g_mkdir_with_parents(folder, 0755) != 0 || !g_file_get_contents(from, &text, &length, NULL) ||
      !g_file_set_contents(to, text, (gssize)length, NULL))
    g_error("%s cannot be copied to %s", from, to);
}

/* The framework of a document: beside or above it; as it is seen from base. */
static char *framework_of(const char *base, const char *file)
{
  g_autofree char *path = g_build_filename(base, file, NULL), *framework = file_above(path, "framework.xml");
  return framework ? g_strdup(framework + strlen(base) + 1) : NULL;
}

static void copy_run(const char *base, const char *copy, const YearReport *run)
{
  g_autoptr(GPtrArray) files = run_files(run);
  for (guint i = 0; i < files->len; i++) {
    const char *file = g_ptr_array_index(files, i);
    g_autofree char *framework = framework_of(base, file);
    copy_file(base, copy, file);
    if (framework)
      copy_file(base, copy, framework);
  }
}

Council *council_new(const char *base, const char *runs, const char *copy)
{
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Council *council = g_new0(Council, 1);
  council->arena = arena_new();
  council->copy = g_strdup(copy);
  council->schemas = schemas_new(NULL);
  council->year = record_read_file(council->arena, runs, &year_spec, diags, &error);
  if (!council->year)
    g_error("%s: %s", runs, error ? error->message : "no list of runs");
  for (guint i = 0; i < council->year->reports->len; i++)
    copy_run(base, copy, g_ptr_array_index(council->year->reports, i));
  return council;
}

void council_free(Council *council)
{
  schemas_free(council->schemas);
  arena_free(council->arena);
  g_free(council->copy);
  g_free(council);
}

char *council_read(const Council *council, const char *file)
{
  g_autofree char *path = g_build_filename(council->copy, file, NULL);
  char *text = NULL;
  return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

void council_write(const Council *council, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename(council->copy, file, NULL);
  g_autofree char *folder = g_path_get_dirname(path);
  if (text ? g_mkdir_with_parents(folder, 0755) != 0 || !g_file_set_contents(path, text, -1, NULL)
           : g_unlink(path) != 0)
    g_error("%s cannot be written", path);
}

static char *below(const Council *council, const char *path)
{
  gsize length = strlen(council->copy);
  return path && strncmp(path, council->copy, length) == 0 ? g_strdup(path + length + 1) : g_strdup(path);
}

/* Two runs, or validate and check, may say one thing. */
static void add_hit(GPtrArray *hits, Hit *hit)
{
  for (guint i = 0; i < hits->len; i++) {
    const Hit *before = g_ptr_array_index(hits, i);
    if (strcmp(before->rule, hit->rule) == 0 && strcmp(before->text, hit->text) == 0 &&
        g_strcmp0(before->file, hit->file) == 0 && before->line == hit->line) {
      hit_free(hit);
      return;
    }
  }
  g_ptr_array_add(hits, hit);
}

static void add_diags(const Council *council, GPtrArray *hits, DiagList *diags)
{
  diag_sort(diags);
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++) {
    Hit *hit = g_new0(Hit, 1);
    *hit = (Hit){ g_strdup(diag->rule->id), g_strdup(diag->text), below(council, diag->file), diag->line, NULL, 0 };
    add_hit(hits, hit);
  }
}

static void add_findings(const Council *council, GPtrArray *hits, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = g_ptr_array_index(findings, i);
    Hit *hit = g_new0(Hit, 1);
    *hit = (Hit){ g_strdup(finding->rule),
                  g_strdup(finding->text),
                  below(council, finding->file),
                  (guint)MAX(0, finding->line),
                  below(council, finding->other_file),
                  (guint)MAX(0, finding->other_line) };
    add_hit(hits, hit);
  }
}

/* What one file alone can be held against. */
static void validate(const Council *council, GPtrArray *hits, const char *file)
{
  g_autofree char *path = g_build_filename(council->copy, file, NULL);
  g_autofree char *framework = file_above(path, "framework.xml");
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new(), others = diag_list_new();
  g_autoptr(GError) error = NULL;
  const Framework *frame = framework ? record_read_file(arena, framework, &framework_spec, others, &error) : NULL;
  Record *root = record_read_any(arena, path, kind_specs(), diags, &error);
  if (root) {
    council_year_settle(root, council_year_begins(frame ? frame : &(Framework){ .year_begins = 0 }), diags);
    validate_record(root, council->schemas, diags, &error);
  }
  if (error)
    g_error("%s: %s", path, error->message);
  add_diags(council, hits, diags);
}

static char **paths_of(const Council *council, const GPtrArray *files)
{
  GStrvBuilder *builder = g_strv_builder_new();
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *path = g_build_filename(council->copy, ((YearFile *)g_ptr_array_index(files, i))->path, NULL);
    g_strv_builder_add(builder, path);
  }
  char **paths = g_strv_builder_end(builder);
  g_strv_builder_unref(builder);
  return paths;
}

static void check(const Council *council, GPtrArray *hits, const YearReport *run)
{
  g_autofree char *plan = g_build_filename(council->copy, run->plan, NULL);
  g_autofree char *current = run->form ? g_build_filename(council->copy, run->form, NULL) : NULL;
  g_autofree char *framework = file_above(plan, "framework.xml");
  g_auto(GStrv) previous = paths_of(council, run->previous), also = paths_of(council, run->also);
  g_autofree char *period = period_given(run->period) ? period_to_string(run->period) : NULL;
  InputPaths paths = {
    .framework = framework, .plan = plan, .current = current, .previous = previous, .also = also, .period = period
  };
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) read = diag_list_new(), told = diag_list_new();
  g_autoptr(GError) error = NULL;
  Inputs inputs = { .arena = arena };
  bool good = inputs_read(&paths, &inputs, read, &error) && refuse_strangers(&inputs, read);
  if (error)
    g_error("%s: %s", plan, error->message);
  add_diags(council, hits, read);
  if (good)
    add_findings(council, hits, check_report(&inputs, merge_report(&inputs), told)->findings);
}

/* Whether one of the files stands in the run; a file of no run concerns all. */
static bool concerns(const YearReport *run, const GPtrArray *files)
{
  g_autoptr(GPtrArray) own = run_files(run);
  bool named = !files;
  for (guint i = 0; files && i < files->len; i++) {
    bool frame = g_str_has_suffix(g_ptr_array_index(files, i), "framework.xml");
    named |= frame || g_ptr_array_find_with_equal_func(own, g_ptr_array_index(files, i), g_str_equal, NULL);
  }
  return named;
}

static void validate_run(const Council *council, GPtrArray *hits, const YearReport *run, const GPtrArray *files)
{
  g_autoptr(GPtrArray) own = run_files(run);
  for (guint i = 0; i < own->len; i++)
    if (!files || g_ptr_array_find_with_equal_func((GPtrArray *)files, g_ptr_array_index(own, i), g_str_equal, NULL))
      validate(council, hits, g_ptr_array_index(own, i));
}

GPtrArray *council_run(const Council *council, GPtrArray *files)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func(hit_free);
  for (guint i = 0; i < council->year->reports->len; i++) {
    const YearReport *run = g_ptr_array_index(council->year->reports, i);
    if (!run->plan || !concerns(run, files))
      continue;
    validate_run(council, hits, run, files);
    check(council, hits, run);
  }
  return hits;
}
