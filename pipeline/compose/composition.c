/* Setting parameters, picking out what alone is wanted, putting findings on reports, speaking another language. */
#include "compose/composition.h"
#include "base/text.h"
#include "compose/language/compiler.h"
#include "compose/params.h"
#include "compose/wanted.h"
#include "compose/wording/key-language.h"
#include "compose/wording/phrases.h"
#include "model/report.h"
#include "record/prose-link.h"
#include "record/record-carry.h"
#include <string.h>

static bool has_section(const Layout *layout, const char *id)
{
  for (guint i = 0; i < layout->sections->len; i++)
    if (g_strcmp0(((const LayoutSection *)g_ptr_array_index(layout->sections, i))->id, id) == 0)
      return true;
  return false;
}

static char *fault_only(const Composition *composition, const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < composition->layout->sections->len; i++) {
    const LayoutSection *section = g_ptr_array_index(composition->layout->sections, i);
    if (section->id)
      g_ptr_array_add(names, section->id);
  }
  wanted_add_refs(composition->reports, names);
  g_autofree char *hint = did_you_mean(name, names);
  return g_strdup_printf("neither a section of layout %s nor an item of the data is called '%s'%s",
                         composition->layout->name, name, hint);
}

/* Asks for a section of the layout by its id, or for an item of the reports by its ref: then only the sections in which
 * it appears are made, and it alone in them, from a copy of its report that holds nothing else. */
static bool set_only(Arena *arena, Composition *composition, const char *name, char **ret_fault)
{
  if (has_section(composition->layout, name)) {
    composition->only = name;
    return true;
  }
  const Record *report = wanted_find(composition->reports, name);
  if (!report) {
    *ret_fault = fault_only(composition, name);
    return false;
  }
  while (report->parent)
    report = report->parent;
  GPtrArray *reports = arena_list(arena);
  g_ptr_array_add(reports, record_copy(arena, report, NULL));
  composition->reports = reports;
  composition->wanted = wanted_find(reports, name);
  wanted_alone(composition->wanted);
  return true;
}

/* Key of a report's findings; caller frees. */
static char *report_key(const char *service, Period period)
{
  g_autofree char *when = period_to_string(period);
  return g_strconcat(when, " ", service, NULL);
}

/* FindingList by report_key; caller unrefs. */
static GHashTable *findings_by_report(const GPtrArray *findings)
{
  GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = findings ? findings->len : 0; i-- > 0;) { /* of two, the first counts */
    FindingList *list = g_ptr_array_index(findings, i);
    g_hash_table_replace(table, report_key(list->service, list->period), list);
  }
  return table;
}

/* Rows of a report do not say of which period or council they are: it is of one. The fault of the model beside the
 * first, or NULL; caller frees. */
static char *fault_of_mixture(const Report *first, const Report *other)
{
  if (period_given(first->period) && period_given(other->period) && !period_equal(first->period, other->period)) {
    g_autofree char *when = period_to_string(first->period), *then = period_to_string(other->period);
    return g_strdup_printf(
        "the model of %s is of %s, and that of %s is of %s: a report is made of models of one period", first->service,
        when, other->service, then);
  }
  g_autofree char *council = text_fold(first->council ? first->council : "");
  g_autofree char *another = text_fold(other->council ? other->council : "");
  if (*council && *another && strcmp(council, another) != 0)
    return g_strdup_printf(
        "the model of %s is of %s, and that of %s is of %s: a report is made of models of one council", first->service,
        council, other->service, another);
  return NULL;
}

/* Models that are not to be shown together, or one of them twice, which would count twice: the fault, or NULL; caller
 * frees. */
static char *fault_of_models(const GPtrArray *models)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < models->len; i++) {
    const Report *report = g_ptr_array_index(models, i);
    if (report->record.spec != &report_spec)
      continue;
    char *fault = fault_of_mixture(g_ptr_array_index(models, 0), report);
    if (fault)
      return fault;
    g_autofree char *when = period_to_string(report->period);
    if (!g_hash_table_add(known, report_key(report->service, report->period)))
      return g_strdup_printf("the model of %s, %s is given twice: it would count twice", report->service, when);
  }
  return NULL;
}

enum { OPEN_SAID = 40 };

