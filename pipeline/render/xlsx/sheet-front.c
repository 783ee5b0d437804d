/* The first sheets: cover, contents, notes. */
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/xlsx/measure.h"
#include "render/xlsx/sheets.h"

enum { COVER_WIDTH = 90 };
static const double line_pt = 15.75, title_pt = 24, tallest_pt = 409;

double sheets_row_height_pt(guint lines)
{
  return MIN(line_pt * MAX(lines, 1u) + 1, tallest_pt);
}

guint sheets_head(Sheet *sheet, const char *title, const char *const *lines)
{
  sheet_text(sheet, 0, 0, LOOK_TITLE, title);
  sheet_set_row(sheet, 0, title_pt);
  guint row = 1;
  for (; lines[row - 1]; row++) {
    sheet_text(sheet, row, 0, LOOK_LINE, lines[row - 1]);
    sheet_set_row(sheet, row, sheets_row_height_pt(1));
  }
  return row;
}

/* ---- cover ----------------------------------------------------------------------------------------------------- */
typedef struct {
  const Plan *plan;
  guint row;
} Cover;

static void say(Cover *cover, const char *name, const char *text)
{
  if (!text || !*text)
    return;
  g_autofree char *clean = plain_line(text);
  g_autofree char *line = phrase_with(cover->plan->document, name, clean);
  sheet_text(cover->plan->cover, cover->row, 0, LOOK_TEXT, line);
  sheet_set_row(cover->plan->cover, cover->row, sheets_row_height_pt(measure_lines(line, COVER_WIDTH)));
  cover->row++;
}

void sheets_cover(const Plan *plan)
{
  const Document *document = plan->document;
  g_autofree char *title = plain_line(document->title);
  sheet_set_column(plan->cover, 0, COVER_WIDTH);
  static const char *const none[] = { NULL };
  Cover cover = { plan, sheets_head(plan->cover, *title ? title : phrase(document, "cover"), none) };
  When period = { .period = document->period };
  g_autofree char *period_text = period_given(document->period) ? when_to_text(document, &period) : NULL;
  g_autofree char *day = document_day(document);
  g_autofree char *count = g_strdup_printf("%u", plan->pages->len);
  say(&cover, "cover-council", document->council);
  say(&cover, "cover-subject", document->subject);
  say(&cover, "cover-period", period_text);
  say(&cover, "cover-date", day);
  say(&cover, "cover-status", document->watermark);
  say(&cover, "cover-holds", count);
  say(&cover, "cover-contents", sheet_name(plan->contents));
  say(&cover, "cover-notes", sheet_name(plan->notes_sheet));
}

/* ---- contents -------------------------------------------------------------------------------------------------- */
enum { CONTENTS_NAME_WIDTH = 36, CONTENTS_TITLE_WIDTH = 80, CONTENTS_ROWS_WIDTH = 10 };

static void contents_row(const Plan *plan, guint row, const Sheet *sheet, const char *title, const char *n_rows)
{
  sheet_link(plan->contents, row, 0, sheet_name(sheet), sheet);
  sheet_text(plan->contents, row, 1, LOOK_TEXT, title);
  if (n_rows)
    sheet_text(plan->contents, row, 2, LOOK_TEXT, n_rows);
  sheet_set_row(plan->contents, row, sheets_row_height_pt(measure_lines(title, CONTENTS_TITLE_WIDTH)));
}

void sheets_contents(const Plan *plan)
{
  const Document *document = plan->document;
  Sheet *sheet = plan->contents;
  Marks marks = { .states = 1u << STATE_NOT_APPLICABLE };
  g_autofree char *sentence = shorthand_sentence(document, &marks);
  g_autofree char *marks_line = phrase_with(document, "marks-above", sentence);
  const char *const lines[] = { phrase(document, "one-table"), marks_line, NULL };
  guint first = sheets_head(sheet, phrase(document, "contents"), lines), row = first + 1;
  contents_row(plan, row++, plan->notes_sheet, phrase(document, "notes-about"),
               shorthand_state(document, STATE_NOT_APPLICABLE));
  for (guint i = 0; i < plan->pages->len; i++) {
    const Page *page = g_ptr_array_index(plan->pages, i);
    contents_row(plan, row, page->sheet, page->flat->title, NULL);
    sheet_number(sheet, row++, 2, false, "#,##0", page->flat->rows->len);
  }
  if (plan->charts_sheet)
    contents_row(plan, row++, plan->charts_sheet, phrase(document, "charts"),
                 shorthand_state(document, STATE_NOT_APPLICABLE));
  const char *const headings[] = { phrase(document, "column-sheet"), phrase(document, "column-table"),
                                   phrase(document, "column-rows") };
  sheet_table(sheet, first, row - 1, "contents", headings, G_N_ELEMENTS(headings), plan->working);
  sheet_set_row(sheet, first, sheets_row_height_pt(1));
  sheet_set_column(sheet, 0, CONTENTS_NAME_WIDTH);
  sheet_set_column(sheet, 1, CONTENTS_TITLE_WIDTH);
  sheet_set_column(sheet, 2, CONTENTS_ROWS_WIDTH);
}

