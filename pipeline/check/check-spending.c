/* Spending as it goes on: budgets to date beyond the year's, and actual figures that have become less since the last
 * return. */
#include "check/checks.h"
#include "facts/table.h"
#include "model/figures.h"
#include <string.h>

/* "Expenditure\nFuel" to StatementLine, of a statement. */
static void put_lines(GHashTable *lines, const char *section, const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    const StatementLine *line = (const StatementLine *)item;
    if (item->spec == &group_spec)
      put_lines(lines, section, ((const StatementGroup *)item)->lines);
    else if (line->title)
      g_hash_table_insert(lines, g_strdup_printf("%s\n%s", section, line->title), (gpointer)line);
  }
}

static GHashTable *lines_of(const Statement *statement)
{
  GHashTable *lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    const StatementSection *section = (const StatementSection *)item;
    if (item->spec == &statement_section_spec)
      put_lines(lines, section->title ? section->title : "", section->content);
  }
  return lines;
}

/* The year's budget holds all that was to be spent so far. */
static void check_to_date(const Checks *c, const StatementLine *line)
{
  if (!line->budget.given || !line->budget_to_date.given)
    return;
  Amount year = line->budget.amount, so_far = line->budget_to_date.amount;
  bool same_sign = (year.units < 0) == (so_far.units < 0) || amount_is_zero(so_far);
  if (amount_is_zero(year) || (same_sign && amount_compare(figure_absolute(so_far), figure_absolute(year)) <= 0))
    return;
  g_autofree char *is = amount_format(so_far, -1);
  g_autofree char *all = amount_format(year, -1);
  findings_at(c->findings, "A-TO-DATE", &line->record, "budget-to-date",
              "line %s: the budget to date is %s, that of the whole year %s", line->title ? line->title : "", is, all);
}

/* What has been spent stays spent. */
static void check_shrinks(const Checks *c, const StatementLine *line, const StatementLine *before, Period period)
{
  Amount now = line->actual_to_date.amount, was = before->actual_to_date.amount;
  if (!line->actual_to_date.given || !before->actual_to_date.given || (now.units < 0) != (was.units < 0) ||
      amount_compare(figure_absolute(now), figure_absolute(was)) >= 0)
    return;
  g_autofree char *is = amount_format(now, -1);
  g_autofree char *old = amount_format(was, -1);
  g_autofree char *when = period_to_string(period);
  Spot spot = { &line->record, "actual-to-date", &before->record, "actual-to-date" };
  findings_add(c->findings, "M-SPEND", &spot, "line %s: the actual to date is %s, but was %s in %s", line->title, is,
               old, when);
}

/* Statements by ref. */
static GHashTable *by_ref(const Checks *c, const GPtrArray *statements)
{
  GHashTable *table = table_new(c->inputs->arena);
  for (guint i = 0; i < statements->len; i++) {
    const Statement *statement = g_ptr_array_index(statements, i);
    table_put(table, statement->ref, statement);
  }
  return table;
}

static const Statement *find_statement(GHashTable *table, const char *ref)
{
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

/* The statements of the last return, when it is of the same financial year, or NULL. */
static const GPtrArray *last_statements(const Checks *c)
{
  const Past *last = history_last(c->history);
  bool comparable = last && last->document->spec == &return_spec && last->period.year == c->report->year.year;
  return comparable ? ((const Return *)last->document)->statements : NULL;
}

/* Lines in the order of the statement, so that findings do not depend on the order of hashing. */
static void check_lines(const Checks *c, const char *section, const GPtrArray *content, GHashTable *before)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    const StatementLine *line = (const StatementLine *)item;
    if (item->spec == &group_spec) {
      check_lines(c, section, ((const StatementGroup *)item)->lines, before);
      continue;
    }
    g_autofree char *key = g_strdup_printf("%s\n%s", section, line->title ? line->title : "");
    const StatementLine *old = before ? g_hash_table_lookup(before, key) : NULL;
    check_to_date(c, line);
    if (old)
      check_shrinks(c, line, old, history_last(c->history)->period);
  }
}

static void check_statement(const Checks *c, const Statement *statement, GHashTable *earlier)
{
  const Statement *last = earlier ? find_statement(earlier, statement->ref) : NULL;
  g_autoptr(GHashTable) before = last ? lines_of(last) : NULL;
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    const StatementSection *section = (const StatementSection *)item;
    if (item->spec == &statement_section_spec)
      check_lines(c, section->title ? section->title : "", section->content, before);
  }
}

/* A statement without a readable ref may be any. */
static bool has_nameless(const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    if (!((const Statement *)g_ptr_array_index(statements, i))->ref)
      return true;
  return false;
}

/* A statement that the last return of the year had and this one has not, beside others that it has: a return without
 * any leaves them out knowingly. */
static void check_missing(const Checks *c)
{
  const GPtrArray *before = last_statements(c);
  const Return *current = c->inputs->current;
  if (!before || !current || current->statements->len == 0 || has_nameless(current->statements))
    return;
  GHashTable *now = by_ref(c, current->statements);
  for (guint i = 0; i < before->len; i++) {
    const Statement *statement = g_ptr_array_index(before, i);
    if (find_statement(now, statement->ref))
      continue;
    g_autofree char *when = period_to_string(history_last(c->history)->period);
    Spot spot = { .record = &statement->record, .attribute = "ref", .other = &c->inputs->current->record };
    g_autofree char *name = record_name(&statement->record);
    findings_add(c->findings, "C-STATEMENT", &spot, "%s of the return of %s is missing from this one", name, when);
  }
}

static void run(const Checks *c)
{
  GHashTable *earlier = last_statements(c) ? by_ref(c, last_statements(c)) : NULL;
  for (guint i = 0; i < c->report->statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->statements, i), earlier);
  check_missing(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "A-TO-DATE", LEVEL_NOTE, "arithmetic", "a budget to date beyond the year's",
    "The budget to date is the part of the year's budget that belongs to the time that has passed.",
    "Check both figures with the ledger." },
  { "C-STATEMENT", LEVEL_NOTE, "coverage", "a financial statement of the last return is missing",
    "Members follow the figures from quarter to quarter.", "Add the statement, or let the text say why there is none." },
  { "M-SPEND", LEVEL_NOTE, "movement", "an actual figure less than in the last return",
    "Within a year spending and income add up; a smaller figure is a slip or a transfer between lines.",
    "Check both figures with the ledger; let the comments explain a transfer." },
  { NULL },
};
/* clang-format on */

const Check check_spending = { .run = run, .rules = rules };
