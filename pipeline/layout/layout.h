/* The layout: how a report type is made from models. Root <layout>; a report type is a file, not code.
 *
 * Names in layouts are the names of model.xml. A path is names joined by "/": `objective/milestone` walks through
 * lists, `section[ref = introduction]` picks from a list. The first name is looked up in the current record, then in
 * the records around it (a record's own element name means that record: `objective/ref` in a row of milestones,
 * `report/year`), then in the loops around (`each ... as="board"` gives `board/title`), then among the parameters;
 * `reports` are all reports given, outside of loops the first one is the current record.
 *
 * A template is text with {path}; what stands in [brackets] is left out when a path in it gives nothing, and "[[" is a
 * bracket. {count path} says how many records there are. A condition is `path op value`, `path given`, `path missing`
 * or `count path op number`, joined by `and` / `or` (and binds tighter; parentheses help), `not` before one; op: = != <
 * <= > >= has; value: a word, 'words in quotes', or {path}. A path that gives several values meets a condition when one
 * of them does.
 *
 * rows, where, distinct, sort, as choose records: those of a path that meet a condition; of each value of a path only
 * the first; in the order of paths ("-" before one: descending; a list of codes: the order in which it names them);
 * under a name.
 *
 * No programming language: a loop, a filter, a format. All names are checked when the layout is read, whatever the
 * data. */
#pragma once
#include "document/document.h"

/* How figures are passed on to workbooks, CSV files, charts and attached data: as they are shown, or with all decimals.
 */
typedef enum { FIGURES_NONE, FIGURES_SHOWN, FIGURES_EXACT } Figures;
extern const Terms terms_figures;
/* Whether a column, table or chart passes on exact figures: what it says, else what is said around it, up to the
 * layout; where nothing is said, figures are passed on as they are shown. */
bool layout_is_exact(const Record *record);

/* A value for the whole layout, set with --set NAME=VALUE. */
typedef struct {
  Record record;
  char *name, *value, *help;
  char *of; /* path of the values that it can have: "board/ref"; NULL: any */
} Param;
extern const Spec param_spec;

typedef struct {
  Record record;
  char *style, *when;
  GPtrArray *runs; /* templates */
} LayoutPara;
extern const Spec layout_para_spec; /* <para> */

typedef struct {
  Record record;
  int level;    /* -1: 1 */
  char *number; /* template; "#" counts: "6.#" is 6.1, 6.2 ... below one outer heading, "6.#.#" with the outer count */
  char *id;     /* template; NULL: made from the number and text */
  char *when;
  bool hidden;     /* not in the contents list */
  GPtrArray *runs; /* templates */
} LayoutHeading;
extern const Spec layout_heading_spec; /* <heading> */

typedef struct {
  Record record;
  char *label, *value, *when;
  char *missing; /* what stands there without a value; NULL: the row is left out */
} Fact;
extern const Spec fact_spec;

/* Pairs of label and value: the front block. */
typedef struct {
  Record record;
  char *when;
  GPtrArray *facts;
} Facts;
extern const Spec facts_spec;

/* Prose of the model. field: path of a prose field (`commentary`), or of section records (`section[ref =
 * introduction]`: their text, their sub-sections below sub-headings). */
typedef struct {
  Record record;
  char *field, *style, *when;
  char *lead;      /* template set bold before the first words: "{ref}" */
  char *missing;   /* template said instead when there is nothing */
  int level;       /* of the sub-headings in it; -1: one below the heading before */
  bool titles;     /* the sections stand below their own numbers and titles, which are in the contents list */
  bool own_titles; /* only a title that says something else than the heading above stands as a sub-heading */
} LayoutText;
extern const Spec layout_text_spec; /* <text> */

/* A column: field (path) or value (template). The field's type decides how it is shown: ratings and travel as symbols
 * with their word, terms as words, figures with unit and flags (one line a measure), prose as prose. */
typedef struct {
  Record record;
  char *heading; /* template */
  char *note;    /* template: words of a footnote to the heading; NULL: none */
  char *group, *symbol, *when;
  char *field, *value;
  char *lookup; /* for codes: the records whose ref is meant, and what to show: "role/title" */
  char *prefix; /* before the first code: "AOF " */
  char *format; /* symbol word plain period-end month parentheses: where the type alone does not say it; page: the page
                   of  the link, where there are pages */
  char *link;   /* template: the id of a heading to which the words lead */
  char *file;  /* path of a field: the file, seen from the document, to which what field shows leads; of layouts for the
                  team */
  char *below; /* fields, shown in the table's rows below */
  char *missing; /* template shown when there is nothing; NULL: the word missing-figure for figures, nothing for text */
  int share, align;
  int figures; /* Figures */
  bool row_header;
} LayoutColumn;
extern const Spec layout_column_spec; /* <column> */

/* Columns made by a loop: the columns inside, once for each record; they know it by its name (as). */
typedef struct {
  Record record;
  char *rows, *where, *distinct, *sort, *as;
  GPtrArray *columns;
} LayoutColumns;
extern const Spec layout_columns_spec; /* <columns> */

