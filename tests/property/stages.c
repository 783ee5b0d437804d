/* The stages of the pipeline as one process calls them: bytes in, bytes out. */
#include "stages.h"
#include "base/part.h"
#include "check/checks.h"
#include "compose/compose.h"
#include "facts/named.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "model/council-year.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include "render/renderers.h"
#include "validate/kind.h"
#include <string.h>

static void *read_text(Arena *arena, const char *name, const char *text, gsize length, const Spec *spec,
                       DiagList *diags)
{
  const Spec *specs[] = { spec, NULL };
  return record_read_memory(arena, name, text, length, spec ? specs : kind_specs(), diags);
}

static void *read_settled(const Inputs *inputs, const char *name, const char *text, const Spec *spec, DiagList *diags)
{
  Record *record = text ? read_text(inputs->arena, name, text, strlen(text), spec, diags) : NULL;
  if (record)
    inputs_settle(inputs, record, diags);
  const FileKind *kind = record ? kind_find(record->spec) : NULL;
  if (kind && kind->check)
    kind->check(record, diags);
  return record;
}

static GString *written(const Record *record)
{
  GString *out = g_string_new(NULL);
  record_write(record, out);
  return out;
}

static bool read_inputs(const MergeTexts *texts, Inputs *inputs, DiagList *diags)
{
  inputs->also = arena_list(inputs->arena);
  inputs->framework = read_settled(inputs, "framework.xml", texts->framework, &framework_spec, diags);
  inputs->plan = read_settled(inputs, "plan.xml", texts->plan, &plan_spec, diags);
  inputs->current = read_settled(inputs, "return.xml", texts->current, &return_spec, diags);
  bool model = texts->previous && strstr(texts->previous, "\n<report "); /* an earlier one */
  Record *previous = read_settled(inputs, "previous.xml", texts->previous, model ? &report_spec : &return_spec, diags);
  g_autoptr(GPtrArray) earlier = g_ptr_array_new();
  if (previous)
    g_ptr_array_add(earlier, previous);
  inputs->previous_lost = texts->previous && !previous;
  inputs_place_previous(inputs, earlier);
  named_settle(inputs); /* as inputs_read() does */
  if (!texts->period || !period_parse(texts->period, &inputs->period))
    inputs->period = inputs->current ? inputs->current->period : inputs->period;
  return inputs->framework && inputs->plan && period_given(inputs->period);
}

static void check_messages(const DiagList *diags, GString *complaint)
{
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++)
    if (strstr(diag->text, "(null)")) {
      g_string_append_printf(complaint, "%s [%s]", diag->text, diag->rule->id);
      return;
    }
}

GString *stage_merge(const MergeTexts *texts, GString *complaint)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  Inputs inputs = { .arena = arena };
  if (!read_inputs(texts, &inputs, diags) || !refuse_strangers(&inputs, diags))
    return NULL;
  Report *report = merge_report(&inputs);
  check_report(&inputs, report, diags);
  complete_report(arena, report);
  check_messages(diags, complaint);
  return written(&report->record);
}

GString *stage_messages(const MergeTexts *texts)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  Inputs inputs = { .arena = arena };
  if (read_inputs(texts, &inputs, diags) && refuse_strangers(&inputs, diags))
    check_report(&inputs, merge_report(&inputs), diags);
  GString *out = g_string_new(NULL);
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++)
    g_string_append_printf(out, "%s:%u:%u: %s: %s [%s]\n", diag->file ? diag->file : "", diag->line, diag->column,
                           level_name(diag->level), diag->text, diag->rule->id);
  return out;
}

/* Appends the first error; true when there is none. */
static bool is_clean(const DiagList *diags, GString *complaint)
{
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++)
    if (diag->level == LEVEL_ERROR) {
      g_string_append_printf(complaint, "%s:%u: %s [%s]\n    %.160s", diag->file ? diag->file : "", diag->line,
                             diag->text, diag->rule->id, diag->excerpt ? diag->excerpt : "");
      return false;
    }
  return true;
}

