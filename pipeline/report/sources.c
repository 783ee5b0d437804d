/* Reading plans with returns, models, papers. */
#include "report/sources.h"
#include "base/file.h"
#include "model/council-year.h"
#include "record/record-read.h"
#include "validate/kind.h"
#include "validate/validate.h"
#include "xml/xml-root.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const ReportRequest *request;
  Sources *sources;
  Manifest *manifest;
  DiagList *diags;
  char **fault;
  GError **error;
} SourceReading;

/* Notes what went in; a file that could not be read is noted by its bytes all the same. */
static void note(const SourceReading *r, int as, const char *path, const Record *record)
{
  g_autofree char *hash = record && record->source ? source_sha256(record->source) : manifest_hash(path, NULL);
  manifest_add(r->arena, r->manifest, ROLE_INPUT, path, hash)->as = as;
}

static bool is_noted(const SourceReading *r, const SourceFile *picture)
{
  for (guint i = 0; i < r->manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(r->manifest->files, i);
    g_autofree char *path = file->as == AS_PICTURE ? manifest_path(file) : NULL;
    if (path && strcmp(path, picture->path) == 0)
      return true;
  }
  return false;
}

/* The pictures that a file names, each once, and the fonts that they were drawn with. */
static void note_pictures(const SourceReading *r, const Record *record)
{
  const GPtrArray *files = record && record->source ? record->source->files : NULL;
  for (guint i = 0; files && i < files->len; i++) {
    const SourceFile *file = g_ptr_array_index(files, i);
    if (file->is_font)
      manifest_add(r->arena, r->manifest, ROLE_FONT, file->path, file->sha256);
    else if (!is_noted(r, file))
      manifest_add(r->arena, r->manifest, ROLE_INPUT, file->path, file->sha256)->as = AS_PICTURE;
  }
}

static void note_list(const SourceReading *r, int as, char *const *paths)
{
  for (; paths && *paths; paths++)
    note(r, as, *paths, NULL);
}

static bool validate(const SourceReading *r, const Record *const *records, guint n)
{
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  for (guint i = 0; i < n; i++)
    if (records[i] && !validate_record(records[i], schemas, r->diags, r->error))
      return false;
  return true;
}

/* What is wrong with the command line; false. */
static bool usage(const SourceReading *r, const char *format, const char *path)
{
  g_autofree char *text = g_strdup_printf("%s %s", path, format);
  *r->fault = g_steal_pointer(&text);
  return false;
}

/* ---- a service --------------------------------------------------------------------------------------------------- */

/* framework.xml beside the plan or above it; NULL: there is none. */
static char *find_framework(Arena *arena, const char *plan)
{
  g_autofree char *path = file_above(plan, "framework.xml");
  return arena_strdup(arena, path);
}

/* The period that a plan without a return is shown for: as asked, or its first year. */
static const char *period_of(const SourceReading *r, const char *plan)
{
  if (r->request->period)
    return r->request->period;
  g_autoptr(XmlRoot) root = xml_root_peek(plan, NULL);
  return root ? arena_strdup(r->arena, xml_root_attribute(root, "from")) : NULL;
}

static bool validate_inputs(const SourceReading *r)
{
  const Inputs *inputs = &r->sources->inputs;
  g_autoptr(GPtrArray) records = g_ptr_array_new();
  g_ptr_array_add(records, (gpointer)inputs->framework);
  g_ptr_array_add(records, (gpointer)inputs->plan);
  g_ptr_array_add(records, (gpointer)inputs->current);
  g_ptr_array_add(records, (gpointer)inputs->accepted);
  for (guint i = 0; inputs->previous && i < inputs->previous->len; i++)
    g_ptr_array_add(records, g_ptr_array_index(inputs->previous, i));
  return validate(r, (const Record *const *)records->pdata, records->len);
}

static void note_inputs(const SourceReading *r, const InputPaths *paths)
{
  const Inputs *inputs = &r->sources->inputs;
  note(r, AS_FRAMEWORK, paths->framework, (const Record *)inputs->framework);
  note(r, AS_PLAN, paths->plan, (const Record *)inputs->plan);
  if (paths->current)
    note(r, AS_RETURN, paths->current, (const Record *)inputs->current);
  note_list(r, AS_PREVIOUS, paths->previous);
  note_list(r, AS_ALSO, paths->also);
  if (paths->accepted)
    note(r, AS_ACCEPTED, paths->accepted, (const Record *)inputs->accepted);
  note_pictures(r, (const Record *)inputs->plan);
  note_pictures(r, (const Record *)inputs->current);
  for (guint i = 0; inputs->previous && i < inputs->previous->len; i++)
    note_pictures(r, g_ptr_array_index(inputs->previous, i));
}

