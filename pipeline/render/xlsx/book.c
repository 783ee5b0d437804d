/* The guard: workbook, sheets and formats. */
#include "render/flat/plain.h"
#include "render/xlsx/book-private.h"
#include "render/xlsx/memory-file.h"
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char font_name[] = "Arial";
enum { TEXT_PT = 12, TITLE_PT = 16, PROPERTY_MAX = 255, CHARTS_PERCENT = 65 };

void book_fail(Book *book, const char *format, ...)
{
  if (book->failure)
    return;
  va_list args;
  va_start(args, format);
  book->failure = g_strdup_vprintf(format, args);
  va_end(args);
}

void book_note(Book *book, lxw_error code, const char *what)
{
  if (code != LXW_NO_ERROR)
    book_fail(book, "%s: %s", what, lxw_strerror(code));
}

/* "_x0041_" in a text would be read as "A": its "_" is written as "_x005F_". */
static char *escape_underscores(const char *text)
{
  if (!strstr(text, "_x"))
    return g_strdup(text);
  GString *out = g_string_sized_new(strlen(text));
  for (const char *p = text; *p; p++) {
    bool escape = p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit(p[2]) && g_ascii_isxdigit(p[3]) &&
                  g_ascii_isxdigit(p[4]) && g_ascii_isxdigit(p[5]) && p[6] == '_';
    g_string_append(out, escape ? "_x005F_" : "");
    if (!escape)
      g_string_append_c(out, *p);
  }
  return g_string_free(out, FALSE);
}

char *book_string(const char *text, gsize max_units)
{
  g_autofree char *clean = plain_clean(text);
  g_autofree char *escaped = escape_underscores(clean);
  escaped[plain_end(escaped, max_units) - escaped] = '\0';
  return g_steal_pointer(&escaped);
}

static void sheet_free(void *data)
{
  Sheet *sheet = data;
  g_array_unref(sheet->breaks);
  g_free(sheet->name);
  g_free(sheet);
}

static bool fail(GError **error, const char *what, int code)
{
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot %s the workbook: %s", what, g_strerror(code));
  return false;
}

Book *book_new(GError **error)
{
  g_autoptr(Book) book = g_new0(Book, 1);
  book->names = names_new();
  book->sheets = g_ptr_array_new_with_free_func(sheet_free);
  book->formats = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  book->targets = g_array_new(FALSE, FALSE, sizeof(guint));
  book->fd = memory_file();
  if (book->fd < 0) {
    fail(error, "begin", errno);
    return NULL;
  }
  g_snprintf(book->path, sizeof book->path, "/proc/self/fd/%d", book->fd);
  lxw_workbook_options options = { 0 };
  book->workbook = workbook_new_opt(book->path, &options);
  if (!book->workbook) {
    fail(error, "begin", ENOMEM);
    return NULL;
  }
  workbook_unset_default_url_format(book->workbook);
  return g_steal_pointer(&book);
}

const char *book_path(const Book *book)
{
  return book->path;
}

void book_free(Book *book)
{
  if (!book)
    return;
  if (book->workbook)
    lxw_workbook_free(book->workbook);
  if (book->fd >= 0)
    close(book->fd);
  names_free(book->names);
  g_ptr_array_unref(book->sheets);
  g_hash_table_unref(book->formats);
  g_array_unref(book->targets);
  g_free(book->failure);
  g_free(book);
}

static gint64 midnight_of(Date date)
{
  Date day = date_last_day(date);
  g_autoptr(GDateTime) time = g_date_time_new_utc(day.year, day.month, day.day, 0, 0, 0);
  return time ? g_date_time_to_unix(time) : 0;
}

void book_set_properties(Book *book, const BookProperties *properties)
{
  g_autofree char *title = book_string(properties->title, PROPERTY_MAX);
  g_autofree char *subject = book_string(properties->subject, PROPERTY_MAX);
  g_autofree char *author = book_string(properties->author, PROPERTY_MAX);
  g_autofree char *council = book_string(properties->council, PROPERTY_MAX);
  lxw_doc_properties own = { .title = title,
                             .subject = subject,
                             .author = *author ? author : council,
                             .company = council,
                             .created = midnight_of(properties->created) };
  book_note(book, workbook_set_properties(book->workbook, &own), "document properties");
}

