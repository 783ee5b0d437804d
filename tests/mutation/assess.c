/* Running the gates and checks on a sample, one document of it changed. */
#include "assess.h"
#include "check/checks.h"
#include "merge/merge.h"
#include "merge/refuse.h"
#include "record/record-read.h"
#include "validate/kind.h"
#include <string.h>

static void clear_hit(gpointer data)
{
  Hit *hit = data;
  g_free(hit->rule);
  g_free(hit->item);
  g_free(hit->file);
  g_free(hit->other_file);
  g_free(hit->text);
}

static Hits *hits_new(void)
{
  Hits *hits = g_new0(Hits, 1);
  hits->hits = g_array_new(FALSE, FALSE, sizeof(Hit));
  g_array_set_clear_func(hits->hits, clear_hit);
  return hits;
}

void hits_free(Hits *hits)
{
  if (!hits)
    return;
  g_array_unref(hits->hits);
  g_free(hits);
}

static void add_diags(Hits *hits, DiagList *diags)
{
  diag_sort(diags);
  for (guint i = 0; i < diag_count(diags, LEVEL_NOTE); i++) {
    const Diag *diag = diag_get(diags, i);
    if (!diag)
      break;
    Hit hit = {
      .rule = g_strdup(diag->rule->id), .file = g_strdup(diag->file), .line = diag->line, .text = g_strdup(diag->text)
    };
    g_array_append_val(hits->hits, hit);
  }
}

static void add_findings(Hits *hits, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = g_ptr_array_index(findings, i);
    Hit hit = { g_strdup(finding->rule),       g_strdup(finding->item),
                g_strdup(finding->file),       finding->line > 0 ? (guint)finding->line : 0,
                g_strdup(finding->other_file), finding->other_line > 0 ? (guint)finding->other_line : 0,
                g_strdup(finding->text) };
    g_array_append_val(hits->hits, hit);
  }
}

/* Reads the changed document into inputs; false when nothing could be read of it. */
static bool replace(const Sample *sample, Document document, const char *text, Inputs *inputs, DiagList *diags)
{
  const Spec *specs[] = { sample_spec(document), NULL };
  const Record *root =
      record_read_memory(inputs->arena, sample->roots[document]->source->path, text, strlen(text), specs, diags);
  if (!root)
    return false;
  const FileKind *kind = kind_find(root->spec);
  if (kind->check)
    kind->check(root, diags);
  if (document == FRAMEWORK)
    inputs->framework = (const Framework *)root;
  else if (document == PLAN)
    inputs->plan = (const Plan *)root;
  else
    inputs->current = (const Return *)root;
  if (document == RETURN && period_given(inputs->current->period))
    inputs->period = inputs->current->period;
  return true;
}

Hits *assess(const Sample *sample, Document document, const char *text)
{
  Hits *hits = hits_new();
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) gates = diag_list_new();
  g_autoptr(DiagList) printed = diag_list_new();
  Inputs inputs = sample->inputs;
  inputs.arena = arena;
  bool readable = !text || replace(sample, document, text, &inputs, gates);
  readable = readable && refuse_strangers(&inputs, gates);
  add_diags(hits, gates);
  if (!readable)
    return hits;
  add_findings(hits, check_report(&inputs, merge_report(&inputs), printed)->findings);
  return hits;
}

guint hits_like(const Hits *hits, const Hit *hit)
{
  guint n = 0;
  for (guint i = 0; i < hits->hits->len; i++) {
    const Hit *other = &g_array_index(hits->hits, Hit, i);
    n += strcmp(other->rule, hit->rule) == 0 && g_strcmp0(other->item, hit->item) == 0;
  }
  return n;
}
