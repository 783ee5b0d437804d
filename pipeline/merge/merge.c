/* Joining: the report and its head; each kind of item has its own file. */
#include "merge/merge.h"
#include "merge/items.h"
#include "merge/sections.h"
#include "merge/unknown.h"
#include "model/council-year.h"
#include "record/record-carry.h"

/* A department whose reference cannot be read may be the service. */
static bool any_nameless(const Framework *framework)
{
  if (record_is_unread(&framework->record, "directorate"))
    return true;
  for (guint i = 0; i < framework->directorates->len; i++) {
    const Directorate *directorate = g_ptr_array_index(framework->directorates, i);
    if (record_is_unread(&directorate->record, "department"))
      return true;
    for (guint k = 0; k < directorate->departments->len; k++)
      if (record_is_unread(g_ptr_array_index(directorate->departments, k), "ref"))
        return true;
  }
  return false;
}

static void mark_service(const Framework *framework, const Department *department, const Directorate *directorate,
                         Report *report)
{
  Record *to = &report->record;
  record_carry_unread_as(&framework->record, "title", to, "framework");
  if (department) {
    record_carry_unread_as(&department->record, "title", to, "service-title");
    record_carry_unread_as(&department->record, "officer", to, "officer");
    record_carry_unread_as(&directorate->record, "title", to, "directorate");
  } else if (any_nameless(framework)) {
    record_mark_standing_in(to, spec_field(to->spec, "service-title"));
    record_mark_unread(to, spec_field(to->spec, "officer"));
    record_mark_unread(to, spec_field(to->spec, "directorate"));
  }
}

static void fill_service(const Inputs *inputs, Report *report)
{
  const Framework *framework = inputs->framework;
  Directorate *directorate = NULL;
  const Department *department = framework_department(framework, inputs->plan->service, &directorate);
  report->council = framework->council;
  report->framework = framework->title;
  report->service = inputs->plan->service;
  report->service_title = department ? department->title : inputs->plan->service;
  report->directorate = department ? directorate->title : NULL;
  report->officer = department ? department->officer : NULL;
  if (directorate) {
    report->directorate_sections =
        record_carry_list(inputs->arena, directorate->sections, &section_spec, &report->record);
    report->directorate_statements =
        record_carry_list(inputs->arena, directorate->statements, &statement_spec, &report->record);
  }
  mark_service(framework, department, directorate, report);
}

static void fill_period(const Inputs *inputs, Report *report)
{
  report->period = inputs->period;
  report->year = period_year(inputs->period);
  report->year_begins = council_year_begins(inputs->framework);
  report->last_year = period_back(report->year, 1, 0);
  report->next_year = period_back(report->year, -1, 0);
  report->plan_from = inputs->plan->from;
  report->plan_second = period_given(report->plan_from) ? period_back(report->plan_from, -1, 0) : report->plan_from;
  report->plan_third = period_given(report->plan_from) ? period_back(report->plan_from, -2, 0) : report->plan_from;
  report->quarter = period_quarter(inputs->period);
  report->half_year = report->quarter % 2 == 0;
  report->from = period_first_day(inputs->period);
  report->to = period_last_day(inputs->period);
}

static int status_if(bool final)
{
  return final ? STATUS_FINAL : STATUS_DRAFT;
}

/* A report is final when all that it is made of is, earlier returns too; what does not say so, or not readably, is not.
 */
static int status_of(const Inputs *inputs)
{
  bool final = inputs->plan->status == STATUS_FINAL;
  final &= !inputs->current || inputs->current->status == STATUS_FINAL;
  for (guint i = 0; inputs->previous && i < inputs->previous->len; i++) {
    const Record *record = g_ptr_array_index(inputs->previous, i);
    int status = record->spec == &report_spec ? ((const Report *)record)->status : ((const Return *)record)->status;
    final &= status == STATUS_FINAL;
  }
  return status_if(final);
}

static void mark_status(const Inputs *inputs, Report *report)
{
  const Record *plan = &inputs->plan->record;
  Record *to = &report->record;
  record_carry_unread_as(plan, "title", to, "plan-title");
  record_carry_unread_as(plan, "version", to, "plan-version");
  if (record_is_unread(plan, "status")) /* taken for a draft */
    record_mark_standing_in(to, spec_field(to->spec, "plan-status"));
  record_carry_unread_as(plan, "from", to, "plan-from");
  record_carry_unread_as(plan, "from", to, "plan-second");
  record_carry_unread_as(plan, "from", to, "plan-third");
  if (!inputs->current || !record_is_unread(&inputs->current->record, "submitted"))
    return;
  record_mark_unread(to, spec_field(to->spec, "submitted"));
  record_mark_standing_in(to, spec_field(to->spec, "date"));
}

static void fill_status(const Inputs *inputs, Report *report)
{
  const Return *current = inputs->current;
  report->has_return = current != NULL;
  report->status = status_of(inputs);
  if (current)
    report->submitted = current->submitted;
  report->date = date_given(report->submitted) ? report->submitted : report->to;
  report->plan_title = inputs->plan->title;
  report->plan_version = inputs->plan->version;
  report->plan_status = status_if(inputs->plan->status == STATUS_FINAL);
  mark_status(inputs, report);
}

