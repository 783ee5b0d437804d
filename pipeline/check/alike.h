/* Texts that say the same, however their figures are grouped and their words spaced. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The text without separators of thousands ("192,870", "192 870") and with every run of white space as one space; equal
 * for texts that say the same. Caller frees. */
char *alike_key(const char *text);
