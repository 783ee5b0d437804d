/* The layout: its rows. */
#include "layout/layout.h"

#define TEXT_A(type_, member_) FIELD(type_, member_, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define NEED_A(type_, member_) FIELD(type_, member_, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL)
#define NAMED_A(name_, type_, member_) FIELD_AS(name_, type_, member_, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
#define CODE_A(type_, member_) FIELD(type_, member_, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL)
#define BOOL_A(name_, type_, member_) FIELD_AS(name_, type_, member_, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL)
#define INT_A(name_, type_, member_) FIELD_AS(name_, type_, member_, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL)
#define RUNS(type_) FIELD(type_, runs, "text", IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL)
#define MANY(name_, type_, member_, spec_) FIELD_AS(name_, type_, member_, NULL, IN_ELEMENT, FIELD_MANY, 0, &spec_)
#define BLOCKS(type_) FIELD(type_, blocks, NULL, IN_ELEMENT, FIELD_ANY, 0, layout_blocks)

#define FIGURES_A(type_) FIELD(type_, figures, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_figures)

static const char *const figures_names[] = { "", "shown", "exact", NULL };
const Terms terms_figures = { "way of passing on figures", G_N_ELEMENTS(figures_names) - 1, figures_names };

bool layout_is_exact(const Record *record)
{
  for (; record; record = record->parent) {
    const Field *field = spec_field(record->spec, "figures");
    if (field && field_is_set(record, field))
      return *(const int *)record_at(record, field) == FIGURES_EXACT;
  }
  return false;
}

static const Spec *const layout_blocks[] = { &layout_para_spec,
                                             &layout_heading_spec,
                                             &facts_spec,
                                             &layout_text_spec,
                                             &layout_table_spec,
                                             &counts_spec,
                                             &layout_chart_spec,
                                             &layout_statement_spec,
                                             &each_spec,
                                             &layout_box_spec,
                                             &layout_contents_spec,
                                             &layout_marks_spec,
                                             NULL };

