/* Fields that a layout leaves out, and what of the data is shown nowhere. */
#include "compose/left-out.h"
#include "model/finding.h"
#include "model/framework.h"
#include "model/paper.h"
#include "model/report.h"
#include <string.h>

/* ---- what the layout says --------------------------------------------------------------------------------------- */

static bool has_filter(const Path *path)
{
  for (guint i = 0; i < path->steps->len; i++)
    if (((const PathStep *)g_ptr_array_index(path->steps, i))->filter)
      return true;
  return false;
}

static void check_use(Compiler *compiler, const LeavesOut *leaves, const Path *path)
{
  g_autofree char *place = path_place(path->frame, path->field);
  if (!has_filter(path) && compiler->shown && g_hash_table_contains(compiler->shown, place))
    compiler_fault(compiler, "L-LEAVES", &leaves->record, "field", "'%s' is left out, but the layout shows it",
                   leaves->field);
}

static Path *compile_one(Compiler *compiler, const LeavesOut *leaves, const Shape *shape)
{
  Path *path = path_new(compiler, &leaves->record, "field", leaves->field, shape);
  if (!path)
    return NULL;
  if (path->from != FROM_AROUND || !path->field) {
    compiler_fault(compiler, "L-KIND", &leaves->record, "field",
                   "'%s' is not one field: name each field that is left out by itself, from the report on",
                   leaves->field);
    return NULL;
  }
  check_use(compiler, leaves, path);
  return path;
}

GPtrArray *left_out_compile(Compiler *compiler, const Layout *layout, const Shape *shape)
{
  GPtrArray *paths = arena_list(compiler->arena);
  for (guint i = 0; i < layout->leaves_out->len; i++) {
    const LeavesOut *leaves = g_ptr_array_index(layout->leaves_out, i);
    Path *path = leaves->field ? compile_one(compiler, leaves, shape) : NULL;
    if (path)
      g_ptr_array_add(paths, path);
  }
  return paths;
}

/* ---- what people supply ----------------------------------------------------------------------------------------- */

/* "element/field" of all that can be written into plans, returns and papers. */
static void add_supplied(GHashTable *supplied, const Spec *spec);

static void add_supplied_field(GHashTable *supplied, const Spec *spec, const Field *field)
{
  g_autofree char *name = g_strconcat(spec->element, "/", field->name, NULL);
  if (!g_hash_table_add(supplied, g_steal_pointer(&name)))
    return;
  if (field->type == FIELD_ONE || field->type == FIELD_MANY)
    add_supplied(supplied, field->detail);
  for (const Spec *const *kind = field->type == FIELD_ANY ? field->detail : NULL; kind && *kind; kind++)
    add_supplied(supplied, *kind);
}

static void add_supplied(GHashTable *supplied, const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    add_supplied_field(supplied, spec, &spec->fields[i]);
}

/* What the model calls otherwise than those who wrote it. */
static const char *const renamed[] = {
  "report/period",        "report/submitted",     "report/plan-title",    "report/plan-version", "unplanned/ref",
  "unplanned/part",       "unplanned/rating",     "unplanned/travel",     "unplanned/reason",    "unplanned/expected",
  "unplanned/commentary", "unplanned/corrective", "unplanned/activities", "unplanned/data-note",
};

/* What says how others are found, rated and shown, and nothing to readers. */
static const char *const settings[] = {
  "paper/ref",
  "paper/kind",
  "section/ref",
  "section/priority",
  "section/title-only",
  "column-note/of",
  "column-note/period",
  "statement/ref",
  "statement/unit",
  "risk/ref",
  "treatment/ref",
  "measure/ref",
  "equality-action/ref",
  "indicator/unit",
  "indicator/decimals",
  "measure/unit",
  "measure/decimals",
  "measure/chart",
  "measure/total-of",
  "indicator/kind",
  "indicator/polarity",
  "indicator/order",
  "indicator/frequency",
  "indicator/rule",
  "indicator/every-years",
  "indicator/in-arrears",
};

static bool is_among(const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp(names[i], name) == 0)
      return true;
  return false;
}

