/* All of the layout is read first, so that its faults are found whatever the data; then the document is made. */
#include "compose/compose.h"
#include "compose/blocks/block.h"
#include "compose/links.h"
#include "compose/names.h"
#include "compose/params.h"
#include "compose/vocabulary.h"
#include "compose/wanted.h"
#include "compose/wording/phrases.h"
#include "model/paper.h"
#include "model/report.h"
#include "record/prose-link.h"
#include "record/record-carry.h"
#include <string.h>

typedef struct {
  const LayoutSection *section;
  const Condition *when;
  const Template *header, *footer;
  GPtrArray *nodes;
} SectionNode;

/* A layout, read. */
typedef struct {
  const Template *title, *subject, *author, *header, *footer, *watermark;
  const Condition *watermark_when;
  GPtrArray *sections; /* of SectionNode */
  GPtrArray *params;   /* see params.h */
  GPtrArray *words;
} LayoutNode;

/* ---- what was asked for --------------------------------------------------------------------------------------- */

/* All that is worked with: copies where what was given would have to change. */
typedef struct {
  const Layout *layout;
  const Style *style;
  const Words *words;
  const GPtrArray *reports;
  GPtrArray *params;     /* of Param, with the values that were set */
  const char *data_lang; /* language of the reports, where it is not the layout's; or NULL */
  const char *only;      /* id of the only section wanted, or NULL */
  const Record *wanted;  /* the only item wanted, or NULL */
} Composition;

const Spec *compose_root(const Layout *layout)
{
  return layout->of == LAYOUT_OF_PAPER ? &paper_spec : &report_spec;
}

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

/* The findings of that report, or NULL. */
static const FindingList *findings_of(const GPtrArray *findings, const Report *report)
{
  for (guint i = 0; findings && i < findings->len; i++) {
    const FindingList *list = g_ptr_array_index(findings, i);
    if (g_strcmp0(list->service, report->service) == 0 && period_equal(list->period, report->period))
      return list;
  }
  return NULL;
}

/* Copies of the reports with their findings on them; false with *ret_fault when those of one are not there. */
static bool assure(Arena *arena, Composition *composition, const GPtrArray *findings, char **ret_fault)
{
  GPtrArray *assured = arena_list(arena);
  for (guint i = 0; i < composition->reports->len; i++) {
    const Record *report = g_ptr_array_index(composition->reports, i);
    const FindingList *list = findings_of(findings, (const Report *)report);
    if (!list) {
      *ret_fault = g_strdup_printf("layout %s shows findings: give the findings of %s, too", composition->layout->name,
                                   ((const Report *)report)->service);
      return false;
    }
    Report *copy = record_carry(arena, report, &assured_report_spec, NULL);
    copy->findings = record_carry_list(arena, list->findings, &finding_spec, &copy->record);
    g_ptr_array_add(assured, copy);
  }
  composition->reports = assured;
  return true;
}

/* Says the layout in the language of the words, and marks the reports as being in the layout's own. */
static void translate(Arena *arena, Composition *composition, bool translated, DiagList *diags)
{
  if (!translated || g_strcmp0(composition->layout->lang, composition->words->lang) == 0)
    return;
  composition->data_lang = composition->layout->lang;
  composition->layout = phrases_say(arena, composition->layout, composition->words, diags);
  GPtrArray *marked = arena_list(arena);
  for (guint i = 0; i < composition->reports->len; i++)
    g_ptr_array_add(marked, phrases_mark(arena, g_ptr_array_index(composition->reports, i), composition->data_lang));
  composition->reports = marked;
}

/* ---- reading the layout ---------------------------------------------------------------------------------------- */

static const Template *page_template(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                                     const Shape *shape)
{
  return text ? template_new(compiler, record, attribute, text, shape, true) : NULL;
}

static void check_page(Compiler *compiler, const LayoutSection *section)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < compiler->style->pages->len; i++)
    g_ptr_array_add(names, ((const PageStyle *)g_ptr_array_index(compiler->style->pages, i))->name);
  for (guint i = 0; i < names->len && section->page; i++)
    if (g_str_equal(g_ptr_array_index(names, i), section->page))
      return;
  if (!section->page)
    return;
  g_autofree char *hint = did_you_mean(section->page, names);
  compiler_fault(compiler, "L-STYLE", &section->record, "page", "the house style has no page '%s'%s", section->page,
                 hint);
}

