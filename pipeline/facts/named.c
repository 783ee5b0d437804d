/* Finding items of the plan by their words. */
#include "facts/named.h"
#include "base/text.h"
#include <string.h>

/* Letters that tell an item, and those of whole words that do. */
enum { BEGINNING = 12, BEGINNING_OF_WORDS = 4 };

typedef struct {
  char *words;        /* in lower case, without a full stop at the end; owned */
  const Record *item; /* of the plan; NULL: of an item that it had, which goes by code */
  char *code;
} Name;

static void clear_name(gpointer name)
{
  g_free(((Name *)name)->words);
}

/* Those of the same words in their order in the file. */
static gint compare_names(gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;
  int order = strcmp(one->words, other->words);
  guint first = one->item ? one->item->offset : 0, second = other->item ? other->item->offset : 0;
  return order != 0 ? order : (first > second) - (first < second);
}

static void add_items(GArray *names, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const Record *item = g_ptr_array_index(items, i);
    g_autofree char *words = record_naming_words(item);
    Name name = { words ? text_called(words) : NULL, item, NULL };
    if (name.words)
      g_array_append_val(names, name);
  }
}

/* The first name that is not before the words. */
static guint place_of(const GArray *names, const char *words)
{
  guint low = 0, high = names->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (strcmp(g_array_index(names, Name, middle).words, words) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether a beginning of the words is long enough to tell the item: some letters, or fewer that are whole words. */
static bool tells(const char *beginning, const char *words)
{
  glong letters = g_utf8_strlen(beginning, -1);
  gunichar next = g_utf8_get_char(words + strlen(beginning));
  return letters >= BEGINNING || (letters >= BEGINNING_OF_WORDS && !g_unichar_isalnum(next));
}

/* Milestones of the same words stand under several plan years. */
static bool stands_under(const Record *item, Period year)
{
  return item->spec == &milestone_spec && period_given(year) && period_equal(((const Milestone *)item)->year, year);
}

/* year: of those with the same words that of this plan year is meant, else the first. */
static const Record *find(const GArray *names, const char *title, Period year)
{
  g_autofree char *words = text_called(title);
  guint at = place_of(names, words), after = at + 1;
  const Name *first = at < names->len ? &g_array_index(names, Name, at) : NULL;
  if (!first || !g_str_has_prefix(first->words, words))
    return NULL;
  const Record *item = first->item;
  for (; after < names->len && strcmp(g_array_index(names, Name, after).words, first->words) == 0; after++)
    if (stands_under(g_array_index(names, Name, after).item, year))
      item = g_array_index(names, Name, after).item;
  const Name *next = after < names->len ? &g_array_index(names, Name, after) : NULL;
  bool whole = strcmp(first->words, words) == 0;
  bool only = tells(words, first->words) && !(next && g_str_has_prefix(next->words, words));
  return whole || only ? item : NULL;
}

/* The names of each kind of item. */
typedef struct {
  GArray *milestones, *indicators, *treatments, *equality, *all;
  GArray
      *former; /* words of items that the plan had, as it and the return call them: closed, or called otherwise now */
  GHashTable *codes;   /* those that the plan gives */
  GHashTable *by_code; /* the plan's milestones */
} Names;

/* The code of the only item that it had whose words begin as these do, or which these begin with; NULL: there is none.
 */
static char *find_former(const GArray *names, const char *title)
{
  enum { NEAR = 8 };
  g_autofree char *words = text_called(title);
  guint at = place_of(names, words);
  const Name *next = at < names->len ? &g_array_index(names, Name, at) : NULL;
  const Name *after = at + 1 < names->len ? &g_array_index(names, Name, at + 1) : NULL;
  if (next && strcmp(next->words, words) == 0)
    return next->code;
  if (next && g_str_has_prefix(next->words, words) && tells(words, next->words) &&
      !(after && g_str_has_prefix(after->words, words)))
    return next->code;
  for (guint i = at; i > 0 && at - i < NEAR; i--) {
    const Name *before = &g_array_index(names, Name, i - 1);
    if (g_str_has_prefix(words, before->words) && tells(before->words, words))
      return before->code;
  }
  return NULL;
}

static char **code_at(const Record *record)
{
  const Field *field = spec_code_field(record->spec);
  return record_at(record, field);
}

static void add_kind(Names *names, GArray *kind, const GPtrArray *items)
{
  if (kind)
    add_items(kind, items);
  add_items(names->all, items);
  for (guint i = 0; i < items->len; i++) {
    const Record *item = g_ptr_array_index(items, i);
    if (record_own_code(item))
      g_hash_table_add(names->codes, record_own_code(item));
  }
}

static void add_former(GArray *former, char *code)
{
  Name name = { code ? text_called(code) : NULL, NULL, code };
  if (name.words)
    g_array_append_val(former, name);
}

static void add_closings(GArray *former, const GPtrArray *closed)
{
  for (guint i = 0; i < closed->len; i++)
    add_former(former, ((const Closure *)g_ptr_array_index(closed, i))->ref);
}

/* What the items are said to have been called. */
static void add_previous(GArray *former, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const Record *item = g_ptr_array_index(items, i);
    const Field *field = spec_field(item->spec, "previously");
    const GPtrArray *codes = field ? *(GPtrArray *const *)record_at(item, field) : NULL;
    for (guint k = 0; codes && k < codes->len; k++)
      add_former(former, g_ptr_array_index(codes, k));
  }
}

static void add_all_former(GArray *former, const Inputs *inputs)
{
  const Plan *plan = inputs->plan;
  add_closings(former, plan->closed);
  if (inputs->current)
    add_closings(former, inputs->current->closed);
  for (guint i = 0; i < plan->objectives->len; i++)
    add_previous(former, ((const Objective *)g_ptr_array_index(plan->objectives, i))->milestones);
  add_previous(former, plan->indicators);
  for (guint i = 0; i < plan->risks->len; i++)
    add_previous(former, ((const Risk *)g_ptr_array_index(plan->risks, i))->treatments);
  add_previous(former, plan->equality_actions);
  g_array_sort(former, compare_names);
}

static GArray *names_new(void)
{
  GArray *names = g_array_new(FALSE, FALSE, sizeof(Name));
  g_array_set_clear_func(names, clear_name);
  return names;
}

static void add_milestones(Names *names, const GPtrArray *milestones)
{
  add_kind(names, names->milestones, milestones);
  for (guint i = 0; i < milestones->len; i++) {
    Milestone *milestone = g_ptr_array_index(milestones, i);
    if (milestone->ref && !g_hash_table_contains(names->by_code, milestone->ref))
      g_hash_table_insert(names->by_code, milestone->ref, milestone);
  }
}

static Names names_of(const Plan *plan)
{
  Names names = { names_new(),
                  names_new(),
                  names_new(),
                  names_new(),
                  names_new(),
                  names_new(),
                  g_hash_table_new(g_str_hash, g_str_equal),
                  g_hash_table_new(g_str_hash, g_str_equal) };
  add_kind(&names, NULL, plan->objectives);
  for (guint i = 0; i < plan->objectives->len; i++)
    add_milestones(&names, ((const Objective *)g_ptr_array_index(plan->objectives, i))->milestones);
  add_kind(&names, names.indicators, plan->indicators);
  add_kind(&names, NULL, plan->risks);
  for (guint i = 0; i < plan->risks->len; i++)
    add_kind(&names, names.treatments, ((const Risk *)g_ptr_array_index(plan->risks, i))->treatments);
  add_kind(&names, names.equality, plan->equality_actions);
  GArray *const lists[] = { names.milestones, names.indicators, names.treatments, names.equality, names.all };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    g_array_sort(lists[i], compare_names);
  return names;
}

static void names_clear(Names *names)
{
  GArray *const lists[] = { names->milestones, names->indicators, names->treatments,
                            names->equality,   names->all,        names->former };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    g_array_unref(lists[i]);
  g_hash_table_unref(names->codes);
  g_hash_table_unref(names->by_code);
}

/* An entry or item that goes by its words takes the code of the plan's; one with a code that the plan does not have may
 * be an item that has none any more. */
static void settle(const Names *names, const GArray *kind, const GPtrArray *records, Period year)
{
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    char **code = code_at(record);
    if (!*code || g_hash_table_contains(names->codes, *code))
      continue;
    g_autofree char *words = record_naming_words(record);
    Period under = record->spec == &report_milestone_spec ? ((const Milestone *)record)->year : year;
    const Record *item = words ? find(kind, words, under) : NULL;
    char *former = words && !item && record_goes_by_words(record) ? find_former(names->former, words) : NULL;
    if (item && (record_goes_by_words(item) || record_goes_by_words(record)))
      *code = *code_at(item);
    else if (former)
      *code = former;
  }
}

