/* Names that must differ: whoever comes second with a name gets a number behind it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Unique Unique;

Unique *unique_new(void);
void unique_free(Unique *unique); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Unique, unique_free)

/* Takes a name; false when it is taken already. */
bool unique_take(Unique *unique, const char *name);
/* The next number to try behind a base: 2 at first, then one more each time, for lower ones were tried before. */
guint unique_number(Unique *unique, const char *base);

/* Takes base, or else base, join and the lowest number that make a name not taken, then end; caller frees. */
char *unique_name(Unique *unique, const char *base, const char *join, const char *end);
