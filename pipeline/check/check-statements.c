/* Financial statements: totals, net lines, variances and remaining allocations must follow from the lines. */
#include "check/checks.h"
#include "check/sums.h"

/* The columns of a statement. */
static const struct {
  const char *name, *label;
  gsize offset;
} columns[] = {
  { "budget", "annual budget", G_STRUCT_OFFSET(StatementLine, budget) },
  { "budget-second", "budget of the second year", G_STRUCT_OFFSET(StatementLine, budget_second) },
  { "budget-third", "budget of the third year", G_STRUCT_OFFSET(StatementLine, budget_third) },
  { "budget-to-date", "budget to date", G_STRUCT_OFFSET(StatementLine, budget_to_date) },
  { "actual-to-date", "actual to date", G_STRUCT_OFFSET(StatementLine, actual_to_date) },
  { "variance", "variance", G_STRUCT_OFFSET(StatementLine, variance) },
  { "remaining", "allocation remaining", G_STRUCT_OFFSET(StatementLine, remaining) },
};

static const OptAmount *column_of(const StatementLine *line, guint column)
{
  return (const OptAmount *)((const char *)line + columns[column].offset);
}

/* Lines of a column, of the section and its groups. */
static void add_content(Sum *sum, const GPtrArray *content, guint column)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &line_spec)
      sum_add(sum, column_of((const StatementLine *)item, column), false);
    else if (item->spec == &group_spec)
      add_content(sum, ((const StatementGroup *)item)->lines, column);
  }
}

static void check_column(const Checks *c, const Sum *sum, const StatementLine *line, guint column, const char *id,
                         Suspicions *suspicions)
{
  Printed printed = { column_of(line, column), &line->record, columns[column].name, columns[column].label };
  sum_check(sum, &printed, id, c->findings, suspicions);
}

static void check_total(const Checks *c, const StatementSection *section, Suspicions *suspicions)
{
  for (guint column = 0; section->total && column < G_N_ELEMENTS(columns); column++) {
    g_autoptr(Sum) sum = sum_new();
    add_content(sum, section->content, column);
    check_column(c, sum, section->total, column, "A-TOTAL", suspicions);
  }
}

/* What net lines add: the totals of all sections so far; of a section without a total, its lines. */
static void add_section(Sum *const *sums, const StatementSection *section)
{
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++) {
    if (section->total)
      sum_add(sums[column], column_of(section->total, column), false);
    else
      add_content(sums[column], section->content, column);
  }
}

static void check_net(const Checks *c, const StatementLine *net, Sum *const *sums, Suspicions *suspicions)
{
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++)
    check_column(c, sums[column], net, column, "A-NET", suspicions);
}

static void suspect(Suspicions *suspicions, const OptAmount *figure, bool known, Amount right)
{
  if (known && !g_hash_table_contains(suspicions->suspects, figure))
    g_hash_table_insert(suspicions->suspects, (gpointer)figure, g_memdup2(&right, sizeof right));
}

/* printed = from - actual to date. When it is not, any of the three can be the wrong one: sums above may tell which. */
static void check_difference(const Checks *c, const char *id, const StatementLine *line, const OptAmount *from,
                             const Printed *printed, Suspicions *suspicions)
{
  g_autoptr(Sum) sum = sum_new();
  sum_add(sum, from, false);
  sum_add(sum, &line->actual_to_date, true);
  if (sum_check(sum, printed, id, c->findings, suspicions))
    return;
  Amount right;
  bool known = amount_add(printed->printed->amount, line->actual_to_date.amount, &right);
  suspect(suspicions, from, known, right);
  known = amount_subtract(from->amount, printed->printed->amount, &right);
  suspect(suspicions, &line->actual_to_date, known, right);
}

static void check_line(const Checks *c, const StatementLine *line, Suspicions *suspicions)
{
  Printed variance = { &line->variance, &line->record, "variance", "variance (budget to date less actual to date)" };
  Printed remaining = { &line->remaining, &line->record, "remaining",
                        "allocation remaining (budget less actual to date)" };
  check_difference(c, "A-VARIANCE", line, &line->budget_to_date, &variance, suspicions);
  check_difference(c, "A-REMAINING", line, &line->budget, &remaining, suspicions);
}

static void check_lines(const Checks *c, const GPtrArray *content, Suspicions *suspicions)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      check_lines(c, ((const StatementGroup *)item)->lines, suspicions);
    else if (item->spec == &line_spec)
      check_line(c, (const StatementLine *)item, suspicions);
  }
}

/* From the lines upward, so that causes are met before their consequences. */
static void check_statement(const Checks *c, const Statement *statement)
{
  Suspicions suspicions;
  Sum *sums[G_N_ELEMENTS(columns)]; /* of the sections so far */
  suspicions_init(&suspicions);
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++)
    sums[column] = sum_new();
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &statement_section_spec) {
      const StatementSection *section = (const StatementSection *)item;
      check_lines(c, section->content, &suspicions);
      check_total(c, section, &suspicions);
      if (section->total)
        check_line(c, section->total, &suspicions);
      add_section(sums, section);
    } else if (item->spec == &net_spec) {
      check_net(c, (const StatementLine *)item, sums, &suspicions);
      check_line(c, (const StatementLine *)item, &suspicions);
    }
  }
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++)
    sum_free(sums[column]);
  suspicions_clear(&suspicions);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->statements, i));
  for (guint i = 0; i < c->report->plan_statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->plan_statements, i));
  for (guint i = 0; i < c->report->directorate_statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->directorate_statements, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "A-NET", LEVEL_ERROR, "arithmetic", "a net line is not the sum of the sections above it",
    "A net line adds the totals of all sections of the statement that stand above it; income is negative.",
    "Check the section totals and the net line against the ledger and correct the wrong one." },
  { "A-REMAINING", LEVEL_ERROR, "arithmetic", "an allocation remaining is not budget less actual",
    "Allocation remaining is the capital allocation less the actual spend to date.",
    "Check the line against the ledger and correct the wrong figure." },
  { "A-TOTAL", LEVEL_ERROR, "arithmetic", "a total is not the sum of its lines",
    "A total adds the lines of its section, also those inside groups; income is negative.",
    "Check the lines and the total against the ledger and correct the wrong one." },
  { "A-VARIANCE", LEVEL_ERROR, "arithmetic", "a variance is not budget to date less actual to date",
    "Variance is budget to date less actual to date, also for income, whose figures are negative; so a negative variance is adverse.",
    "Check the line against the ledger and correct the wrong figure or its sign." },
  { NULL },
};
/* clang-format on */

const Check check_statements = { .run = run, .rules = rules };
