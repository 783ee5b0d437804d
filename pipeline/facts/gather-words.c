/* Facts of words: the prose of all documents, and the tables in it. */
#include "facts/gather.h"
#include "facts/mentions.h"
#include "facts/pattern.h"
#include "facts/plan-index.h"
#include "model/council-year.h"
#include "record/record-walk.h"

typedef struct {
  FactTable *table;
  int says;
  PatternContext context; /* of the document; the row beside its words is set for each of them */
  const PlanIndex *index;
  GHashTable *indicators, *milestones; /* of our plan, by code; NULL: codes of the document are others */
  GArray *facts;                       /* of FactRow: of one passage */
} WordReader;

/* Adds what was read of a record's words. */
static void take(WordReader *w, const Record *record, const char *attribute)
{
  for (guint i = 0; i < w->facts->len; i++) {
    FactRow fact = g_array_index(w->facts, FactRow, i);
    fact.says = w->says;
    fact.record = record;
    fact.attribute = attribute;
    facts_add(w->table, fact);
  }
  g_array_set_size(w->facts, 0);
}

static void read_sentences(WordReader *w, const GPtrArray *sentences)
{
  w->context.spoken = NULL;
  for (guint i = 0; i < sentences->len; i++)
    w->context.spoken = pattern_read(&w->context, g_ptr_array_index(sentences, i), w->facts);
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* What a column or row says of its figures. */
typedef struct {
  Period period;
  int property;
  const Indicator *indicator;
} Heading;

static GPtrArray *sentences_of_cell(const WordReader *w, const Prose *prose, const ProseCell *cell)
{
  Passage *passage = cell->prose ? passage_of_prose(w->table->arena, cell->prose)
                                 : passage_of_runs(w->table->arena, cell->runs, prose->source, cell->offset);
  return sentences_of_passage(w->table->arena, passage);
}

/* The one indicator that the cell names by its code, or NULL. */
static const Indicator *named_by(const WordReader *w, const Sentence *sentence)
{
  const Indicator *found = NULL;
  for (guint i = 0, last = 0; sentence_token(sentence, i); i++) {
    const Indicator *named = mentions_at(w->context.mentions, sentence, i, &last);
    if (!named)
      continue;
    if (found && found != named)
      return NULL;
    found = named;
    i = last;
  }
  return found;
}

static void read_heading(const WordReader *w, const GPtrArray *sentences, Heading *heading)
{
  Period period;
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    if (pattern_time(&w->context, sentence, &period))
      heading->period = period;
    int property = pattern_property(&w->context, sentence);
    heading->property = property ? property : heading->property;
    const Indicator *named = named_by(w, sentence);
    heading->indicator = heading->indicator ? heading->indicator : named; /* a former code may follow */
  }
}

/* The only token of a cell that holds a figure and nothing else. */
static bool is_figure_cell(const GPtrArray *sentences)
{
  const Sentence *only = sentences->len == 1 ? g_ptr_array_index(sentences, 0) : NULL;
  return only && only->tokens->len == 1 && sentence_token(only, 0)->kind == TOKEN_NUMBER;
}

static void add_cell(WordReader *w, const Sentence *sentence, const Heading *column, const Heading *row, bool named)
{
  const Indicator *indicator = row->indicator ? row->indicator : column->indicator;
  Period period = period_given(column->period) ? column->period : row->period;
  int property = column->property ? column->property : row->property;
  const Token *token = sentence_token(sentence, 0);
  bool percent = indicator->unit == UNIT_PERCENT && !token->pounds; /* its sign may stand in the heading */
  if (!period_given(period) || !(percent || token_fits(token, indicator->unit)))
    return;
  FactRow fact = { .about = ABOUT_INDICATOR,
                   .ref = indicator->ref,
                   .thing = &indicator->record,
                   .property = property ? property : PROPERTY_VALUE,
                   .period = period,
                   .number = { token->number, true, token->time },
                   .unit = token->percent ? UNIT_PERCENT : UNIT_NONE,
                   .pattern = "table",
                   .sure = named ? SURE_SAID : SURE_ASSUMED,
                   .sentence = sentence };
  g_array_append_val(w->facts, fact);
}

enum { COLUMNS = 30 };

