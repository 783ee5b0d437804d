/* Tables in the words of plans, returns and papers: a total is the sum of its column; a row that begins with the code
 * of an indicator has that indicator's figures and symbol. */
#include "check/checks.h"
#include "facts/known.h"
#include "facts/mentions.h"
#include "facts/phrases.h"
#include "model/figures.h"
#include <string.h>

typedef struct {
  const Checks *checks;
  const Speech *speech;
  const ProseBlock *table;
  GHashTable *mentions;
} Table;

static char *cell_text(const ProseCell *cell)
{
  g_autofree char *text = cell->runs ? runs_to_text(cell->runs) : cell->prose ? prose_to_text(cell->prose) : NULL;
  return text ? g_strdup(g_strstrip(text)) : g_strdup("");
}

/* The cell that covers one column of a row; NULL: none begins there. */
static const ProseCell *cell_at(const GPtrArray *row, guint column)
{
  for (guint i = 0; i < row->len; i++) {
    const ProseCell *cell = g_ptr_array_index(row, i);
    if (cell->column == column && cell->columns == 1 && cell->rows <= 1)
      return cell;
  }
  return NULL;
}

/* A cell that is nothing but a number: "£1,234", "56.7%". */
static bool cell_number(const ProseCell *cell, Amount *ret_number)
{
  g_autofree char *text = cell ? cell_text(cell) : g_strdup("");
  GString *digits = g_string_new(NULL);
  bool good = *text != '\0';
  for (const char *at = g_str_has_prefix(text, "£") ? text + strlen("£") : text; *at && good; at++)
    if (g_ascii_isdigit(*at) || *at == '.' || (*at == '-' && digits->len == 0))
      g_string_append_c(digits, *at);
    else
      good = *at == ',' || (*at == '%' && !at[1]);
  good = good && amount_parse(digits->str, ret_number);
  g_string_free(digits, TRUE);
  return good;
}

static GPtrArray *sentences_of_cell(const Table *t, const ProseCell *cell)
{
  Arena *arena = t->checks->inputs->arena;
  Passage *passage = cell->prose ? passage_of_prose(arena, cell->prose)
                                 : passage_of_runs(arena, cell->runs, t->speech->prose->source, cell->offset);
  return sentences_of_passage(arena, passage);
}

/* In words of the cell; its place in the source is where the finding stands. */
static void report(const Table *t, const char *id, const ProseCell *cell, const Record *other, const char *what)
{
  const Prose place = { .source = t->speech->prose->source, .offset = cell->offset };
  g_autofree char *text = cell_text(cell), *name = record_name(t->speech->record);
  const GPtrArray *words = sentences_of_cell(t, cell);
  Spot spot = { .record = t->speech->record,
                .prose = &place,
                .sentence = words->len > 0 ? g_ptr_array_index(words, 0) : NULL,
                .other = other };
  findings_add(t->checks->findings, id, &spot, "%s, table: '%s', %s", name, text, what);
}

static bool begins_with(const GPtrArray *row, const char *word)
{
  const ProseCell *first = row->len > 0 ? g_ptr_array_index(row, 0) : NULL;
  g_autofree char *text = first ? cell_text(first) : g_strdup("");
  return g_ascii_strncasecmp(text, word, strlen(word)) == 0 && !g_ascii_isalpha(text[strlen(word)]);
}

/* The first row with a number in that column, above a total and below the one before. */
static void check_total(const Table *t, guint total, guint column)
{
  Amount printed, sum = amount_from_int(0);
  guint parts = 0;
  const ProseCell *cell = cell_at(g_ptr_array_index(t->table->rows, total), column);
  if (!cell || !cell_number(cell, &printed))
    return;
  for (guint i = total; i > 0; i--) {
    const GPtrArray *row = g_ptr_array_index(t->table->rows, i - 1);
    const ProseCell *part = cell_at(row, column);
    Amount number;
    if (!part || begins_with(row, "total") || begins_with(row, "of which"))
      return; /* parts of totals: nobody knows what is added */
    if (part->header)
      break;
    if (!cell_number(part, &number) || !amount_add(sum, number, &sum))
      return;
    parts++;
  }
  if (parts < 2 || amount_compare(sum, printed) == 0)
    return;
  g_autofree char *is = amount_format(sum, -1);
  g_autofree char *what = g_strdup_printf("but the figures above it make %s", is);
  bool percent = false;
  for (guint i = 0; i < total && !percent; i++) {
    const ProseCell *part = cell_at(g_ptr_array_index(t->table->rows, i), column);
    g_autofree char *text = part ? cell_text(part) : g_strdup("");
    percent = strchr(text, '%') != NULL;
  }
  Amount near;
  bool close = figure_percent_of(printed, amount_from_int(30), &near) && figure_close(sum, printed, near);
  if (!percent && close) /* a far one is the total of something else */
    report(t, "A-TABLE", cell, NULL, what);
}

