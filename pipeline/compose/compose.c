/* All of the layout is read first, so that its faults are found whatever the data; then the document is made. */
#include "compose/compose.h"
#include "compose/absence.h"
#include "compose/footnotes.h"
#include "compose/layout-node.h"
#include "compose/left-out.h"
#include "compose/links.h"
#include "compose/names.h"
#include "compose/params.h"
#include "compose/wording/blank.h"
#include "compose/wording/key-language.h"
#include "compose/wording/key.h"
#include "compose/wording/projection.h"
#include "model/paper.h"
#include "model/report.h"
#include "model/run.h"
#include "record/record-walk.h"

const Spec *compose_root(const Layout *layout)
{
  return layout->of == LAYOUT_OF_PAPER ? &paper_spec : layout->of == LAYOUT_OF_RUN ? &run_spec : &report_spec;
}

static void make_section(Maker *maker, const SectionNode *node, const Scope *scope)
{
  if (node->when && !condition_holds(node->when, scope) && !condition_is_unread(node->when, scope))
    return;
  DocSection *section = record_new(maker->arena, &doc_section_spec, &maker->document->record);
  section->page = node->section->page;
  section->new_page = node->section->new_page;
  section->header = maker_text(maker, node->header, scope);
  section->footer = maker_text(maker, node->footer, scope);
  g_ptr_array_add(maker->document->sections, section);
  maker->section = section;
  maker->out = section->blocks;
  blocks_make(maker, node->nodes, scope);
}

/* The value of the record's field of that name and type, or NULL. */
static const void *value_of(const Record *record, const char *name, FieldType type)
{
  const Field *field = spec_field(record->spec, name);
  return field && field->type == type ? record_at(record, field) : NULL;
}

/* Whether the date is none that anybody gave, but the last day of the period for want of one. */
static bool is_day_of_period(const Record *record, Date date, Period period)
{
  const Date *submitted = value_of(record, "submitted", FIELD_DATE);
  return submitted && !date_given(*submitted) && date_compare(date_last_day(date), period_last_day(period)) == 0;
}

static Document *begin_document(Arena *arena, const Composition *composition, const LayoutNode *node)
{
  const Record *record = g_ptr_array_index(composition->reports, 0);
  const Period *period = value_of(record, "period", FIELD_PERIOD);
  const Date *date = value_of(record, "date", FIELD_DATE);
  const int *begins = value_of(record, "year-begins", FIELD_TERM);
  char *const *council = value_of(record, "council", FIELD_TEXT);
  Document *document = record_new(arena, &document_spec, NULL);
  document->date_unread = date && record_is_unread(record, "date");
  document->lang = composition->layout->lang;
  document->council = council ? *council : NULL;
  if (period)
    document->period = *period;
  if (begins)
    document->year_begins = *begins;
  document->date = date && date_given(*date) ? date_last_day(*date) : period_last_day(document->period);
  document->undated =
      !document->date_unread && (!date || !date_given(*date) || is_day_of_period(record, *date, document->period));
  document->style = (Style *)composition->style;
  document->words = node->words;
  document_index_words(arena, document);
  return document;
}

/* What a document says of itself, in its properties and by its DRAFT. */
static void tell_head(const Composition *composition, const Scope *scope)
{
  static const char *const names[] = { "council", "period", "date", "status", "submitted" };
  for (guint i = 0; i < composition->reports->len * G_N_ELEMENTS(names); i++) {
    const Record *report = g_ptr_array_index(composition->reports, i / G_N_ELEMENTS(names));
    const Field *field = spec_field(report->spec, names[i % G_N_ELEMENTS(names)]);
    if (field)
      scope_tell(scope, report, field);
  }
}

static bool is_draft(const Composition *composition)
{
  bool draft = false;
  for (guint i = 0; i < composition->reports->len; i++) {
    const int *status = value_of(g_ptr_array_index(composition->reports, i), "status", FIELD_TERM);
    draft |= status && *status != STATUS_FINAL;
  }
  return draft && composition->layout->of != LAYOUT_OF_FINDINGS;
}

