/* Going through a document: blocks, cells and what they hold. */
#include "tick/shown.h"
#include "model/framework.h"
#include "tick/shown-parts.h"

/* The first words, for naming a place. */
static const char *short_words(Arena *arena, const char *words)
{
  enum { CHARACTERS = 60 };
  if (g_utf8_strlen(words, -1) <= CHARACTERS)
    return arena_strdup(arena, words);
  g_autofree char *start = g_utf8_substring(words, 0, CHARACTERS - 1);
  return arena_printf(arena, "%s…", g_strchomp(start));
}

/* ---- cells ------------------------------------------------------------------------------------------------------- */

/* Whether content of that kind can be what the origin tells. */
static bool tells(const Origin *origin, const Spec *content)
{
  const Field *field = origin->field;
  if (!field)
    return content == &value_item_spec || content == &para_spec;
  switch (field->type) {
  case FIELD_AMOUNT:
  case FIELD_INT:
    return content == &value_item_spec;
  case FIELD_DATE:
    return content == &when_spec;
  case FIELD_CODE:
  case FIELD_CODES:
  case FIELD_TEXT:
  case FIELD_RUNS:
    return content == &para_spec;
  case FIELD_PROSE:
    return content == &text_spec || content == &para_spec;
  default:
    return false;
  }
}

/* Whether words behind the first item may still be told by it: those beside a figure, codes in several paragraphs. */
static bool goes_on(const Origin *origin)
{
  return !origin->field || origin->field->type == FIELD_CODES;
}

/* The origin that tells of the item of a cell, or NULL. */
static const Origin *origin_of(const Showing *showing, const Cell *cell, guint item)
{
  guint n;
  const Origin *all = origins_of(showing->origins, cell, &n), *before = NULL, *own = NULL;
  const Record *content = g_ptr_array_index(cell->content, item);
  for (guint i = 0; i < n && all[i].item <= item; i++) {
    if (!tells(&all[i], content->spec))
      continue;
    if (all[i].item == item)
      own = &all[i];
    else if (content->spec != &para_spec || goes_on(&all[i]))
      before = &all[i];
  }
  return own ? own : before;
}

static void spot_value(Spotting *spotting, const Value *value, const Origin *origin)
{
  Arena *arena = spotting->showing->arena;
  if (!value->number.given)
    return;
  g_autofree char *text = value_to_text(spotting->showing->document, value);
  spotting_add(spotting, (Shown){ .kind = TICK_FIGURE,
                                  .text = arena_strdup(arena, text),
                                  .number = value->number,
                                  .record = origin ? origin->record : NULL,
                                  .field = origin ? origin->field : NULL });
}

static void spot_when(Spotting *spotting, const When *when, const Origin *origin)
{
  if (!date_given(when->date))
    return;
  g_autofree char *text = when_to_text(spotting->showing->document, when);
  spotting_add(spotting, (Shown){ .kind = TICK_DATE,
                                  .text = arena_strdup(spotting->showing->arena, text),
                                  .date = when->date,
                                  .record = origin ? origin->record : NULL,
                                  .field = origin ? origin->field : NULL });
}

static void spot_codes(Spotting *spotting, const Origin *origin)
{
  if (origin->record->spec == &shorthand_spec || origin->record->spec == &key_entry_spec)
    return; /* these explain what is printed, and name nothing */
  const void *at = record_at(origin->record, origin->field);
  const GPtrArray *codes = origin->field->type == FIELD_CODES ? *(GPtrArray *const *)at : NULL;
  for (guint i = 0; i < (codes ? codes->len : 1); i++) {
    const char *code = codes ? g_ptr_array_index(codes, i) : *(char *const *)at;
    if (code)
      spotting_add(
          spotting,
          (Shown){
              .kind = TICK_REFERENCE, .text = code, .code = code, .record = origin->record, .field = origin->field });
  }
}

static bool is_codes(const Origin *origin)
{
  return origin && origin->field && (origin->field->type == FIELD_CODE || origin->field->type == FIELD_CODES);
}

