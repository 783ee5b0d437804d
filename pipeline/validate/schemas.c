/* The schemas as files in memory, and compiled. */
#include "validate/schemas.h"
#include "base/file.h"

#define RESOURCE_PATH "/qmr/schemas"

GResource *schemas_get_resource(void); /* made by glib-compile-resources */

enum { SCHEMA_MAX_BYTES = 4 * 1024 * 1024 };

struct Schemas {
  char *directory;
  GArray *files;        /* of SchemaFile, loaded once; names and texts owned by texts */
  GPtrArray *texts;     /* owned */
  GHashTable *compiled; /* name to Schema */
};

Schemas *schemas_new(const char *directory)
{
  Schemas *schemas = g_new0(Schemas, 1);
  schemas->directory = g_strdup(directory);
  schemas->texts = g_ptr_array_new_with_free_func(g_free);
  schemas->compiled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)schema_free);
  return schemas;
}

void schemas_free(Schemas *schemas)
{
  if (!schemas)
    return;
  g_free(schemas->directory);
  if (schemas->files)
    g_array_unref(schemas->files);
  g_ptr_array_unref(schemas->texts);
  g_hash_table_unref(schemas->compiled);
  g_free(schemas);
}

static char *load_built_in(const char *name, GError **error)
{
  g_autofree char *path = g_strconcat(RESOURCE_PATH "/", name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data(schemas_get_resource(), path, 0, error);
  gsize length;
  const char *data = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return data ? g_strndup(data, length) : NULL;
}

/* The text of a schema: the directory's where it has one, else the one built in; caller frees. */
static char *load_one(const Schemas *schemas, const char *name, GError **error)
{
  gsize length;
  g_autofree char *path = schemas->directory ? g_build_filename(schemas->directory, name, NULL) : NULL;
  if (path && g_file_test(path, G_FILE_TEST_EXISTS))
    return file_read(path, SCHEMA_MAX_BYTES, &length, error);
  return load_built_in(name, error);
}

static bool load(Schemas *schemas, GError **error)
{
  if (schemas->directory && !g_file_test(schemas->directory, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no directory %s", schemas->directory);
    return false;
  }
  g_auto(GStrv) names = g_resource_enumerate_children(schemas_get_resource(), RESOURCE_PATH, 0, error);
  if (!names)
    return false;
  schemas->files = g_array_new(FALSE, TRUE, sizeof(SchemaFile));
  for (char **name = names; *name; name++) {
    char *text = load_one(schemas, *name, error);
    if (!text)
      return false;
    char *kept = g_strdup(*name);
    g_ptr_array_add(schemas->texts, text);
    g_ptr_array_add(schemas->texts, kept);
    g_array_append_val(schemas->files, ((SchemaFile){ kept, text }));
  }
  return true;
}

const Schema *schemas_get(Schemas *schemas, const char *name, GError **error)
{
  Schema *schema = g_hash_table_lookup(schemas->compiled, name);
  if (schema || (!schemas->files && !load(schemas, error)))
    return schema;
  schema = schema_new((const SchemaFile *)(void *)schemas->files->data, schemas->files->len, name, error);
  if (schema)
    g_hash_table_insert(schemas->compiled, g_strdup(name), schema);
  return schema;
}
