/* Values of fields as words: a switch over the types of fields. */
#include "compose/wording/words.h"
#include "model/report.h"
#include "model/run.h"
#include "record/value.h"
#include <string.h>

/* The first part of the names of a vocabulary's words. */
static const struct {
  const Terms *terms;
  const char *prefix;
} vocabularies[] = {
  { &terms_rating, "rating" },     { &terms_travel, "travel" },
  { &terms_state, "state" },       { &terms_flag, "flag" },
  { &terms_category, "category" }, { &terms_risk, "risk" },
  { &terms_impact, "risk" },       { &terms_status, "status" },
  { &terms_log_status, "status" }, { &terms_kind, "kind" },
  { &terms_polarity, "polarity" }, { &terms_frequency, "frequency" },
  { &terms_scale, "scale" },       { &terms_severity, "severity" },
  { &terms_unit, "axis" },         { &terms_statement_kind, "statement" },
  { &terms_entry, "entry" },       { &terms_stray, "stray" },
  { &terms_change, "change" },     { &terms_received, "received" },
  { &terms_made, "made" },
};

const char *term_word(const Document *document, const Terms *terms, int value)
{
  for (guint i = 0; i < G_N_ELEMENTS(vocabularies); i++) {
    if (vocabularies[i].terms != terms || value <= 0)
      continue;
    g_autofree char *name = g_strconcat(vocabularies[i].prefix, "-", terms_name(terms, value), NULL);
    const char *word = document_word(document, name);
    return word == name ? terms_name(terms, value) : word;
  }
  return terms_name(terms, value);
}

const char *unread_word(const Document *document)
{
  return term_word(document, &terms_state, STATE_NOT_READABLE);
}

char *count_text(const Document *document, guint count, bool at_least)
{
  if (at_least && count == 0)
    return g_strdup(unread_word(document));
  char *number = g_strdup_printf("%u", count);
  if (!at_least)
    return number;
  char *text = word_fill(document_word(document, "at-least"), (const char *const[]){ "n", NULL },
                         (const char *const[]){ number, NULL });
  g_free(number);
  return text;
}

static bool entry_is_of_indicator(int kind)
{
  return kind == ENTRY_INDICATOR || kind == ENTRY_MEASURE;
}

/* Whether the record is an indicator, stands in one, or tells of one: what changed, an entry that the plan does not
 * have. */
static bool is_of_indicator(const Record *record)
{
  for (; record; record = record->parent) {
    if (record->spec == &report_indicator_spec || record->spec == &indicator_spec)
      return true;
    if (record->spec == &change_spec)
      return entry_is_of_indicator(((const Change *)record)->kind);
    if (record->spec == &unplanned_spec)
      return entry_is_of_indicator(((const Unplanned *)record)->kind);
  }
  return false;
}

const char *scale_word(const Document *document, int scale, int value)
{
  if (scale == SCALE_INDICATOR) {
    g_autofree char *name = g_strconcat("rating-", terms_name(&terms_rating, value), "-indicator", NULL);
    const char *word = document_find_word(document, name);
    if (word)
      return word;
  }
  return term_word(document, scale == SCALE_TRAVEL ? &terms_travel : &terms_rating, value);
}

const char *symbol_word(const Document *document, const Record *record, const Terms *terms, int value)
{
  bool indicator = terms == &terms_rating && is_of_indicator(record);
  return indicator ? scale_word(document, SCALE_INDICATOR, value) : term_word(document, terms, value);
}

bool term_is_by_rule(const Record *record, const Field *field)
{
  g_autofree char *name = g_strconcat(field->name, "-by-rule", NULL);
  const Field *by_rule = terms_are_symbols(field->detail) ? spec_field(record->spec, name) : NULL;
  return by_rule && *(const bool *)record_at(record, by_rule);
}

char *word_by_rule(const Document *document, const char *pattern, const char *word)
{
  return word_fill(document_word(document, pattern), (const char *const[]){ "word", NULL },
                   (const char *const[]){ word });
}

bool terms_are_symbols(const Terms *terms)
{
  return terms == &terms_rating || terms == &terms_travel;
}

/* ---- figures --------------------------------------------------------------------------------------------------- */

/* A number of the value's unit as text; bare: without it. */
static char *number_text(const Document *document, const Value *like, OptAmount number, bool bare)
{
  const Value value = { .number = number, .unit = bare ? UNIT_NONE : like->unit, .decimals = like->decimals };
  return value_to_text(document, &value);
}

