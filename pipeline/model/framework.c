/* The corporate framework: its rows and look-ups. */
#include "model/framework.h"
#include "base/text.h"

#define TERMS(name_, label_, ...)                                                                                      \
  static const char *const name_##_names[] = { "", __VA_ARGS__, NULL };                                                \
  const Terms terms_##name_ = { label_, G_N_ELEMENTS(name_##_names) - 1, name_##_names }

TERMS(method, "rating method", "target", "tolerance", "floor", "binary", "manual");
TERMS(tolerance_of, "tolerance kind", "percent-of-target", "points");
TERMS(comparator, "comparator", "same-period-last-year", "last-period", "last-year-outturn");
TERMS(scale, "scale", "milestone", "indicator", "travel");
TERMS(severity, "severity", "note", "warning", "error");

#define REF(type_) FIELD(type_, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL)
#define TITLE(type_) FIELD(type_, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL)

SPEC(area_spec, Area, "area", "area of focus", REF(Area),
     FIELD(Area, text, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));
SPEC(priority_spec, Priority, "priority", "corporate priority", REF(Priority), TITLE(Priority),
     FIELD(Priority, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(Priority, points, "list of the title", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("area", Priority, areas, NULL, IN_ELEMENT, FIELD_MANY, 0, &area_spec));
SPEC(department_spec, Department, "department", "department", REF(Department), TITLE(Department),
     FIELD(Department, officer, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL));
SPEC(directorate_spec, Directorate, "directorate", "directorate", REF(Directorate), TITLE(Directorate),
     FIELD(Directorate, officer, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("department", Directorate, departments, NULL, IN_ELEMENT, FIELD_MANY, 0, &department_spec),
     FIELD_AS("section", Directorate, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD_AS("statement", Directorate, statements, NULL, IN_ELEMENT, FIELD_MANY, 0, &statement_spec));
SPEC(board_spec, Board, "board", "board", REF(Board), TITLE(Board),
     FIELD(Board, priorities, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL));
SPEC(role_spec, Role, "role", "role", REF(Role), TITLE(Role));
SPEC(rating_rule_spec, RatingRule, "rating-rule", "rating rule", REF(RatingRule),
     FIELD(RatingRule, method, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_method),
     FIELD(RatingRule, tolerance, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD_AS("tolerance-of", RatingRule, tolerance_of, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_tolerance_of),
     FIELD(RatingRule, floor, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD_AS("green-within", RatingRule, green_within, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("improving-amber", RatingRule, improving_amber, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("plan-amber", RatingRule, plan_amber, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("use-profile", RatingRule, use_profile, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("stand-in", RatingRule, stand_in, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL));
SPEC(travel_rule_spec, TravelRule, "travel-rule", "rule for the direction of travel",
     FIELD(TravelRule, comparator, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_comparator),
     FIELD_AS("least-change", TravelRule, least_change, "least change", IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD_AS("stand-in", TravelRule, stand_in, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL));
SPEC(key_entry_spec, KeyEntry, "symbol", "symbol of the key",
     FIELD(KeyEntry, scale, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_scale),
     FIELD(KeyEntry, name, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(KeyEntry, lang, "language", IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(KeyEntry, word, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(KeyEntry, text, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));
SPEC(shorthand_spec, Shorthand, "shorthand", "shorthand",
     FIELD(Shorthand, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Shorthand, lang, "language", IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Shorthand, state, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_state),
     FIELD(Shorthand, text, NULL, IN_CONTENT, FIELD_RUNS, FIELD_REQUIRED, NULL));
SPEC(own_unit_spec, OwnUnit, "unit", "unit",
     FIELD(OwnUnit, ref, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, &terms_unit),
     FIELD(OwnUnit, name, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(OwnUnit, singular, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(OwnUnit, before, "what stands before the figure", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("short", OwnUnit, brief, "short form", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(OwnUnit, decimals, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL));
SPEC(own_category_spec, OwnCategory, "category", "category",
     FIELD(OwnCategory, ref, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE,
           &terms_category),
     FIELD(OwnCategory, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(OwnCategory, note, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL));
SPEC(check_setting_spec, CheckSetting, "check", "setting of a check",
     FIELD(CheckSetting, rule, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(CheckSetting, severity, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_severity),
     FIELD(CheckSetting, limit, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, NULL),
     FIELD(CheckSetting, off, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL));
SPEC(silence_spec, Silence, "silence", "rule that is not told",
     FIELD(Silence, rule, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Silence, item, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Silence, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(Silence, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));

TERMS(phrase, "meaning", "target", "baseline", "value", "other", "about", "over", "under", "end", "milestone",
      "indicator");
SPEC(own_phrase_spec, OwnPhrase, "phrase", "phrase",
     FIELD(OwnPhrase, text, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(OwnPhrase, means, "meaning", IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_phrase));

SPEC(framework_spec, Framework, "framework", "corporate framework",
     FIELD(Framework, council, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Framework, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Framework, from, "first year", IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Framework, to, "last year", IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD_AS("year-begins", Framework, year_begins, "month in which the year begins", IN_ATTRIBUTE, FIELD_TERM, 0,
              &terms_month),
     FIELD_AS("priority", Framework, priorities, NULL, IN_ELEMENT, FIELD_MANY, 0, &priority_spec),
     FIELD_AS("directorate", Framework, directorates, NULL, IN_ELEMENT, FIELD_MANY, 0, &directorate_spec),
     FIELD_AS("board", Framework, boards, NULL, IN_ELEMENT, FIELD_MANY, 0, &board_spec),
     FIELD_AS("role", Framework, roles, NULL, IN_ELEMENT, FIELD_MANY, 0, &role_spec),
     FIELD_AS("rating-rule", Framework, rating_rules, NULL, IN_ELEMENT, FIELD_MANY, 0, &rating_rule_spec),
     FIELD_AS("travel-rule", Framework, travel, NULL, IN_ELEMENT, FIELD_ONE, 0, &travel_rule_spec),
     FIELD_AS("symbol", Framework, key, NULL, IN_ELEMENT, FIELD_MANY, 0, &key_entry_spec),
     FIELD(Framework, shorthand, NULL, IN_ELEMENT, FIELD_MANY, 0, &shorthand_spec),
     FIELD_AS("unit", Framework, units, NULL, IN_ELEMENT, FIELD_MANY, 0, &own_unit_spec),
     FIELD_AS("category", Framework, categories, NULL, IN_ELEMENT, FIELD_MANY, 0, &own_category_spec),
     FIELD_AS("plan-section", Framework, plan_sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD_AS("section", Framework, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD_AS("check", Framework, checks, NULL, IN_ELEMENT, FIELD_MANY, 0, &check_setting_spec),
     FIELD_AS("silence", Framework, silences, NULL, IN_ELEMENT, FIELD_MANY, 0, &silence_spec),
     FIELD_AS("phrase", Framework, phrases, NULL, IN_ELEMENT, FIELD_MANY, 0, &own_phrase_spec));

/* ---- looking up -------------------------------------------------------------------------------------------------- */

typedef enum { PART_AREAS, PART_PRIORITIES, PART_ROLES, PART_RULES, N_PARTS } Part;

struct FrameworkIndex {
  GHashTable *parts[N_PARTS]; /* ref to record, the first of those that share one */
  bool rule_unread;           /* the reference of a rating rule cannot be read */
};

static const char *ref_of(const Record *record)
{
  return *(char *const *)record_at(record, spec_field(record->spec, "ref"));
}

static void put(GHashTable *table, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    Record *record = g_ptr_array_index(records, i);
    const char *ref = ref_of(record);
    if (ref && !g_hash_table_contains(table, ref))
      g_hash_table_insert(table, (gpointer)ref, record);
  }
}

static bool any_unread_ref(const Framework *framework)
{
  if (framework->index)
    return framework->index->rule_unread;
  for (guint i = 0; i < framework->rating_rules->len; i++)
    if (record_is_unread(g_ptr_array_index(framework->rating_rules, i), "ref"))
      return true;
  return false;
}

void framework_index(Arena *arena, Framework *framework)
{
  FrameworkIndex *index = arena_alloc(arena, sizeof *index);
  for (guint i = 0; i < N_PARTS; i++) {
    index->parts[i] = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, index->parts[i], (GDestroyNotify)g_hash_table_unref);
  }
  for (guint i = 0; i < framework->priorities->len; i++)
    put(index->parts[PART_AREAS], ((const Priority *)g_ptr_array_index(framework->priorities, i))->areas);
  put(index->parts[PART_PRIORITIES], framework->priorities);
  put(index->parts[PART_ROLES], framework->roles);
  put(index->parts[PART_RULES], framework->rating_rules);
  index->rule_unread = any_unread_ref(framework);
  framework->index = index;
}

/* In the index, or among the records where there is none. */
static void *find(const Framework *framework, Part part, const GPtrArray *records, const char *ref)
{
  if (!ref)
    return NULL;
  if (framework->index)
    return g_hash_table_lookup(framework->index->parts[part], ref);
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0(ref_of(g_ptr_array_index(records, i)), ref) == 0)
      return g_ptr_array_index(records, i);
  return NULL;
}

OwnUnit *framework_unit(const Framework *framework, int unit)
{
  for (guint i = 0; unit != UNIT_NOT_READABLE && i < framework->units->len; i++)
    if (((const OwnUnit *)g_ptr_array_index(framework->units, i))->ref == unit)
      return g_ptr_array_index(framework->units, i);
  return NULL;
}

bool framework_knows_unit(const Framework *framework, int unit)
{
  return !terms_is_own(&terms_unit, unit) || framework_unit(framework, unit);
}

const char *framework_closest_unit(const Framework *framework, int unit)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (guint i = 1; i < terms_unit.n; i++)
    g_ptr_array_add(words, (gpointer)terms_unit.names[i]);
  for (guint i = 0; i < framework->units->len; i++)
    g_ptr_array_add(words,
                    (gpointer)terms_name(&terms_unit, ((const OwnUnit *)g_ptr_array_index(framework->units, i))->ref));
  g_ptr_array_add(words, NULL);
  return text_closest(terms_name(&terms_unit, unit), (const char *const *)words->pdata);
}

bool framework_knows_category(const Framework *framework, int category)
{
  bool known = !terms_is_own(&terms_category, category);
  for (guint i = 0; i < framework->categories->len; i++)
    known |= ((const OwnCategory *)g_ptr_array_index(framework->categories, i))->ref == category;
  return known;
}

Area *framework_area(const Framework *framework, const char *ref)
{
  Area *area = NULL;
  for (guint i = 0; i < framework->priorities->len && !area; i++) {
    area = find(framework, PART_AREAS, ((const Priority *)g_ptr_array_index(framework->priorities, i))->areas, ref);
    if (framework->index)
      break;
  }
  return area;
}

Priority *framework_priority(const Framework *framework, const char *ref)
{
  return find(framework, PART_PRIORITIES, framework->priorities, ref);
}

Role *framework_role(const Framework *framework, const char *ref)
{
  return find(framework, PART_ROLES, framework->roles, ref);
}

Department *framework_department(const Framework *framework, const char *ref, Directorate **ret_directorate)
{
  for (guint i = 0; i < framework->directorates->len; i++) {
    Directorate *directorate = g_ptr_array_index(framework->directorates, i);
    for (guint j = 0; j < directorate->departments->len; j++) {
      Department *department = g_ptr_array_index(directorate->departments, j);
      if (g_strcmp0(department->ref, ref) == 0) {
        *ret_directorate = directorate;
        return department;
      }
    }
  }
  return NULL;
}

bool framework_rule_is_unread(const Framework *framework, const char *ref)
{
  return record_is_unread(&framework->record, "rating-rule") || (ref && any_unread_ref(framework));
}

bool framework_travel_is_unread(const Framework *framework)
{
  return record_is_unread(&framework->record, "travel-rule") || (framework->travel && framework->travel->record.unread);
}

RatingRule *framework_rating_rule(const Framework *framework, const char *ref)
{
  if (!ref && (framework->rating_rules->len == 0 || record_is_unread(&framework->record, "rating-rule")))
    return NULL;
  if (!ref)
    return g_ptr_array_index(framework->rating_rules, 0);
  return find(framework, PART_RULES, framework->rating_rules, ref);
}

bool framework_rates(const Framework *framework)
{
  return framework->rating_rules->len > 0;
}
