/* Marks: what the short marks beside and instead of figures mean (E, NYA), and the words that stand where there is none
 * (Not due, Withheld): those that are used, and that the council's own lists do not explain. */
#include "compose/blocks/block.h"
#include "compose/wording/words.h"
#include "model/report.h"
#include "record/record-walk.h"

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  (void)compiler, (void)block, (void)shape, (void)node;
  return true;
}

/* ---- what is used ----------------------------------------------------------------------------------------------- */

/* The words, by the names of states, ratings and directions; each may be a symbol, stand instead of a figure, or alone.
 */
static const char *const names[] = { "not-available",   "not-applicable", "to-be-confirmed", "annual",
                                     "see-comment",     "new-measure",    "suppressed",      "not-due",
                                     "not-supplied",    "not-readable",   "not-rated",       "not-comparable",
                                     "no-clear-change", "parts-only",     "green",           "amber",
                                     "red",             "complete",       "better",          "same",
                                     "worse" };
enum { NAMES = G_N_ELEMENTS(names) };

typedef struct {
  const Document *document;
  guint flags, states;       /* sets of 1 << Flag and 1 << State */
  bool by_rule;              /* a symbol that nobody stated */
  const char *labels[NAMES]; /* how each word was said; NULL: it was not */
} Used;

static void use_word(Used *used, const char *name, const char *label)
{
  for (guint i = 0; i < NAMES; i++)
    if (g_str_equal(names[i], name))
      used->labels[i] = label;
}

/* What stands instead of a figure: a mark, or a word. */
static void use_state(Used *used, int state)
{
  g_autofree char *mark = g_strconcat("shorthand-", terms_name(&terms_state, state), NULL);
  used->states |= 1u << state;
  if (state && document_word(used->document, mark) == mark)
    use_word(used, terms_name(&terms_state, state), term_word(used->document, &terms_state, state));
}

static void use_symbol(Used *used, const Symbol *symbol)
{
  used->by_rule |= symbol->by_rule;
  int rating = terms_find(&terms_rating, symbol->name), travel = terms_find(&terms_travel, symbol->name);
  const char *word =
      rating > 0 ? term_word(used->document, &terms_rating, rating) : term_word(used->document, &terms_travel, travel);
  if (rating > 0 || travel > 0)
    use_word(used, symbol->name, symbol->word && !symbol->by_rule ? symbol->word : word);
}

/* A paragraph that is the word of a state and nothing else. */
static void use_runs(Used *used, const GPtrArray *runs)
{
  const char *text = runs && runs->len == 1 ? ((const Run *)g_ptr_array_index(runs, 0))->text : NULL;
  for (int state = 1; text && state < (int)terms_state.n; state++) {
    const char *word = term_word(used->document, &terms_state, state);
    if (g_str_equal(text, word))
      use_word(used, terms_name(&terms_state, state), word);
  }
}

static void use_prose(Used *used, const Prose *prose)
{
  const ProseBlock *only = prose && prose->blocks->len == 1 ? g_ptr_array_index(prose->blocks, 0) : NULL;
  if (only && only->kind == PROSE_PARA)
    use_runs(used, only->runs);
}

static void use(const Record *visited, void *data)
{
  Used *used = data;
  if (visited->spec == &value_item_spec) {
    const Value *value = (const Value *)visited;
    used->flags |= value->flags;
    if (!value->number.given && !value->text)
      use_state(used, value->state);
  } else if (visited->spec == &point_spec) {
    const Point *point = (const Point *)visited;
    used->flags |= point->flags;
    if (!point->number.given)
      use_state(used, point->state);
  } else if (visited->spec == &symbol_spec) {
    use_symbol(used, (const Symbol *)visited);
  } else if (visited->spec == &para_spec) {
    use_runs(used, ((const Para *)visited)->runs);
  } else if (visited->spec == &text_spec) {
    use_prose(used, ((const Text *)visited)->prose);
  }
}

static void use_from(Used *used, const GPtrArray *blocks, guint from)
{
  for (guint i = from; i < blocks->len; i++)
    record_walk(g_ptr_array_index(blocks, i), use, used);
}

