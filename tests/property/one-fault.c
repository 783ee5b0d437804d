/* One fault is one error: of each attribute of frameworks, plans and returns, once made unreadable, and of a strange
 * element inside each that is empty, there is one error, and nothing that follows from it. one-fault SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

static const char *const folders[] = { "tests/golden/check/base", "tests/property/full", NULL };
static const char *const before[] = { "quarter", "previous" }; /* the earlier return of each */

enum { FRAMEWORK, PLAN, RETURN, PREVIOUS, FILES };

typedef struct {
  char *texts[FILES];
  GHashTable *before, *tried; /* messages of the files as they are, by their words; "file element attribute" */
  guint cases, faults;
} Run;

/* Without its place, which moves with the damage; of the line at. */
static const char *words_of(const char *line)
{
  const char *words = strstr(line, ": ");
  return words ? words + 2 : line;
}

static GString *messages(const Run *run, guint which, const char *text)
{
  const char *t[FILES];
  for (guint i = 0; i < FILES; i++)
    t[i] = i == which ? text : run->texts[i];
  const MergeTexts merge = { t[FRAMEWORK], t[PLAN], t[RETURN], t[PREVIOUS], NULL };
  return stage_messages(&merge);
}

/* How many errors there were not before; *ret_read: one of them says that something cannot be read. */
static guint count_new(const Run *run, char *const *lines, bool *ret_unread)
{
  guint n = 0;
  for (guint i = 0; lines[i]; i++) {
    const char *words = words_of(lines[i]);
    bool follows = strstr(words, "no report is made") != NULL; /* what comes of it, not another fault */
    if (!g_str_has_prefix(words, "error: ") || follows || g_hash_table_contains(run->before, words))
      continue;
    *ret_unread |= strstr(words, "[V-") || strstr(words, "[S-");
    n++;
  }
  return n;
}

/* new: in the place of length bytes at at. what: tells the case. */
static void try(Run *run, guint which, const char *what, const char *new, const char *at, gsize length)
{
  const char *text = run->texts[which];
  g_autofree char *damaged = g_strdup_printf("%.*s%s%s", (int)(at - text), text, new, at + length);
  g_autoptr(GString) said = messages(run, which, damaged);
  g_auto(GStrv) lines = g_strsplit(said->str, "\n", -1);
  bool unread = false;
  guint n = count_new(run, lines, &unread);
  run->cases++;
  if (n <= 1 || !unread) /* words that anybody may write */
    return;
  run->faults++;
  printf("%s: '%s' is %u errors:\n", what, new, n);
  for (guint i = 0; lines[i]; i++)
    if (!g_hash_table_contains(run->before, words_of(lines[i])))
      printf("    %s\n", lines[i]);
}

/* at: behind '<'. The attributes of a tag, of which none has '>' in its value. */
static void try_tag(Run *run, guint which, const char *at)
{
  const char *end = strchr(at, '>');
  g_autofree char *element = g_strndup(at, strcspn(at, " \n/>"));
  for (const char *equals; (equals = strstr(at, "=\"")) && equals < end;) {
    const char *name = equals;
    while (!strchr(" \n", name[-1]))
      name--;
    const char *value = equals + 2;
    gsize length = strcspn(value, "\"");
    g_autofree char *attribute = g_strndup(name, equals - name);
    bool tried = strcmp(attribute, "xmlns") != 0 && strcmp(attribute, "format") != 0;
    char *key = tried ? g_strdup_printf("%u %s %s", which, element, attribute) : NULL;
    if (tried && g_hash_table_add(run->tried, key))
      try(run, which, key, "zzq;?", value, length);
    at = value + length + 1;
  }
  if (end[-1] != '/')
    return;
  char *key = g_strdup_printf("%u %s", which, element);
  if (!g_hash_table_add(run->tried, key))
    return;
  g_autofree char *inside = g_strdup_printf("><zzqq>7</zzqq></%s>", element);
  try(run, which, key, inside, end - 1, 2);
}

static void read_council(const char *root, guint i, Run *run)
{
  const char *const files[FILES] = { "framework", "plan", "return", before[i] };
  for (guint k = 0; k < FILES; k++)
    run->texts[k] = case_file(root, folders[i], files[k]);
  run->before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  run->tried = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) said = messages(run, FRAMEWORK, run->texts[FRAMEWORK]);
  g_auto(GStrv) lines = g_strsplit(said->str, "\n", -1);
  for (guint k = 0; lines[k]; k++)
    g_hash_table_add(run->before, g_strdup(words_of(lines[k])));
}

int main(int argc, char **argv)
{
  Run run = { .cases = 0 };
  if (argc < 2)
    return 2;
  for (guint i = 0; folders[i]; i++) {
    read_council(argv[1], i, &run);
    for (guint which = FRAMEWORK; which <= RETURN; which++)
      for (const char *at = run.texts[which]; (at = strchr(at, '<')); at++)
        if (g_ascii_isalpha(at[1]))
          try_tag(&run, which, at + 1);
    for (guint k = 0; k < FILES; k++)
      g_free(run.texts[k]);
    g_hash_table_unref(run.before);
    g_hash_table_unref(run.tried);
  }
  return case_end(run.cases, run.faults);
}
