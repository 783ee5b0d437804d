/* A layout, read: its sections and their blocks. */
#pragma once
#include "compose/blocks/block.h"
#include "compose/composition.h"

typedef struct {
  const LayoutSection *section;
  const Condition *when;
  const Template *header, *footer;
  GPtrArray *nodes; /* of Node */
} SectionNode;

typedef struct {
  const Template *title, *subject, *author, *header, *footer, *watermark;
  const Condition *watermark_when;
  GPtrArray *sections; /* of SectionNode */
  GPtrArray *params;   /* see params.h */
  GPtrArray *words;
  GPtrArray *left_out; /* of Path */
} LayoutNode;

/* In the compiler's arena; faults go to its diags. */
const LayoutNode *layout_node_new(Compiler *compiler, const Composition *composition, const Shape *shape);
