/* Statements that meet: a line of one that is the whole of another ("Contribution to Intermediate Care Pool") shows the
 * same figures. */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

/* Shorter titles are alike by chance; a line is not held against more statements whose titles begin like its own. */
enum { SURE_CHARS = 12, MOST_POOLS = 64 };

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

/* A statement by its title, in lower case. */
typedef struct {
  const Statement *statement;
  const StatementLine *whole; /* or NULL */
  char *title;
} Pool;

static void pool_free(gpointer data)
{
  Pool *pool = data;
  g_free(pool->title);
  g_free(pool);
}

static void pools_free(gpointer list)
{
  g_ptr_array_unref(list);
}

/* Statements by the first letters of their titles. */
static GHashTable *pools_new(const GPtrArray *statements)
{
  GHashTable *pools = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pools_free);
  for (guint i = 0; i < statements->len; i++) {
    const Statement *statement = g_ptr_array_index(statements, i);
    g_autofree char *title = g_utf8_casefold(statement->title ? statement->title : "", -1);
    if (strlen(title) < SURE_CHARS)
      continue;
    g_autofree char *start = g_strndup(title, SURE_CHARS);
    GPtrArray *alike = g_hash_table_lookup(pools, start);
    if (!alike) {
      alike = g_ptr_array_new_with_free_func(pool_free);
      g_hash_table_insert(pools, g_steal_pointer(&start), alike);
    }
    Pool *pool = g_new0(Pool, 1);
    *pool = (Pool){ statement, whole_of(statement), g_steal_pointer(&title) };
    g_ptr_array_add(alike, pool);
  }
  return pools;
}

/* One title begins with the other. */
static bool same_title(const char *a, const char *b)
{
  return strncmp(a, b, MIN(strlen(a), strlen(b))) == 0;
}

/* A line that differs in every column is another thing of the same name. */
static void check_line(const Checks *c, const StatementLine *line, const StatementLine *whole)
{
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

/* The line against all statements that could be its own, but for the one that it stands in. */
static void check_pools_of(const Checks *c, const StatementLine *line, const Statement *statement, GHashTable *pools)
{
  g_autofree char *title = g_utf8_casefold(line->title ? line->title : "", -1);
  g_autofree char *start = g_strndup(title, SURE_CHARS);
  const GPtrArray *alike = g_hash_table_lookup(pools, start);
  for (guint i = 0; alike && i < alike->len && i < MOST_POOLS; i++) {
    const Pool *pool = g_ptr_array_index(alike, i);
    if (pool->statement != statement && same_title(title, pool->title))
      check_line(c, line, pool->whole);
  }
}

static void check_lines(const Checks *c, const GPtrArray *content, const Statement *statement, GHashTable *pools)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      check_lines(c, ((const StatementGroup *)item)->lines, statement, pools);
    else
      check_pools_of(c, (const StatementLine *)item, statement, pools);
  }
}

static void check_statement(const Checks *c, const Statement *statement, GHashTable *pools)
{
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &statement_section_spec)
      check_lines(c, ((const StatementSection *)item)->content, statement, pools);
  }
}

static void run(const Checks *c)
{
  const GPtrArray *statements = c->report->statements;
  g_autoptr(GHashTable) pools = pools_new(statements);
  for (guint i = 0; i < statements->len; i++)
    check_statement(c, g_ptr_array_index(statements, i), pools);
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
