/* Facts: pairs of label and value, shown as a table without a head. */
#include "compose/blocks/tables.h"

typedef struct {
  const Template *label, *value, *missing; /* missing: or NULL */
  const Condition *when;
} FactNode;

typedef struct {
  Node node;
  GPtrArray *facts; /* of FactNode */
} FactsNode;

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const Facts *facts = (const Facts *)block;
  FactsNode *self = (FactsNode *)node;
  self->facts = arena_list(compiler->arena);
  bool fine = true;
  for (guint i = 0; i < facts->facts->len; i++) {
    const Fact *fact = g_ptr_array_index(facts->facts, i);
    FactNode *inner = arena_alloc(compiler->arena, sizeof *inner);
    fine &= compile_template(compiler, &fact->record, "label", fact->label, shape, &inner->label);
    fine &= compile_template(compiler, &fact->record, "value", fact->value, shape, &inner->value);
    fine &= compile_template(compiler, &fact->record, "missing", fact->missing, shape, &inner->missing);
    fine &= compile_condition(compiler, &fact->record, "when", fact->when, shape, &inner->when);
    g_ptr_array_add(self->facts, inner);
  }
  return fine;
}

/* What nobody has to give is left out when nobody gave it. */
static void make_fact(Maker *maker, const FactNode *fact, const Scope *scope, RowGroup *group)
{
  if (fact->when && !condition_holds(fact->when, scope))
    return;
  if (fact->when)
    condition_tell(fact->when, scope);
  const Document *document = maker->document;
  const GPtrArray *value = template_runs(fact->value, document, scope, maker->arena);
  if (!value->len && !fact->missing)
    return;
  if (!value->len)
    value = template_runs(fact->missing, document, scope, maker->arena);
  Row *row = group_add_row(maker, group);
  cell_add_runs(maker, row_add_cell(maker, row), NULL, template_runs(fact->label, document, scope, maker->arena));
  cell_add_runs(maker, row_add_cell(maker, row), NULL, value);
}

enum { LABEL_SHARE = 22, VALUE_SHARE = 78 };

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const FactsNode *self = (const FactsNode *)node;
  Table *table = maker_add_table(maker, "facts", NULL);
  table->style = "facts";
  table->no_head = table->no_sheet = true;
  Column *label = table_add_column(maker, table, document_word(maker->document, "fact"), LABEL_SHARE, ALIGN_NONE);
  label->row_header = true;
  table_add_column(maker, table, document_word(maker->document, "value"), VALUE_SHARE, ALIGN_NONE);
  RowGroup *group = table_add_group(maker, table, NULL);
  for (guint i = 0; i < self->facts->len; i++)
    make_fact(maker, g_ptr_array_index(self->facts, i), scope, group);
  if (group->rows->len == 0)
    g_ptr_array_set_size(maker->out, (int)maker->out->len - 1);
}

const BlockKind block_facts = { &facts_spec, sizeof(FactsNode), compile, make };
