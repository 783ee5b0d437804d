/* A composition: all of the layout is read first, so that its faults are found whatever the data; then it is made. */
#include "compose/composition.h"
#include "compose/blocks/block.h"
#include "compose/links.h"
#include "compose/vocabulary.h"
#include "compose/wanted.h"
#include "model/paper.h"
#include "model/report.h"
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
  GPtrArray *words;
} LayoutNode;

/* ---- parameters and sections by name --------------------------------------------------------------------------- */

bool composition_set(Arena *arena, const Layout *layout, const char *assignment, char **ret_fault)
{
  const char *equals = strchr(assignment, '=');
  if (!equals) {
    *ret_fault = g_strdup_printf("--set needs NAME=VALUE, not '%s'", assignment);
    return false;
  }
  g_autofree char *name = g_strndup(assignment, equals - assignment);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < layout->params->len; i++) {
    Param *param = g_ptr_array_index(layout->params, i);
    g_ptr_array_add(names, param->name);
    if (!g_str_equal(param->name, name))
      continue;
    param->value = equals[1] ? arena_strdup(arena, equals + 1) : NULL;
    return true;
  }
  g_autofree char *hint = did_you_mean(name, names);
  *ret_fault = g_strdup_printf("layout %s has no parameter '%s'%s", layout->name, name, hint);
  return false;
}

const Spec *composition_root(const Layout *layout)
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

bool composition_only(Composition *composition, const char *name, char **ret_fault)
{
  if (has_section(composition->layout, name)) {
    composition->only = name;
    return true;
  }
  composition->wanted = wanted_find(composition->reports, name);
  if (composition->wanted)
    return true;
  *ret_fault = fault_only(composition, name);
  return false;
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

/* Whether the spec, or a spec of records inside it, has a field or element of that name. */
static bool spec_has(const Spec *spec, const char *name, GHashTable *seen);

static bool field_has(const Field *field, const char *name, GHashTable *seen)
{
  if (g_str_equal(field->name, name))
    return true;
  if (field->type == FIELD_ONE || field->type == FIELD_MANY)
    return spec_has(field->detail, name, seen);
  if (field->type == FIELD_ANY)
    for (const Spec *const *kind = field->detail; *kind; kind++)
      if (spec_has(*kind, name, seen))
        return true;
  return false;
}

static bool spec_has(const Spec *spec, const char *name, GHashTable *seen)
{
  if (!g_hash_table_add(seen, (gpointer)spec))
    return false;
  if (g_str_equal(spec->element, name))
    return true;
  for (guint i = 0; i < spec->n_fields; i++)
    if (field_has(&spec->fields[i], name, seen))
      return true;
  return false;
}

/* Names of the model are looked up first, so a parameter of such a name would not be found everywhere. */
static void check_params(Compiler *compiler, const Layout *layout)
{
  for (guint i = 0; i < layout->params->len; i++) {
    const Param *param = g_ptr_array_index(layout->params, i);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    if (g_str_equal(param->name, "reports") || spec_has(compiler->root, param->name, seen))
      compiler_fault(compiler, "L-PARAM", &param->record, "name",
                     "a parameter cannot be called '%s': the model has that name", param->name);
  }
}

static LayoutNode *compile_layout(Compiler *compiler, const Composition *composition, const Shape *shape)
{
  const Layout *layout = composition->layout;
  const Record *record = &layout->record;
  LayoutNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->sections = arena_list(compiler->arena);
  check_params(compiler, layout);
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
  document->source_name = arena_strdup(arena, composition->source_name);
  document->style = (Style *)composition->style;
  document->words = node->words;
  return document;
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

static Document *make_document(Arena *arena, const Composition *composition, const LayoutNode *node, const Scope *scope)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  Document *document = begin_document(arena, composition, node);
  Maker maker = { .arena = arena, .document = document, .ids = ids, .lang = composition->data_lang };
  make_furniture(&maker, node, scope);
  if (!document->title)
    document->title = composition->layout->name;
  for (guint i = 0; i < node->sections->len; i++) {
    const SectionNode *section = g_ptr_array_index(node->sections, i);
    if (composition->wanted)
      make_wanted(&maker, section, scope);
    else if (!composition->only || g_strcmp0(composition->only, section->section->id) == 0)
      make_section(&maker, section, scope);
  }
  links_settle(document);
  return document;
}

/* The report of the wanted item is then the only one. */
static const GPtrArray *reports_of(Arena *arena, const Composition *composition)
{
  if (!composition->wanted)
    return composition->reports;
  const Record *report = composition->wanted;
  while (report->parent)
    report = report->parent;
  GPtrArray *reports = arena_list(arena);
  g_ptr_array_add(reports, (gpointer)report);
  wanted_alone(composition->wanted);
  return reports;
}

Document *composition_make(Arena *arena, const Composition *composition, DiagList *diags)
{
  const Spec *root = composition_root(composition->layout);
  const Frame frame = { root, NULL };
  const Shape shape = { &frame, NULL };
  g_autoptr(GPtrArray) params = g_ptr_array_new();
  for (guint i = 0; i < composition->layout->params->len; i++)
    g_ptr_array_add(params, g_ptr_array_index(composition->layout->params, i));
  Compiler compiler = { arena, diags, composition->style, params, 0, root, 0 };
  const LayoutNode *node = compile_layout(&compiler, composition, &shape);
  if (diag_count(diags, LEVEL_ERROR) > 0)
    return NULL;
  World world = { reports_of(arena, composition), composition->wanted, false, composition->data_lang };
  const Scope scope = { g_ptr_array_index(world.reports, 0), NULL, &world };
  return make_document(arena, composition, node, &scope);
}