/* All that the documents know of an indicator in numbers. */
static void know(Known *known, const Checks *c, const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    known_add_measure(known, measure);
    if (measure->value) {
      known_add(known, &measure->value->number);
      known_add(known, &measure->value->numerator);
      known_add(known, &measure->value->denominator);
    }
  }
  known_add(known, &indicator->projection);
  (void)c;
}

static void check_figure(const Table *t, const Indicator *indicator, const ProseCell *cell, const Known *known)
{
  Amount number;
  const Measure *whole = indicator_whole(indicator);
  if (!cell_number(cell, &number) || known_has(known, number) || !whole->value || !whole->value->number.given)
    return;
  g_autofree char *value = figure_text(&whole->value->number);
  g_autofree char *what =
      g_strdup_printf("but no document has that figure of indicator %s, whose value is %s", indicator->ref, value);
  report(t, "D-TABLE", cell, &whole->value->record, what);
}

/* "Green" in a row whose indicator is amber. */
static void check_symbol(const Table *t, const Indicator *indicator, const ProseCell *cell)
{
  g_autofree char *text = cell_text(cell), *lower = g_ascii_strdown(text, -1);
  int rating = terms_find(&terms_rating, lower);
  bool symbols = rating >= RATING_GREEN && rating <= RATING_RED && indicator->rating >= RATING_GREEN &&
                 indicator->rating <= RATING_RED;
  if (!symbols || rating == indicator->rating)
    return;
  g_autofree char *what =
      g_strdup_printf("but indicator %s is %s", indicator->ref, terms_name(&terms_rating, indicator->rating));
  report(t, "D-TABLE", cell, &indicator->record, what);
}

/* The indicator whose code opens the row. */
static const Indicator *indicator_of(const Table *t, const GPtrArray *row)
{
  const ProseCell *first = row->len > 0 ? g_ptr_array_index(row, 0) : NULL;
  g_autofree char *text = first ? cell_text(first) : g_strdup("");
  const GPtrArray *sentences = sentences_of_text(t->checks->inputs->arena, text);
  guint last;
  return sentences->len > 0 ? mentions_at(t->mentions, g_ptr_array_index(sentences, 0), 0, &last) : NULL;
}

/* A column of changes, or of another group's figures. */
static bool is_aside(const Table *t, guint column)
{
  const ProseCell *head = cell_at(g_ptr_array_index(t->table->rows, 0), column);
  const GPtrArray *sentences = head && head->header ? sentences_of_cell(t, head) : NULL;
  const Sentence *sentence = sentences && sentences->len > 0 ? g_ptr_array_index(sentences, 0) : NULL;
  const Phrases *phrases = t->checks->facts->phrases;
  return sentence && (phrase_between(phrases, PHRASES_OTHER, sentence, 0, sentence->tokens->len) ||
                      phrase_between(phrases, PHRASES_DIFFERENCE, sentence, 0, sentence->tokens->len));
}

static void check_row(const Table *t, const GPtrArray *row)
{
  const Indicator *indicator = indicator_of(t, row);
  if (!indicator || indicator->measures->len == 0)
    return;
  Known known = { g_array_new(FALSE, FALSE, sizeof(Amount)) };
  know(&known, t->checks, indicator);
  for (guint i = 1; i < row->len; i++) {
    const ProseCell *cell = g_ptr_array_index(row, i);
    if (!is_aside(t, cell->column))
      check_figure(t, indicator, cell, &known);
    check_symbol(t, indicator, cell);
  }
  g_array_unref(known.numbers);
}

static void check_table(const Table *t)
{
  bool paper = t->speech->document->spec == &paper_spec;
  for (guint i = 0; i < t->table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index(t->table->rows, i);
    for (guint column = 1; begins_with(row, "total") && column < t->table->columns; column++)
      check_total(t, i, column);
    if (paper)
      check_row(t, row);
  }
}

static void run(const Checks *c)
{
  g_autoptr(GHashTable) mentions = mentions_new(c->report);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; speech->prose && j < speech->prose->blocks->len; j++) {
      Table table = { c, speech, g_ptr_array_index(speech->prose->blocks, j), mentions };
      if (table.table->kind == PROSE_TABLE)
        check_table(&table);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "A-TABLE", LEVEL_WARNING, "arithmetic", "a total in a table of the text is not the sum of its column",
    "A row that begins with 'Total' adds all figures of its column above it; percentages and tables with sums in between are left alone.",
    "Check the figures and the total and correct the wrong one." },
  { "D-TABLE", LEVEL_WARNING, "agreement", "a table of a paper gives an indicator another figure or symbol",
    "A row that begins with the code of an indicator shows its value, targets and earlier figures; a figure of the row above is the most "
    "common slip.",
    "Correct the table, or the return." },
  { NULL },
};
/* clang-format on */

const Check check_tables = { .run = run, .rules = rules };