/* Closings by words, and of items that go on as one that is named by its words. */
static void settle_closings(const Names *names, const GPtrArray *closed, Period year)
{
  settle(names, names->all, closed, year);
  for (guint i = 0; i < closed->len; i++) {
    Closure *closure = g_ptr_array_index(closed, i);
    bool words = closure->now && !g_hash_table_contains(names->codes, closure->now);
    const Record *item = words ? find(names->all, closure->now, year) : NULL;
    if (item)
      closure->now = *code_at(item);
  }
}

/* The step that the words name: whole, or by their beginning. */
static const Record *step_called(const Milestone *milestone, const char *words)
{
  GArray *steps = names_new();
  add_items(steps, milestone->steps);
  g_array_sort(steps, compare_names);
  const Record *step = find(steps, words, (Period){ 0 });
  g_array_unref(steps);
  return step;
}

/* A step is looked for by its reference, or by its words. milestones: of the plan, by their codes. */
static void settle_steps(GHashTable *milestones, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    MilestoneProgress *said = g_ptr_array_index(entries, i);
    if (!said->step && record_is_unread(&said->record, "step-title")) /* of some step, and nobody can tell which */
      record_mark_unread(&said->record, spec_field(said->record.spec, "step"));
    if (said->step || !said->step_title || record_is_unread(&said->record, "step"))
      continue;
    const Milestone *milestone = said->milestone ? g_hash_table_lookup(milestones, said->milestone) : NULL;
    const Record *step = milestone ? step_called(milestone, said->step_title) : NULL;
    said->step = step ? *code_at(step) : said->step_title;
  }
}

