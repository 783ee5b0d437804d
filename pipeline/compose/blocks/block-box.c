/* A box around blocks. */
#include "compose/blocks/block.h"

typedef struct {
  Node node;
  const char *tone;
  GPtrArray *nodes;
} BoxNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutBox *box = (const LayoutBox *)block;
  BoxNode *self = (BoxNode *)node;
  self->tone = box->tone ? box->tone : "note";
  bool known = g_str_equal(self->tone, "note") || g_str_equal(self->tone, "warning");
  if (!known)
    compiler_fault(compiler, "L-VALUE", block, "tone", "the tone of a box is note or warning, not '%s'", box->tone);
  if (compiler->inside > 0)
    compiler_fault(compiler, "L-BLOCK", block, NULL, "a box cannot stand in a box or in blocks kept together");
  bool fine = known && compiler->inside == 0;
  compiler->inside++;
  self->nodes = blocks_compile(compiler, box->blocks, shape);
  compiler->inside--;
  return fine;
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const BoxNode *self = (const BoxNode *)node;
  Box *box = record_new(maker->arena, &box_spec, NULL);
  GPtrArray *outer = maker->out;
  box->tone = (char *)self->tone;
  maker->out = box->blocks;
  blocks_make(maker, self->nodes, scope);
  maker->out = outer;
  if (box->blocks->len > 0)
    g_ptr_array_add(maker->out, box);
}

const BlockKind block_box = { &layout_box_spec, sizeof(BoxNode), compile, make };
