/* Formats: the type of a field decides how it is shown; the column may say otherwise. */
#include "compose/format.h"
#include "compose/words.h"
#include "model/reading.h"

typedef enum { SHOW_BY_TYPE, SHOW_SYMBOL, SHOW_WORD, SHOW_PLAIN, SHOW_PERIOD_END, SHOW_MONTH, SHOW_PARENTHESES } Show;

static const char *const show_names[] = { "", "symbol", "word", "plain", "period-end", "month", "parentheses", NULL };

struct Format {
  GPtrArray *paths; /* of Path; empty: the template */
  const Template *tmpl;
  Show show;
  const char *prefix;      /* before the first code, with the space after it; or "" */
  const Path *lookup;      /* to the field of the records that codes name */
  const Template *missing; /* NULL: the word missing-figure for figures, else nothing */
  bool figures;
};

/* ---- reading
 * ---------------------------------------------------------------------------------------------------------------- */

static bool is_figure(const Path *path)
{
  if (!path->field)
    return spec_is_reading(path->frame->spec);
  return path->field->type == FIELD_AMOUNT || path->field->type == FIELD_INT;
}

/* Whether the field can be shown so. */
static bool show_fits(Show show, const Path *path)
{
  const Field *field = path->field;
  switch (show) {
  case SHOW_BY_TYPE:
    return field || spec_is_reading(path->frame->spec);
  case SHOW_SYMBOL:
    return field && (field->type == FIELD_CODE || (field->type == FIELD_TERM && terms_are_symbols(field->detail)));
  case SHOW_WORD:
    return field && field->type == FIELD_TERM;
  case SHOW_PLAIN:
  case SHOW_PARENTHESES:
    return is_figure(path);
  case SHOW_PERIOD_END:
    return field && field->type == FIELD_PERIOD;
  case SHOW_MONTH:
    return field && (field->type == FIELD_DATE || field->type == FIELD_PERIOD);
  }
  return false;
}

static bool read_paths(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  Scanner scanner = scanner_new(compiler, &column->record, "field", column->field);
  do {
    scanner_space(&scanner);
    const char *at = scanner.at;
    Path *path = path_scan(&scanner, shape);
    if (!path)
      return false;
    if (!show_fits(format->show, path)) {
      const char *how = format->show ? show_names[format->show] : "the value of a cell: say which of its fields";
      scanner_fault(&scanner, "L-FORMAT", at, "'%s' cannot be shown as %s", path->text, how);
      return false;
    }
    g_ptr_array_add(format->paths, path);
    format->figures |= is_figure(path);
    scanner_space(&scanner);
  } while (scanner_take(&scanner, ","));
  if (*scanner.at)
    scanner_fault(&scanner, "L-PATH", scanner.at, "'%s' cannot follow a path: fields are separated by commas",
                  scanner.at);
  return *scanner.at == '\0';
}

static bool read_show(Compiler *compiler, const LayoutColumn *column, Format *format)
{
  for (guint i = 1; show_names[i] && column->format; i++)
    if (g_str_equal(show_names[i], column->format))
      format->show = (Show)i;
  if (!column->format || format->show)
    return true;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 1; show_names[i]; i++)
    g_ptr_array_add(names, (char *)show_names[i]);
  g_autofree char *hint = did_you_mean(column->format, names);
  compiler_fault(compiler, "L-FORMAT", &column->record, "format", "there is no format '%s'%s", column->format, hint);
  return false;
}

/* lookup: a field of records that have a ref. */
static bool read_lookup(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  if (!column->lookup)
    return true;
  format->lookup = path_new(compiler, &column->record, "lookup", column->lookup, shape);
  if (!format->lookup)
    return false;
  const Field *ref = spec_field(format->lookup->frame->spec, "ref");
  if (format->lookup->field && ref && ref->type == FIELD_CODE)
    return true;
  compiler_fault(compiler, "L-KIND", &column->record, "lookup", "'%s' is not a field of records with a ref",
                 column->lookup);
  return false;
}

