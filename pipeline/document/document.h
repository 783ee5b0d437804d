/* The document: what we show, with no idea of PDF, Excel or HTML. Root <document> of document.xml. A document is
 * sections of blocks; a table's cells keep values until the renderer, so that Excel gets numbers and a page gets words.
 */
#pragma once
#include "document/style.h"
#include "vocabulary/vocabulary.h"

/* ---- words: fixed phrases in the document's language -------------------------------------------------------- */
typedef struct {
  Record record;
  char *name; /* continued, page, draft, contents, month-1 ... month-12, quarter, yes, no, thousands, state and flag
                 words: state-not-available ..., flag-estimate ..., shorthand-not-available ("NYA") ..., rating and
                 travel words */
  char *text; /* "(continued)"; may hold {page} {pages} {year} {n} */
} Word;
extern const Spec word_spec;

/* ---- inline items of a cell ---------------------------------------------------------------------------------- */
/* A figure: <value label="Male" number="803.8" unit="per-100000" decimals="1" flags="estimate"/>, a state, or words. */
typedef struct {
  Record record;
  char *label;
  OptAmount number;
  char *text;
  int unit, decimals, state;
  guint flags;
  OptAmount rate; /* behind the figure, in brackets */
  int rate_unit;
  char *before;     /* words before the figure, or NULL */
  bool parentheses; /* finance: negative numbers in parentheses */
  GPtrArray *notes; /* of Run: places of footnotes behind the figure, or NULL */
} Value;
extern const Spec value_item_spec; /* <value> */

/* A symbol with its word: <symbol name="green" word="Green"/>; names of terms_rating and terms_travel. */
typedef struct {
  Record record;
  char *name;
  char *word;
  char *alt;    /* sentence for those who do not see it; NULL: word */
  bool by_rule; /* computed, and nobody stated it: the word bears a sign, and alt says it in words */
} Symbol;
extern const Spec symbol_spec;

typedef struct {
  Record record;
  Date date;
  Period period;
} When;
extern const Spec when_spec; /* <date date="2010-03"/> or <date period="2009-10-Q4"/> */

/* ---- blocks -------------------------------------------------------------------------------------------------- */
typedef struct {
  Record record;
  int level;     /* 1 to 6 */
  char *number;  /* "4.0", or NULL */
  char *id;      /* target of links: unique in the document */
  bool contents; /* appears in the contents list and the bookmarks */
  GPtrArray *runs;
} Heading;
extern const Spec heading_spec; /* <heading> */

typedef struct {
  Record record;
  char *style; /* TypeStyle name: body, note, title, subtitle, small ...; NULL: body */
  char *lang;
  int note;   /* it is the footnote of that number; 0 and less: it is none */
  char *file; /* path, seen from the document, to which all of it leads on a web page; or NULL */
  GPtrArray *runs;
} Para;
extern const Spec para_spec; /* <para> */

/* Prose as written: sub-headings in it have level `level`. */
typedef struct {
  Record record;
  int level;
  char *style;
  Prose *prose;
} Text;
extern const Spec text_spec; /* <text> */

/* A list of contents down to a heading level, with page numbers where there are pages. */
typedef struct {
  Record record;
  int depth;
  char *title;
} Contents;
extern const Spec contents_spec;

typedef enum { ALIGN_NONE, ALIGN_START, ALIGN_CENTRE, ALIGN_END } Align;
extern const Terms terms_align;

typedef struct {
  Record record;
  char *heading; /* unique within the table; may be two lines with "|" between */
  char *group;   /* heading shared with neighbours above this one, or NULL */
  char *symbol;  /* symbol beside the heading, or NULL */
  int share;     /* of the table's width, relative to the other columns */
  int align;
  GPtrArray *notes; /* of Run: places of footnotes behind the heading, or NULL */
  bool row_header;  /* its cells name their row (TH scope row) */
  bool pages; /* its cells are links to headings that read "{page}": the page's number; only where there are pages */
} Column;
extern const Spec column_spec;

