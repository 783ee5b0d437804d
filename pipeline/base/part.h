/* A file in the making, beside the one that it will replace: whoever looks sees the old one or the new one, never half.
 * One writer at a time; what a killed one left is taken by the next. Signals that ask to end wait meanwhile. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

typedef struct Part Part;

/* Begins "dir/.NAME.part" for "dir/NAME", empty; folders are made. NULL: path is no ordinary file, another run is
 * writing it, or a wrong world. */
Part *part_new(const char *path, GError **error);
bool part_write(Part *part, const void *bytes, gsize length_bytes, GError **error);
/* Makes it last through a power cut and puts it in place. */
bool part_commit(Part *part, GError **error);
/* Takes away what was not put in place. Accepts NULL. */
void part_free(Part *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Part, part_free)

/* Several that are put in place together: of Part, owned. */
GPtrArray *parts_new(void);
/* Begins one and writes all of it. */
bool parts_add(GPtrArray *parts, const char *path, const void *bytes, gsize length_bytes, GError **error);
/* Puts all in place, or none. Only a kill or a power cut while they are put there, one after the other, leaves some old
 * and some new, each whole. */
bool parts_commit(const GPtrArray *parts, GError **error);
