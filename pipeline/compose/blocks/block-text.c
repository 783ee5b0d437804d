/* Prose of the model: a field as it was written, or titled sections one inside the other. */
#include "compose/blocks/block.h"
#include "compose/wording/words.h"
#include "model/readable.h"
#include "model/section.h"
#include <string.h>

typedef struct {
  Node node;
  const LayoutText *text;
  const Path *path;
  const Template *lead, *missing;
} TextNode;

/* Prose, words of one paragraph, or sections. */
static bool is_text(const Path *path)
{
  if (!path->field)
    return path->frame->spec == &section_spec || path->frame->spec == &report_section_spec;
  FieldType type = path->field->type;
  return type == FIELD_PROSE || type == FIELD_RUNS || type == FIELD_TEXT;
}

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutText *text = (const LayoutText *)block;
  TextNode *self = (TextNode *)node;
  self->text = text;
  bool fine = compile_style(compiler, block, text->style);
  fine &= compile_template(compiler, block, "lead", text->lead, shape, &self->lead);
  fine &= compile_template(compiler, block, "missing", text->missing, shape, &self->missing);
  self->path = path_new(compiler, block, "field", text->field, shape);
  if (self->path && !is_text(self->path)) {
    compiler_fault(compiler, "L-KIND", block, "field", "'%s' is not text: use a template in a para", text->field);
    return false;
  }
  if (self->path && self->path->field && (text->titles || text->own_titles)) {
    compiler_fault(compiler, "L-KIND", block, text->titles ? "titles" : "own-titles",
                   "'%s' has no titles: only sections have", text->field);
    return false;
  }
  if (self->path)
    path_note_shown(compiler, self->path);
  return fine && self->path;
}

/* ---- a field --------------------------------------------------------------------------------------------------- */

static GPtrArray *runs_with_lead(Maker *maker, const char *lead, const GPtrArray *runs)
{
  GPtrArray *all = arena_list(maker->arena);
  g_ptr_array_add(all, run_new(maker->arena, arena_printf(maker->arena, "%s ", lead), RUN_BOLD));
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add(all, g_ptr_array_index(runs, i));
  return all;
}

/* The same prose, its first paragraph beginning with the lead. */
static Prose *prose_with_lead(Maker *maker, const char *lead, const Prose *prose)
{
  Prose *copy = arena_alloc(maker->arena, sizeof *copy);
  *copy = *prose;
  copy->blocks = arena_list(maker->arena);
  const ProseBlock *first = g_ptr_array_index(prose->blocks, 0);
  ProseBlock *begun = arena_alloc(maker->arena, sizeof *begun);
  bool joins = first->kind == PROSE_PARA;
  begun->kind = PROSE_PARA;
  begun->offset = first->offset;
  begun->runs = joins ? runs_with_lead(maker, lead, first->runs) : arena_list(maker->arena);
  if (!joins)
    g_ptr_array_add(begun->runs, run_new(maker->arena, lead, RUN_BOLD));
  g_ptr_array_add(copy->blocks, begun);
  for (guint i = joins ? 1 : 0; i < prose->blocks->len; i++)
    g_ptr_array_add(copy->blocks, g_ptr_array_index(prose->blocks, i));
  return copy;
}

static int inner_level(const Maker *maker, const TextNode *self)
{
  int level = self->text->level > 0 ? self->text->level : maker->level + 1;
  return CLAMP(level, 1, 6);
}

static bool make_prose(Maker *maker, const TextNode *self, int level, const char *lead, const Prose *prose)
{
  if (prose_is_empty(prose))
    return false;
  Text *text = maker_add(maker, &text_spec);
  text->level = level;
  text->style = self->text->style;
  text->prose = lead ? prose_with_lead(maker, lead, prose) : (Prose *)prose;
  return true;
}

static bool make_runs(Maker *maker, const TextNode *self, const char *lead, const GPtrArray *runs)
{
  maker_add_para(maker, self->text->style, lead ? runs_with_lead(maker, lead, runs) : runs);
  return runs->len > 0;
}

static bool make_field(Maker *maker, const TextNode *self, const char *lead, const Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_PROSE)
    return make_prose(maker, self, inner_level(maker, self), lead, *(Prose *const *)at);
  if (field->type == FIELD_RUNS)
    return make_runs(maker, self, lead, *(GPtrArray *const *)at);
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, maker_own_run(maker, *(char *const *)at));
  return make_runs(maker, self, lead, runs);
}

/* ---- sections -------------------------------------------------------------------------------------------------- */

static void make_title(Maker *maker, const TextNode *self, const Section *section, int level)
{
  bool unread = !section->title && record_is_unread(&section->record, "title");
  const char *title = unread ? unread_word(maker->document) : section->title;
  if (!title)
    return;
  Heading *heading = maker_add(maker, &heading_spec);
  heading->level = level;
  heading->number = section->number;
  heading->contents = self->text->titles;
  heading->id = maker_id(maker, title);
  heading->runs = arena_list(maker->arena);
  g_ptr_array_add(heading->runs, unread ? run_new(maker->arena, title, 0) : maker_own_run(maker, title));
}

