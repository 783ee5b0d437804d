/* Headings: numbered by the layout, with an id that links can name. */
#include "compose/blocks/block.h"
#include "compose/blocks/id.h"

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

/* The number with each "#" replaced by a count; the last "#" counts this heading. */
static char *count_heading(Maker *maker, int level, const char *pattern)
{
  g_auto(GStrv) parts = g_strsplit(pattern ? pattern : "", "#", -1);
  int n = (int)g_strv_length(parts) - 1;
  for (int inner = level + 1; inner < (int)G_N_ELEMENTS(maker->counts); inner++)
    maker->counts[inner] = 0;
  if (n < 1)
    return (char *)pattern;
  if (g_strcmp0(maker->counted[level], pattern) != 0)
    maker->counts[level] = 0;
  maker->counted[level] = pattern;
  maker->counts[level]++;
  g_autoptr(GString) number = g_string_new(parts[0]);
  for (int i = 1; i <= n; i++)
    g_string_append_printf(number, "%d%s", maker->counts[MAX(level - n + i, 0)], parts[i]);
  return arena_strdup(maker->arena, number->str);
}

/* Links name it by all words of its id, of which the id itself has the first. */
static void add_anchor(Maker *maker, Heading *heading, const char *words)
{
  g_autofree char *whole = id_whole(words);
  if (!g_hash_table_contains(maker->anchors, whole))
    g_hash_table_insert(maker->anchors, g_steal_pointer(&whole), heading);
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const HeadingNode *self = (const HeadingNode *)node;
  GPtrArray *runs = template_runs(self->words, maker->document, scope, maker->arena);
  if (runs->len == 0)
    return;
  Heading *heading = maker_add(maker, &heading_spec);
  heading->level = self->heading->level > 0 ? self->heading->level : 1;
  const char *number = self->number ? template_text_sure(self->number, maker->document, scope, maker->arena) : NULL;
  heading->number = count_heading(maker, heading->level, number);
  heading->contents = !self->heading->hidden;
  heading->runs = runs;
  g_autofree char *words = runs_to_text(runs);
  g_autofree char *all = g_strconcat(heading->number ? heading->number : "", " ", words, NULL);
  const char *id = maker_text(maker, self->id, scope);
  heading->id = maker_id(maker, id ? id : all);
  add_anchor(maker, heading, id ? id : all);
  maker->level = heading->level;
}

const BlockKind block_heading = { &layout_heading_spec, sizeof(HeadingNode), compile, make };
