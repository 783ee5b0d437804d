/* Accounts, and the seconds in ninja's log. */
#include "quarter/outcome.h"
#include "base/text.h"
#include "record/record-read.h"
#include <stdlib.h>
#include <string.h>

/* Seconds by the paths of accounts: lines "START END MTIME OUTPUT HASH" in milliseconds; later ones replace earlier. */
static GHashTable *read_log(Arena *arena, const char *state)
{
  GHashTable *seconds = g_hash_table_new(g_str_hash, g_str_equal);
  g_autofree char *path = g_build_filename(state, ".ninja_log", NULL), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return seconds;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) words = g_strsplit(*line, "\t", -1);
    if (**line == '#' || g_strv_length(words) < 5)
      continue;
    double *took = arena_alloc(arena, sizeof *took);
    *took = (g_ascii_strtod(words[1], NULL) - g_ascii_strtod(words[0], NULL)) / 1000;
    g_hash_table_insert(seconds, arena_strdup(arena, words[3]), took);
  }
  return seconds;
}

static const AccountRow *read_row(Arena *arena, const char *path)
{
  g_autoptr(DiagList) unused = diag_list_new();
  const Account *account = record_read_file(arena, path, &account_spec, unused, NULL);
  return account && account->rows->len > 0 ? g_ptr_array_index(account->rows, 0) : NULL;
}

/* The last line that its run said. */
static const char *last_line(Arena *arena, const char *account)
{
  g_autofree char *path = g_strconcat(account, ".log", NULL), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL) || !*g_strchomp(text))
    return NULL;
  const char *at = strrchr(text, '\n');
  g_autofree char *shown = text_tame(at ? at + 1 : text);
  return arena_strdup(arena, shown);
}

GPtrArray *outcomes_read(Arena *arena, const Worklist *list, const NinjaRun *run)
{
  GPtrArray *outcomes = arena_list(arena);
  g_autoptr(GHashTable) log = read_log(arena, run->state);
  for (guint i = 0; i < list->tasks->len; i++) {
    Outcome *outcome = arena_alloc(arena, sizeof *outcome);
    outcome->task = g_ptr_array_index(list->tasks, i);
    g_autofree char *name = ninja_account(outcome->task), *path = g_build_filename(run->state, name, NULL);
    const double *took = g_hash_table_lookup(log, path);
    outcome->row = outcome->task->report ? read_row(arena, path) : NULL;
    outcome->said = outcome->task->report && !outcome->row ? last_line(arena, path) : NULL;
    outcome->seconds = took ? *took : 0;
    g_ptr_array_add(outcomes, outcome);
  }
  return outcomes;
}
