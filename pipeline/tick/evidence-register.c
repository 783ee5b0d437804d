/* References: what they name is there: in the framework, the plan, or in the return and other documents that go by the
 * same code. */
#include "model/paper.h"
#include "record/record-walk.h"
#include "tick/evidence.h"
#include <string.h>

/* ---- filling ----------------------------------------------------------------------------------------------------- */

typedef struct {
  Evidence *evidence;
  const char *of; /* "": the framework and the plan define it; "said ": the return speaks of it; ... */
} Filling;

static void put(const Filling *filling, const char *kind, const char *code, const Record *record)
{
  char *key = code ? g_strdup_printf("%s%s %s", filling->of, kind, code) : NULL;
  if (key && !g_hash_table_contains(filling->evidence->registers, key))
    g_hash_table_insert(filling->evidence->registers, key, (gpointer)record);
  else
    g_free(key);
}

/* A step goes by the codes of its milestone and its own; of an entry of a return: those that it names. NULL: it is no
 * step. Caller frees. */
static char *code_of_step(const Record *record, const char *code)
{
  bool step = record->spec == &step_spec || record->spec == &report_step_spec;
  const MilestoneProgress *said = record->spec == &milestone_progress_spec ? (const MilestoneProgress *)record : NULL;
  const Record *around = step ? record->parent : NULL;
  bool known = around && (around->spec == &milestone_spec || around->spec == &report_milestone_spec);
  const char *milestone = known ? ((const Milestone *)around)->ref : said && said->step ? said->milestone : NULL;
  const char *own = said ? said->step : code;
  return milestone && own ? g_strdup_printf("%s\n%s", milestone, own) : NULL;
}

/* The kinds of records that have codes of their own are called by their elements. */
static void put_record(const Record *record, void *data)
{
  static const Spec *const named[] = { &role_spec,
                                       &priority_spec,
                                       &area_spec,
                                       &board_spec,
                                       &department_spec,
                                       &directorate_spec,
                                       &indicator_spec,
                                       &milestone_spec,
                                       &objective_spec,
                                       &risk_spec,
                                       &treatment_spec,
                                       &equality_action_spec,
                                       &report_indicator_spec,
                                       &report_milestone_spec,
                                       &report_objective_spec,
                                       &step_spec,
                                       &statement_spec,
                                       &section_spec };
  static const Spec *const said[] = { &indicator_progress_spec, &milestone_progress_spec, &treatment_progress_spec,
                                      &equality_progress_spec };
  for (guint i = 0; i < G_N_ELEMENTS(named) + G_N_ELEMENTS(said); i++) {
    const Spec *spec = i < G_N_ELEMENTS(named) ? named[i] : said[i - G_N_ELEMENTS(named)];
    if (record->spec != spec)
      continue;
    const Field *ref = spec_field(spec, "ref");
    const char *code = ref ? *(char *const *)record_at(record, ref) : NULL;
    g_autofree char *step = ref ? code_of_step(record, code) : NULL;
    if (step)
      put(data, "step", step, record);
    bool own = step && record->spec != &milestone_progress_spec;
    if (ref && !own && !field_is_implied(record, ref))
      put(data, spec->element, code, record);
  }
}

static void fill(Evidence *evidence, const char *of, const Record *document)
{
  Filling filling = { evidence, of };
  if (document)
    record_walk(document, put_record, &filling);
}

void evidence_fill_registers(Evidence *evidence)
{
  const Inputs *inputs = evidence->inputs;
  fill(evidence, "", &inputs->framework->record);
  fill(evidence, "", &inputs->plan->record);
  if (inputs->current)
    fill(evidence, "said ", &inputs->current->record);
  for (guint i = 0; inputs->also && i < inputs->also->len; i++)
    fill(evidence, "other ", g_ptr_array_index(inputs->also, i));
  for (guint i = 0; inputs->previous && i < inputs->previous->len; i++)
    fill(evidence, "earlier ", g_ptr_array_index(inputs->previous, i));
}

/* ---- asking ------------------------------------------------------------------------------------------------------ */

static const Record *find(const Evidence *evidence, const char *of, const char *kind, const char *code)
{
  g_autofree char *key = g_strdup_printf("%s%s %s", of, kind, code);
  return g_hash_table_lookup(evidence->registers, key);
}

static void add(const Evidence *evidence, const Source *own, const Record *record, int strength, int rule,
                const char *code, Tick *tick)
{
  if (!record || !record->source)
    return;
  int known = record->source == own ? STRENGTH_OWN_RECORD : strength;
  evidence_add_part(evidence, evidence_add(evidence, tick, known, rule), record, NULL, NULL, code);
}

/* What the codes of a field name; NULL: nothing that has a register. */
static const char *kind_named_by(const Field *field)
{
  static const char *const kinds[][2] = {
    { "officers", "role" },       { "officer", "role" },
    { "accepted-by", "role" },    { "areas", "area" },
    { "area", "area" },           { "priorities", "priority" },
    { "board", "board" },         { "indicators", "indicator" },
    { "service", "department" },  { "milestone", "milestone" },
    { "objective", "objective" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(kinds[i][0], field->name) == 0)
      return kinds[i][1];
  return NULL;
}

/* Its own code: other documents go by it, too. */
static void find_own_code(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  static const struct {
    const char *of;
    int strength;
  } documents[] = { { "said ", STRENGTH_OTHER_RECORD },
                    { "other ", STRENGTH_OTHER_RECORD },
                    { "earlier ", STRENGTH_EARLIER_RECORD } };
  const char *kind = shown->record->spec->element;
  g_autofree char *step = code_of_step(shown->record, shown->code);
  for (guint i = 0; i < G_N_ELEMENTS(documents); i++) {
    const Record *other = find(evidence, documents[i].of, kind, step ? step : shown->code);
    if (other && other->source != shown->record->source)
      add(evidence, shown->record->source, other, documents[i].strength, TICK_BY_AGREES, shown->code, tick);
  }
}

void evidence_find_register(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  if (shown->sentence) { /* a code in words */
    const Record *named = find(evidence, "", "indicator", shown->code);
    add(evidence, sentence_source(shown->sentence), named, STRENGTH_OTHER_RECORD, TICK_BY_RESOLVES, shown->code, tick);
    return;
  }
  const Field *field = shown->field;
  if (!shown->record || !field)
    return;
  const char *kind = kind_named_by(field);
  if (kind)
    add(evidence, shown->record->source, find(evidence, "", kind, shown->code), STRENGTH_OTHER_RECORD, TICK_BY_RESOLVES,
        shown->code, tick);
  else if (strcmp(field->name, "ref") == 0)
    find_own_code(evidence, shown, tick);
}
