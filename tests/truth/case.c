/* Reading cases, and making their edits. */
#include "case.h"
#include <string.h>

static void edit_free(gpointer data)
{
  Edit *edit = data;
  g_free(edit->file);
  g_free(edit->before);
  g_free(edit->after);
  g_free(edit);
}

static void case_free(gpointer data)
{
  Case *one = data;
  char *texts[] = { one->name, one->kind, one->truth, one->twin, one->base, one->say };
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    g_free(texts[i]);
  g_ptr_array_unref(one->at);
  g_ptr_array_unref(one->edits);
  g_free(one);
}

static Case *case_new(const char *name)
{
  Case *one = g_new0(Case, 1);
  one->name = g_strdup(name);
  one->at = g_ptr_array_new_with_free_func(edit_free);
  one->edits = g_ptr_array_new_with_free_func(edit_free);
  return one;
}

/* Lines up to the one that is the mark, which is passed over; caller frees. */
static char *take_until(char ***lines, const char *mark, const char * or)
{
  GString *text = g_string_new(NULL);
  while (**lines && strcmp(**lines, mark) != 0 && g_strcmp0(**lines, or) != 0) {
    if (text->len > 0 || (*lines)[-1][0] == '\0')
      g_string_append_c(text, '\n');
    g_string_append(text, *(*lines)++);
  }
  return g_string_free(text, FALSE);
}

/* The block of an edit, or of a new file, that follows. */
static Edit *take_edit(char ***lines, const char *file, bool is_new)
{
  Edit *edit = g_new0(Edit, 1);
  edit->file = g_strdup(file);
  if (!**lines || strcmp(*(*lines)++, "<<<<") != 0)
    g_error("no block for %s", file);
  char *first = take_until(lines, ">>>>", is_new ? NULL : "====");
  if (is_new) {
    edit->after = g_strconcat(first, "\n", NULL);
    g_free(first);
  } else {
    edit->before = first;
    *lines += **lines != NULL;
    edit->after = take_until(lines, ">>>>", NULL);
  }
  *lines += **lines != NULL;
  return edit;
}

static void take_place(Case *one, const char *value)
{
  const char *split = strstr(value, ": ");
  if (!split)
    g_error("%s: a place without words: %s", one->name, value);
  Edit *place = g_new0(Edit, 1);
  place->file = g_strndup(value, (gsize)(split - value));
  place->after = g_strdup(split + 2);
  g_ptr_array_add(one->at, place);
}

static void take_line(Case *one, const char *key, const char *value, char ***lines)
{
  const struct {
    const char *key;
    char **to;
  } fields[] = { { "kind", &one->kind },
                 { "truth", &one->truth },
                 { "twin", &one->twin },
                 { "base", &one->base },
                 { "say", &one->say } };
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (strcmp(key, fields[i].key) == 0) {
      g_free(*fields[i].to);
      *fields[i].to = g_strdup(value);
      return;
    }
  if (strcmp(key, "at") == 0)
    take_place(one, value);
  else if (strcmp(key, "edit") == 0 || strcmp(key, "new") == 0)
    g_ptr_array_add(one->edits, take_edit(lines, value, key[0] == 'n'));
  else
    g_error("%s: unknown line: %s", one->name, key);
}

/* name NULL: lines "case: NAME" begin the cases. */
static void read_text(GPtrArray *cases, const char *name, const char *text)
{
  g_auto(GStrv) all = g_strsplit(text, "\n", -1);
  Case *one = name ? case_new(name) : NULL;
  if (one)
    g_ptr_array_add(cases, one);
  for (char **line = all; *line;) {
    const char *split = strstr(*line, ": ");
    if (!split) {
      line++;
      continue;
    }
    g_autofree char *key = g_strndup(*line, (gsize)(split - *line));
    const char *value = split + 2;
    line++;
    if (strcmp(key, "case") == 0)
      g_ptr_array_add(cases, one = case_new(value));
    else if (one)
      take_line(one, key, value, &line);
  }
}

static char *read_file(const char *path)
{
  char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, &error))
    g_error("%s", error->message);
  return text;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
  return strcmp((*(Case *const *)a)->name, (*(Case *const *)b)->name);
}

GPtrArray *cases_read(const char *path)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func(case_free);
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  if (!folder) {
    g_autofree char *text = read_file(path);
    read_text(cases, NULL, text);
  }
  for (const char *file; folder && (file = g_dir_read_name(folder));) {
    if (!g_str_has_suffix(file, ".case"))
      continue;
    g_autofree char *full = g_build_filename(path, file, NULL);
    g_autofree char *text = read_file(full);
    g_autofree char *name = g_strndup(file, strlen(file) - strlen(".case"));
    read_text(cases, name, text);
  }
  g_ptr_array_sort(cases, by_name);
  return cases;
}

guint case_line(const char *text, const char *words)
{
  const char *found = strstr(text, words);
  guint line = found ? 1 : 0;
  for (const char *at = text; found && at < found; at++)
    line += *at == '\n';
  return line;
}

char *case_edit(const Case *one, const Edit *edit, const char *text)
{
  if (!edit->before)
    return g_strdup(edit->after);
  const char *found = strstr(text, edit->before);
  if (!found || strstr(found + 1, edit->before))
    g_error("%s: not just once in %s: %s", one->name, edit->file, edit->before);
  return g_strdup_printf("%.*s%s%s", (int)(found - text), text, edit->after, found + strlen(edit->before));
}
