/* Formats at work: values of fields become the content of a cell. */
#include "compose/blocks/format-filler.h"
#include "compose/blocks/id.h"
#include "compose/wording/words.h"
#include "model/indicator.h"
#include "model/report.h"
#include <string.h>

void filler_add_runs(const Filler *filler, const GPtrArray *runs)
{
  if (runs->len == 0)
    return;
  Para *para = record_new(filler->arena, &para_spec, &filler->cell->record);
  para->runs = (GPtrArray *)runs;
  g_ptr_array_add(filler->cell->content, para);
}

void filler_add_words(const Filler *filler, const char *words)
{
  if (!*words)
    return;
  GPtrArray *runs = arena_list(filler->arena);
  g_ptr_array_add(runs, run_new(filler->arena, words, 0));
  filler_add_runs(filler, runs);
}

/* Words of the reports, in their language. */
void filler_add_own(const Filler *filler, const char *words)
{
  GPtrArray *runs = arena_list(filler->arena);
  Run *run = run_new(filler->arena, words, 0);
  run->lang = (char *)filler->scope->world->lang;
  g_ptr_array_add(runs, run);
  filler_add_runs(filler, runs);
}

void filler_add_value(const Filler *filler, Value *value)
{
  if (!value->number.given && !value->text && !value->state)
    return;
  if (filler->format->show == SHOW_PLAIN)
    value->unit = UNIT_NONE;
  value->parentheses = filler->format->show == SHOW_PARENTHESES;
  if (value->number.given && !filler->format->exact)
    value->number.amount = figure_shown(value->number.amount, value->unit, value->decimals);
  g_ptr_array_add(filler->cell->content, value);
}

static Symbol *add_symbol(const Filler *filler, const char *name, const char *word)
{
  Symbol *symbol = record_new(filler->arena, &symbol_spec, &filler->cell->record);
  symbol->name = (char *)name;
  symbol->word = (char *)word;
  g_ptr_array_add(filler->cell->content, symbol);
  return symbol;
}

/* It bears a sign, and says in words what that means. */
static void mark_by_rule(const Filler *filler, Symbol *symbol)
{
  g_autofree char *marked = word_by_rule(filler->document, "by-rule-mark", symbol->word);
  g_autofree char *said = word_by_rule(filler->document, "by-rule", symbol->word);
  symbol->word = arena_strdup(filler->arena, marked);
  symbol->alt = arena_strdup(filler->arena, said);
  symbol->by_rule = true;
}

/* A code as a symbol: the record's own word (an entry of the key has one), else that of the rating or direction. A code
 * that names no symbol has no mark on a page: its word is all that is said. */
static void add_code_symbol(const Filler *filler, const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, "word");
  const char *own = field && field->type == FIELD_TEXT && field_is_set(record, field)
                        ? *(char *const *)record_at(record, field)
                        : NULL;
  if (own)
    scope_tell(filler->scope, record, field);
  int rating = terms_find(&terms_rating, name), travel = terms_find(&terms_travel, name);
  if (rating > 0)
    add_symbol(filler, name, own ? own : symbol_word(filler->document, record, &terms_rating, rating));
  else if (travel > 0)
    add_symbol(filler, name, own ? own : term_word(filler->document, &terms_travel, travel));
  else
    filler_add_words(filler, own ? own : name);
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

/* The first of the records that has the code, or NULL. */
static const Record *record_of(const Filler *filler, const GPtrArray *records, const Field *ref, const char *code)
{
  const ListIndex *index = lookup_by_field(filler->scope->world->lookup, records, ref);
  g_autoptr(GPtrArray) lists = g_ptr_array_new();
  if (index)
    index_find(index, ref, &code, lists);
  const GArray *places = lists->len ? g_ptr_array_index(lists, 0) : NULL;
  for (guint i = 0; i < (!index ? records->len : places ? places->len : 0); i++) {
    const Record *record = g_ptr_array_index(records, places ? g_array_index(places, guint, i) : i);
    if (g_strcmp0(*(char *const *)record_at(record, ref), code) == 0)
      return record;
  }
  return NULL;
}