/* Closes without the library's own prints on standard error: what is wrong is told once, by the caller. *ret_code: 0,
 * or errno. */
static lxw_error close_quietly(lxw_workbook *workbook, int *ret_code)
{
  char *said = NULL;
  gsize length;
  FILE *told = stderr, *aside = open_memstream(&said, &length);
  if (aside)
    stderr = aside;
  errno = 0;
  lxw_error code = workbook_close(workbook);
  *ret_code = errno;
  stderr = told;
  if (aside)
    fclose(aside);
  free(said);
  return code;
}

bool book_close(Book *book, GError **error)
{
  if (!book->failure) {
    int code;
    lxw_error fault = close_quietly(book->workbook, &code);
    book->workbook = NULL; /* freed by closing, whatever came of it */
    if (fault != LXW_NO_ERROR && code != 0)
      return fail(error, "write", code);
    book_note(book, fault, "cannot write the workbook");
  }
  if (book->failure)
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_FAILED, book->failure);
  return book->failure == NULL;
}

/* ---- sheets ---------------------------------------------------------------------------------------------------- */
Sheet *book_add_sheet(Book *book, const char *wanted)
{
  Sheet *sheet = g_new0(Sheet, 1);
  sheet->book = book;
  sheet->breaks = g_array_new(TRUE, FALSE, sizeof(lxw_row_t)); /* ends with a 0, as the library wants */
  sheet->name = names_sheet(book->names, wanted);
  sheet->worksheet = workbook_add_worksheet(book->workbook, sheet->name);
  if (!sheet->worksheet) {
    book_fail(book, "cannot make a sheet named '%s'", sheet->name);
    sheet->worksheet = workbook_add_worksheet(book->workbook, NULL);
  }
  g_ptr_array_add(book->sheets, sheet);
  return sheet;
}

const char *sheet_name(const Sheet *sheet)
{
  return sheet->name;
}

/* False, and a failure, when a sheet has no such column. */
static bool has_column(Sheet *sheet, guint column)
{
  if (column >= LXW_COL_MAX)
    book_fail(sheet->book, "sheet '%s' would have more columns than the %d that Excel knows: divide the table",
              sheet->name, LXW_COL_MAX);
  return column < LXW_COL_MAX;
}

void sheet_set_column(Sheet *sheet, guint column, double width_digits)
{
  if (!has_column(sheet, column))
    return;
  book_note(sheet->book,
            worksheet_set_column(sheet->worksheet, (lxw_col_t)column, (lxw_col_t)column, width_digits, NULL),
            "width of a column");
}

void sheet_set_row(Sheet *sheet, guint row, double height_pt)
{
  book_note(sheet->book, worksheet_set_row(sheet->worksheet, row, height_pt, NULL), "height of a row");
}

/* ---- formats --------------------------------------------------------------------------------------------------- */
static void shape_format(lxw_format *format, Look look, bool total, const char *number_format)
{
  format_set_font_name(format, font_name);
  format_set_font_size(format, look == LOOK_TITLE ? TITLE_PT : TEXT_PT);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (look != LOOK_TITLE && look != LOOK_LINE)
    format_set_text_wrap(format);
  if (look == LOOK_TITLE || look == LOOK_HEAD || look == LOOK_TOTAL || total)
    format_set_bold(format);
  if (look == LOOK_HEAD)
    format_set_bottom(format, LXW_BORDER_THIN);
  if (look == LOOK_TITLE)
    format->xf_id = 1; /* the style Heading 1, which the post-pass adds */
  if (look == LOOK_LINK) {
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_font_color(format, 0x0B4F8A);
  }
  if (number_format) {
    format_set_num_format(format, number_format);
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_indent(format, 1);
  }
}

static lxw_format *format_for(Book *book, Look look, bool total, const char *number_format)
{
  g_autofree char *key = g_strdup_printf("%d/%d/%s", (int)look, total, number_format ? number_format : "");
  lxw_format *format = g_hash_table_lookup(book->formats, key);
  if (format)
    return format;
  format = workbook_add_format(book->workbook);
  shape_format(format, look, total, number_format);
  g_hash_table_insert(book->formats, g_steal_pointer(&key), format);
  return format;
}

