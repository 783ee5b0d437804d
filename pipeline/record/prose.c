/* Prose as data: making it, asking for its words. */
#include "record/prose.h"
#include "base/text.h"

Run *run_new(Arena *arena, const char *text, guint style)
{
  Run *run = arena_alloc(arena, sizeof *run);
  run->text = arena_strdup(arena, text);
  run->style = style;
  return run;
}

Run *run_new_note(Arena *arena, guint number)
{
  Run *run = run_new(arena, arena_printf(arena, "[%u]", number), RUN_NOTE);
  run->href = arena_printf(arena, "#note:%u", number);
  return run;
}

static void append_runs(GString *out, const GPtrArray *runs)
{
  for (guint i = 0; runs && i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & RUN_BREAK)
      g_string_append_c(out, '\n');
    if (!(run->style & RUN_NOTE))
      g_string_append(out, run->text);
  }
}

void runs_walk(const GPtrArray *runs, RunsVisit visit, void *data)
{
  visit(runs, data);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->note)
      runs_walk(run->note, visit, data);
  }
}

static void walk_cell(const ProseCell *cell, RunsVisit visit, void *data)
{
  if (cell->prose)
    prose_walk_runs(cell->prose, visit, data);
  else
    runs_walk(cell->runs, visit, data);
}

static void walk_block(const ProseBlock *block, RunsVisit visit, void *data)
{
  switch (block->kind) {
  case PROSE_PARA:
  case PROSE_HEADING:
    if (block->runs)
      runs_walk(block->runs, visit, data);
    return;
  case PROSE_LIST:
    for (guint i = 0; i < block->items->len; i++)
      prose_walk_runs(g_ptr_array_index(block->items, i), visit, data);
    return;
  case PROSE_PICTURE:
    if (block->alt)
      visit(block->alt, data);
    if (block->runs)
      visit(block->runs, data);
    return;
  case PROSE_TABLE:
    if (block->runs)
      visit(block->runs, data);
    for (guint i = 0; i < block->rows->len; i++) {
      const GPtrArray *row = g_ptr_array_index(block->rows, i);
      for (guint j = 0; j < row->len; j++)
        walk_cell(g_ptr_array_index(row, j), visit, data);
    }
    return;
  }
}

void prose_walk_runs(const Prose *prose, RunsVisit visit, void *data)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++)
    walk_block(g_ptr_array_index(prose->blocks, i), visit, data);
}

/* ---- given anew -------------------------------------------------------------------------------------------------- */

typedef struct {
  Arena *arena;
  RunsMap map;
  void *data;
} Mapping;

static Prose *map_prose(const Mapping *m, const Prose *prose);

static GPtrArray *map_list(const Mapping *m, GPtrArray *runs)
{
  return runs ? m->map(runs, m->data) : NULL;
}

static GPtrArray *map_row(const Mapping *m, const GPtrArray *row)
{
  GPtrArray *cells = arena_list(m->arena);
  for (guint i = 0; i < row->len; i++) {
    ProseCell *cell = arena_alloc(m->arena, sizeof *cell);
    *cell = *(const ProseCell *)g_ptr_array_index(row, i);
    cell->runs = map_list(m, cell->runs);
    cell->prose = cell->prose ? map_prose(m, cell->prose) : NULL;
    g_ptr_array_add(cells, cell);
  }
  return cells;
}

static ProseBlock *map_block(const Mapping *m, const ProseBlock *block)
{
  ProseBlock *mapped = arena_alloc(m->arena, sizeof *mapped);
  *mapped = *block;
  mapped->alt = map_list(m, block->alt);
  mapped->runs = map_list(m, block->runs);
  mapped->items = block->items ? arena_list(m->arena) : NULL;
  mapped->rows = block->rows ? arena_list(m->arena) : NULL;
  for (guint i = 0; block->items && i < block->items->len; i++)
    g_ptr_array_add(mapped->items, map_prose(m, g_ptr_array_index(block->items, i)));
  for (guint i = 0; block->rows && i < block->rows->len; i++)
    g_ptr_array_add(mapped->rows, map_row(m, g_ptr_array_index(block->rows, i)));
  return mapped;
}

static Prose *map_prose(const Mapping *m, const Prose *prose)
{
  Prose *mapped = arena_alloc(m->arena, sizeof *mapped);
  *mapped = *prose;
  mapped->blocks = arena_list(m->arena);
  for (guint i = 0; i < prose->blocks->len; i++)
    g_ptr_array_add(mapped->blocks, map_block(m, g_ptr_array_index(prose->blocks, i)));
  return mapped;
}

Prose *prose_map_runs(Arena *arena, const Prose *prose, RunsMap map, void *data)
{
  const Mapping m = { arena, map, data };
  return map_prose(&m, prose);
}

/* The words of the next paragraph, caption or cell. */
static void append_line(const GPtrArray *runs, void *data)
{
  GString *out = data;
  if (out->len > 0)
    g_string_append_c(out, '\n');
  append_runs(out, runs);
}

char *prose_to_text(const Prose *prose)
{
  GString *out = g_string_new(NULL);
  prose_walk_runs(prose, append_line, out);
  return g_string_free(out, FALSE);
}

glong runs_length(const GPtrArray *runs)
{
  glong length = 0;
  for (guint i = 0; i < runs->len; i++)
    length += text_length(((const Run *)g_ptr_array_index(runs, i))->text);
  return length;
}

char *runs_to_text(const GPtrArray *runs)
{
  GString *out = g_string_new(NULL);
  append_runs(out, runs);
  return g_string_free(out, FALSE);
}

bool prose_is_empty(const Prose *prose)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++)
    if (((const ProseBlock *)g_ptr_array_index(prose->blocks, i))->kind == PROSE_PICTURE)
      return false;
  g_autofree char *text = prose_to_text(prose);
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      return false;
  return true;
}
