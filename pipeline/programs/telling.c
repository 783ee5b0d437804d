/* Lines about folders and their files. */
#include "programs/telling.h"
#include "base/text.h"
#include "program/terminal.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* On standard error: a line that is written over on a terminal, a line a step elsewhere. "": the last step is done. */
void telling_progress(const char *what, void *data)
{
  const Telling *telling = data;
  g_autofree char *shown = text_tame(telling->folder);
  if (terminal_is(STDERR_FILENO))
    fprintf(stderr, "\r\033[K%s%s%s", *what ? shown : "", *what ? ": " : "", what);
  else if (*what)
    fprintf(stderr, "%s: %s: %s\n", telling->program->name, shown, what);
}

static void print_file(const char *name, gsize length_bytes, guint pages)
{
  g_autofree char *shown = text_tame(name);
  printf("  %-36s %6" G_GSIZE_FORMAT " KB", shown, (length_bytes + 1023) / 1024);
  if (pages)
    printf(" %5u %s", pages, pages == 1 ? "page" : "pages");
  printf("\n");
}

/* How many files of the folder that a name stands in come one after the other from index on; 0: it stands in none. */
static guint run_of_folder(const Outputs *files, guint index, char **ret_folder)
{
  const char *name = outputs_name(files, index), *slash = strchr(name, '/');
  guint n = 0;
  if (!slash)
    return 0;
  *ret_folder = g_strndup(name, (gsize)(slash + 1 - name));
  while (index + n < outputs_count(files) && g_str_has_prefix(outputs_name(files, index + n), *ret_folder))
    n++;
  return n;
}

static void print_files(const Outputs *files)
{
  for (guint i = 0; i < outputs_count(files);) {
    g_autofree char *folder = NULL;
    guint n = run_of_folder(files, i, &folder);
    if (n == 0)
      print_file(outputs_name(files, i), g_bytes_get_size(outputs_bytes(files, i)), outputs_pages(files, i));
    else if (strcmp(folder, "team/") != 0)
      printf("  %-36s %6u CSV files\n", folder, n);
    i += n ? n : 1;
  }
}

static guint count(const DiagList *diags, Level level)
{
  return diag_count(diags, level) - (level < LEVEL_ERROR ? diag_count(diags, level + 1) : 0);
}

/* "team/messages.txt, team/report-messages.txt": where what was found stands. Caller frees. */
static char *where_found(const Outputs *files)
{
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < outputs_count(files); i++) {
    const char *name = outputs_name(files, i);
    bool messages = g_str_has_prefix(name, "team/") && g_str_has_suffix(name, "messages.txt");
    if (messages && g_bytes_get_size(outputs_bytes(files, i)) > 0)
      g_string_append_printf(names, "%s%s", names->len ? ", " : "", name);
  }
  g_autofree char *tame = g_string_free(names, FALSE);
  return text_tame(tame);
}

void telling_summary(const Folder *folder, const Outputs *files, const DiagList *diags)
{
  g_autofree char *shown = text_tame(folder_path(folder));
  printf("%s\n", shown);
  print_files(files);
  printf("  for the team: team/");
  guint errors = count(diags, LEVEL_ERROR), warnings = count(diags, LEVEL_WARNING), notes = count(diags, LEVEL_NOTE);
  g_autofree char *where = where_found(files);
  if (errors + warnings + notes > 0)
    printf(", found: %u error%s, %u warning%s, %u note%s (%s)", errors, errors == 1 ? "" : "s", warnings,
           warnings == 1 ? "" : "s", notes, notes == 1 ? "" : "s", where);
  printf("\n");
}