/* ---- cells ----------------------------------------------------------------------------------------------------- */
/* False, and a failure, when the cell lies outside or belongs to a table's heading. */
static bool may_write(Sheet *sheet, guint row, guint column)
{
  if (!has_column(sheet, column))
    return false;
  if (row > BOOK_MAX_ROWS)
    book_fail(sheet->book, "sheet '%s' would have more than %d rows: divide the table", sheet->name, BOOK_MAX_ROWS);
  else if (sheet->has_table && row == sheet->heading_row)
    book_fail(sheet->book, "sheet '%s': a heading would be overwritten", sheet->name);
  else
    return true;
  return false;
}

void sheet_text(Sheet *sheet, guint row, guint column, Look look, const char *text)
{
  if (!may_write(sheet, row, column))
    return;
  g_autofree char *clean = book_string(text, BOOK_CELL_MAX_UNITS);
  lxw_format *format = format_for(sheet->book, look, false, NULL);
  book_note(sheet->book, worksheet_write_string(sheet->worksheet, row, (lxw_col_t)column, clean, format), "text");
}

void sheet_number(Sheet *sheet, guint row, guint column, bool total, const char *format, double number)
{
  if (!may_write(sheet, row, column))
    return;
  if (!isfinite(number)) {
    book_fail(sheet->book, "sheet '%s': a number is not finite", sheet->name);
    return;
  }
  lxw_format *look = format_for(sheet->book, LOOK_TEXT, total, format);
  book_note(sheet->book, worksheet_write_number(sheet->worksheet, row, (lxw_col_t)column, number, look), "number");
}

void sheet_formula(Sheet *sheet, guint row, guint column, bool total, const char *format, const char *formula,
                   double cached)
{
  if (!may_write(sheet, row, column))
    return;
  if (!isfinite(cached) || strlen(formula) > 8000) {
    book_fail(sheet->book, "sheet '%s': a formula is too long or its result not finite", sheet->name);
    return;
  }
  lxw_format *look = format_for(sheet->book, LOOK_TEXT, total, format);
  book_note(sheet->book, worksheet_write_formula_num(sheet->worksheet, row, (lxw_col_t)column, formula, look, cached),
            "formula");
}

void sheet_date(Sheet *sheet, guint row, guint column, const char *format, Date date)
{
  if (!may_write(sheet, row, column))
    return;
  Date day = date_last_day(date);
  if (!g_date_valid_dmy((GDateDay)day.day, (GDateMonth)day.month, (GDateYear)day.year) || day.year < 1901) {
    book_fail(sheet->book, "sheet '%s': a date does not exist", sheet->name);
    return;
  }
  lxw_datetime time = { .year = day.year, .month = day.month, .day = day.day };
  lxw_format *look = format_for(sheet->book, LOOK_TEXT, false, format);
  book_note(sheet->book, worksheet_write_datetime(sheet->worksheet, row, (lxw_col_t)column, &time, look), "date");
}

void sheet_link(Sheet *sheet, guint row, guint column, const char *text, const Sheet *target)
{
  if (!may_write(sheet, row, column))
    return;
  g_auto(GStrv) parts = g_strsplit(target->name, "'", -1);
  g_autofree char *doubled = g_strjoinv("''", parts);
  g_autofree char *url = g_strdup_printf("internal:'%s'!A1", doubled);
  g_autofree char *clean = book_string(text, BOOK_CELL_MAX_UNITS);
  lxw_format *format = format_for(sheet->book, LOOK_LINK, false, NULL);
  book_note(sheet->book, worksheet_write_url_opt(sheet->worksheet, row, (lxw_col_t)column, url, format, clean, NULL),
            "link");
}

/* ---- tables ---------------------------------------------------------------------------------------------------- */
/* Plain cells in the place of a table. */
static void mark_up_plain(Sheet *sheet, guint first, guint last, const char *const *headings, guint n, bool filters)
{
  for (guint i = 0; i < n; i++)
    sheet_text(sheet, first, i, LOOK_HEAD, headings[i]);
  if (filters)
    book_note(sheet->book, worksheet_autofilter(sheet->worksheet, first, 0, last, (lxw_col_t)(n - 1)), "filters");
}

