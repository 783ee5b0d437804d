/* The CSV renderer: a folder with one file a table, a list of them and the notes; RFC 4180, UTF-8, units in the
 * headings. A last column of each says of every row that it is a draft; what is no draft has no such column. */
#include "base/unique.h"
#include "render/flat/chart-table.h"
#include "render/flat/flat.h"
#include "render/flat/notes.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/format/renderer.h"
#include <string.h>

/* ---- fields ---------------------------------------------------------------------------------------------------- */
/* A program that opens the file must not take words for a formula. */
static bool is_dangerous(const char *text)
{
  return *text && strchr("=+-@\t\r", *text) != NULL;
}

static void put_field(GString *out, const char *text, bool number)
{
  bool quote = strpbrk(text, ",\"\r\n") != NULL || *text == ' ';
  if (quote)
    g_string_append_c(out, '"');
  if (!number && is_dangerous(text))
    g_string_append_c(out, '\'');
  for (const char *p = text; *p; p++) {
    if (*p == '"')
      g_string_append_c(out, '"');
    g_string_append_c(out, *p);
  }
  if (quote)
    g_string_append_c(out, '"');
}

/* The end of a record. status: what its last column says, or NULL for no such column. */
static void end_record(GString *out, const char *status)
{
  if (status) {
    g_string_append_c(out, ',');
    put_field(out, status, false);
  }
  g_string_append(out, "\r\n");
}

/* A record of words, NULL-terminated, and its status. */
static void put_record(GString *out, const char *const *fields, const char *status)
{
  for (guint i = 0; fields[i]; i++) {
    if (i > 0)
      g_string_append_c(out, ',');
    put_field(out, fields[i], false);
  }
  end_record(out, status);
}

/* The heading of that column. */
static const char *status_heading(const Document *document)
{
  return document->watermark ? phrase(document, "column-draft") : NULL;
}

/* Times as pages show them, without commas. */
static char *number_text(const Value *value)
{
  Amount number = value->number.amount;
  return value->unit == UNIT_MINUTES_SECONDS ? amount_time_to_string(number) : amount_to_string(number);
}

static void put_cell(GString *out, const FlatCell *cell)
{
  g_autofree char *number = cell->kind == FLAT_NUMBER ? number_text(cell->value) : NULL;
  g_autofree char *date = cell->kind == FLAT_DATE ? date_to_string(cell->date) : NULL;
  put_field(out, number ? number : date ? date : cell->text, number != NULL);
}

static void put_table(GString *out, const Document *document, const FlatTable *flat)
{
  for (guint column = 0; column < flat->columns->len; column++) {
    if (column > 0)
      g_string_append_c(out, ',');
    put_field(out, flat_column(flat, column)->heading, false);
  }
  end_record(out, status_heading(document));
  for (guint row = 0; row < flat->rows->len; row++) {
    for (guint column = 0; column < flat->columns->len; column++) {
      if (column > 0)
        g_string_append_c(out, ',');
      put_cell(out, &flat_row(flat, row)->cells[column]);
    }
    end_record(out, document->watermark);
  }
}

/* ---- files ----------------------------------------------------------------------------------------------------- */
typedef struct {
  const Document *document;
  const Notes *notes;
  Unique *names;     /* in lower case */
  GHashTable *files; /* const Table * -> name, owned */
  GString *contents;
  Marks marks;
  Outputs *outputs;
} Writing;

/* A file's name from a table's: letters, digits and "-"; told apart by a number. */
static char *file_name(Writing *writing, const char *id)
{
  g_autofree char *base = g_ascii_strdown(id && *id ? id : "table", -1);
  g_strcanon(base, "abcdefghijklmnopqrstuvwxyz0123456789-", '-');
  base[MIN(strlen(base), 100)] = '\0';
  return unique_name(writing->names, base, "-", ".csv");
}

/* Takes the bytes. */
static void save(const Writing *writing, const char *name, GString *bytes)
{
  outputs_add(writing->outputs, name, g_string_free_to_bytes(bytes));
}

