/* Why something is to be made: what ninja says of it, in words. */
#pragma once
#include "quarter/ninja.h"

typedef struct Whys Whys;

Whys *whys_new(const Worklist *list, const NinjaRun *run);
void whys_free(Whys *whys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Whys, whys_free)

/* An account is made again because a file changed. */
void whys_note_changed(Whys *whys, const char *account, const char *file);
/* It is made again because of this. */
void whys_note(Whys *whys, const char *account, const char *reason);
/* Takes a line of 'ninja -d explain'; other lines are passed over. */
void whys_take(Whys *whys, const char *line);
/* Why the folder of a task is made, such as "returns/2009-10-Q4/housing.xml changed"; caller frees. */
char *whys_of(const Whys *whys, const char *folder);
