/* The letters of a passage beside those of its file. */
#include "record/passage.h"
#include "xml/letters.h"
#include <string.h>

enum { RESYNC_LETTERS = 8, RESYNCS = 8 }; /* letters that tell where words go on; how often they are looked for */

Passage *passage_of_prose(Arena *arena, const Prose *prose)
{
  Passage *passage = arena_alloc(arena, sizeof *passage);
  g_autofree char *text = prose_to_text(prose);
  *passage =
      (Passage){ .text = arena_strdup(arena, text), .length_bytes = strlen(text), .prose = prose, .arena = arena };
  if (prose) {
    passage->source = prose->source;
    passage->offset = prose->offset;
  }
  return passage;
}

static gsize field_offset(const Record *record, const Field *field)
{
  gsize offset = record->offset;
  if (field->place == IN_ELEMENT)
    letters_child(record->source, record->offset, field->name, &offset);
  return offset;
}

/* The words as prose of one paragraph. */
static Prose *paragraph_new(Arena *arena, GPtrArray *runs, const Source *source, gsize offset)
{
  Prose *prose = arena_alloc(arena, sizeof *prose);
  ProseBlock *block = arena_alloc(arena, sizeof *block);
  *block = (ProseBlock){ .kind = PROSE_PARA, .offset = (guint32)offset, .runs = runs };
  *prose = (Prose){ .blocks = arena_list(arena), .source = source, .offset = (guint32)offset };
  g_ptr_array_add(prose->blocks, block);
  return prose;
}

Passage *passage_of_runs(Arena *arena, GPtrArray *runs, const Source *source, gsize offset)
{
  return passage_of_prose(arena, paragraph_new(arena, runs, source, offset));
}

Passage *passage_of_field(Arena *arena, const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  void *const *at = record_at(record, field);
  if (field->type == FIELD_PROSE || (field->type == FIELD_RUNS && !*at))
    return passage_of_prose(arena, *at);
  gsize offset = record->source ? field_offset(record, field) : 0;
  if (field->type == FIELD_RUNS)
    return passage_of_runs(arena, *at, record->source, offset);
  const char *text = *at ? *at : "";
  Passage *passage = arena_alloc(arena, sizeof *passage);
  *passage = (Passage){ .text = text,
                        .length_bytes = strlen(text),
                        .source = record->source,
                        .offset = offset,
                        .attribute = field->place == IN_ATTRIBUTE ? field->name : NULL,
                        .arena = arena };
  return passage;
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

typedef struct {
  Passage *passage;
  guint at; /* bytes of the text that have their place, but for those of the notes that follow */
  Letters letters;
  gsize otherwise; /* the place of what was not written so */
  guint resyncs;   /* left */
} Mapping;

static bool is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Whether the next letters of the file are those of the text. */
static bool goes_on(Letters letters, const char *text)
{
  gsize offset;
  for (guint n = 0; n < RESYNC_LETTERS && *text && *text != '\n'; text = g_utf8_next_char(text)) {
    if (is_space(*text))
      continue;
    if (letters_next(&letters, &offset) != g_utf8_get_char(text))
      return false;
    n++;
  }
  return true;
}

/* Goes to where the words of the text are, if they are further on in the element. */
static bool resync(Mapping *m, const char *text)
{
  Letters ahead = m->letters;
  gsize offset;
  if (m->resyncs == 0)
    return false;
  m->resyncs--;
  do {
    if (goes_on(ahead, text)) {
      m->letters = ahead;
      return true;
    }
  } while (letters_next(&ahead, &offset));
  return false;
}

static void put(Mapping *m, gsize offset)
{
  if (m->at < m->passage->length_bytes)
    m->passage->places[m->at] = (guint32)offset;
  m->at++;
}

/* The place of the letter of the text at m->at. */
static void map_letter(Mapping *m)
{
  const char *text = m->passage->text + m->at;
  guint bytes = (guint)(g_utf8_next_char(text) - text);
  Letters before = m->letters;
  gsize offset = m->letters.at;
  if (!is_space(*text) && letters_next(&m->letters, &offset) != g_utf8_get_char(text)) {
    m->letters = before;
    if (!resync(m, text) || !letters_next(&m->letters, &offset))
      offset = m->otherwise;
  }
  for (guint i = 0; i < bytes; i++)
    put(m, offset);
}

static guint length_of(const GPtrArray *runs)
{
  gsize length = 0;
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    length += (run->style & RUN_BREAK ? 1 : 0) + (run->style & RUN_NOTE ? 0 : strlen(run->text));
  }
  return (guint)length;
}

