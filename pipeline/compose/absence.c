/* A box of warnings behind the title. */
#include "compose/absence.h"
#include "compose/wording/words.h"
#include "model/report.h"
#include <string.h>

static const Report *absent_at(const Composition *composition, guint index)
{
  const Report *report = g_ptr_array_index(composition->reports, index);
  return report_is(report->record.spec) && report->absent ? report : NULL;
}

/* Whether it is a page that says of its one service that there is no report. */
static bool says_so_itself(const Composition *composition)
{
  return composition->layout->of == LAYOUT_OF_ABSENCE && composition->reports->len == 1;
}

static void tell_fields(const Scope *scope, const Report *report)
{
  static const char *const names[] = { "absent", "no-plan", "service-title" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    scope_tell(scope, &report->record, spec_field(report->record.spec, names[i]));
}

static void add_service(Maker *maker, const Report *report, const Scope *scope)
{
  const char *word = document_word(maker->document, report->no_plan ? "absence-no-plan" : "absence-report");
  g_autofree char *said =
      word_fill(word, (const char *const[]){ "n", NULL }, (const char *const[]){ report->service_title });
  const char *lead = document_word(maker->document, "absence");
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, run_new(maker->arena, lead, RUN_BOLD));
  g_ptr_array_add(runs, run_new(maker->arena, arena_printf(maker->arena, " %s", said), 0));
  maker_add_para(maker, NULL, runs);
  tell_fields(scope, report);
}

/* Titles, facts and boxes go before. */
static bool is_of_title(const Record *block)
{
  const char *style = block->spec == &para_spec    ? ((const Para *)block)->style
                      : block->spec == &table_spec ? ((const Table *)block)->style
                                                   : NULL;
  return block->spec == &box_spec || g_strcmp0(style, "title") == 0 || g_strcmp0(style, "subtitle") == 0 ||
         g_strcmp0(style, "facts") == 0;
}

/* The blocks of the first page; of a document without any, of a section that is made for them. */
static GPtrArray *first_blocks(Maker *maker, const Layout *layout)
{
  GPtrArray *sections = maker->document->sections;
  if (sections->len == 0) {
    DocSection *section = record_new(maker->arena, &doc_section_spec, &maker->document->record);
    section->page = ((const LayoutSection *)g_ptr_array_index(layout->sections, 0))->page;
    g_ptr_array_add(sections, section);
  }
  return ((DocSection *)g_ptr_array_index(sections, 0))->blocks;
}

void absence_tell(Maker *maker, const Composition *composition, const Scope *scope)
{
  Box *box = record_new(maker->arena, &box_spec, NULL);
  GPtrArray *outer = maker->out;
  box->tone = "warning";
  maker->out = box->blocks;
  for (guint i = 0; i < composition->reports->len; i++)
    if (absent_at(composition, i))
      add_service(maker, absent_at(composition, i), scope);
  maker->out = outer;
  if (box->blocks->len == 0 || composition->only || composition->wanted || says_so_itself(composition))
    return;
  GPtrArray *blocks = first_blocks(maker, composition->layout);
  guint place = 0;
  while (place < blocks->len && is_of_title(g_ptr_array_index(blocks, place)))
    place++;
  g_ptr_array_insert(blocks, (gint)place, box);
}
