/* Arithmetic: sums, differences, variances and ratios that are printed beside what they are made of. */
#include "merge/checks.h"
#include "merge/figures.h"

enum { TERMS_SHOWN = 12 };

/* A sum being built, with its terms in words: "9 + 7 − 3". */
typedef struct {
  Amount total;
  GString *words;
  guint terms;
  guint scale; /* most decimals among the terms */
  bool sound;  /* no term missing or too large */
} Sum;

static void sum_init(Sum *sum)
{
  *sum = (Sum){ .words = g_string_new(NULL), .sound = true };
}

static void sum_clear(Sum *sum)
{
  g_string_free(sum->words, TRUE);
}

static void sum_show(Sum *sum, Amount term, bool minus)
{
  g_autofree char *number = amount_format(figure_absolute(term), -1);
  bool negative = (term.units < 0) != minus;
  if (sum->terms == TERMS_SHOWN)
    g_string_append(sum->words, " + …");
  else if (sum->terms < TERMS_SHOWN && sum->terms > 0)
    g_string_append_printf(sum->words, " %s %s", negative ? "−" : "+", number);
  else if (sum->terms == 0)
    g_string_append_printf(sum->words, "%s%s", negative ? "−" : "", number);
}

/* Adds a term, or takes it away. */
static void sum_add(Sum *sum, const OptAmount *term, bool minus)
{
  if (!term->given) {
    sum->sound = false;
    return;
  }
  sum_show(sum, term->amount, minus);
  sum->terms++;
  sum->scale = MAX(sum->scale, term->amount.scale);
  sum->sound &= minus ? amount_subtract(sum->total, term->amount, &sum->total)
                      : amount_add(sum->total, term->amount, &sum->total);
}

/* Figures are printed in whole units of their last decimal, so that rounded terms may miss their sum by the limit of
 * such units: that is a note. More is an error. */
static void sum_check(const Checks *c, const Sum *sum, const char *id, const OptAmount *printed, const Record *record,
                      const char *attribute, const char *what)
{
  if (!sum->sound || !printed->given || sum->terms == 0 || amount_compare(sum->total, printed->amount) == 0)
    return;
  Amount limit = findings_limit(c->findings, "A-ROUNDING", amount_from_int(1)), tolerance = limit;
  if (!amount_multiply(limit, figure_step(MAX(sum->scale, printed->amount.scale)), &tolerance))
    return;
  bool rounding = sum->terms > 1 && figure_close(sum->total, printed->amount, tolerance);
  g_autofree char *total = amount_format(sum->total, -1);
  g_autofree char *is = amount_format(printed->amount, -1);
  g_autofree char *name = record_name(record);
  findings_at(c->findings, rounding ? "A-ROUNDING" : id, record, attribute, "%s, %s: %s = %s, printed %s", name, what,
              sum->words->str, total, is);
}

/* The columns of a statement that add up. */
static const struct {
  const char *name, *label;
  gsize offset;
} columns[] = {
  { "budget", "annual budget", G_STRUCT_OFFSET(StatementLine, budget) },
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

static void check_total(const Checks *c, const StatementSection *section)
{
  for (guint column = 0; section->total && column < G_N_ELEMENTS(columns); column++) {
    Sum sum;
    sum_init(&sum);
    add_content(&sum, section->content, column);
    sum_check(c, &sum, "A-TOTAL", column_of(section->total, column), &section->total->record, columns[column].name,
              columns[column].label);
    sum_clear(&sum);
  }
}

/* A net line is the sum of the totals of all sections above it; of a section without a total, of its lines. */
static void check_net(const Checks *c, const Statement *statement, guint at)
{
  const StatementLine *net = g_ptr_array_index(statement->content, at);
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++) {
    Sum sum;
    sum_init(&sum);
    for (guint i = 0; i < at; i++) {
      const Record *item = g_ptr_array_index(statement->content, i);
      if (item->spec != &statement_section_spec)
        continue;
      const StatementSection *section = (const StatementSection *)item;
      if (section->total)
        sum_add(&sum, column_of(section->total, column), false);
      else
        add_content(&sum, section->content, column);
    }
    sum_check(c, &sum, "A-NET", column_of(net, column), &net->record, columns[column].name, columns[column].label);
    sum_clear(&sum);
  }
}

static void check_difference(const Checks *c, const char *id, const StatementLine *line, const OptAmount *from,
                             const OptAmount *printed, const char *attribute, const char *what)
{
  if (!from->given || !line->actual_to_date.given || !printed->given)
    return;
  Sum sum;
  sum_init(&sum);
  sum_add(&sum, from, false);
  sum_add(&sum, &line->actual_to_date, true);
  sum_check(c, &sum, id, printed, &line->record, attribute, what);
  sum_clear(&sum);
}

