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

static void add_series(Arena *arena, RowGroup *group, const Document *document, const Chart *chart,
                       const Series *series, bool gaps)
{
  for (guint i = 0; i < chart->categories->len; i++) {
    Row *row = add_row(arena, group, document, chart, series->label, i);
    Value *value = add_value(arena, row, chart);
    const Point *point = i < series->points->len ? g_ptr_array_index(series->points, i) : NULL;
    if (point && point->number.given) {
      value->number = point->number;
      value->flags = point->flags;
    } else {
      set_state(arena, document, value, point && point->state ? point->state : STATE_NOT_AVAILABLE, gaps);
    }
  }
}

static void add_target(Arena *arena, RowGroup *group, const Document *document, const Chart *chart,
                       const TargetLine *target, bool gaps)
{
  for (guint i = 0; i < chart->categories->len; i++) {
    Row *row = add_row(arena, group, document, chart, target->label ? target->label : phrase(document, "target"), i);
    Value *value = add_value(arena, row, chart);
    bool spans = (target->from < 0 || (int)i >= target->from) && (target->to < 0 || (int)i <= target->to);
    if (spans)
      value->number = target->number;
    else
      set_state(arena, document, value, STATE_NOT_APPLICABLE, gaps);
  }
}

static void add_column(Arena *arena, Table *table, const char *heading, bool row_header)
{
  Column *column = record_new(arena, &column_spec, &table->record);
  column->heading = arena_strdup(arena, heading);
  column->row_header = row_header;
  g_ptr_array_add(table->columns, column);
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
  RowGroup *group = record_new(arena, &row_group_spec, &table->record);
  g_ptr_array_add(table->groups, group);
  for (guint i = 0; i < charts->len; i++) {
    const Chart *chart = g_ptr_array_index(charts, i);
    for (guint k = 0; k < chart->series->len; k++)
      add_series(arena, group, document, chart, g_ptr_array_index(chart->series, k), gaps);
    for (guint k = 0; k < chart->targets->len; k++)
      add_target(arena, group, document, chart, g_ptr_array_index(chart->targets, k), gaps);
  }
  return group->rows->len > 0 ? table : NULL;
}

guint chart_table_rows(const Chart *chart)
{
  return (chart->series->len + chart->targets->len) * chart->categories->len;
}