/* A cell holds items and blocks: Value, Symbol, When, Para, Text. Several values stand one below the other. */
typedef struct {
  Record record;
  int span; /* columns it covers; -1: one */
  GPtrArray *content;
  /* Of tables in prose only, which stand in a document as they were written: */
  guint skip;  /* columns before it that cells from above cover */
  guint rows;  /* that it covers; 0: one */
  bool header; /* names its row or column */
} Cell;
extern const Spec cell_spec;

typedef enum { ROW_NONE, ROW_BODY, ROW_HEADING, ROW_SUBTOTAL, ROW_TOTAL } RowKind;
extern const Terms terms_row_kind;

typedef struct {
  Record record;
  int kind;         /* ROW_HEADING: a title over the rows below it inside a group (finance) */
  int indent;       /* levels, -1: none */
  GPtrArray *cells; /* spans of all cells add up to the number of columns */
  /* Of tables in prose only: */
  guint64 open;       /* bit for each column whose cell goes on in the next row */
  bool names_columns; /* its headers name what is below them */
} Row;
extern const Spec row_spec;

/* Rows that belong together. Its label is a row across the table, said again with "(continued)" after a page break. */
typedef struct {
  Record record;
  GPtrArray *label; /* of Run; empty: no label row */
  GPtrArray *rows;
} RowGroup;
extern const Spec row_group_spec;

typedef struct {
  Record record;
  char *id;            /* unique; letters, digits and "-": name of the Excel sheet, table and CSV file */
  char *style;         /* TypeStyle of its cells; NULL: table */
  bool no_head;        /* the column headings are not shown (facts); they still name the columns in Excel */
  char *group_heading; /* what its groups are ("Objective"): names their column in the workbook and CSV; or NULL */
  bool no_sheet;       /* left out of the workbook and the CSV files (layout of words only) */
  GPtrArray *caption;  /* of Run */
  GPtrArray *columns;  /* of Column */
  GPtrArray *groups;   /* of RowGroup, at least one */
  char *sheet;         /* title of the sheet, at most 31 characters; NULL: from the caption */
  GPtrArray *head;     /* of Row, of tables in prose only: its head, instead of the headings of the columns; or NULL */
} Table;
extern const Spec table_spec;

typedef enum { CHART_NONE, CHART_COLUMNS, CHART_LINES, CHART_STACKED } ChartKind;
extern const Terms terms_chart_kind;

/* A figure of a series: its place is the index of the category. */
typedef struct {
  Record record;
  OptAmount number; /* absent: a gap, shown with the state's shorthand */
  int state;
  guint flags;
  OptAmount lower, upper; /* both or none: how far it may be off, drawn as an upright line */
  int absent;             /* of terms_state: why nobody said anything; told with the data, and not drawn */
} Point;
extern const Spec point_spec;

/* Whether the point has such a line. */
static inline bool point_has_range(const Point *point)
{
  return point->number.given && point->lower.given && point->upper.given;
}

/* Why the point has no number; STATE_NONE: nobody knows. */
static inline int point_state(const Point *point)
{
  return point->state != STATE_NONE ? point->state : point->absent;
}

typedef struct {
  Record record;
  char *label;
  GPtrArray *points; /* as many as there are categories */
} Series;
extern const Spec series_spec;

typedef struct {
  Record record;
  OptAmount number;
  char *label;  /* "Target 2009/10: 8 %" */
  int from, to; /* first and last category it spans; -1: all */
} TargetLine;
extern const Spec target_line_spec;

typedef struct {
  Record record;
  char *label;
  bool part_year; /* marked as not complete */
} ChartCategory;
extern const Spec chart_category_spec; /* <category label="..."/> */

/* Columns: categories along the axis (quarters), series clustered (years), or as the layout says. */
typedef struct {
  Record record;
  char *id;
  int kind;
  int unit, decimals;
  char *title;     /* short, shown above */
  char *axis;      /* what the value axis measures: "Percent" */
  char *alt;       /* the finding in one sentence, made from the data */
  int width_share; /* percent of the text width, -1: 100 */
  GPtrArray *categories, *series, *targets;
} Chart;
extern const Spec chart_spec;

/* Whether the series has limits of some figure, and whether the chart draws those of one. */
bool series_has_limits(const Series *series);
bool chart_has_limits(const Chart *chart);
/* Whether the line of a target stands over the category. */
static inline bool target_line_spans(const TargetLine *target, guint category)
{
  return (target->from < 0 || (int)category >= target->from) && (target->to < 0 || (int)category <= target->to);
}