static bool read_source(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  if ((column->field == NULL) == (column->value == NULL)) {
    compiler_fault(compiler, "L-COLUMN", &column->record, NULL, "column '%s' needs either a field or a value",
                   column->heading);
    return false;
  }
  if (column->field)
    return read_paths(compiler, column, shape, format);
  format->tmpl = template_new(compiler, &column->record, "value", column->value, shape, false);
  return format->tmpl != NULL;
}

Format *format_new(Compiler *compiler, const LayoutColumn *column, const Shape *shape)
{
  Format *format = arena_alloc(compiler->arena, sizeof *format);
  format->paths = arena_list(compiler->arena);
  format->prefix = column->prefix ? arena_printf(compiler->arena, "%s ", column->prefix) : "";
  bool fine = read_show(compiler, column, format);
  fine &= read_source(compiler, column, shape, format);
  fine &= read_lookup(compiler, column, shape, format);
  if (column->missing) {
    format->missing = template_new(compiler, &column->record, "missing", column->missing, shape, false);
    fine &= format->missing != NULL;
  }
  return fine ? format : NULL;
}

Align format_align(const Format *format)
{
  return format->figures ? ALIGN_END : ALIGN_NONE;
}

/* ---- showing
 * -------------------------------------------------------------------------------------------------------------------
 */

typedef struct {
  const Format *format;
  const Document *document;
  const Scope *scope;
  Arena *arena;
  Cell *cell;
} Filler;

static void add_runs(const Filler *filler, const GPtrArray *runs)
{
  if (runs->len == 0)
    return;
  Para *para = record_new(filler->arena, &para_spec, &filler->cell->record);
  para->runs = (GPtrArray *)runs;
  g_ptr_array_add(filler->cell->content, para);
}

static void add_words(const Filler *filler, const char *words)
{
  if (!*words)
    return;
  GPtrArray *runs = arena_list(filler->arena);
  g_ptr_array_add(runs, run_new(filler->arena, words, 0));
  add_runs(filler, runs);
}

static void add_value(const Filler *filler, Value *value)
{
  if (!value->number.given && !value->text && !value->state)
    return;
  if (filler->format->show == SHOW_PLAIN)
    value->unit = UNIT_NONE;
  value->parentheses = filler->format->show == SHOW_PARENTHESES;
  g_ptr_array_add(filler->cell->content, value);
}

static void add_symbol(const Filler *filler, const char *name)
{
  int rating = terms_find(&terms_rating, name), travel = terms_find(&terms_travel, name);
  Symbol *symbol = record_new(filler->arena, &symbol_spec, &filler->cell->record);
  symbol->name = (char *)name;
  symbol->word = (char *)(rating > 0   ? term_word(filler->document, &terms_rating, rating)
                          : travel > 0 ? term_word(filler->document, &terms_travel, travel)
                                       : name);
  g_ptr_array_add(filler->cell->content, symbol);
}

static void add_when(const Filler *filler, Date date, Period period)
{
  if (filler->format->show == SHOW_PERIOD_END || (filler->format->show == SHOW_MONTH && period_given(period))) {
    date = period_last_day(period);
    period = (Period){ 0 };
  }
  if (filler->format->show == SHOW_MONTH)
    date.day = 0;
  When *when = record_new(filler->arena, &when_spec, &filler->cell->record);
  when->date = date;
  when->period = period;
  g_ptr_array_add(filler->cell->content, when);
}

/* What the record of that code says; the code itself when there is none. */
static char *looked_up(const Filler *filler, const char *code)
{
  const Path *lookup = filler->format->lookup;
  if (!lookup)
    return g_strdup(code);
  const Field *ref = spec_field(lookup->frame->spec, "ref");
  g_autoptr(GPtrArray) records = g_ptr_array_new();
  path_follow(lookup, filler->scope, records);
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (g_strcmp0(*(char *const *)record_at(record, ref), code) == 0)
      return field_text(filler->document, record, lookup->field);
  }
  return g_strdup(code);
}

