/* Marking a copy of the document: the places are those of footnotes, which can be followed there and back. */
#include "tick/page.h"
#include "record/record-walk.h"

typedef struct {
  Arena *arena;
  const GPtrArray *shown, *ticks;
  GHashTable *marks; /* holder to GArray of guint: indexes of what it shows, in order */
  guint first;       /* number of the first mark: the document has footnotes of its own before it */
} Marking;

/* ---- marks ------------------------------------------------------------------------------------------------------- */

static const char *words_of(int strength)
{
  switch ((Strength)strength) {
  case STRENGTH_OTHER_RECORD:
    return "a record of another document";
  case STRENGTH_EARLIER_RECORD:
    return "the earlier return of that period";
  case STRENGTH_ARITHMETIC:
    return "arithmetic";
  case STRENGTH_OTHER_WORDS:
    return "words of another document";
  case STRENGTH_OWN_RECORD:
    return "a record of its own document";
  case STRENGTH_OWN_WORDS:
    return "words of its own document";
  case STRENGTH_OPEN:
  case STRENGTH_NONE:
    break;
  }
  return "nothing";
}

/* A tick, a doubtful one where it is weak, or a question mark; those who do not see it hear it in words. */
static Run *mark(const Marking *m, guint index)
{
  const Tick *tick = g_ptr_array_index(m->ticks, index);
  bool open = tick->strength == STRENGTH_OPEN;
  guint number = m->first + index;
  Run *run = run_new_note(m->arena, number);
  run->text = arena_printf(m->arena, "%s%u", open ? "?" : strength_is_weak(tick->strength) ? "(✓)" : "✓", number);
  run->alt = arena_printf(m->arena, "%s, %s: note %u", tick->text ? tick->text : "this",
                          open ? "open, nobody could check it" : "ticked", number);
  return run;
}

static const GArray *marks_of(const Marking *m, const Record *holder)
{
  return g_hash_table_lookup(m->marks, holder);
}

/* The runs, and the marks of an item behind them; -1: of all. */
static GPtrArray *marked_runs(const Marking *m, const GPtrArray *runs, const GArray *marks, int item)
{
  GPtrArray *marked = arena_list(m->arena);
  for (guint i = 0; runs && i < runs->len; i++)
    g_ptr_array_add(marked, g_ptr_array_index(runs, i));
  for (guint i = 0; marks && i < marks->len; i++) {
    guint index = g_array_index(marks, guint, i);
    if (item < 0 || (int)((const Shown *)g_ptr_array_index(m->shown, index))->item == item)
      g_ptr_array_add(marked, mark(m, index));
  }
  return marked;
}

/* "82.41% ✓12; 61,445 ?13": of what has no place for a mark within it. */
static GPtrArray *listed_marks(const Marking *m, const GArray *marks, int item)
{
  GPtrArray *runs = arena_list(m->arena);
  for (guint i = 0; i < marks->len; i++) {
    guint index = g_array_index(marks, guint, i);
    const Shown *shown = g_ptr_array_index(m->shown, index);
    if (item >= 0 && (int)shown->item != item)
      continue;
    g_autofree char *text = g_strconcat(runs->len ? "; " : "", shown->text, " ", NULL);
    g_ptr_array_add(runs, run_new(m->arena, text, 0));
    g_ptr_array_add(runs, mark(m, index));
  }
  return runs;
}

static Para *para_of(const Marking *m, GPtrArray *runs)
{
  Para *para = record_new(m->arena, &para_spec, NULL);
  para->style = arena_strdup(m->arena, "note");
  para->runs = runs;
  return para;
}

/* ---- cells ------------------------------------------------------------------------------------------------------- */

