/* Agreement: other statements of the same thing, property and time that say the same. */
#include "model/figures.h"
#include "model/kind.h"
#include "tick/evidence.h"

/* The statement that is shown, and by whom it was written. */
typedef struct {
  const FactRow *fact;
  const Record *record; /* the record that was shown, or in whose words it stands */
  const Source *file;
  bool words;
} Said;

/* The fact that the shown figure or date was taken from, but for what was computed: that is no statement of anybody. */
static bool is_fact_of(const FactRow *fact, const Shown *shown)
{
  if (shown->sentence)
    return !flags_nearness(fact->flags);
  if (!spec_is_reading(shown->record->spec) || shown->field) /* a line of a statement */
    return shown->field && g_strcmp0(fact->attribute, shown->field->name) == 0;
  const Reading *reading = (const Reading *)shown->record;
  return g_strcmp0(fact->attribute, "number") == 0 && fact->number.given && reading->number.given &&
         figure_same(fact->number.amount, reading->number.amount) && period_equal(fact->period, reading->period);
}

static bool is_taken_from_facts(const Shown *shown)
{
  return shown->sentence ||
         (shown->record && shown->record->source && (shown->field || spec_is_reading(shown->record->spec)));
}

static guint first_of(const Evidence *evidence, const Shown *shown)
{
  gconstpointer key = shown->sentence ? (gconstpointer)sentence_token(shown->sentence, shown->token) : shown->record;
  return GPOINTER_TO_UINT(g_hash_table_lookup(shown->sentence ? evidence->by_token : evidence->by_place, key));
}

static bool says_same(const FactRow *fact, const Shown *shown, const FactRow *own)
{
  if (shown->kind == TICK_DATE) {
    Date a = fact->date, b = shown->date;
    return date_given(a) && a.year == b.year && a.month == b.month && (a.day == b.day || !a.day || !b.day);
  }
  return fact->number.given && fact->number.timed == own->number.timed && !flags_nearness(fact->flags) &&
         figure_same(fact->number.amount, own->number.amount);
}

static const Record *root_of(const Record *record)
{
  while (record->parent)
    record = record->parent;
  return record;
}

/* A return says the figure of its own period first; those of others it repeats. */
static bool is_repeated(const FactRow *fact)
{
  return fact->says == SAYS_EARLIER && fact->sure == SURE_RECORD && fact->property != PROPERTY_DUE &&
         !period_equal(inputs_document_period(root_of(fact->record)), fact->period);
}

/* A report has its days from a plan, and that may be ours. */
static bool is_copied(const FactRow *fact, const FactRow *own)
{
  return own->property == PROPERTY_DUE && own->sure == SURE_RECORD && own->says == SAYS_PLAN &&
         fact->sure == SURE_RECORD && root_of(fact->record)->spec == &report_spec;
}

/* How strong a statement is as a source of ours; STRENGTH_NONE: it is none. */
static int strength_of(const FactRow *fact, const Said *own)
{
  bool same_file = fact_source(fact) == own->file;
  if (fact == own->fact || is_repeated(fact) || is_copied(fact, own->fact))
    return STRENGTH_NONE;
  if (fact->sure == SURE_RECORD) {
    if (!same_file)
      return fact->says == SAYS_EARLIER ? STRENGTH_EARLIER_RECORD : STRENGTH_OTHER_RECORD;
    return own->words ? STRENGTH_OWN_RECORD : STRENGTH_NONE; /* a record repeated in its document is a copy */
  }
  if (!same_file)
    return STRENGTH_OTHER_WORDS;
  return own->words ? STRENGTH_NONE : STRENGTH_OWN_WORDS; /* nor do words bear out the words beside them */
}

static bool is_in_group(const Evidence *evidence, guint index, guint first)
{
  return index < evidence->facts->facts->len && evidence->group[index] == first;
}

/* Records come first in a group: of what is quoted hundreds of times the first statements are enough. */
enum { STATEMENTS_ASKED = 200 };

static void agree(const Evidence *evidence, const Shown *shown, guint index, Tick *tick)
{
  const FactRow *fact = fact_at(evidence->facts, index);
  const Said own = { fact, fact->record, fact_source(fact), shown->sentence != NULL };
  guint first = evidence->group[index];
  for (guint i = first; i < first + STATEMENTS_ASKED && is_in_group(evidence, i, first); i++) {
    const FactRow *other = fact_at(evidence->facts, i);
    int strength = strength_of(other, &own);
    if (strength == STRENGTH_NONE || !says_same(other, shown, fact))
      continue;
    evidence_add_fact(evidence, evidence_add(evidence, tick, strength, TICK_BY_AGREES), other);
  }
}

void evidence_find_agreement(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  if (!is_taken_from_facts(shown))
    return;
  guint day = evidence_own_day(evidence, shown);
  if (day)
    agree(evidence, shown, day - 1, tick);
  if (shown->kind == TICK_DATE && !shown->sentence)
    return;
  for (guint next = first_of(evidence, shown); next; next = evidence->before[next - 1])
    if (is_fact_of(fact_at(evidence->facts, next - 1), shown)) {
      agree(evidence, shown, next - 1, tick);
      if (!shown->sentence || tick->sources->len > 0) /* words may have been read as several statements */
        return;
    }
}