/* Codes may be shown in several paragraphs: they are told with the first. */
static void spot_para(Spotting *spotting, const Para *para, const Origin *origin)
{
  if (is_codes(origin) && origin->item == spotting->item)
    spot_codes(spotting, origin);
  else if (!is_codes(origin))
    spotting_runs(spotting, para->runs, origin ? origin->record : NULL, origin ? origin->field : NULL);
}

static void spot_cell(Spotting *spotting, const Cell *cell)
{
  spotting->holder = &cell->record;
  for (guint i = 0; i < cell->content->len; i++) {
    const Record *content = g_ptr_array_index(cell->content, i);
    const Origin *origin = origin_of(spotting->showing, cell, i);
    spotting->item = i;
    if (content->spec == &value_item_spec)
      spot_value(spotting, (const Value *)content, origin);
    else if (content->spec == &when_spec)
      spot_when(spotting, (const When *)content, origin);
    else if (content->spec == &para_spec)
      spot_para(spotting, (const Para *)content, origin);
    else if (content->spec == &text_spec)
      spotting_prose(spotting, ((const Text *)content)->prose);
  }
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* The words of a cell, for naming a row: the first it has. Caller frees. */
static char *cell_words(const Cell *cell)
{
  for (guint i = 0; i < cell->content->len; i++) {
    const Record *content = g_ptr_array_index(cell->content, i);
    if (content->spec == &para_spec)
      return runs_to_text(((const Para *)content)->runs);
  }
  return g_strdup("");
}

/* "row 'NI 130'". Caller frees. */
static char *row_name(Arena *arena, const Table *table, const Row *row, guint number)
{
  guint column = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    const Column *head = column < table->columns->len ? g_ptr_array_index(table->columns, column) : NULL;
    g_autofree char *words = head && head->row_header ? cell_words(cell) : NULL;
    if (words && *words)
      return g_strdup_printf("row '%s'", short_words(arena, words));
    column += cell->span > 0 ? (guint)cell->span : 1;
  }
  return g_strdup_printf("row %u", number);
}

static void spot_row(const Spotting *around, const Table *table, const Row *row, guint number)
{
  Arena *arena = around->showing->arena;
  guint column = 0, before = around->showing->list->len;
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    const Column *head = column < table->columns->len ? g_ptr_array_index(table->columns, column) : NULL;
    Spotting inside = *around;
    inside.nth = 0;
    inside.at = cell->content->len ? arena_printf(arena, "%s/%u/%u", table->id, number, column + 1) : NULL;
    inside.where = head ? head->heading : NULL;
    spot_cell(&inside, cell);
    column += cell->span > 0 ? (guint)cell->span : 1;
  }
  if (around->showing->list->len == before)
    return;
  g_autofree char *name = row_name(arena, table, row, number);
  for (guint i = before; i < around->showing->list->len; i++) {
    Shown *shown = g_ptr_array_index(around->showing->list, i);
    g_auto(GStrv) lines = g_strsplit(shown->where ? shown->where : "", "|", -1);
    g_autofree char *heading = g_strjoinv(" ", lines);
    shown->where = arena_printf(arena, "%s, %s%s%s%s", around->where, name, *heading ? ", column '" : "", heading,
                                *heading ? "'" : "");
  }
}

static void spot_table(const Spotting *around, const Table *table)
{
  Arena *arena = around->showing->arena;
  g_autofree char *caption = runs_to_text(table->caption);
  Spotting inside = *around;
  inside.holder = &table->record;
  inside.at = arena_printf(arena, "%s/caption", table->id);
  inside.where = *caption ? arena_printf(arena, "table '%s'", short_words(arena, caption))
                          : arena_printf(arena, "table %s", table->id);
  spotting_runs(&inside, table->caption, NULL, NULL);
  guint number = 0;
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < group->rows->len; k++)
      spot_row(&inside, table, g_ptr_array_index(group->rows, k), ++number);
  }
}

/* ---- charts ------------------------------------------------------------------------------------------------------ */

