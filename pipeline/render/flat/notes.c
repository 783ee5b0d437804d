/* Finding and numbering the notes below tables. */
#include "render/flat/notes.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"

static void note_free(void *data)
{
  Note *note = data;
  g_free(note->text);
  g_ptr_array_unref(note->tables);
  g_free(note);
}

static void add_note(GPtrArray *notes, const Table *table, const Para *para)
{
  g_autofree char *text = plain_runs(para->runs);
  if (!*text)
    return;
  for (guint i = 0; i < notes->len; i++) {
    Note *note = g_ptr_array_index(notes, i);
    if (g_str_equal(note->text, text)) {
      if (!g_ptr_array_find(note->tables, table, NULL))
        g_ptr_array_add(note->tables, (Table *)table);
      return;
    }
  }
  Note *note = g_new0(Note, 1);
  note->number = notes->len + 1;
  note->text = g_steal_pointer(&text);
  note->tables = g_ptr_array_new();
  g_ptr_array_add(note->tables, (Table *)table);
  g_ptr_array_add(notes, note);
}

static void gather(GPtrArray *notes, const GPtrArray *blocks)
{
  const Table *above = NULL;
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    const Para *para = block->spec == &para_spec ? (const Para *)block : NULL;
    if (block->spec == &table_spec)
      above = ((const Table *)block)->no_sheet ? NULL : (const Table *)block;
    else if (para && above && para->style && g_str_equal(para->style, "note"))
      add_note(notes, above, para);
    else
      above = NULL;
    if (block->spec == &keep_spec)
      gather(notes, ((const Keep *)block)->blocks);
    if (block->spec == &box_spec)
      gather(notes, ((const Box *)block)->blocks);
  }
}

GPtrArray *notes_of(const Document *document)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func(note_free);
  for (guint i = 0; i < document->sections->len; i++)
    gather(notes, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return notes;
}

char *notes_marks(const Document *document, const GPtrArray *notes, const Table *table)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < notes->len; i++) {
    const Note *note = g_ptr_array_index(notes, i);
    if (!g_ptr_array_find(note->tables, table, NULL))
      continue;
    g_autofree char *number = g_strdup_printf("%u", note->number);
    g_autofree char *mark = phrase_with(document, "note", number);
    g_string_append_printf(out, " %s", mark);
  }
  return g_string_free(out, FALSE);
}
