/* Lines that begin with "ninja explain: ", by the accounts that they speak of. */
#include "quarter/why.h"
#include "base/text.h"
#include <string.h>

struct Whys {
  const NinjaRun *run;
  GHashTable *accounts; /* path of an account -> folder of its task */
  GHashTable *reasons;  /* folder -> words */
};

Whys *whys_new(const Worklist *list, const NinjaRun *run)
{
  Whys *whys = g_new0(Whys, 1);
  whys->run = run;
  whys->accounts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  whys->reasons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    g_autofree char *name = ninja_account(task);
    g_hash_table_insert(whys->accounts, g_build_filename(run->state, name, NULL), (gpointer)task->folder);
  }
  return whys;
}

void whys_free(Whys *whys)
{
  g_hash_table_destroy(whys->accounts);
  g_hash_table_destroy(whys->reasons);
  g_free(whys);
}

/* The words up to the next mark (NULL: to the end); caller frees. */
static char *up_to(const char *text, const char *mark)
{
  const char *end = mark ? strstr(text, mark) : NULL;
  return end ? g_strndup(text, (gsize)(end - text)) : g_strdup(text);
}

/* What it is that changed. */
static char *changed(const Whys *whys, const char *input)
{
  const char *folder = g_hash_table_lookup(whys->accounts, input);
  g_autofree char *shown = text_tame(folder ? folder : input);
  if (folder)
    return g_strdup_printf("%s changed", shown);
  if (g_str_has_prefix(input, whys->run->state))
    return g_strdup("what is to be made of it changed");
  if (strcmp(input, whys->run->program) == 0)
    return g_strdup("the program changed");
  return g_strdup_printf("%s changed", shown);
}

static void note(Whys *whys, const char *account, char *words)
{
  const char *folder = g_hash_table_lookup(whys->accounts, account);
  if (folder && !g_hash_table_contains(whys->reasons, folder))
    g_hash_table_insert(whys->reasons, g_strdup(folder), words);
  else
    g_free(words);
}

void whys_note_changed(Whys *whys, const char *account, const char *file)
{
  note(whys, account, changed(whys, file));
}

void whys_note(Whys *whys, const char *account, const char *reason)
{
  note(whys, account, g_strdup(reason));
}

/* What ninja 1.10 to 1.13 say: "output A doesn't exist", "deps for 'A' are missing", "[restat of ]output A older than
 * most recent input B (1 vs 2)", "recorded mtime of A older than most recent input B (1 vs 2)", "command line changed
 * for A". */
void whys_take(Whys *whys, const char *line)
{
  static const char before[] = "ninja explain: ", older[] = " older than most recent input ";
  static const char *const starts[] = { "restat of output ", "output ", "recorded mtime of ", "deps for '" };
  static const char called[] = "command line changed for ";
  if (!g_str_has_prefix(line, before))
    return;
  const char *said = line + strlen(before);
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
    if (g_str_has_prefix(said, starts[i])) {
      said += strlen(starts[i]);
      break;
    }
  const char *input = strstr(said, older);
  g_autofree char *account = up_to(said, input                           ? older
                                         : strstr(said, "' are missing") ? "' are missing"
                                                                         : " doesn't exist");
  g_autofree char *file = input ? up_to(input + strlen(older), " (") : NULL;
  if (file)
    note(whys, account, changed(whys, file));
  else if (strstr(said, " doesn't exist") || strstr(said, "' are missing"))
    note(whys, account, g_strdup("it is not there yet, or was cut short"));
  else if (g_str_has_prefix(said, called))
    note(whys, said + strlen(called), g_strdup("it is started in another way"));
}

char *whys_of(const Whys *whys, const char *folder)
{
  const char *words = g_hash_table_lookup(whys->reasons, folder);
  return g_strdup(words ? words : "what it is made of changes");
}
