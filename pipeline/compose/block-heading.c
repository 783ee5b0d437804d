/* Headings: numbered by the layout, with an id that links can name. */
#include "compose/block.h"

typedef struct {
  Node node;
  const LayoutHeading *heading;
  const Template *number, *id, *words;
} HeadingNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutHeading *heading = (const LayoutHeading *)block;
  HeadingNode *self = (HeadingNode *)node;
  self->heading = heading;
  bool fine = compile_template(compiler, block, "number", heading->number, shape, &self->number);
  fine &= compile_template(compiler, block, "id", heading->id, shape, &self->id);
  if (heading->level > 6 || heading->level == 0) {
    compiler_fault(compiler, "L-LEVEL", block, "level", "headings have levels 1 to 6, not %d", heading->level);
    fine = false;
  }
  self->words = template_new_runs(compiler, block, heading->runs, shape);
  return fine && self->words;
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const HeadingNode *self = (const HeadingNode *)node;
  GPtrArray *runs = template_runs(self->words, maker->document, scope, maker->arena);
  if (runs->len == 0)
    return;
  Heading *heading = maker_add(maker, &heading_spec);
  heading->level = self->heading->level > 0 ? self->heading->level : 1;
  heading->number = maker_text(maker, self->number, scope);
  heading->contents = !self->heading->hidden;
  heading->runs = runs;
  g_autofree char *words = runs_to_text(runs);
  g_autofree char *all = g_strconcat(heading->number ? heading->number : "", " ", words, NULL);
  const char *id = maker_text(maker, self->id, scope);
  heading->id = maker_id(maker, id ? id : all);
  maker->level = heading->level;
}

const BlockKind block_heading = { &layout_heading_spec, sizeof(HeadingNode), compile, make };