/* Whether a heading says that figures are values or targets: then those of the others with a time are values. */
static bool is_named(const WordReader *w, const ProseBlock *table, const Heading *columns)
{
  bool named = false;
  for (guint i = 0; i < MIN(table->columns, COLUMNS); i++)
    named |= columns[i].property != PROPERTY_NONE;
  g_autofree char *caption = table->runs ? runs_to_text(table->runs) : g_strdup("");
  const GPtrArray *sentences = sentences_of_text(w->table->arena, caption);
  for (guint i = 0; i < sentences->len; i++)
    named |= pattern_property(&w->context, g_ptr_array_index(sentences, i)) == PROPERTY_VALUE;
  return named;
}

/* Headings of columns stand in the first rows of <th>; that of a row is its first cell. */
static void read_row(WordReader *w, const Prose *prose, const ProseBlock *table, const GPtrArray *cells,
                     Heading *columns, bool *in_head)
{
  bool head = cells->len > 0;
  for (guint i = 0; i < cells->len; i++)
    head &= ((const ProseCell *)g_ptr_array_index(cells, i))->header;
  *in_head &= head;
  Heading row = { .property = PROPERTY_NONE };
  for (guint i = 0; i < cells->len; i++) {
    const ProseCell *cell = g_ptr_array_index(cells, i);
    const GPtrArray *sentences = sentences_of_cell(w, prose, cell);
    for (guint k = cell->column; *in_head && k < MIN(cell->column + cell->columns, COLUMNS); k++)
      read_heading(w, sentences, &columns[k]);
    if (*in_head || cell->column >= COLUMNS)
      continue;
    const Heading *column = &columns[cell->column];
    if (is_figure_cell(sentences) && (row.indicator || column->indicator))
      add_cell(w, g_ptr_array_index(sentences, 0), column, &row, is_named(w, table, columns));
    else if (i < 2)
      read_heading(w, sentences, &row);
  }
}

