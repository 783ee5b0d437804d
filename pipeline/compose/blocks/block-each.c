/* Loops: the blocks inside, once for each record. */
#include "compose/blocks/block.h"

typedef struct {
  Node node;
  const Each *each;
  const Rows *rows;
  const Template *missing;
  GPtrArray *nodes;
  bool keep;
} EachNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const Each *each = (const Each *)block;
  EachNode *self = (EachNode *)node;
  self->each = each;
  self->keep = each->keep && compiler->inside == 0; /* already kept by what is around */
  bool fine = compile_template(compiler, block, "missing", each->missing, shape, &self->missing);
  if (each->new_page && compiler->inside > 0) {
    compiler_fault(compiler, "L-BLOCK", block, "new-page",
                   "a new page cannot begin in a box or in blocks kept together");
    fine = false;
  }
  const RowsText text = { each->rows, each->where, each->distinct, each->sort, each->as };
  self->rows = rows_new(compiler, block, &text, shape);
  if (!self->rows)
    return false;
  compiler->inside += each->keep ? 1 : 0;
  self->nodes = blocks_compile(compiler, each->blocks, &self->rows->shape);
  compiler->inside -= each->keep ? 1 : 0;
  return fine;
}

/* Goes on in a section like the last one, on a new page. */
static void begin_page(Maker *maker)
{
  const DocSection *before = maker->section;
  if (before->blocks->len == 0)
    return;
  DocSection *section = record_new(maker->arena, &doc_section_spec, &maker->document->record);
  section->page = before->page;
  section->header = before->header;
  section->footer = before->footer;
  section->new_page = true;
  g_ptr_array_add(maker->document->sections, section);
  maker->section = section;
  maker->out = section->blocks;
}

static void make_kept(Maker *maker, const EachNode *self, const Scope *scope)
{
  Keep *keep = record_new(maker->arena, &keep_spec, NULL);
  GPtrArray *outer = maker->out;
  maker->out = keep->blocks;
  blocks_make(maker, self->nodes, scope);
  maker->out = outer;
  if (keep->blocks->len > 0)
    g_ptr_array_add(maker->out, keep);
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const EachNode *self = (const EachNode *)node;
  g_autoptr(GPtrArray) rows = rows_get(self->rows, scope);
  for (guint i = 0; i < rows->len; i++) {
    LoopRecord loop;
    Scope inside = rows_scope(self->rows, scope, g_ptr_array_index(rows, i), &loop);
    if (self->each->new_page)
      begin_page(maker);
    if (self->keep)
      make_kept(maker, self, &inside);
    else
      blocks_make(maker, self->nodes, &inside);
  }
  if (rows->len == 0)
    maker_add_no_rows(maker, self->rows, &(NoRows){ NULL, self->missing, NULL }, scope);
  maker_add_doubts(maker, self->rows, rows->len > 0, scope);
}

const BlockKind block_each = { &each_spec, sizeof(EachNode), compile, make };
