/* Small services on words: "did you mean", folding of white space. */
#pragma once
#include <glib.h>

/* The candidate closest to word (at most a third of its letters wrong), or NULL; the first of equals, without regard to
 * case. candidates is NULL-terminated; empty ones are passed over. */
const char *text_closest(const char *word, const char *const *candidates);
/* ASCII white space folded to single spaces, ends trimmed; caller frees. */
char *text_fold(const char *text);
/* Number of characters (not bytes). */
glong text_length(const char *text);