/* A table with a row for each record of a path. */
typedef struct {
  Record record;
  char *id, *rows, *where, *distinct, *sort, *as, *when;
  char *below;         /* path from a row: records that have rows of their own below it (steps of an action) */
  char *group_by;      /* path: rows with an equal value stand together */
  char *group_label;   /* template: the row across the table above the group */
  char *group_heading; /* template: what the groups are, "Objective": heads their column in the workbook and CSV */
  char *group_missing; /* said in the groups of a vocabulary that no row belongs to; NULL: such groups are left out */
  char *caption, *sheet, *style;
  char *note;    /* template: words of a footnote to the caption; NULL: none */
  char *missing; /* said instead of an empty table */
  bool no_head, no_sheet;
  int figures;        /* Figures, of its columns */
  GPtrArray *columns; /* of LayoutColumn and LayoutColumns */
} LayoutTable;
extern const Spec layout_table_spec; /* <table> */

/* Counting: columns of <count> (each a heading and a condition), lines of <line> (each a label, rows and a condition).
 */
typedef struct {
  Record record;
  char *heading, *symbol, *where, *when;
} Count;
extern const Spec count_spec;
typedef struct {
  Record record;
  char *label, *rows, *where;
} CountLine;
extern const Spec count_line_spec;
typedef struct {
  Record record;
  char *id, *caption, *sheet, *when, *note;
  char *heading; /* of the column of labels */
  GPtrArray *counts, *lines;
} Counts;
extern const Spec counts_spec;

/* A chart of readings. points and targets: paths of readings from the current record; one chart a measure. */
typedef struct {
  Record record;
  char *id, *when, *title, *axis;
  int kind; /* columns: quarters as categories, years as series; lines: periods in a row; stacked: measures as parts */
  char *points, *targets; /* stacked, and lines together: targets of other measures (their total) are drawn as well */
  bool together;          /* lines: all measures in one chart */
  int years;              /* how many years back, -1: 3 */
  int width_share;
  int figures;   /* Figures */
  char *missing; /* said when it cannot be drawn; {why} */
} LayoutChart;
extern const Spec layout_chart_spec; /* <chart> */

/* Financial statements: one table a statement of `rows`, columns as given (fields of StatementLine). */
typedef struct {
  Record record;
  char *id, *rows, *where, *when, *caption, *note, *missing;
  GPtrArray *columns;
} LayoutStatement;
extern const Spec layout_statement_spec; /* <statement> */

/* The blocks inside, once for each record of a path. */
typedef struct {
  Record record;
  char *rows, *where, *distinct, *sort, *as, *when, *missing;
  bool keep;     /* the blocks of one record stay on one page where possible */
  bool new_page; /* each record begins on a new page */
  GPtrArray *blocks;
} Each;
extern const Spec each_spec;

typedef struct {
  Record record;
  char *tone, *when;
  GPtrArray *blocks;
} LayoutBox;
extern const Spec layout_box_spec; /* <box> */

typedef struct {
  Record record;
  char *title, *when;
  int depth;
} LayoutContents;
extern const Spec layout_contents_spec; /* <contents> */

typedef struct {
  Record record;
  char *when;
} LayoutMarks;
extern const Spec layout_marks_spec; /* <marks> */

typedef struct {
  Record record;
  char *id; /* names the section for --only (preview) */
  char *page, *when, *header, *footer;
  bool new_page;
  GPtrArray *blocks;
} LayoutSection;
extern const Spec layout_section_spec; /* <section> */

/* A field that the layout leaves out on purpose: a path from the report, that ends at one field; lists may be picked
 * from with [condition]. */
typedef struct {
  Record record;
  char *field, *reason;
} LeavesOut;
extern const Spec leaves_out_spec; /* <leaves-out> */

typedef enum {
  LAYOUT_OF_NONE,
  LAYOUT_OF_REPORT,
  LAYOUT_OF_PAPER,
  LAYOUT_OF_FINDINGS,
  LAYOUT_OF_ABSENCE,
  LAYOUT_OF_RUN
} LayoutOf;
extern const Terms terms_layout_of;

typedef struct {
  Record record;
  char *name;              /* what --layout and manifests call it */
  char *about;             /* one sentence for people who choose a layout */
  bool standard;           /* the one that is meant when no layout is named */
  char *files;             /* what its files are called: report.pdf; NULL: the name */
  char *workbook, *tables; /* the workbook and the folder of CSV files, where they are called otherwise */
  int of; /* LayoutOf: what it is made from; 0: report; findings: reports with what was found in them, for the team */
  char *title;   /* template */
  char *subject; /* template */
  char *author;  /* template */
  char *lang;
  char *style, *words;               /* files beside the layout */
  char *header, *footer, *watermark; /* templates; watermark is shown when its condition holds */
  char *watermark_when;
  int figures; /* Figures, of all tables and charts */
  GPtrArray *params, *own_words, *sections, *leaves_out;
} Layout;
extern const Spec layout_spec; /* root <layout> */

/* A file of words in one language. Root <words>. */
/* A text of layouts in that language: wherever a layout says `text`, `as` is said. Templates keep their {paths}. */
typedef struct {
  Record record;
  char *text, *as;
} Phrase;
extern const Spec phrase_spec;

typedef struct {
  Record record;
  char *lang;
  GPtrArray *words;   /* of Word */
  GPtrArray *phrases; /* of Phrase; for layouts in another language */
} Words;
extern const Spec words_spec;
