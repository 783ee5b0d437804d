/* Mutants of figures that stand in a sum: statements, parts of a value, measures with a total, risk scores. */
#include "figures.h"
#include "mutant.h"
#include "number.h"
#include "sight.h"
#include <math.h>
#include <string.h>

/* The columns of a statement, as offsets of OptAmount. */
static const struct {
  const char *name;
  gsize offset;
} columns[] = { { "budget", G_STRUCT_OFFSET(StatementLine, budget) },
                { "budget-to-date", G_STRUCT_OFFSET(StatementLine, budget_to_date) },
                { "actual-to-date", G_STRUCT_OFFSET(StatementLine, actual_to_date) },
                { "variance", G_STRUCT_OFFSET(StatementLine, variance) },
                { "remaining", G_STRUCT_OFFSET(StatementLine, remaining) } };

static bool has(const StatementLine *line, guint column)
{
  return line && ((const OptAmount *)((const char *)line + columns[column].offset))->given;
}

/* Every line of the content has a figure in the column. */
static bool all_have(const GPtrArray *content, guint column)
{
  bool all = content->len > 0;
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    all &= item->spec == &group_spec ? all_have(((const StatementGroup *)item)->lines, column)
                                     : has((const StatementLine *)item, column);
  }
  return all;
}

static bool in_difference(const StatementLine *line, guint column)
{
  bool variance = has(line, 1) && has(line, 2) && has(line, 3),
       remaining = has(line, 0) && has(line, 2) && has(line, 4);
  return (variance && column >= 1 && column <= 3) || (remaining && (column == 0 || column == 2 || column == 4));
}

static bool has_total(const StatementSection *section, guint column)
{
  return section && has(section->total, column) && all_have(section->content, column);
}

/* A net line below the section that has the column, as have all totals above it. */
static bool is_in_net(const Statement *statement, const StatementSection *section, guint column)
{
  bool below = false, sound = true;
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    const StatementSection *other = (const StatementSection *)item;
    if (item->spec == &net_spec) {
      if (below && sound && has((const StatementLine *)item, column))
        return true;
      continue;
    }
    below |= other == section;
    sound &= other->total ? has(other->total, column) : all_have(other->content, column);
  }
  return false;
}

/* A net line with all totals above it. */
static bool is_net(const Statement *statement, const StatementLine *net, guint column)
{
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    const StatementSection *section = (const StatementSection *)item;
    if (item == &net->record)
      return i > 0;
    if (item->spec != &net_spec && !(section->total ? has(section->total, column) : all_have(section->content, column)))
      return false;
  }
  return false;
}

static const char *sum_of(const Statement *statement, const StatementSection *section, const StatementLine *line,
                          guint column)
{
  if (in_difference(line, column))
    return "a difference with two other figures of its line";
  bool total = section && section->total == line;
  if (has_total(section, column))
    return "the total of its section";
  if (section && (total || !section->total) && is_in_net(statement, section, column))
    return "the net line below";
  return !section && is_net(statement, line, column) ? "the totals above" : NULL;
}

static void make_line(const Maker *maker, const Statement *statement, const StatementSection *section,
                      const StatementLine *line)
{
  for (guint column = 0; column < G_N_ELEMENTS(columns); column++) {
    g_autofree char *written = mutant_attribute(&line->record, columns[column].name);
    const char *sum = written ? sum_of(statement, section, line, column) : NULL;
    for (int slip = 0; written && slip < N_SLIPS; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (changed)
        mutant_offer(maker, MUTANT_STATEMENT, &line->record, columns[column].name, changed, sum,
                     "the figure enters no sum");
    }
  }
}

static void make_lines(const Maker *maker, const Statement *statement, const StatementSection *section,
                       const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      make_lines(maker, statement, section, ((const StatementGroup *)item)->lines);
    else
      make_line(maker, statement, section, (const StatementLine *)item);
  }
}

static void make_statements(const Maker *maker, const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++) {
    const Statement *statement = g_ptr_array_index(statements, i);
    for (guint j = 0; j < statement->content->len; j++) {
      const Record *item = g_ptr_array_index(statement->content, j);
      if (item->spec == &net_spec) {
        make_line(maker, statement, NULL, (const StatementLine *)item);
        continue;
      }
      const StatementSection *section = (const StatementSection *)item;
      make_lines(maker, statement, section, section->content);
      if (section->total)
        make_line(maker, statement, section, section->total);
    }
  }
}

