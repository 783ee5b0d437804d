/* The list of contents: where it stands and how deep it goes; renderers fill it from the headings. */
#include "compose/blocks/block.h"

typedef struct {
  Node node;
  const LayoutContents *contents;
  const Template *title;
} ContentsNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutContents *contents = (const LayoutContents *)block;
  ContentsNode *self = (ContentsNode *)node;
  self->contents = contents;
  if (compiler->inside > 0)
    compiler_fault(compiler, "L-BLOCK", block, NULL, "contents cannot stand in a box or in blocks kept together");
  return compile_template(compiler, block, "title", contents->title, shape, &self->title) && compiler->inside == 0;
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const ContentsNode *self = (const ContentsNode *)node;
  Contents *contents = maker_add(maker, &contents_spec);
  contents->depth = self->contents->depth > 0 ? self->contents->depth : 2;
  contents->title = maker_text(maker, self->title, scope);
  if (!contents->title)
    contents->title = arena_strdup(maker->arena, document_word(maker->document, "contents"));
}

const BlockKind block_contents = { &layout_contents_spec, sizeof(ContentsNode), compile, make };
