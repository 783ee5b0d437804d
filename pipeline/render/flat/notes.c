/* Finding and numbering the notes below tables. */
#include "render/flat/notes.h"
#include "record/record-walk.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"

struct Notes {
  guint footnotes;      /* the highest number of a footnote: other notes are numbered after it */
  guint others;         /* of the list */
  GPtrArray *list;      /* of Note */
  GHashTable *by_text;  /* text to Note */
  GHashTable *by_table; /* Table * to its notes, owned */
};

static void note_free(void *data)
{
  Note *note = data;
  g_free(note->text);
  g_ptr_array_unref(note->tables);
  g_free(note);
}

/* Takes the text. */
static Note *note_add(Notes *notes, guint number, char *text)
{
  Note *note = g_new0(Note, 1);
  note->number = number;
  note->text = text;
  note->tables = g_ptr_array_new();
  g_ptr_array_add(notes->list, note);
  return note;
}

/* The note of that text; a new one when there is none. */
static Note *note_of(Notes *notes, char *text)
{
  Note *note = g_hash_table_lookup(notes->by_text, text);
  if (note) {
    g_free(text);
    return note;
  }
  note = note_add(notes, notes->footnotes + ++notes->others, text);
  g_hash_table_insert(notes->by_text, text, note);
  return note;
}

static void add_note(Notes *notes, const Table *table, const Para *para)
{
  char *text = plain_runs(NULL, para->runs);
  if (!*text) {
    g_free(text);
    return;
  }
  Note *note = note_of(notes, text);
  guint n = note->tables->len;
  if (n > 0 && g_ptr_array_index(note->tables, n - 1) == table) /* said twice below it */
    return;
  g_ptr_array_add(note->tables, (Table *)table);
  GPtrArray *below = g_hash_table_lookup(notes->by_table, table);
  if (!below)
    g_hash_table_insert(notes->by_table, (Table *)table, below = g_ptr_array_new());
  g_ptr_array_add(below, note);
}

static void gather(Notes *notes, const GPtrArray *blocks)
{
  const Table *above = NULL;
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    const Para *para = block->spec == &para_spec ? (const Para *)block : NULL;
    if (block->spec == &table_spec)
      above = ((const Table *)block)->no_sheet ? NULL : (const Table *)block;
    else if (!para || !para->style || !g_str_equal(para->style, "note"))
      above = NULL;
    else if (above && para->note <= 0)
      add_note(notes, above, para);
    if (block->spec == &keep_spec)
      gather(notes, ((const Keep *)block)->blocks);
    if (block->spec == &box_spec)
      gather(notes, ((const Box *)block)->blocks);
  }
}

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
  guint x = (*(const Note *const *)a)->number, y = (*(const Note *const *)b)->number;
  return (x > y) - (x < y);
}

static void sort_below(gpointer table, gpointer below, gpointer data)
{
  (void)table;
  (void)data;
  g_ptr_array_sort(below, compare_numbers);
}

/* ---- footnotes ------------------------------------------------------------------------------------------------- */

typedef struct {
  Notes *notes;
  GHashTable *words; /* number to const Para *: what footnotes say */
  GHashTable *known; /* number to Note: those that have been added */
  const Table *table;
} Marking;

static void find_words(const Record *record, void *data)
{
  const Marking *marking = data;
  const Para *para = record->spec == &para_spec ? (const Para *)record : NULL;
  if (!para || para->note <= 0)
    return;
  marking->notes->footnotes = MAX(marking->notes->footnotes, (guint)para->note);
  g_hash_table_insert(marking->words, GINT_TO_POINTER(para->note), (Para *)para);
}

/* A mark of the table: the note keeps the number that its place bears, wherever its words stand. */
static void add_mark(const Marking *marking, const Run *run)
{
  gpointer number = GINT_TO_POINTER((int)g_ascii_strtoll(run->text + strcspn(run->text, "0123456789"), NULL, 10));
  const Para *para = g_hash_table_lookup(marking->words, number);
  if (!para)
    return;
  Note *note = g_hash_table_lookup(marking->known, number);
  if (!note) {
    note = note_add(marking->notes, (guint)para->note, plain_runs(NULL, para->runs));
    g_hash_table_insert(marking->known, number, note);
  }
  guint n = note->tables->len;
  if (n == 0 || g_ptr_array_index(note->tables, n - 1) != marking->table)
    g_ptr_array_add(note->tables, (Table *)marking->table);
}

static void find_marks(const GPtrArray *runs, void *marking)
{
  for (guint i = 0; i < runs->len; i++)
    if (((const Run *)g_ptr_array_index(runs, i))->style & RUN_NOTE)
      add_mark(marking, g_ptr_array_index(runs, i));
}

static void find_marks_of(const Record *record, void *marking)
{
  record_walk_runs(record, find_marks, marking);
}

static void add_footnotes(Notes *notes, const Document *document, const GPtrArray *tables)
{
  g_autoptr(GHashTable) words = g_hash_table_new(NULL, NULL), known = g_hash_table_new(NULL, NULL);
  Marking marking = { notes, words, known, NULL };
  record_walk(&document->record, find_words, &marking);
  for (guint i = 0; i < tables->len && g_hash_table_size(words) > 0; i++) {
    marking.table = g_ptr_array_index(tables, i);
    record_walk(&marking.table->record, find_marks_of, &marking);
  }
}

Notes *notes_new(const Document *document, const GPtrArray *tables)
{
  Notes *notes = g_new0(Notes, 1);
  notes->list = g_ptr_array_new_with_free_func(note_free);
  notes->by_text = g_hash_table_new(g_str_hash, g_str_equal);
  notes->by_table = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  add_footnotes(notes, document, tables);
  for (guint i = 0; i < document->sections->len; i++)
    gather(notes, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  g_hash_table_foreach(notes->by_table, sort_below, NULL);
  g_ptr_array_sort(notes->list, compare_numbers);
  return notes;
}

void notes_free(Notes *notes)
{
  if (!notes)
    return;
  g_hash_table_unref(notes->by_text);
  g_hash_table_unref(notes->by_table);
  g_ptr_array_unref(notes->list);
  g_free(notes);
}

guint notes_count(const Notes *notes)
{
  return notes->list->len;
}

const Note *notes_get(const Notes *notes, guint index)
{
  return g_ptr_array_index(notes->list, index);
}

char *notes_marks(const Document *document, const Notes *notes, const Table *table)
{
  GString *out = g_string_new(NULL);
  GPtrArray *below = g_hash_table_lookup(notes->by_table, table);
  for (guint i = 0; below && i < below->len; i++) {
    g_autofree char *number = g_strdup_printf("%u", ((const Note *)g_ptr_array_index(below, i))->number);
    g_autofree char *mark = phrase_with(document, "note", number);
    g_string_append_printf(out, " %s", mark);
  }
  return g_string_free(out, FALSE);
}
