/* Paragraphs of the layout's own words. */
#include "compose/blocks/block.h"

typedef struct {
  Node node;
  const char *style;
  const Template *words;
} ParaNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutPara *para = (const LayoutPara *)block;
  ParaNode *self = (ParaNode *)node;
  bool fine = compile_style(compiler, block, para->style);
  self->style = para->style;
  self->words = template_new_runs(compiler, block, para->runs, shape);
  return fine && self->words;
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const ParaNode *self = (const ParaNode *)node;
  maker_add_para(maker, self->style, template_runs(self->words, maker->document, scope, maker->arena));
}

const BlockKind block_para = { &layout_para_spec, sizeof(ParaNode), compile, make };
