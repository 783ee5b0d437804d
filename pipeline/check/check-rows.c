/* A commentary under the wrong row: it shares the telling words of one other row of its kind, and none with its own.
 * Rows of another kind may well be its causes. */
#include "check/checks.h"
#include "facts/gist.h"
#include "facts/known.h"
#include <string.h>

typedef struct {
  const Record *planned;
  GHashTable *title;  /* stems of its title or text */
  GHashTable *around; /* and of all else that the plan, earlier returns and other parts of this one say of it */
  GHashTable *any;    /* the same, of all its words */
} Row;

enum { KINDS = 4 }; /* indicators, milestones, treatments, equality actions */

typedef struct {
  const Checks *checks;
  GArray *rows;                          /* of Row */
  GHashTable *by_planned;                /* plan's Record to its number + 1 */
  Gists *titles[KINDS], *arounds[KINDS]; /* of the rows, by number; arounds have the present commentary, too */
  GHashTable *texts;                     /* of commentaries, to the Speech; NULL: two have it */
} Rows;

static void add_text(Row *row, const char *text)
{
  gist_add_text(row->around, row->any, text);
}

static void add_sentences(Row *row, const GPtrArray *sentences)
{
  gist_add_sentences(row->around, row->any, sentences);
}

static void add_around(const Rows *r, Row *row, const Record *record)
{
  for (guint i = 0; record && i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if ((field->type == FIELD_PROSE || field->type == FIELD_RUNS) && field_is_set(record, field))
      add_sentences(row, facts_sentences(r->checks->facts, record, field->name));
  }
}

static guint kind_of(const Record *planned)
{
  return planned->spec == &indicator_spec   ? 0
         : planned->spec == &milestone_spec ? 1
         : planned->spec == &treatment_spec ? 2
                                            : 3;
}

static Row *add_row(Rows *r, const Record *planned, const char *title)
{
  Row row = { planned, gist_new(), gist_new(), gist_new() };
  gist_add_text(row.title, NULL, title);
  add_text(&row, title);
  add_around(r, &row, planned);
  g_hash_table_insert(r->by_planned, (gpointer)planned, GUINT_TO_POINTER(r->rows->len + 1));
  g_array_append_val(r->rows, row);
  return &g_array_index(r->rows, Row, r->rows->len - 1);
}

static void add_past(Row *row, const Prose *commentary)
{
  g_autofree char *text = commentary ? prose_to_text(commentary) : NULL;
  add_text(row, text);
}

static void add_indicators(Rows *r)
{
  const Checks *c = r->checks;
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    Row *row = add_row(r, &indicator->record, indicator->title);
    for (guint j = 0; j < indicator->measures->len; j++)
      add_text(row, ((const Measure *)g_ptr_array_index(indicator->measures, j))->title);
    for (guint j = 0; j < c->history->past->len; j++) {
      const Record *said = past_indicator(g_ptr_array_index(c->history->past, j), indicator);
      add_past(row, said ? past_commentary(said) : NULL);
    }
  }
}

static void add_milestones(Rows *r)
{
  const Checks *c = r->checks;
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->inputs->plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      g_autofree char *text = milestone->text ? runs_to_text(milestone->text) : NULL;
      Row *row = add_row(r, &milestone->record, text);
      for (guint k = 0; k < milestone->steps->len; k++)
        add_around(r, row, g_ptr_array_index(milestone->steps, k));
      for (guint k = 0; k < c->history->past->len; k++) {
        const Record *said = past_milestone(g_ptr_array_index(c->history->past, k), milestone);
        add_past(row, said ? past_commentary(said) : NULL);
      }
    }
  }
}

static void add_others(Rows *r)
{
  const Plan *plan = r->checks->inputs->plan;
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    g_autofree char *what = risk->text ? runs_to_text(risk->text) : NULL;
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      g_autofree char *text = treatment->text ? prose_to_text(treatment->text) : NULL;
      Row *row = add_row(r, &treatment->record, text);
      add_text(row, what);
      for (guint k = 0; k < r->checks->history->past->len; k++) {
        const Record *said = past_treatment(g_ptr_array_index(r->checks->history->past, k), treatment);
        add_past(row, said ? past_commentary(said) : NULL);
      }
    }
  }
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    g_autofree char *text = action->text ? prose_to_text(action->text) : NULL;
    add_text(add_row(r, &action->record, text), action->strategy);
  }
}

/* The plan's item of which the entry of the return speaks, or NULL. */
static const Record *planned_of(const Checks *c, const Record *entry)
{
  const char *ref = NULL;
  GHashTable *table = NULL;
  if (entry->spec == &indicator_progress_spec) {
    ref = ((const IndicatorProgress *)entry)->indicator;
    table = c->index->indicators;
  } else if (entry->spec == &milestone_progress_spec) {
    ref = ((const MilestoneProgress *)entry)->milestone;
    table = c->index->milestones;
  } else if (entry->spec == &treatment_progress_spec) {
    ref = ((const TreatmentProgress *)entry)->treatment;
    table = c->index->treatments;
  } else if (entry->spec == &equality_progress_spec) {
    ref = ((const EqualityProgress *)entry)->action;
    table = c->index->equality;
  }
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

static guint row_of(const Rows *r, const Speech *speech)
{
  const Record *planned = planned_of(r->checks, speech->record);
  return planned ? GPOINTER_TO_UINT(g_hash_table_lookup(r->by_planned, planned)) : 0;
}

/* Words that begin alike are taken for the same here, where a doubt keeps silent. */
static bool begins_alike(GHashTable *a, GHashTable *b)
{
  enum { BYTES = 4 };
  g_autoptr(GHashTable) beginnings = gist_new();
  GHashTableIter iter;
  gpointer stem;
  g_hash_table_iter_init(&iter, a);
  while (g_hash_table_iter_next(&iter, &stem, NULL))
    g_hash_table_add(beginnings, g_strndup(stem, BYTES));
  bool found = false;
  g_hash_table_iter_init(&iter, b);
  while (!found && g_hash_table_iter_next(&iter, &stem, NULL)) {
    g_autofree char *beginning = g_strndup(stem, BYTES);
    found = g_hash_table_contains(beginnings, beginning);
  }
  return found;
}

/* The words have a figure of the row. */
static bool has_own_figure(const Speech *speech)
{
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(Amount));
  Known known = { numbers };
  for (guint i = 0; speech->indicator && i < speech->indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(speech->indicator->measures, i);
    known_add_measure(&known, measure);
    if (!measure->value)
      continue;
    known_add(&known, &measure->value->number);
    known_add(&known, &measure->value->numerator);
    known_add(&known, &measure->value->denominator);
  }
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_is_figure(sentence, j) && known_has(&known, sentence_token(sentence, j)->number))
        return true;
  }
  return false;
}