/* All since the last time. What stands in a box or is kept together is in no section before it is complete. */
static void use_new(Maker *maker, Used *used)
{
  const GPtrArray *sections = maker->document->sections;
  MarksSeen *seen = &maker->marks;
  for (guint i = seen->section; i < sections->len; i++) {
    const GPtrArray *blocks = ((const DocSection *)g_ptr_array_index(sections, i))->blocks;
    use_from(used, blocks, i == seen->section ? seen->block : 0);
    seen->block = blocks->len;
  }
  seen->section = sections->len ? sections->len - 1 : 0;
  if (maker->section && maker->out != maker->section->blocks)
    use_from(used, maker->out, 0);
}

/* ---- explaining ------------------------------------------------------------------------------------------------- */

/* By the council's list of shorthand, or by its key to symbols. */
static bool is_explained(const Scope *scope, const char *mark, const char *name)
{
  const Record *first = scope->world->reports->len ? g_ptr_array_index(scope->world->reports, 0) : NULL;
  const Report *report = first && first->spec == &report_spec ? (const Report *)first : NULL;
  for (guint i = 0; report && i < report->shorthand->len; i++) {
    const Shorthand *entry = g_ptr_array_index(report->shorthand, i);
    if (g_strcmp0(entry->ref, mark) == 0 || g_str_equal(terms_name(&terms_state, entry->state), name))
      return true;
  }
  for (guint i = 0; report && i < report->key->len; i++)
    if (g_strcmp0(((const KeyEntry *)g_ptr_array_index(report->key, i))->name, name) == 0)
      return true;
  return false;
}

static void add(GString *out, const char *words)
{
  g_string_append_printf(out, "%s%s", out->len ? "; " : "", words);
}

/* "E: estimate", for each mark of the set that is shorter than its meaning. */
static void explain_marks(const Maker *maker, const Scope *scope, const Terms *terms, const char *meaning, guint set,
                          GString *out)
{
  for (int i = 1; i < (int)terms->n; i++) {
    g_autofree char *short_name = g_strconcat("shorthand-", terms_name(terms, i), NULL);
    g_autofree char *long_name = g_strconcat(meaning, "-", terms_name(terms, i), NULL);
    const char *mark = document_word(maker->document, short_name);
    bool marked = (set & 1u << i) && mark != short_name;
    if (!marked || is_explained(scope, mark, terms_name(terms, i)))
      continue;
    g_autofree char *words = g_utf8_strdown(document_word(maker->document, long_name), -1);
    g_autofree char *said = g_strconcat(mark, ": ", words, NULL);
    add(out, said);
  }
}

/* "Not due: nothing was to be reported for this period". */
static void explain_words(const Maker *maker, const Scope *scope, const Used *used, GString *out)
{
  for (guint i = 0; i < NAMES; i++) {
    if (!used->labels[i] || is_explained(scope, used->labels[i], names[i]))
      continue;
    g_autofree char *name = g_strconcat("means-", names[i], NULL);
    g_autofree char *said = g_strconcat(used->labels[i], ": ", document_word(maker->document, name), NULL);
    add(out, said);
  }
}

static void explain(Maker *maker, const Scope *scope)
{
  Used used = { .document = maker->document };
  use_new(maker, &used);
  g_autoptr(GString) out = g_string_new(NULL);
  explain_marks(maker, scope, &terms_flag, "flag", used.flags, out);
  explain_marks(maker, scope, &terms_state, "state", used.states, out);
  explain_words(maker, scope, &used, out);
  if (used.by_rule)
    add(out, document_word(maker->document, "marks-by-rule"));
  if (out->len == 0)
    return;
  g_string_append_c(out, '.');
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, run_new(maker->arena, out->str, 0));
  maker_add_para(maker, "note", runs);
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  (void)node;
  explain(maker, scope);
}

void marks_close(Maker *maker, const Scope *scope)
{
  if (!maker->section)
    return;
  maker->out = maker->section->blocks;
  explain(maker, scope);
}

const BlockKind block_marks = { &layout_marks_spec, sizeof(Node), compile, make };
