/* "Not given", where a title, a text or a reference must stand. */
#include "compose/wording/blank.h"
#include "record/record-walk.h"
#include "record/value.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const char *word;
} Filling;

static bool is_blank(const GPtrArray *runs)
{
  return runs && runs->len == 1 && g_str_equal(((const Run *)g_ptr_array_index(runs, 0))->text, NOT_GIVEN);
}

/* Codes have a number behind it, where there are several. */
static void fill_field(const Filling *filling, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  bool text = field->type == FIELD_TEXT || field->type == FIELD_CODE;
  const char *said = text ? *(char **)at : NULL;
  if (said && g_str_has_prefix(said, NOT_GIVEN) && (!said[strlen(NOT_GIVEN)] || field->type == FIELD_CODE))
    *(char **)at = arena_printf(filling->arena, "%s%s", filling->word, said + strlen(NOT_GIVEN));
  if (field->type != FIELD_RUNS || !is_blank(*(GPtrArray **)at))
    return;
  GPtrArray *runs = arena_list(filling->arena);
  g_ptr_array_add(runs, run_new(filling->arena, filling->word, 0));
  *(GPtrArray **)at = runs;
}

static void fill(const Record *record, void *data)
{
  for (guint i = 0; i < record->spec->n_fields; i++)
    if (record->spec->fields[i].flags & FIELD_REQUIRED)
      fill_field(data, (Record *)record, &record->spec->fields[i]);
}

void blank_fill(Arena *arena, const Document *document, Record *root)
{
  const char *word = document_find_word(document, "not-given");
  Filling filling = { arena, word };
  if (word && !g_str_equal(word, NOT_GIVEN))
    record_walk(root, fill, &filling);
}
