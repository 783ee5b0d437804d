/* The kinds of blocks, and what they share. To add one: its file, a row here, its Spec in layout. */
#include "compose/blocks/block.h"
#include "compose/blocks/id.h"
#include "compose/wording/words.h"

static const BlockKind *const kinds[] = {
  &block_box,     &block_chart, &block_contents, &block_counts,    &block_each,  &block_facts,
  &block_heading, &block_marks, &block_para,     &block_statement, &block_table, &block_text,
};

static const BlockKind *kind_of(const Record *block)
{
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (kinds[i]->spec == block->spec)
      return kinds[i];
  g_assert_not_reached(); /* layout_blocks has an element without a row above */
}

/* Every block has a condition. */
static const char *when_of(const Record *block)
{
  return *(char *const *)record_at(block, spec_field(block->spec, "when"));
}

static Node *compile_block(Compiler *compiler, const Record *block, const Shape *shape)
{
  const BlockKind *kind = kind_of(block);
  Node *node = arena_alloc(compiler->arena, kind->size);
  node->kind = kind;
  bool fine = compile_condition(compiler, block, "when", when_of(block), shape, &node->when);
  fine &= kind->compile(compiler, block, shape, node);
  return fine ? node : NULL;
}

GPtrArray *blocks_compile(Compiler *compiler, const GPtrArray *blocks, const Shape *shape)
{
  GPtrArray *nodes = arena_list(compiler->arena);
  for (guint i = 0; i < blocks->len; i++) {
    Node *node = compile_block(compiler, g_ptr_array_index(blocks, i), shape);
    if (node)
      g_ptr_array_add(nodes, node);
  }
  return nodes;
}

/* What shows records is shown also where nobody can read whether it should be, and says so; words are said only when
 * they are true for sure. */
static bool is_shown(const Node *node, const Scope *scope)
{
  static const BlockKind *const of_records[] = { &block_chart, &block_each, &block_statement, &block_table };
  if (!node->when || condition_holds(node->when, scope)) {
    if (node->when)
      condition_tell(node->when, scope);
    return true;
  }
  for (guint i = 0; i < G_N_ELEMENTS(of_records); i++)
    if (node->kind == of_records[i])
      return condition_is_unread(node->when, scope);
  return false;
}

void blocks_make(Maker *maker, const GPtrArray *nodes, const Scope *scope)
{
  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = g_ptr_array_index(nodes, i);
    if (is_shown(node, scope))
      node->kind->make(maker, node, scope);
  }
}

/* ---- reading attributes ---------------------------------------------------------------------------------------- */

bool compile_style(Compiler *compiler, const Record *block, const char *style)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < compiler->style->types->len; i++) {
    const TypeStyle *type = g_ptr_array_index(compiler->style->types, i);
    if (!style || g_str_equal(type->name, style))
      return true;
    g_ptr_array_add(names, type->name);
  }
  if (!style)
    return true;
  g_autofree char *hint = did_you_mean(style, names);
  compiler_fault(compiler, "L-STYLE", block, "style", "the house style has no type '%s'%s", style, hint);
  return false;
}

bool compile_template(Compiler *compiler, const Record *block, const char *attribute, const char *text,
                      const Shape *shape, const Template **ret_template)
{
  if (!text)
    return true;
  Template *tmpl = template_new(compiler, block, attribute, text, shape, false);
  if (tmpl)
    *ret_template = tmpl;
  return tmpl != NULL;
}

bool compile_condition(Compiler *compiler, const Record *block, const char *attribute, const char *text,
                       const Shape *shape, const Condition **ret_condition)
{
  if (!text)
    return true;
  Condition *condition = condition_new(compiler, block, attribute, text, shape);
  if (condition)
    *ret_condition = condition;
  return condition != NULL;
}

/* ---- making ---------------------------------------------------------------------------------------------------- */

Run *maker_own_run(Maker *maker, const char *text)
{
  Run *run = run_new(maker->arena, text, 0);
  run->lang = (char *)maker->lang;
  return run;
}

void *maker_add(Maker *maker, const Spec *spec)
{
  Record *record = record_new(maker->arena, spec, NULL);
  g_ptr_array_add(maker->out, record);
  return record;
}

void maker_add_para(Maker *maker, const char *style, const GPtrArray *runs)
{
  if (runs->len == 0)
    return;
  Para *para = maker_add(maker, &para_spec);
  para->style = (char *)style;
  para->runs = (GPtrArray *)runs;
}

void maker_add_missing(Maker *maker, const Template *missing, const char *word, const Scope *scope)
{
  if (missing) {
    maker_add_para(maker, "note", template_runs(missing, maker->document, scope, maker->arena));
    return;
  }
  maker_add_word(maker, word);
}

static void add_note(Maker *maker, const char *words)
{
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, run_new(maker->arena, words, 0));
  maker_add_para(maker, "note", runs);
}

void maker_add_unread(Maker *maker, const Template *heading, const Scope *scope)
{
  const char *unread = unread_word(maker->document);
  const GPtrArray *named = heading ? template_runs(heading, maker->document, scope, maker->arena) : NULL;
  g_autofree char *name = named && named->len > 0 ? runs_to_text(named) : NULL;
  g_autofree char *all = name && !strstr(name, unread) ? g_strdup_printf("%s: %s", name, unread) : g_strdup(name);
  add_note(maker, all ? all : unread);
}

void maker_add_word(Maker *maker, const char *word)
{
  add_note(maker, document_word(maker->document, word));
}

void maker_add_no_rows(Maker *maker, const Rows *rows, const NoRows *instead, const Scope *scope)
{
  if (rows_unread(rows, scope).left_out > 0) /* said by maker_add_doubts */
    return;
  if (path_is_unread(rows->path, scope))
    maker_add_unread(maker, instead->heading, scope);
  else if (instead->missing || instead->word)
    maker_add_missing(maker, instead->missing, instead->word, scope);
}

static void add_number(Maker *maker, const char *word, guint n)
{
  if (n == 0)
    return;
  g_autofree char *number = g_strdup_printf("%u", n);
  g_autofree char *words = word_fill(document_word(maker->document, word), (const char *const[]){ "n", NULL },
                                     (const char *const[]){ number, NULL });
  add_note(maker, words);
}

void maker_add_doubts(Maker *maker, const Rows *rows, bool any, const Scope *scope)
{
  RowsUnread unread = rows_unread(rows, scope);
  if (unread.left_out == 0 && any && path_is_unread(rows->path, scope))
    maker_add_word(maker, "rows-lost");
  add_number(maker, "rows-unread", unread.left_out);
  add_number(maker, "rows-doubtful", unread.held);
}

char *maker_text(Maker *maker, const Template *tmpl, const Scope *scope)
{
  return tmpl ? template_text(tmpl, maker->document, scope, maker->arena) : NULL;
}

char *maker_id(Maker *maker, const char *text)
{
  g_autofree char *base = id_from_text(text);
  g_autofree char *id = unique_name(maker->ids, *base ? base : "part", "-", "");
  return arena_strdup(maker->arena, id);
}