static void check_line(const Checks *c, const StatementLine *line)
{
  check_difference(c, "A-VARIANCE", line, &line->budget_to_date, &line->variance, "variance",
                   "variance (budget to date less actual to date)");
  check_difference(c, "A-REMAINING", line, &line->budget, &line->remaining, "remaining",
                   "allocation remaining (budget less actual to date)");
}

static void check_lines(const Checks *c, const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      check_lines(c, ((const StatementGroup *)item)->lines);
    else if (item->spec == &line_spec)
      check_line(c, (const StatementLine *)item);
  }
}

static void check_statement(const Checks *c, const Statement *statement)
{
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &statement_section_spec) {
      const StatementSection *section = (const StatementSection *)item;
      check_lines(c, section->content);
      check_total(c, section);
      if (section->total)
        check_line(c, section->total);
    } else if (item->spec == &net_spec) {
      check_net(c, statement, i);
      check_line(c, (const StatementLine *)item);
    }
  }
}

/* A printed value must be the rounded quotient of its parts. */
static void check_ratio(const Checks *c, const Reading *reading, int unit)
{
  if (!reading->number.given || !reading->numerator.given || !reading->denominator.given)
    return;
  g_autofree char *above = amount_format(reading->numerator.amount, -1);
  g_autofree char *below = amount_format(reading->denominator.amount, -1);
  g_autofree char *printed = amount_format(reading->number.amount, -1);
  Amount exact, half;
  if (amount_is_zero(reading->denominator.amount)) {
    findings_at(c->findings, "A-RATIO", &reading->record, "denominator", "%s of 0 cannot be %s", above, printed);
    return;
  }
  if (!figure_ratio(reading->numerator.amount, reading->denominator.amount, unit, &exact) ||
      !amount_divide(figure_step(reading->number.amount.scale), amount_from_int(2), AMOUNT_MAX_SCALE, &half) ||
      figure_close(exact, reading->number.amount, half))
    return;
  g_autofree char *rounded = amount_format(amount_round(exact, reading->number.amount.scale), -1);
  const char *sign = unit == UNIT_PERCENT ? "%" : "";
  findings_at(c->findings, "A-RATIO", &reading->record, "number", "%s / %s = %s%s, printed %s%s", above, below, rounded,
              sign, printed, sign);
}

static void check_readings(const Checks *c, const GPtrArray *readings, int unit)
{
  for (guint i = 0; i < readings->len; i++)
    check_ratio(c, g_ptr_array_index(readings, i), unit);
}

static void check_indicators(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(c->inputs->plan->indicators, i);
    const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
    check_readings(c, planned->baselines, planned->unit);
    check_readings(c, planned->actuals, planned->unit);
    check_readings(c, planned->targets, planned->unit);
    if (said)
      check_readings(c, said->values, planned->unit);
  }
}

static int level_of(int score)
{
  return score <= 4 ? RISK_LOW : score <= 10 ? RISK_MEDIUM : RISK_HIGH;
}

/* Likelihood x impact; the level that belongs to it. */
static void check_score(const Checks *c, const RiskScore *risk)
{
  if (!risk)
    return;
  int score = risk->score;
  if (risk->likelihood > 0 && risk->impact > 0) {
    int product = risk->likelihood * risk->impact;
    if (score > 0 && score != product)
      findings_at(c->findings, "A-SCORE", &risk->record, "score", "%s: likelihood %d × impact %d = %d, printed %d",
                  risk->record.spec->label, risk->likelihood, risk->impact, product, score);
    score = product;
  }
  if (score > 0 && risk->level != RISK_NONE && risk->level != level_of(score))
    findings_at(c->findings, "A-LEVEL", &risk->record, "level", "%s: a score of %d is %s, printed %s",
                risk->record.spec->label, score, terms_name(&terms_risk, level_of(score)),
                terms_name(&terms_risk, risk->level));
}

static void check_scores(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    check_score(c, objective->initial);
    check_score(c, objective->residual);
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    check_score(c, risk->initial);
    check_score(c, risk->residual);
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->statements, i));
  for (guint i = 0; i < c->report->plan_statements->len; i++)
    check_statement(c, g_ptr_array_index(c->report->plan_statements, i));
  check_indicators(c);
  check_scores(c);
}

const Check check_arithmetic = { .name = "arithmetic", .run = run };
