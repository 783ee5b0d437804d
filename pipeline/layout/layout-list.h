/* The layouts that there are in folders, from their root elements alone. */
#pragma once
#include "layout/layout.h"
#include <gio/gio.h>
#include <stdbool.h>

typedef struct {
  char *name, *folder, *path, *about; /* folder: as the list was asked for it */
  int of;                             /* LayoutOf; of one that cannot be read -1 */
  bool standard;
  bool broken; /* its root cannot be read: whether it is a layout, nobody can tell */
} LayoutEntry;

/* Those of a NULL-terminated list of folders, by name; of several with one name the first folder's. Owned entries;
 * caller unrefs. A folder that is not there is no fault. */
GPtrArray *layout_list(const char *const *folders);
/* The entry of that name, the standard one, or the first of that kind; or NULL. */
const LayoutEntry *layout_list_find(const GPtrArray *list, const char *name);
const LayoutEntry *layout_list_standard(const GPtrArray *list);
const LayoutEntry *layout_list_of(const GPtrArray *list, LayoutOf of);