/* What the record of that code says; the code itself when there is none. */
static char *looked_up(const Filler *filler, const char *code)
{
  const Path *lookup = filler->format->lookup;
  if (!lookup)
    return g_strdup(code);
  g_autoptr(GPtrArray) records = path_follow(lookup, filler->scope);
  const Record *record = record_of(filler, records, spec_field(lookup->frame->spec, "ref"), code);
  if (record)
    scope_tell(filler->scope, record, lookup->field);
  return record ? field_text(filler->document, record, lookup->field) : g_strdup(code);
}

static void add_codes(const Filler *filler, const GPtrArray *codes)
{
  g_autoptr(GString) words = g_string_new(filler->format->prefix);
  for (guint i = 0; i < codes->len; i++) {
    g_autofree char *word = looked_up(filler, g_ptr_array_index(codes, i));
    g_string_append_printf(words, "%s%s", i ? ", " : "", word);
  }
  filler_add_words(filler, words->str);
}

static void add_code(const Filler *filler, const Record *record, const char *code)
{
  if (filler->format->show == SHOW_SYMBOL) {
    add_code_symbol(filler, record, code);
    return;
  }
  g_autofree char *word = looked_up(filler, code);
  g_autofree char *words = g_strconcat(filler->format->prefix, word, NULL);
  filler_add_words(filler, words);
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
  filler_add_value(filler, value);
}

/* As figures say it, in the council's shorthand. */
static void add_state(const Filler *filler, int state)
{
  Value *value = record_new(filler->arena, &value_item_spec, &filler->cell->record);
  value->state = state;
  filler_add_value(filler, value);
}

/* "Families: Green": the symbol of one of several measures says which, unless the row is that measure. */
static const char *of_measure(const Filler *filler, const Record *record, const char *word)
{
  bool measure = record->spec == &report_measure_spec && record != filler->scope->record;
  bool several = measure && ((const Indicator *)record->parent)->measures->len > 1;
  return several ? arena_printf(filler->arena, "%s: %s", measure_name((const Measure *)record), word) : word;
}

static void add_term(const Filler *filler, const Record *record, const Field *field, int value)
{
  const Terms *terms = field->detail;
  const char *word = symbol_word(filler->document, record, terms, value);
  if (terms == &terms_state && filler->format->show != SHOW_WORD) {
    add_state(filler, value);
  } else if (terms_are_symbols(terms) && filler->format->show != SHOW_WORD) {
    Symbol *symbol = add_symbol(filler, terms_name(terms, value), of_measure(filler, record, word));
    if (term_is_by_rule(record, field))
      mark_by_rule(filler, symbol);
  } else {
    g_autofree char *words = field_text(filler->document, record, field);
    filler_add_words(filler, words);
  }
}

/* Of several fields in a cell it is said once. */
static bool says_unread(const Filler *filler)
{
  guint n = filler->cell->content->len;
  const Para *last = n ? g_ptr_array_index(filler->cell->content, n - 1) : NULL;
  if (!last || last->record.spec != &para_spec || last->runs->len != 1)
    return false;
  return strcmp(((const Run *)g_ptr_array_index(last->runs, 0))->text, unread_word(filler->document)) == 0;
}

/* Figures say it as figures do. field: NULL of a reading. */
static void add_unread(const Filler *filler, const Field *field)
{
  if (!field || field->type == FIELD_AMOUNT || field->type == FIELD_INT)
    add_state(filler, STATE_NOT_READABLE);
  else if (!says_unread(filler))
    filler_add_words(filler, unread_word(filler->document));
}

/* A projection is no result, and says how it was made. */
static void add_amount(const Filler *filler, const Record *record, const Field *field)
{
  filler_add_value(filler, value_from_amount(filler->arena, record, field));
  g_autofree char *method = amount_method(filler->document, record, field);
  if (method)
    filler_add_words(filler, method);
}

