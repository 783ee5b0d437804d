/* Finding the closest word: what cannot be close is passed over by its length and its letters. */
#include "base/closest.h"
#include <stdbool.h>

enum { MAX_LETTERS = 64 }; /* longer words have no closest */

/* Lower-case letters of word; false if it is empty, too long or not UTF-8. */
static bool letters_of(const char *word, gunichar *letters, guint *ret_n)
{
  guint n = 0;
  if (!g_utf8_validate(word, -1, NULL))
    return false;
  for (const char *at = word; *at; at = g_utf8_next_char(at)) {
    if (n == MAX_LETTERS)
      return false;
    letters[n++] = g_unichar_tolower(g_utf8_get_char(at));
  }
  *ret_n = n;
  return n > 0;
}

/* Letters to put in, leave out, replace or swap with their neighbour to turn a into b; any number from most on when
 * they are so many. */
static guint distance(const gunichar *a, guint n_a, const gunichar *b, guint n_b, guint most)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2]; /* rows i - 2, i - 1 and i */
  guint least = 0, least_above = 0;                          /* of the last two rows: it never gets less */
  for (guint j = 0; j <= n_b; j++)
    above[j] = before[j] = j;
  for (guint i = 1; i <= n_a; i++) {
    if (MIN(least, least_above) >= most)
      return most;
    least_above = least;
    least = row[0] = i;
    for (guint j = 1; j <= n_b; j++) {
      guint best = above[j - 1] + (a[i - 1] != b[j - 1]);
      best = MIN(best, MIN(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN(best, before[j - 2] + 1);
      row[j] = best;
      least = MIN(least, best);
    }
    guint *free_row = before;
    before = above;
    above = row;
    row = free_row;
  }
  return above[n_b];
}

typedef struct {
  const char *word;
  guint first, n; /* its letters */
  guint32 has;    /* a bit for each letter in it; some letters share one */
} Candidate;

struct Closest {
  GPtrArray *words;   /* as they were added */
  guint read;         /* how many of them are candidates already */
  GArray *candidates; /* of Candidate */
  GArray *letters;    /* of gunichar: those of all */
  guint questions;
};

Closest *closest_new(void)
{
  Closest *closest = g_new0(Closest, 1);
  closest->words = g_ptr_array_new();
  closest->candidates = g_array_new(false, false, sizeof(Candidate));
  closest->letters = g_array_new(false, false, sizeof(gunichar));
  return closest;
}

void closest_free(Closest *closest)
{
  if (!closest)
    return;
  g_ptr_array_unref(closest->words);
  g_array_unref(closest->candidates);
  g_array_unref(closest->letters);
  g_free(closest);
}

static guint32 bits_of(const gunichar *letters, guint n)
{
  guint32 bits = 0;
  for (guint i = 0; i < n; i++)
    bits |= 1u << letters[i] % 32;
  return bits;
}

void closest_add(Closest *closest, const char *word)
{
  g_ptr_array_add(closest->words, (gpointer)word);
}

static void read_word(Closest *closest, const char *word)
{
  gunichar letters[MAX_LETTERS];
  Candidate candidate = { .word = word, .first = closest->letters->len };
  if (!letters_of(word, letters, &candidate.n))
    return;
  candidate.has = bits_of(letters, candidate.n);
  g_array_append_vals(closest->letters, letters, candidate.n);
  g_array_append_val(closest->candidates, candidate);
}

/* Whether fewer than `fewest` wrong letters may do: one of the longer word's that is too many is wrong, and so is each
 * that the other word does not have. */
static bool may_be_close(const Candidate *candidate, guint n, guint32 has, guint fewest)
{
  guint longer = candidate->n > n ? candidate->n - n : n - candidate->n;
  guint lost = (guint)__builtin_popcount(has & ~candidate->has),
        added = (guint)__builtin_popcount(candidate->has & ~has);
  return longer < fewest && lost < fewest && added < fewest;
}

const char *closest_find(Closest *closest, const char *word)
{
  gunichar letters[MAX_LETTERS];
  guint n;
  const char *found = NULL;
  if (++closest->questions > CLOSEST_QUESTIONS || !letters_of(word, letters, &n))
    return NULL;
  for (; closest->read < closest->words->len; closest->read++)
    read_word(closest, g_ptr_array_index(closest->words, closest->read));
  guint32 has = bits_of(letters, n);
  guint fewest = MAX(n / 3, 1) + 1; /* only fewer than this many wrong letters will do */
  for (guint i = 0; i < closest->candidates->len; i++) {
    const Candidate *candidate = &g_array_index(closest->candidates, Candidate, i);
    if (!may_be_close(candidate, n, has, fewest))
      continue;
    guint wrong =
        distance(letters, n, &g_array_index(closest->letters, gunichar, candidate->first), candidate->n, fewest);
    if (wrong < fewest && wrong < MAX(n, candidate->n)) { /* at least one letter must be right */
      fewest = wrong;
      found = candidate->word;
    }
  }
  return found;
}
