/* The Excel renderer: the tables of a document as an accessible workbook; the profile "working" adds what analysts use.
 */
#include "render/flat/chart-table.h"
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/format/renderer.h"
#include "render/xlsx/finish.h"
#include "render/xlsx/sheets.h"

enum { CELL_UNITS = 32000 }; /* below Excel's 32,767, which counts escapes too */

static void page_free(void *data)
{
  Page *page = data;
  flat_table_free(page->flat);
  g_free(page);
}

static Page *add_page(Plan *plan, const Table *table)
{
  Page *page = g_new0(Page, 1);
  page->flat = flat_table_new(plan->document, table, CELL_UNITS);
  page->sheet = book_add_sheet(plan->book, table->sheet ? table->sheet : page->flat->title);
  g_ptr_array_add(plan->pages, page);
  return page;
}

/* Makes all sheets in their order, so that they can be linked to before they are filled. */
static void make_sheets(Plan *plan, Arena *arena, const GPtrArray *tables)
{
  const Document *document = plan->document;
  plan->cover = book_add_sheet(plan->book, phrase(document, "cover"));
  plan->contents = book_add_sheet(plan->book, phrase(document, "contents"));
  plan->notes_sheet = book_add_sheet(plan->book, phrase(document, "notes"));
  for (guint i = 0; i < tables->len; i++)
    add_page(plan, g_ptr_array_index(tables, i));
  const Table *figures = chart_table_new(arena, document, plan->charts, plan->working);
  if (!figures)
    return;
  plan->chart_page = add_page(plan, figures);
  plan->chart_page->blanks = plan->working;
  if (plan->working)
    plan->charts_sheet = book_add_sheet(plan->book, phrase(document, "charts"));
}

static void fill_sheets(const Plan *plan)
{
  sheets_cover(plan);
  sheets_contents(plan);
  sheets_notes(plan);
  for (guint i = 0; i < plan->pages->len; i++)
    sheets_table(plan, g_ptr_array_index(plan->pages, i));
  sheets_charts(plan);
}

/* A text in Excel's codes, no longer than those may be; caller frees. */
static char *coded(const char *text)
{
  g_autofree char *line = plain_line(text);
  g_autofree char *cut = g_utf8_substring(line, 0, MIN(100, g_utf8_strlen(line, -1)));
  GString *codes = g_string_new(cut);
  g_string_replace(codes, "&", "&&", 0);
  return g_string_free(codes, FALSE);
}

/* "Page 1 of 3", with the document's title. */
static char *footer_of(const Document *document)
{
  g_autofree char *title = coded(document->title);
  g_autoptr(GString) pages = g_string_new(phrase(document, "page-of"));
  g_string_replace(pages, "&", "&&", 0);
  g_string_replace(pages, "{page}", "&P", 0);
  g_string_replace(pages, "{pages}", "&N", 0);
  return g_strdup_printf("&L%s&R%s", title, pages->str);
}

/* The checklist for the public wants no headers and footers, which hide from who reads on a screen: a draft, which has
 * one all the same, says on its cover that it is one. */
static void set_up_print(const Plan *plan)
{
  const char *watermark = plan->document->watermark;
  g_autofree char *mark = watermark ? coded(watermark) : NULL;
  g_autofree char *header = mark ? g_strconcat("&C", mark, NULL) : NULL;
  g_autofree char *footer = plan->working ? footer_of(plan->document) : NULL;
  const BookMargins margins = { header, footer };
  sheet_print(plan->cover, &margins);
  sheet_print(plan->contents, &margins);
  sheet_print(plan->notes_sheet, &margins);
  for (guint i = 0; i < plan->pages->len; i++)
    sheet_print(((const Page *)g_ptr_array_index(plan->pages, i))->sheet, &margins);
  if (plan->charts_sheet)
    sheet_print_charts(plan->charts_sheet, &margins);
}

static bool write_book(Book *book, const Document *document, bool working, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GPtrArray) charts = flat_charts_of(document);
  g_autoptr(GPtrArray) tables = flat_tables_of(arena, document);
  g_autoptr(Notes) notes = notes_new(document, tables);
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(page_free);
  Plan plan = {
    .document = document, .book = book, .working = working, .charts = charts, .notes = notes, .pages = pages
  };
  make_sheets(&plan, arena, tables);
  fill_sheets(&plan);
  set_up_print(&plan);
  BookProperties properties = { document->title, document->subject, document->author, document->council,
                                document->date };
  book_set_properties(book, &properties);
  return book_close(book, error);
}

static bool xlsx_write(const Document *document, const RenderOptions *options, Outputs *outputs, GError **error)
{
  const char *profile = options && options->profile ? options->profile : "public";
  bool working = g_str_equal(profile, "working");
  if (!working && !g_str_equal(profile, "public")) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                "there is no workbook profile '%s'; the profiles are public and working", profile);
    return false;
  }
  g_autoptr(Book) book = book_new(error);
  if (!book)
    return false;
  GBytes *bytes = NULL;
  if (write_book(book, document, working, error)) {
    g_autoptr(GArray) targets = book_targets(book);
    FinishBook finish = { document->lang ? document->lang : "en-GB", targets };
    bytes = finish_book(book_path(book), &finish, error);
  }
  if (bytes)
    outputs_add(outputs, NULL, bytes);
  return bytes != NULL;
}

const Renderer renderer_xlsx = {
  .name = "xlsx",
  .suffix = ".xlsx",
  .about = "workbook of the tables (profiles public and working)",
  .refuses = document_too_many_sheets,
  .write = xlsx_write,
};
