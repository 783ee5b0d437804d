/* Rules of house styles and documents: names that exist, tables and charts whose parts fit. */
#include "document/document.h"
#include "document/style-sizes.h"
#include "record/record-walk.h"
#include "validate/check.h"
#include "validate/codes.h"
#include "validate/fault.h"
#include <string.h>

typedef struct {
  Codes *colours, *types, *pages, *ids;
  DiagList *diags;
  GHashTable *notes,
      *places; /* numbers of footnotes: of those whose words are there, and of those that stand somewhere */
} Check;

static void check_name(const Check *check, const Record *record, const char *attribute, const char *name,
                       const Codes *known)
{
  if (!name || codes_has(known, name))
    return;
  g_autofree char *hint = codes_hint(known, name);
  fault_at(check->diags, "R-STYLE", record, attribute, "%s '%s' is not in the house style%s", attribute, name, hint);
}

static void check_colour(const Colour *colour, DiagList *diags)
{
  const char *value = colour->value;
  if (value && (value[0] != '#' || strlen(value) != 7 || strspn(value + 1, "0123456789abcdefABCDEF") != 6))
    fault_at(diags, "V-COLOUR", &colour->record, "value", "value '%s' is not a colour (write #RRGGBB, as in #00703C)",
             value);
}

static void gather(Check *check, const Style *style)
{
  for (guint i = 0; i < style->colours->len; i++) {
    const Colour *colour = g_ptr_array_index(style->colours, i);
    codes_know(check->colours, colour->name);
    check_colour(colour, check->diags);
  }
  for (guint i = 0; i < style->types->len; i++)
    codes_know(check->types, ((const TypeStyle *)g_ptr_array_index(style->types, i))->name);
  for (guint i = 0; i < style->pages->len; i++)
    codes_know(check->pages, ((const PageStyle *)g_ptr_array_index(style->pages, i))->name);
  for (guint i = 0; i < style->types->len; i++) {
    const TypeStyle *type = g_ptr_array_index(style->types, i);
    check_name(check, &type->record, "colour", type->colour, check->colours);
  }
}

static void check_row(const Check *check, const Row *row, guint columns)
{
  guint width = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    if (cell->span == 0)
      fault_at(check->diags, "V-RANGE", &cell->record, "span", "span '0' must be at least 1");
    width += cell->span > 0 ? (guint)cell->span : 1;
  }
  if (width != columns)
    fault_at(check->diags, "S-TABLE", &row->record, NULL, "its cells cover %u column%s; the table has %u", width,
             width == 1 ? "" : "s", columns);
}

static void check_table(const Check *check, const Table *table)
{
  g_autoptr(Codes) headings = codes_new();
  codes_add(check->ids, table->id, &table->record, "id", check->diags);
  check_name(check, &table->record, "style", table->style, check->types);
  for (guint i = 0; i < table->columns->len; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    if (column->heading && codes_has(headings, column->heading))
      fault_at(check->diags, "R-DUPLICATE", &column->record, "heading", "heading '%s' is used twice in the table",
               column->heading);
    codes_know(headings, column->heading);
  }
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint j = 0; j < group->rows->len; j++)
      check_row(check, g_ptr_array_index(group->rows, j), table->columns->len);
  }
}

static void check_chart(const Check *check, const Chart *chart)
{
  guint n = chart->categories->len;
  codes_add(check->ids, chart->id, &chart->record, "id", check->diags);
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    if (series->points->len != n)
      fault_at(check->diags, "S-CHART", &series->record, NULL, "points: %u; categories of the chart: %u",
               series->points->len, n);
  }
  for (guint i = 0; i < chart->targets->len; i++) {
    const TargetLine *target = g_ptr_array_index(chart->targets, i);
    if (target->from >= (int)n || target->to >= (int)n)
      fault_at(check->diags, "S-CHART", &target->record, NULL,
               "it spans categories that the chart does not have (0 to %d)", (int)n - 1);
  }
}

static void take_note(const Check *check, const Para *para)
{
  if (para->note > 0 && !g_hash_table_add(check->notes, GINT_TO_POINTER(para->note)))
    fault_at(check->diags, "V-LINK", &para->record, "note", "there are two footnotes %d", para->note);
}

static void check_block(const Record *record, void *data)
{
  const Check *check = data;
  const Spec *spec = record->spec;
  if (spec == &table_spec) {
    check_table(check, (const Table *)record);
  } else if (spec == &chart_spec) {
    check_chart(check, (const Chart *)record);
  } else if (spec == &heading_spec) {
    const Heading *heading = (const Heading *)record;
    codes_add(check->ids, heading->id, record, "id", check->diags);
    fault_range(check->diags, record, "level", heading->level, 1, 6);
  } else if (spec == &para_spec) {
    check_name(check, record, "style", ((const Para *)record)->style, check->types);
    take_note(check, (const Para *)record);
  } else if (spec == &text_spec) {
    check_name(check, record, "style", ((const Text *)record)->style, check->types);
  } else if (spec == &doc_section_spec) {
    check_name(check, record, "page", ((const DocSection *)record)->page, check->pages);
  }
}

typedef struct {
  const Check *check;
  const Record *record; /* that holds the runs */
} Words;

/* A place of a footnote, "[3]"; it may have several. */
static void check_place(const Words *words, const Run *run)
{
  int number = (int)g_ascii_strtoll(run->text + 1, NULL, 10);
  if (!g_hash_table_contains(words->check->notes, GINT_TO_POINTER(number)))
    fault_at(words->check->diags, "V-LINK", words->record, NULL, "the words of footnote %d are nowhere in the document",
             number);
  g_hash_table_add(words->check->places, GINT_TO_POINTER(number));
}

static void check_links(const GPtrArray *runs, void *data)
{
  const Words *words = data;
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & RUN_NOTE)
      check_place(words, run);
    else if (run->href && run->href[0] == '#' && !codes_has(words->check->ids, run->href + 1))
      fault_at(words->check->diags, "V-LINK", words->record, NULL,
               "a link leads to '%s', which is nowhere in the document", run->href + 1);
  }
}

static void check_words(const Record *record, void *data)
{
  Words words = { data, record };
  record_walk_runs(record, check_links, &words);
}

/* The number before the words of a footnote leads back to its place. */
static void check_note(const Record *record, void *data)
{
  const Check *check = data;
  int note = record->spec == &para_spec ? ((const Para *)record)->note : 0;
  if (note > 0 && !g_hash_table_contains(check->places, GINT_TO_POINTER(note)))
    fault_at(check->diags, "V-LINK", record, "note", "footnote %d belongs to no words of the document", note);
}

/* style: inside a document or alone; document: or NULL. */
static void check_all(const Style *style, const Record *document, DiagList *diags)
{
  g_autoptr(Codes) colours = codes_new();
  g_autoptr(Codes) types = codes_new();
  g_autoptr(Codes) pages = codes_new();
  g_autoptr(Codes) ids = codes_new();
  g_autoptr(GHashTable) notes = g_hash_table_new(NULL, NULL), places = g_hash_table_new(NULL, NULL);
  Check check = { colours, types, pages, ids, diags, notes, places };
  gather(&check, style);
  style_check_sizes(style, fault_size, diags);
  if (!document)
    return;
  record_walk(document, check_block, &check);
  record_walk(document, check_words, &check);
  record_walk(document, check_note, &check);
}

void file_check_style(const Record *root, DiagList *diags)
{
  check_all((const Style *)root, NULL, diags);
}

void file_check_document(const Record *root, DiagList *diags)
{
  const Style *style = ((const Document *)root)->style;
  if (style) /* its absence is told already */
    check_all(style, root, diags);
}
