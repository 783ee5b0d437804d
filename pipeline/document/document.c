/* The document: its rows. */
#include "document/document.h"

const char *const document_formats[] = { "pdf", "xlsx", "html", "csv", NULL };

static const char *const align_names[] = { "", "start", "centre", "end", NULL };
const Terms terms_align = { "alignment", G_N_ELEMENTS(align_names) - 1, align_names };
static const char *const row_kind_names[] = { "", "body", "heading", "subtotal", "total", NULL };
const Terms terms_row_kind = { "kind of row", G_N_ELEMENTS(row_kind_names) - 1, row_kind_names };
static const char *const chart_kind_names[] = { "", "columns", "lines", "stacked", NULL };
const Terms terms_chart_kind = { "kind of chart", G_N_ELEMENTS(chart_kind_names) - 1, chart_kind_names };

#define TEXT_A(type_, member_) FIELD(type_, member_, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define BOOL_A(name_, type_, member_) FIELD_AS(name_, type_, member_, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL)
#define INT_A(name_, type_, member_) FIELD_AS(name_, type_, member_, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL)
#define ID_A(type_) FIELD(type_, id, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL)

SPEC(word_spec, Word, "word", "word",
     FIELD(Word, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Word, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(value_item_spec, Value, "value", "value", TEXT_A(Value, label),
     FIELD(Value, number, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL), TEXT_A(Value, text),
     FIELD(Value, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit), INT_A("decimals", Value, decimals),
     FIELD(Value, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state),
     FIELD(Value, flags, NULL, IN_ATTRIBUTE, FIELD_FLAGS, 0, &terms_flag), BOOL_A("parentheses", Value, parentheses),
     FIELD(Value, rate, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD_AS("rate-unit", Value, rate_unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit), TEXT_A(Value, before),
     FIELD(Value, notes, NULL, IN_CONTENT, FIELD_RUNS, 0, NULL));
SPEC(symbol_spec, Symbol, "symbol", "symbol",
     FIELD(Symbol, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL), TEXT_A(Symbol, word),
     TEXT_A(Symbol, alt), BOOL_A("by-rule", Symbol, by_rule));
SPEC(when_spec, When, "date", "date", FIELD(When, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(When, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL));
SPEC(heading_spec, Heading, "heading", "heading", INT_A("level", Heading, level),
     FIELD(Heading, number, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL), ID_A(Heading),
     BOOL_A("contents", Heading, contents), FIELD(Heading, runs, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));
SPEC(para_spec, Para, "para", "paragraph", FIELD(Para, style, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Para, lang, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL), INT_A("note", Para, note), TEXT_A(Para, file),
     FIELD(Para, runs, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));
SPEC(text_spec, Text, "text", "text", INT_A("level", Text, level),
     FIELD(Text, style, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Text, prose, NULL, IN_CONTENT, FIELD_PROSE, FIELD_REQUIRED, NULL));
SPEC(contents_spec, Contents, "contents", "contents", INT_A("depth", Contents, depth), TEXT_A(Contents, title));

SPEC(column_spec, Column, "column", "column",
     FIELD(Column, heading, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL), TEXT_A(Column, group),
     FIELD(Column, symbol, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL), INT_A("share", Column, share),
     FIELD(Column, align, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_align), BOOL_A("row-header", Column, row_header),
     BOOL_A("pages", Column, pages), FIELD(Column, notes, NULL, IN_CONTENT, FIELD_RUNS, 0, NULL));
static const Spec *const cell_content[] = { &value_item_spec, &symbol_spec, &when_spec, &para_spec, &text_spec, NULL };
SPEC(cell_spec, Cell, "cell", "cell", INT_A("span", Cell, span),
     FIELD(Cell, content, NULL, IN_ELEMENT, FIELD_ANY, 0, cell_content));
SPEC(row_spec, Row, "row", "row", FIELD(Row, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_row_kind),
     INT_A("indent", Row, indent), FIELD_AS("cell", Row, cells, NULL, IN_ELEMENT, FIELD_MANY, 0, &cell_spec));
SPEC(row_group_spec, RowGroup, "group", "group of rows", FIELD(RowGroup, label, NULL, IN_ELEMENT, FIELD_RUNS, 0, NULL),
     FIELD_AS("row", RowGroup, rows, NULL, IN_ELEMENT, FIELD_MANY, 0, &row_spec));
SPEC(table_spec, Table, "table", "table", ID_A(Table), FIELD(Table, style, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     BOOL_A("no-head", Table, no_head), BOOL_A("no-sheet", Table, no_sheet), TEXT_A(Table, sheet),
     FIELD_AS("group-heading", Table, group_heading, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Table, caption, NULL, IN_ELEMENT, FIELD_RUNS, 0, NULL),
     FIELD_AS("column", Table, columns, NULL, IN_ELEMENT, FIELD_MANY, 0, &column_spec),
     FIELD_AS("group", Table, groups, NULL, IN_ELEMENT, FIELD_MANY, 0, &row_group_spec));

SPEC(point_spec, Point, "point", "point", FIELD(Point, number, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Point, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state),
     FIELD(Point, flags, NULL, IN_ATTRIBUTE, FIELD_FLAGS, 0, &terms_flag),
     FIELD(Point, lower, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Point, upper, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD(Point, absent, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state));
SPEC(series_spec, Series, "series", "series",
     FIELD(Series, label, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD_AS("point", Series, points, NULL, IN_ELEMENT, FIELD_MANY, 0, &point_spec));
SPEC(target_line_spec, TargetLine, "target", "target line",
     FIELD(TargetLine, number, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_REQUIRED | FIELD_TIMED, NULL),
     TEXT_A(TargetLine, label), INT_A("from", TargetLine, from), INT_A("to", TargetLine, to));
SPEC(chart_category_spec, ChartCategory, "category", "category",
     FIELD(ChartCategory, label, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     BOOL_A("part-year", ChartCategory, part_year));
SPEC(chart_spec, Chart, "chart", "chart", ID_A(Chart),
     FIELD(Chart, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_chart_kind),
     FIELD(Chart, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit), INT_A("decimals", Chart, decimals),
     TEXT_A(Chart, title), TEXT_A(Chart, axis), TEXT_A(Chart, alt), INT_A("width-share", Chart, width_share),
     FIELD_AS("category", Chart, categories, NULL, IN_ELEMENT, FIELD_MANY, 0, &chart_category_spec),
     FIELD(Chart, series, NULL, IN_ELEMENT, FIELD_MANY, 0, &series_spec),
     FIELD_AS("target", Chart, targets, NULL, IN_ELEMENT, FIELD_MANY, 0, &target_line_spec));

static const Spec *const inner_blocks[] = { &heading_spec, &para_spec, &text_spec, &table_spec, &chart_spec, NULL };
SPEC(box_spec, Box, "box", "box", FIELD(Box, tone, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Box, blocks, NULL, IN_ELEMENT, FIELD_ANY, 0, inner_blocks));
SPEC(keep_spec, Keep, "keep", "blocks kept together",
     FIELD(Keep, blocks, NULL, IN_ELEMENT, FIELD_ANY, 0, inner_blocks));

static const Spec *const section_blocks[] = { &heading_spec,  &para_spec,  &text_spec,
                                              &contents_spec, &table_spec, &chart_spec,
                                              &box_spec,      &keep_spec,  NULL };
SPEC(doc_section_spec, DocSection, "section", "section",
     FIELD(DocSection, page, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL), BOOL_A("new-page", DocSection, new_page),
     TEXT_A(DocSection, header), TEXT_A(DocSection, footer),
     FIELD(DocSection, blocks, NULL, IN_ELEMENT, FIELD_ANY, 0, section_blocks));

SPEC_MADE(document_spec, Document, "document", "document", MADE_LONG,
          FIELD(Document, lang, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED, NULL),
          FIELD(Document, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
          TEXT_A(Document, subject), TEXT_A(Document, council), TEXT_A(Document, author),
          FIELD(Document, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
          FIELD_AS("year-begins", Document, year_begins, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_month),
          FIELD(Document, date, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL),
          BOOL_A("date-unread", Document, date_unread), BOOL_A("undated", Document, undated),
          TEXT_A(Document, watermark), TEXT_A(Document, header), TEXT_A(Document, footer),
          FIELD(Document, style, NULL, IN_ELEMENT, FIELD_ONE, FIELD_REQUIRED, &style_spec),
          FIELD_AS("word", Document, words, NULL, IN_ELEMENT, FIELD_MANY, 0, &word_spec),
          FIELD_AS("section", Document, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &doc_section_spec));

bool series_has_limits(const Series *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (point_has_range(g_ptr_array_index(series->points, i)))
      return true;
  return false;
}

bool chart_has_limits(const Chart *chart)
{
  for (guint i = 0; i < chart->series->len; i++)
    if (series_has_limits(g_ptr_array_index(chart->series, i)))
      return chart->kind != CHART_STACKED;
  return false;
}
