/* Looking through folders of layouts. */
#include "layout/layout-list.h"
#include "xml/xml-root.h"
#include <string.h>

static void entry_free(gpointer data)
{
  LayoutEntry *entry = data;
  g_free(entry->name);
  g_free(entry->folder);
  g_free(entry->path);
  g_free(entry->about);
  g_free(entry);
}

/* NULL when the file is something else than a layout. One that cannot be read is listed, so that nobody looks for it in
 * vain: asked for, it says what is wrong with it. */
static LayoutEntry *entry_new(const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename(folder, file, NULL);
  g_autoptr(XmlRoot) root = xml_root_peek(path, NULL);
  const char *about = root ? xml_root_attribute(root, "about") : NULL;
  const char *of = root ? xml_root_attribute(root, "of") : NULL;
  if (root && strcmp(root->element, "layout") != 0)
    return NULL;
  LayoutEntry *entry = g_new0(LayoutEntry, 1);
  entry->broken = !root;
  entry->name = g_strndup(file, strlen(file) - strlen(".xml"));
  entry->folder = g_strdup(folder);
  entry->path = g_steal_pointer(&path);
  entry->about = g_strdup(about ? about : "");
  entry->of = !root ? -1 : of ? terms_find(&terms_layout_of, of) : (int)LAYOUT_OF_REPORT;
  entry->standard = root && g_strcmp0(xml_root_attribute(root, "standard"), "yes") == 0;
  return entry;
}

static void add_folder(GPtrArray *list, const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *file; dir && (file = g_dir_read_name(dir));) {
    LayoutEntry *entry = g_str_has_suffix(file, ".xml") ? entry_new(folder, file) : NULL;
    LayoutEntry *hiding = entry ? (LayoutEntry *)layout_list_find(list, entry->name) : NULL;
    if (hiding) {
      hiding->standard |= entry->standard; /* it takes its place in all */
      entry_free(entry);
    } else if (entry)
      g_ptr_array_add(list, entry);
  }
}

static gint compare(gconstpointer a, gconstpointer b)
{
  return strcmp((*(LayoutEntry *const *)a)->name, (*(LayoutEntry *const *)b)->name);
}

GPtrArray *layout_list(const char *const *folders)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(entry_free);
  for (; *folders; folders++)
    add_folder(list, *folders);
  g_ptr_array_sort(list, compare);
  return list;
}

const LayoutEntry *layout_list_find(const GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++) {
    const LayoutEntry *entry = g_ptr_array_index(list, i);
    if (strcmp(entry->name, name) == 0)
      return entry;
  }
  return NULL;
}

const LayoutEntry *layout_list_standard(const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const LayoutEntry *entry = g_ptr_array_index(list, i);
    if (entry->standard)
      return entry;
  }
  return NULL;
}

const LayoutEntry *layout_list_of(const GPtrArray *list, LayoutOf of)
{
  for (guint i = 0; i < list->len; i++) {
    const LayoutEntry *entry = g_ptr_array_index(list, i);
    if (entry->of == (int)of)
      return entry;
  }
  return NULL;
}