/* The words beside a date, without the date with which they begin: "May 2006. Assessment" beside May 2006. */
static char *beside_date(const Filler *filler, const Record *record, const Field *field, char *words)
{
  const Field *due = strcmp(field->name, "due-note") == 0 ? spec_field(record->spec, "due") : NULL;
  if (!due || !field_is_set(record, due) || field_is_implied(record, due))
    return words;
  Date day = *(const Date *)record_at(record, due), month = day;
  month.day = 0;
  g_autofree char *whole = when_to_text(filler->document, &(When){ .date = day });
  g_autofree char *short_form = when_to_text(filler->document, &(When){ .date = month });
  const char *said = g_str_has_prefix(words, whole) ? whole : g_str_has_prefix(words, short_form) ? short_form : NULL;
  if (!said || g_ascii_isalnum(words[strlen(said)]))
    return words;
  return words + strlen(said) + strspn(words + strlen(said), " .,;:");
}

static void add_text(const Filler *filler, const char *words)
{
  if (!words || *words)
    filler_add_own(filler, words);
}

/* Whether the indicator's symbol is what a rule gives for some of its measures, and for others it gives none. */
static bool is_of_some_measures(const Record *record, const Field *field)
{
  if (record->spec != &report_indicator_spec || strcmp(field->name, "rating") != 0)
    return false;
  const Indicator *indicator = (const Indicator *)record;
  bool some = false;
  for (guint i = 0; i < indicator->measures->len; i++)
    some |= !((const Measure *)g_ptr_array_index(indicator->measures, i))->rating_by_rule;
  return some && indicator->rating_by_rule && indicator->measures->len > 1;
}

/* Then each measure has its own. */
static void add_symbols_of_measures(const Filler *filler, const Indicator *indicator)
{
  const Field *field = spec_field(&report_measure_spec, "rating");
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (!measure->rating)
      continue;
    scope_tell(filler->scope, &measure->record, field);
    add_term(filler, &measure->record, field, measure->rating);
  }
}

/* A symbol, and the words beside it; where nobody gave one its words stand alone. */
static void add_noted_term(const Filler *filler, const Record *record, const Field *field)
{
  const Field *note = spec_note_field(record->spec, field);
  bool unread = note && field_is_unread(record, note), noted = note && (unread || field_is_set(record, note));
  int value = *(const int *)record_at(record, field);
  bool none = !value || (field->detail == &terms_rating && value == RATING_NOT_RATED);
  if (!noted || !none)
    add_term(filler, record, field, value);
  if (!noted)
    return;
  scope_tell(filler->scope, record, note);
  if (unread)
    add_unread(filler, note);
  else
    add_text(filler, *(char *const *)record_at(record, note));
}

