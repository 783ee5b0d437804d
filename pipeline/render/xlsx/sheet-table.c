/* A table's sheet: title, lines about its marks, the table; working sheets get filters, fills, formulas and print
 * set-up. */
#include "render/flat/phrase.h"
#include "render/flat/plain.h"
#include "render/xlsx/formulas.h"
#include "render/xlsx/measure.h"
#include "render/xlsx/sheets.h"
#include <string.h>

enum { WIDTH_MIN = 9, WIDTH_WORDS = 42, WIDTH_PROSE = 75, PROSE_LENGTH = 300, FILTER_WIDTH = 3 };

/* ---- numbers and dates ----------------------------------------------------------------------------------------- */
static double number_of(const Value *value)
{
  enum { DAY = 24 * 60 * 60 }; /* in seconds: times are parts of a day to Excel */
  double number = amount_to_double(value->number.amount);
  return value->unit == UNIT_MINUTES_SECONDS ? number / DAY : number;
}

int sheets_decimals(const Value *value)
{
  int decimals = value->decimals >= 0 ? value->decimals : value->number.amount.scale;
  return CLAMP(decimals, 0, AMOUNT_MAX_SCALE);
}

char *sheets_number_format(int unit, int decimals, bool parentheses)
{
  if (unit == UNIT_MINUTES_SECONDS)
    return g_strdup("[m]:ss");
  const char *before = unit == UNIT_POUNDS || unit == UNIT_MILLION_POUNDS ? "\"£\""
                       : unit == UNIT_EUROS                               ? "\"€\""
                       : unit == UNIT_DOLLARS                             ? "\"$\""
                                                                          : "";
  const char *after = unit == UNIT_PERCENT          ? "\"%\""
                      : unit == UNIT_PENCE          ? "\"p\""
                      : unit == UNIT_MILLION_POUNDS ? "\"m\""
                                                    : "";
  g_autofree char *zeros = g_strnfill((gsize)CLAMP(decimals, 0, AMOUNT_MAX_SCALE), '0');
  g_autofree char *plain = g_strdup_printf("%s#,##0%s%s%s", before, *zeros ? "." : "", zeros, after);
  if (parentheses)
    return g_strdup_printf("%s;(%s)", plain, plain);
  return *before ? g_strdup_printf("%s;-%s", plain, plain) : g_steal_pointer(&plain);
}

/* A date as words of the document's language in any Excel. */
static char *date_format(const Document *document, Date date)
{
  const char *lang = document->lang ? document->lang : "";
  const char *locale = g_str_has_prefix(lang, "cy") ? "[$-452]" : g_str_has_prefix(lang, "en") ? "[$-809]" : "";
  return g_strconcat(locale, date.day > 0 ? "d mmmm yyyy" : "mmmm yyyy", NULL);
}

/* What a cell shows, for measuring; caller frees. */
static char *shown(const Document *document, const FlatCell *cell)
{
  if (cell->kind == FLAT_NUMBER) {
    bool time = cell->value->unit == UNIT_MINUTES_SECONDS;
    g_autofree char *number = time ? amount_format_time(cell->value->number.amount)
                                   : amount_format(cell->value->number.amount, sheets_decimals(cell->value));
    return g_strconcat(number, cell->value->unit == UNIT_PERCENT || cell->value->parentheses ? " %" : " ", NULL);
  }
  if (cell->kind == FLAT_DATE) {
    When when = { .date = cell->date };
    return when_to_text(document, &when);
  }
  return g_strdup(cell->text);
}

/* ---- widths and heights ---------------------------------------------------------------------------------------- */
static double column_width(const Plan *plan, const FlatTable *flat, guint column)
{
  double natural = 0, word = 0;
  gsize longest = 0;
  for (guint row = 0; row < flat->rows->len; row++) {
    const FlatCell *cell = &flat_row(flat, row)->cells[column];
    g_autofree char *text = shown(plan->document, cell);
    bool words = cell->kind == FLAT_TEXT || cell->kind == FLAT_MARK;
    natural = MAX(natural, measure_line(text));
    word = MAX(word, words ? measure_word(text) : measure_line(text));
    longest = MAX(longest, strlen(text));
  }
  const char *heading = flat_column(flat, column)->heading;
  double head = (measure_word(heading) + (plan->working ? FILTER_WIDTH : 0)) * 1.08; /* bold is wider */
  double most = longest > PROSE_LENGTH ? WIDTH_PROSE : WIDTH_WORDS;
  double least = MIN(MAX(MAX(word, head), WIDTH_MIN), most);
  return (double)(int)(CLAMP(natural, least, most) + 2.5);
}

static guint heading_lines(const Plan *plan, const FlatTable *flat, const double *widths)
{
  guint most = 1;
  for (guint column = 0; column < flat->columns->len; column++) {
    double room = widths[column] / 1.08 - (plan->working ? FILTER_WIDTH : 1);
    most = MAX(most, measure_lines(flat_column(flat, column)->heading, room));
  }
  return most;
}

static guint row_lines(const Plan *plan, const FlatTable *flat, guint row, const double *widths)
{
  guint most = 1;
  for (guint column = 0; column < flat->columns->len; column++) {
    const FlatCell *cell = &flat_row(flat, row)->cells[column];
    g_autofree char *text = shown(plan->document, cell);
    most = MAX(most, measure_lines(text, widths[column] - 1));
  }
  return most;
}

