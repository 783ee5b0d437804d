/* Small services on words: the closest of several, folding of white space, length in characters. */
#include "base/text.h"
#include <string.h>

enum { MAX_LETTERS = 64 }; /* longer words have no closest */

/* Lower-case letters of word; false if it is empty, too long or not UTF-8. */
static gboolean letters_of(const char *word, gunichar *letters, guint *ret_n)
{
  guint n = 0;
  if (!g_utf8_validate(word, -1, NULL))
    return FALSE;
  for (const char *at = word; *at; at = g_utf8_next_char(at)) {
    if (n == MAX_LETTERS)
      return FALSE;
    letters[n++] = g_unichar_tolower(g_utf8_get_char(at));
  }
  *ret_n = n;
  return n > 0;
}

/* Letters to put in, leave out, replace or swap with their neighbour to turn a into b. */
static guint distance(const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2]; /* rows i - 2, i - 1 and i */
  for (guint j = 0; j <= n_b; j++)
    above[j] = before[j] = j;
  for (guint i = 1; i <= n_a; i++) {
    row[0] = i;
    for (guint j = 1; j <= n_b; j++) {
      guint best = above[j - 1] + (a[i - 1] != b[j - 1]);
      best = MIN(best, MIN(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN(best, before[j - 2] + 1);
      row[j] = best;
    }
    guint *free_row = before;
    before = above;
    above = row;
    row = free_row;
  }
  return above[n_b];
}

const char *text_closest(const char *word, const char *const *candidates)
{
  gunichar letters[MAX_LETTERS], others[MAX_LETTERS];
  guint n, n_others;
  const char *closest = NULL;
  if (!letters_of(word, letters, &n))
    return NULL;
  guint fewest = MAX(n / 3, 1) + 1; /* only fewer than this many wrong letters will do */
  for (; *candidates; candidates++) {
    if (!letters_of(*candidates, others, &n_others))
      continue;
    guint wrong = distance(letters, n, others, n_others);
    if (wrong < fewest && wrong < MAX(n, n_others)) { /* at least one letter must be right */
      fewest = wrong;
      closest = *candidates;
    }
  }
  return closest;
}

char *text_fold(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  gboolean pending = FALSE;
  for (const char *at = text; *at; at++) {
    if (g_ascii_isspace(*at)) {
      pending = out->len > 0;
      continue;
    }
    if (pending)
      g_string_append_c(out, ' ');
    pending = FALSE;
    g_string_append_c(out, *at);
  }
  return g_string_free(out, FALSE);
}

glong text_length(const char *text)
{
  return g_utf8_strlen(text, -1);
}