/* Whether the unit stands behind its number: "5 to 7%", but "£5 to £7". */
static bool unit_follows(const Document *document, int unit)
{
  g_autofree char *name = g_strconcat("unit-", terms_name(&terms_unit, unit), NULL);
  return g_str_has_prefix(document_word(document, name), "{n}");
}

/* "less than 5%", "5 to 7 days". */
static char *bound_text(const Document *document, const Value *value, const Reading *target)
{
  g_autofree char *name = g_strconcat("bound-", terms_name(&terms_bound, target->bound), NULL);
  const char *pattern = document_word(document, target->to.given ? "bound-range" : name);
  bool bare = target->to.given && unit_follows(document, value->unit);
  g_autofree char *number = number_text(document, value, value->number, bare);
  g_autofree char *to = target->to.given ? number_text(document, value, target->to, false) : g_strdup("");
  return word_fill(pattern, (const char *const[]){ "n", "to", NULL }, (const char *const[]){ number, to });
}

static char *limits_text(const Document *document, const Value *like, const Reading *reading)
{
  g_autofree char *lower = number_text(document, like, reading->lower, false);
  g_autofree char *upper = number_text(document, like, reading->upper, false);
  g_autofree char *level = reading->level.given ? amount_format(reading->level.amount, -1) : g_strdup("");
  return word_fill(document_word(document, *level ? "limits-level" : "limits"),
                   (const char *const[]){ "lower", "upper", "level", NULL },
                   (const char *const[]){ lower, upper, level });
}

/* What was given beside the figure, and cannot be read: joined to what can. Takes text; caller frees. */
static char *with_unread(const Document *document, const Record *record, char *text)
{
  static const char *const beside[] = { "text", "rate", "level", "sample" };
  for (guint i = 0; i < G_N_ELEMENTS(beside); i++) {
    if (!record_is_unread(record, beside[i]))
      continue;
    g_autofree char *name = g_strdup_printf("%s-not-readable", beside[i]), *before = text;
    text = before ? g_strdup_printf("%s, %s", before, document_word(document, name))
                  : g_strdup(document_word(document, name));
  }
  return text;
}

static char *limits_and_sample(const Document *document, const Reading *reading)
{
  const Value like = { .unit = reading->unit, .decimals = reading->decimals };
  g_autofree char *limits = reading->lower.given && reading->upper.given ? limits_text(document, &like, reading) : NULL;
  g_autofree char *n = reading->sample >= 0 ? amount_format(amount_from_int(reading->sample), 0) : NULL;
  g_autofree char *sample =
      n ? word_fill(document_word(document, "sample"), (const char *const[]){ "n", NULL }, (const char *const[]){ n })
        : NULL;
  if (limits && sample)
    return g_strdup_printf("%s, %s", limits, sample);
  return limits ? g_steal_pointer(&limits) : g_steal_pointer(&sample);
}

char *certainty_text(const Document *document, const Record *record)
{
  const Reading *reading = (const Reading *)record;
  if (reading_hides_figure(reading) || reading->state == STATE_NOT_READABLE)
    return NULL;
  bool limits = spec_field(record->spec, "lower") != NULL;
  return with_unread(document, record, limits ? limits_and_sample(document, reading) : NULL);
}

Run *note_run(Arena *arena, const Document *document, const Record *record, const char *lang)
{
  const Field *field = spec_field(record->spec, "note");
  bool unread = field_is_unread(record, field);
  if (unread && ((const Reading *)record)->state == STATE_NOT_READABLE) /* the figure says it already */
    return NULL;
  if (!unread && (!field_is_set(record, field) || reading_hides(record, field)))
    return NULL;
  Run *place = run_new(arena, "", RUN_NOTE),
      *words = run_new(arena, unread ? unread_word(document) : ((const Reading *)record)->note, 0);
  words->lang = unread ? NULL : (char *)lang;
  place->note = arena_list(arena);
  g_ptr_array_add(place->note, words);
  return place;
}

/* A bound is no number: words stand for it, those that the plan gives before those that follow from it. */
static void say_bound(Arena *arena, const Document *document, const Reading *reading, Value *value)
{
  g_autofree char *text = value->before ? value_to_text(document, value) : bound_text(document, value, reading);
  value->text = arena_strdup(arena, text);
  value->number.given = false;
}

/* An answer in the document's language; all other words are the service's own. */
static char *answer_text(Arena *arena, const Document *document, const Reading *reading)
{
  if (reading->unit != UNIT_YES_NO || !reading->text || !answer_is_yes_or_no(reading->text))
    return reading->text;
  const char *word = document_find_word(document, g_ascii_strcasecmp(reading->text, "yes") == 0 ? "yes" : "no");
  return word && g_ascii_strcasecmp(word, reading->text) != 0 ? arena_strdup(arena, word) : reading->text;
}