static void spot_point(const Spotting *around, const Chart *chart, guint nth_series, guint category)
{
  Arena *arena = around->showing->arena;
  const Series *series = g_ptr_array_index(chart->series, nth_series);
  const Point *point = g_ptr_array_index(series->points, category);
  const ChartCategory *named =
      category < chart->categories->len ? g_ptr_array_index(chart->categories, category) : NULL;
  if (!point->number.given)
    return;
  guint n;
  const Origin *origin = origins_of(around->showing->origins, point, &n);
  const Value value = { .number = point->number, .unit = chart->unit, .decimals = chart->decimals };
  g_autofree char *text = value_to_text(around->showing->document, &value);
  Spotting inside = *around;
  inside.nth = 0;
  inside.holder = &chart->record;
  inside.at = arena_printf(arena, "%s/%u/%u", chart->id, nth_series + 1, category + 1);
  inside.where = arena_printf(arena, "%s, %s, %s", around->where, series->label, named ? named->label : "");
  spotting_add(&inside, (Shown){ .kind = TICK_FIGURE,
                                 .text = arena_strdup(arena, text),
                                 .number = point->number,
                                 .record = origin ? origin->record : NULL });
}

static void spot_chart(const Spotting *around, const Chart *chart)
{
  Arena *arena = around->showing->arena;
  Spotting inside = *around;
  inside.where = arena_printf(arena, "chart '%s'", short_words(arena, chart->title ? chart->title : chart->id));
  for (guint i = 0; i < chart->series->len; i++)
    for (guint k = 0; k < ((const Series *)g_ptr_array_index(chart->series, i))->points->len; k++)
      spot_point(&inside, chart, i, k);
  for (guint i = 0; i < chart->targets->len; i++) {
    const TargetLine *line = g_ptr_array_index(chart->targets, i);
    guint n;
    const Origin *origin = origins_of(around->showing->origins, line, &n);
    inside.holder = &chart->record;
    inside.at = arena_printf(arena, "%s/target/%u", chart->id, i + 1);
    inside.nth = 0;
    spotting_add(&inside, (Shown){ .kind = TICK_FIGURE,
                                   .text = line->label,
                                   .number = line->number,
                                   .record = origin ? origin->record : NULL });
  }
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

/* Where a walk is: blocks are counted through what holds them. */
typedef struct {
  Showing *showing;
  guint section, block;
  const char *heading; /* the words of the last one */
} Walk;

static void spot_blocks(Walk *walk, const GPtrArray *blocks);

static void spot_heading(Walk *walk, const Spotting *spotting, const Heading *heading)
{
  Spotting inside = *spotting;
  g_autofree char *words = runs_to_text(heading->runs);
  walk->heading = short_words(walk->showing->arena, words);
  inside.where = arena_printf(walk->showing->arena, "heading '%s'", walk->heading);
  spotting_runs(&inside, heading->runs, NULL, NULL);
}

static void spot_block(Walk *walk, const Record *block)
{
  Arena *arena = walk->showing->arena;
  Spotting spotting = { .showing = walk->showing, .holder = block };
  spotting.at = arena_printf(arena, "%u/%u", walk->section, ++walk->block);
  spotting.where = walk->heading ? arena_printf(arena, "under '%s'", walk->heading) : "at the beginning";
  if (block->spec == &heading_spec)
    spot_heading(walk, &spotting, (const Heading *)block);
  else if (block->spec == &para_spec)
    spotting_runs(&spotting, ((const Para *)block)->runs, NULL, NULL);
  else if (block->spec == &text_spec)
    spotting_prose(&spotting, ((const Text *)block)->prose);
  else if (block->spec == &table_spec)
    spot_table(&spotting, (const Table *)block);
  else if (block->spec == &chart_spec)
    spot_chart(&spotting, (const Chart *)block);
  else if (block->spec == &box_spec)
    spot_blocks(walk, ((const Box *)block)->blocks);
  else if (block->spec == &keep_spec)
    spot_blocks(walk, ((const Keep *)block)->blocks);
}

static void spot_blocks(Walk *walk, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    spot_block(walk, g_ptr_array_index(blocks, i));
}

void shown_gather(Showing *showing)
{
  Walk walk = { .showing = showing };
  for (guint i = 0; i < showing->document->sections->len; i++) {
    walk.section = i + 1;
    walk.block = 0;
    spot_blocks(&walk, ((const DocSection *)g_ptr_array_index(showing->document->sections, i))->blocks);
  }
}
