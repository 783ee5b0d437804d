/* Whether bytes are a whole XML document: for parts of files that other libraries write. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

/* False and a GError naming the part and the line when it is cut short or damaged. Entities and networks are left
 * alone. */
bool well_formed_check(const char *name, const char *bytes, gsize length_bytes, GError **error);