/* ---- notes ----------------------------------------------------------------------------------------------------- */
enum { NOTES_MARK_WIDTH = 18, NOTES_MEANING_WIDTH = 80, NOTES_USED_WIDTH = 40 };

static void notes_row(const Plan *plan, guint row, const char *mark, const char *meaning, const char *used)
{
  sheet_text(plan->notes_sheet, row, 0, LOOK_TEXT, mark);
  sheet_text(plan->notes_sheet, row, 1, LOOK_TEXT, meaning);
  sheet_text(plan->notes_sheet, row, 2, LOOK_TEXT, used);
  guint lines = MAX(measure_lines(meaning, NOTES_MEANING_WIDTH), measure_lines(used, NOTES_USED_WIDTH));
  sheet_set_row(plan->notes_sheet, row, sheets_row_height_pt(lines));
}

static bool page_uses(const Plan *plan, const Page *page, const char *mark)
{
  g_autoptr(GArray) list = shorthand_list(plan->document, &page->flat->marks);
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0(g_array_index(list, Shorthand, i).mark, mark) == 0)
      return true;
  return false;
}

static void add_name(GString *names, const Page *page)
{
  g_string_append_printf(names, "%s%s", names->len > 0 ? "\n" : "", sheet_name(page->sheet));
}

/* Names of the sheets that use a mark, one a line; caller frees. */
static char *mark_used_in(const Plan *plan, const char *mark)
{
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < plan->pages->len; i++)
    if (page_uses(plan, g_ptr_array_index(plan->pages, i), mark))
      add_name(names, g_ptr_array_index(plan->pages, i));
  return g_string_free(names, FALSE);
}

/* Names of the sheets that hold a note's tables, one a line; caller frees. pages: by table. */
static char *note_used_in(GHashTable *pages, const Note *note)
{
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < note->tables->len; i++) {
    const Page *page = g_hash_table_lookup(pages, g_ptr_array_index(note->tables, i));
    if (page)
      add_name(names, page);
  }
  return g_string_free(names, FALSE);
}

static guint note_rows(const Plan *plan, guint row)
{
  g_autoptr(GHashTable) pages = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plan->pages->len; i++) {
    Page *page = g_ptr_array_index(plan->pages, i);
    g_hash_table_insert(pages, (Table *)page->flat->table, page);
  }
  for (guint i = 0; i < notes_count(plan->notes); i++) {
    const Note *note = notes_get(plan->notes, i);
    g_autofree char *number = g_strdup_printf("%u", note->number);
    g_autofree char *mark = phrase_with(plan->document, "note", number);
    g_autofree char *used = note_used_in(pages, note);
    notes_row(plan, row++, mark, note->text, used);
  }
  return row;
}

static guint notes_rows(const Plan *plan, guint row)
{
  const Document *document = plan->document;
  Marks marks = { .states = 1u << STATE_NOT_APPLICABLE }; /* the contents use it */
  for (guint i = 0; i < plan->pages->len; i++)
    marks_add(&marks, &((const Page *)g_ptr_array_index(plan->pages, i))->flat->marks);
  g_autoptr(GArray) list = shorthand_list(document, &marks);
  for (guint i = 0; i < list->len; i++) {
    const Shorthand *shorthand = &g_array_index(list, Shorthand, i);
    g_autofree char *used = mark_used_in(plan, shorthand->mark);
    notes_row(plan, row++, shorthand->mark, shorthand->meaning, *used ? used : sheet_name(plan->contents));
  }
  return note_rows(plan, row);
}

void sheets_notes(const Plan *plan)
{
  const Document *document = plan->document;
  Sheet *sheet = plan->notes_sheet;
  const char *const lines[] = { phrase(document, "one-table"), NULL };
  guint first = sheets_head(sheet, phrase(document, "notes"), lines);
  guint end = notes_rows(plan, first + 1);
  const char *const headings[] = { phrase(document, "column-mark"), phrase(document, "column-meaning"),
                                   phrase(document, "column-used") };
  sheet_table(sheet, first, end - 1, "notes", headings, G_N_ELEMENTS(headings), plan->working);
  sheet_set_row(sheet, first, sheets_row_height_pt(1));
  sheet_set_column(sheet, 0, NOTES_MARK_WIDTH);
  sheet_set_column(sheet, 1, NOTES_MEANING_WIDTH);
  sheet_set_column(sheet, 2, NOTES_USED_WIDTH);
}
