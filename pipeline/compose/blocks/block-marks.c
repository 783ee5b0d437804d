/* Marks: what the short marks beside and instead of figures mean (E, NYA), those that are used above and that the
 * council's own list does not explain. */
#include "compose/blocks/block.h"
#include "compose/wording/words.h"
#include "model/report.h"
#include "record/record-walk.h"

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  (void)compiler, (void)block, (void)shape, (void)node;
  return true;
}

/* Sets of 1 << Flag and 1 << State. */
typedef struct {
  guint flags, states;
  bool by_rule; /* a symbol that nobody stated */
} Used;

static void use(const Record *visited, void *data)
{
  Used *used = data;
  if (visited->spec == &value_item_spec) {
    const Value *value = (const Value *)visited;
    used->flags |= value->flags;
    if (!value->number.given && !value->text)
      used->states |= 1u << value->state;
  } else if (visited->spec == &point_spec) {
    used->flags |= ((const Point *)visited)->flags;
  } else if (visited->spec == &symbol_spec) {
    used->by_rule |= ((const Symbol *)visited)->by_rule;
  }
}

static bool is_explained(const Scope *scope, const char *mark)
{
  const Record *first = scope->world->reports->len ? g_ptr_array_index(scope->world->reports, 0) : NULL;
  const GPtrArray *list = first && first->spec == &report_spec ? ((const Report *)first)->shorthand : NULL;
  for (guint i = 0; list && i < list->len; i++)
    if (g_strcmp0(((const Shorthand *)g_ptr_array_index(list, i))->ref, mark) == 0)
      return true;
  return false;
}

/* "E: estimate", for each mark of the set that is shorter than its meaning. */
static void explain(Maker *maker, const Scope *scope, const Terms *terms, const char *meaning, guint set, GString *out)
{
  for (int i = 1; i < (int)terms->n; i++) {
    g_autofree char *short_name = g_strconcat("shorthand-", terms_name(terms, i), NULL);
    g_autofree char *long_name = g_strconcat(meaning, "-", terms_name(terms, i), NULL);
    const char *mark = document_word(maker->document, short_name);
    bool marked = (set & 1u << i) && mark != short_name;
    if (!marked || is_explained(scope, mark))
      continue;
    g_autofree char *words = g_utf8_strdown(document_word(maker->document, long_name), -1);
    g_string_append_printf(out, "%s%s: %s", out->len ? "; " : "", mark, words);
  }
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  (void)node;
  Used used = { 0, 0, false };
  record_walk(&maker->document->record, use, &used);
  for (guint i = 0; i < maker->out->len; i++)
    record_walk(g_ptr_array_index(maker->out, i), use, &used);
  g_autoptr(GString) out = g_string_new(NULL);
  explain(maker, scope, &terms_flag, "flag", used.flags, out);
  explain(maker, scope, &terms_state, "state", used.states, out);
  if (used.by_rule)
    g_string_append_printf(out, "%s%s", out->len ? "; " : "", document_word(maker->document, "marks-by-rule"));
  if (out->len == 0)
    return;
  g_string_append_c(out, '.');
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, run_new(maker->arena, out->str, 0));
  maker_add_para(maker, "note", runs);
}

const BlockKind block_marks = { &layout_marks_spec, sizeof(Node), compile, make };
