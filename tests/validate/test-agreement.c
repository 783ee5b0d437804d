/* Binder and schemas agree: of every kind of file a specimen with all fields, and thousands of mutants of it; what one
 * refuses the other must refuse, but for what a schema cannot say. QMR_STRIDE=1 tries every mutant. */
#include "testing.h"

#include "mutate.h"
#include "record/record-read.h"
#include "specimen.h"
#include "validate/kind.h"
#include "validate/schemas.h"
#include <string.h>

enum { MUTANTS = 400 }; /* of each kind, unless QMR_STRIDE says more */

typedef struct {
  const FileKind *kind;
  const Schema *schema;
  guint both_accept, both_refuse, disagree, echoes;
} Trial;

/* A fault that the binder has told is not told again by the schema: then nothing is added. */
static void try_echo(Trial *trial, const Source *source, DiagList *told, const char *what)
{
  guint before = diag_count(told, LEVEL_NOTE);
  g_autoptr(GError) error = NULL;
  assert_true(schema_check(trial->schema, source, told, &error));
  if (diag_count(told, LEVEL_NOTE) == before)
    return;
  trial->echoes++;
  g_autoptr(GString) text = g_string_new(NULL);
  diag_print_text(told, text);
  print_error("%s: %s: told twice:\n%s", trial->kind->spec->element, what, text->str);
}

/* What a schema cannot say: a table that is no rectangle, words beside paragraphs, mixed content without words, names
 * of fields, one of two attributes. */
static bool is_beyond_schemas(const Diag *diag)
{
  const char *id = diag->rule->id;
  return strcmp(id, "S-TABLE") == 0 || strcmp(id, "S-TEXT") == 0 || strcmp(id, "S-UNREAD") == 0 ||
         strcmp(id, "S-NAME") == 0 || strcmp(id, "V-PICTURE") == 0 ||
         (strcmp(id, "V-EMPTY") == 0 && diag->excerpt &&
          g_utf8_offset_to_pointer(diag->excerpt, diag->caret - 1)[0] == '<');
}

/* Of the model rules, those that schemas say by unique and keyref, and by the ranges of the house style's sizes. */
static bool is_identity(const Diag *diag)
{
  const char *id = diag->rule->id;
  return strcmp(id, "R-DUPLICATE") == 0 || strcmp(id, "R-MEASURE") == 0 || strcmp(id, "R-RISK") == 0 ||
         strcmp(id, "V-RANGE") == 0;
}

static bool is_any(const Diag *diag)
{
  return diag->level == LEVEL_ERROR;
}

static bool is_sayable(const Diag *diag)
{
  return is_any(diag) && !is_beyond_schemas(diag);
}

/* The first message that counts, or NULL; caller frees. */
static char *first(const DiagList *diags, bool (*counts)(const Diag *diag))
{
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++)
    if (counts(diag))
      return g_strdup_printf("%s [%s]", diag->text, diag->rule->id);
  return NULL;
}

static void try_text(const char *text, const char *what, void *data)
{
  Trial *trial = data;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) binder = diag_list_new();
  g_autoptr(DiagList) model = diag_list_new();
  g_autoptr(DiagList) schema = diag_list_new();
  g_autoptr(GError) error = NULL;
  const Record *root = record_read_memory(arena, "x.xml", text, strlen(text), kind_specs(), binder);
  if (!root || root->spec != trial->kind->spec)
    return; /* not even a file of this kind */
  if (trial->kind->check)
    trial->kind->check(root, model);
  assert_true(schema_check(trial->schema, root->source, schema, &error));
  g_autofree char *sayable = first(binder, is_sayable);
  g_autofree char *any = first(binder, is_any);
  g_autofree char *identity = first(model, is_identity);
  g_autofree char *refused = first(schema, is_any);
  if (refused ? !any && !identity : sayable != NULL) {
    trial->disagree++;
    print_error("%s: %s\n  binder: %s\n  schema: %s\n", trial->kind->spec->element, what, sayable ? sayable : "accepts",
                refused ? refused : "accepts");
  } else if (refused) {
    trial->both_refuse++;
    if (any)
      try_echo(trial, root->source, binder, what);
  } else {
    trial->both_accept++;
  }
}

/* Names of all attributes in all rows reached from a spec. */
static void add_names(const Spec *spec, GHashTable *done, GHashTable *names)
{
  if (!g_hash_table_add(done, (gpointer)spec))
    return;
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->type == FIELD_TERM || field->type == FIELD_FLAGS) /* as terms.h promises */
      assert_null(((const Terms *)field->detail)->names[((const Terms *)field->detail)->n]);
    if (field->place == IN_ATTRIBUTE)
      g_hash_table_add(names, (gpointer)field->name);
    else if (field->type == FIELD_ONE || field->type == FIELD_MANY)
      add_names(field->detail, done, names);
    else if (field->type == FIELD_ANY)
      for (const Spec *const *any = field->detail; *any; any++)
        add_names(*any, done, names);
  }
}

static gint compare(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, closed by NULL; of all kinds, so that a schema that knows too much is found out. */
static GPtrArray *all_names(void)
{
  g_autoptr(GHashTable) done = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  for (const Spec *const *spec = kind_specs(); *spec; spec++)
    add_names(*spec, done, names);
  GPtrArray *list = g_ptr_array_new();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    g_ptr_array_add(list, name);
  g_ptr_array_sort(list, compare);
  g_ptr_array_add(list, NULL);
  return list;
}

static void ignore(const char *mutant, const char *what, void *data)
{
  (void)mutant, (void)what, (void)data;
}

static guint stride(const char *specimen, const char *const *names)
{
  const char *text = g_getenv("QMR_STRIDE");
  guint64 value;
  if (text && g_ascii_string_to_unsigned(text, 10, 1, 1000, &value, NULL))
    return (guint)value;
  return mutate(specimen, names, G_MAXUINT, ignore, NULL) / MUTANTS + 1;
}

static void test_agreement(void **state)
{
  (void)state;
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  g_autoptr(GPtrArray) names = all_names();
  guint disagree = 0;
  for (const Spec *const *spec = kind_specs(); *spec; spec++) {
    g_autoptr(GError) error = NULL;
    Trial trial = { .kind = kind_find(*spec) };
    trial.schema = schemas_get(schemas, trial.kind->schema, &error);
    if (!trial.schema)
      fail_msg("%s", error->message);
    g_autofree char *specimen = specimen_new(*spec);
    try_text(specimen, "the specimen itself", &trial);
    assert_int_equal(trial.both_accept, 1);
    const char *const *all = (const char *const *)names->pdata;
    mutate(specimen, all, stride(specimen, all), try_text, &trial);
    print_message("%s: accepted by both %u, refused by both %u\n", (*spec)->element, trial.both_accept,
                  trial.both_refuse);
    assert_true(trial.both_accept > 5 && trial.both_refuse > 50);
    disagree += trial.disagree + trial.echoes;
  }
  assert_int_equal(disagree, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_agreement) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