/* A box around blocks: draft notice, "not supplied". tone: note, warning. */
typedef struct {
  Record record;
  char *tone;
  GPtrArray *blocks;
} Box;
extern const Spec box_spec;

/* Blocks kept on one page where that is possible (an indicator's heading, chart and commentary). */
typedef struct {
  Record record;
  GPtrArray *blocks;
} Keep;
extern const Spec keep_spec;

/* ---- sections and the whole ----------------------------------------------------------------------------------- */
typedef struct {
  Record record;
  char *page;            /* PageStyle name; NULL: the first */
  bool new_page;         /* begins on a new page even when the kind of page does not change */
  char *header, *footer; /* running text; "{page}" and "{pages}" are numbers; NULL: the document's */
  GPtrArray *blocks;     /* Heading Para Text Contents Table Chart Box Keep */
} DocSection;
extern const Spec doc_section_spec; /* <section> */

typedef struct {
  Record record;
  char *lang;  /* BCP 47: "en-GB" */
  char *title; /* of the document, for its metadata and the browser tab */
  char *subject, *council, *author;
  Period period;
  int year_begins;       /* month in which the council's year begins; 0: April */
  Date date;             /* the document's date: its creation date in all formats */
  bool undated;          /* nobody gave a date: the last day of the period stands in for it, and is not shown */
  bool date_unread;      /* it was given, but cannot be read: date stands in for it, and is not shown */
  char *watermark;       /* "DRAFT", or NULL */
  char *header, *footer; /* running text on every page: left|right parts separated by "|" */
  Style *style;
  GPtrArray *words; /* of Word */
  GPtrArray *sections;
  GHashTable *word_index; /* name to text of the words, or NULL: see document_index_words */
} Document;
extern const Spec document_spec;

/* What a document can be made as: "pdf", "xlsx", "html", "csv"; NULL-terminated. */
extern const char *const document_formats[];

/* Makes words be found at once: call when they are known, and again when others are put in their place. Without it each
 * is looked for in all of them. The index lives as long as the arena. */
void document_index_words(Arena *arena, Document *document);
/* Fixed phrase of the document, or name when it has none (a fault of the layout, found there). Borrowed. */
const char *document_word(const Document *document, const char *name);
/* The same, or NULL when it has none. */
const char *document_find_word(const Document *document, const char *name);

/* Whether a table has a column of page numbers. */
bool document_has_pages(const Document *document);
/* The document, or a copy of it without the columns of page numbers, for formats without pages. */
const Document *document_without_pages(Arena *arena, const Document *document);

/* The amount as it is shown with a unit and decimals (-1: as written): what value_to_text says of it, and no more. */
Amount figure_shown(Amount amount, int unit, int decimals);
/* A workbook has a sheet for each table: with so many it takes 200 MB of memory to make, and longer than people wait to
 * open; a sheet has no more columns than that. What is wrong when there are more, in an officer's words, or NULL;
 * caller frees. */
enum { DOCUMENT_MAX_SHEETS = 4000, DOCUMENT_MAX_SHEET_COLUMNS = 16384 };
char *document_too_many_sheets(const Document *document);

/* Renderers share how a value reads: "6.87%", "803.8 (E)", "NYA", "(3)", without its label. Caller frees. */
char *value_to_text(const Document *document, const Value *value);
/* The rate behind a figure, "4.81 per 1,000", or NULL; caller frees. */
char *value_rate(const Document *document, const Value *value);
/* In words for text alternatives: "803.8 per 100,000, estimate". Caller frees. */
char *value_to_sentence(const Document *document, const Value *value);
/* The day of the document as its pages and workbooks show it, or NULL: nobody gave one. Caller frees. */
char *document_day(const Document *document);
char *when_to_text(const Document *document, const When *when); /* "March 2010", "31 March 2010", "Quarter 4 2009/10" */
/* A phrase with its {name}s replaced by values; names is NULL-terminated. Caller frees. */
char *word_fill(const char *text, const char *const *names, const char *const *values);