static void fill_framework(const Inputs *inputs, Report *report)
{
  Arena *arena = inputs->arena;
  const Framework *framework = inputs->framework;
  Record *parent = &report->record;
  report->priorities = record_carry_list(arena, framework->priorities, &priority_spec, parent);
  report->boards = record_carry_list(arena, framework->boards, &board_spec, parent);
  report->roles = record_carry_list(arena, framework->roles, &role_spec, parent);
  report->key = record_carry_list(arena, framework->key, &key_entry_spec, parent);
  report->shorthand = record_carry_list(arena, framework->shorthand, &shorthand_spec, parent);
  report->units = record_carry_list(arena, framework->units, &own_unit_spec, parent);
  report->categories = record_carry_list(arena, framework->categories, &own_category_spec, parent);
  report->rating_rules = record_carry_list(arena, framework->rating_rules, &rating_rule_spec, parent);
  if (framework->travel)
    report->travel = record_copy(arena, &framework->travel->record, parent);
}

/* Lists of which something cannot be read. */
static void mark_lists(const Inputs *inputs, Report *report)
{
  static const struct {
    const char *name, *as;
  } planned[] = { { "log", "log" },
                  { "section", "plan-section" },
                  { "statement", "plan-statement" },
                  { "objective", "objective" },
                  { "indicator", "indicator" },
                  { "risk", "risk" },
                  { "equality-action", "equality-action" },
                  { "closed", "closed" },
                  { "column-note", "column-note" } };
  Record *to = &report->record;
  record_carry_unread(&inputs->framework->record, to);
  for (guint i = 0; i < G_N_ELEMENTS(planned); i++)
    record_carry_unread_as(&inputs->plan->record, planned[i].name, to, planned[i].as);
  static const char *const returned[] = { "section", "statement", "closed" };
  for (guint i = 0; inputs->current && i < G_N_ELEMENTS(returned); i++)
    record_carry_unread_as(&inputs->current->record, returned[i], to, returned[i]);
}

/* Where return and plan close the same item the return's words count. */
static GPtrArray *join_closed(Arena *arena, const GPtrArray *planned, const GPtrArray *returned, Record *parent)
{
  GPtrArray *all = record_carry_list(arena, returned, &closure_spec, parent);
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++) {
    char *ref = ((const Closure *)g_ptr_array_index(all, i))->ref;
    if (ref)
      g_hash_table_add(known, ref);
  }
  for (guint i = 0; i < planned->len; i++) {
    const Closure *closure = g_ptr_array_index(planned, i);
    if (!closure->ref || !g_hash_table_contains(known, closure->ref))
      g_ptr_array_add(all, (gpointer)closure);
  }
  return all;
}

static void fill_text(const Inputs *inputs, Report *report)
{
  Arena *arena = inputs->arena;
  const Plan *plan = inputs->plan;
  const Return *current = inputs->current;
  Record *parent = &report->record;
  report->log = record_carry_list(arena, plan->log, &log_entry_spec, parent);
  report->plan_sections = sections_join(arena, plan->sections, inputs->framework->plan_sections, true, parent);
  report->plan_statements = record_carry_list(arena, plan->statements, &statement_spec, parent);
  report->sections =
      sections_join(arena, current ? current->sections : NULL, inputs->framework->sections, false, parent);
  report->closed = record_carry_list(arena, plan->closed, &closure_spec, parent);
  report->column_notes = record_carry_list(arena, plan->column_notes, &report_column_note_spec, parent);
  if (!current)
    return;
  report->statements = record_carry_list(arena, current->statements, &statement_spec, parent);
  report->closed = join_closed(arena, report->closed, current->closed, parent);
}

Report *merge_report(const Inputs *inputs)
{
  const History *history = history_new(inputs);
  Report *report = record_new(inputs->arena, &report_spec, NULL);
  fill_service(inputs, report);
  fill_period(inputs, report);
  fill_status(inputs, report);
  fill_framework(inputs, report);
  fill_text(inputs, report);
  mark_lists(inputs, report);
  items_fill(inputs, history, report);
  unknown_fill(inputs, report);
  return report;
}

Report *merge_absent(const Inputs *inputs, const char *service, bool no_plan)
{
  Plan *none = record_new(inputs->arena, &plan_spec, NULL);
  none->service = arena_strdup(inputs->arena, service);
  none->status = STATUS_FINAL;
  none->from = period_year(inputs->period);
  Inputs empty = { .arena = inputs->arena,
                   .framework = inputs->framework,
                   .plan = none,
                   .previous = arena_list(inputs->arena),
                   .also = arena_list(inputs->arena),
                   .period = inputs->period };
  Report *report = merge_report(&empty);
  report->absent = true;
  report->no_plan = no_plan;
  return report;
}