static guint shares_title(const Rows *r, GHashTable *gist, guint row, guint most)
{
  guint shared = 0, kind = kind_of(g_array_index(r->rows, Row, row).planned);
  GHashTableIter iter;
  gpointer stem;
  g_hash_table_iter_init(&iter, gist);
  while (g_hash_table_iter_next(&iter, &stem, NULL))
    shared += g_hash_table_contains(g_array_index(r->rows, Row, row).title, stem) &&
              gists_count(r->titles[kind], stem, row) < most;
  return shared;
}

static void check_speech(const Rows *r, const Speech *speech, guint own)
{
  enum { FEW = 3, LEAST = 2, MANY = 3 }; /* words shared; many, where the title has but one of them */
  g_autoptr(GHashTable) gist = gist_new();
  g_autoptr(GHashTable) any = gist_new();
  gist_add_sentences(gist, any, speech->sentences);
  const Row *row = &g_array_index(r->rows, Row, own);
  guint other = 0, ties = 0;
  const Gists *arounds = r->arounds[kind_of(row->planned)];
  guint shared = gists_nearest(arounds, gist, own, FEW, &other, &ties);
  if (shared < LEAST || ties > 1 || begins_alike(any, row->any))
    return;
  g_autofree char *text = prose_to_text(speech->prose);
  guint titled = shares_title(r, gist, other, FEW);
  if (titled == 0 || (titled == 1 && shared < MANY) || has_own_figure(speech) || !g_hash_table_lookup(r->texts, text))
    return;
  const Record *planned = g_array_index(r->rows, Row, other).planned;
  g_autofree char *name = record_name(speech->record), *to = record_name(planned);
  Spot spot = { .record = speech->record, .prose = speech->prose, .other = planned };
  findings_add(r->checks->findings, "W-ROW", &spot,
               "the commentary of %s has no word of its own row, but those of %s: does it belong there?", name, to);
}

static void each_speech(const Rows *r, void (*visit)(const Rows *r, const Speech *speech, guint row), bool commentary)
{
  for (guint i = 0; i < r->checks->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(r->checks->speeches, i);
    guint row = row_of(r, speech);
    if (row > 0 && speech_is_commentary(speech) == commentary)
      visit(r, speech, row - 1);
  }
}

static void add_speech(const Rows *r, const Speech *speech, guint row)
{
  add_sentences(&g_array_index(r->rows, Row, row), speech->sentences);
}

static void add_commentary(const Rows *r, const Speech *speech, guint row)
{
  g_autoptr(GHashTable) gist = gist_new();
  gist_add_sentences(gist, NULL, speech->sentences);
  gists_add(r->arounds[kind_of(g_array_index(r->rows, Row, row).planned)], row, gist);
  char *text = prose_to_text(speech->prose);
  bool twice = g_hash_table_contains(r->texts, text);
  g_hash_table_insert(r->texts, text, twice ? NULL : (gpointer)speech);
}

static void clear_row(void *data)
{
  Row *row = data;
  g_hash_table_unref(row->title);
  g_hash_table_unref(row->around);
  g_hash_table_unref(row->any);
}

static void run(const Checks *c)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
  g_autoptr(GHashTable) by_planned = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_array_set_clear_func(rows, clear_row);
  Rows r = { .checks = c, .rows = rows, .by_planned = by_planned, .texts = texts };
  if (!findings_wants(c->findings, "W-ROW"))
    return;
  for (guint i = 0; i < KINDS; i++) {
    r.titles[i] = gists_new();
    r.arounds[i] = gists_new();
  }
  add_indicators(&r);
  add_milestones(&r);
  add_others(&r);
  each_speech(&r, add_speech, false);
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index(rows, Row, i);
    gists_add(r.titles[kind_of(row->planned)], i, row->title);
    gists_add(r.arounds[kind_of(row->planned)], i, row->around);
  }
  each_speech(&r, add_commentary, true);
  each_speech(&r, check_speech, true);
  for (guint i = 0; i < KINDS; i++) {
    gists_free(r.titles[i]);
    gists_free(r.arounds[i]);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-ROW", LEVEL_NOTE, "wording", "a commentary that speaks of another row",
    "It shares no telling word with its own row, but several with one other: it has perhaps slipped by a row.",
    "Move it to the row that it speaks of, or name the row's own matter.", "W-SAME W-ALIKE W-NEIGHBOUR M-COPIED" },
  { NULL },
};
/* clang-format on */

const Check check_rows = { .run = run, .rules = rules };