static bool is_setting(const Record *record, const Field *field)
{
  g_autofree char *name = g_strconcat(record->spec->element, "/", field->name, NULL);
  return is_among(settings, G_N_ELEMENTS(settings), name);
}

static bool is_of_reading(const Record *record, const Field *field)
{
  static const char *const names[] = { "measure", "period", "unit", "decimals", "label", NULL };
  return (spec_is_reading(record->spec) || record->spec == &quartile_spec) && g_strv_contains(names, field->name);
}

bool left_out_is_setting(const Record *record, const Field *field)
{
  return is_setting(record, field) || is_of_reading(record, field);
}

/* Ratings, directions and states that nobody gave: merge says so where something is missing. */
static bool is_of_nobody(const Record *record, const Field *field)
{
  const Field *supplied = spec_field(record->spec, "supplied");
  if (field->detail == &terms_rating || field->detail == &terms_travel)
    return supplied ? !*(const bool *)record_at(record, supplied)
                    : field->detail == &terms_rating && !rating_is_symbol(*(const int *)record_at(record, field));
  return record->spec == &report_value_spec && field->detail == &terms_state &&
         reading_hides_figure((const Reading *)record);
}

static bool is_supplied(GHashTable *supplied, const Record *record, const Field *field)
{
  /* all known figures stand among the points */
  bool known = record->spec == &report_point_spec || record->spec == &report_part_spec;
  const char *element = known ? value_spec.element : record->spec->element;
  g_autofree char *name = g_strconcat(element, "/", field->name, NULL);
  if (left_out_is_setting(record, field) || is_of_nobody(record, field))
    return false;
  return is_among(renamed, G_N_ELEMENTS(renamed), name) || g_hash_table_contains(supplied, name);
}

/* ---- figures that stand twice ----------------------------------------------------------------------------------- */

static void share_told(GHashTable *told, const Record *from, const Record *to)
{
  gsize set = GPOINTER_TO_SIZE(g_hash_table_lookup(told, from)) | GPOINTER_TO_SIZE(g_hash_table_lookup(told, to));
  if (set)
    g_hash_table_insert(told, (gpointer)to, GSIZE_TO_POINTER(set));
}

/* What is told of a figure at one place is told of it at the other. Rows of readings have their fields in one order. */
static void share_with(GHashTable *told, const Reading *from, const GPtrArray *readings)
{
  Reading *to = from ? reading_at(readings, from->period) : NULL;
  if (!to)
    return;
  share_told(told, &from->record, &to->record);
  share_told(told, &to->record, &from->record);
}

static void share_measure(GHashTable *told, const Measure *measure)
{
  share_with(told, measure->target, measure->targets);
  share_with(told, measure->profile, measure->profiles);
  share_with(told, measure->goal, measure->profiles);
  share_with(told, measure->aside, measure->profiles);
  share_with(told, measure->aside, measure->targets);
  share_with(told, measure->actual, measure->actuals);
  share_with(told, measure->actual, measure->points);
  share_with(told, measure->value, measure->points);
  share_with(told, measure->comparator, measure->points);
  share_with(told, measure->before, measure->points);
  share_with(told, measure->full_year, measure->points);
  for (guint i = 0; i < measure->parts->len; i++)
    share_with(told, g_ptr_array_index(measure->parts, i), measure->points);
  for (guint i = 0; i < measure->actuals->len; i++)
    share_with(told, g_ptr_array_index(measure->actuals, i), measure->points);
}

/* Former codes are shown together, each with its year, and a projection with the way in which it was made. */
static void share_indicator(const Scope *scope, const Indicator *indicator)
{
  static const char *const together[][2] = { { "formerly", "previously" }, { "projection", "projection-method" } };
  const Record *record = &indicator->record;
  for (guint i = 0; i < G_N_ELEMENTS(together); i++)
    if (scope_was_told(scope->world->told, record, spec_field(record->spec, together[i][0])))
      scope_tell(scope, record, spec_field(record->spec, together[i][1]));
  if (!scope_was_told(scope->world->told, record, spec_field(record->spec, "formerly")))
    return;
  for (guint i = 0; i < indicator->former->len; i++) {
    const Record *former = g_ptr_array_index(indicator->former, i);
    scope_tell(scope, former, spec_field(former->spec, "ref"));
    scope_tell(scope, former, spec_field(former->spec, "period"));
  }
}

