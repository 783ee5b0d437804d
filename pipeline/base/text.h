/* Small services on words: "did you mean", folding of white space. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The candidate closest to word (at most a third of its letters wrong), or NULL; the first of equals, without regard to
 * case. candidates is NULL-terminated; empty ones are passed over. */
/* As people put codes in order: "LI 9" before "LI 11", "NI 2" before "NI 100"; 0 only for equal ones. */
int text_compare(const char *a, const char *b);
const char *text_closest(const char *word, const char *const *candidates);
/* " (did you mean 'x'?)", or "" when none of the candidates (of char *, borrowed) is close. Caller frees. */
char *did_you_mean(const char *word, const GPtrArray *candidates);
/* ASCII white space folded to single spaces, ends trimmed; caller frees. */
char *text_fold(const char *text);
/* Puts text of ASCII alone in lower case where it stands; false: there are other letters, and it is as it was. */
bool text_lower_ascii(char *text);
/* Number of characters (not bytes). */
glong text_length(const char *text);
/* Text in which nothing can move the cursor of a terminal or start a new line: for what is printed. Caller frees. */
char *text_tame(const char *text);
/* Any bytes (a file name) as text that XML holds: %0A for what cannot be written, spaces that would be folded and '%'
 * itself; and back. Caller frees. */
char *text_escape(const char *text);
char *text_unescape(const char *text);

/* Whether some of it is written from right to left: Hebrew, Arabic and their kin. */
bool text_has_rtl(const char *text);

/* Words by which something is called, so that two spellings are equal: folded, in lower case, without a full stop at
 * the end. Caller frees. */
char *text_called(const char *words);