static void mark_cell(const Marking *m, const Cell *old, Cell *cell)
{
  const GArray *marks = marks_of(m, &old->record);
  if (!marks)
    return;
  GPtrArray *content = arena_list(m->arena);
  for (guint i = 0; i < cell->content->len; i++) {
    Record *item = g_ptr_array_index(cell->content, i);
    g_ptr_array_add(content, item);
    if (item->spec == &value_item_spec) {
      Value *value = (Value *)item;
      value->notes = marked_runs(m, value->notes, marks, (int)i);
    } else if (item->spec == &para_spec) {
      Para *para = (Para *)item;
      para->runs = marked_runs(m, para->runs, marks, (int)i);
    } else {
      GPtrArray *listed = listed_marks(m, marks, (int)i);
      if (listed->len)
        g_ptr_array_add(content, para_of(m, listed));
    }
  }
  cell->content = content;
}

static void mark_table(const Marking *m, const Table *old, Table *table)
{
  table->caption = marked_runs(m, table->caption, marks_of(m, &old->record), -1);
  for (guint i = 0; i < old->groups->len; i++) {
    const RowGroup *was = g_ptr_array_index(old->groups, i), *is = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < was->rows->len; k++) {
      const Row *row = g_ptr_array_index(was->rows, k), *copy = g_ptr_array_index(is->rows, k);
      for (guint c = 0; c < row->cells->len; c++)
        mark_cell(m, g_ptr_array_index(row->cells, c), g_ptr_array_index(copy->cells, c));
    }
  }
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

static Prose *marked_prose(const Marking *m, const Prose *prose, const GArray *marks)
{
  Prose *copy = arena_alloc(m->arena, sizeof *copy);
  ProseBlock *block = arena_alloc(m->arena, sizeof *block);
  *copy = *prose;
  copy->blocks = arena_list(m->arena);
  g_ptr_array_extend(copy->blocks, prose->blocks, NULL, NULL);
  block->kind = PROSE_PARA;
  block->runs = listed_marks(m, marks, -1);
  g_ptr_array_add(copy->blocks, block);
  return copy;
}

static GPtrArray *marked_blocks(const Marking *m, const GPtrArray *old, const GPtrArray *blocks);

static void mark_block(const Marking *m, const Record *old, Record *block)
{
  const GArray *marks = marks_of(m, old);
  if (block->spec == &table_spec)
    mark_table(m, (const Table *)old, (Table *)block);
  else if (block->spec == &box_spec)
    ((Box *)block)->blocks = marked_blocks(m, ((const Box *)old)->blocks, ((const Box *)block)->blocks);
  else if (block->spec == &keep_spec)
    ((Keep *)block)->blocks = marked_blocks(m, ((const Keep *)old)->blocks, ((const Keep *)block)->blocks);
  else if (!marks)
    return;
  else if (block->spec == &heading_spec)
    ((Heading *)block)->runs = marked_runs(m, ((const Heading *)block)->runs, marks, -1);
  else if (block->spec == &para_spec)
    ((Para *)block)->runs = marked_runs(m, ((const Para *)block)->runs, marks, -1);
  else if (block->spec == &text_spec)
    ((Text *)block)->prose = marked_prose(m, ((const Text *)block)->prose, marks);
}

static GPtrArray *marked_blocks(const Marking *m, const GPtrArray *old, const GPtrArray *blocks)
{
  GPtrArray *marked = arena_list(m->arena);
  for (guint i = 0; i < blocks->len; i++) {
    Record *block = g_ptr_array_index(blocks, i);
    const GArray *marks = block->spec == &chart_spec ? marks_of(m, g_ptr_array_index(old, i)) : NULL;
    mark_block(m, g_ptr_array_index(old, i), block);
    g_ptr_array_add(marked, block);
    if (marks)
      g_ptr_array_add(marked, para_of(m, listed_marks(m, marks, -1)));
  }
  return marked;
}

/* ---- what bears them out ----------------------------------------------------------------------------------------- */

static void say_place(GString *out, const char *file, int line, int column)
{
  if (file)
    g_string_append_printf(out, " (%s, line %d, column %d)", file, line, column);
}

