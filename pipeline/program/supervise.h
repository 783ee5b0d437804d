/* A run in a process of its own: whatever becomes of it, somebody is left to say so and to tidy up. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What a supervised run tells its parent as it goes on. */
typedef struct {
  char folder[4096];     /* of outputs that is being made; "" while there is none */
  guint64 device, inode; /* of the new folder, before it is put in place: when it stands there, the run has made it */
  guint errors, warnings, notes, pages; /* what was found and made, when the run is through */
  char fault[512];                      /* the first error of the files; "": none */
} SuperviseNote;

/* What is run, and what is done when it did not end by itself: it crashed, or ran out of memory or time. Both return
 * exit codes; rescue is told why, in words. */
typedef struct {
  int (*run)(SuperviseNote *note, void *data);
  void (*rescue)(const SuperviseNote *note, const char *why, bool interrupted, void *data);
  void (*ended)(const SuperviseNote *note, void *data); /* or NULL: it did end by itself */
} Supervised;

/* Runs it in a child and returns its exit code. A signal that asks to stop ends the child first, then rescue tidies up
 * and EXIT_WORLD is returned. */
int supervise(const Supervised *supervised, void *data);
/* Whether one was asked to stop: nothing more is to be begun. */
bool supervise_was_stopped(void);