static void settle_return(const Names *names, const Return *document)
{
  const Period year = period_year(document->period);
  settle(names, names->milestones, document->milestones, year);
  settle_steps(names->by_code, document->milestones);
  settle(names, names->indicators, document->indicators, year);
  settle(names, names->treatments, document->treatments, year);
  settle(names, names->equality, document->equality_actions, year);
  settle_closings(names, document->closed, year);
}

static void settle_report(const Names *names, const Report *document)
{
  const Period year = document->year;
  for (guint i = 0; i < document->objectives->len; i++)
    settle(names, names->milestones, ((const Objective *)g_ptr_array_index(document->objectives, i))->milestones, year);
  settle(names, names->indicators, document->indicators, year);
  for (guint i = 0; i < document->risks->len; i++)
    settle(names, names->treatments, ((const Risk *)g_ptr_array_index(document->risks, i))->treatments, year);
  settle(names, names->equality, document->equality_actions, year);
  settle_closings(names, document->closed, year);
}

/* Of one measure and year. Caller frees. */
static char *target_key(const char *measure, Period year)
{
  g_autofree char *when = period_to_string(year);
  return g_strconcat(when, " ", measure, NULL);
}

static bool is_any_spread(const GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    if (period_given(((const Reading *)g_ptr_array_index(targets, i))->until))
      return true;
  return false;
}

/* A target of several years is one of each that has none of its own. Of one whose last year cannot be read, any year
 * without one may be. */
static void spread(Arena *arena, Indicator *indicator)
{
  enum { YEARS = 20 };
  GPtrArray *targets = indicator->targets;
  for (guint i = 0; i < targets->len; i++)
    if (record_is_unread(g_ptr_array_index(targets, i), "until"))
      record_mark_standing_in(&indicator->record, spec_field(indicator->record.spec, "target"));
  if (!is_any_spread(targets))
    return;
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < targets->len; i++) {
    const Reading *target = g_ptr_array_index(targets, i);
    g_hash_table_add(known, target_key(target->measure, target->period));
  }
  for (guint i = 0, n = targets->len; i < n; i++) {
    const Reading *first = g_ptr_array_index(targets, i);
    Period year = first->period;
    for (guint k = 0; k < YEARS && year.kind == PERIOD_YEAR && period_compare(year, first->until) < 0; k++) {
      year = period_back(year, -1, 0);
      if (!period_given(year) || !g_hash_table_add(known, target_key(first->measure, year)))
        continue;
      Reading *copy = record_copy(arena, &first->record, first->record.parent);
      copy->period = year;
      g_ptr_array_add(targets, copy);
    }
  }
}

void named_settle(const Inputs *inputs)
{
  if (!inputs->plan)
    return;
  for (guint i = 0; i < inputs->plan->indicators->len; i++)
    spread(inputs->arena, g_ptr_array_index(inputs->plan->indicators, i));
  Names names = names_of(inputs->plan);
  add_all_former(names.former, inputs);
  settle_closings(&names, inputs->plan->closed, period_year(inputs->plan->from));
  if (inputs->current)
    settle_return(&names, inputs->current);
  for (guint i = 0; inputs->previous && i < inputs->previous->len; i++) {
    const Record *document = g_ptr_array_index(inputs->previous, i);
    if (g_strcmp0(inputs_document_service(document), inputs->plan->service) != 0)
      continue;
    if (document->spec == &report_spec)
      settle_report(&names, (const Report *)document);
    else
      settle_return(&names, (const Return *)document);
  }
  names_clear(&names);
}