Value *value_from_reading(Arena *arena, const Document *document, const Record *record)
{
  const Reading *reading = reading_told(arena, (const Reading *)record);
  Value *value = record_new(arena, &value_item_spec, NULL);
  g_autofree char *before = reading_words_before(reading);
  value->label = reading->label;
  value->number = reading->number;
  value->before = arena_strdup(arena, before);
  bool apart = reading_words_beside(reading) != NULL; /* words beside a figure or a state stand apart */
  value->text = apart || reading->number.given ? NULL : answer_text(arena, document, reading);
  value->unit = reading->unit;
  value->decimals = reading->decimals;
  value->state = reading->state;
  value->flags = reading->flags;
  value->rate = reading->rate;
  value->rate_unit = record_is_unread(record, "rate-unit") ? UNIT_NOT_READABLE : reading->rate_unit;
  if (value->number.given && reading_is_bound(reading))
    say_bound(arena, document, reading, value);
  return value;
}

char *amount_method(const Document *document, const Record *record, const Field *field)
{
  g_autofree char *name = g_strconcat(field->name, "-method", NULL);
  const Field *method = spec_field(record->spec, name);
  const char *words = method && field_is_unread(record, method) ? unread_word(document)
                      : method                                  ? *(char *const *)record_at(record, method)
                                                                : NULL;
  return words ? word_fill(document_word(document, "projected"), (const char *const[]){ "method", NULL },
                           (const char *const[]){ words })
               : NULL;
}

/* A whole number or vocabulary that the record, or one around it, says under the name; absent when none does. */
static int inherited(const Record *record, const char *name, FieldType type, int absent)
{
  for (; record; record = record->parent) {
    const Field *field = spec_field(record->spec, name);
    if (field && field->type == type && field_is_set(record, field))
      return *(const int *)record_at(record, field);
  }
  return absent;
}

Value *value_from_amount(Arena *arena, const Record *record, const Field *field)
{
  Value *value = record_new(arena, &value_item_spec, NULL);
  value->number = *(const OptAmount *)record_at(record, field);
  value->unit = inherited(record, "unit", FIELD_TERM, UNIT_NONE);
  value->decimals = inherited(record, "decimals", FIELD_INT, -1);
  return value;
}

/* ---- text ------------------------------------------------------------------------------------------------------ */

static char *amount_text(const Document *document, const Record *record, const Field *field)
{
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *text = value_to_text(document, value_from_amount(arena, record, field));
  g_autofree char *method = amount_method(document, record, field);
  return method ? g_strdup_printf("%s (%s)", text, method) : g_steal_pointer(&text);
}

static char *flags_text(const Document *document, const Terms *terms, guint flags)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 1; i < terms->n; i++)
    if (flags & (1u << i))
      g_string_append_printf(out, "%s%s", out->len ? ", " : "", term_word(document, terms, (int)i));
  return g_strdup(out->str);
}

static char *term_text(const Document *document, const Record *record, const Field *field)
{
  const char *word = symbol_word(document, record, field->detail, *(const int *)record_at(record, field));
  return term_is_by_rule(record, field) ? word_by_rule(document, "by-rule", word) : g_strdup(word);
}

char *field_text(const Document *document, const Record *record, const Field *field)
{
  const void *at = record_at(record, field);
  if (!field_is_set(record, field) && field->type != FIELD_BOOL)
    return g_strdup("");
  if (field_is_hidden(record, field))
    return g_strdup(unread_word(document));
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
  case FIELD_CODES:
  case FIELD_INT:
    return value_write(field, at);
  case FIELD_BOOL:
    return g_strdup(document_word(document, *(const bool *)at ? "yes" : "no"));
  case FIELD_AMOUNT:
    return amount_text(document, record, field);
  case FIELD_DATE:
    return when_to_text(document, &(When){ .date = *(const Date *)at });
  case FIELD_PERIOD:
    return when_to_text(document, &(When){ .period = *(const Period *)at });
  case FIELD_TERM:
    return term_text(document, record, field);
  case FIELD_FLAGS:
    return flags_text(document, field->detail, *(const guint *)at);
  case FIELD_RUNS:
    return runs_to_text(*(GPtrArray *const *)at);
  case FIELD_PROSE:
    return prose_to_text(*(Prose *const *)at);
  case FIELD_ONE:
  case FIELD_MANY:
  case FIELD_ANY:
    break;
  }
  return g_strdup("");
}