static void compile_section(Compiler *compiler, const LayoutSection *section, const Shape *shape, LayoutNode *layout)
{
  SectionNode *node = arena_alloc(compiler->arena, sizeof *node);
  const Record *record = &section->record;
  node->section = section;
  check_page(compiler, section);
  compile_condition(compiler, record, "when", section->when, shape, &node->when);
  node->header = page_template(compiler, record, "header", section->header, shape);
  node->footer = page_template(compiler, record, "footer", section->footer, shape);
  node->nodes = blocks_compile(compiler, section->blocks, shape);
  g_ptr_array_add(layout->sections, node);
}

/* What the document will say of itself must be a language. */
static void check_language(Compiler *compiler, const Record *record, const char *lang)
{
  if (lang && !prose_lang_is_good(lang))
    compiler_fault(compiler, "V-LANG", record, "lang",
                   "lang '%s' is not a language (use a code such as cy, fr or en-GB)", lang);
}

/* Files of a run stand in its folder, and those that a run itself writes for the team are not a layout's. */
static void check_file_name(Compiler *compiler, const Record *record, const char *attribute, const char *name)
{
  static const char *const taken[] = { "team", "model", "findings", "messages", "manifest", NULL };
  g_autofree char *lower = name ? g_ascii_strdown(name, -1) : NULL;
  if (name && strchr(name, '/'))
    compiler_fault(compiler, "L-FILES", record, attribute, "'%s' is no name for files: it leads into another folder",
                   name);
  else if (name && g_strv_contains(taken, lower))
    compiler_fault(compiler, "L-FILES", record, attribute, "'%s' is no name for files: a run's own are called so",
                   name);
}

static void check_file_names(Compiler *compiler, const Layout *layout)
{
  const Record *record = &layout->record;
  check_file_name(compiler, record, "name", layout->name);
  check_file_name(compiler, record, "files", layout->files);
  check_file_name(compiler, record, "workbook", layout->workbook);
  check_file_name(compiler, record, "tables", layout->tables);
}

static LayoutNode *compile_layout(Compiler *compiler, const Composition *composition, const Shape *shape)
{
  const Layout *layout = composition->layout;
  const Record *record = &layout->record;
  LayoutNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->sections = arena_list(compiler->arena);
  check_file_names(compiler, layout);
  node->params = params_compile(compiler, layout, shape);
  check_language(compiler, record, layout->lang);
  check_language(compiler, &composition->words->record, composition->words->lang);
  compile_template(compiler, record, "title", layout->title, shape, &node->title);
  compile_template(compiler, record, "subject", layout->subject, shape, &node->subject);
  compile_template(compiler, record, "author", layout->author, shape, &node->author);
  compile_template(compiler, record, "watermark", layout->watermark, shape, &node->watermark);
  compile_condition(compiler, record, "watermark-when", layout->watermark_when, shape, &node->watermark_when);
  node->header = page_template(compiler, record, "header", layout->header, shape);
  node->footer = page_template(compiler, record, "footer", layout->footer, shape);
  for (guint i = 0; i < layout->sections->len; i++)
    compile_section(compiler, g_ptr_array_index(layout->sections, i), shape, node);
  node->words =
      vocabulary_join(compiler, composition->words, g_ptr_array_index(composition->reports, 0), layout->own_words);
  return node;
}

/* ---- making the document --------------------------------------------------------------------------------------- */