static void write_table(Writing *writing, const Table *table)
{
  g_autoptr(FlatTable) flat = flat_table_new(writing->document, table, 0);
  GString *bytes = g_string_new(NULL);
  put_table(bytes, writing->document, flat);
  char *name = file_name(writing, table->id);
  g_hash_table_insert(writing->files, (Table *)table, name);
  marks_add(&writing->marks, &flat->marks);
  g_autofree char *marks = notes_marks(writing->document, writing->notes, table);
  g_autofree char *title = g_strconcat(flat->title, marks, NULL);
  g_autofree char *rows = g_strdup_printf("%u", flat->rows->len);
  put_record(writing->contents, (const char *const[]){ name, title, rows, NULL }, writing->document->watermark);
  save(writing, name, bytes);
}

/* The files that a note belongs to, or those that may hold marks: all; caller frees. */
static char *files_of(const Writing *writing, const Note *note)
{
  GString *names = g_string_new(NULL);
  for (guint i = 0; note && i < note->tables->len; i++) {
    const char *name = g_hash_table_lookup(writing->files, g_ptr_array_index(note->tables, i));
    if (name)
      g_string_append_printf(names, "%s%s", names->len > 0 ? "; " : "", name);
  }
  return g_string_free(names, FALSE);
}

static void write_notes(const Writing *writing)
{
  const Document *document = writing->document;
  GString *bytes = g_string_new(NULL);
  g_autoptr(GArray) list = shorthand_list(document, &writing->marks);
  bool any = list->len > 0 || notes_count(writing->notes) > 0; /* without a row the heading says it */
  g_autofree char *status = document->watermark ? phrase_with(document, "cover-status", document->watermark) : NULL;
  const char *const headings[] = { phrase(document, "column-mark"), phrase(document, "column-meaning"),
                                   phrase(document, "column-used"), NULL };
  put_record(bytes, headings, any ? status_heading(document) : status);
  for (guint i = 0; i < list->len; i++) {
    const Shorthand *row = &g_array_index(list, Shorthand, i);
    put_record(bytes, (const char *const[]){ row->mark, row->meaning, phrase(document, "all-tables"), NULL },
               document->watermark);
  }
  for (guint i = 0; i < notes_count(writing->notes); i++) {
    const Note *note = notes_get(writing->notes, i);
    g_autofree char *number = g_strdup_printf("%u", note->number);
    g_autofree char *mark = phrase_with(document, "note", number);
    g_autofree char *files = files_of(writing, note);
    put_record(bytes, (const char *const[]){ mark, note->text, files, NULL }, document->watermark);
  }
  save(writing, "notes.csv", bytes);
}

/* Adds the figures of the charts to the tables. */
static void write_tables(Writing *writing, Arena *arena, GPtrArray *tables)
{
  g_autoptr(GPtrArray) charts = flat_charts_of(writing->document);
  Table *figures = chart_table_new(arena, writing->document, charts, false);
  if (figures)
    g_ptr_array_add(tables, figures);
  for (guint i = 0; i < tables->len; i++)
    write_table(writing, g_ptr_array_index(tables, i));
  write_notes(writing);
}

static bool csv_write(const Document *document, const RenderOptions *options, Outputs *outputs, GError **error)
{
  (void)options, (void)error;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GPtrArray) tables = flat_tables_of(arena, document);
  g_autoptr(Notes) notes = notes_new(document, tables);
  g_autoptr(Unique) names = unique_new();
  g_autoptr(GHashTable) files = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  GString *contents = g_string_new(NULL);
  Writing writing = {
    .document = document, .notes = notes, .names = names, .files = files, .contents = contents, .outputs = outputs
  };
  unique_take(names, "contents.csv");
  unique_take(names, "notes.csv");
  put_record(contents,
             (const char *const[]){ phrase(document, "column-file"), phrase(document, "column-table"),
                                    phrase(document, "column-rows"), NULL },
             status_heading(document));
  write_tables(&writing, arena, tables);
  save(&writing, "contents.csv", contents);
  return true;
}

const Renderer renderer_csv = {
  .name = "csv",
  .suffix = "",
  .about = "folder with one CSV file a table, a list of them and the notes",
  .write = csv_write,
};