/* Nobody can look at all figures that nothing bears out: the first ones are said, and how many there are. */
static TickList *carry_ticks(Arena *arena, const TickList *ticks, Record *parent)
{
  TickList *copy = record_carry(arena, &ticks->record, &assured_ticks_spec, parent);
  copy->open = arena_list(arena);
  copy->more = 0;
  for (guint i = 0; i < ticks->ticks->len; i++) {
    const Tick *tick = g_ptr_array_index(ticks->ticks, i);
    bool open = tick->strength == STRENGTH_OPEN && tick->kind != TICK_REFERENCE;
    if (open && copy->open->len < OPEN_SAID)
      g_ptr_array_add(copy->open, record_copy(arena, &tick->record, &copy->record));
    else
      copy->more += open;
  }
  copy->more = copy->more ? copy->more : -1;
  return copy;
}

static void add_ticks(Arena *arena, const GPtrArray *ticks, Report *report)
{
  for (guint i = 0; ticks && i < ticks->len; i++) {
    const TickList *list = g_ptr_array_index(ticks, i);
    if (g_strcmp0(list->service, report->service) == 0 && period_equal(list->period, report->period))
      g_ptr_array_add(report->ticks, carry_ticks(arena, list, &report->record));
  }
}

/* Copies of the reports with their findings on them; false with *ret_fault when those of one are not there. */
static bool assure(Arena *arena, Composition *composition, const GPtrArray *findings, const GPtrArray *ticks,
                   char **ret_fault)
{
  GPtrArray *assured = arena_list(arena);
  g_autoptr(GHashTable) lists = findings_by_report(findings);
  for (guint i = 0; i < composition->reports->len; i++) {
    const Report *report = g_ptr_array_index(composition->reports, i);
    g_autofree char *key = report_key(report->service, report->period);
    const FindingList *list = g_hash_table_lookup(lists, key);
    if (!list) {
      *ret_fault = g_strdup_printf("layout %s shows findings: give the findings of %s, too", composition->layout->name,
                                   report->service);
      return false;
    }
    Report *copy = record_carry(arena, &report->record, &assured_report_spec, NULL);
    copy->findings = record_carry_list(arena, list->findings, &finding_spec, &copy->record);
    add_ticks(arena, ticks, copy);
    g_ptr_array_add(assured, copy);
  }
  composition->reports = assured;
  return true;
}

/* Says the layout in the language of the words, and marks the reports as being in the layout's own. */
static void translate(Arena *arena, Composition *composition, bool translated, DiagList *diags)
{
  const char *own = composition->layout->lang;
  bool fault = own && !prose_lang_is_good(own); /* told when it is compiled */
  if (!translated || fault || g_strcmp0(own, composition->words->lang) == 0)
    return;
  composition->data_lang = composition->layout->lang;
  composition->layout = phrases_say(arena, composition->layout, composition->words, diags);
  GPtrArray *marked = arena_list(arena);
  for (guint i = 0; i < composition->reports->len; i++)
    g_ptr_array_add(marked, phrases_mark(arena, g_ptr_array_index(composition->reports, i), composition->data_lang));
  composition->reports = marked;
}

static void choose_keys(Arena *arena, const Composition *composition)
{
  for (guint i = 0; i < composition->reports->len; i++) {
    Record *record = g_ptr_array_index(composition->reports, i);
    if (record->spec == &report_spec)
      key_choose(arena, (Report *)record, composition->layout->lang);
  }
}

/* Copies: what the model says in facts is said in words there, once the words are known. */
static GPtrArray *own_copies(Arena *arena, const GPtrArray *models)
{
  GPtrArray *copies = arena_list(arena);
  for (guint i = 0; i < models->len; i++)
    g_ptr_array_add(copies, record_copy(arena, g_ptr_array_index(models, i), NULL));
  return copies;
}

bool composition_begin(Arena *arena, const Composing *composing, Composition *ret, DiagList *diags, char **ret_fault)
{
  *ret = (Composition){ .layout = composing->files.layout,
                        .style = composing->files.style,
                        .words = composing->files.words,
                        .reports = own_copies(arena, composing->models),
                        .unshown = composing->unshown,
                        .origins = composing->origins };
  *ret_fault = fault_of_models(composing->models);
  if (*ret_fault)
    return false;
  translate(arena, ret, composing->files.translated, diags);
  choose_keys(arena, ret);
  ret->params = params_set(arena, ret->layout, composing->settings, ret_fault);
  return ret->params && (ret->layout->of != LAYOUT_OF_FINDINGS || assure(arena, ret, composing->findings, composing->ticks, ret_fault)) &&
         (!composing->only || set_only(arena, ret, composing->only, ret_fault));
}