static void mark_up_table(Sheet *sheet, guint first, guint last, const char *wanted_name, const char *const *headings,
                          guint n, bool filters)
{
  g_autofree char *name = names_table(sheet->book->names, wanted_name);
  g_autofree lxw_table_column *columns = g_new0(lxw_table_column, n);
  g_autofree lxw_table_column **list = g_new0(lxw_table_column *, n + 1);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add(texts, book_string(headings[i], PROPERTY_MAX));
    columns[i].header = g_ptr_array_index(texts, i);
    columns[i].header_format = format_for(sheet->book, LOOK_HEAD, false, NULL);
    list[i] = &columns[i];
  }
  lxw_table_options options = { .name = name,
                                .no_autofilter = !filters,
                                .no_banded_rows = !filters,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = 1,
                                .columns = list };
  book_note(sheet->book, worksheet_add_table(sheet->worksheet, first, 0, last, (lxw_col_t)(n - 1), &options), "table");
}

void sheet_table(Sheet *sheet, guint first, guint last, const char *wanted_name, const char *const *headings, guint n,
                 bool filters)
{
  if (sheet->has_table || last <= first || n == 0 || last > BOOK_MAX_ROWS) {
    book_fail(sheet->book, "sheet '%s': its table has no rows, too many, or is a second one", sheet->name);
    return;
  }
  if (n > BOOK_TABLE_MAX_COLUMNS)
    mark_up_plain(sheet, first, last, headings, n, filters);
  else
    mark_up_table(sheet, first, last, wanted_name, headings, n, filters);
  sheet->has_table = true;
  sheet->heading_row = first;
}

void sheet_freeze(Sheet *sheet, guint row, guint column)
{
  worksheet_freeze_panes(sheet->worksheet, row, (lxw_col_t)column);
}

static void print_page(Sheet *sheet, const BookMargins *margins)
{
  g_autofree char *header = margins->header ? book_string(margins->header, 200) : NULL;
  g_autofree char *footer = margins->footer ? book_string(margins->footer, 200) : NULL;
  worksheet_set_paper(sheet->worksheet, 9);
  worksheet_set_margins(sheet->worksheet, 0.5, 0.5, 0.6, 0.7);
  if (header)
    book_note(sheet->book, worksheet_set_header(sheet->worksheet, header), "header");
  if (footer)
    book_note(sheet->book, worksheet_set_footer(sheet->worksheet, footer), "footer");
}

void sheet_print(Sheet *sheet, const BookMargins *margins)
{
  print_page(sheet, margins);
  worksheet_set_landscape(sheet->worksheet);
  worksheet_fit_to_pages(sheet->worksheet, 1, 0);
  if (margins->footer && sheet->has_table) { /* repeated rows are a name of the workbook */
    lxw_row_t row = sheet->heading_row;
    book_note(sheet->book, worksheet_repeat_rows(sheet->worksheet, row, row), "repeated rows");
  }
}

void sheet_break(Sheet *sheet, guint row)
{
  lxw_row_t at = row;
  g_array_append_val(sheet->breaks, at);
}

void sheet_print_charts(Sheet *sheet, const BookMargins *margins)
{
  print_page(sheet, margins);
  worksheet_set_print_scale(sheet->worksheet, CHARTS_PERCENT);
  if (sheet->breaks->len > 0)
    book_note(sheet->book, worksheet_set_h_pagebreaks(sheet->worksheet, (lxw_row_t *)(void *)sheet->breaks->data),
              "page breaks");
}

void sheet_highlight(Sheet *sheet, guint first_row, guint last_row, guint column, const char *text, guint rgb)
{
  lxw_format *format = workbook_add_format(sheet->book->workbook);
  format_set_font_color(format, 0xFFFFFF);
  format_set_bg_color(format, rgb);
  g_autofree char *clean = book_string(text, PROPERTY_MAX / 2);
  g_auto(GStrv) parts = g_strsplit(clean, "\"", -1);
  g_autofree char *doubled = g_strjoinv("\"\"", parts);
  g_autofree char *quoted = g_strdup_printf("\"%s\"", doubled);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                  .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                  .value_string = quoted,
                                  .format = format };
  book_note(sheet->book,
            worksheet_conditional_format_range(sheet->worksheet, first_row, (lxw_col_t)column, last_row,
                                               (lxw_col_t)column, &rule),
            "fill");
}
