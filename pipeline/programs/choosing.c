/* Looking up layouts by what users call them. */
#include "programs/choosing.h"
#include "base/text.h"
#include "report/documents.h"
#include <string.h>

void chosen_init(Chosen *chosen)
{
  chosen->documents = g_ptr_array_new_with_free_func(g_free);
  chosen->paths = g_ptr_array_new_with_free_func(g_free);
}

void chosen_clear(Chosen *chosen)
{
  g_ptr_array_unref(chosen->documents);
  g_ptr_array_unref(chosen->paths);
}

/* The file of a layout: as named, or of that name among those there are. NULL: there is none. */
static const char *path_of(const GPtrArray *list, const char *named, Chosen *chosen)
{
  bool is_path = strchr(named, '/') || g_str_has_suffix(named, ".xml");
  const LayoutEntry *entry = is_path ? NULL : layout_list_find(list, named);
  if (!is_path && !entry)
    return NULL;
  char *path = g_strdup(entry ? entry->path : named);
  g_ptr_array_add(chosen->paths, path);
  return path;
}

/* as_asked: it is what was asked for, not what goes with it. */
static void add(const Choice *choice, bool as_asked, const char *path, Chosen *chosen)
{
  ReportDocument *document = g_new0(ReportDocument, 1);
  *document = (ReportDocument){ .layout = path, .shelf = choice->shelf };
  if (as_asked) {
    document->words = choice->words;
    document->settings = choice->settings;
    document->formats = choice->formats;
    document->only = choice->only;
    document->name = choice->name;
  }
  g_ptr_array_add(chosen->documents, document);
}

static char *unknown(const GPtrArray *list, const char *named)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add(names, ((const LayoutEntry *)g_ptr_array_index(list, i))->name);
  g_autofree char *hint = did_you_mean(named, names);
  return g_strdup_printf("there is no layout '%s'%s", named, *hint ? hint : "; 'qmr layouts' lists them");
}

char *choose(const Choice *choice, const GPtrArray *list, Chosen *chosen)
{
  const LayoutEntry *standard = layout_list_standard(list), *assurance = layout_list_of(list, LAYOUT_OF_FINDINGS);
  if (!choice->layouts && !standard)
    return g_strdup("there are no layouts: name one with --layout, or their folder with --layouts");
  char *fault = documents_fault_of_formats(choice->formats);
  if (fault)
    return fault;
  for (char *const *name = choice->layouts; name && *name; name++) {
    const char *path = path_of(list, *name, chosen);
    if (!path)
      return unknown(list, *name);
    add(choice, true, path, chosen);
  }
  if (!choice->layouts)
    add(choice, true, path_of(list, standard->name, chosen), chosen);
  if (assurance && choice->assurance)
    add(choice, false, path_of(list, assurance->name, chosen), chosen);
  return NULL;
}