/* What is not final says so on every page, whatever the layout asks. */
static void make_furniture(Maker *maker, bool draft, const LayoutNode *node, const Scope *scope)
{
  Document *document = maker->document;
  document->title = maker_text(maker, node->title, scope);
  document->subject = maker_text(maker, node->subject, scope);
  document->author = maker_text(maker, node->author, scope);
  document->header = maker_text(maker, node->header, scope);
  document->footer = maker_text(maker, node->footer, scope);
  if (draft || !node->watermark_when || condition_holds(node->watermark_when, scope))
    document->watermark = maker_text(maker, node->watermark, scope);
  if (draft && !document->watermark)
    document->watermark = arena_strdup(maker->arena, document_word(document, "status-draft"));
}

/* A section in which the wanted item did not appear goes. */
static void make_wanted(Maker *maker, const SectionNode *node, const Scope *scope)
{
  GPtrArray *sections = maker->document->sections;
  guint before = sections->len;
  scope->world->met = false;
  make_section(maker, node, scope);
  if (!scope->world->met)
    g_ptr_array_set_size(sections, (int)before);
}

/* Said here, where the layout and the services can be chosen; formats without sheets are made all the same. */
static void check_sheets(const Composition *composition, const Document *document, DiagList *diags)
{
  const Record *layout = &composition->layout->record;
  g_autofree char *fault = document_too_many_sheets(document);
  if (fault)
    diag_at(diags, "L-SHEETS", layout->source, layout->offset, "there will be no workbook: %s", fault);
}

typedef struct {
  const Document *document;
  bool found;
} OtherPeriods;

static void find_other(const Record *record, void *data)
{
  OtherPeriods *others = data;
  if (record->spec != &when_spec)
    return;
  Period period = ((const When *)record)->period;
  others->found |=
      period_given(period) && (period.kind == PERIOD_SPAN || period.begins != others->document->year_begins);
}

/* Words of periods that are not of the council's year stand only in documents that still have such ones to say; those
 * of rules, projections and what is not there have been said. */
static void settle_words(Arena *arena, Document *document)
{
  OtherPeriods others = { document, false };
  record_walk(&document->record, find_other, &others);
  GPtrArray *words = arena_list(arena);
  for (guint i = 0; i < document->words->len; i++) {
    const char *name = ((const Word *)g_ptr_array_index(document->words, i))->name;
    bool said = g_str_has_prefix(name, "absence") || g_str_has_prefix(name, "rule-") ||
                g_str_has_prefix(name, "projection-") || g_str_equal(name, "list-end") ||
                g_str_equal(name, "not-given");
    if (!said && (others.found || !g_str_has_prefix(name, "period-")))
      g_ptr_array_add(words, g_ptr_array_index(document->words, i));
  }
  document->words = words;
  document_index_words(arena, document);
}

static Document *make_document(Arena *arena, const Composition *composition, const LayoutNode *node, const Scope *scope)
{
  g_autoptr(Unique) ids = unique_new();
  Document *document = begin_document(arena, composition, node);
  g_autoptr(GHashTable) anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Maker maker = { .arena = arena,
                  .document = document,
                  .ids = ids,
                  .anchors = anchors,
                  .lang = composition->data_lang,
                  .origins = composition->origins };
  maker.phrases = composition->data_lang ? composition->words->phrases : NULL;
  make_furniture(&maker, is_draft(composition), node, scope);
  tell_head(composition, scope);
  if (!document->title)
    document->title = composition->layout->name;
  for (guint i = 0; i < node->sections->len; i++) {
    const SectionNode *section = g_ptr_array_index(node->sections, i);
    if (composition->wanted)
      make_wanted(&maker, section, scope);
    else if (!composition->only || g_strcmp0(composition->only, section->section->id) == 0)
      make_section(&maker, section, scope);
  }
  absence_tell(&maker, composition, scope);
  marks_close(&maker, scope);
  unique_free(maker.headings);
  g_autoptr(GHashTable) renamed = names_settle(arena, document, composition->layout);
  links_settle(arena, document, maker.anchors, renamed);
  footnotes_settle(arena, document);
  settle_words(arena, document);
  check_sheets(composition, document, scope->world->diags);
  return document;
}

