/* A file by which one process at a time says that something is its own; the claim dies with its owner. */
#pragma once
#include <gio/gio.h>

/* Opens path, making it if need be, and locks it. -1: another run has it (G_IO_ERROR_BUSY), or it cannot be opened; the
 * error names what is written under the lock. Who closes the descriptor gives it free; who takes the file away does so
 * first. */
int lock_take(const char *path, const char *written, GError **error);
