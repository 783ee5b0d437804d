/* The attachment: a copy of the document, cut down to what is seen, written as XML. */
#include "render/pdf/page/attachment.h"
#include "record/record-walk.h"
#include "record/record-write.h"

/* ---- words --------------------------------------------------------------------------------------------------- */

typedef struct {
  const Document *document;
  GHashTable *names; /* of char *: the words that the data needs to be read */
} Used;

static bool use(const Used *used, const char *prefix, const char *name)
{
  g_autofree char *full = g_strconcat(prefix, name, NULL);
  if (document_word(used->document, full) == full)
    return false;
  g_hash_table_add(used->names, g_steal_pointer(&full));
  return true;
}

/* The one of the two that stands on the page. */
static void use_term(const Used *used, const char *prefix, const char *name)
{
  if (!use(used, "shorthand-", name))
    use(used, prefix, name);
}

static void use_unit(const Used *used, const OptAmount *number, int unit)
{
  g_autofree char *one = g_strconcat(terms_name(&terms_unit, unit), "-one", NULL);
  use(used, "unit-", terms_name(&terms_unit, unit));
  if (amount_compare(number->amount, amount_from_int(1)) == 0)
    use(used, "unit-", one);
}

static void use_figure(const Used *used, const OptAmount *number, int unit, int state, guint flags)
{
  if (!number->given && state)
    use_term(used, "state-", terms_name(&terms_state, state));
  if (number->given && unit == UNIT_YES_NO)
    use(used, "", amount_is_zero(number->amount) ? "no" : "yes");
  else if (number->given)
    use_unit(used, number, unit);
  for (guint flag = 1; flag < terms_flag.n; flag++)
    if (flags & (1u << flag))
      use_term(used, flags_nearness(1u << flag) ? "near-" : "flag-", terms_flag.names[flag]);
}

static void use_month(const Used *used, int month)
{
  g_autofree char *name = g_strdup_printf("month-%d", month);
  use(used, "", name);
}

/* A period that is not of the council's year: its words, and those of its first and last month. */
static void use_other(const Used *used, Period period)
{
  static const char *const names[] = { "period-calendar-year", "period-academic-year", "period-financial-year",
                                       "period-term-1",        "period-term-2",        "period-term-3",
                                       "period-span",          "period-academic-span", "date-month" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    use(used, "", names[i]);
  use_month(used, period_first_day(period).month);
  use_month(used, period_last_day(period).month);
}

static void use_when(const Used *used, const When *when)
{
  Period period = when->period;
  if (period_given(period) && !period_is_own(period, used->document->year_begins)) {
    use_other(used, period);
    return;
  }
  if (date_given(when->date) || when->period.kind == PERIOD_MONTH) {
    Date date = date_given(when->date) ? when->date : period_last_day(when->period);
    use(used, "", date_given(when->date) && date.day ? "date-day" : "date-month");
    use_month(used, date.month);
  } else if (when->period.kind == PERIOD_QUARTER) {
    use(used, "", "quarter");
  }
}

static void use_chart(const Used *used, const Chart *chart)
{
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    for (guint k = 0; k < series->points->len; k++) {
      const Point *point = g_ptr_array_index(series->points, k);
      use_figure(used, &point->number, chart->unit, point->state, point->flags);
    }
  }
}

static void use_record(const Record *record, void *data)
{
  const Used *used = data;
  if (record->spec == &value_item_spec) {
    const Value *value = (const Value *)record;
    use_figure(used, &value->number, value->unit, value->text ? STATE_NONE : value->state, value->flags);
  } else if (record->spec == &when_spec) {
    use_when(used, (const When *)record);
  } else if (record->spec == &chart_spec) {
    use_chart(used, (const Chart *)record);
  } else if (record->spec == &symbol_spec && !((const Symbol *)record)->word) {
    const char *name = ((const Symbol *)record)->name;
    if (!use(used, "rating-", name))
      use(used, "travel-", name);
  }
}

static void keep_words(Document *copy)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Used used = { copy, names };
  record_walk(&copy->record, use_record, &used);
  guint kept = 0;
  for (guint i = 0; i < copy->words->len; i++) {
    Word *word = g_ptr_array_index(copy->words, i);
    if (g_hash_table_contains(names, word->name))
      copy->words->pdata[kept++] = word;
  }
  g_ptr_array_set_size(copy->words, (int)kept);
}