bool stage_accepts(Schemas *schemas, const char *name, const GString *xml, GString *complaint)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  const Record *root = read_text(arena, name, xml->str, xml->len, NULL, diags);
  const FileKind *kind = root ? kind_find(root->spec) : NULL;
  if (kind && kind->check)
    kind->check(root, diags);
  g_autoptr(GError) error = NULL;
  const Schema *schema = kind ? schemas_get(schemas, kind->schema, &error) : NULL;
  if (schema && !schema_check(schema, root->source, diags, &error))
    g_string_append(complaint, error->message);
  return is_clean(diags, complaint) && kind && schema && !error;
}

GString *stage_again(const GString *xml)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  const Record *record = read_text(arena, "again.xml", xml->str, xml->len, NULL, diags);
  return record ? written(record) : NULL;
}

static void *read_house(Arena *arena, const char *root, const char *name, const Spec *spec, DiagList *diags)
{
  g_autofree char *path = g_build_filename(root, "layouts", name, NULL);
  g_autoptr(GError) error = NULL;
  void *record = record_read_file(arena, path, spec, diags, &error);
  if (error)
    g_error("%s", error->message); /* the test's own files */
  return record;
}

static FindingList *nothing_found(Arena *arena, const Report *report)
{
  FindingList *list = record_new(arena, &finding_list_spec, NULL);
  list->service = report->service;
  list->period = report->period;
  return list;
}

/* The first board that can be asked for, or NULL. */
static char *first_board(const Report *report)
{
  const GPtrArray *boards = report->record.spec == &report_spec ? report->boards : NULL;
  for (guint i = 0; boards && i < boards->len; i++) {
    const Board *board = g_ptr_array_index(boards, i);
    if (!record_is_unread(&board->record, "ref"))
      return board->ref;
  }
  return NULL;
}

/* Asks for the model's first board; where it has none, for nothing. */
static void ask(const Layout *layout, const Report *report)
{
  for (guint i = 0; i < layout->params->len; i++) {
    Param *param = g_ptr_array_index(layout->params, i);
    param->value = first_board(report);
    param->of = param->value ? param->of : NULL;
  }
}

GString *stage_compose(const char *root, const char *layout, const char *words, const GString *model,
                       GString *complaint)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  Layout *read = read_text(arena, "layout.xml", layout, strlen(layout), &layout_spec, diags);
  if (!read || !is_clean(diags, complaint))
    return NULL;
  Composing composing = { .files = { .layout = read, .translated = true } };
  composing.files.style = read_house(arena, root, "house-style.xml", &style_spec, diags);
  composing.files.words = read_house(arena, root, words, &words_spec, diags);
  g_autoptr(DiagList) reading = diag_list_new();
  Record *report = read_text(arena, "model.xml", model->str, model->len, compose_root(read), reading);
  bool clean = is_clean(reading, complaint);
  if (!report || (!clean && report->spec == &report_spec))
    return NULL;
  if (report->spec == &report_spec)
    council_year_settle(report, ((const Report *)report)->year_begins, NULL);
  ask(read, (const Report *)report);
  GPtrArray *models = arena_list(arena), *findings = arena_list(arena);
  g_ptr_array_add(models, (gpointer)report);
  g_ptr_array_add(findings, report->spec == &report_spec ? nothing_found(arena, (const Report *)report) : NULL);
  composing.models = models;
  composing.findings = read->of == LAYOUT_OF_FINDINGS ? findings : NULL;
  g_autofree char *fault = NULL;
  const Document *document = compose_document(arena, &composing, diags, &fault);
  return is_clean(diags, complaint) && document ? written(&document->record) : NULL;
}

bool stage_render(const GString *xml, const char *format, const char *path, GString *complaint)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Document *document = read_text(arena, "document.xml", xml->str, xml->len, &document_spec, diags);
  if (!document || !is_clean(diags, complaint))
    return false;
  for (guint i = 0; renderers[i]; i++) {
    if (!g_str_equal(renderers[i]->name, format))
      continue;
    g_autoptr(Outputs) outputs = outputs_new();
    const RenderOptions options = { .profile = "public" };
    const Document *shown = renderers[i]->pages ? document : document_without_pages(arena, document);
    g_autoptr(GPtrArray) parts = parts_new();
    if (!renderers[i]->write(shown, &options, outputs, &error) || !outputs_add_parts(outputs, path, parts, &error) ||
        !parts_commit(parts, &error))
      g_string_append(complaint, error->message);
    return !error;
  }
  g_string_append_printf(complaint, "no format %s", format);
  return false;
}