static void make_section(Maker *maker, const SectionNode *node, const Scope *scope)
{
  if (node->when && !condition_holds(node->when, scope))
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

static Document *begin_document(Arena *arena, const Composition *composition, const LayoutNode *node)
{
  const Record *record = g_ptr_array_index(composition->reports, 0);
  const Period *period = value_of(record, "period", FIELD_PERIOD);
  const Date *date = value_of(record, "date", FIELD_DATE);
  char *const *council = value_of(record, "council", FIELD_TEXT);
  Document *document = record_new(arena, &document_spec, NULL);
  document->lang = composition->layout->lang;
  document->council = council ? *council : NULL;
  if (period)
    document->period = *period;
  document->date = date && date_given(*date) ? date_last_day(*date) : period_last_day(document->period);
  document->style = (Style *)composition->style;
  document->words = node->words;
  return document;
}

/* What is not final says so, whatever the layout has forgotten. */
static bool is_unmarked_draft(const Composition *composition)
{
  bool draft = false;
  for (guint i = 0; i < composition->reports->len; i++) {
    const int *status = value_of(g_ptr_array_index(composition->reports, i), "status", FIELD_TERM);
    draft |= status && *status != STATUS_FINAL;
  }
  return draft && !composition->layout->watermark && composition->layout->of != LAYOUT_OF_FINDINGS;
}

static void make_furniture(Maker *maker, const LayoutNode *node, const Scope *scope)
{
  Document *document = maker->document;
  document->title = maker_text(maker, node->title, scope);
  document->subject = maker_text(maker, node->subject, scope);
  document->author = maker_text(maker, node->author, scope);
  document->header = maker_text(maker, node->header, scope);
  document->footer = maker_text(maker, node->footer, scope);
  if (!node->watermark_when || condition_holds(node->watermark_when, scope))
    document->watermark = maker_text(maker, node->watermark, scope);
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

static Document *make_document(Arena *arena, const Composition *composition, const LayoutNode *node, const Scope *scope)
{
  g_autoptr(Unique) ids = unique_new();
  Document *document = begin_document(arena, composition, node);
  Maker maker = { .arena = arena, .document = document, .ids = ids, .lang = composition->data_lang };
  make_furniture(&maker, node, scope);
  if (is_unmarked_draft(composition))
    document->watermark = arena_strdup(arena, document_word(document, "status-draft"));
  if (!document->title)
    document->title = composition->layout->name;
  for (guint i = 0; i < node->sections->len; i++) {
    const SectionNode *section = g_ptr_array_index(node->sections, i);
    if (composition->wanted)
      make_wanted(&maker, section, scope);
    else if (!composition->only || g_strcmp0(composition->only, section->section->id) == 0)
      make_section(&maker, section, scope);
  }
  g_autoptr(GHashTable) renamed = names_settle(arena, document, composition->layout);
  links_settle(document, renamed);
  check_sheets(composition, document, scope->world->diags);
  return document;
}

static const Document *compose(Arena *arena, const Composition *composition, DiagList *diags)
{
  const Spec *root = ((const Record *)g_ptr_array_index(composition->reports, 0))->spec;
  const Frame frame = { root, NULL };
  const Shape shape = { &frame, NULL };
  Compiler compiler = { arena, diags, composition->style, composition->params, 0, root, 0 };
  const LayoutNode *node = compile_layout(&compiler, composition, &shape);
  if (diag_count(diags, LEVEL_ERROR) > 0)
    return NULL;
  g_autoptr(Lookup) lookup = lookup_new();
  World world = { composition->reports, composition->wanted, false, composition->data_lang, lookup, diags };
  const Scope scope = { g_ptr_array_index(world.reports, 0), NULL, &world };
  return params_check(node->params, &compiler, &scope) ? make_document(arena, composition, node, &scope) : NULL;
}

const Document *compose_document(Arena *arena, const Composing *composing, DiagList *diags, char **ret_fault)
{
  Composition composition = { .layout = composing->files.layout,
                              .style = composing->files.style,
                              .words = composing->files.words,
                              .reports = composing->models };
  translate(arena, &composition, composing->files.translated, diags);
  composition.params = params_set(arena, composition.layout, composing->settings, ret_fault);
  if (!composition.params ||
      (composition.layout->of == LAYOUT_OF_FINDINGS && !assure(arena, &composition, composing->findings, ret_fault)) ||
      (composing->only && !set_only(arena, &composition, composing->only, ret_fault)))
    return NULL;
  const Document *document = compose(arena, &composition, diags);
  if (!document || !composing->only || document->sections->len > 0)
    return document;
  *ret_fault = g_strdup_printf("nothing in layout %s shows '%s'", composition.layout->name, composing->only);
  return NULL;
}
