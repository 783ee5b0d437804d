/* A folder of outputs as a run sees it: locked while the run lasts, made anew beside, and put in place in one step, so
 * that whoever looks finds all of the old or all of the new. */
#pragma once
#include "base/outputs.h"
#include <gio/gio.h>

typedef struct Folder Folder;

/* The name of a folder out of what a document calls itself, one to one: letters, digits and most of " &()._-" stay,
 * other bytes become %2F and the like. Caller frees. */
char *folder_name(const char *text);

/* Opens NAME ("2009-10-Q4/housing") below out for one run at a time: what a killed run left is taken away. NULL:
 * another run has it, or it cannot be written. */
Folder *folder_open(const char *out, const char *name, GError **error);
/* Gives it free and takes away what was not put in place. Accepts NULL. */
void folder_close(Folder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, folder_close)

const char *folder_path(const Folder *folder);  /* "out/2009-10-Q4/housing" */
const char *folder_below(const Folder *folder); /* "2009-10-Q4/housing" */
const char *folder_stage(const Folder *folder); /* where the new one is made */

/* Writes files, named from the folder, into the new one. */
bool folder_add(Folder *folder, const Outputs *files, GError **error);
/* Brings a file of the old one along into the new one, as name; what is there already stays. */
bool folder_carry(Folder *folder, const char *from, const char *name, GError **error);
/* Begins the new one again, empty. */
bool folder_reset(Folder *folder, GError **error);
/* Puts the new one in the place of the old one, which goes. */
bool folder_commit(Folder *folder, GError **error);

/* The names of all files below path, sorted; of char *, owned. Empty when there is no such folder. */
GPtrArray *folder_files(const char *path);
/* The names of all folders below path that hold nothing, or cannot be read. */
GPtrArray *folder_empty_ones(const char *path);
/* Removes a folder with all that is in it; true when it is gone. */
bool folder_remove(const char *path);
