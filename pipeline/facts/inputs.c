/* Reading the documents of a run, and deciding which period it is about. */
#include "facts/inputs.h"
#include "facts/named.h"
#include "facts/pdf.h"
#include "model/council-year.h"
#include "model/readable.h"
#include "model/twice.h"
#include "record/record-read.h"

Period inputs_document_period(const Record *document)
{
  if (document->spec == &report_spec)
    return ((const Report *)document)->period;
  return ((const Return *)document)->period;
}

const char *inputs_document_service(const Record *document)
{
  if (document->spec == &report_spec)
    return ((const Report *)document)->service;
  return ((const Return *)document)->service;
}

static gint compare_periods(gconstpointer a, gconstpointer b)
{
  const Record *x = *(const Record *const *)a, *y = *(const Record *const *)b;
  int order = period_compare(inputs_document_period(x), inputs_document_period(y));
  if (order == 0) /* a model knows more than the return it was made of: it comes later */
    order = (x->spec == &report_spec) - (y->spec == &report_spec);
  return order ? order : g_strcmp0(x->source ? x->source->path : NULL, y->source ? y->source->path : NULL);
}

void inputs_settle(const Inputs *inputs, Record *record, DiagList *diags)
{
  const Framework *framework = record->spec == &framework_spec ? (const Framework *)record : inputs->framework;
  council_year_settle(record, framework ? council_year_begins(framework) : BEGINS_APRIL, diags);
  twice_settle(inputs->arena, record);
  readable_settle(record);
  if (record->spec == &framework_spec)
    framework_index(inputs->arena, (Framework *)record);
}

/* Documents of any of the specs, or PDFs; false when a file cannot be opened. */
static bool read_many(Inputs *inputs, char **paths, const Spec *const *specs, bool pdfs, GPtrArray *documents,
                      DiagList *diags, GError **error)
{
  for (; paths && *paths; paths++) {
    GError *fault = NULL;
    Record *document = pdfs && pdf_is(*paths) ? (Record *)pdf_read_paper(inputs->arena, *paths, diags, &fault)
                                              : record_read_any(inputs->arena, *paths, specs, diags, &fault);
    if (fault) {
      g_propagate_error(error, fault);
      return false;
    }
    if (!document)
      continue;
    inputs_settle(inputs, document, document->spec == &report_spec ? NULL : diags);
    g_ptr_array_add(documents, document);
  }
  return true;
}

/* Whether items are closed by it; of a report nobody asks them all. */
static bool may_close(const Record *document)
{
  return document->spec != &return_spec || ((const Return *)document)->closed->len > 0 ||
         record_is_unread(document, "closed");
}

void inputs_place_previous(Inputs *inputs, const GPtrArray *documents)
{
  inputs->previous = arena_list(inputs->arena);
  for (guint i = 0; i < documents->len; i++) {
    const Record *document = g_ptr_array_index(documents, i);
    bool placed = period_given(inputs_document_period(document));
    inputs->previous_lost |= !placed;
    inputs->closings_lost |= !placed && may_close(document);
    if (placed)
      g_ptr_array_add(inputs->previous, (gpointer)document);
  }
  g_ptr_array_sort(inputs->previous, compare_periods);
}

static bool read_previous(Inputs *inputs, char **paths, DiagList *diags, GError **error)
{
  static const Spec *const specs[] = { &return_spec, &report_spec, NULL };
  g_autoptr(GPtrArray) documents = g_ptr_array_new();
  if (!read_many(inputs, paths, specs, false, documents, diags, error))
    return false;
  inputs->previous_lost = inputs->closings_lost = paths && documents->len < g_strv_length(paths);
  inputs_place_previous(inputs, documents);
  return true;
}

static bool read_also(Inputs *inputs, char **paths, DiagList *diags, GError **error)
{
  static const Spec *const specs[] = { &framework_spec, &plan_spec, &return_spec, &report_spec, &paper_spec, NULL };
  inputs->also = arena_list(inputs->arena);
  return read_many(inputs, paths, specs, true, inputs->also, diags, error);
}

/* One document of a known kind; false only when the file cannot be opened. */
static bool read_one(Inputs *inputs, const char *path, const Spec *spec, gconstpointer *ret_record, DiagList *diags,
                     GError **error)
{
  GError *fault = NULL;
  Record *record = record_read_file(inputs->arena, path, spec, diags, &fault);
  *ret_record = record;
  if (fault) {
    g_propagate_error(error, fault);
    return false;
  }
  if (record)
    inputs_settle(inputs, record, diags);
  return true;
}

/* Reading has already said so when the return cannot be read or has no period. */
static bool decide_period(Inputs *inputs, const InputPaths *paths, DiagList *diags)
{
  if (paths->period && period_parse(paths->period, &inputs->period)) {
    int begins = council_year_begins(inputs->framework);
    g_autofree char *fault = council_year_fault(inputs->period, begins);
    inputs->period = period_settle(inputs->period, begins);
    if (fault)
      diag_file(diags, "V-PERIOD", NULL, "the period that is asked for, %s, %s", paths->period, fault);
    return !fault;
  }
  if (inputs->current)
    inputs->period = inputs->current->period;
  return period_given(inputs->period);
}

bool inputs_read(const InputPaths *paths, Inputs *inputs, DiagList *diags, GError **error)
{
  gconstpointer framework = NULL, plan = NULL, current = NULL, accepted = NULL;
  if (!read_one(inputs, paths->framework, &framework_spec, &framework, diags, error))
    return false;
  inputs->framework = framework;
  if (!read_one(inputs, paths->plan, &plan_spec, &plan, diags, error) ||
      (paths->current && !read_one(inputs, paths->current, &return_spec, &current, diags, error)) ||
      (paths->accepted && !read_one(inputs, paths->accepted, &accepted_spec, &accepted, diags, error)) ||
      !read_previous(inputs, paths->previous, diags, error) || !read_also(inputs, paths->also, diags, error))
    return false;
  inputs->plan = plan;
  inputs->current = current;
  inputs->accepted = accepted;
  named_settle(inputs);
  bool placed = framework && !record_is_unread(framework, "year-begins"); /* else nobody knows what a quarter is */
  return placed && plan && decide_period(inputs, paths, diags);
}
