/* Accounts, and the seconds that stand beside them. */
#include "quarter/outcome.h"
#include "base/text.h"
#include "record/record-read.h"
#include <stdio.h>
#include <string.h>

/* What its run wrote down first: "0.612 seconds"; 0: nothing. */
static double read_seconds(const char *account)
{
  g_autofree char *path = g_strconcat(account, ".looks", NULL);
  char line[64];
  FILE *looks = fopen(path, "re");
  bool read = looks && fgets(line, sizeof line, looks);
  if (looks)
    fclose(looks);
  return read && strstr(line, " seconds\n") ? g_ascii_strtod(line, NULL) : 0;
}

static const AccountRow *read_row(Arena *arena, const char *path)
{
  g_autoptr(DiagList) unused = diag_list_new();
  const Account *account = record_read_file(arena, path, &account_spec, unused, NULL);
  return account && account->rows->len > 0 ? g_ptr_array_index(account->rows, 0) : NULL;
}

/* Whether nothing was made, and the account does not say why. */
static bool is_untold(const AccountRow *row)
{
  return !row || (!row->made && !row->absent && !row->reason);
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
  for (guint i = 0; i < list->tasks->len; i++) {
    Outcome *outcome = arena_alloc(arena, sizeof *outcome);
    outcome->task = g_ptr_array_index(list->tasks, i);
    g_autofree char *name = ninja_account(outcome->task), *path = g_build_filename(run->state, name, NULL);
    outcome->row = outcome->task->report ? read_row(arena, path) : NULL;
    outcome->said = outcome->task->report && is_untold(outcome->row) ? last_line(arena, path) : NULL;
    outcome->seconds = read_seconds(path);
    g_ptr_array_add(outcomes, outcome);
  }
  return outcomes;
}

bool outcome_was_cut(const Outcome *outcome)
{
  return outcome->row && outcome->row->absent && outcome->row->code > 1;
}