static bool make_section(Maker *maker, const TextNode *self, const Section *section, int level, const Scope *scope);

static void tell(const Scope *scope, const Section *section, const char *field)
{
  scope_tell(scope, &section->record, spec_field(section->record.spec, field));
}

/* The section below its title; level is of the title. Under a title over nothing it says so, where the title is not
 * all that is said. */
static bool make_titled(Maker *maker, const TextNode *self, const Section *section, int level, const Scope *scope)
{
  guint before = maker->out->len;
  make_title(maker, self, section, level);
  bool titled = maker->out->len > before;
  if (titled) {
    tell(scope, section, "title");
    tell(scope, section, "number");
  }
  if (make_section(maker, self, section, MIN(level + 1, 6), scope))
    return true;
  if (titled && record_is_unread(&section->record, "title-only"))
    maker_add_unread(maker, NULL, scope); /* whether a text is missing */
  else if (titled && !section_says_all(section))
    maker_add_missing(maker, self->missing, "not-supplied", scope);
  return titled;
}

static gint compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words in order of the alphabet, without their punctuation. Caller frees. */
static char *sorted_words(const char *text)
{
  g_autofree char *lower = g_utf8_strdown(text, -1);
  g_auto(GStrv) words = g_strsplit_set(lower, " ,.:;()-/&", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new();
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_ptr_array_add(kept, words[i]);
  g_ptr_array_sort(kept, compare_words);
  g_ptr_array_add(kept, NULL);
  return g_strjoinv(" ", (char **)kept->pdata);
}

/* The last heading that stands above, or NULL. */
static const Heading *heading_above(const Maker *maker)
{
  for (guint i = maker->out->len; i-- > 0;) {
    const Record *block = g_ptr_array_index(maker->out, i);
    if (block->spec == &heading_spec)
      return (const Heading *)block;
  }
  return NULL;
}

static bool say_same(const char *a, const char *b)
{
  g_autofree char *first = sorted_words(a), *second = sorted_words(b);
  return strcmp(first, second) == 0;
}

/* Whether the heading above says the title already, in whatever order, or in the document's language. */
static bool is_said_above(const Maker *maker, const Section *section)
{
  const Heading *heading = heading_above(maker);
  if (!heading || !section->title)
    return false;
  g_autofree char *above = runs_to_text(heading->runs);
  bool said = say_same(above, section->title);
  for (guint i = 0; maker->phrases && i < maker->phrases->len && !said; i++) {
    const Phrase *phrase = g_ptr_array_index(maker->phrases, i);
    said = strcmp(phrase->as, above) == 0 && say_same(phrase->text, section->title);
  }
  return said;
}

/* The section's own words, or that they cannot be read. */
static bool make_own_text(Maker *maker, const TextNode *self, const Section *section, int level)
{
  bool titled = section->title || record_is_unread(&section->record, "title");
  const Prose *text = section->text;
  if (!text && record_is_unread(&section->record, "text"))
    text = readable_prose(maker->arena, unread_word(maker->document));
  return make_prose(maker, self, level, titled ? NULL : section->number, text);
}

/* The section's own text, then those inside it below their titles; level is of those titles. A numbered section without
 * a title begins with its number. */
static bool make_section(Maker *maker, const TextNode *self, const Section *section, int level, const Scope *scope)
{
  scope_meet(scope, &section->record);
  tell(scope, section, "text");
  if (!section->title)
    tell(scope, section, "number");
  bool any = make_own_text(maker, self, section, level);
  for (guint i = 0; i < section->sections->len; i++)
    any |= make_titled(maker, self, g_ptr_array_index(section->sections, i), level, scope);
  if (record_is_unread(&section->record, "section"))
    maker_add_unread(maker, NULL, scope); /* one more, of which nobody knows the words */
  return any || record_is_unread(&section->record, "section");
}

/* A section below a heading of the layout. */
static bool make_under(Maker *maker, const TextNode *self, const Section *section, const Scope *scope)
{
  int level = inner_level(maker, self);
  bool above = is_said_above(maker, section);
  if (above)
    tell(scope, section, "title");
  bool own = section->title || record_is_unread(&section->record, "title");
  if (self->text->titles || (self->text->own_titles && own && !above))
    return make_titled(maker, self, section, level, scope);
  return make_section(maker, self, section, level, scope);
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const TextNode *self = (const TextNode *)node;
  g_autoptr(GPtrArray) records = path_follow(self->path, scope);
  const char *lead = maker_text(maker, self->lead, scope);
  bool any = false;
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (self->path->field) {
      scope_tell(scope, record, self->path->field);
      any |= make_field(maker, self, lead, record, self->path->field);
    } else {
      any |= make_under(maker, self, (const Section *)record, scope);
    }
  }
  if (!any && path_is_unread(self->path, scope))
    maker_add_unread(maker, self->lead, scope);
  else if (!any && self->missing)
    maker_add_missing(maker, self->missing, "not-supplied", scope);
}

const BlockKind block_text = { &layout_text_spec, sizeof(TextNode), compile, make };
