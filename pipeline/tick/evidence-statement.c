/* Financial statements: totals of their lines, nets of their sections, variances of budget and actual. */
#include "model/statement.h"
#include "tick/evidence.h"

/* A sum of lines in one column. */
typedef struct {
  const StatementLine *total;
  GPtrArray *lines; /* of StatementLine */
} Sum;

static const OptAmount *figure_at(const StatementLine *line, const char *name)
{
  const Field *field = spec_field(line->record.spec, name);
  return field ? record_at(&line->record, field) : NULL;
}

/* ---- what adds up to what ---------------------------------------------------------------------------------------- */

static void note_sum(const Evidence *evidence, const StatementLine *total, GPtrArray *lines)
{
  Sum *sum = arena_alloc(evidence->arena, sizeof *sum);
  *sum = (Sum){ total, lines };
  g_hash_table_insert(evidence->sums, (gpointer)&total->record, sum);
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert(evidence->sums, g_ptr_array_index(lines, i), sum);
}

static void add_lines(const GPtrArray *content, GPtrArray *lines)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec)
      add_lines(((const StatementGroup *)item)->lines, lines);
    else
      g_ptr_array_add(lines, (gpointer)item);
  }
}

enum { NETS_HELD = 20 }; /* a statement has one or two; more are held against nothing */

/* A net line is the sum of what stands above it: of sections their totals, else their lines. Totals of sections are
 * lines of the net only where they are not the total of lines. */
static void note_statement(const Evidence *evidence, const Statement *statement)
{
  GPtrArray *above = arena_list(evidence->arena);
  guint nets = 0;
  for (guint i = 0; i < statement->content->len; i++) {
    const Record *item = g_ptr_array_index(statement->content, i);
    if (item->spec == &statement_section_spec) {
      const StatementSection *section = (const StatementSection *)item;
      GPtrArray *lines = arena_list(evidence->arena);
      add_lines(section->content, lines);
      if (section->total)
        note_sum(evidence, section->total, lines);
      if (section->total)
        g_ptr_array_add(above, section->total);
      else
        add_lines(section->content, above);
    } else if (++nets <= NETS_HELD) {
      GPtrArray *parts = arena_list(evidence->arena);
      g_ptr_array_extend(parts, above, NULL, NULL);
      Sum *sum = arena_alloc(evidence->arena, sizeof *sum);
      *sum = (Sum){ (const StatementLine *)item, parts };
      g_hash_table_insert(evidence->sums, (gpointer)item, sum);
    }
  }
  g_hash_table_add(evidence->sums, (gpointer)statement);
}

static const Sum *sum_of(const Evidence *evidence, const Record *line)
{
  const Record *around = line->parent;
  while (around && around->spec != &statement_spec)
    around = around->parent;
  if (!around)
    return NULL;
  if (!g_hash_table_contains(evidence->sums, around))
    note_statement(evidence, (const Statement *)around);
  return g_hash_table_lookup(evidence->sums, line);
}

static bool adds_up(const Sum *sum, const char *name)
{
  const OptAmount *total = figure_at(sum->total, name);
  Amount all = amount_from_int(0);
  guint n = 0;
  for (guint i = 0; i < sum->lines->len; i++) {
    const OptAmount *figure = figure_at(g_ptr_array_index(sum->lines, i), name);
    if (!figure || !figure->given)
      continue;
    n++;
    if (!amount_add(all, figure->amount, &all))
      return false;
  }
  return n > 0 && total && total->given && amount_compare(all, total->amount) == 0;
}

enum { PARTS_SAID = 6 };

static void add_sum(const Evidence *evidence, const Sum *sum, const StatementLine *line, const char *name, Tick *tick)
{
  bool total = evidence_same_place(&sum->total->record, &line->record);
  TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, total ? TICK_BY_SUM : TICK_BY_PART);
  if (!total)
    evidence_add_part(evidence, source, &sum->total->record, name, figure_at(sum->total, name), NULL);
  guint more = 0;
  for (guint i = 0; i < sum->lines->len; i++) {
    const StatementLine *part = g_ptr_array_index(sum->lines, i);
    const OptAmount *figure = figure_at(part, name);
    if (!figure || !figure->given || evidence_same_place(&part->record, &line->record))
      continue;
    if (source->parts->len < PARTS_SAID)
      evidence_add_part(evidence, source, &part->record, name, figure, NULL);
    else
      more++;
  }
  source->more = more ? (int)more : -1;
}

/* ---- a line ------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *difference, *from, *take;
} differences[] = { { "variance", "budget-to-date", "actual-to-date" }, { "remaining", "budget", "actual-to-date" } };

static void find_difference(const Evidence *evidence, const StatementLine *line, const char *name, Tick *tick)
{
  for (guint i = 0; i < G_N_ELEMENTS(differences); i++) {
    const char *const names[] = { differences[i].difference, differences[i].from, differences[i].take };
    const OptAmount *figures[3];
    bool all = true, own = false;
    for (guint k = 0; k < 3; k++) {
      figures[k] = figure_at(line, names[k]);
      all &= figures[k] && figures[k]->given;
      own |= g_str_equal(names[k], name);
    }
    Amount difference;
    if (!own || !all || !amount_subtract(figures[1]->amount, figures[2]->amount, &difference) ||
        amount_compare(difference, figures[0]->amount) != 0)
      continue;
    bool result = g_str_equal(names[0], name);
    TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, result ? TICK_BY_DIFFERENCE : TICK_BY_PART);
    for (guint k = 0; k < 3; k++)
      if (!g_str_equal(names[k], name))
        evidence_add_part(evidence, source, &line->record, names[k], figures[k], NULL);
  }
}

void evidence_find_statement(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  const Record *record = shown->record;
  bool line = record && shown->field && shown->field->type == FIELD_AMOUNT && record->source &&
              (record->spec == &line_spec || record->spec == &total_spec || record->spec == &net_spec);
  if (!line || shown->sentence)
    return;
  const Sum *sum = sum_of(evidence, record);
  if (sum && adds_up(sum, shown->field->name))
    add_sum(evidence, sum, (const StatementLine *)record, shown->field->name, tick);
  find_difference(evidence, (const StatementLine *)record, shown->field->name, tick);
}