static void read_tables(WordReader *w, const Prose *prose)
{
  for (guint i = 0; i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    Heading columns[COLUMNS] = { { .property = PROPERTY_NONE } };
    bool in_head = true;
    for (guint j = 0; block->kind == PROSE_TABLE && j < block->rows->len; j++)
      read_row(w, prose, block, g_ptr_array_index(block->rows, j), columns, &in_head);
  }
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static const Record *lookup(GHashTable *table, const char *ref)
{
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

/* The plan's item of any kind of which the record, or one above it, is or speaks; NULL: none. */
static const Record *item_of(const WordReader *w, const Record *record)
{
  const PlanIndex *index = w->index;
  for (; record; record = record->parent) {
    if (record->spec == &milestone_spec || record->spec == &indicator_spec || record->spec == &treatment_spec ||
        record->spec == &equality_action_spec)
      return record;
    if (record->spec == &milestone_progress_spec)
      return lookup(index->milestones, ((const MilestoneProgress *)record)->milestone);
    if (record->spec == &indicator_progress_spec)
      return lookup(index->indicators, ((const IndicatorProgress *)record)->indicator);
    if (record->spec == &treatment_progress_spec)
      return lookup(index->treatments, ((const TreatmentProgress *)record)->treatment);
    if (record->spec == &equality_progress_spec)
      return lookup(index->equality, ((const EqualityProgress *)record)->action);
  }
  return NULL;
}

/* The row of our plan beside which the words of the record stand. */
static void set_row(WordReader *w, const Record *record)
{
  w->context.indicator = NULL;
  w->context.milestone = NULL;
  w->context.item = w->indicators ? item_of(w, record) : NULL;
  w->context.planned = w->context.item && w->context.item->spec != &indicator_spec && w->says == SAYS_PLAN;
  if (!w->indicators)
    return;
  const char *indicator = record->spec == &indicator_progress_spec ? ((const IndicatorProgress *)record)->indicator
                          : record->spec == &indicator_spec        ? ((const Indicator *)record)->ref
                                                                   : NULL;
  const char *milestone = record->spec == &milestone_progress_spec && !((const MilestoneProgress *)record)->step
                              ? ((const MilestoneProgress *)record)->milestone
                              : NULL;
  w->context.indicator = indicator ? g_hash_table_lookup(w->indicators, indicator) : NULL;
  w->context.milestone = milestone ? g_hash_table_lookup(w->milestones, milestone) : NULL;
}

static void read_record(const Record *record, void *data)
{
  WordReader *w = data;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if ((field->type != FIELD_PROSE && field->type != FIELD_RUNS) || !field_is_set(record, field))
      continue;
    set_row(w, record);
    read_sentences(w, facts_sentences(w->table, record, field->name));
    if (field->type == FIELD_PROSE)
      read_tables(w, *(Prose *const *)record_at(record, field));
    take(w, record, NULL);
  }
}

/* The day on which a return or paper was made. */
static Date made_on(const Record *document)
{
  if (document->spec == &paper_spec)
    return ((const Paper *)document)->date;
  const Return *form = document->spec == &return_spec ? (const Return *)document : NULL;
  return !form ? (Date){ 0, 0, 0 } : date_given(form->submitted) ? form->submitted : period_last_day(form->period);
}

static void read_document(WordReader *w, int says, Period period, const Record *document, bool ours)
{
  WordReader of_document = *w;
  of_document.says = says;
  of_document.context.made = made_on(document);
  of_document.context.period = period;
  if (!ours)
    of_document.indicators = of_document.milestones = NULL;
  if (!ours && document->spec != &paper_spec) /* there our codes may be those of other milestones */
    of_document.context.milestones = NULL;
  record_walk(document, read_record, &of_document);
}

static const Period no_period = { PERIOD_NONE, 0, 0 };

/* A paper soon after the period speaks of it. */
static Period period_of_paper(const FactTable *table, const Paper *paper)
{
  enum { DAYS_OF_YEAR = 366 };
  Date end = period_last_day(table->inputs->period);
  bool soon = date_given(paper->date) && date_compare(paper->date, end) > 0 && paper->date.year - end.year <= 1;
  return soon ? table->inputs->period : no_period;
}

static void read_others(WordReader *w)
{
  const Inputs *inputs = w->table->inputs;
  for (guint i = 0; i < inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(inputs->also, i);
    if (document->spec == &paper_spec)
      read_document(w, SAYS_PAPER, period_of_paper(w->table, (const Paper *)document), document, false);
    else if (document->spec == &return_spec)
      read_document(w, SAYS_OTHER, ((const Return *)document)->period, document, false);
    else if (document->spec == &plan_spec)
      read_document(w, SAYS_OTHER, no_period, document, false);
  }
}

/* Codes of returns before the plan are those of another. */
static void read_earlier(WordReader *w, const History *history)
{
  for (guint i = 0; i < history->past->len; i++) {
    const Past *past = g_ptr_array_index(history->past, i);
    if (past->document->spec == &return_spec && !past->before_plan)
      read_document(w, SAYS_EARLIER, past->period, past->document, true);
  }
}

static void index_plan(const Plan *plan, GHashTable *indicators, GHashTable *milestones)
{
  for (guint i = 0; i < plan->indicators->len; i++)
    table_put(indicators, ((const Indicator *)g_ptr_array_index(plan->indicators, i))->ref,
              g_ptr_array_index(plan->indicators, i));
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      table_put(milestones, ((const Milestone *)g_ptr_array_index(objective->milestones, j))->ref,
                g_ptr_array_index(objective->milestones, j));
  }
}

void gather_words(FactTable *table, const History *history)
{
  const Inputs *inputs = table->inputs;
  GHashTable *indicators = table_new(table->arena), *milestones = table_new(table->arena);
  g_autoptr(GHashTable) mentions = mentions_of(inputs->plan->indicators);
  g_autoptr(GHashTable) codes = mentions_of_milestones(inputs->plan->objectives);
  g_autoptr(Subjects) subjects = subjects_new(inputs->plan->indicators);
  g_autoptr(GArray) facts = g_array_new(FALSE, FALSE, sizeof(FactRow));
  index_plan(inputs->plan, indicators, milestones);
  WordReader w = { .table = table,
                   .context = { .arena = table->arena,
                                .phrases = table->phrases,
                                .begins = council_year_begins(inputs->framework),
                                .mentions = mentions,
                                .milestones = codes,
                                .subjects = subjects },
                   .index = plan_index_new(table->arena, inputs->plan),
                   .indicators = indicators,
                   .milestones = milestones,
                   .facts = facts };
  if (history)
    read_earlier(&w, history);
  read_document(&w, SAYS_PLAN, no_period, &inputs->plan->record, true);
  if (inputs->current)
    read_document(&w, SAYS_RETURN, inputs->period, &inputs->current->record, true);
  read_others(&w);
}
