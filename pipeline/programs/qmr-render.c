/* qmr-render: writes a document in one or several formats. */
#include "base/file.h"
#include "base/part.h"
#include "document/unprinted.h"
#include "program/program.h"
#include "program/targets.h"
#include "programs/rules.h"
#include "record/record-read.h"
#include "record/record-walk.h"
#include "render/renderers.h"
#include <stdio.h>

static char **to, **out, **profiles;
static gboolean list;

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING_ARRAY, &to, "Format of an --out, in their order; without any the suffix decides",
    "FORMAT" },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &out, "File (csv: directory) to write", "PATH" },
  { "profile", 0, 0, G_OPTION_ARG_STRING_ARRAY, &profiles, "xlsx: public (default) or working; one for each xlsx",
    "PROFILE" },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List the formats", NULL },
  { NULL },
};

/* One output asked for. */
typedef struct {
  const Renderer *renderer;
  const char *out;
  RenderOptions options;
  Outputs *made; /* drawn, and not written yet */
} Job;

static void job_clear(gpointer job)
{
  outputs_free(((Job *)job)->made);
}

static const Program program = {
  .name = "qmr-render",
  .usage = "DOCUMENT",
  .summary = "Writes a document (from qmr-compose) in one or several formats.\n\n"
             "  qmr-render --to pdf --out report.pdf document.xml\n"
             "  qmr-render --out report.pdf --out appendix.xlsx --profile working document.xml\n\n"
             "Exit codes: 0 clean, 1 faults in the document (what they concern is not written), 2 usage, 3 a file "
             "cannot be read or "
             "written.",
  .options = options,
  .min_files = 0,
  .max_files = 1,
};

static void print_list(void)
{
  for (guint i = 0; renderers[i]; i++)
    printf("%-6s %s\n", renderers[i]->name, renderers[i]->about);
}

static guint count(char **values)
{
  return values ? g_strv_length(values) : 0;
}

static const Renderer *renderer_find(const char *name)
{
  for (guint i = 0; renderers[i]; i++)
    if (g_str_equal(renderers[i]->name, name))
      return renderers[i];
  return NULL;
}

static const Renderer *renderer_by_suffix(const char *path)
{
  for (guint i = 0; renderers[i]; i++)
    if (*renderers[i]->suffix && g_str_has_suffix(path, renderers[i]->suffix))
      return renderers[i];
  return NULL;
}

/* What is wrong with what is to be written, or NULL; caller frees. */
static char *fault_of_outputs(char **paths)
{
  g_autoptr(Targets) targets = targets_new();
  targets_read_all(targets, paths);
  for (guint i = 0; i < count(out); i++) {
    const Renderer *renderer = count(to) ? renderer_find(to[i]) : renderer_by_suffix(out[i]);
    if (*renderer->suffix)
      targets_write(targets, out[i]);
    else
      targets_write_folder(targets, out[i]);
  }
  return targets_fault(targets);
}

/* What is wrong with the options, or NULL; caller frees. */
static char *fault_of_usage(char **paths)
{
  if (!paths[0])
    return g_strdup("no document given");
  if (!count(out))
    return g_strdup("nothing to write: give --out");
  if (count(to) && count(to) != count(out))
    return g_strdup_printf("%u --to for %u --out: give one each, or none where the suffix says it", count(to),
                           count(out));
  for (guint i = 0; i < count(profiles); i++)
    if (!g_str_equal(profiles[i], "public") && !g_str_equal(profiles[i], "working"))
      return g_strdup_printf("no profile '%s': public or working", profiles[i]);
  for (guint i = 0; i < count(out); i++) {
    if (count(to) && !renderer_find(to[i]))
      return g_strdup_printf("no format '%s' (see --list)", to[i]);
    if (!count(to) && !renderer_by_suffix(out[i]))
      return g_strdup_printf("--out %s: say its format with --to", out[i]);
  }
  return fault_of_outputs(paths);
}

/* The outputs in their order; the n-th xlsx has the n-th profile, or the last. */
static GArray *jobs_new(void)
{
  GArray *jobs = g_array_new(FALSE, TRUE, sizeof(Job));
  g_array_set_clear_func(jobs, job_clear);
  guint n_profiles = count(profiles), n_xlsx = 0;
  for (guint i = 0; i < count(out); i++) {
    Job job = { .renderer = count(to) ? renderer_find(to[i]) : renderer_by_suffix(out[i]), .out = out[i] };
    if (n_profiles && g_str_equal(job.renderer->name, "xlsx")) {
      job.options.profile = profiles[MIN(n_xlsx, n_profiles - 1)];
      n_xlsx++;
    }
    g_array_append_val(jobs, job);
  }
  return jobs;
}

/* Whether the format cannot be made of the document, which is then said. */
static bool is_refused(const Document *document, const Job *job, DiagList *diags)
{
  g_autofree char *fault = job->renderer->refuses ? job->renderer->refuses(document) : NULL;
  g_autofree char *text = fault ? g_strdup_printf("%s is not made: %s", job->out, fault) : NULL;
  if (text)
    diag_leveled(diags, "L-SHEETS", LEVEL_ERROR, NULL, 0, text);
  return text != NULL;
}

static bool render_one(const Document *document, Job *job, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(job->out);
  job->made = outputs_new();
  return file_make_folder(folder, error) && job->renderer->write(document, &job->options, job->made, error);
}

/* All is drawn before anything is written, and put in place together: who cannot be made leaves the others as they
 * were.
 */
static GError *render_all(Arena *arena, const Document *document, DiagList *diags)
{
  g_autoptr(GArray) jobs = jobs_new();
  g_autoptr(GPtrArray) parts = parts_new();
  const Document *flowing = document_without_pages(arena, document);
  GError *error = NULL;
  for (guint i = 0; i < 2 * jobs->len && !error; i++) {
    Job *job = &g_array_index(jobs, Job, i % jobs->len);
    bool done = true;
    if (i < jobs->len && !is_refused(document, job, diags))
      done = render_one(job->renderer->pages ? document : flowing, job, &error);
    else if (i >= jobs->len && job->made) {
      unprinted_say(document, job->made, job->out, diags);
      done = outputs_add_parts(job->made, job->out, parts, &error);
    }
    if (!done)
      g_prefix_error(&error, "%s: ", job->out);
  }
  if (!error)
    parts_commit(parts, &error);
  return error;
}

static void options_free(void)
{
  g_strfreev(to);
  g_strfreev(out);
  g_strfreev(profiles);
}

static int render(const char *path)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  const Spec *const specs[] = { &document_spec, NULL };
  Document *document = record_read_own(arena, path, specs, diags, &error);
  if (document)
    record_settle_periods(&document->record, document->year_begins);
  if (document && !error && diag_count(diags, LEVEL_ERROR) == 0) {
    document_index_words(arena, document);
    error = render_all(arena, document, diags);
  }
  return program_end(&program, diags, error);
}

int main(int argc, char **argv)
{
  char **paths;
  int code = EXIT_CLEAN;
  rules_add_all();
  if (program_begin(&program, &argc, &argv, &paths, &code)) {
    g_autofree char *fault = list ? NULL : fault_of_usage(paths);
    if (list)
      print_list(), code = program_finish(&program, code);
    else if (fault)
      code = program_usage(&program, fault);
    else
      code = render(paths[0]);
  }
  options_free();
  return code;
}