double figure_multiplier(int unit)
{
  return unit == UNIT_PERCENT      ? 100
         : unit == UNIT_PER_1000   ? 1000
         : unit == UNIT_PER_10000  ? 10000
         : unit == UNIT_PER_100000 ? 100000
                                   : 1;
}

bool figure_quotient_fits(double number, guint decimals, double above, double below, int unit)
{
  return below != 0 &&
         fabs(above / below * figure_multiplier(unit) - number) <= 0.5 * pow(10, -(double)decimals) + 1e-9;
}

static void make_parts(const Maker *maker, const Reading *reading, int unit)
{
  static const char *const names[] = { "numerator", "denominator" };
  g_autofree char *number = mutant_attribute(&reading->record, "number");
  g_autofree char *above = mutant_attribute(&reading->record, "numerator");
  g_autofree char *below = mutant_attribute(&reading->record, "denominator");
  if (!number || !above || !below)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    for (int slip = 0; slip < SLIP_SIGN; slip++) {
      g_autofree char *changed = number_slip(i == 0 ? above : below, slip);
      if (!changed)
        continue;
      double a = number_value(i == 0 ? changed : above), b = number_value(i == 0 ? below : changed);
      bool fits = figure_quotient_fits(number_value(number), number_decimals(number), a, b, unit);
      mutant_offer(maker, MUTANT_PARTS, &reading->record, names[i], changed, fits ? NULL : "the printed quotient",
                   "rounded, the quotient is still the value");
    }
}

static void make_readings(const Maker *maker, const Indicator *planned, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    make_parts(maker, reading, sight_unit(planned, reading));
  }
}

/* Low is 1 to 4, medium 5 to 10, high 11 to 16. */
static int level_of(int score)
{
  return score <= 4 ? RISK_LOW : score <= 10 ? RISK_MEDIUM : RISK_HIGH;
}

static void offer_score(const Maker *maker, const RiskScore *risk, const char *name, int is, int likelihood, int impact,
                        int score)
{
  g_autofree char *value = g_strdup_printf("%d", is);
  int product = likelihood > 0 && impact > 0 ? likelihood * impact : score;
  bool wrong = (score > 0 && product != score) || (product > 0 && risk->level && level_of(product) != risk->level);
  mutant_offer(maker, MUTANT_RISK, &risk->record, name, value, wrong ? "likelihood times impact, or its level" : NULL,
               "the level stays the same and no score is printed");
}

static void make_score(const Maker *maker, const RiskScore *risk)
{
  if (!risk)
    return;
  for (int by = -1; by <= 1; by += 2) {
    int l = risk->likelihood, i = risk->impact, s = risk->score;
    if (l > 0 && l + by >= 1 && l + by <= 4)
      offer_score(maker, risk, "likelihood", l + by, l + by, i, s);
    if (i > 0 && i + by >= 1 && i + by <= 4)
      offer_score(maker, risk, "impact", i + by, l, i + by, s);
    if (s > 0)
      offer_score(maker, risk, "score", s + by, l, i, s + by);
  }
  for (int level = RISK_LOW; risk->level && level <= RISK_HIGH; level++)
    mutant_offer(maker, MUTANT_RISK, &risk->record, "level", terms_name(&terms_risk, level),
                 risk->score > 0 || (risk->likelihood > 0 && risk->impact > 0) ? "the level of its score" : NULL,
                 "only the level is given");
}

void make_figures(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  make_statements(maker, inputs->current->statements);
  make_statements(maker, inputs->plan->statements);
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    make_readings(maker, planned, planned->baselines);
    make_readings(maker, planned, planned->actuals);
    make_readings(maker, planned, planned->targets);
    for (guint j = 0; j < inputs->current->indicators->len; j++) {
      const IndicatorProgress *said = g_ptr_array_index(inputs->current->indicators, j);
      if (g_strcmp0(said->indicator, planned->ref) == 0)
        make_readings(maker, planned, said->values);
    }
  }
  for (guint i = 0; i < inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(inputs->plan->objectives, i);
    make_score(maker, objective->initial);
    make_score(maker, objective->residual);
  }
  for (guint i = 0; i < inputs->plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(inputs->plan->risks, i);
    make_score(maker, risk->initial);
    make_score(maker, risk->residual);
  }
}
