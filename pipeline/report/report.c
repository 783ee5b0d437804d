/* The story of a report. */
#include "report/report.h"
#include "check/checks.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "report/documents.h"
#include "report/origin.h"
#include <stdarg.h>

G_GNUC_PRINTF(2, 3) static void tell(const ReportRequest *request, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *what = g_strdup_vprintf(format, args);
  va_end(args);
  if (request->progress)
    request->progress(what, request->data);
}

static void tell_reading(const ReportRequest *request)
{
  guint n = g_strv_length((char **)request->sources) + (request->also ? g_strv_length((char **)request->also) : 0);
  tell(request, "reading %u %s", n, n == 1 ? "file" : "files");
}

/* What was understood of the documents. */
static void add_facts(Making *m)
{
  const Inputs *inputs = &m->sources->inputs;
  const FactTable *facts = facts_new(inputs, history_new(inputs), returned_new(m->arena, inputs->current), true);
  documents_add_record(m, NULL, "team/facts.xml", &facts_list(facts)->record);
}

/* A service: joined, rated, checked. */
static void merge_and_check(const ReportRequest *request, Making *m, GPtrArray *models, GPtrArray *findings)
{
  const Inputs *inputs = &m->sources->inputs;
  tell(request, "merging");
  Report *report = merge_report(inputs);
  tell(request, "checking");
  FindingList *found = check_report(inputs, report, m->diags);
  complete_report(m->arena, report);
  g_ptr_array_add(models, report);
  g_ptr_array_add(findings, found);
  if (!request->preview)
    m->ticker = ticker_new(inputs);
  GString *json = g_string_new(NULL);
  findings_write_json(found, json);
  documents_add_record(m, NULL, "team/model.xml", &report->record);
  documents_add_record(m, NULL, "team/findings.xml", &found->record);
  documents_add_file(m, ROLE_TEAM, NULL, "team/findings.json", g_string_free_to_bytes(json));
  if (request->facts)
    add_facts(m);
}

/* A service of which nothing could be made. */
static void stand_in(const ReportRequest *request, Making *m, GPtrArray *models)
{
  Report *report = merge_absent(&m->sources->inputs, request->absent, request->no_plan);
  complete_report(m->arena, report);
  g_ptr_array_add(models, report);
  documents_add_record(m, NULL, "team/model.xml", &report->record);
}

static bool make_documents(const ReportRequest *request, Making *m, const GPtrArray *models, char **ret_fault,
                           GError **error)
{
  bool whole = true;
  guint n = request->documents->len;
  for (guint i = 0, made = 0; i < 2 * n; i++) {
    const ReportDocument *wanted = g_ptr_array_index(request->documents, i % n);
    if (documents_are_of_findings(wanted) != (i >= n))
      continue;
    tell(request, "composing and rendering document %u of %u", ++made, n);
    whole &= documents_make(m, models, wanted, ret_fault, error);
    if (*ret_fault || *error)
      return false;
  }
  return whole;
}

/* Findings of models that were made before count as they did then. */
static int count_errors(const Sources *sources, const DiagList *diags)
{
  guint n = diag_count(diags, LEVEL_ERROR);
  for (guint i = 0; i < sources->findings->len; i++) {
    const FindingList *list = g_ptr_array_index(sources->findings, i);
    for (guint k = 0; k < list->findings->len; k++) {
      const Finding *finding = g_ptr_array_index(list->findings, k);
      n += finding->severity == 1 + LEVEL_ERROR && !finding->accepted;
    }
  }
  return (int)n;
}

static void add_messages(const Making *m)
{
  GString *text = g_string_new(NULL);
  diag_sort(m->diags);
  diag_print_text(m->diags, text);
  documents_add_file(m, ROLE_TEAM, NULL, "team/messages.txt", g_string_free_to_bytes(text));
}

static bool make(const ReportRequest *request, Making *m, ReportMade *made, char **ret_fault, GError **error)
{
  Arena *arena = m->arena;
  GPtrArray *models = m->sources->models, *findings = m->sources->findings;
  bool service = m->sources->kind == SOURCES_OF_SERVICE;
  bool whole = m->sources->whole && (!service || refuse_strangers(&m->sources->inputs, m->diags));
  if (whole && service)
    merge_and_check(request, m, models, findings = arena_list(arena));
  if (whole && m->sources->kind == SOURCES_OF_ABSENCE)
    stand_in(request, m, models);
  m->findings = findings->len > 0 ? findings : NULL;
  if (whole)
    made->whole = make_documents(request, m, models, ret_fault, error);
  if (*ret_fault || *error)
    return false;
  m->manifest->status = sources_status(m->sources);
  m->manifest->errors = count_errors(m->sources, m->diags) + (int)diag_count(m->told, LEVEL_ERROR);
  add_messages(m);
  return origin_note(arena, m->manifest, error);
}

bool report_make(Arena *arena, const ReportRequest *request, DiagList *diags, ReportMade *ret_made, char **ret_fault,
                 GError **error)
{
  g_autoptr(DiagList) told = diag_list_new();
  g_autoptr(DiagList) unmade = diag_list_new();
  GError *stopped = NULL;
  Sources sources;
  g_autoptr(GHashTable) fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  *ret_made = (ReportMade){ .files = outputs_new(), .manifest = manifest_new(arena) };
  tell_reading(request);
  bool done = sources_read(arena, request, &sources, ret_made->manifest, diags, ret_fault, &stopped);
  Making making = { .arena = arena,
                    .sources = &sources,
                    .ticks = arena_list(arena),
                    .manifest = ret_made->manifest,
                    .diags = diags,
                    .told = told,
                    .unmade = unmade,
                    .files = ret_made->files,
                    .fonts = fonts };
  if (done)
    done = make(request, &making, ret_made, ret_fault, &stopped);
  diag_list_add(diags, told);
  diag_list_add(diags, unmade);
  if (stopped)
    g_propagate_error(error, stopped);
  return done;
}

void report_made_clear(ReportMade *made)
{
  outputs_free(made->files);
  made->files = NULL;
}
