/* Files made in memory: what a renderer gives, before anything is written. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* One file without a name, or several with names: then what is written is a folder. */
typedef struct Outputs Outputs;

Outputs *outputs_new(void);
void outputs_free(Outputs *outputs); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outputs, outputs_free)

/* Takes the bytes; name NULL: the only file. */
void outputs_add(Outputs *outputs, const char *name, GBytes *bytes);
guint outputs_count(const Outputs *outputs);
const char *outputs_name(const Outputs *outputs, guint index); /* borrowed, or NULL */
bool outputs_has(const Outputs *outputs, const char *name);    /* a file of that name, or files in a folder of it */
GBytes *outputs_bytes(const Outputs *outputs, guint index);    /* borrowed */

/* Notes a file of the machine that the bytes depend on (a font), once; and how many pages the last file has. */
void outputs_use(Outputs *outputs, const char *path);
const GPtrArray *outputs_used(const Outputs *outputs); /* of char *, borrowed */
/* Notes a character that none of the machine's files could draw, once. */
void outputs_lack(Outputs *outputs, gunichar character);
const GArray *outputs_lacking(const Outputs *outputs); /* of gunichar, in their order, borrowed */
void outputs_set_pages(Outputs *outputs, guint pages);
guint outputs_pages(const Outputs *outputs, guint index); /* 0: it has none */

/* Writes the only file, or all files in their order, among the parts (see part.h): to be put in place as path, or in
 * the folder path. */
bool outputs_add_parts(const Outputs *outputs, const char *path, GPtrArray *parts, GError **error);