/* ---- looking through the data ----------------------------------------------------------------------------------- */

/* A field that is shown nowhere, and where first. */
typedef struct {
  char *place;
  const Record *first;
  const Field *field;
} Unshown;

typedef struct {
  const Scope *scope;
  GHashTable *told, *supplied;
  GHashTable *left;   /* Record to the set of its fields that are left out */
  GHashTable *seen;   /* places of these */
  GPtrArray *unshown; /* of Unshown, in the order of the first */
  GString *place;     /* of the record that is looked at */
} Looking;

static void unshown_free(gpointer data)
{
  Unshown *unshown = data;
  g_free(unshown->place);
  g_free(unshown);
}

static void note_unshown(const Looking *l, const Record *record, const Field *field)
{
  g_autofree char *place = g_strconcat(l->place->str, l->place->len ? "/" : "", field->name, NULL);
  if (g_hash_table_contains(l->seen, place))
    return;
  Unshown *unshown = g_new0(Unshown, 1);
  *unshown = (Unshown){ g_steal_pointer(&place), record, field };
  g_hash_table_add(l->seen, unshown->place);
  g_ptr_array_add(l->unshown, unshown);
}

static void look(const Looking *l, const Record *record);

static void look_inside(const Looking *l, const Field *field, const Record *inner)
{
  gsize length = l->place->len;
  g_string_append_printf(l->place, "%s%s", length ? "/" : "",
                         field->type == FIELD_ANY ? inner->spec->element : field->name);
  look(l, inner);
  g_string_truncate(l->place, length);
}

/* Lists of the framework, and copies of figures that stand elsewhere in the measure. */
static bool is_passed_over(const Record *record, const Field *field)
{
  static const char *const copies[] = { "target",     "profile", "goal",      "aside", "actual",
                                        "comparator", "before",  "full-year", NULL };
  if (record->spec == &report_measure_spec)
    return g_strv_contains(copies, field->name);
  return !record->parent && spec_field(&framework_spec, field->name) != NULL;
}

static void look_at_field(const Looking *l, const Record *record, const Field *field)
{
  bool one = field->type == FIELD_ONE, many = field->type == FIELD_MANY || field->type == FIELD_ANY;
  const void *at = record_at(record, field);
  if (is_passed_over(record, field))
    return;
  if (one && *(Record *const *)at)
    look_inside(l, field, *(Record *const *)at);
  for (guint i = 0; many && i < (*(GPtrArray *const *)at)->len; i++)
    look_inside(l, field, g_ptr_array_index(*(GPtrArray *const *)at, i));
  bool missing =
      one || many || !field_is_set(record, field) || field_is_unread(record, field) || field_is_implied(record, field);
  if (!missing && !reading_hides(record, field) && is_supplied(l->supplied, record, field) &&
      !scope_was_told(l->told, record, field) && !scope_was_told(l->left, record, field))
    note_unshown(l, record, field);
}

static void look(const Looking *l, const Record *record)
{
  if (record->spec == &report_measure_spec)
    share_measure(l->told, (const Measure *)record);
  if (record->spec == &report_indicator_spec)
    share_indicator(l->scope, (const Indicator *)record);
  for (guint i = 0; i < record->spec->n_fields; i++)
    look_at_field(l, record, &record->spec->fields[i]);
}

/* What the paths lead to, in each of the reports. */
static GHashTable *follow_all(const GPtrArray *paths, const Scope *scope)
{
  World world = *scope->world;
  world.told = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < paths->len * world.reports->len; i++) {
    const Path *path = g_ptr_array_index(paths, i % paths->len);
    const Scope inside = { g_ptr_array_index(world.reports, i / paths->len), NULL, &world };
    g_autoptr(GPtrArray) records = path_follow(path, &inside);
    for (guint k = 0; k < records->len; k++)
      scope_tell(&inside, g_ptr_array_index(records, k), path->field);
  }
  return world.told;
}

