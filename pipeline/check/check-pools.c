/* Statements that meet: a line of one that is the whole of another ("Contribution to Intermediate Care Pool") shows the
 * same figures. */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

enum { SURE_CHARS = 12 }; /* shorter titles are alike by chance */

/* Columns that both have. */
static const struct {
  const char *name, *label;
  gsize offset;
} columns[] = { { "budget", "annual budget", G_STRUCT_OFFSET(StatementLine, budget) },
                { "budget-to-date", "budget to date", G_STRUCT_OFFSET(StatementLine, budget_to_date) },
                { "actual-to-date", "actual to date", G_STRUCT_OFFSET(StatementLine, actual_to_date) },
                { "variance", "variance", G_STRUCT_OFFSET(StatementLine, variance) } };

static const OptAmount *column_of(const StatementLine *line, guint column)
{
  return (const OptAmount *)((const char *)line + columns[column].offset);
}

/* The line that sums up a statement: its last net line, else the total of its only section. */
static const StatementLine *whole_of(const Statement *statement)
{
  const StatementLine *whole = NULL;
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &net_spec)
      whole = (const StatementLine *)item;
    else if (statement->content->len == 1)
      whole = ((const StatementSection *)item)->total;
  }
  return whole;
}

/* One title begins with the other. */
static bool same_title(const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold(a ? a : "", -1);
  g_autofree char *y = g_utf8_casefold(b ? b : "", -1);
  gsize length = MIN(strlen(x), strlen(y));
  return length >= SURE_CHARS && strncmp(x, y, length) == 0;
}

/* A line that differs in every column is another thing of the same name. */
static void check_line(const Checks *c, const StatementLine *line, const Statement *pool)
{
  const StatementLine *whole = whole_of(pool);
  guint same = 0;
  for (guint i = 0; whole && i < G_N_ELEMENTS(columns); i++)
    same += column_of(line, i)->given && column_of(whole, i)->given &&
            amount_compare(column_of(line, i)->amount, column_of(whole, i)->amount) == 0;
  for (guint i = 0; same > 0 && i < G_N_ELEMENTS(columns); i++) {
    const OptAmount *a = column_of(line, i), *b = column_of(whole, i);
    if (!a->given || !b->given || amount_compare(a->amount, b->amount) == 0)
      continue;
    g_autofree char *is = amount_format(a->amount, -1);
    g_autofree char *other = amount_format(b->amount, -1);
    Spot spot = { &line->record, columns[i].name, &whole->record, columns[i].name };
    findings_add(c->findings, "D-STATEMENT", &spot, "line %s: the %s is %s, in the statement of that name %s",
                 line->title, columns[i].label, is, other);
  }
}

static void check_lines(const Checks *c, const GPtrArray *content, const Statement *pool)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      check_lines(c, ((const StatementGroup *)item)->lines, pool);
    else if (same_title(((const StatementLine *)item)->title, pool->title))
      check_line(c, (const StatementLine *)item, pool);
  }
}

static void check_pair(const Checks *c, const Statement *statement, const Statement *pool)
{
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &statement_section_spec)
      check_lines(c, ((const StatementSection *)item)->content, pool);
  }
}

static void run(const Checks *c)
{
  const GPtrArray *statements = c->report->statements;
  for (guint i = 0; i < statements->len; i++)
    for (guint j = 0; j < statements->len; j++)
      if (i != j)
        check_pair(c, g_ptr_array_index(statements, i), g_ptr_array_index(statements, j));
}

/* clang-format off */
static const Rule rules[] = {
  { "D-STATEMENT", LEVEL_ERROR, "agreement", "a line differs from the statement of its name",
    "What one statement shows as a line, another shows in full; both have the same sums.",
    "Check both with the ledger and correct the wrong one." },
  { NULL },
};
/* clang-format on */

const Check check_pools = { .run = run, .rules = rules };
