/* Files made in memory, and how they are written. */
#include "base/outputs.h"
#include "base/part.h"
#include <string.h>

typedef struct {
  char *name; /* or NULL */
  GBytes *bytes;
  guint pages;
} Output;

struct Outputs {
  GArray *list;      /* of Output */
  GHashTable *names; /* set of char *, owned: of the files, and of the folders that they are in */
  GPtrArray *used;   /* of char *, owned */
  GArray *lacking;   /* of gunichar, sorted */
};

static void output_clear(gpointer data)
{
  Output *output = data;
  g_free(output->name);
  g_bytes_unref(output->bytes);
}

Outputs *outputs_new(void)
{
  Outputs *outputs = g_new0(Outputs, 1);
  outputs->list = g_array_new(FALSE, FALSE, sizeof(Output));
  g_array_set_clear_func(outputs->list, output_clear);
  outputs->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  outputs->used = g_ptr_array_new_with_free_func(g_free);
  outputs->lacking = g_array_new(FALSE, FALSE, sizeof(gunichar));
  return outputs;
}

void outputs_free(Outputs *outputs)
{
  if (!outputs)
    return;
  g_array_unref(outputs->list);
  g_hash_table_unref(outputs->names);
  g_ptr_array_unref(outputs->used);
  g_array_unref(outputs->lacking);
  g_free(outputs);
}

void outputs_add(Outputs *outputs, const char *name, GBytes *bytes)
{
  Output output = { g_strdup(name), bytes, 0 };
  g_array_append_val(outputs->list, output);
  for (const char *end = name ? name + strlen(name) : NULL; end; end = g_strrstr_len(name, end - name, "/"))
    g_hash_table_add(outputs->names, g_strndup(name, (gsize)(end - name)));
}

bool outputs_has(const Outputs *outputs, const char *name)
{
  return g_hash_table_contains(outputs->names, name);
}

guint outputs_count(const Outputs *outputs)
{
  return outputs->list->len;
}

const char *outputs_name(const Outputs *outputs, guint index)
{
  return g_array_index(outputs->list, Output, index).name;
}

GBytes *outputs_bytes(const Outputs *outputs, guint index)
{
  return g_array_index(outputs->list, Output, index).bytes;
}

void outputs_use(Outputs *outputs, const char *path)
{
  if (!g_ptr_array_find_with_equal_func(outputs->used, path, g_str_equal, NULL))
    g_ptr_array_add(outputs->used, g_strdup(path));
}

const GPtrArray *outputs_used(const Outputs *outputs)
{
  return outputs->used;
}

void outputs_lack(Outputs *outputs, gunichar character)
{
  guint at = 0;
  while (at < outputs->lacking->len && g_array_index(outputs->lacking, gunichar, at) < character)
    at++;
  if (at == outputs->lacking->len || g_array_index(outputs->lacking, gunichar, at) != character)
    g_array_insert_val(outputs->lacking, at, character);
}

const GArray *outputs_lacking(const Outputs *outputs)
{
  return outputs->lacking;
}

void outputs_set_pages(Outputs *outputs, guint pages)
{
  g_array_index(outputs->list, Output, outputs->list->len - 1).pages = pages;
}

guint outputs_pages(const Outputs *outputs, guint index)
{
  return g_array_index(outputs->list, Output, index).pages;
}

bool outputs_add_parts(const Outputs *outputs, const char *path, GPtrArray *parts, GError **error)
{
  for (guint i = 0; i < outputs->list->len; i++) {
    const Output *output = &g_array_index(outputs->list, Output, i);
    g_autofree char *inside = output->name ? g_build_filename(path, output->name, NULL) : NULL;
    gsize length_bytes;
    const char *bytes = g_bytes_get_data(output->bytes, &length_bytes);
    if (!parts_add(parts, inside ? inside : path, bytes, length_bytes, error))
      return false;
  }
  return true;
}