static void say_source(GString *out, const TickSource *source)
{
  g_string_append_printf(out, "; by %s", words_of(source->strength));
  if (source->rule != TICK_BY_AGREES && source->rule != TICK_BY_RESOLVES)
    g_string_append_printf(out, ", %s of", terms_name(&terms_tick_rule, source->rule));
  for (guint i = 0; i < source->parts->len; i++) {
    const TickPart *part = g_ptr_array_index(source->parts, i);
    g_string_append_printf(out, "%s %s", i ? "," : ":", part->text ? part->text : "");
    say_place(out, part->file, part->line, part->column);
  }
  if (source->more > 0)
    g_string_append_printf(out, " and %d more", source->more);
}

static Para *note_of(const Marking *m, guint index)
{
  const Tick *tick = g_ptr_array_index(m->ticks, index);
  g_autoptr(GString) out = g_string_new(tick->text ? tick->text : "");
  say_place(out, tick->file, tick->line, tick->column);
  g_string_append(out, tick->strength == STRENGTH_OPEN ? ": open, nothing bears it out" : ": ticked");
  for (guint i = 0; i < tick->sources->len; i++)
    say_source(out, g_ptr_array_index(tick->sources, i));
  GPtrArray *runs = arena_list(m->arena);
  g_ptr_array_add(runs, run_new(m->arena, out->str, 0));
  Para *para = para_of(m, runs);
  para->note = (int)(m->first + index);
  return para;
}

static void add_section(const Marking *m, Document *document)
{
  DocSection *section = record_new(m->arena, &doc_section_spec, &document->record);
  Heading *heading = record_new(m->arena, &heading_spec, NULL);
  heading->level = 1;
  heading->runs = arena_list(m->arena);
  g_ptr_array_add(heading->runs, run_new(m->arena, "What bears out each figure, date and reference", 0));
  g_ptr_array_add(section->blocks, heading);
  for (guint i = 0; i < m->ticks->len; i++)
    g_ptr_array_add(section->blocks, note_of(m, i));
  g_ptr_array_add(document->sections, section);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static void find_last_note(const Record *record, void *last)
{
  const Para *para = record->spec == &para_spec ? (const Para *)record : NULL;
  *(int *)last = para ? MAX(*(int *)last, para->note) : *(int *)last;
}

static void free_marks(gpointer marks)
{
  g_array_unref(marks);
}

static void index_marks(Marking *m)
{
  for (guint i = 0; i < m->shown->len; i++) {
    const Record *holder = ((const Shown *)g_ptr_array_index(m->shown, i))->holder;
    GArray *marks = g_hash_table_lookup(m->marks, holder);
    if (!marks)
      g_hash_table_insert(m->marks, (gpointer)holder, marks = g_array_new(FALSE, FALSE, sizeof(guint)));
    g_array_append_val(marks, i);
  }
}

const Document *page_new(Arena *arena, const Document *document, const GPtrArray *shown, const GPtrArray *ticks)
{
  int last = 0;
  record_walk(&document->record, find_last_note, &last);
  g_autoptr(GHashTable) marks = g_hash_table_new_full(NULL, NULL, NULL, free_marks);
  Marking m = { .arena = arena, .shown = shown, .ticks = ticks, .marks = marks, .first = (guint)last + 1 };
  index_marks(&m);
  Document *copy = record_copy(arena, &document->record, NULL);
  for (guint i = 0; i < document->sections->len; i++) {
    const DocSection *old = g_ptr_array_index(document->sections, i);
    DocSection *section = g_ptr_array_index(copy->sections, i);
    section->blocks = marked_blocks(&m, old->blocks, section->blocks);
  }
  add_section(&m, copy);
  copy->title = arena_printf(arena, "%s: ticks, not for publication", document->title ? document->title : "Report");
  document_index_words(arena, copy);
  return copy;
}