/* ---- saying it -------------------------------------------------------------------------------------------------- */

enum { NAMED = 6 }; /* fields of a layout that leaves nothing out */

/* "indicator/measure" of "indicator/measure/title"; "" of what stands in the report itself. Caller frees. */
static char *place_around(const char *place)
{
  const char *slash = strrchr(place, '/');
  return slash ? g_strndup(place, slash - place) : g_strdup("");
}

/* Where people wrote the value: the nearest place that is known, that of the layout if none is. */
static void say_at(const Composition *composition, const Unshown *unshown, const char *text)
{
  const Record *record = unshown->first;
  while (record && !record->source)
    record = record->parent;
  const Record *at = record ? record : &composition->layout->record;
  const char *attribute = record == unshown->first ? unshown->field->name : NULL;
  diag_at(composition->unshown, "L-UNSHOWN", at->source, record_offset(at, attribute), "%s", text);
}

/* Of the records of one place, in one note, the fields from there on. Those said already are passed over. */
static void say_place(const Composition *composition, const GPtrArray *unshown, guint from, GHashTable *said)
{
  const Unshown *first = g_ptr_array_index(unshown, from);
  g_autofree char *around = place_around(first->place), *name = record_name_within(first->first);
  if (g_hash_table_contains(said, around))
    return;
  g_autoptr(GString) fields = g_string_new(NULL);
  for (guint i = from; i < unshown->len; i++) {
    const Unshown *field = g_ptr_array_index(unshown, i);
    g_autofree char *place = place_around(field->place);
    if (strcmp(place, around) == 0)
      g_string_append_printf(fields, "%s%s", fields->len ? ", " : "",
                             strrchr(field->place, '/') ? strrchr(field->place, '/') + 1 : field->place);
  }
  g_autofree char *text =
      g_strdup_printf("supplied, but shown nowhere in %s: of '%s' (the first: %s): %s", composition->layout->name,
                      *around ? around : compose_root(composition->layout)->element, name, fields->str);
  say_at(composition, first, text);
  g_hash_table_add(said, g_steal_pointer(&around));
}

static void say_each(const Composition *composition, const GPtrArray *unshown)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < unshown->len; i++)
    say_place(composition, unshown, i, said);
}

static void say_together(const Composition *composition, const GPtrArray *unshown)
{
  const Record *layout = &composition->layout->record;
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; i < unshown->len && i < NAMED; i++)
    g_string_append_printf(names, "%s'%s'", i ? ", " : "", ((const Unshown *)g_ptr_array_index(unshown, i))->place);
  if (unshown->len > NAMED)
    g_string_append_printf(names, " and %u more", unshown->len - NAMED);
  diag_at(composition->unshown, "L-UNSHOWN", layout->source, layout->offset,
          "fields that are supplied, but shown nowhere: %u: %s", unshown->len, names->str);
}

static GHashTable *all_supplied(void)
{
  static const Spec *const roots[] = { &plan_spec, &return_spec, &paper_spec };
  GHashTable *supplied = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(roots); i++)
    add_supplied(supplied, roots[i]);
  return supplied;
}

void left_out_tell(const Composition *composition, const GPtrArray *left_out, const Scope *scope)
{
  g_autoptr(GHashTable) supplied = all_supplied(), left = follow_all(left_out, scope);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) unshown = g_ptr_array_new_with_free_func(unshown_free);
  g_autoptr(GString) place = g_string_new(NULL);
  const Looking l = { scope, scope->world->told, supplied, left, seen, unshown, place };
  for (guint i = 0; i < composition->reports->len; i++)
    look(&l, g_ptr_array_index(composition->reports, i));
  if (composition->layout->leaves_out->len > 0)
    say_each(composition, unshown);
  else if (unshown->len > 0)
    say_together(composition, unshown);
}
