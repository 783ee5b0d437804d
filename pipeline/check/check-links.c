/* Links that contradict each other: an area of another priority, a board that does not watch it, a risk between two
 * objectives. */
#include "check/checks.h"
#include <string.h>

/* What the framework links. */
typedef struct {
  GHashTable *priority_of; /* area to Priority */
  GHashTable *boards;      /* ref to Board */
  GHashTable *strange;     /* code to the only Strange use of it */
} Links;

/* A use of a code that does not fit the item's priorities. */
typedef struct {
  const Record *item, *other;
  guint times;
} Strange;

static void links_init(Links *links, const Framework *framework)
{
  *links = (Links){ g_hash_table_new(g_str_hash, g_str_equal), g_hash_table_new(g_str_hash, g_str_equal),
                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free) };
  for (guint i = 0; i < framework->priorities->len; i++) {
    Priority *priority = g_ptr_array_index(framework->priorities, i);
    for (guint j = 0; j < priority->areas->len; j++) {
      const Area *area = g_ptr_array_index(priority->areas, j);
      if (area->ref)
        g_hash_table_insert(links->priority_of, area->ref, priority);
    }
  }
  for (guint i = 0; i < framework->boards->len; i++) {
    Board *board = g_ptr_array_index(framework->boards, i);
    if (board->ref)
      g_hash_table_insert(links->boards, board->ref, board);
  }
}

static void links_clear(Links *links)
{
  g_hash_table_unref(links->priority_of);
  g_hash_table_unref(links->boards);
  g_hash_table_unref(links->strange);
}

/* Remembers a use; key is "area 30" or "board homes". */
static void note_strange(const Links *links, const char *kind, const char *code, const Record *item,
                         const Record *other)
{
  g_autofree char *key = g_strdup_printf("%s %s", kind, code);
  Strange *strange = g_hash_table_lookup(links->strange, key);
  if (!strange) {
    strange = g_new0(Strange, 1);
    *strange = (Strange){ item, other, 0 };
    g_hash_table_insert(links->strange, g_steal_pointer(&key), strange);
  }
  strange->times++;
}

static bool has_code(const GPtrArray *codes, const char *code)
{
  for (guint i = 0; code && i < codes->len; i++)
    if (g_str_equal(g_ptr_array_index(codes, i), code))
      return true;
  return false;
}

/* The item's own priorities, else those of the objective above it. */
static const GPtrArray *priorities_of(const GPtrArray *own, const GPtrArray *above)
{
  return own->len > 0 || !above ? own : above;
}

static void check_areas(const Links *links, const Record *item, const GPtrArray *areas, const GPtrArray *priorities)
{
  for (guint i = 0; priorities->len > 0 && i < areas->len; i++) {
    const char *code = g_ptr_array_index(areas, i);
    const Priority *priority = g_hash_table_lookup(links->priority_of, code);
    if (priority && priority->ref && !has_code(priorities, priority->ref))
      note_strange(links, "area", code, item, &priority->record);
  }
}

static void check_board(const Links *links, const Record *item, const char *code, const GPtrArray *priorities)
{
  const Board *board = code ? g_hash_table_lookup(links->boards, code) : NULL;
  if (!board || board->priorities->len == 0 || priorities->len == 0)
    return;
  for (guint i = 0; i < priorities->len; i++)
    if (has_code(board->priorities, g_ptr_array_index(priorities, i)))
      return;
  note_strange(links, "board", code, item, &board->record);
}

/* Uses that stand alone. */
static void report_strange(const Checks *c, const Links *links)
{
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, links->strange);
  while (g_hash_table_iter_next(&iter, &key, &value)) { /* findings are sorted later */
    const Strange *strange = value;
    bool area = strange->other->spec == &priority_spec;
    const char *code = strchr(key, ' ') + 1;
    g_autofree char *name = record_name(strange->item);
    Spot spot = { strange->item, area ? "areas" : "board", strange->other, NULL };
    if (strange->times > 1)
      continue;
    if (area)
      findings_add(c->findings, "R-AREA-PRIORITY", &spot,
                   "%s: area of focus %s belongs to corporate priority '%s', which is none of its own", name, code,
                   ((const Priority *)strange->other)->ref);
    else
      findings_add(c->findings, "R-BOARD-PRIORITY", &spot, "%s: board '%s' watches none of its corporate priorities",
                   name, code);
  }
}

static void check_objectives(const Checks *c, const Links *links)
{
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->inputs->plan->objectives, i);
    check_areas(links, &objective->record, objective->areas, objective->priorities);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      const GPtrArray *priorities = priorities_of(milestone->priorities, objective->priorities);
      check_areas(links, &milestone->record, milestone->areas, priorities);
      check_board(links, &milestone->record, milestone->board, priorities);
    }
  }
}

static void run(const Checks *c)
{
  Links links;
  links_init(&links, c->inputs->framework);
  check_objectives(c, &links);
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    check_areas(&links, &indicator->record, indicator->areas, indicator->priorities);
    check_board(&links, &indicator->record, indicator->board, indicator->priorities);
  }
  report_strange(c, &links);
  links_clear(&links);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-AREA-PRIORITY", LEVEL_NOTE, "references", "an area of focus of another corporate priority",
    "The item would be reported under one priority and point at another.", "Correct the area of focus, or add its priority." },
  { "R-BOARD-PRIORITY", LEVEL_NOTE, "references", "a board that watches none of the item's priorities",
    "The item would go to a board that has nothing to do with it.", "Correct the board or the priorities." },
  { NULL },
};
/* clang-format on */

const Check check_links = { .run = run, .rules = rules };