/* A file that must agree with the others is none of them, and none of them twice: the path, or NULL. */
static const char *find_repeated(const InputPaths *paths)
{
  char *const one[] = { (char *)paths->framework, (char *)paths->plan, (char *)paths->current,
                        (char *)paths->accepted };
  for (char *const *also = paths->also; also && *also; also++) {
    for (char *const *before = paths->also; before < also; before++)
      if (file_is_same(*before, *also))
        return *also;
    for (char *const *before = paths->previous; *before; before++)
      if (file_is_same(*before, *also))
        return *also;
    for (guint i = 0; i < G_N_ELEMENTS(one); i++)
      if (one[i] && file_is_same(one[i], *also))
        return *also;
  }
  return NULL;
}

/* Without a framework each file is still read by itself: what is broken may not even be a plan. True: something is. */
static bool is_broken(const SourceReading *r)
{
  for (char *const *path = r->request->sources; *path; path++) {
    const Record *record = record_read_own(r->arena, *path, kind_specs(), r->diags, r->error);
    if (*r->error)
      return false;
    note(r, path == r->request->sources ? AS_PLAN : AS_RETURN, *path, record);
  }
  return diag_count(r->diags, LEVEL_ERROR) > 0;
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* In one order, however they were given: of earlier returns and others' documents it says nothing, and a manifest that
 * has another one is not what a run writes. */
static char **in_order(Arena *arena, char *const *paths)
{
  GPtrArray *sorted = arena_list(arena);
  for (; paths && *paths; paths++)
    g_ptr_array_add(sorted, *paths);
  g_ptr_array_sort(sorted, compare_paths);
  g_ptr_array_add(sorted, NULL);
  return (char **)sorted->pdata;
}

static bool read_service(const SourceReading *r)
{
  char *const *files = r->request->sources;
  InputPaths paths = { .framework = r->request->framework,
                       .plan = files[0],
                       .current = files[1],
                       .accepted = r->request->accepted,
                       .previous = in_order(r->arena, files[1] ? files + 2 : files + 1),
                       .also = in_order(r->arena, r->request->also) };
  if (!paths.framework)
    paths.framework = find_framework(r->arena, paths.plan);
  if (!paths.framework && is_broken(r))
    return true; /* not whole */
  if (!paths.framework && *r->error)
    return false;
  if (!paths.framework) {
    g_set_error(r->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "there is no framework.xml beside or above %s: put one there, or name it with --framework", paths.plan);
    return false;
  }
  const char *repeated = find_repeated(&paths);
  if (repeated)
    return usage(r, "is given twice: what must agree with the report (--also) is another file", repeated);
  Inputs *inputs = &r->sources->inputs;
  paths.period = paths.current ? NULL : period_of(r, paths.plan);
  inputs->arena = r->arena;
  r->sources->whole = inputs_read(&paths, inputs, r->diags, r->error);
  if (r->error && *r->error)
    return false;
  if (!paths.current)
    r->manifest->period = inputs->period;
  note_inputs(r, &paths);
  return validate_inputs(r);
}

/* ---- models and papers ------------------------------------------------------------------------------------------- */

/* What was found in a model stands beside it. */
static bool read_findings(const SourceReading *r, const char *model)
{
  static const Spec *const specs[] = { &finding_list_spec, NULL };
  g_autofree char *folder = g_path_get_dirname(model), *path = g_build_filename(folder, "findings.xml", NULL);
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return true;
  GError *fault = NULL;
  Record *list = record_read_own(r->arena, path, specs, r->diags, &fault);
  if (fault) {
    g_propagate_error(r->error, fault);
    return false;
  }
  note(r, AS_FINDINGS, path, list);
  if (list)
    g_ptr_array_add(r->sources->findings, list);
  return true;
}

static bool read_models(const SourceReading *r, const Spec *spec, int as)
{
  const Spec *const specs[] = { spec, NULL };
  r->sources->whole = true;
  for (char *const *path = r->request->sources; *path; path++) {
    GError *fault = NULL;
    Record *model = record_read_own(r->arena, *path, specs, r->diags, &fault);
    if (fault) {
      g_propagate_error(r->error, fault);
      return false;
    }
    note(r, as, *path, model);
    note_pictures(r, model);
    r->sources->whole &= model != NULL;
    if (model && model->spec == &report_spec)
      council_year_settle(model, ((const Report *)model)->year_begins, NULL);
    if (model)
      g_ptr_array_add(r->sources->models, model);
    if (as == AS_MODEL && !read_findings(r, *path))
      return false;
  }
  return as == AS_MODEL || validate(r, (const Record *const *)r->sources->models->pdata, r->sources->models->len);
}

/* ---- what is not there ------------------------------------------------------------------------------------------- */

static bool read_absence(const SourceReading *r)
{
  const char *path = r->request->sources[0];
  Inputs *inputs = &r->sources->inputs;
  inputs->arena = r->arena;
  if (!r->request->period || !period_parse(r->request->period, &inputs->period))
    return usage(r, "is a framework: say for which period its service has no report", path);
  inputs->framework = record_read_file(r->arena, path, &framework_spec, r->diags, r->error);
  if (r->error && *r->error)
    return false;
  r->sources->whole = inputs->framework != NULL;
  r->manifest->period = inputs->period;
  r->manifest->absent = arena_strdup(r->arena, r->request->absent);
  r->manifest->no_plan = r->request->no_plan;
  note(r, AS_FRAMEWORK, path, (const Record *)inputs->framework);
  if (inputs->framework)
    inputs_settle(inputs, (Record *)inputs->framework, r->diags);
  const Record *records[] = { (const Record *)inputs->framework };
  return validate(r, records, G_N_ELEMENTS(records));
}

/* ---- which it is ------------------------------------------------------------------------------------------------- */

static bool read_kind(const SourceReading *r, const char *element)
{
  const char *first = r->request->sources[0];
  if (r->request->absent) {
    r->sources->kind = SOURCES_OF_ABSENCE;
    return read_absence(r);
  }
  if (strcmp(element, "return") == 0 || strcmp(element, "framework") == 0)
    return usage(r, "is no plan; the plan comes first, then the return, then earlier returns", first);
  if (strcmp(element, "report") == 0) {
    r->sources->kind = SOURCES_OF_MODELS;
    return read_models(r, &report_spec, AS_MODEL);
  }
  if (strcmp(element, "paper") == 0) {
    if (r->request->sources[1])
      return usage(r, "is a paper: papers are made one by one", first);
    r->sources->kind = SOURCES_OF_PAPER;
    return read_models(r, &paper_spec, AS_PAPER);
  }
  return read_service(r);
}

bool sources_read(Arena *arena, const ReportRequest *request, Sources *ret_sources, Manifest *manifest, DiagList *diags,
                  char **ret_fault, GError **error)
{
  g_autoptr(GError) unread = NULL;
  g_autoptr(XmlRoot) root = xml_root_peek(request->sources[0], &unread);
  if (unread) {
    g_propagate_error(error, g_steal_pointer(&unread));
    return false;
  }
  *ret_sources = (Sources){ .models = arena_list(arena), .findings = arena_list(arena) };
  const SourceReading reading = { arena, request, ret_sources, manifest, diags, ret_fault, error };
  return read_kind(&reading, root ? root->element : "plan");
}

int sources_status(const Sources *sources)
{
  bool draft = sources->inputs.plan && sources->inputs.plan->status != STATUS_FINAL;
  draft |= sources->inputs.current && sources->inputs.current->status != STATUS_FINAL;
  for (guint i = 0; i < sources->models->len; i++) {
    const Record *record = g_ptr_array_index(sources->models, i);
    const Report *report = record->spec == &report_spec ? (const Report *)record : NULL;
    const Paper *paper = record->spec == &paper_spec ? (const Paper *)record : NULL;
    draft |= report && (report->status != STATUS_FINAL || report->plan_status == STATUS_DRAFT);
    draft |= paper && paper->status != STATUS_FINAL;
  }
  return draft ? STATUS_DRAFT : STATUS_FINAL;
}
