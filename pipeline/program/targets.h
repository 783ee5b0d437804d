/* What a command is going to write, held against what it reads, before it does either. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Targets Targets;

Targets *targets_new(void);
void targets_free(Targets *targets); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Targets, targets_free)

/* Paths are borrowed; NULL is passed over, and so is a list that is NULL. */
void targets_read(Targets *targets, const char *path);
void targets_read_all(Targets *targets, char *const *paths);
void targets_write(Targets *targets, const char *path);
void targets_write_folder(Targets *targets, const char *path); /* CSV files go into it, others stay in it */

/* Why this cannot be: an output that is an input, by whatever path or link; one output twice; an output inside a folder
 * of outputs; an output in public/ or in a report's folder; an output that is no ordinary file. NULL: nothing; caller frees. */
char *targets_fault(const Targets *targets);

/* Whether path leads into a folder, however both are written, and by whatever links to folders or to the file; neither
 * need be there. */
bool targets_is_inside(const char *folder, const char *path);
