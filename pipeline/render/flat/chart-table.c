/* Charts as a table, so that their figures take the same way into workbooks and CSV files as all others. */
#include "render/flat/chart-table.h"
#include "render/flat/phrase.h"

static Cell *add_cell(Arena *arena, Row *row)
{
  Cell *cell = record_new(arena, &cell_spec, &row->record);
  g_ptr_array_add(row->cells, cell);
  return cell;
}

static void add_words(Arena *arena, Row *row, const char *words)
{
  Cell *cell = add_cell(arena, row);
  Para *para = record_new(arena, &para_spec, &cell->record);
  para->runs = arena_list(arena);
  g_ptr_array_add(para->runs, run_new(arena, words ? words : "", 0));
  g_ptr_array_add(cell->content, para);
}

static Row *add_row(Arena *arena, RowGroup *group, const Document *document, const Chart *chart, const char *series,
                    guint category)
{
  const ChartCategory *named = g_ptr_array_index(chart->categories, category);
  Row *row = record_new(arena, &row_spec, &group->record);
  row->kind = ROW_BODY;
  g_ptr_array_add(group->rows, row);
  add_words(arena, row, chart->title ? chart->title : chart->id);
  add_words(arena, row, series);
  g_autofree char *part = named->part_year ? phrase_with(document, "part-year", named->label) : NULL;
  add_words(arena, row, part ? part : named->label);
  return row;
}

static Value *add_value(Arena *arena, Row *row, const Chart *chart)
{
  Cell *cell = add_cell(arena, row);
  Value *value = record_new(arena, &value_item_spec, &cell->record);
  value->unit = chart->unit;
  value->decimals = chart->decimals;
  g_ptr_array_add(cell->content, value);
  return value;
}

static void set_state(Arena *arena, const Document *document, Value *value, int state, bool gaps)
{
  value->state = state;
  g_autofree char *name = g_strconcat("state-", terms_name(&terms_state, state), NULL);
  value->text = gaps ? arena_strdup(arena, phrase(document, name)) : NULL;
}

/* Why there is no figure. */
static int state_of(const Point *point)
{
  int state = point ? point_state(point) : STATE_NONE;
  return state != STATE_NONE ? state : STATE_NOT_AVAILABLE;
}

static void add_limit(Arena *arena, Row *row, const Chart *chart, OptAmount limit)
{
  Value *value = add_value(arena, row, chart);
  value->number = limit;
  if (!limit.given)
    value->state = STATE_NOT_APPLICABLE;
}

/* The ends of the upright line at a point, where there is one. */
static void add_limits(Arena *arena, Row *row, const Chart *chart, const Point *point)
{
  bool drawn = point && chart->kind != CHART_STACKED && point_has_range(point);
  add_limit(arena, row, chart, drawn ? point->lower : (OptAmount){ 0 });
  add_limit(arena, row, chart, drawn ? point->upper : (OptAmount){ 0 });
}

static void add_series(Arena *arena, RowGroup *group, const Document *document, const Chart *chart,
                       const Series *series, bool gaps, bool limits)
{
  for (guint i = 0; i < chart->categories->len; i++) {
    Row *row = add_row(arena, group, document, chart, series->label, i);
    Value *value = add_value(arena, row, chart);
    const Point *point = i < series->points->len ? g_ptr_array_index(series->points, i) : NULL;
    if (point && point->number.given) {
      value->number = point->number;
      value->flags = point->flags;
    } else {
      set_state(arena, document, value, state_of(point), gaps);
    }
    if (limits)
      add_limits(arena, row, chart, point);
  }
}

static void add_target(Arena *arena, RowGroup *group, const Document *document, const Chart *chart,
                       const TargetLine *target, bool gaps, bool limits)
{
  for (guint i = 0; i < chart->categories->len; i++) {
    Row *row = add_row(arena, group, document, chart, target->label ? target->label : phrase(document, "target"), i);
    Value *value = add_value(arena, row, chart);
    if (target_line_spans(target, i))
      value->number = target->number;
    else
      set_state(arena, document, value, STATE_NOT_APPLICABLE, gaps);
    if (limits)
      add_limits(arena, row, chart, NULL);
  }
}

static void add_column(Arena *arena, Table *table, const char *heading, bool row_header)
{
  Column *column = record_new(arena, &column_spec, &table->record);
  column->heading = arena_strdup(arena, heading);
  column->row_header = row_header;
  g_ptr_array_add(table->columns, column);
}

static bool any_limits(const GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    if (chart_has_limits(g_ptr_array_index(charts, i)))
      return true;
  return false;
}

Table *chart_table_new(Arena *arena, const Document *document, const GPtrArray *charts, bool gaps)
{
  Table *table = record_new(arena, &table_spec, NULL);
  table->id = arena_strdup(arena, "chart-data");
  table->sheet = arena_strdup(arena, phrase(document, "chart-data"));
  table->caption = arena_list(arena);
  g_ptr_array_add(table->caption, run_new(arena, table->sheet, 0));
  add_column(arena, table, phrase(document, "column-chart"), true);
  add_column(arena, table, phrase(document, "column-series"), true);
  add_column(arena, table, phrase(document, "column-category"), true);
  add_column(arena, table, phrase(document, "column-value"), false);
  bool limits = any_limits(charts);
  if (limits) {
    add_column(arena, table, phrase(document, "column-lower"), false);
    add_column(arena, table, phrase(document, "column-upper"), false);
  }
  RowGroup *group = record_new(arena, &row_group_spec, &table->record);
  g_ptr_array_add(table->groups, group);
  for (guint i = 0; i < charts->len; i++) {
    const Chart *chart = g_ptr_array_index(charts, i);
    for (guint k = 0; k < chart->series->len; k++)
      add_series(arena, group, document, chart, g_ptr_array_index(chart->series, k), gaps, limits);
    for (guint k = 0; k < chart->targets->len; k++)
      add_target(arena, group, document, chart, g_ptr_array_index(chart->targets, k), gaps, limits);
  }
  return group->rows->len > 0 ? table : NULL;
}

guint chart_table_rows(const Chart *chart)
{
  return (chart->series->len + chart->targets->len) * chart->categories->len;
}