static void add_codes(const Filler *filler, const GPtrArray *codes)
{
  g_autoptr(GString) words = g_string_new(filler->format->prefix);
  for (guint i = 0; i < codes->len; i++) {
    g_autofree char *word = looked_up(filler, g_ptr_array_index(codes, i));
    g_string_append_printf(words, "%s%s", i ? ", " : "", word);
  }
  add_words(filler, words->str);
}

static void add_code(const Filler *filler, const char *code)
{
  if (filler->format->show == SHOW_SYMBOL) {
    add_symbol(filler, code);
    return;
  }
  g_autofree char *word = looked_up(filler, code);
  g_autofree char *words = g_strconcat(filler->format->prefix, word, NULL);
  add_words(filler, words);
}

static void add_prose(const Filler *filler, Prose *prose)
{
  if (prose_is_empty(prose))
    return;
  Text *text = record_new(filler->arena, &text_spec, &filler->cell->record);
  text->prose = prose;
  g_ptr_array_add(filler->cell->content, text);
}

static void add_int(const Filler *filler, int number)
{
  Value *value = record_new(filler->arena, &value_item_spec, &filler->cell->record);
  value->number = (OptAmount){ amount_from_int(number), true };
  value->decimals = 0;
  add_value(filler, value);
}

static void add_term(const Filler *filler, const Terms *terms, int value)
{
  if (terms_are_symbols(terms) && filler->format->show != SHOW_WORD)
    add_symbol(filler, terms_name(terms, value));
  else
    add_words(filler, term_word(filler->document, terms, value));
}

static void add_field(const Filler *filler, const Record *record, const Field *field)
{
  const void *at = record_at(record, field);
  switch (field->type) {
  case FIELD_CODE:
    add_code(filler, *(char *const *)at);
    return;
  case FIELD_CODES:
    add_codes(filler, *(GPtrArray *const *)at);
    return;
  case FIELD_INT:
    add_int(filler, *(const int *)at);
    return;
  case FIELD_AMOUNT:
    add_value(filler, value_from_amount(filler->arena, record, field));
    return;
  case FIELD_DATE:
    add_when(filler, *(const Date *)at, (Period){ 0 });
    return;
  case FIELD_PERIOD:
    add_when(filler, (Date){ 0 }, *(const Period *)at);
    return;
  case FIELD_TERM:
    add_term(filler, field->detail, *(const int *)at);
    return;
  case FIELD_RUNS:
    add_runs(filler, *(GPtrArray *const *)at);
    return;
  case FIELD_PROSE:
    add_prose(filler, *(Prose *const *)at);
    return;
  case FIELD_TEXT:
  case FIELD_BOOL:
  case FIELD_FLAGS: {
    g_autofree char *words = field_text(filler->document, record, field);
    add_words(filler, words);
    return;
  }
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
}

static void add_path(const Filler *filler, const Path *path)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new();
  path_follow(path, filler->scope, records);
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (path->field)
      add_field(filler, record, path->field);
    else
      add_value(filler, value_from_reading(filler->arena, record));
  }
}

void format_fill(const Format *format, const Document *document, const Scope *scope, Arena *arena, Cell *cell)
{
  const Filler filler = { format, document, scope, arena, cell };
  if (format->tmpl)
    add_runs(&filler, template_runs(format->tmpl, document, scope, arena));
  for (guint i = 0; i < format->paths->len; i++)
    add_path(&filler, g_ptr_array_index(format->paths, i));
  if (cell->content->len > 0)
    return;
  if (format->missing)
    add_runs(&filler, template_runs(format->missing, document, scope, arena));
  else if (format->figures)
    add_words(&filler, document_word(document, "missing-figure"));
}