/* ---- cells ----------------------------------------------------------------------------------------------------- */
static void write_cell(const Plan *plan, const Page *page, GHashTable *formulas, guint row, guint column)
{
  const FlatRow *flat_row_ = flat_row(page->flat, row);
  const FlatCell *cell = &flat_row_->cells[column];
  bool total = flat_row_->kind != ROW_BODY;
  guint at = page->first_row + row;
  if (cell->kind == FLAT_NUMBER) {
    const Value *value = cell->value;
    g_autofree char *format = sheets_number_format(value->unit, sheets_decimals(value), value->parentheses);
    const char *formula = formulas ? formulas_at(formulas, row, column) : NULL;
    double number = number_of(value);
    if (formula)
      sheet_formula(page->sheet, at, column, total, format, formula, number);
    else
      sheet_number(page->sheet, at, column, total, format, number);
  } else if (cell->kind == FLAT_DATE) {
    g_autofree char *format = date_format(plan->document, cell->date);
    sheet_date(page->sheet, at, column, format, cell->date);
  } else if (!(page->blanks && cell->kind == FLAT_MARK && flat_column(page->flat, column)->figures)) {
    sheet_text(page->sheet, at, column, total ? LOOK_TOTAL : LOOK_TEXT, cell->text);
  }
}

static void write_rows(const Plan *plan, const Page *page, const double *widths)
{
  g_autoptr(GHashTable) formulas = plan->working ? formulas_of(page->flat, page->first_row) : NULL;
  for (guint row = 0; row < page->flat->rows->len; row++) {
    for (guint column = 0; column < page->flat->columns->len; column++)
      write_cell(plan, page, formulas, row, column);
    sheet_set_row(page->sheet, page->first_row + row, sheets_row_height_pt(row_lines(plan, page->flat, row, widths)));
  }
}

/* ---- working sheets -------------------------------------------------------------------------------------------- */
static void fill_ratings(const Plan *plan, const Page *page, guint column)
{
  g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
  guint last = page->first_row + page->flat->rows->len - 1;
  for (guint row = 0; row < page->flat->rows->len; row++) {
    const FlatCell *cell = &flat_row(page->flat, row)->cells[column];
    double rgb[3];
    if (!cell->symbol || cell->kind != FLAT_TEXT || !style_colour(plan->document->style, cell->symbol, rgb))
      continue;
    if (strlen(cell->text) > 100 || !g_hash_table_add(done, (char *)cell->text))
      continue;
    sheet_highlight(page->sheet, page->first_row, last, column, cell->text,
                    style_colour_code(plan->document->style, cell->symbol));
  }
}

static void set_up_working(const Plan *plan, const Page *page)
{
  guint headers = 0;
  while (headers < page->flat->columns->len && flat_column(page->flat, headers)->row_header)
    headers++;
  sheet_freeze(page->sheet, page->first_row, MIN(headers, 1u));
  for (guint column = 0; column < page->flat->columns->len; column++)
    fill_ratings(plan, page, column);
}

/* ---- the sheet ------------------------------------------------------------------------------------------------- */
/* True if a figure is missing: its cell will be blank where charts read it. */
static bool has_gaps(const Page *page)
{
  for (guint row = 0; page->blanks && row < page->flat->rows->len; row++)
    for (guint column = 0; column < page->flat->columns->len; column++)
      if (flat_column(page->flat, column)->figures && flat_row(page->flat, row)->cells[column].kind == FLAT_MARK)
        return true;
  return false;
}

static guint write_head(const Plan *plan, const Page *page)
{
  const Document *document = plan->document;
  const Marks *marks = &page->flat->marks;
  g_autofree char *numbers = notes_marks(document, plan->notes, page->flat->table);
  g_autofree char *title = g_strconcat(page->flat->title, numbers, NULL);
  g_autofree char *sentence = shorthand_sentence(document, marks);
  g_autofree char *marks_line = phrase_with(document, "marks-above", sentence);
  g_autofree char *notes_line = phrase_with(document, "notes-above", sheet_name(plan->notes_sheet));
  const char *lines[6] = { phrase(document, "one-table") };
  guint n = 1;
  if (marks_any(marks))
    lines[n++] = marks_line;
  if (marks->parentheses)
    lines[n++] = phrase(document, "negative-above");
  if (has_gaps(page))
    lines[n++] = phrase(document, "blanks-above");
  if (*numbers)
    lines[n++] = notes_line;
  return sheets_head(page->sheet, title, lines);
}

void sheets_table(const Plan *plan, Page *page)
{
  const FlatTable *flat = page->flat;
  guint head = write_head(plan, page), n = flat->columns->len;
  page->first_row = head + 1;
  g_autofree double *widths = g_new0(double, n);
  g_autofree const char **headings = g_new0(const char *, n);
  for (guint column = 0; column < n; column++) {
    widths[column] = column_width(plan, flat, column);
    headings[column] = flat_column(flat, column)->heading;
    sheet_set_column(page->sheet, column, widths[column]);
  }
  write_rows(plan, page, widths);
  sheet_table(page->sheet, head, head + flat->rows->len, flat->table->id, headings, n, plan->working);
  sheet_set_row(page->sheet, head, sheets_row_height_pt(heading_lines(plan, flat, widths)));
  if (plan->working)
    set_up_working(plan, page);
}
