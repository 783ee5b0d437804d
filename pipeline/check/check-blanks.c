/* Blanks: a cell that is empty while nearly all of its kind are filled. What a council never fills in is not asked for.
 */
#include "check/checks.h"
#include <string.h>

enum { LEAST_FILLED = 3, MOST_BLANK_PERCENT = 25 };

/* Items of one kind, and those of them without something. */
typedef struct {
  guint filled;
  GPtrArray *blank; /* of Record */
} Column;

static void column_init(Column *column)
{
  *column = (Column){ 0, g_ptr_array_new() };
}

static void take(Column *column, const Record *record, bool filled)
{
  if (filled || record->unread) /* what cannot be read is no blank */
    column->filled++;
  else
    g_ptr_array_add(column->blank, (gpointer)record);
}

/* Nothing is filled, or too little for blanks to stand out, and the framework lets no rule stand in: said once. Frees
 * nothing. */
static void report_unjudged(const Checks *c, const Column *column, bool stands_in, const char *what, const char *shown)
{
  guint all = column->filled + column->blank->len;
  bool few = column->filled >= LEAST_FILLED && column->blank->len * 100 <= all * MOST_BLANK_PERCENT;
  if (stands_in || few || column->blank->len == 0)
    return;
  const Record *first = g_ptr_array_index(column->blank, 0);
  g_autofree char *name = record_name(first);
  g_autofree char *others =
      g_strdup_printf(" and %u other%s", column->blank->len - 1, column->blank->len > 2 ? "s" : "");
  findings_at(c->findings, "C-UNJUDGED", first, NULL, "nobody has stated %s of %s%s, though the rule could tell: %s",
              what, name, column->blank->len > 1 ? others : "", shown);
}

/* Reports the blanks when they are few beside the filled, and frees. */
static void report(const Checks *c, Column *column, const char *id, const char *what)
{
  guint all = column->filled + column->blank->len;
  bool few = column->filled >= LEAST_FILLED && column->blank->len * 100 <= all * MOST_BLANK_PERCENT;
  for (guint i = 0; few && i < column->blank->len; i++) {
    const Record *record = g_ptr_array_index(column->blank, i);
    g_autofree char *name = record_name(record);
    findings_at(c->findings, id, record, NULL, "%s has no %s, as %u others have", name, what, column->filled);
  }
  g_ptr_array_unref(column->blank);
}

static void check_milestones(const Checks *c)
{
  Column due, officers, areas;
  column_init(&due);
  column_init(&officers);
  column_init(&areas);
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->inputs->plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      take(&due, &milestone->record, date_given(milestone->due) || milestone->due_note);
      take(&officers, &milestone->record, milestone->officers->len > 0 || milestone->lead);
      take(&areas, &milestone->record, milestone->areas->len > 0);
    }
  }
  report(c, &due, "C-BLANK", "due date");
  report(c, &officers, "C-BLANK", "responsible officer");
  report(c, &areas, "C-BLANK", "area of focus");
}

static void check_treatments(const Checks *c)
{
  Column due, officers;
  column_init(&due);
  column_init(&officers);
  for (guint i = 0; i < c->inputs->plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(c->inputs->plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      take(&due, &treatment->record, date_given(treatment->due) || treatment->due_note);
      take(&officers, &treatment->record, treatment->officers->len > 0 || treatment->lead);
    }
  }
  report(c, &due, "C-BLANK", "due date");
  report(c, &officers, "C-BLANK", "responsible officer");
}

/* A direction can be stated: both figures are known. */
static bool can_travel(const Indicator *indicator)
{
  return travel_is_symbol(indicator->computed_travel);
}

/* Whether one of the rules may stand in for symbols. */
static bool stands_in(const Checks *c)
{
  const GPtrArray *rules = c->inputs->framework->rating_rules;
  for (guint i = 0; i < rules->len; i++)
    if (((const RatingRule *)g_ptr_array_index(rules, i))->stand_in)
      return true;
  return false;
}

/* For the whole, or alike for all its measures. */
static bool is_stated(const Indicator *indicator, const IndicatorProgress *said)
{
  return said->rating != RATING_NONE || (rating_is_symbol(indicator->rating) && !indicator->rating_by_rule);
}

static void check_symbols(const Checks *c)
{
  Column rating, travel;
  column_init(&rating);
  column_init(&travel);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (said && rating_is_symbol(indicator->computed))
      take(&rating, &said->record, is_stated(indicator, said) || said->rating_note);
    if (said && can_travel(indicator) && indicator->polarity != POLARITY_PLAN && indicator->measures->len == 1)
      take(&travel, &said->record, said->travel != TRAVEL_NONE || said->travel_note);
  }
  const TravelRule *rule = c->inputs->framework->travel;
  report_unjudged(c, &rating, stands_in(c), "the progress", "it is shown as not rated");
  bool habit = travel.filled > 0; /* some bodies show no direction, and nobody misses it */
  report_unjudged(c, &travel, !rule || rule->stand_in || !habit, "the direction of travel", "none is shown");
  report(c, &rating, "C-SYMBOL", "symbol");
  report(c, &travel, "C-SYMBOL", "direction of travel");
}

/* The columns of a statement. */
static const struct {
  const char *label;
  gsize offset;
} columns[] = { { "annual budget", G_STRUCT_OFFSET(StatementLine, budget) },
                { "budget to date", G_STRUCT_OFFSET(StatementLine, budget_to_date) },
                { "actual to date", G_STRUCT_OFFSET(StatementLine, actual_to_date) },
                { "variance", G_STRUCT_OFFSET(StatementLine, variance) },
                { "allocation remaining", G_STRUCT_OFFSET(StatementLine, remaining) } };

static void take_lines(Column *column, gsize offset, const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      take_lines(column, offset, ((const StatementGroup *)item)->lines);
    else
      take(column, item, ((const OptAmount *)((const char *)item + offset))->given);
  }
}

static void check_statement(const Checks *c, const Statement *statement)
{
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
    Column column;
    column_init(&column);
    for (guint j = 0; j < statement->content->len; j++) {
      const Record *item = g_ptr_array_index(statement->content, j);
      const StatementSection *section = (const StatementSection *)item;
      if (item->spec != &statement_section_spec) {
        take(&column, item, ((const OptAmount *)((const char *)item + columns[i].offset))->given);
        continue;
      }
      take_lines(&column, columns[i].offset, section->content);
      if (section->total)
        take(&column, &section->total->record,
             ((const OptAmount *)((const char *)section->total + columns[i].offset))->given);
    }
    report(c, &column, "C-BLANK", columns[i].label);
  }
}

static void run(const Checks *c)
{
  check_milestones(c);
  check_treatments(c);
  check_symbols(c);
  for (guint i = 0; i < c->report->statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->statements, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "C-BLANK", LEVEL_NOTE, "coverage", "an empty cell where nearly all others are filled",
    "Readers take a blank for forgotten. What a council never fills in is not asked for: at least three of four are filled.",
    "Ask the service for what is missing; if there is none, write that." },
  { "C-SYMBOL", LEVEL_NOTE, "coverage", "no symbol where nearly all others have one",
    "The figures are there, and the rule can tell.", "Add the symbol." },
  { "C-UNJUDGED", LEVEL_NOTE, "coverage", "nobody has judged what the rule could",
    "What a rule computes stands in a report only where the framework says so.",
    "State the symbols, or write stand-in=\"yes\" on the rules of the framework: what they compute is shown then, and marked." },
  { NULL },
};
/* clang-format on */

const Check check_blanks = { .run = run, .rules = rules };