static bool any_unread(const GPtrArray *reports)
{
  bool any = false;
  for (guint i = 0; i < reports->len; i++)
    any |= ((const Record *)g_ptr_array_index(reports, i))->unread_within;
  return any;
}

/* A part of a document, or what is said to the team of findings, shows what was asked for and no more. */
static bool should_tell(const Composition *composition)
{
  return composition->unshown && !composition->only && !composition->wanted &&
         composition->layout->of != LAYOUT_OF_FINDINGS;
}

/* What the council has not said in the document's language, where it is shown. */
static void tell_keys(const Composition *composition, GHashTable *shown, DiagList *diags)
{
  for (guint i = 0; composition->data_lang && i < composition->reports->len; i++) {
    const Report *report = g_ptr_array_index(composition->reports, i);
    if (!report_is(report->record.spec))
      continue;
    if (g_hash_table_contains(shown, "symbol/text"))
      key_tell(report->key, composition->layout->lang, diags);
    if (g_hash_table_contains(shown, "shorthand/text"))
      key_tell(report->shorthand, composition->layout->lang, diags);
  }
}

/* What stands in the model as facts: the rules in the key, how projections were made. */
static void say_facts(Arena *arena, const Composition *composition, const LayoutNode *node)
{
  const Document words = { .words = node->words };
  for (guint i = 0; i < composition->reports->len; i++) {
    Record *record = g_ptr_array_index(composition->reports, i);
    if (!report_is(record->spec))
      continue;
    if (composition->data_lang)
      key_rename(&words, composition->layout->lang, (Report *)record);
    key_fill(arena, &words, (Report *)record);
    projection_fill(arena, &words, (Report *)record);
    blank_fill(arena, &words, record);
  }
}

static const Document *compose(Arena *arena, const Composition *composition, DiagList *diags)
{
  const Spec *root = ((const Record *)g_ptr_array_index(composition->reports, 0))->spec;
  const Frame frame = { root, NULL, NULL };
  const Shape shape = { &frame, NULL };
  g_autoptr(GHashTable) shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Compiler compiler = { arena, diags, composition->style, composition->params, 0, root, 0, 0, shown };
  const int *begins = value_of(g_ptr_array_index(composition->reports, 0), "year-begins", FIELD_TERM);
  compiler.year_begins = begins ? *begins : 0;
  const LayoutNode *node = layout_node_new(&compiler, composition, &shape);
  if (diag_count(diags, LEVEL_ERROR) > 0)
    return NULL;
  tell_keys(composition, shown, diags);
  say_facts(arena, composition, node);
  g_autoptr(Lookup) lookup = lookup_new();
  g_autoptr(GHashTable) told = should_tell(composition) ? g_hash_table_new(NULL, NULL) : NULL;
  World world = { .reports = composition->reports,
                  .wanted = composition->wanted,
                  .lang = composition->data_lang,
                  .unread = any_unread(composition->reports),
                  .told = told,
                  .origins = composition->origins,
                  .lookup = lookup,
                  .diags = diags };
  const Scope scope = { g_ptr_array_index(world.reports, 0), NULL, &world };
  const Document *document =
      params_check(node->params, &compiler, &scope) ? make_document(arena, composition, node, &scope) : NULL;
  if (document && told)
    left_out_tell(composition, node->left_out, &scope);
  return document;
}

const Document *compose_document(Arena *arena, const Composing *composing, DiagList *diags, char **ret_fault)
{
  Composition composition;
  if (!composition_begin(arena, composing, &composition, diags, ret_fault))
    return NULL;
  const Document *document = compose(arena, &composition, diags);
  if (!document || !composing->only || document->sections->len > 0)
    return document;
  *ret_fault = g_strdup_printf("nothing in layout %s shows '%s'", composition.layout->name, composing->only);
  return NULL;
}
