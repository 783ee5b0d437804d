/* Setting parameters, and holding them against the data. */
#include "compose/params.h"
#include "base/text.h"
#include "compose/language/path.h"
#include <string.h>

/* ---- what was set ----------------------------------------------------------------------------------------------- */

/* Sets a parameter as NAME=VALUE; false with *ret_fault when there is no such parameter. */
static bool set_param(Arena *arena, const Layout *layout, const GPtrArray *params, const char *assignment,
                      char **ret_fault)
{
  const char *equals = strchr(assignment, '=');
  if (!equals) {
    *ret_fault = g_strdup_printf("--set needs NAME=VALUE, not '%s'", assignment);
    return false;
  }
  g_autofree char *name = g_strndup(assignment, equals - assignment);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < params->len; i++) {
    Param *param = g_ptr_array_index(params, i);
    g_ptr_array_add(names, param->name);
    if (!g_str_equal(param->name, name))
      continue;
    param->value = equals[1] ? arena_strdup(arena, equals + 1) : NULL;
    return true;
  }
  g_autofree char *hint = did_you_mean(name, names);
  *ret_fault = g_strdup_printf("layout %s has no parameter '%s'%s", layout->name, name, hint);
  return false;
}

GPtrArray *params_set(Arena *arena, const Layout *layout, char *const *settings, char **ret_fault)
{
  GPtrArray *params = arena_list(arena);
  for (guint i = 0; i < layout->params->len; i++) {
    const Param *param = g_ptr_array_index(layout->params, i);
    g_ptr_array_add(params, record_copy(arena, &param->record, NULL));
  }
  for (; settings && *settings; settings++)
    if (!set_param(arena, layout, params, *settings, ret_fault))
      return NULL;
  return params;
}

/* ---- what the layout says of them -------------------------------------------------------------------------------- */

/* A parameter whose values the data say. */
typedef struct {
  const Param *param; /* of the layout */
  const Path *of;
} Wanted;

/* Whether the spec, or a spec of records inside it, has a field or element of that name. */
static bool spec_has(const Spec *spec, const char *name, GHashTable *seen);

static bool field_has(const Field *field, const char *name, GHashTable *seen)
{
  if (g_str_equal(field->name, name))
    return true;
  if (field->type == FIELD_ONE || field->type == FIELD_MANY)
    return spec_has(field->detail, name, seen);
  if (field->type == FIELD_ANY)
    for (const Spec *const *kind = field->detail; *kind; kind++)
      if (spec_has(*kind, name, seen))
        return true;
  return false;
}

static bool spec_has(const Spec *spec, const char *name, GHashTable *seen)
{
  if (!g_hash_table_add(seen, (gpointer)spec))
    return false;
  if (g_str_equal(spec->element, name))
    return true;
  for (guint i = 0; i < spec->n_fields; i++)
    if (field_has(&spec->fields[i], name, seen))
      return true;
  return false;
}

/* Names of the model are looked up first, so a parameter of such a name would not be found everywhere. */
static void check_name(Compiler *compiler, const Param *param)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  if (g_str_equal(param->name, "reports") || spec_has(compiler->root, param->name, seen))
    compiler_fault(compiler, "L-PARAM", &param->record, "name",
                   "a parameter cannot be called '%s': the model has that name", param->name);
}

static bool is_text(const Path *path)
{
  return path->field && (path->field->type == FIELD_TEXT || path->field->type == FIELD_CODE);
}

GPtrArray *params_compile(Compiler *compiler, const Layout *layout, const Shape *shape)
{
  GPtrArray *compiled = arena_list(compiler->arena);
  for (guint i = 0; i < layout->params->len; i++) {
    const Param *param = g_ptr_array_index(layout->params, i);
    check_name(compiler, param);
    const Path *of = param->of ? path_new(compiler, &param->record, "of", param->of, shape) : NULL;
    if (of && !is_text(of))
      compiler_fault(compiler, "L-KIND", &param->record, "of", "'%s' is not text or a code, as a parameter is",
                     param->of);
    if (!of)
      continue;
    Wanted *wanted = arena_alloc(compiler->arena, sizeof *wanted);
    *wanted = (Wanted){ param, of };
    g_ptr_array_add(compiled, wanted);
  }
  return compiled;
}

/* ---- whether it is there ----------------------------------------------------------------------------------------- */

static const char *value_set(const Compiler *compiler, const Param *param)
{
  for (guint i = 0; i < compiler->params->len; i++) {
    const Param *set = g_ptr_array_index(compiler->params, i);
    if (g_str_equal(set->name, param->name))
      return set->value;
  }
  return NULL;
}

/* What can be asked for, each once; borrowed. */
static GPtrArray *values_of(const Path *of, const Scope *scope)
{
  g_autoptr(GPtrArray) records = path_follow(of, scope);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new();
  for (guint i = 0; i < records->len; i++) {
    char *value = *(char *const *)record_at(g_ptr_array_index(records, i), of->field);
    if (value && !field_is_unread(g_ptr_array_index(records, i), of->field) && g_hash_table_add(seen, value))
      g_ptr_array_add(values, value);
  }
  return values;
}

/* "set it to safer or healthy"; of very many the first. Caller frees. */
static char *choices(const GPtrArray *values)
{
  enum { MOST = 12 };
  GString *text = g_string_new(values->len > 0 ? "set it to " : "there is none in the data");
  for (guint i = 0; i < values->len && i < MOST; i++)
    g_string_append_printf(text, "%s%s",
                           i == 0                 ? ""
                           : i + 1 == values->len ? " or "
                                                  : ", ",
                           (const char *)g_ptr_array_index(values, i));
  if (values->len > MOST)
    g_string_append_printf(text, ", or one of %u more", values->len - MOST);
  return g_string_free(text, FALSE);
}

static bool check(const Wanted *wanted, Compiler *compiler, const Scope *scope)
{
  g_autoptr(GPtrArray) values = values_of(wanted->of, scope);
  const char *value = value_set(compiler, wanted->param);
  if (value && g_ptr_array_find_with_equal_func(values, value, g_str_equal, NULL))
    return true;
  const Param *param = wanted->param;
  g_autofree char *hint = value ? did_you_mean(value, values) : g_strdup(""), *instead = choices(values);
  g_autofree char *what = value ? g_strdup_printf("'%s' in %s", value, param->of) : NULL;
  compiler_fault(compiler, "L-WANTED", &param->record, NULL, "%s: %s%s%s%s%s", param->name,
                 what ? "there is no " : "it is not set", what ? what : "", hint, *hint ? "" : "; ",
                 *hint ? "" : instead);
  return false;
}

bool params_check(const GPtrArray *compiled, Compiler *compiler, const Scope *scope)
{
  bool all = true;
  for (guint i = 0; i < compiled->len; i++)
    all &= check(g_ptr_array_index(compiled, i), compiler, scope);
  return all;
}
