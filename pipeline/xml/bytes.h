/* Gate 1: is this a file of UTF-8 text that looks like XML, of a size and shape that can be parsed safely? */
#pragma once
#include "diag/diag.h"
#include <stdbool.h>

enum { BYTES_MAX = 16 * 1024 * 1024, BYTES_MAX_OWN = 2 * BYTES_MAX, BYTES_MAX_ATTRIBUTES = 64 };

/* Checks bytes (terminated by a NUL beyond length_bytes) and describes them in source, which borrows them; a byte order
 * mark is left out. False: a fault was added to diags and nothing more can be read. */
bool bytes_check(const char *path, char *bytes, gsize length_bytes, Source *ret_source, DiagList *diags);