/* ---- what no page shows -------------------------------------------------------------------------------------- */

/* A number stands for itself, and words for the state that they explain; what else a value has shows in sheets alone.
 */
static void cut_value(Value *value)
{
  if (value->number.given || value->text)
    value->state = STATE_NONE;
  if (value->number.given)
    value->text = NULL;
}

/* Columns must have a heading; one that the page does not show is a number. */
static void cut_table(Arena *arena, Table *table)
{
  table->sheet = table->group_heading = NULL;
  for (guint i = 0; table->no_head && i < table->columns->len; i++) {
    Column *column = g_ptr_array_index(table->columns, i);
    column->heading = arena_printf(arena, "%u", i + 1);
    column->group = column->symbol = NULL;
  }
}

static void cut_record(const Record *record, void *arena)
{
  Record *own = (Record *)record; /* of the copy */
  if (own->spec == &value_item_spec)
    cut_value((Value *)own);
  else if (own->spec == &table_spec)
    cut_table(arena, (Table *)own);
  else if (own->spec == &point_spec && ((Point *)own)->number.given)
    ((Point *)own)->state = STATE_NONE;
  else if (own->spec == &symbol_spec && ((Symbol *)own)->word)
    ((Symbol *)own)->alt = NULL; /* its word stands on the page */
}

/* A running text that every section replaces. */
static void cut_running(Document *copy)
{
  bool header = false, footer = false;
  for (guint i = 0; i < copy->sections->len; i++) {
    const DocSection *section = g_ptr_array_index(copy->sections, i);
    header |= !section->header;
    footer |= !section->footer;
  }
  copy->header = header ? copy->header : NULL;
  copy->footer = footer ? copy->footer : NULL;
}

/* ---- the look ------------------------------------------------------------------------------------------------ */

/* Names of pages and of types of text, in one table each. */
typedef struct {
  GHashTable *pages, *types;
} Named;

static void add_named(const Record *record, void *data)
{
  const Named *named = data;
  if (record->spec == &doc_section_spec && ((const DocSection *)record)->page)
    g_hash_table_add(named->pages, ((const DocSection *)record)->page);
  const Field *style = spec_field(record->spec, "style");
  if (style && style->type == FIELD_CODE && field_is_set(record, style))
    g_hash_table_add(named->types, *(char **)record_at(record, style));
}

static void keep_named(const GPtrArray *from, GPtrArray *to, GHashTable *names)
{
  for (guint i = 0; i < from->len; i++) {
    Record *record = g_ptr_array_index(from, i);
    if (g_hash_table_contains(names, *(char **)record_at(record, spec_field(record->spec, "name"))))
      g_ptr_array_add(to, record);
  }
}

/* How it looks is no data: of the style stays what the document names, and a font, because there must be one. */
static Style *plain_style(Arena *arena, Document *copy)
{
  g_autoptr(GHashTable) pages = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) types = g_hash_table_new(g_str_hash, g_str_equal);
  Named named = { pages, types };
  record_walk(&copy->record, add_named, &named);
  Style *style = record_new(arena, &style_spec, &copy->record);
  const OptAmount none = { amount_from_int(0), true };
  style->font = arena_strdup(arena, "sans-serif");
  style->cell_padding_pt = style->rule_pt = style->indent_pt = none;
  keep_named(copy->style->pages, style->pages, pages);
  keep_named(copy->style->types, style->types, types);
  for (guint i = 0; i < style->types->len; i++)
    ((TypeStyle *)g_ptr_array_index(style->types, i))->colour = NULL;
  return style;
}

GString *attachment_write(const Document *document)
{
  g_autoptr(Arena) arena = arena_new();
  Document *copy = record_copy(arena, &document_without_pages(arena, document)->record, NULL);
  copy->style = plain_style(arena, copy);
  record_walk(&copy->record, cut_record, arena);
  cut_running(copy);
  keep_words(copy);
  GString *out = g_string_new(NULL);
  record_write(&copy->record, out);
  return out;
}
