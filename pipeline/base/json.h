/* Writing JSON: fixed key order, exact decimals. */
#pragma once
#include <glib.h>

/* Appends text as a JSON string with its quotes; NULL gives null, bytes that are not UTF-8 give U+FFFD. */
void json_string(GString *out, const char *text);
/* Appends `"key": ` with a leading comma when needed; key may be NULL inside arrays. */
void json_key(GString *out, const char *key);