SPEC(param_spec, Param, "param", "parameter",
     FIELD(Param, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     TEXT_A(Param, value), TEXT_A(Param, help), TEXT_A(Param, of));
SPEC(layout_para_spec, LayoutPara, "para", "paragraph", CODE_A(LayoutPara, style), TEXT_A(LayoutPara, when),
     RUNS(LayoutPara));
SPEC(layout_heading_spec, LayoutHeading, "heading", "heading", INT_A("level", LayoutHeading, level),
     TEXT_A(LayoutHeading, number), TEXT_A(LayoutHeading, id), TEXT_A(LayoutHeading, when),
     BOOL_A("hidden", LayoutHeading, hidden), RUNS(LayoutHeading));
SPEC(fact_spec, Fact, "fact", "fact", NEED_A(Fact, label), NEED_A(Fact, value), TEXT_A(Fact, when),
     TEXT_A(Fact, missing));
SPEC(facts_spec, Facts, "facts", "facts", TEXT_A(Facts, when), MANY("fact", Facts, facts, fact_spec));
SPEC(layout_text_spec, LayoutText, "text", "text", NEED_A(LayoutText, field), CODE_A(LayoutText, style),
     TEXT_A(LayoutText, when), TEXT_A(LayoutText, lead), TEXT_A(LayoutText, missing), INT_A("level", LayoutText, level),
     BOOL_A("titles", LayoutText, titles), BOOL_A("own-titles", LayoutText, own_titles));
SPEC(layout_column_spec, LayoutColumn, "column", "column", NEED_A(LayoutColumn, heading), TEXT_A(LayoutColumn, group),
     TEXT_A(LayoutColumn, note), CODE_A(LayoutColumn, symbol), TEXT_A(LayoutColumn, when), TEXT_A(LayoutColumn, field),
     TEXT_A(LayoutColumn, value), TEXT_A(LayoutColumn, lookup), TEXT_A(LayoutColumn, prefix),
     CODE_A(LayoutColumn, format), TEXT_A(LayoutColumn, link), TEXT_A(LayoutColumn, file), TEXT_A(LayoutColumn, below),
     TEXT_A(LayoutColumn, missing), INT_A("share", LayoutColumn, share),
     FIELD(LayoutColumn, align, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_align), FIGURES_A(LayoutColumn),
     BOOL_A("row-header", LayoutColumn, row_header));
SPEC(layout_columns_spec, LayoutColumns, "columns", "loop of columns", NEED_A(LayoutColumns, rows),
     TEXT_A(LayoutColumns, where), TEXT_A(LayoutColumns, distinct), TEXT_A(LayoutColumns, sort),
     FIELD(LayoutColumns, as, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED, NULL),
     MANY("column", LayoutColumns, columns, layout_column_spec));
static const Spec *const table_columns[] = { &layout_column_spec, &layout_columns_spec, NULL };
SPEC(layout_table_spec, LayoutTable, "table", "table",
     FIELD(LayoutTable, id, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     NEED_A(LayoutTable, rows), TEXT_A(LayoutTable, where), TEXT_A(LayoutTable, distinct), TEXT_A(LayoutTable, sort),
     CODE_A(LayoutTable, as), TEXT_A(LayoutTable, when), TEXT_A(LayoutTable, below),
     NAMED_A("group-by", LayoutTable, group_by), NAMED_A("group-label", LayoutTable, group_label),
     NAMED_A("group-missing", LayoutTable, group_missing), NAMED_A("group-heading", LayoutTable, group_heading),
     NEED_A(LayoutTable, caption), TEXT_A(LayoutTable, note), TEXT_A(LayoutTable, sheet), CODE_A(LayoutTable, style),
     TEXT_A(LayoutTable, missing), BOOL_A("no-head", LayoutTable, no_head), BOOL_A("no-sheet", LayoutTable, no_sheet),
     FIGURES_A(LayoutTable), FIELD(LayoutTable, columns, NULL, IN_ELEMENT, FIELD_ANY, 0, table_columns));
SPEC(count_spec, Count, "count", "count", NEED_A(Count, heading), CODE_A(Count, symbol), TEXT_A(Count, where),
     TEXT_A(Count, when));
SPEC(count_line_spec, CountLine, "line", "line of counts", NEED_A(CountLine, label), NEED_A(CountLine, rows),
     TEXT_A(CountLine, where));
SPEC(counts_spec, Counts, "counts", "table of counts",
     FIELD(Counts, id, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL), NEED_A(Counts, caption),
     TEXT_A(Counts, note), NEED_A(Counts, heading), TEXT_A(Counts, sheet), TEXT_A(Counts, when),
     MANY("count", Counts, counts, count_spec), MANY("line", Counts, lines, count_line_spec));
SPEC(layout_chart_spec, LayoutChart, "chart", "chart", TEXT_A(LayoutChart, id), TEXT_A(LayoutChart, when),
     TEXT_A(LayoutChart, title), TEXT_A(LayoutChart, axis),
     FIELD(LayoutChart, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_chart_kind),
     NEED_A(LayoutChart, points), TEXT_A(LayoutChart, targets), BOOL_A("together", LayoutChart, together),
     INT_A("years", LayoutChart, years), INT_A("width-share", LayoutChart, width_share), FIGURES_A(LayoutChart),
     TEXT_A(LayoutChart, missing));
SPEC(layout_statement_spec, LayoutStatement, "statement", "statement",
     FIELD(LayoutStatement, id, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     NEED_A(LayoutStatement, rows), TEXT_A(LayoutStatement, where), TEXT_A(LayoutStatement, when),
     TEXT_A(LayoutStatement, caption), TEXT_A(LayoutStatement, note), TEXT_A(LayoutStatement, missing),
     MANY("column", LayoutStatement, columns, layout_column_spec));
SPEC(each_spec, Each, "each", "loop", NEED_A(Each, rows), TEXT_A(Each, where), TEXT_A(Each, distinct),
     TEXT_A(Each, sort), CODE_A(Each, as), TEXT_A(Each, when), TEXT_A(Each, missing), BOOL_A("keep", Each, keep),
     BOOL_A("new-page", Each, new_page), BLOCKS(Each));
SPEC(layout_box_spec, LayoutBox, "box", "box", CODE_A(LayoutBox, tone), TEXT_A(LayoutBox, when), BLOCKS(LayoutBox));
SPEC(layout_marks_spec, LayoutMarks, "marks", "marks", TEXT_A(LayoutMarks, when));

SPEC(layout_contents_spec, LayoutContents, "contents", "contents", TEXT_A(LayoutContents, title),
     TEXT_A(LayoutContents, when), INT_A("depth", LayoutContents, depth));
SPEC(layout_section_spec, LayoutSection, "section", "section", CODE_A(LayoutSection, id), CODE_A(LayoutSection, page),
     TEXT_A(LayoutSection, when), TEXT_A(LayoutSection, header), TEXT_A(LayoutSection, footer),
     BOOL_A("new-page", LayoutSection, new_page), BLOCKS(LayoutSection));
SPEC(leaves_out_spec, LeavesOut, "leaves-out", "field left out",
     FIELD(LeavesOut, field, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     NEED_A(LeavesOut, reason));
static const char *const of_names[] = { "", "report", "paper", "findings", "absence", "run", NULL };
const Terms terms_layout_of = { "kind of record", G_N_ELEMENTS(of_names) - 1, of_names };
SPEC(layout_spec, Layout, "layout", "layout",
     FIELD(Layout, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL), NEED_A(Layout, about),
     BOOL_A("standard", Layout, standard), CODE_A(Layout, files), CODE_A(Layout, workbook), CODE_A(Layout, tables),
     FIELD(Layout, of, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_layout_of), NEED_A(Layout, title),
     TEXT_A(Layout, subject), TEXT_A(Layout, author),
     FIELD(Layout, lang, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED, NULL), NEED_A(Layout, style),
     NEED_A(Layout, words), TEXT_A(Layout, header), TEXT_A(Layout, footer), TEXT_A(Layout, watermark),
     NAMED_A("watermark-when", Layout, watermark_when), FIGURES_A(Layout), MANY("param", Layout, params, param_spec),
     MANY("word", Layout, own_words, word_spec), MANY("section", Layout, sections, layout_section_spec),
     MANY("leaves-out", Layout, leaves_out, leaves_out_spec));
SPEC(phrase_spec, Phrase, "phrase", "phrase",
     FIELD(Phrase, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     NEED_A(Phrase, as));
SPEC(words_spec, Words, "words", "words",
     FIELD(Words, lang, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     MANY("word", Words, words, word_spec), MANY("phrase", Words, phrases, phrase_spec));