/* Words of one paragraph; those of its footnotes stand behind it in the text, and within it in the file. */
static void map_runs(Mapping *m, const GPtrArray *runs)
{
  if (m->at > 0)
    put(m, m->letters.at);
  guint notes = m->at + length_of(runs);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & RUN_BREAK)
      put(m, m->letters.at);
    if (run->note) {
      guint back = m->at;
      m->at = notes;
      map_runs(m, run->note);
      notes = m->at;
      m->at = back;
    }
    guint end = m->at + (run->style & RUN_NOTE ? 0 : (guint)strlen(run->text));
    while (m->at < MIN(end, m->passage->length_bytes))
      map_letter(m);
  }
  m->at = notes;
}

static void begin_element(Mapping *m, gsize offset)
{
  m->letters = letters_of_element(m->passage->source, offset);
  m->otherwise = offset;
  m->resyncs = RESYNCS;
}

static void map_attribute(Mapping *m, gsize tag_offset, const char *name, const GPtrArray *runs)
{
  begin_element(m, tag_offset);
  m->letters = letters_of_attribute(m->passage->source, tag_offset, name);
  if (runs)
    map_runs(m, runs);
}

static void map_prose(Mapping *m, const Prose *prose);

static void map_cell(Mapping *m, const ProseCell *cell)
{
  begin_element(m, cell->offset);
  if (cell->prose)
    map_prose(m, cell->prose);
  else
    map_runs(m, cell->runs);
}

static void map_block(Mapping *m, const ProseBlock *block)
{
  switch (block->kind) {
  case PROSE_PARA:
  case PROSE_HEADING:
    begin_element(m, block->offset);
    if (block->runs)
      map_runs(m, block->runs);
    return;
  case PROSE_LIST:
    for (guint i = 0; i < block->items->len; i++)
      map_prose(m, g_ptr_array_index(block->items, i));
    return;
  case PROSE_PICTURE:
    map_attribute(m, block->offset, "alt", block->alt);
    map_attribute(m, block->offset, "caption", block->runs);
    return;
  case PROSE_TABLE:
    map_attribute(m, block->offset, "caption", block->runs);
    for (guint i = 0; i < block->rows->len; i++) {
      const GPtrArray *row = g_ptr_array_index(block->rows, i);
      for (guint j = 0; j < row->len; j++)
        map_cell(m, g_ptr_array_index(row, j));
    }
    return;
  }
}

static void map_prose(Mapping *m, const Prose *prose)
{
  for (guint i = 0; i < prose->blocks->len; i++)
    map_block(m, g_ptr_array_index(prose->blocks, i));
}

static void map_places(Passage *passage)
{
  Mapping m = { .passage = passage };
  passage->places = arena_alloc(passage->arena, (passage->length_bytes + 1) * sizeof *passage->places);
  if (passage->prose) {
    map_prose(&m, passage->prose);
    return;
  }
  begin_element(&m, passage->offset);
  if (passage->attribute)
    m.letters = letters_of_attribute(passage->source, passage->offset, passage->attribute);
  while (m.at < passage->length_bytes)
    map_letter(&m);
}

gsize passage_place(Passage *passage, gsize at)
{
  if (!passage->source)
    return 0;
  if (!passage->places)
    map_places(passage);
  return at < passage->length_bytes ? passage->places[at] : passage->offset;
}
