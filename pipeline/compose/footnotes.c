/* Footnotes: a walk over all words of the document, in reading order. */
#include "compose/footnotes.h"
#include "record/record-walk.h"

typedef struct {
  Arena *arena;
  guint count;        /* of notes so far */
  GHashTable *known;  /* what notes say, with their looks, owned: their numbers */
  GPtrArray *waiting; /* of Para: numbered, and not yet placed */
} Settling;

/* ---- whether there are any --------------------------------------------------------------------------------------- */

static void find_runs(const GPtrArray *runs, void *found)
{
  for (guint i = 0; i < runs->len; i++)
    *(bool *)found |= ((const Run *)g_ptr_array_index(runs, i))->note != NULL;
}

static void find(const Record *record, void *found)
{
  record_walk_runs(record, find_runs, found);
}

static bool has_notes(const Record *record)
{
  bool found = false;
  record_walk(record, find, &found);
  return found;
}

static bool prose_has_notes(const Prose *prose)
{
  bool found = false;
  prose_walk_runs(prose, find_runs, &found);
  return found;
}

/* ---- numbering --------------------------------------------------------------------------------------------------- */

/* The words with all that makes them look and lead as they do: two notes that have it in common are one. */
static char *note_key(const GPtrArray *runs)
{
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    g_string_append_printf(key, "%u\x1f%s\x1f%s\x1f%s\x1e", run->style, run->text ? run->text : "",
                           run->href ? run->href : "", run->lang ? run->lang : "");
  }
  return g_string_free(key, FALSE);
}

/* The words of a new note wait for their place. */
static void add_waiting(Settling *settling, GPtrArray *words)
{
  Para *para = record_new(settling->arena, &para_spec, NULL);
  para->style = arena_strdup(settling->arena, "note");
  para->note = (int)settling->count;
  para->runs = words;
  g_ptr_array_add(settling->waiting, para);
}

/* The number of the note of these words: what was said before is not said again. */
static guint number_of(Settling *settling, GPtrArray *words)
{
  g_autofree char *key = note_key(words);
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(settling->known, key));
  if (number)
    return number;
  g_hash_table_insert(settling->known, g_steal_pointer(&key), GUINT_TO_POINTER(++settling->count));
  add_waiting(settling, words);
  return settling->count;
}

static Run *settle_run(Settling *settling, Run *run)
{
  if (!run->note)
    return run;
  Run *place = run_new_note(settling->arena, number_of(settling, run->note));
  place->style |= run->style & RUN_BREAK;
  place->lang = run->lang;
  return place;
}

static GPtrArray *settle_runs(Settling *settling, GPtrArray *runs)
{
  bool found = false;
  find_runs(runs, &found);
  if (!found)
    return runs;
  GPtrArray *settled = arena_list(settling->arena);
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add(settled, settle_run(settling, g_ptr_array_index(runs, i)));
  return settled;
}

static GPtrArray *settle_prose_runs(GPtrArray *runs, void *settling)
{
  return settle_runs(settling, runs);
}

static void settle_record(Settling *settling, Record *record);

static void settle_field(Settling *settling, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_RUNS && *(GPtrArray **)at) {
    *(GPtrArray **)at = settle_runs(settling, *(GPtrArray **)at);
  } else if (field->type == FIELD_PROSE && prose_has_notes(*(Prose **)at)) {
    *(Prose **)at = prose_map_runs(settling->arena, *(Prose **)at, settle_prose_runs, settling);
  } else if (field->type == FIELD_MANY || field->type == FIELD_ANY) {
    GPtrArray *list = *(GPtrArray **)at;
    for (guint i = 0; i < list->len; i++)
      settle_record(settling, g_ptr_array_index(list, i));
  }
}

static void settle_record(Settling *settling, Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++)
    settle_field(settling, record, &record->spec->fields[i]);
}

/* ---- placing ----------------------------------------------------------------------------------------------------- */

static void place_waiting(Settling *settling, GPtrArray *blocks)
{
  g_ptr_array_extend(blocks, settling->waiting, NULL, NULL);
  g_ptr_array_set_size(settling->waiting, 0);
}

static void settle_blocks(Settling *settling, GPtrArray **blocks, bool apart);

/* Whether what it begins with is another thing than what came before: the notes of that stand above it. */
static bool begins_anew(const Record *block)
{
  if (block->spec == &keep_spec && ((const Keep *)block)->blocks->len > 0)
    return begins_anew(g_ptr_array_index(((const Keep *)block)->blocks, 0));
  return block->spec == &heading_spec || block->spec == &box_spec || (block->spec == &table_spec && has_notes(block));
}

static void settle_block(Settling *settling, Record *block, GPtrArray *out)
{
  bool table = block->spec == &table_spec && has_notes(block);
  if (begins_anew(block))
    place_waiting(settling, out);
  if (block->spec == &box_spec)
    settle_blocks(settling, &((Box *)block)->blocks, true);
  else if (block->spec == &keep_spec)
    settle_blocks(settling, &((Keep *)block)->blocks, false);
  else
    settle_record(settling, block);
  g_ptr_array_add(out, block);
  if (table)
    place_waiting(settling, out);
}

/* apart: none of their notes stands elsewhere. */
static void settle_blocks(Settling *settling, GPtrArray **blocks, bool apart)
{
  GPtrArray *out = arena_list(settling->arena);
  for (guint i = 0; i < (*blocks)->len; i++)
    settle_block(settling, g_ptr_array_index(*blocks, i), out);
  if (apart)
    place_waiting(settling, out);
  *blocks = out;
}

void footnotes_settle(Arena *arena, Document *document)
{
  g_autoptr(GPtrArray) waiting = g_ptr_array_new();
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Settling settling = { arena, 0, known, waiting };
  if (!has_notes(&document->record))
    return;
  for (guint i = 0; i < document->sections->len; i++)
    settle_blocks(&settling, &((DocSection *)g_ptr_array_index(document->sections, i))->blocks, true);
}