static void add_field(const Filler *filler, const Record *record, const Field *field)
{
  scope_tell(filler->scope, record, field);
  if (field_is_hidden(record, field)) {
    add_unread(filler, field);
    return;
  }
  if (is_of_some_measures(record, field)) {
    add_symbols_of_measures(filler, (const Indicator *)record);
    return;
  }
  const void *at = record_at(record, field);
  switch (field->type) {
  case FIELD_CODE:
    add_code(filler, record, *(char *const *)at);
    return;
  case FIELD_CODES:
    add_codes(filler, *(GPtrArray *const *)at);
    return;
  case FIELD_INT:
    add_int(filler, *(const int *)at);
    return;
  case FIELD_AMOUNT:
    add_amount(filler, record, field);
    return;
  case FIELD_DATE:
    add_when(filler, *(const Date *)at, (Period){ 0 });
    return;
  case FIELD_PERIOD:
    add_when(filler, (Date){ 0 }, *(const Period *)at);
    return;
  case FIELD_TERM:
    add_noted_term(filler, record, field);
    return;
  case FIELD_RUNS:
    filler_add_runs(filler, *(GPtrArray *const *)at);
    return;
  case FIELD_PROSE:
    add_prose(filler, *(Prose *const *)at);
    return;
  case FIELD_TEXT:
    add_text(filler, beside_date(filler, record, field, *(char *const *)at));
    return;
  case FIELD_BOOL:
  case FIELD_FLAGS: {
    g_autofree char *words = field_text(filler->document, record, field);
    filler_add_words(filler, words);
    return;
  }
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
}

static void add_count(const Filler *filler, const Path *path)
{
  bool more;
  guint count = path_count(path, filler->scope, &more);
  g_autofree char *text = more ? count_text(filler->document, count, true) : NULL;
  if (text)
    filler_add_words(filler, text);
  else
    add_int(filler, (int)count);
}

static void add_path(const Filler *filler, const Path *path, bool count)
{
  if (count) {
    add_count(filler, path);
    return;
  }
  g_autoptr(GPtrArray) records = path_follow(path, filler->scope);
  const PathStep *last = path->steps->len ? g_ptr_array_index(path->steps, path->steps->len - 1) : NULL;
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (path->field)
      add_field(filler, record, path->field);
    else
      filler_add_reading(filler, record, last);
  }
  if (records->len ? path_is_partly_unread(path, filler->scope) : path_is_unread(path, filler->scope))
    add_unread(filler, path->field);
}

/* The words of the cell lead to the heading. */
static void link_words(const Filler *filler, const char *href)
{
  for (guint i = 0; i < filler->cell->content->len; i++) {
    Para *para = g_ptr_array_index(filler->cell->content, i);
    if (para->record.spec != &para_spec)
      continue;
    GPtrArray *runs = arena_list(filler->arena);
    for (guint k = 0; k < para->runs->len; k++) {
      Run *run = arena_alloc(filler->arena, sizeof *run);
      *run = *(const Run *)g_ptr_array_index(para->runs, k);
      run->href = (char *)href;
      g_ptr_array_add(runs, run);
    }
    para->runs = runs;
  }
}

static void add_link(const Filler *filler)
{
  const char *text = template_text(filler->format->link, filler->document, filler->scope, filler->arena);
  if (!text)
    return;
  if (filler->format->show == SHOW_PAGE)
    filler_add_words(filler, "{page}");
  g_autofree char *whole = id_whole(text);
  link_words(filler, arena_printf(filler->arena, "#%s", whole));
}

/* Each paragraph leads to the file of its record. */
static void lead_to_files(const Filler *filler)
{
  g_autoptr(GPtrArray) records = path_follow(filler->format->file, filler->scope);
  for (guint i = 0; i < MIN(records->len, filler->cell->content->len); i++) {
    const Record *record = g_ptr_array_index(records, i);
    Para *para = g_ptr_array_index(filler->cell->content, i);
    if (para->record.spec == &para_spec && field_is_set(record, filler->format->file->field))
      para->file = *(char *const *)record_at(record, filler->format->file->field);
  }
}

void format_fill(const Format *format, const Document *document, const Scope *scope, Arena *arena, bool quiet,
                 Cell *cell)
{
  const Filler filler = { format, document, scope, arena, cell };
  if (format->tmpl)
    filler_add_runs(&filler, template_runs(format->tmpl, document, scope, arena));
  scope->world->place = &cell->record;
  scope->world->filling = cell->content;
  for (guint i = 0; i < format->shown->len; i++) {
    const Shown *shown = g_ptr_array_index(format->shown, i);
    add_path(&filler, shown->path, shown->count);
  }
  scope->world->place = NULL;
  if (format->link)
    add_link(&filler);
  if (format->file)
    lead_to_files(&filler);
  if (cell->content->len > 0 || quiet)
    return;
  if (format->missing)
    filler_add_runs(&filler, template_runs(format->missing, document, scope, arena));
  else if (format->figures)
    filler_add_words(&filler, document_word(document, "missing-figure"));
}
